import type { ConfigFormat } from '../src/facts/model.ts';
import type { Problem, Severity } from '../src/findings/model.ts';
import type { Rule } from '../src/findings/rule.ts';
import type { LinkedFile, Secret } from '../src/project/model.ts';
import { flowOf, judgedSecrets, nameOf } from './shared/judged-secrets.ts';

interface Options {
  /** Environments and kinds of deployment whose secrets belong into a secret manager. */
  readonly environments: readonly string[];
  /** Accept settings that are taken from plain environment variables: `${JWT_SECRET}`. */
  readonly allowVariables: boolean;
}

/** What a format offers in place of a plain value, as a sentence. */
const INSTEAD: Partial<Record<ConfigFormat, string>> = {
  kubernetes: 'Let the cluster fetch it: an ExternalSecret, a SealedSecret, or the Secrets Store CSI driver.',
  compose: 'Use `secrets:`, and read the file under /run/secrets.',
  pipeline: "Use the platform's masked secrets, or log in to the manager with the job's identity.",
  'cloud-template': 'Use a dynamic reference: `{{resolve:secretsmanager:…}}`.',
  terraform: "Read it with a data source of the manager, and keep it out of variables' defaults.",
  dockerfile:
    'Leave it out of the image: mount it when building, and give it to the container when it starts.',
};
const ANYWHERE =
  'Fetch it when the service starts: Vault, a cloud’s secret manager, 1Password, Doppler, or a mounted file.';

/** Taken from the environment as it is: `$NAME`, `${NAME}`, `${NAME:?…}`, `%NAME%`. */
const VARIABLE =
  /^(?:\$\{?[A-Z_]\w{0,200}(?::?\?[^{}]{0,300})?\}?|%[A-Z_]\w{0,200}%|\$env:[A-Z_]\w{0,200})$/i;

/** A deployed JWT secret that no secret manager keeps. CWE-522. */
const rule: Rule<Options> = {
  id: 'prefer-secret-manager',
  meta: {
    description: 'require deployed JWT secrets to come from a secret manager',
    configs: ['strict'],
    isOptIn: true,
    severity: 'medium',
    cwe: ['CWE-522', 'CWE-312'],
    schema: {
      type: 'object',
      properties: {
        environments: {
          type: 'array',
          items: { type: 'string' },
          uniqueItems: true,
          description:
            'Environments and kinds of deployment whose secrets belong into a secret manager, such as `production` or `kubernetes`.',
        },
        allowVariables: {
          type: 'boolean',
          description:
            'Accept settings that are taken from plain environment variables, like `${JWT_SECRET}`.',
        },
      },
      additionalProperties: false,
    },
    defaultOptions: {
      environments: ['production', 'staging', 'kubernetes', 'terraform'],
      allowVariables: true,
    },
    messages: {
      plain: '{{name}} stands as plain text in the configuration of {{environment}}. {{instead}}',
      variable:
        '{{name}} comes from a plain environment variable in {{environment}}, which every process and crash report shows. {{instead}}',
    },
    hasSuggestions: false,
  },
  *judge(file, { environments, allowVariables }) {
    if (file.context !== 'config' && file.context !== 'source') return;
    const isWanted = (secret: Secret): boolean =>
      secret.source === 'config' &&
      (environments.includes(secret.deployment) || environments.includes(secret.environment ?? ''));
    for (const secret of judgedSecrets(file).filter(isWanted)) {
      yield { ...problem('plain', secret, file), secret: secret.problemSecret };
    }
    if (allowVariables) return;
    for (const secret of file.secrets.filter(isWanted)) {
      if (VARIABLE.test(secret.value.trim())) yield problem('variable', secret, file);
    }
  },
};

export default rule;

function problem(messageId: 'plain' | 'variable', secret: Secret, file: LinkedFile): Problem {
  return {
    messageId,
    data: {
      name: nameOf(secret),
      environment: secret.deployment,
      instead: (secret.format && INSTEAD[secret.format]) ?? ANYWHERE,
    },
    span: secret.span,
    severity: severityOf(messageId, secret, file),
    confidence: secret.evidence === 'use' ? 'high' : 'medium',
    environment: secret.environment,
    flow: flowOf(secret),
  };
}

/** What git does not track is still on a disk, but not in everybody's clone. */
function severityOf(messageId: 'plain' | 'variable', secret: Secret, file: LinkedFile): Severity {
  if (messageId === 'variable' || !file.isCommitted) return 'low';
  return secret.environment === 'production' || secret.deployment === 'production' ? 'medium' : 'low';
}
