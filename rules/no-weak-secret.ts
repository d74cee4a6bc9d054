import type { Severity } from '../src/findings/model.ts';
import type { Rule } from '../src/findings/rule.ts';
import { confidenceOf, tokenEvidence } from './shared/evidence.ts';
import { flowOf, isOfTestRun, judgedSecrets, nameOf, type JudgedSecret } from './shared/judged-secrets.ts';

interface Options {
  /** Report secrets that are random, but shorter than the algorithm's hash. */
  readonly checkLength: boolean;
}

/** A secret that can be guessed, or is too short for its algorithm: RFC 7518 section 3.2, RFC 8725 section 3.5. */
const rule: Rule<Options> = {
  id: 'no-weak-secret',
  meta: {
    description: 'disallow JWT secrets that are known, guessable or too short',
    configs: ['recommended', 'strict'],
    severity: 'high',
    cwe: ['CWE-521', 'CWE-1391'],
    schema: {
      type: 'object',
      properties: {
        checkLength: {
          type: 'boolean',
          description:
            "Report secrets that are random, but shorter than the algorithm's hash (RFC 7518 section 3.2).",
        },
      },
      additionalProperties: false,
    },
    defaultOptions: { checkLength: true },
    messages: {
      known:
        '{{name}} is {{reason}}: attackers try it first. Make a new one: npx jwt-secrets generate --alg {{alg}}',
      guessable:
        '{{name}} can be guessed, it is {{reason}}. Make a random one: npx jwt-secrets generate --alg {{alg}}',
      short: '{{name}} is too short: {{reason}}. Make a longer one: npx jwt-secrets generate --alg {{alg}}',
    },
    hasSuggestions: false,
  },
  *judge(file, { checkLength }) {
    for (const secret of judgedSecrets(file)) {
      const { kind, reason } = secret.judgement;
      if (kind !== 'known' && kind !== 'guessable' && kind !== 'short') continue;
      if (kind === 'short' && !checkLength) continue;
      yield {
        messageId: kind,
        data: { name: nameOf(secret), reason, alg: secret.algorithm ?? 'HS256' },
        span: secret.span,
        severity: severityOf(secret, file.path),
        confidence: confidenceOf(secret),
        environment: secret.environment,
        secret: secret.problemSecret,
        related: tokenEvidence(secret.signedTokens),
        flow: flowOf(secret),
      };
    }
  },
};

export default rule;

function severityOf(secret: JudgedSecret, path: string): Severity {
  if (secret.source === 'config' && isOfTestRun(secret, path)) return 'low';
  if (secret.judgement.kind === 'short') return 'medium';
  if (secret.source === 'config') return 'high';
  return secret.evidence === 'use' && !secret.fallback ? 'critical' : 'high';
}
