import type { AlgorithmsTable, Grade, Library } from './types.ts';

const INFERRED: readonly Grade[] = [
  { since: '0', severity: 'low', risk: 'the library accepts every algorithm that fits the key' },
];

const VERIFY_ALGORITHMS: AlgorithmsTable = {
  honoured: ['2.algorithms'],
  form: 'array',
  ignored: ['2.algorithm', '2.alg'],
  grades: INFERRED,
};

const SIGN_CLASSES = ['SignJWT', 'CompactSign', 'FlattenedSign'];

/** https://github.com/panva/jose */
export const jose: Library = {
  name: 'jose',
  modules: [
    'jose',
    'jose/jwt/sign',
    'jose/jwt/verify',
    'jose/jwt/unsecured',
    'jose/jwt/decode',
    'jose/jws/compact/sign',
    'jose/jws/compact/verify',
    'jose/jws/flattened/sign',
    'jose/jws/flattened/verify',
    'jose/jws/general/sign',
    'jose/jws/general/verify',
  ],
  fluent: [...SIGN_CLASSES, 'GeneralSign', 'UnsecuredJWT'],
  entries: [
    {
      name: 'SignJWT',
      members: SIGN_CLASSES.map((name) => `${name}.#.sign`),
      invoked: 'call',
      operation: 'sign',
      key: ['0'],
    },
    {
      name: 'SignJWT.setProtectedHeader',
      members: SIGN_CLASSES.map((name) => `${name}.#.setProtectedHeader`),
      invoked: 'call',
      operation: 'configure',
      algorithms: { honoured: ['0.alg'], form: 'string' },
      unsigned: [{ at: '0.alg', when: 'none', how: 'signs-none' }],
    },
    { name: 'GeneralSign', members: ['GeneralSign.#.addSignature'], invoked: 'call', operation: 'sign', key: ['0'] },
    {
      name: 'jwtVerify',
      members: ['jwtVerify', 'compactVerify', 'flattenedVerify', 'generalVerify'],
      invoked: 'call',
      operation: 'verify',
      key: ['1'],
      algorithms: VERIFY_ALGORITHMS,
      unsigned: [{ at: '2.algorithms', when: 'none', how: 'accepts-none' }],
    },
    {
      name: 'JWT.sign',
      members: ['JWT.sign'],
      invoked: 'call',
      operation: 'sign',
      key: ['1'],
      algorithms: { honoured: ['2.algorithm'], form: 'string' },
      unsigned: [{ at: '2.algorithm', when: 'none', how: 'signs-none' }],
    },
    {
      name: 'JWT.verify',
      members: ['JWT.verify'],
      invoked: 'call',
      operation: 'verify',
      key: ['1'],
      algorithms: VERIFY_ALGORITHMS,
      unsigned: [{ at: '2.algorithms', when: 'none', how: 'accepts-none' }],
    },
    {
      name: 'UnsecuredJWT',
      members: ['UnsecuredJWT.#.encode'],
      invoked: 'call',
      operation: 'sign',
      unsigned: [{ at: '', when: 'truthy', how: 'signs-none' }],
    },
    {
      name: 'UnsecuredJWT.decode',
      members: ['UnsecuredJWT.decode'],
      invoked: 'call',
      operation: 'decode',
      unsigned: [{ at: '', when: 'truthy', how: 'accepts-none' }],
    },
    { name: 'decodeJwt', members: ['decodeJwt', 'decodeProtectedHeader', 'JWT.decode'], invoked: 'call', operation: 'decode' },
  ],
}; // prettier-ignore
