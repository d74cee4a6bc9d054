import type { LenientFact } from '../src/facts/model.ts';
import type { Severity, Suggestion } from '../src/findings/model.ts';
import type { Rule } from '../src/findings/rule.ts';
import { spell } from './shared/duration.ts';

interface Options {
  /** Seconds by which the clocks of two machines may differ. */
  readonly maxTolerance: number;
}

/** Tokens that have expired, or are not valid yet, pass: RFC 7519 sections 4.1.4 and 4.1.5. */
const rule: Rule<Options> = {
  id: 'no-ignored-expiration',
  meta: {
    description: 'disallow settings that let expired or not yet valid tokens pass',
    configs: ['recommended', 'strict'],
    severity: 'medium',
    cwe: ['CWE-613'],
    schema: {
      type: 'object',
      properties: {
        maxTolerance: {
          type: 'integer',
          minimum: 0,
          description: 'Seconds by which the clocks of two machines may differ.',
        },
      },
      additionalProperties: false,
    },
    defaultOptions: { maxTolerance: 300 },
    messages: {
      expiration:
        '`{{option}}` makes `{{entry}}` ({{library}}) accept expired tokens: a stolen one works for ever.',
      notBefore: '`{{option}}` makes `{{entry}}` ({{library}}) accept tokens before they are valid.',
      tolerance:
        '`{{entry}}` ({{library}}) accepts tokens up to {{time}} after they expired: that is no difference between clocks.',
      clock: '`{{option}}` stops the clock of `{{entry}}` ({{library}}): no token ever expires.',
      remove: 'Remove `{{option}}`.',
    },
    hasSuggestions: true,
  },
  *judge(file, { maxTolerance }) {
    for (const call of file.calls) {
      for (const fact of call.lenient) {
        if (fact.what === 'tolerance' && (fact.seconds ?? 0) <= maxTolerance) continue;
        const { entry, library } = call;
        yield {
          messageId: MESSAGES[fact.what],
          data: { entry, library, option: fact.option, time: spell(fact.seconds ?? 0) },
          span: fact.span,
          severity: SEVERITY[fact.what],
          confidence: 'high',
          environment: file.environment,
          suggestions: remove(fact),
        };
      }
    }
  },
};

export default rule;

const MESSAGES: Readonly<Record<LenientFact['what'], string>> = {
  expiration: 'expiration',
  'not-before': 'notBefore',
  tolerance: 'tolerance',
  clock: 'clock',
};

const SEVERITY: Readonly<Record<LenientFact['what'], Severity>> = {
  expiration: 'medium',
  'not-before': 'low',
  tolerance: 'low',
  clock: 'medium',
};

function remove({ removal, option }: LenientFact): Suggestion[] {
  return removal ? [{ messageId: 'remove', data: { option }, edits: [{ span: removal, text: '' }] }] : [];
}
