import type { Grade, Library } from '../types.ts';

/** Since 4.11.4 everything that verifies throws without `alg` (CVE-2026-22817, boundary run); before, it chose HS256. */
const UNPINNED: readonly Grade[] = [
  { since: '4.11.4', severity: 'none', refuses: true, risk: 'the library refuses to run' },
  { severity: 'medium', risk: 'the library chooses HS256, whatever the key is for (CVE-2026-22817)' },
];

/** Without a list, `jwk` and `verifyWithJwks` followed the token's own header (CVE-2026-22818). */
const UNPINNED_KEY_SET: readonly Grade[] = [
  { since: '4.11.4', severity: 'none', refuses: true, risk: 'the library refuses to run' },
  { severity: 'medium', risk: 'the library takes the algorithm from the token where the key does not name one (CVE-2026-22818)' },
]; // prettier-ignore

/** https://hono.dev/docs/middleware/builtin/jwt, run as 3.12.12, 4.10.3 and 4.13.19. */
export const hono: Library = {
  name: 'hono',
  modules: ['hono/jwt', 'hono/jwk', 'hono/utils/jwt', 'hono/utils/jwt/jwt', 'hono/middleware'],
  entries: [
    {
      name: 'jwt',
      members: ['jwt'],
      invoked: 'call',
      operation: 'verify',
      key: ['0.secret'],
      algorithms: { honoured: ['0.alg'], form: 'string', ignored: ['0.algorithms', '0.algorithm'], unpinned: UNPINNED },
      lenient: [
        { at: '0.verification.exp', what: 'expiration', when: false },
        { at: '0.verification.nbf', what: 'not-before', when: false },
      ],
    },
    {
      name: 'jwk',
      members: ['jwk'],
      invoked: 'call',
      operation: 'verify',
      algorithms: { honoured: ['0.alg'], form: 'array', ignored: ['0.algorithms', '0.algorithm'], unpinned: UNPINNED_KEY_SET },
      lenient: [{ at: '0.verification.exp', what: 'expiration', when: false }],
    },
    {
      name: 'sign',
      members: ['sign', 'Jwt.sign'],
      invoked: 'call',
      operation: 'sign',
      key: ['1'],
      algorithms: { honoured: ['2'], form: 'string' },
      expiry: { payload: '0', unit: 'seconds' },
    },
    {
      name: 'verify',
      members: ['verify', 'Jwt.verify'],
      invoked: 'call',
      operation: 'verify',
      key: ['1'],
      token: '0',
      algorithms: { honoured: ['2', '2.alg'], form: 'string', ignored: ['2.algorithms', '2.algorithm'], unpinned: UNPINNED },
      lenient: [
        { at: '2.exp', what: 'expiration', when: false },
        { at: '2.nbf', what: 'not-before', when: false },
      ],
    },
    {
      name: 'verifyWithJwks',
      members: ['verifyWithJwks', 'Jwt.verifyWithJwks'],
      invoked: 'call',
      operation: 'verify',
      token: '0',
      algorithms: { honoured: ['1.allowedAlgorithms'], form: 'array', ignored: ['1.alg', '1.algorithms'], unpinned: UNPINNED_KEY_SET },
      lenient: [{ at: '1.verification.exp', what: 'expiration', when: false }],
    },
    { name: 'decode', members: ['decode', 'Jwt.decode'], invoked: 'call', operation: 'decode', token: '0' },
  ],
}; // prettier-ignore
