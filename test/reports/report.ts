import { SEVERITIES, type Finding, type Report, type Severity } from '../../src/findings/model.ts';

/** A finding of a made-up rule set; what a test is about goes into `parts`. */
export function finding(parts: Partial<Finding> = {}): Finding {
  return {
    ruleId: 'no-weak-secret',
    messageId: 'guessable',
    message: '`JWT_SECRET` can be guessed. Make a random one: npx jwt-secrets generate --alg HS512',
    severity: 'high',
    confidence: 'high',
    path: '.env',
    line: 3,
    column: 12,
    endLine: 3,
    endColumn: 20,
    context: 'config',
    environment: null,
    secret: { id: 's1', masked: 'ma…p (7)', bits: 9, kind: 'guessable' },
    related: [],
    cwe: ['CWE-521'],
    url: 'https://example.org/rules/no-weak-secret.md',
    fingerprint: '0123456789abcdef0123456789abcdef',
    identity: { place: 'fedcba9876543210fedcba9876543210' },
    ...parts,
  };
}

/** A report on findings, with its counts. */
export function report(findings: readonly Finding[], parts: Partial<Report> = {}): Report {
  const countOf = (severity: Severity): number => findings.filter((one) => one.severity === severity).length;
  return {
    schemaVersion: 1,
    tool: { name: 'jwt-secrets', version: '1.2.3' },
    summary: {
      files: 2,
      skipped: 0,
      durationMs: 1234,
      findings: findings.length,
      suppressed: 0,
      baselined: 0,
      bySeverity: Object.fromEntries(
        SEVERITIES.map((severity) => [severity, countOf(severity)]),
      ) as Report['summary']['bySeverity'],
      byRule: {},
    },
    findings,
    errors: [],
    ...parts,
  };
}

export const LOOK = { color: false, width: 100, minSeverity: 'low' } as const;
