import { realpathSync, statSync } from 'node:fs';
import type { BaselineScope } from '../findings/baseline.ts';
import {
  SEVERITIES,
  type Finding,
  type Report,
  type ScanError,
  type Severity,
  type Summary,
} from '../findings/model.ts';
import { VERSION } from '../version.ts';
import { openCache } from './cache/index.ts';
import { resultDespiteChanges } from './changes.ts';
import { Interruption } from './interruption.ts';
import { activeRules } from './judge.ts';
import { withBaseline } from './known-findings.ts';
import type { ScanOptions } from './options.ts';
import { ScanProblem } from './problem.ts';
import { run } from './run.ts';
import { scopeOf, type Scope } from './scope.ts';
import { Stopwatch } from './stopwatch.ts';

export type { RuleSetting, ScanOptions } from './options.ts';
export { ScanProblem } from './problem.ts';

/** Scan a folder: read every file once, link, judge. Throws {@link ScanProblem}. */
export async function scan(asked: ScanOptions): Promise<Report> {
  const began = performance.now();
  const options = { ...asked, root: folderOf(asked.root) };
  const interruption = new Interruption(options.signal);
  const watch = new Stopwatch();
  const scope = await watch.stage('list', () => scopeOf(options));
  const cache = await watch.stage('list', () => (options.cache ? openCache(options, scope) : null));
  const known =
    cache &&
    (cache.result() ?? (await watch.stage('read', () => resultDespiteChanges(scope, options, cache))));
  watch.isResultKnown = known !== null;
  const result = known ?? (await run(scope, options, { interruption, cache, watch }));
  const { findings, baselined, stale } = withBaseline(
    result.findings,
    options.baseline,
    baselineScope(scope, result.errors, options),
    !interruption.isHeard,
  );
  return {
    schemaVersion: 1,
    tool: { name: 'jwt-secrets', version: VERSION },
    summary: {
      files: result.files,
      skipped: result.skipped,
      durationMs: Math.round(performance.now() - began),
      ...summarise(findings, result.suppressed, baselined),
    },
    findings,
    errors: result.errors,
    ...(stale && { baseline: { stale } }),
    ...(options.stats && { stats: watch.stats() }),
  };
}

function folderOf(root: string): string {
  const stat = statSync(root, { throwIfNoEntry: false });
  if (!stat) throw new ScanProblem(`${root}: no such folder`);
  if (!stat.isDirectory()) throw new ScanProblem(`${root}: not a folder`);
  // Modules are found by their real paths.
  return realpathSync(root);
}

/** A file that could not be read says nothing of what is known in it. */
function baselineScope(
  { all, wanted, isWhole }: Scope,
  errors: readonly ScanError[],
  options: ScanOptions,
): BaselineScope {
  const running = new Set(activeRules(options.rules).map(({ rule }) => rule.id));
  const unread = new Set(errors.map(({ path: file }) => file));
  return {
    exists: (file) => all.has(file),
    isScanned: (file) => wanted.has(file) && !unread.has(file),
    runs: (rule) => running.has(rule),
    isWhole,
  };
}

function summarise(
  findings: readonly Finding[],
  suppressed: number,
  baselined: number,
): Pick<Summary, 'findings' | 'suppressed' | 'baselined' | 'bySeverity' | 'byRule'> {
  const bySeverity = Object.fromEntries(SEVERITIES.toReversed().map((severity) => [severity, 0])) as Record<
    Severity,
    number
  >;
  const byRule: Record<string, number> = {};
  for (const { severity, ruleId } of findings) {
    bySeverity[severity]++;
    byRule[ruleId] = (byRule[ruleId] ?? 0) + 1;
  }
  const sorted = Object.fromEntries(Object.entries(byRule).sort(([a], [b]) => (a < b ? -1 : 1)));
  return { findings: findings.length, suppressed, baselined, bySeverity, byRule: sorted };
}
