import type { Problem, Severity } from '../src/findings/model.ts';
import type { Rule } from '../src/findings/rule.ts';
import type { LinkedFile, SharedPlace } from '../src/project/model.ts';
import { confidenceOf } from './shared/evidence.ts';
import { judgedSecrets, nameOf, type JudgedSecret } from './shared/judged-secrets.ts';

interface Options {
  /** Groups of environments that may share a secret. */
  readonly allowTogether: readonly (readonly string[])[];
  /** Report services of one environment with the same secret too. */
  readonly acrossServices: boolean;
}

/** One secret in two environments: who has the one has the other. CWE-1392, CWE-668. */
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
        acrossServices: {
          type: 'boolean',
          description: 'Report services of one environment with the same secret too.',
        },
      },
      additionalProperties: false,
    },
    defaultOptions: { allowTogether: [], acrossServices: false },
    messages: {
      shared:
        '{{name}} is the same in {{environments}}: a token minted in one of them is valid in all. Give each environment a secret of its own.',
      fromTemplate:
        '{{name}} still has the value of the template `{{template}}`: everyone who can read the repository knows it. Make a new one: npx jwt-secrets generate',
      usedTemplate:
        '{{name}} has the value that `{{path}}` really uses: whoever copies this template knows that secret. Leave it empty here, and make a new one there.',
      services:
        '{{name}} is the same in {{services}}: each of them can mint tokens for the others. Give each service a secret of its own, or a public key to verify with.',
    },
    hasSuggestions: false,
  },
  *judge(file, options) {
    for (const secret of judgedSecrets(file)) {
      const others = secret.sharedWith.filter((place) => !isAllowed(secret, place, options.allowTogether));
      const isTemplate = file.context === 'template';
      const acrossTemplates = others.filter((place) => place.isTemplate !== isTemplate);
      const alike = others.filter((place) => place.isTemplate === isTemplate);
      const environments = alike.filter((place) => place.environment !== secret.deployment);
      const services = alike.filter((place) => place.environment === secret.deployment);
      if (environments.length > 0)
        yield shared(file, secret, [...environments, ...(isTemplate ? [] : acrossTemplates)]);
      else if (acrossTemplates[0]) yield template(file, secret, acrossTemplates, acrossTemplates[0]);
      else if (options.acrossServices && services.length > 0) yield betweenServices(file, secret, services);
    }
  },
};

export default rule;

function isAllowed(secret: JudgedSecret, place: SharedPlace, groups: Options['allowTogether']): boolean {
  const other = place.isTemplate ? 'template' : place.environment;
  return groups.some(
    (group) =>
      group.includes(secret.deployment) && (group.includes(other) || group.includes(place.environment)),
  );
}

function shared(file: LinkedFile, secret: JudgedSecret, others: readonly SharedPlace[]): Problem {
  const names = [secret.deployment, ...others.map(environmentOf)].sort();
  return {
    ...common(secret, others),
    messageId: 'shared',
    data: { name: nameOf(secret), environments: listOf(names.map(called)) },
    severity: severityOf(secret, others, file),
  };
}

function template(
  file: LinkedFile,
  secret: JudgedSecret,
  others: readonly SharedPlace[],
  first: SharedPlace,
): Problem {
  const isHere = file.context === 'template';
  return {
    ...common(secret, others),
    messageId: isHere ? 'usedTemplate' : 'fromTemplate',
    data: { name: nameOf(secret), template: first.path, path: first.path },
    severity: severityOf(secret, others, file),
  };
}

function betweenServices(file: LinkedFile, secret: JudgedSecret, others: readonly SharedPlace[]): Problem {
  const names = [secret.service ?? '', ...others.map(({ service }) => service ?? '')].sort();
  return {
    ...common(secret, others),
    messageId: 'services',
    data: { name: nameOf(secret), services: listOf(names.map((name) => `\`${name}\``)) },
    severity: file.context === 'template' ? 'low' : 'medium',
  };
}

function common(
  secret: JudgedSecret,
  others: readonly SharedPlace[],
): Pick<Problem, 'span' | 'confidence' | 'environment' | 'secret' | 'related'> {
  return {
    span: secret.span,
    confidence: confidenceOf(secret),
    environment: secret.environment,
    secret: secret.problemSecret,
    related: others.map((place) => ({
      path: place.path,
      span: place.span,
      message: relation(secret, place),
    })),
  };
}

function relation(secret: JudgedSecret, place: SharedPlace): string {
  const isService = !place.isTemplate && place.environment === secret.deployment && place.service !== null;
  return isService
    ? `the same secret for \`${place.service}\``
    : `the same secret for ${called(environmentOf(place))}`;
}

function environmentOf(place: SharedPlace): string {
  return place.isTemplate ? 'template' : place.environment;
}

function called(environment: string): string {
  return environment === 'default' || environment === 'template' ? `the ${environment} file` : environment;
}

function listOf(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** Sharing with production gives the keys away; sharing a template's value means it was never replaced. */
function severityOf(secret: JudgedSecret, others: readonly SharedPlace[], file: LinkedFile): Severity {
  const environments = [secret.environment, ...others.map(environmentOf)];
  if (file.context === 'template') return 'low';
  if (environments.includes('production')) return 'high';
  return environments.every((name) => name === 'test' || name === 'CI' || name === 'template')
    ? 'low'
    : 'medium';
}
