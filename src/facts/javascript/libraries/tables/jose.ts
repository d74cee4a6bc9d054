import { TOLERANCE_SECONDS } from './jsonwebtoken.ts';
import type { AlgorithmsTable, EntryPoint, ExpiryTable, Grade, LenientSwitch, Library } from '../types.ts';

/** What verification does without a pin, found by running 2.0.7, 4.15.9, 5.10.0 and 6.2.18. */
const UNPINNED: readonly Grade[] = [
  { since: '6.0.0', keys: ['bound-key'], severity: 'none', risk: '' },
  { keys: ['public-key-bytes'], severity: 'medium', risk: 'the text of a public key is an HMAC secret here, and everyone knows it' },
  { severity: 'low', risk: 'the library accepts every algorithm that fits the key' },
]; // prettier-ignore

/** The key decides: an RSA key never verifies an HMAC, whatever the list says. */
const MIXED: readonly Grade[] = [
  { severity: 'low', risk: 'the list says less than it seems to: the kind of key decides' },
];

/** `TextEncoder().encode(undefined)` is no bytes; 6 refuses such a key. */
const EMPTY_BYTES: readonly Grade[] = [
  { since: '6.0.0', severity: 'none', risk: '' },
  { severity: 'high', risk: 'the key is then empty, and tokens signed with the empty key are accepted' },
];

const VERIFY_ALGORITHMS: AlgorithmsTable = {
  honoured: ['2.algorithms'],
  form: 'array',
  ignored: ['2.algorithm', '2.alg'],
  unpinned: UNPINNED,
  mixed: MIXED,
};

const LENIENT: readonly LenientSwitch[] = [
  { at: '2.clockTolerance', what: 'tolerance', when: TOLERANCE_SECONDS },
  { at: '2.currentDate', what: 'clock', when: 'constant' },
];

const BUILDER_EXPIRY: ExpiryTable = { chain: ['setExpirationTime'], payload: '<0', unit: 'seconds' };

const BUILDERS = ['CompactSign', 'FlattenedSign'];

