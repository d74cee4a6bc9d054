import { lenientOptions, MIXED } from './jsonwebtoken.ts';
import type { EntryPoint, Library } from '../types.ts';

/** The constructor refuses a missing `secretOrKey`; a provider can still answer with nothing. */
const STRATEGY: Pick<EntryPoint, 'operation' | 'key' | 'algorithms' | 'unsigned' | 'lenient'> = {
  operation: 'verify',
  key: ['0.secretOrKey', '0.secretOrKeyProvider'],
  algorithms: {
    honoured: ['0.algorithms'],
    form: 'array',
    // Overwritten by the top-level option of the same name, even when that is undefined (3.0.1 and 4.0.1 were run).
    ignored: ['0.jsonWebTokenOptions.algorithms', '0.jsonWebTokenOptions.algorithm', '0.algorithm', '0.alg'],
    unpinned: [
      { since: '9.0.0', severity: 'low', risk: 'it accepts every algorithm that fits the kind of key' },
      { keys: ['resolver', 'key-set'], whenUnset: true, severity: 'high', risk: 'where the provider finds no key it accepts tokens without a signature (CVE-2022-23540)' },
      { severity: 'low', risk: 'it accepts every algorithm that fits the kind of key' },
    ],
    mixed: MIXED,
    engine: 'jsonwebtoken',
  },
  unsigned: [{ at: '0.algorithms', when: 'none', how: 'accepts-none' }],
  lenient: [
    ...lenientOptions('0').filter(({ at }) => at === '0.ignoreExpiration'),
    ...lenientOptions('0.jsonWebTokenOptions').filter(({ at }) => !at.endsWith('ignoreExpiration')),
  ],
}; // prettier-ignore

/** https://github.com/mikenicholson/passport-jwt, run as 3.0.1, 4.0.0 and 4.0.1. */
export const passportJwt: Library = {
  name: 'passport-jwt',
  modules: ['passport-jwt'],
  engine: {
    package: 'jsonwebtoken',
    versions: [
      { since: '4.0.1', is: '9.0.0' },
      { since: '4.0.0', is: '8.2.0' },
      { since: '0', is: '7.4.3' },
    ],
  },
  entries: [
    { ...STRATEGY, name: 'Strategy', members: ['Strategy'], invoked: 'new' },
    {
      ...STRATEGY,
      name: 'StrategyOptions',
      invoked: 'object',
      object: { types: ['StrategyOptions', 'StrategyOptionsWithSecret', 'StrategyOptionsWithoutRequest', 'StrategyOptionsWithRequest'] },
    },
  ],
}; // prettier-ignore
