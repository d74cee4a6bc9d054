import type { Severity, Suggestion } from '../src/findings/model.ts';
import type { Rule } from '../src/findings/rule.ts';
import type { LinkedFile } from '../src/project/model.ts';
import { confidenceOf, tokenEvidence } from './shared/evidence.ts';
import {
  flowOf,
  isOfTestRun,
  judgedSecrets,
  nameOf,
  variableName,
  type JudgedSecret,
} from './shared/judged-secrets.ts';

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
      readFromStore: 'Take it from `{{reference}}`, and set that outside the repository.',
      leaveEmpty: 'Leave the value empty.',
    },
    hasSuggestions: true,
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
        suggestions: suggestionsFor(secret, file),
      };
    }
  },
};

export default rule;

/** Those of developers' machines open little. */
function severityOf(secret: JudgedSecret, file: LinkedFile): Severity {
  if (secret.environment === 'production' || secret.environment === 'staging') return 'high';
  if (isOfTestRun(secret, file.path)) return 'low';
  return secret.environment === 'development' ? 'medium' : 'high';
}

/** How formats that can read a value from outside write it. */
function referenceFor({ format, name }: JudgedSecret, path: string): string | null {
  const variable = variableName(name);
  if (format === 'compose') return `\${${variable}:?${variable} is not set}`;
  return format === 'pipeline' && /(?:^|\/)\.github\//.test(path) ? `\${{ secrets.${variable} }}` : null;
}

function suggestionsFor(secret: JudgedSecret, file: LinkedFile): Suggestion[] {
  const { span, writtenAs, format } = secret;
  if (writtenAs !== 'plain') return [];
  if (file.context === 'template')
    return format === 'dotenv' ? [{ messageId: 'leaveEmpty', edits: [{ span, text: '' }] }] : [];
  const reference = referenceFor(secret, file.path);
  if (reference === null) return [];
  return [{ messageId: 'readFromStore', data: { reference }, edits: [{ span, text: reference }] }];
}
