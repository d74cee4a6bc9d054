import type { AlgorithmsTable, Library } from './types.ts';

/** What `verify` accepts without a pin, by version; CVE-2022-23540, CVE-2022-23541, CVE-2015-9235. */
export const VERIFY_GRADES: AlgorithmsTable['grades'] = [
  { since: '9', severity: 'low', risk: 'the library infers the list from the kind of key, so a key of another kind than you expect changes what is accepted' },
  { since: '0', severity: 'medium', risk: 'an unset key makes the library accept tokens signed with nothing (CVE-2022-23540)' },
]; // prettier-ignore

const VERIFY_ALGORITHMS: AlgorithmsTable = {
  honoured: ['2.algorithms'],
  form: 'array',
  ignored: ['2.algorithm', '2.alg', '2.header.alg'],
  grades: VERIFY_GRADES,
};

/** https://github.com/auth0/node-jsonwebtoken */
export const jsonwebtoken: Library = {
  name: 'jsonwebtoken',
  modules: ['jsonwebtoken', 'jsonwebtoken-esm', 'jsonwebtoken-promisified'],
  entries: [
    {
      name: 'sign',
      members: ['sign', 'signAsync'],
      invoked: 'call',
      operation: 'sign',
      key: ['1.key', '1'],
      algorithms: { honoured: ['2.algorithm'], form: 'string' },
      unsigned: [
        { at: '2.algorithm', when: 'none', how: 'signs-none' },
        { at: '2.header.alg', when: 'none', how: 'signs-none' },
      ],
    },
    {
      name: 'verify',
      members: ['verify', 'verifyAsync'],
      invoked: 'call',
      operation: 'verify',
      key: ['1.key', '1'],
      algorithms: VERIFY_ALGORITHMS,
      unsigned: [{ at: '2.algorithms', when: 'none', how: 'accepts-none' }],
    },
    { name: 'decode', members: ['decode'], invoked: 'call', operation: 'decode' },
  ],
};
