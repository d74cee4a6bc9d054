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
  const groups = groupBy(findings, ({ secret, ruleId, messageId }) =>
    secret ? `secret ${secret.id}` : `${ruleId} ${messageId}`,
  );
  return groups.map(toGroup).sort((a, b) => severityRank(b.severity) - severityRank(a.severity));
}

function toGroup(findings: readonly Finding[]): Group {
  const gravest = findings.reduce((a, b) => (severityRank(b.severity) > severityRank(a.severity) ? b : a));
  return {
    secret: findings[0]?.secret ?? null,
    findings,
    severity: gravest.severity,
    rules: [...new Set(findings.map(({ ruleId }) => ruleId))],
  };
}

/** Items with the same key, in the order of their first one. Node 20 has no `Map.groupBy`. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}
