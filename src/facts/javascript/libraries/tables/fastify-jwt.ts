import { TOLERANCE_MILLISECONDS } from './jsonwebtoken.ts';
import type { EntryPoint, Grade, LenientSwitch, Library } from '../types.ts';

const FITS = 'it accepts every algorithm that fits the kind of key';

/** What fast-jwt does without a pin; run as 3.3.1, 4.0.6, 5.0.6, 6.2.0, 6.2.4 and 6.3.6. */
const UNPINNED: readonly Grade[] = [
  { since: '6.3.0', severity: 'low', risk: FITS },
  { keys: ['jwk-text'], severity: 'medium', risk: 'the text of a public JWK is taken for an HMAC secret, and everyone knows it (GHSA-g3jj-5cmm-3hxx)' },
  { keys: ['padded-public-key'], severity: 'medium', risk: 'a public key that does not start with its header line is taken for an HMAC secret (CVE-2026-34950)' },
  { before: '6.2.4', keys: ['resolver'], whenUnset: true, severity: 'high', risk: 'where the key function answers with an empty text, tokens signed with the empty key are accepted (CVE-2026-44351)' },
  { before: '3.3.2', keys: ['public-key'], severity: 'medium', risk: 'a PKCS#1 public key is taken for an HMAC secret (CVE-2023-48223)' },
  { severity: 'low', risk: FITS },
]; // prettier-ignore

/** The list never widens what fits the key: mixed lists were refused by every version that was run. */
const MIXED: readonly Grade[] = [
  { severity: 'low', risk: 'the list says less than it seems to: the kind of key decides' },
];

function lenientOptions(options: string): readonly LenientSwitch[] {
  return [
    { at: `${options}.ignoreExpiration`, what: 'expiration', when: true },
    { at: `${options}.ignoreNotBefore`, what: 'not-before', when: true },
    { at: `${options}.clockTolerance`, what: 'tolerance', when: TOLERANCE_MILLISECONDS },
    { at: `${options}.clockTimestamp`, what: 'clock', when: 'constant' },
  ];
}

/** https://github.com/nearform/fast-jwt */
export const fastJwt: Library = {
  name: 'fast-jwt',
  modules: ['fast-jwt'],
  entries: [
    {
      name: 'createSigner',
      members: ['createSigner'],
      invoked: 'call',
      operation: 'sign',
      key: ['0.key.key', '0.key'],
      algorithms: { honoured: ['0.algorithm'], form: 'string' },
      unsigned: [{ at: '0.algorithm', when: 'none', how: 'signs-none' }],
    },
    {
      name: 'createSigner()',
      members: ['createSigner.()'],
      invoked: 'call',
      operation: 'sign',
      expiry: { options: ['<0.expiresIn'], payload: '0', unit: 'milliseconds' },
    },
    {
      name: 'createVerifier',
      members: ['createVerifier'],
      invoked: 'call',
      operation: 'verify',
      key: ['0.key'],
      algorithms: {
        honoured: ['0.algorithms'],
        form: 'array',
        ignored: ['0.algorithm', '0.alg'],
        emptyList: 'ignored',
        unpinned: UNPINNED,
        mixed: MIXED,
      },
      unsigned: [{ at: '0.algorithms', when: 'none', how: 'accepts-none' }],
      lenient: lenientOptions('0'),
    },
    { name: 'createDecoder()', members: ['createDecoder.()'], invoked: 'call', operation: 'decode', token: '0' },
  ],
}; // prettier-ignore

/** The options of the plugin, by which every call goes that says nothing itself. */
const PLUGIN: Pick<EntryPoint, 'operation' | 'key' | 'expiry' | 'lenient' | 'unsigned'> = {
  operation: 'configure',
  key: ['1.secret.private', '1.secret.public', '1.secret.key', '1.secret'],
  expiry: { options: ['1.sign.expiresIn'], unit: 'seconds' },
  unsigned: [
    { at: '1.verify.algorithms', when: 'none', how: 'accepts-none' },
    { at: '1.sign.algorithm', when: 'none', how: 'signs-none' },
  ],
  lenient: lenientOptions('1.verify'),
};

/**
 * https://github.com/fastify/fastify-jwt; `fastify-jwt` is its deprecated name. Run as 3.0.1 and 4.2.0 under the old name and as
 * 7.2.4 to 10.2.8 under the new one: `sign.algorithm` never constrains verification.
 */
