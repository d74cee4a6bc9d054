import type { LogFact } from '../src/facts/model.ts';
import type { Severity } from '../src/findings/model.ts';
import type { Rule } from '../src/findings/rule.ts';

interface Options {
  /** Report logs of the browser's console, which only its user sees. */
  readonly checkBrowser: boolean;
}

/** Logs are copied, shipped and kept: whoever reads them can sign in. CWE-532. */
const rule: Rule<Options> = {
  id: 'no-secret-logging',
  meta: {
    description: 'disallow writing JWT secrets, tokens and Authorization headers to logs',
    configs: ['recommended', 'strict'],
    severity: 'medium',
    cwe: ['CWE-532', 'CWE-200'],
    schema: {
      type: 'object',
      properties: {
        checkBrowser: {
          type: 'boolean',
          description: "Report logs of the browser's console, which only its user sees.",
        },
      },
      additionalProperties: false,
    },
    defaultOptions: { checkBrowser: true },
    messages: {
      secret: 'The JWT secret `{{name}}` is written to a log: whoever reads the log can mint tokens.',
      token: 'A token (`{{name}}`) is written to a log: whoever reads the log can use it until it expires.',
      header: 'The Authorization header is written to a log, and the token with it.',
      headers:
        'All headers of the request (`{{name}}`) are written to a log, the Authorization header with its token among them.',
      environment: 'All environment variables are written to a log, the JWT secret among them.',
    },
    hasSuggestions: false,
  },
  *judge(file, { checkBrowser }) {
    for (const { what, span, name, isBrowser } of file.facts.logs) {
      if (isBrowser && !checkBrowser) continue;
      yield {
        messageId: what,
        data: { name },
        span,
        severity: isBrowser ? 'low' : SEVERITIES[what],
        confidence: what === 'secret' || what === 'header' ? 'high' : 'medium',
        environment: file.environment,
      };
    }
  },
};

export default rule;

const SEVERITIES: Readonly<Record<LogFact['what'], Severity>> = {
  secret: 'high',
  environment: 'high',
  token: 'medium',
  header: 'medium',
  headers: 'medium',
};
