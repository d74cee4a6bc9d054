import { lenientOptions, MIXED } from './jsonwebtoken.ts';
import type { EntryPoint, Grade, Library } from '../types.ts';

const FITS: readonly Grade[] = [
  { severity: 'low', risk: 'it accepts every algorithm that fits the kind of key' },
];

/** Calls of a service or application object that takes an optional key as second argument. */
function serviceCalls(where: {
  readonly members?: string;
  readonly receivers?: string;
}): readonly EntryPoint[] {
  const at = (...methods: string[]): Pick<EntryPoint, 'members' | 'receivers'> =>
    where.members === undefined
      ? { receivers: methods.map((method) => `${where.receivers}.${method}`) }
      : { members: methods.map((method) => `${where.members}.${method}`) };
  return [
    {
      ...at('sign', 'signSync'),
      name: 'jwt.sign',
      invoked: 'call',
      operation: 'sign',
      inherits: true,
      key: ['1'],
      algorithms: { honoured: ['2.algorithm', '1.algorithm'], form: 'string' },
      unsigned: [
        { at: '1.algorithm', when: 'none', how: 'signs-none' },
        { at: '2.algorithm', when: 'none', how: 'signs-none' },
      ],
      expiry: { options: ['1.expiresIn', '2.expiresIn'], payload: '0', unit: 'seconds' },
    },
    {
      ...at('verify', 'verifySync'),
      name: 'jwt.verify',
      invoked: 'call',
      operation: 'verify',
      inherits: true,
      key: ['1'],
      token: '0',
      algorithms: {
        honoured: ['2.algorithms', '1.algorithms'],
        form: 'array',
        ignored: ['2.algorithm', '1.algorithm'],
        mixed: MIXED,
        engine: 'jsonwebtoken',
      },
      unsigned: [
        { at: '1.algorithms', when: 'none', how: 'accepts-none' },
        { at: '2.algorithms', when: 'none', how: 'accepts-none' },
      ],
      lenient: [...lenientOptions('1'), ...lenientOptions('2')],
    },
    {
      ...at('decode', 'decodeSync'),
      name: 'jwt.decode',
      invoked: 'call',
      operation: 'decode',
      token: '0',
    },
  ];
}

/** What `config.jwt` says in egg and Midway. Only `verify.algorithms` pins: the flat options were run and ignored. */
const JWT_CONFIG: Pick<
  EntryPoint,
  'invoked' | 'operation' | 'key' | 'algorithms' | 'expiry' | 'lenient' | 'unsigned'
> = {
  invoked: 'object',
  operation: 'configure',
  key: ['0.secret'],
  algorithms: {
    honoured: ['0.verify.algorithms'],
    form: 'array',
    ignored: ['0.algorithms', '0.algorithm', '0.verify.algorithm'],
    unpinned: FITS,
    mixed: MIXED,
    engine: 'jsonwebtoken',
  },
  unsigned: [
    { at: '0.verify.algorithms', when: 'none', how: 'accepts-none' },
    { at: '0.sign.algorithm', when: 'none', how: 'signs-none' },
  ],
  expiry: { options: ['0.sign.expiresIn', '0.expiresIn'], unit: 'seconds' },
  lenient: lenientOptions('0.verify'),
};

/** https://github.com/okoala/egg-jwt, run as 3.1.7 on jsonwebtoken 8; its own default secret is `123456`. */
export const eggJwt: Library = {
  name: 'egg-jwt',
  modules: ['egg-jwt'],
  engine: { package: 'jsonwebtoken', versions: [{ since: '0', is: '8.3.0' }] },
  entries: [
    {
      ...JWT_CONFIG,
      name: 'config.jwt',
      object: { files: 'config/config\\.[\\w.-]+\\.[cm]?[jt]s$', under: 'jwt' },
    },
    ...serviceCalls({ receivers: 'app.jwt' }),
  ],
};

/** https://midwayjs.org/docs/extensions/jwt, run as 3.20.24 on jsonwebtoken 9. */
export const midwayJwt: Library = {
  name: '@midwayjs/jwt',
  modules: ['@midwayjs/jwt'],
  engine: { package: 'jsonwebtoken', versions: [{ since: '0', is: '9.0.2' }] },
  entries: [
    {
      ...JWT_CONFIG,
      name: 'config.jwt',
      object: { files: 'config/config\\.[\\w.-]+\\.[cm]?[jt]s$', under: 'jwt' },
    },
    ...serviceCalls({ members: 'JwtService.#' }),
  ],
};

