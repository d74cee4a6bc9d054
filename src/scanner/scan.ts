import { realpathSync, statSync } from 'node:fs';
import { SEVERITIES, type Finding, type Report, type Severity, type Summary } from '../findings/model.ts';
import { VERSION } from '../version.ts';
import { openKeep } from './cache/keep.ts';
import { Interruption } from './interruption.ts';
import type { Reported } from './known-findings.ts';
import type { ScanOptions } from './options.ts';
import { ScanProblem } from './problem.ts';
import type { ScanResult } from './result.ts';
import { askGit, scopeOf, type Scope } from './scope.ts';
import { Stopwatch } from './stopwatch.ts';
import type { Way } from './way.ts';

export type { RuleSetting, ScanOptions } from './options.ts';
export { ScanProblem } from './problem.ts';

/** Scan a folder: read every file once, link, judge. Rejects with {@link ScanProblem}. */
export async function scan(asked: ScanOptions): Promise<Report> {
  const began = performance.now();
  const options = { ...asked, root: folderOf(asked.root) };
  const interruption = new Interruption(options.signal);
  const watch = new Stopwatch();
  const scanned = await resultOf(options, { interruption, watch });
  const { result } = scanned;
  const { findings, baselined, stale } = await reportedOf(scanned, options, !interruption.isHeard);
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

interface Scanned {
  readonly result: ScanResult;
  /** The files of the scan, which are not needed for the result where that is known. */
  scope(): Promise<Scope>;
}

/** Where git says the same as before, nothing is looked into, and the modules that would do it are not even loaded. */
async function resultOf(
  options: ScanOptions,
  { interruption, watch }: Pick<Way, 'interruption' | 'watch'>,
): Promise<Scanned> {
  const answers = await watch.stage('list', () => askGit(options));
  const scope = (): Promise<Scope> => watch.stage('list', () => scopeOf(options, answers));
  const keep = await watch.stage('list', () => openKeep(options, answers));
  const same = keep?.last.ofSameState() ?? null;
  watch.isResultKnown = same !== null;
  if (same !== null) return { result: same, scope };
  const found = await scope();
  const { scanFiles } = await import('./scan-files.ts');
  const result = await scanFiles(found, options, { keep, answers, interruption, watch });
  return { result, scope: async () => found };
}

/** What is left of a result where some of it is known already. */
async function reportedOf(
  { result, scope }: Scanned,
  options: ScanOptions,
  isComplete: boolean,
): Promise<Reported> {
  if (!options.baseline) return { findings: result.findings, baselined: 0 };
  const { withBaseline } = await import('./known-findings.ts');
  return withBaseline(result, await scope(), { ...options, baseline: options.baseline }, isComplete);
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