const ENTRIES: readonly EntryPoint[] = [
  {
    name: 'SignJWT',
    members: ['SignJWT.#.sign'],
    invoked: 'call',
    operation: 'sign',
    key: ['0'],
    algorithms: { chain: ['setProtectedHeader'], form: 'string' },
    expiry: BUILDER_EXPIRY,
    emptyBytes: EMPTY_BYTES,
  },
  {
    name: 'CompactSign',
    members: BUILDERS.map((name) => `${name}.#.sign`),
    invoked: 'call',
    operation: 'sign',
    key: ['0'],
    algorithms: { chain: ['setProtectedHeader'], form: 'string' },
    emptyBytes: EMPTY_BYTES,
  },
  {
    name: 'SignJWT.setProtectedHeader',
    members: ['SignJWT', ...BUILDERS].map((name) => `${name}.#.setProtectedHeader`),
    invoked: 'call',
    operation: 'configure',
    algorithms: { honoured: ['0.alg'], form: 'string' },
    unsigned: [{ at: '0.alg', when: 'none', how: 'signs-none' }],
  },
  { name: 'GeneralSign', members: ['GeneralSign.#.addSignature'], invoked: 'call', operation: 'sign', key: ['0'] },
  {
    name: 'jwtVerify',
    members: ['jwtVerify'],
    invoked: 'call',
    operation: 'verify',
    key: ['1'],
    token: '0',
    algorithms: VERIFY_ALGORITHMS,
    unsigned: [{ at: '2.algorithms', when: 'none', how: 'accepts-none' }],
    lenient: LENIENT,
    embedded: [{ at: '1', when: 'EmbeddedJWK' }],
    emptyBytes: EMPTY_BYTES,
  },
  {
    name: 'compactVerify',
    members: ['compactVerify', 'flattenedVerify', 'generalVerify'],
    invoked: 'call',
    operation: 'verify',
    key: ['1'],
    token: '0',
    algorithms: VERIFY_ALGORITHMS,
    unsigned: [{ at: '2.algorithms', when: 'none', how: 'accepts-none' }],
    embedded: [{ at: '1', when: 'EmbeddedJWK' }],
    emptyBytes: EMPTY_BYTES,
  },
  {
    name: 'EncryptJWT',
    members: ['EncryptJWT.#.encrypt', 'CompactEncrypt.#.encrypt'],
    invoked: 'call',
    operation: 'configure',
    key: ['0'],
  },
  { name: 'jwtDecrypt', members: ['jwtDecrypt', 'compactDecrypt'], invoked: 'call', operation: 'configure', key: ['1'] },
  {
    name: 'JWT.sign',
    members: ['JWT.sign'],
    invoked: 'call',
    operation: 'sign',
    key: ['1'],
    algorithms: { honoured: ['2.algorithm'], form: 'string' },
    unsigned: [{ at: '2.algorithm', when: 'none', how: 'signs-none' }],
    expiry: { options: ['2.expiresIn'], payload: '0', unit: 'seconds' },
  },
  {
    name: 'JWT.verify',
    members: ['JWT.verify'],
    invoked: 'call',
    operation: 'verify',
    key: ['1'],
    token: '0',
    algorithms: VERIFY_ALGORITHMS,
    unsigned: [
      { at: '2.algorithms', when: 'none', how: 'accepts-none' },
    ],
    lenient: [{ at: '2.ignoreExp', what: 'expiration', when: true }, ...LENIENT],
  },
  {
    name: 'UnsecuredJWT',
    members: ['UnsecuredJWT.#.encode'],
    invoked: 'call',
    operation: 'sign',
    unsigned: [{ at: '', when: 'given', how: 'signs-none' }],
  },
  {
    name: 'UnsecuredJWT.decode',
    members: ['UnsecuredJWT.decode'],
    invoked: 'call',
    operation: 'decode',
    token: '0',
    unsigned: [{ at: '', when: 'given', how: 'accepts-none' }],
  },
  { name: 'decodeJwt', members: ['decodeJwt', 'JWT.decode'], invoked: 'call', operation: 'decode', token: '0' },
  { name: 'decodeProtectedHeader', members: ['decodeProtectedHeader'], invoked: 'call', operation: 'decode', token: '0' },
  { name: 'importJWK', members: ['importJWK'], invoked: 'call', operation: 'configure', key: ['0.k'], decodesKey: 'base64' },
]; // prettier-ignore

/** The older subpaths are those of 3.x and of the browser runtime. */
const SUBPATHS = [
  'jwt/sign',
  'jwt/verify',
  'jwt/unsecured',
  'jwt/decode',
  'decode/protected_header',
  'jws/compact/sign',
  'jws/compact/verify',
  'jws/flattened/sign',
  'jws/flattened/verify',
  'jws/general/sign',
  'jws/general/verify',
];

const PACKAGES = ['jose', 'jose-browser-runtime', 'jose-node-esm-runtime', 'jose-node-cjs-runtime'];

/** https://github.com/panva/jose */
export const jose: Library = {
  name: 'jose',
  modules: PACKAGES.flatMap((name) => [name, ...SUBPATHS.map((path) => `${name}/${path}`)]),
  fluent: ['SignJWT', ...BUILDERS, 'GeneralSign', 'UnsecuredJWT', 'EncryptJWT', 'CompactEncrypt'],
  keys: [
    { members: ['createRemoteJWKSet', 'createLocalJWKSet'], kind: 'key-set' },
    { members: ['importSPKI', 'importX509', 'importJWK'], kind: 'bound-key' },
    { members: ['importPKCS8'], kind: 'private-key' },
    { members: ['JWK.asKey', 'JWKS.asKeyStore'], kind: 'key-object' },
    { members: ['EmbeddedJWK'], kind: 'resolver' },
  ],
  entries: ENTRIES,
};
