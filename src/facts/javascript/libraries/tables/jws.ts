import type { Library } from '../types.ts';

/** https://github.com/auth0/node-jws: `verify` insists on an algorithm; taken from the token, it is no pin (3.2.2 and 4.0.1 were run). */
export const jws: Library = {
  name: 'jws',
  modules: ['jws'],
  entries: [
    {
      name: 'sign',
      members: ['sign', 'createSign'],
      invoked: 'call',
      operation: 'sign',
      key: ['0.secret', '0.privateKey', '0.key'],
      algorithms: { honoured: ['0.header.alg'], form: 'string' },
      unsigned: [{ at: '0.header.alg', when: 'none', how: 'signs-none' }],
      expiry: { payload: '0.payload', unit: 'seconds' },
    },
    {
      name: 'verify',
      members: ['verify'],
      invoked: 'call',
      operation: 'verify',
      key: ['2'],
      token: '0',
      algorithms: { honoured: ['1'], form: 'string' },
      unsigned: [{ at: '1', when: 'none', how: 'accepts-none' }],
    },
    {
      name: 'createVerify',
      members: ['createVerify'],
      invoked: 'call',
      operation: 'verify',
      key: ['0.secret', '0.publicKey', '0.key'],
      token: '0.signature',
      algorithms: { honoured: ['0.algorithm'], form: 'string', ignored: ['0.algorithms'] },
      unsigned: [{ at: '0.algorithm', when: 'none', how: 'accepts-none' }],
    },
    { name: 'decode', members: ['decode'], invoked: 'call', operation: 'decode', token: '0' },
  ],
};
