import type { JwtCall, UnsignedFact } from '../src/facts/model.ts';
import type { Severity, Suggestion } from '../src/findings/model.ts';
import type { Rule } from '../src/findings/rule.ts';
import type { LinkedCall } from '../src/project/model.ts';

/** Unsigned tokens accepted or made, or the signature check switched off: RFC 8725 section 3.2, CVE-2015-9235. */
const rule: Rule = {
  id: 'no-none-algorithm',
  meta: {
    description: 'disallow unsigned tokens and switched-off signature checks',
    configs: ['recommended', 'strict'],
    severity: 'critical',
    cwe: ['CWE-347', 'CWE-327'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    messages: {
      acceptsNone:
        '`{{entry}}` ({{library}}) accepts tokens without a signature: anyone can write their own.',
      signsNone:
        '`{{entry}}` ({{library}}) makes a token without a signature: whoever accepts it accepts any token.',
      noVerify:
        'This switches the signature check of `{{entry}}` ({{library}}) off: anyone can write their own token.',
      falsyKey: 'The key of `{{entry}}` ({{library}}) is empty: everyone has that key.',
      unsignedToken:
        'This token carries no signature (`alg: none`): code that accepts it accepts tokens that anyone writes.',
      dropNone: "Drop `'none'`.",
    },
    hasSuggestions: true,
  },
  *judge(file) {
    for (const call of file.calls) {
      for (const fact of call.unsigned) {
        yield {
          messageId: MESSAGES[fact.how],
          data: { entry: call.entry, library: call.library },
          span: fact.span,
          severity: severityOf(fact, call),
          confidence: confidenceOf(fact, call),
          environment: file.environment,
          suggestions: dropNone(fact),
        };
      }
    }
    // In a document such a token shows what one looks like; in code something is meant to take it.
    if (file.context === 'docs') return;
    for (const { algorithm, span } of file.tokens) {
      if (algorithm.toLowerCase() !== 'none') continue;
      const { environment } = file;
      yield { messageId: 'unsignedToken', span, severity: 'medium', confidence: 'medium', environment };
    }
  },
};

export default rule;

const MESSAGES: Readonly<Record<UnsignedFact['how'], string>> = {
  'accepts-none': 'acceptsNone',
  'signs-none': 'signsNone',
  'no-verify': 'noVerify',
  'falsy-key': 'falsyKey',
};

/** The installed version may refuse a call without a key: then nobody gets in. */
function severityOf({ how }: UnsignedFact, call: LinkedCall): Severity {
  if (how === 'signs-none') return 'high';
  const isRefused =
    how === 'falsy-key' &&
    call.operation === 'verify' &&
    call.installed &&
    call.unpinned?.severity !== 'high';
  return isRefused ? 'low' : 'critical';
}

function confidenceOf(fact: UnsignedFact, call: JwtCall): 'high' | 'medium' {
  return fact.how === 'falsy-key' && call.operation === 'sign' ? 'medium' : 'high';
}

function dropNone({ removal, replacement }: UnsignedFact): Suggestion[] {
  return removal ? [{ messageId: 'dropNone', edits: [{ span: removal, text: replacement ?? '' }] }] : [];
}
