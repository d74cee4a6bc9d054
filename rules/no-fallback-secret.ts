import type { Fallback } from '../src/facts/model.ts';
import type { Problem, Suggestion } from '../src/findings/model.ts';
import type { Rule } from '../src/findings/rule.ts';
import { confidenceOf, tokenEvidence } from './shared/evidence.ts';
import { flowOf, judgedSecrets, usedBy, type JudgedSecret } from './shared/judged-secrets.ts';

interface Options {
  /** Report defaults of configuration files too: `${JWT_SECRET:-x}`. */
  readonly checkConfig: boolean;
}

/** A literal that takes the place of a secret which is not set. CWE-1188, CWE-798. */
const rule: Rule<Options> = {
  id: 'no-fallback-secret',
  meta: {
    description: 'disallow literal defaults behind a JWT secret',
    configs: ['recommended', 'strict'],
    severity: 'high',
    cwe: ['CWE-1188', 'CWE-798'],
    schema: {
      type: 'object',
      properties: {
        checkConfig: {
          type: 'boolean',
          description: 'Report defaults of configuration files too, like `${JWT_SECRET:-x}`.',
        },
      },
      additionalProperties: false,
    },
    defaultOptions: { checkConfig: true },
    messages: {
      fallback:
        'When {{of}} is not set, this literal silently takes its place and {{use}}: fail at the start instead.',
      dropFallback: 'Drop the fallback, so that a missing secret is an error.',
    },
    hasSuggestions: true,
  },
  *judge(file, { checkConfig }) {
    for (const secret of judgedSecrets(file)) {
      if (secret.source === 'config' && !checkConfig) continue;
      const fallbacks = secret.fallback ? [secret.fallback, ...(secret.moreFallbacks ?? [])] : [];
      for (const fallback of fallbacks) yield problemOf(secret, fallback);
    }
  },
};

export default rule;

/** Stands where the default stands in, which may be the name of a constant; the way to the value goes with it. */
function problemOf(secret: JudgedSecret, fallback: Fallback): Problem {
  const span = fallback.at ?? secret.span;
  const isElsewhere = span[0] !== secret.span[0];
  return {
    messageId: 'fallback',
    data: { of: fallback.of ? `\`${fallback.of}\`` : 'the secret', use: useOf(secret) },
    span,
    severity: secret.source === 'config' ? 'medium' : 'high',
    confidence: confidenceOf(secret),
    environment: secret.environment,
    secret: secret.problemSecret,
    related: [
      ...(isElsewhere ? [{ span: secret.span, message: 'the value is written here' }] : []),
      ...tokenEvidence(secret.signedTokens),
    ],
    flow: flowOf(secret),
    suggestions: dropFallback(fallback),
  };
}

function useOf(secret: Parameters<typeof usedBy>[0]): string {
  return secret.call ? usedBy(secret) : 'is the JWT secret';
}

function dropFallback({ removal }: Fallback): Suggestion[] {
  return removal ? [{ messageId: 'dropFallback', edits: [removal] }] : [];
}
