import { lenientOptions, MIXED } from './jsonwebtoken.ts';
import type { Grade, Library } from '../types.ts';

/** What @hapi/jwt does without a pin; run as 2.2.0 and 3.2.4. */
const UNPINNED: readonly Grade[] = [
  { keys: ['falsy'], severity: 'high', risk: 'without a key it accepts tokens without a signature' },
  { whenUnset: true, severity: 'high', risk: 'where the key is missing at run time it accepts tokens without a signature' },
  { before: '3.0.0', keys: ['key-object'], severity: 'medium', risk: 'key objects are not understood, so only tokens without a signature pass' },
  { severity: 'low', risk: 'it accepts every algorithm that fits the kind of key' },
]; // prettier-ignore

const HAPI_MIXED: readonly Grade[] = [
  { severity: 'high', risk: 'a token signed with the public key as an HMAC secret is accepted' },
];

const UNSET: readonly Grade[] = [
  { severity: 'high', risk: 'the library then accepts tokens without a signature' },
];

/** https://github.com/hapijs/jwt */
export const hapiJwt: Library = {
  name: '@hapi/jwt',
  modules: ['@hapi/jwt'],
  entries: [
    {
      name: 'token.generate',
      members: ['token.generate'],
      invoked: 'call',
      operation: 'sign',
      key: ['1.key', '1'],
      algorithms: { honoured: ['1.algorithm'], form: 'string' },
      unsigned: [{ at: '1.algorithm', when: 'none', how: 'signs-none' }],
      expiry: { options: ['2.ttlSec'], payload: '0', unit: 'seconds' },
    },
    {
      name: 'token.verify',
      members: ['token.verify', 'token.verifySignature'],
      invoked: 'call',
      operation: 'verify',
      key: ['1.key', '1'],
      token: '0',
      algorithms: {
        honoured: ['1.algorithms', '1.algorithm'],
        form: 'array',
        ignored: ['2.algorithms', '2.algorithm'],
        unpinned: UNPINNED,
        mixed: HAPI_MIXED,
      },
      unsigned: [{ at: '1.algorithms', when: 'none', how: 'accepts-none' }],
      lenient: [
        { at: '2.exp', what: 'expiration', when: false },
        { at: '2.nbf', what: 'not-before', when: false },
        { at: '2.timeSkewSec', what: 'tolerance', when: { above: 300, unit: 'seconds' } },
      ],
      unset: UNSET,
    },
    { name: 'token.decode', members: ['token.decode'], invoked: 'call', operation: 'decode', token: '0' },
    {
      name: 'auth.strategy',
      invoked: 'scheme',
      scheme: { method: 'auth.strategy', argument: 1, name: 'jwt' },
      operation: 'verify',
      key: ['2.keys.key', '2.keys'],
      algorithms: {
        honoured: ['2.keys.algorithms', '2.keys.algorithm'],
        form: 'array',
        ignored: ['2.verify.algorithms', '2.verify.algorithm', '2.algorithms'],
        unpinned: UNPINNED,
        mixed: HAPI_MIXED,
      },
      unsigned: [
        { at: '2.verify', when: false, how: 'no-verify' },
        { at: '2.keys.algorithms', when: 'none', how: 'accepts-none' },
      ],
      lenient: [
        { at: '2.verify.exp', what: 'expiration', when: false },
        { at: '2.verify.nbf', what: 'not-before', when: false },
        { at: '2.verify.timeSkewSec', what: 'tolerance', when: { above: 300, unit: 'seconds' } },
      ],
      unset: UNSET,
    },
  ],
};

/** https://github.com/dwyl/hapi-auth-jwt2, run as 10.7.0 and 11.0.0: with `verify` the plugin checks no signature. */
export const hapiAuthJwt2: Library = {
  name: 'hapi-auth-jwt2',
  modules: ['hapi-auth-jwt2'],
  engine: {
    package: 'jsonwebtoken',
    versions: [
      { since: '10.5.0', is: '9.0.0' },
      { since: '0', is: '8.5.1' },
    ],
  },
  entries: [
    {
      name: 'auth.strategy',
      invoked: 'scheme',
      scheme: { method: 'auth.strategy', argument: 1, name: 'jwt' },
      operation: 'verify',
      key: ['2.key'],
      algorithms: {
        honoured: ['2.verifyOptions.algorithms'],
        form: 'array',
        ignored: ['2.algorithms', '2.algorithm', '2.verifyOptions.algorithm'],
        unpinned: [{ severity: 'low', risk: 'it accepts every algorithm that fits the kind of key' }],
        mixed: MIXED,
        engine: 'jsonwebtoken',
      },
      unsigned: [
        { at: '2.verify', when: 'given', how: 'no-verify' },
        { at: '2.verifyOptions.algorithms', when: 'none', how: 'accepts-none' },
      ],
      lenient: lenientOptions('2.verifyOptions'),
    },
  ],
};
