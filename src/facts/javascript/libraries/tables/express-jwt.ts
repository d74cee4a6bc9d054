import { lenientOptions, MIXED } from './jsonwebtoken.ts';
import type { Library } from '../types.ts';

/** https://github.com/auth0/express-jwt; run as 5.3.3, 6.1.2, 7.7.7, 7.7.8 and 8.5.1. */
export const expressJwt: Library = {
  name: 'express-jwt',
  modules: ['express-jwt'],
  engine: {
    package: 'jsonwebtoken',
    versions: [
      { since: '7.7.8', is: '9.0.2' },
      { since: '0', is: '8.0.0' },
    ],
  },
  entries: [
    {
      name: 'expressjwt',
      members: ['', 'expressjwt'],
      invoked: 'call',
      operation: 'verify',
      key: ['0.secret'],
      algorithms: {
        honoured: ['0.algorithms'],
        form: 'array',
        ignored: ['0.algorithm', '0.alg'],
        unpinned: [
          { since: '6.0.0', severity: 'none', refuses: true, risk: 'the middleware throws when the program starts' },
          { keys: ['key-set', 'resolver'], whenUnset: true, severity: 'high', risk: 'where no key is found the middleware accepts tokens without a signature (CVE-2020-15084)' },
          { severity: 'low', risk: 'the middleware accepts every algorithm that fits the kind of key' },
        ],
        mixed: [
          { since: '7.7.8', severity: 'low', risk: 'only the check of the key in jsonwebtoken 9 keeps a public key from working as an HMAC secret' },
          { severity: 'high', risk: 'a token signed with the public key as an HMAC secret is accepted (CVE-2022-23541)' },
        ],
      },
      unsigned: [{ at: '0.algorithms', when: 'none', how: 'accepts-none' }],
      lenient: lenientOptions('0'),
    },
  ],
}; // prettier-ignore

/** https://github.com/auth0-community/socketio-jwt, run as 4.6.2: jsonwebtoken 8 inside. */
export const socketioJwt: Library = {
  name: 'socketio-jwt',
  modules: ['socketio-jwt'],
  entries: [
    {
      name: 'authorize',
      members: ['authorize'],
      invoked: 'call',
      operation: 'verify',
      key: ['0.secret'],
      algorithms: {
        honoured: ['0.algorithms'],
        form: 'array',
        ignored: ['0.algorithm'],
        unpinned: [
          { keys: ['falsy'], severity: 'high', risk: 'with an empty secret it accepts tokens without a signature' },
          { keys: ['resolver', 'key-set'], whenUnset: true, severity: 'high', risk: 'where no key is found it accepts tokens without a signature' },
          { severity: 'low', risk: 'it accepts every algorithm that fits the kind of key' },
        ],
        mixed: MIXED,
      },
      unsigned: [{ at: '0.algorithms', when: 'none', how: 'accepts-none' }],
      lenient: lenientOptions('0'),
    },
  ],
}; // prettier-ignore

/** https://github.com/theoludwig/socketio-jwt pins HS256 by itself; run as 3.1.4. */
export const threamSocketioJwt: Library = {
  name: '@thream/socketio-jwt',
  modules: ['@thream/socketio-jwt'],
  engine: {
    package: 'jsonwebtoken',
    versions: [
      { since: '3.0.0', is: '9.0.2' },
      { since: '0', is: '8.5.1' },
    ],
  },
  entries: [
    {
      name: 'authorize',
      members: ['authorize'],
      invoked: 'call',
      operation: 'verify',
      key: ['0.secret'],
      algorithms: { honoured: ['0.algorithms'], form: 'array', mixed: MIXED, engine: 'jsonwebtoken' },
      unsigned: [{ at: '0.algorithms', when: 'none', how: 'accepts-none' }],
    },
  ],
};