export const fastifyJwt: Library = {
  name: '@fastify/jwt',
  modules: ['@fastify/jwt'],
  engine: {
    package: 'fast-jwt',
    versions: [
      { since: '10.2.8', is: '6.3.4' },
      { since: '10.2.0', is: '6.2.4' },
      { since: '10.0.0', is: '6.0.2' },
      { since: '9.1.0', is: '5.0.0' },
      { since: '8.0.0', is: '4.0.0' },
      { since: '7.0.0', is: '3.3.2' },
      { since: '6.0.0', is: '2.0.0' },
      { since: '0', is: '1.5.0' },
    ],
  },
  entries: [
    {
      ...PLUGIN,
      name: 'fastifyJwt',
      members: [''],
      invoked: 'plugin',
      algorithms: {
        honoured: ['1.verify.algorithms'],
        form: 'array',
        ignored: ['1.verify.algorithm', '1.algorithms', '1.algorithm'],
        emptyList: 'ignored',
        unpinned: UNPINNED,
        mixed: MIXED,
        engine: 'fast-jwt',
      },
    },
    ...decorators(),
  ],
};

/** https://www.npmjs.com/package/fastify-jwt up to 3.x: jsonwebtoken 8 inside. */
export const oldFastifyJwt: Library = {
  name: 'fastify-jwt',
  modules: ['fastify-jwt'],
  entries: [
    {
      ...PLUGIN,
      name: 'fastifyJwt',
      members: [''],
      invoked: 'plugin',
      algorithms: {
        honoured: ['1.verify.algorithms'],
        form: 'array',
        ignored: ['1.verify.algorithm', '1.algorithms', '1.algorithm'],
        unpinned: [
          { since: '4.0.0', severity: 'low', risk: FITS },
          { keys: ['resolver', 'falsy'], whenUnset: true, severity: 'high', risk: 'where the key function finds no key, tokens without a signature are accepted (CVE-2022-23540)' },
          { severity: 'low', risk: FITS },
        ],
        mixed: MIXED,
      },
    },
    ...decorators(),
  ],
}; // prettier-ignore

/** What the plugin hangs on the instance, the request and the reply. Its verification is pinned where it is registered. */
function decorators(): readonly EntryPoint[] {
  return [
    {
      name: 'fastify.jwt.sign',
      receivers: ['jwt.sign'],
      invoked: 'call',
      operation: 'sign',
      inherits: true,
      key: ['1.key'],
      algorithms: { honoured: ['1.algorithm'], form: 'string' },
      unsigned: [{ at: '1.algorithm', when: 'none', how: 'signs-none' }],
      expiry: { options: ['1.expiresIn'], payload: '0', unit: 'seconds' },
    },
    {
      name: 'reply.jwtSign',
      receivers: ['jwtSign'],
      invoked: 'call',
      operation: 'sign',
      inherits: true,
      key: ['1.sign.key', '1.key'],
      algorithms: { honoured: ['1.sign.algorithm', '1.algorithm'], form: 'string' },
      expiry: { options: ['1.sign.expiresIn', '1.expiresIn'], payload: '0', unit: 'seconds' },
    },
    {
      name: 'fastify.jwt.verify',
      receivers: ['jwt.verify'],
      invoked: 'call',
      operation: 'verify',
      inherits: true,
      key: ['1.key'],
      token: '0',
      algorithms: { honoured: ['1.algorithms'], form: 'array', ignored: ['1.algorithm'], mixed: MIXED },
      unsigned: [{ at: '1.algorithms', when: 'none', how: 'accepts-none' }],
      lenient: lenientOptions('1'),
    },
    {
      name: 'request.jwtVerify',
      receivers: ['jwtVerify'],
      invoked: 'call',
      operation: 'verify',
      inherits: true,
      key: ['0.verify.key', '0.key'],
      algorithms: { honoured: ['0.verify.algorithms', '0.algorithms'], form: 'array', mixed: MIXED },
      unsigned: [{ at: '0.verify.algorithms', when: 'none', how: 'accepts-none' }, { at: '0.algorithms', when: 'none', how: 'accepts-none' }],
      lenient: [...lenientOptions('0.verify'), ...lenientOptions('0')],
    },
    { name: 'fastify.jwt.decode', receivers: ['jwt.decode'], invoked: 'call', operation: 'decode', token: '0' },
    { name: 'request.jwtDecode', receivers: ['jwtDecode'], invoked: 'call', operation: 'decode' },
  ]; // prettier-ignore
}
