import type { ExpiryFact } from '../src/facts/model.ts';
import type { Problem } from '../src/findings/model.ts';
import type { Rule } from '../src/findings/rule.ts';
import type { LinkedCall } from '../src/project/model.ts';
import { spell } from './shared/duration.ts';

interface Options {
  /** Days that a token may live. */
  readonly maxDays: number;
}

/** A token without `exp` is a password that nobody can take back: RFC 8725 section 3.10, RFC 7519 section 4.1.4. */
const rule: Rule<Options> = {
  id: 'require-expiration',
  meta: {
    description: 'require signed tokens to expire',
    configs: ['strict'],
    severity: 'low',
    cwe: ['CWE-613'],
    schema: {
      type: 'object',
      properties: {
        maxDays: { type: 'number', minimum: 1, description: 'Days that a token may live.' },
      },
      additionalProperties: false,
    },
    defaultOptions: { maxDays: 366 },
    messages: {
      missing:
        'The token that `{{entry}}` ({{library}}) signs never expires: whoever gets hold of it can use it for ever.',
      tooLong:
        'The token that `{{entry}}` ({{library}}) signs lives {{time}}: a plain number counts {{unit}} here.',
      tooLongText: 'The token that `{{entry}}` ({{library}}) signs lives {{time}}.',
    },
    hasSuggestions: false,
  },
  *judge(file, { maxDays }) {
    for (const call of file.calls) {
      const problem = call.expiry && problemOf(call, call.expiry, maxDays);
      if (problem) yield { ...problem, environment: file.environment };
    }
  },
};

export default rule;

const DAY = 86_400;

function problemOf(call: LinkedCall, fact: ExpiryFact, maxDays: number): Problem | null {
  const data = { entry: call.entry, library: call.library };
  if (fact.state === 'missing' && call.operation === 'sign') {
    return {
      messageId: 'missing',
      data,
      span: call.calleeSpan,
      severity: 'low',
      confidence: fact.isOpen ? 'medium' : 'high',
    };
  }
  if (fact.seconds === null || fact.seconds <= maxDays * DAY) return null;
  return {
    messageId: fact.isNumber ? 'tooLong' : 'tooLongText',
    data: { ...data, time: spell(fact.seconds), unit: fact.unit },
    span: fact.span,
    severity: 'low',
    confidence: 'high',
  };
}
