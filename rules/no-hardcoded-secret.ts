import type { Suggestion } from '../src/findings/model.ts';
import type { Rule } from '../src/findings/rule.ts';
import { confidenceOf, tokenEvidence } from './shared/evidence.ts';
import {
  flowOf,
  judgedSecrets,
  nameOf,
  usedBy,
  variableName,
  type JudgedSecret,
} from './shared/judged-secrets.ts';

interface Options {
  /** Report values that only their name calls a JWT secret. */
  readonly checkNames: boolean;
}

/** A JWT secret as a literal in code, however it reaches the call. CWE-798, CWE-321. */
const rule: Rule<Options> = {
  id: 'no-hardcoded-secret',
  meta: {
    description: 'disallow JWT secrets as literals in code',
    configs: ['recommended', 'strict'],
    severity: 'critical',
    cwe: ['CWE-798', 'CWE-321'],
    schema: {
      type: 'object',
      properties: {
        checkNames: {
          type: 'boolean',
          description: 'Report values that only their name calls a JWT secret.',
        },
      },
      additionalProperties: false,
    },
    defaultOptions: { checkNames: true },
    messages: {
      hardcoded:
        '{{name}} is written in the code and {{use}}: everyone who can read the code can mint tokens.',
      named: '{{name}} is written in the code: everyone who can read the code can mint tokens.',
      readFromEnvironment: 'Read it from the environment as `{{variable}}`.',
    },
    hasSuggestions: true,
  },
  *judge(file, { checkNames }) {
    for (const secret of judgedSecrets(file)) {
      if (secret.source !== 'code' || secret.fallback) continue;
      const isUsed = secret.evidence === 'use';
      if (!isUsed && !checkNames) continue;
      yield {
        messageId: isUsed ? 'hardcoded' : 'named',
        data: { name: nameOf(secret), use: usedBy(secret) },
        span: secret.span,
        severity: isUsed ? 'critical' : 'high',
        confidence: confidenceOf(secret),
        environment: secret.environment,
        secret: secret.problemSecret,
        related: tokenEvidence(secret.signedTokens),
        flow: flowOf(secret),
        suggestions: [readFromEnvironment(secret)],
      };
    }
  },
};

export default rule;

function readFromEnvironment(secret: JudgedSecret): Suggestion {
  const variable = variableName(secret.name);
  return {
    messageId: 'readFromEnvironment',
    data: { variable },
    edits: [{ span: secret.span, text: `process.env.${variable}` }],
  };
}
