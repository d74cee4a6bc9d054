import { lenientOptions, MIXED } from './jsonwebtoken.ts';
import type { Library } from '../types.ts';

/** https://github.com/koajs/jwt refuses an empty secret by itself; run as 3.6.0, 4.0.3 and 4.0.4. */
export const koaJwt: Library = {
  name: 'koa-jwt',
  modules: ['koa-jwt'],
  engine: {
    package: 'jsonwebtoken',
    versions: [
      { since: '4.0.4', is: '9.0.0' },
      { since: '0', is: '8.5.1' },
    ],
  },
  entries: [
    {
      name: 'koaJwt',
      members: [''],
      invoked: 'call',
      operation: 'verify',
      key: ['0.secret'],
      algorithms: {
        honoured: ['0.algorithms'],
        form: 'array',
        ignored: ['0.algorithm', '0.alg'],
        unpinned: [{ severity: 'low', risk: 'it accepts every algorithm that fits the kind of key' }],
        mixed: MIXED,
        engine: 'jsonwebtoken',
      },
      unsigned: [{ at: '0.algorithms', when: 'none', how: 'accepts-none' }],
      lenient: lenientOptions('0'),
    },
  ],
};