/** https://feathersjs.com/api/authentication/service, run as 5.0.50: pinned to the signing algorithm, one day by default. */
export const feathers: Library = {
  name: '@feathersjs/authentication',
  modules: ['@feathersjs/authentication'],
  engine: { package: 'jsonwebtoken', versions: [{ since: '0', is: '9.0.0' }] },
  entries: [
    {
      name: "set('authentication')",
      invoked: 'scheme',
      scheme: { method: 'set', argument: 0, name: 'authentication' },
      operation: 'configure',
      key: ['1.secret'],
    },
    {
      name: 'createAccessToken',
      members: ['AuthenticationService.#.createAccessToken', 'AuthenticationBase.#.createAccessToken'],
      invoked: 'call',
      operation: 'sign',
      key: ['2'],
      expiry: { byDefault: true, unit: 'seconds' },
    },
    {
      name: 'verifyAccessToken',
      members: ['AuthenticationService.#.verifyAccessToken', 'AuthenticationBase.#.verifyAccessToken'],
      invoked: 'call',
      operation: 'verify',
      key: ['2'],
      token: '0',
    },
  ],
};

/** https://docs.strapi.io/cms/configurations/admin-panel, by the source of 5.54.0. The other settings there are no JWT secrets. */
export const strapi: Library = {
  name: '@strapi/strapi',
  modules: ['@strapi/strapi'],
  entries: [
    {
      name: 'config/admin',
      invoked: 'object',
      object: { files: 'config/(?:env/[\\w-]+/)?admin\\.[cm]?[jt]s$', under: 'auth' },
      operation: 'configure',
      key: ['0.secret'],
    },
    {
      name: 'config/plugins',
      invoked: 'object',
      object: { files: 'config/(?:env/[\\w-]+/)?plugins\\.[cm]?[jt]s$', under: 'users-permissions' },
      operation: 'configure',
      key: ['0.config.jwtSecret'],
    },
  ],
};

/** https://payloadcms.com: `secret` signs the session tokens; by the source of 3.90.2. */
export const payload: Library = {
  name: 'payload',
  modules: ['payload', 'payload/config'],
  entries: [
    {
      name: 'buildConfig',
      members: ['', 'buildConfig'],
      invoked: 'call',
      operation: 'configure',
      key: ['0.secret'],
    },
    {
      name: 'payload.init',
      members: ['init'],
      invoked: 'call',
      operation: 'configure',
      key: ['0.secret'],
    },
    {
      name: 'jwtSign',
      members: ['jwtSign'],
      invoked: 'call',
      operation: 'sign',
      key: ['0.secret'],
      expiry: { options: ['0.tokenExpiration'], unit: 'seconds' },
    },
  ],
};

/** https://github.com/graphql-hive/graphql-yoga, run as 3.18.1: an object without a list drops the default one. */
export const yogaJwt: Library = {
  name: '@graphql-yoga/plugin-jwt',
  modules: ['@graphql-yoga/plugin-jwt'],
  entries: [
    {
      name: 'useJWT',
      members: ['useJWT'],
      invoked: 'call',
      operation: 'verify',
      algorithms: {
        honoured: ['0.tokenVerification.algorithms'],
        form: 'array',
        ignored: ['0.algorithms', '0.tokenVerification.algorithm'],
        unpinned: [{ severity: 'low', risk: 'it accepts RS256 and HS256 or, where other options are given, everything that fits the key' }],
      },
      unsigned: [{ at: '0.tokenVerification.algorithms', when: 'none', how: 'accepts-none' }],
      lenient: lenientOptions('0.tokenVerification'),
    },
    {
      name: 'createInlineSigningKeyProvider',
      members: ['createInlineSigningKeyProvider'],
      invoked: 'call',
      operation: 'configure',
      key: ['0'],
    },
  ],
}; // prettier-ignore

/** https://github.com/zaguiini/react-native-pure-jwt, by the source of 3.1.0: every secret here ships inside the app. */
export const reactNativePureJwt: Library = {
  name: 'react-native-pure-jwt',
  modules: ['react-native-pure-jwt'],
  entries: [
    {
      name: 'sign',
      members: ['sign'],
      invoked: 'call',
      operation: 'sign',
      key: ['1'],
      algorithms: { honoured: ['2.alg'], form: 'string' },
      expiry: { payload: '0', unit: 'milliseconds' },
    },
    {
      name: 'decode',
      members: ['decode'],
      invoked: 'call',
      operation: 'verify',
      key: ['1'],
      token: '0',
      unsigned: [{ at: '2.skipValidation', when: true, how: 'no-verify' }],
    },
  ],
};
