import { lenientOptions, MIXED, UNPINNED, UNSET } from './jsonwebtoken.ts';
import type { AlgorithmsTable, EntryPoint, Library } from '../types.ts';

const MODULE_KEYS = ['secret', 'secretOrPrivateKey', 'privateKey', 'publicKey', 'secretOrKeyProvider'];

/** What the module's options say, by which every call of the service goes that says nothing itself. */
const MODULE: Pick<EntryPoint, 'operation' | 'key' | 'algorithms' | 'unsigned' | 'lenient' | 'expiry'> = {
  operation: 'configure',
  key: MODULE_KEYS.map((name) => `0.${name}`),
  algorithms: {
    honoured: ['0.verifyOptions.algorithms'],
    form: 'array',
    // Signing settings never constrain verification: HS512 to sign, and HS256 is still accepted (10 to 12 were run).
    ignored: ['0.verifyOptions.algorithm', '0.algorithms', '0.algorithm'],
    unpinned: UNPINNED,
    mixed: MIXED,
    engine: 'jsonwebtoken',
  },
  unsigned: [
    { at: '0.verifyOptions.algorithms', when: 'none', how: 'accepts-none' },
    { at: '0.signOptions.algorithm', when: 'none', how: 'signs-none' },
  ],
  expiry: { options: ['0.signOptions.expiresIn'], unit: 'seconds' },
  lenient: lenientOptions('0.verifyOptions'),
};

const CALL_ALGORITHMS: AlgorithmsTable = {
  honoured: ['1.algorithms'],
  form: 'array',
  ignored: ['1.algorithm', '1.alg'],
  unpinned: UNPINNED,
  mixed: MIXED,
  engine: 'jsonwebtoken',
};

/** https://github.com/nestjs/jwt, run as 9.0.0, 10.2.0, 11.0.2 and 12.0.2. */
export const nestjsJwt: Library = {
  name: '@nestjs/jwt',
  modules: ['@nestjs/jwt'],
  engine: {
    package: 'jsonwebtoken',
    versions: [
      { since: '10.0.0', is: '9.0.0' },
      { since: '0', is: '8.5.1' },
    ],
  },
  entries: [
    { ...MODULE, name: 'JwtModule.register', members: ['JwtModule.register'], invoked: 'call' },
    {
      ...MODULE,
      name: 'JwtModule.registerAsync',
      members: ['JwtModule.registerAsync'],
      invoked: 'call',
      factory: { at: '0.useFactory', members: MODULE_KEYS },
    },
    { ...MODULE, name: 'JwtService', members: ['JwtService'], invoked: 'new' },
    {
      ...MODULE,
      name: 'JwtModuleOptions',
      invoked: 'object',
      object: { types: ['JwtModuleOptions', 'JwtOptionsFactory'] },
    },
    {
      name: 'jwtService.sign',
      members: ['JwtService.#.sign', 'JwtService.#.signAsync'],
      invoked: 'call',
      operation: 'sign',
      inherits: true,
      key: ['1.secret', '1.privateKey'],
      algorithms: { honoured: ['1.algorithm'], form: 'string' },
      unsigned: [{ at: '1.algorithm', when: 'none', how: 'signs-none' }],
      expiry: { options: ['1.expiresIn'], payload: '0', unit: 'seconds' },
    },
    {
      name: 'jwtService.verify',
      members: ['JwtService.#.verify', 'JwtService.#.verifyAsync'],
      invoked: 'call',
      operation: 'verify',
      inherits: true,
      key: ['1.secret', '1.publicKey'],
      token: '0',
      algorithms: CALL_ALGORITHMS,
      unsigned: [{ at: '1.algorithms', when: 'none', how: 'accepts-none' }],
      lenient: lenientOptions('1'),
      unset: UNSET,
    },
    { name: 'jwtService.decode', members: ['JwtService.#.decode'], invoked: 'call', operation: 'decode', token: '0' },
  ],
}; // prettier-ignore
