import { compare, type BaselineEntry, type BaselineScope } from '../findings/baseline.ts';
import type { Finding, StaleEntry } from '../findings/model.ts';

/** The baseline of a scan. */
export interface BaselineOptions {
  readonly known: readonly BaselineEntry[];
  /** The key of keyed hashes, where the user gave one. */
  readonly key: string | null;
  /** Take all that is found as known, and hand on what the file is to hold from now on. */
  readonly update?: (next: readonly BaselineEntry[]) => void;
}

/** What is left to report. */
export interface Reported {
  readonly findings: readonly Finding[];
  readonly baselined: number;
  /** Absent where there is no baseline. */
  readonly stale?: readonly StaleEntry[];
}

/** Take the known ones out of the findings of a scan. A scan that was broken off changes no baseline. */
export function withBaseline(
  findings: readonly Finding[],
  baseline: BaselineOptions | undefined,
  scope: BaselineScope,
  isComplete: boolean,
): Reported {
  if (!baseline) return { findings, baselined: 0 };
  const { fresh, known, stale, next } = compare(findings, baseline.known, scope);
  if (!baseline.update || !isComplete)
    return { findings: fresh, baselined: known.length, stale: isComplete ? stale : [] };
  baseline.update(next);
  return { findings: [], baselined: findings.length, stale: [] };
}
