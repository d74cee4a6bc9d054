import type { Library } from '../types.ts';

/** https://github.com/tsndr/cloudflare-worker-jwt, run as 2.5.4 and 3.2.3: one algorithm always holds, HS256 by default. */
export const cloudflareWorkerJwt: Library = {
  name: '@tsndr/cloudflare-worker-jwt',
  modules: ['@tsndr/cloudflare-worker-jwt'],
  entries: [
    {
      name: 'sign',
      members: ['sign'],
      invoked: 'call',
      operation: 'sign',
      key: ['1'],
      algorithms: { honoured: ['2.algorithm', '2'], form: 'string' },
      unsigned: [
        { at: '2', when: 'none', how: 'signs-none' },
        { at: '2.algorithm', when: 'none', how: 'signs-none' },
      ],
      expiry: { payload: '0', unit: 'seconds' },
    },
    {
      name: 'verify',
      members: ['verify'],
      invoked: 'call',
      operation: 'verify',
      key: ['1'],
      token: '0',
      algorithms: { honoured: ['2.algorithm', '2'], form: 'string' },
      // Version 3 then accepts unsigned tokens and any signature.
      unsigned: [
        { at: '2', when: 'none', how: 'accepts-none' },
        { at: '2.algorithm', when: 'none', how: 'accepts-none' },
      ],
      lenient: [
        { at: '2.clockTolerance', what: 'tolerance', when: { above: 300, unit: 'seconds' } },
      ],
    },
    { name: 'decode', members: ['decode'], invoked: 'call', operation: 'decode', token: '0' },
  ],
}; // prettier-ignore
