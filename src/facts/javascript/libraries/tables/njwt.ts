import type { Grade, Library } from '../types.ts';

/** One algorithm always holds, HS256 where none is given: only a public key without an algorithm is a danger. */
const UNPINNED: readonly Grade[] = [
  { keys: ['public-key', 'certificate', 'padded-public-key'], severity: 'medium', risk: 'the library takes HS256, so the public key is an HMAC secret that everyone knows' },
]; // prettier-ignore

/** https://github.com/jwtk/njwt, run as 1.2.0 and 2.0.1: tokens live one hour unless something else is said. */
export const njwt: Library = {
  name: 'njwt',
  modules: ['njwt'],
  fluent: ['Verifier', 'Jwt', 'create()', 'createVerifier()'],
  entries: [
    {
      name: 'create',
      members: ['create'],
      invoked: 'call',
      operation: 'sign',
      key: ['1'],
      algorithms: { honoured: ['2'], form: 'string' },
      unsigned: [{ at: '2', when: 'none', how: 'signs-none' }],
      expiry: { byDefault: true, unit: 'seconds' },
    },
    {
      name: 'verify',
      members: ['verify'],
      invoked: 'call',
      operation: 'verify',
      key: ['1'],
      token: '0',
      algorithms: { honoured: ['2'], form: 'string', unpinned: UNPINNED },
      // Accepts unsigned tokens and any signature even with a key.
      unsigned: [{ at: '2', when: 'none', how: 'accepts-none' }],
    },
    {
      name: 'setSigningKey',
      members: ['Jwt.#.setSigningKey', 'create.().setSigningKey'],
      invoked: 'call',
      operation: 'configure',
      key: ['0'],
    },
    {
      name: 'createVerifier',
      members: ['createVerifier.().setSigningKey', 'Verifier.#.setSigningKey'],
      invoked: 'call',
      operation: 'verify',
      key: ['0'],
      algorithms: { chain: ['setSigningAlgorithm'], form: 'string', unpinned: UNPINNED },
    },
    {
      name: 'setSigningAlgorithm',
      members: ['createVerifier.().setSigningAlgorithm', 'Verifier.#.setSigningAlgorithm'],
      invoked: 'call',
      operation: 'configure',
      unsigned: [{ at: '0', when: 'none', how: 'accepts-none' }],
    },
  ],
};
