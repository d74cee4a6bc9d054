import type { ExposureFact } from '../src/facts/model.ts';
import type { Rule } from '../src/findings/rule.ts';

/** What a bundler writes into the code of a browser, everybody has who opens the page. CWE-200, CWE-522. */
const rule: Rule = {
  id: 'no-client-exposed-secret',
  meta: {
    description: 'disallow JWT secrets that end up in the code of a browser',
    configs: ['recommended', 'strict'],
    severity: 'critical',
    cwe: ['CWE-200', 'CWE-522'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    messages: {
      prefix:
        '`{{name}}` starts with `{{by}}`, so the bundler copies it into the code of the browser: everybody who opens the page has the JWT secret.',
      define:
        '`{{name}}` is written into the code by `{{by}}`: everybody who opens the page has the JWT secret.',
      browser:
        '`{{name}}` ({{by}}) runs in the browser with the secret: everybody who opens the page can mint tokens.',
    },
    hasSuggestions: false,
  },
  *judge(file) {
    for (const { how, span, name, by } of file.facts.exposures) {
      yield {
        messageId: how,
        data: { name, by },
        span,
        severity: 'critical',
        confidence: CONFIDENCE[how],
        environment: file.environment,
      };
    }
  },
};

export default rule;

const CONFIDENCE: Readonly<Record<ExposureFact['how'], 'high' | 'medium'>> = {
  prefix: 'high',
  define: 'medium',
  browser: 'medium',
};
