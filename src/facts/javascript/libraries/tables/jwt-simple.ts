import type { Library } from '../types.ts';

/** https://github.com/hokaccha/node-jwt-simple, run as 0.3.0, 0.5.2 and 0.5.6: `decode` verifies, unless its third argument is true. */
export const jwtSimple: Library = {
  name: 'jwt-simple',
  modules: ['jwt-simple'],
  entries: [
    {
      name: 'encode',
      members: ['encode'],
      invoked: 'call',
      operation: 'sign',
      key: ['1'],
      algorithms: { honoured: ['2'], form: 'string' },
      expiry: { payload: '0', unit: 'seconds' },
    },
    {
      name: 'decode',
      members: ['decode'],
      invoked: 'call',
      operation: 'verify',
      key: ['1'],
      token: '0',
      algorithms: {
        honoured: ['3'],
        form: 'string',
        unpinned: [
          { keys: ['certificate'], severity: 'high', risk: 'a token signed with the certificate as an HMAC secret is accepted: only bare public keys are recognised' },
          { before: '0.5.3', keys: ['public-key'], severity: 'high', risk: 'a token signed with the public key as an HMAC secret is accepted (CVE-2016-10555)' },
          { severity: 'low', risk: 'the algorithm is read from the token that the attacker writes, and only the kind of key limits it' },
        ],
      },
      unsigned: [{ at: '2', when: 'truthy', how: 'no-verify' }],
    },
  ],
}; // prettier-ignore
