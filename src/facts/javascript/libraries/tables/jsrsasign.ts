import type { Library } from '../types.ts';

const JWS = ['KJUR.jws.JWS', 'jws.JWS', 'JWS'];

/** A key is told by its form: hexadecimal digits, or an object that says how the text is read. */
const KEY_FORMS = ['utf8', 'rstr', 'hex', 'b64', 'b64u'];

const keyAt = (argument: string): readonly string[] => [
  ...KEY_FORMS.map((form) => `${argument}.${form}`),
  argument,
];

/** https://github.com/kjur/jsrsasign, run as 10.9.0 and 11.1.5: a wrong signature is a `false`, not an exception. */
export const jsrsasign: Library = {
  name: 'jsrsasign',
  modules: ['jsrsasign'],
  entries: [
    {
      name: 'JWS.sign',
      members: JWS.map((path) => `${path}.sign`),
      invoked: 'call',
      operation: 'sign',
      key: keyAt('3'),
      algorithms: { honoured: ['0', '1.alg'], form: 'string' },
      unsigned: [
        { at: '0', when: 'none', how: 'signs-none' },
        { at: '1.alg', when: 'none', how: 'signs-none' },
      ],
      expiry: { payload: '2', unit: 'seconds' },
    },
    {
      name: 'JWS.verify',
      members: JWS.map((path) => `${path}.verify`),
      invoked: 'call',
      operation: 'verify',
      key: keyAt('1'),
      token: '0',
      algorithms: {
        honoured: ['2'],
        form: 'array',
        emptyList: 'ignored',
        unpinned: [
          { keys: ['public-key-bytes'], severity: 'medium', risk: 'the text of a public key is an HMAC secret here, and everyone knows it' },
          { severity: 'low', risk: 'it accepts every algorithm that fits the kind of key' },
        ],
      },
    },
    {
      name: 'JWS.verifyJWT',
      members: JWS.map((path) => `${path}.verifyJWT`),
      invoked: 'call',
      operation: 'verify',
      key: keyAt('1'),
      token: '0',
      algorithms: { honoured: ['2.alg'], form: 'array', ignored: ['2.algorithms'] },
      lenient: [
        { at: '2.gracePeriod', what: 'tolerance', when: { above: 300, unit: 'seconds' } },
        { at: '2.verifyAt', what: 'clock', when: 'constant' },
      ],
    },
    { name: 'JWS.parse', members: JWS.map((path) => `${path}.parse`), invoked: 'call', operation: 'decode', token: '0' },
  ],
}; // prettier-ignore
