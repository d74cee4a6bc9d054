import type { Library } from '../types.ts';

/** https://github.com/cisco/node-jose, run as 2.2.0: no claim is checked, and `allowEmbeddedKey` holds for the whole process. */
export const nodeJose: Library = {
  name: 'node-jose',
  modules: ['node-jose'],
  keys: [{ members: ['JWK.asKey', 'JWK.asKeyStore', 'JWK.createKeyStore'], kind: 'key-object' }],
  entries: [
    {
      name: 'JWS.createSign',
      members: ['JWS.createSign'],
      invoked: 'call',
      operation: 'sign',
      key: ['1'],
      algorithms: { honoured: ['0.fields.alg', '0.alg'], form: 'string' },
    },
    {
      name: 'JWS.createVerify',
      members: ['JWS.createVerify'],
      invoked: 'call',
      operation: 'verify',
      key: ['0'],
      algorithms: {
        honoured: ['1.algorithms'],
        form: 'array',
        ignored: ['1.algorithm'],
        emptyList: 'ignored',
        unpinned: [{ severity: 'low', risk: 'it accepts every algorithm that the keys of the store can do' }],
      },
      embedded: [{ at: '1.allowEmbeddedKey', when: true }],
    },
    {
      name: 'verifier.verify',
      members: ['JWS.createVerify.().verify'],
      invoked: 'call',
      operation: 'configure',
      embedded: [{ at: '1.allowEmbeddedKey', when: true }],
    },
    {
      name: 'JWK.asKey',
      members: ['JWK.asKey'],
      invoked: 'call',
      operation: 'configure',
      key: ['0.k', '0'],
      decodesKey: 'base64',
    },
  ],
};
