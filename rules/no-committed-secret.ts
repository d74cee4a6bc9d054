import type { Severity } from '../src/findings/model.ts';
import type { Rule } from '../src/findings/rule.ts';
import type { LinkedFile } from '../src/project/model.ts';
import { confidenceOf, tokenEvidence } from './shared/evidence.ts';
import { flowOf, judgedSecrets, nameOf, type JudgedSecret } from './shared/judged-secrets.ts';

interface Options {
  /** Environments whose committed secrets are accepted. */
  readonly allowEnvironments: readonly string[];
}

/** A real JWT secret in a configuration file that version control tracks. CWE-260, CWE-312. */
const rule: Rule<Options> = {
  id: 'no-committed-secret',
  meta: {
    description: 'disallow JWT secrets in configuration files that git tracks',
    configs: ['recommended', 'strict'],
    severity: 'high',
    cwe: ['CWE-260', 'CWE-312'],
    schema: {
      type: 'object',
      properties: {
        allowEnvironments: {
          type: 'array',
          items: { type: 'string' },
          uniqueItems: true,
          description: 'Environments whose committed secrets are accepted, such as `test`.',
        },
      },
      additionalProperties: false,
    },
    defaultOptions: { allowEnvironments: [] },
    messages: {
      committed:
        '{{name}} is committed{{environment}}: whoever can read the repository, or ever could, can mint tokens. Move it to a secret store and rotate it.',
      template:
        '{{name}} has a real value in a template: everyone who copies the file has the same secret. Leave it empty, and say how to make one.',
    },
    hasSuggestions: false,
  },
  *judge(file, { allowEnvironments }) {
    if (!file.isCommitted || file.context === 'docs') return;
    const isTemplate = file.context === 'template';
    for (const secret of judgedSecrets(file)) {
      if (secret.source !== 'config' || secret.fallback) continue;
      if (secret.environment !== null && allowEnvironments.includes(secret.environment)) continue;
      // A stock phrase in a template is for no-weak-secret; a random value looks as if it could be kept.
      if (isTemplate && secret.judgement.kind !== 'strong' && secret.judgement.kind !== 'short') continue;
      yield {
        messageId: isTemplate ? 'template' : 'committed',
        data: { name: nameOf(secret), environment: secret.environment ? ` for ${secret.environment}` : '' },
        span: secret.span,
        severity: severityOf(secret, file),
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

/** Secrets of test runs and CI jobs open nothing that lasts; those of developers' machines open little. */
function severityOf(secret: JudgedSecret, file: LinkedFile): Severity {
  if (secret.environment === 'test' || /(?:^|\/)\.(?:github|gitlab|circleci|travis)/.test(file.path))
    return 'low';
  return secret.environment === 'development' ? 'medium' : 'high';
}
