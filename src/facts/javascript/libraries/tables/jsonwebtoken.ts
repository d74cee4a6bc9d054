import type { AlgorithmsTable, EntryPoint, Grade, Library, LenientSwitch } from '../types.ts';

/** What `verify` does without a pin, found by running 4.1.0, 7.4.3, 8.5.1 and 9.0.3. */
export const UNPINNED: readonly Grade[] = [
  { since: '9.0.0', keys: ['jwk-text'], severity: 'medium', risk: 'a key in a form that the library cannot read is taken for an HMAC secret, and everyone knows a public key' },
  { since: '9.0.0', severity: 'low', risk: 'the library takes every algorithm that fits the kind of key, so the key alone decides what is accepted' },
  { before: '4.2.2', severity: 'high', risk: 'the library takes the algorithm from the token, so a public key works as an HMAC secret (CVE-2015-9235)' },
  { keys: ['falsy'], severity: 'high', risk: 'without a key the library accepts tokens without a signature (CVE-2022-23540)' },
  { whenUnset: true, severity: 'high', risk: 'where the key is missing at run time the library accepts tokens without a signature (CVE-2022-23540)' },
  { severity: 'low', risk: 'the library takes every algorithm that fits the kind of key, so the key alone decides what is accepted' },
]; // prettier-ignore

/** A list of both families: CVE-2022-23541. */
export const MIXED: readonly Grade[] = [
  { since: '9.0.0', severity: 'low', risk: 'only the check of the key in version 9 and later keeps a public key from working as an HMAC secret' },
  { severity: 'high', risk: 'a token signed with the public key as an HMAC secret is accepted (CVE-2022-23541)' },
]; // prettier-ignore

/** An unset key: https://github.com/auth0/node-jsonwebtoken/security/advisories/GHSA-qwph-4952-7xr6 */
export const UNSET: readonly Grade[] = [
  { since: '9.0.0', severity: 'none', risk: '' },
  { severity: 'high', risk: 'the library then accepts tokens without a signature (CVE-2022-23540)' },
];

/** An empty Buffer is a key for every version (8.5.1 and 9.0.3 were run). */
export const EMPTY_BUFFER: readonly Grade[] = [
  { severity: 'high', risk: 'the key is then empty, and everyone has that key' },
];

/** Five minutes cover every clock that is kept at all. */
export const TOLERANCE_SECONDS = { above: 300, unit: 'seconds' } as const;
export const TOLERANCE_MILLISECONDS = { above: 300_000, unit: 'milliseconds' } as const;

/** The switches of `verify`, wherever its options stand. */
export function lenientOptions(options: string): readonly LenientSwitch[] {
  return [
    { at: `${options}.ignoreExpiration`, what: 'expiration', when: true },
    { at: `${options}.ignoreNotBefore`, what: 'not-before', when: true },
    { at: `${options}.clockTolerance`, what: 'tolerance', when: TOLERANCE_SECONDS },
    { at: `${options}.clockTimestamp`, what: 'clock', when: 'constant' },
  ];
}

/** The pin of `verify`, wherever its options stand. */
export function verifyAlgorithms(options: string): AlgorithmsTable {
  return {
    honoured: [`${options}.algorithms`],
    form: 'array',
    ignored: [`${options}.algorithm`, `${options}.alg`, `${options}.header.alg`],
    unpinned: UNPINNED,
    mixed: MIXED,
  };
}

const SIGN: EntryPoint = {
  name: 'sign',
  members: ['sign', 'signAsync'],
  invoked: 'call',
  operation: 'sign',
  key: ['1.key', '1'],
  algorithms: { honoured: ['2.header.alg', '2.algorithm'], form: 'string' },
  unsigned: [
    { at: '2.algorithm', when: 'none', how: 'signs-none' },
    // Not checked against the key: an unsigned token although there is a secret (8.5.1 and 9.0.3 were run).
    { at: '2.header.alg', when: 'none', how: 'signs-none' },
  ],
  expiry: { options: ['2.expiresIn'], payload: '0', unit: 'seconds' },
  emptyBytes: EMPTY_BUFFER,
};

const VERIFY: EntryPoint = {
  name: 'verify',
  members: ['verify', 'verifyAsync'],
  invoked: 'call',
  operation: 'verify',
  key: ['1.key', '1'],
  token: '0',
  algorithms: verifyAlgorithms('2'),
  unsigned: [{ at: '2.algorithms', when: 'none', how: 'accepts-none' }],
  lenient: lenientOptions('2'),
  unset: UNSET,
  emptyBytes: EMPTY_BUFFER,
};

const DECODE: EntryPoint = {
  name: 'decode',
  members: ['decode'],
  invoked: 'call',
  operation: 'decode',
  token: '0',
};

/** Entry points of the modules that export one function each. */
const deep = (entry: EntryPoint): EntryPoint => ({ ...entry, members: ['', ...(entry.members ?? [])] });

/** https://github.com/auth0/node-jsonwebtoken */
export const jsonwebtoken: Library = {
  name: 'jsonwebtoken',
  modules: ['jsonwebtoken'],
  entries: [SIGN, VERIFY, DECODE],
};

export const jsonwebtokenSign: Library = {
  name: 'jsonwebtoken',
  modules: ['jsonwebtoken/sign', 'jsonwebtoken/sign.js', 'jsonwebtoken-esm/sign'],
  entries: [deep(SIGN)],
};

export const jsonwebtokenVerify: Library = {
  name: 'jsonwebtoken',
  modules: ['jsonwebtoken/verify', 'jsonwebtoken/verify.js', 'jsonwebtoken-esm/verify'],
  entries: [deep(VERIFY)],
};

export const jsonwebtokenDecode: Library = {
  name: 'jsonwebtoken',
  modules: ['jsonwebtoken/decode', 'jsonwebtoken/decode.js', 'jsonwebtoken-esm/decode'],
  entries: [deep(DECODE)],
};

/** The same functions for bundlers, by the source of 2.0.1. */
export const jsonwebtokenEsm: Library = {
  name: 'jsonwebtoken-esm',
  modules: ['jsonwebtoken-esm'],
  engine: { package: 'jsonwebtoken', versions: [{ since: '0', is: '9.0.0' }] },
  entries: [SIGN, { ...VERIFY, algorithms: { ...verifyAlgorithms('2'), engine: 'jsonwebtoken' } }, DECODE],
};

/** Bundles jsonwebtoken 5.7; an undefined key was refused there. */
export const jsonwebtokenPromisified: Library = {
  name: 'jsonwebtoken-promisified',
  modules: ['jsonwebtoken-promisified'],
  engine: { package: 'jsonwebtoken', versions: [{ since: '0', is: '5.7.0' }] },
  entries: [
    SIGN,
    {
      ...VERIFY,
      unset: [],
      algorithms: {
        ...verifyAlgorithms('2'),
        unpinned: [{ severity: 'low', risk: 'the library takes every algorithm that fits the kind of key' }],
        engine: 'jsonwebtoken',
      },
    },
    DECODE,
  ],
};
