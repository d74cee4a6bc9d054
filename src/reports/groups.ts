import type { Finding } from '../findings/model.ts';
import { severityRank } from '../findings/severity.ts';

/** Findings that belong together: one secret with all its places, or one kind of problem. */
export interface Group {
  readonly secret: Finding['secret'] | null;
  readonly findings: readonly Finding[];
  /** The gravest of them. */
  readonly severity: Finding['severity'];
  readonly rules: readonly string[];
}

/** Group by secret; findings without one by rule and message. The gravest group first, then by place. */
export function groupFindings(findings: readonly Finding[]): Group[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = finding.secret ? `secret ${finding.secret.id}` : `${finding.ruleId} ${finding.messageId}`;
    const group = groups.get(key);
    if (group) group.push(finding);
    else groups.set(key, [finding]);
  }
  return [...groups.values()].map(toGroup).sort((a, b) => severityRank(b.severity) - severityRank(a.severity));
}

function toGroup(findings: Finding[]): Group {
  const gravest = findings.reduce((a, b) => (severityRank(b.severity) > severityRank(a.severity) ? b : a));
  return {
    secret: findings[0]?.secret ?? null,
    findings,
    severity: gravest.severity,
    rules: [...new Set(findings.map(({ ruleId }) => ruleId))],
  };
}
