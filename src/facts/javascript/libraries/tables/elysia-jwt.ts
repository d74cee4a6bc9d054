import type { Library } from '../types.ts';

/** https://elysiajs.com/plugins/jwt, run as 1.4.2 on jose 6: `alg` is for signing and does not constrain `verify`. */
export const elysiaJwt: Library = {
  name: '@elysiajs/jwt',
  modules: ['@elysiajs/jwt'],
  entries: [
    {
      name: 'jwt',
      members: ['', 'jwt'],
      invoked: 'call',
      operation: 'configure',
      key: ['0.secret'],
      expiry: { options: ['0.exp'], unit: 'seconds' },
    },
    {
      name: 'jwt.sign',
      receivers: ['jwt.sign'],
      invoked: 'call',
      operation: 'sign',
      inherits: true,
      expiry: { payload: '0', unit: 'seconds' },
    },
    {
      name: 'jwt.verify',
      receivers: ['jwt.verify'],
      invoked: 'call',
      operation: 'verify',
      inherits: true,
      token: '0',
      algorithms: {
        honoured: ['1.algorithms'],
        form: 'array',
        ignored: ['1.algorithm', '1.alg'],
        unpinned: [{ severity: 'low', risk: 'it accepts every algorithm that fits the kind of key' }],
      },
      lenient: [
        { at: '1.clockTolerance', what: 'tolerance', when: { above: 300, unit: 'seconds' } },
        { at: '1.currentDate', what: 'clock', when: 'constant' },
      ],
    },
  ],
};
