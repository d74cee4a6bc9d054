import { compare, type BaselineScope } from '../findings/baseline.ts';
import type { Finding, ScanError, StaleEntry } from '../findings/model.ts';
import { activeRules, type ActiveRule } from './active-rules.ts';
import type { BaselineOptions, ScanOptions } from './options.ts';
import type { ScanResult } from './result.ts';
import type { Scope } from './scope.ts';

/** What is left to report. */
export interface Reported {
  readonly findings: readonly Finding[];
  readonly baselined: number;
  /** Absent where there is no baseline. */
  readonly stale?: readonly StaleEntry[];
}

/** Take the known ones out of the findings of a scan. A scan that was broken off changes no baseline. */
export function withBaseline(
  { findings, errors }: ScanResult,
  scope: Scope,
  { baseline, rules }: ScanOptions & { readonly baseline: BaselineOptions },
  isComplete: boolean,
): Reported {
  const { fresh, known, stale, next } = compare(
    findings,
    baseline.known,
    baselineScope(scope, errors, activeRules(rules)),
  );
  if (!baseline.update || !isComplete)
    return { findings: fresh, baselined: known.length, stale: isComplete ? stale : [] };
  baseline.update(next);
  return { findings: [], baselined: findings.length, stale: [] };
}

/** A file that could not be read says nothing of what is known in it. */
function baselineScope(
  { all, wanted, isWhole }: Scope,
  errors: readonly ScanError[],
  rules: readonly ActiveRule[],
): BaselineScope {
  const running = new Set(rules.map(({ rule }) => rule.id));
  const unread = new Set(errors.map(({ path: file }) => file));
  return {
    exists: (file) => all.has(file),
    isScanned: (file) => wanted.has(file) && !unread.has(file),
    runs: (rule) => running.has(rule),
    isWhole,
  };
}
