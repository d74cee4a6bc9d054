import type { ClaimsDecision, ClaimsFact } from '../src/facts/model.ts';
import type { RelatedPlace } from '../src/findings/model.ts';
import type { Rule } from '../src/findings/rule.ts';

/** Claims that anyone can write decide something: RFC 8725 section 3.10, CWE-345. */
const rule: Rule = {
  id: 'no-unverified-decode',
  meta: {
    description: 'disallow decisions by the claims of a token that nobody verified',
    configs: ['recommended', 'strict'],
    severity: 'medium',
    cwe: ['CWE-345', 'CWE-347'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    messages: {
      decision:
        '`{{entry}}` ({{library}}) checks no signature, and what it reads {{use}}: anyone can write such a token. Verify it.',
      provider:
        "`{{entry}}` ({{library}}) checks no signature, and what it reads {{use}}. The token seems to come straight from a provider: verify it with the provider's keys all the same.",
    },
    hasSuggestions: false,
  },
  *judge(file) {
    // Tests read their own tokens.
    if (file.context === 'test') return;
    for (const { claims, entry, library, calleeSpan } of file.calls) {
      if (claims?.use !== 'decision') continue;
      yield {
        messageId: claims.isFromProvider ? 'provider' : 'decision',
        data: { entry, library, use: useOf(claims) },
        span: calleeSpan,
        severity: claims.isFromProvider ? 'low' : 'medium',
        confidence: 'medium',
        environment: file.environment,
        related: claims.decisions.map(placeOf),
      };
    }
  },
};

export default rule;

const USES: Readonly<Record<ClaimsDecision['how'], string>> = {
  identity: 'says who the user is',
  comparison: 'decides a comparison',
  lookup: 'chooses what is read or written',
  signing: 'goes into a new token',
  result: 'is handed on as the user',
};

function useOf({ decisions }: ClaimsFact): string {
  return USES[decisions[0]?.how ?? 'result'];
}

function placeOf({ how, span }: ClaimsDecision): RelatedPlace {
  return { span, message: `${USES[how]} here` };
}
