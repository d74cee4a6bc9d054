import type { Severity } from '../src/findings/model.ts';
import type { Rule } from '../src/findings/rule.ts';
import type { LinkedFile, SharedPlace } from '../src/project/model.ts';
import { confidenceOf } from './shared/evidence.ts';
import { judgedSecrets, nameOf, type JudgedSecret } from './shared/judged-secrets.ts';

interface Options {
  /** Groups of environments that may share a secret. */
  readonly allowTogether: readonly (readonly string[])[];
}

/** One secret in two environments: who has the one has the other. */
const rule: Rule<Options> = {
  id: 'no-shared-secret',
  meta: {
    description: 'disallow the same JWT secret in two or more environments',
    configs: ['recommended', 'strict'],
    severity: 'high',
    cwe: ['CWE-1392', 'CWE-668'],
    schema: {
      type: 'object',
      properties: {
        allowTogether: {
          type: 'array',
          items: { type: 'array', items: { type: 'string' } },
          description: 'Groups of environments that may share a secret, such as `[["test", "CI"]]`.',
        },
      },
      additionalProperties: false,
    },
    defaultOptions: { allowTogether: [] },
    messages: {
      shared:
        '{{name}} is the same in {{environments}}: a token minted in one of them is valid in all. Give each environment a secret of its own.',
    },
    hasSuggestions: false,
  },
  *judge(file, { allowTogether }) {
    for (const secret of judgedSecrets(file)) {
      const own = secret.deployment;
      const others = secret.sharedWith.filter(
        (place) => !allowTogether.some((group) => group.includes(own) && group.includes(place.environment)),
      );
      if (others.length === 0) continue;
      yield {
        messageId: 'shared',
        data: {
          name: nameOf(secret),
          environments: listOf([own, ...others.map((place) => place.environment)].sort()),
        },
        span: secret.span,
        severity: severityOf(secret, others, file),
        confidence: confidenceOf(secret),
        environment: secret.environment,
        secret: secret.problemSecret,
        related: others.map(({ path, span, environment }) => ({
          path,
          span,
          message: `the same secret for ${called(environment)}`,
        })),
      };
    }
  },
};

export default rule;

function called(environment: string): string {
  return environment === 'default' || environment === 'template' ? `the ${environment} file` : environment;
}

function listOf(environments: readonly string[]): string {
  const names = environments.map(called);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Sharing with production gives the keys away; sharing a template's value means it was never replaced. */
function severityOf(secret: JudgedSecret, others: readonly SharedPlace[], file: LinkedFile): Severity {
  const environments = [secret.environment, ...others.map((place) => place.environment)];
  if (file.context === 'template') return 'low';
  if (environments.includes('production')) return 'high';
  return environments.every((name) => name === 'test' || name === 'CI' || name === 'template')
    ? 'low'
    : 'medium';
}
