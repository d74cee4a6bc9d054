import { realpathSync, statSync } from 'node:fs';
import { EnvironmentNames } from '../facts/environment-names.ts';
import { librariesWith } from '../facts/javascript/libraries/index.ts';
import type { BaselineScope } from '../findings/baseline.ts';
import {
  SEVERITIES,
  type Finding,
  type Report,
  type ScanError,
  type Severity,
  type Summary,
} from '../findings/model.ts';
import { GitProblem } from '../project/git.ts';
import { ignoreListOf } from '../project/gitignore.ts';
import { Project, type Reading } from '../project/project.ts';
import { allSources, changedSources, stagedSources, type Sources } from '../project/sources.ts';
import { loadSecretList, wordList, WordListProblem } from '../project/word-list.ts';
import type { KnownSecrets } from '../strength/known.ts';
import { VERSION } from '../version.ts';
import { Interruption } from './interruption.ts';
import { activeRules, judge } from './judge.ts';
import { withBaseline } from './known-findings.ts';
import type { ScanOptions } from './options.ts';
import { readFiles } from './read-files.ts';
import { searchSignatures } from './signature-search.ts';

export type { RuleSetting, ScanOptions } from './options.ts';

/** The scan could not run at all; the message is one clear line. */
export class ScanProblem extends Error {}

/** The project's own list of paths to leave out, beside `.gitignore`. */
const IGNORE_FILE = '.jwt-secrets-ignore';

/** Scan a folder: read every file once, link, judge. Throws {@link ScanProblem}. */
export async function scan(options: ScanOptions): Promise<Report> {
  const began = performance.now();
  const root = folderOf(options.root);
  const isWanted = wantedPaths(root, options);
  const knownSecrets = knownSecretsOf(options);
  const interruption = new Interruption(options.signal);
  const loaded = await load(root, { options, isWanted, interruption });
  await prove(loaded.project, options.threads, interruption);
  const judged = await judge(loaded, options, knownSecrets, interruption);
  const problems = [
    ...loaded.project.lateProblems,
    ...(interruption.isHeard ? [INTERRUPTED] : proofErrors(loaded.project)),
  ];
  const errors = [...loaded.errors, ...problems].sort((a, b) => (a.path < b.path ? -1 : 1));
  const { findings, baselined, stale } = withBaseline(
    judged.findings,
    options.baseline,
    baselineScope(loaded, errors, options),
    !interruption.isHeard,
  );
  return {
    schemaVersion: 1,
    tool: { name: 'jwt-secrets', version: VERSION },
    summary: {
      files: loaded.files,
      skipped: loaded.skipped,
      durationMs: Math.round(performance.now() - began),
      ...summarise(findings, judged.suppressed, baselined),
    },
    findings,
    errors,
    ...(stale && { baseline: { stale } }),
  };
}

const INTERRUPTED: ScanError = { path: '.', message: 'interrupted: not all files were looked at' };

/** Without an answer, each file would look for one by itself. */
async function prove(
  project: Project,
  threads: number | undefined,
  { signal, isHeard }: Interruption,
): Promise<void> {
  await project.prove(async (tokens, candidates) => {
    if (isHeard) return { keys: new Map(), candidates: 0, isComplete: false };
    return searchSignatures(tokens, candidates, {
      ...(signal && { signal }),
      ...(threads !== undefined && { threads }),
    });
  });
}

function folderOf(root: string): string {
  const stat = statSync(root, { throwIfNoEntry: false });
  if (!stat) throw new ScanProblem(`${root}: no such folder`);
  if (!stat.isDirectory()) throw new ScanProblem(`${root}: not a folder`);
  // Modules are found by their real paths.
  return realpathSync(root);
}

function wantedPaths(root: string, options: ScanOptions): (file: string) => boolean {
  const own = new Project({ root, isCommitted: () => true }).textOf(IGNORE_FILE);
  const ignored = ignoreListOf([...(own ?? '').split('\n'), ...(options.ignore ?? [])]);
  const folders = (options.paths ?? [])
    .map((folder) => folder.replace(/\/+$/, ''))
    .filter((folder) => folder !== '.');
  return (file) =>
    !ignored.ignores(file) &&
    (folders.length === 0 || folders.some((folder) => file === folder || file.startsWith(`${folder}/`)));
}

/* ------------------------------------------------------------------ reading */

interface Loaded {
  readonly project: Project;
  /** The files that findings may stand in. */
  readonly wanted: ReadonlySet<string>;
  readonly files: number;
  readonly skipped: number;
  readonly errors: readonly ScanError[];
  /** All files of the project, scanned or not. */
  readonly all: ReadonlySet<string>;
  /** Whether all of the project was to be scanned. */
  readonly isWhole: boolean;
}

interface LoadTask {
  readonly options: ScanOptions;
  readonly isWanted: (file: string) => boolean;
  readonly interruption: Interruption;
}

async function load(root: string, { options, isWanted, interruption }: LoadTask): Promise<Loaded> {
  const list = sourcesOf(root, options);
  const { overlay, existing, judged } = list;
  const wanted = new Set([...(judged ?? list.paths)].filter(isWanted));
  const project = new Project({
    root,
    isCommitted: list.isCommitted,
    willProve: true,
    libraries: librariesWith(options.libraries ?? []),
    environments: new EnvironmentNames(options.environments),
    ...(options.wordlist !== undefined && { words: wordList(options.wordlist) }),
    ...(overlay && { overlay }),
    ...(existing && { existing }),
  });
  project.addPackages(list.paths);
  const files = wanted.size > 0 ? list.paths : [];
  const readings = await readFiles(project, files, {
    ...options,
    root,
    isOnDisk: !overlay && !existing,
    interruption,
  });
  // After an interruption some were not read.
  const read = files.flatMap((file, i) => (readings[i] ? [[file, readings[i]] as const] : []));
  for (const [file, reading] of read) project.take(file, reading);
  const looked = read.filter(([file]) => wanted.has(file));
  const skipped = looked.filter(([, { kind }]) => kind === 'binary' || kind === 'elsewhere').length;
  return {
    project,
    wanted,
    files: looked.length - skipped,
    skipped,
    errors: [
      ...list.errors.filter((error) => isWanted(error.path)),
      ...looked.flatMap(([file, reading]) => errorsOf(file, reading)),
    ],
    all: existing ?? new Set(list.paths),
    isWhole: !judged && (options.paths ?? []).length === 0,
  };
}

function errorsOf(file: string, reading: Reading): ScanError[] {
  if (reading.kind === 'unreadable') return [{ path: file, message: reading.reason }];
  return reading.kind === 'loaded' ? reading.errors.map((message) => ({ path: file, message })) : [];
}

function sourcesOf(root: string, { staged, changed }: ScanOptions): Sources {
  try {
    if (staged) return stagedSources(root);
    return changed === undefined ? allSources(root) : changedSources(root, changed);
  } catch (error) {
    if (error instanceof GitProblem) throw new ScanProblem(`${root}: ${error.message}`);
    throw error;
  }
}

/** The work for proofs is bounded; where that was not enough, the report says so. */
function proofErrors(project: Project): ScanError[] {
  if (project.index().isProofComplete) return [];
  return [{ path: '.', message: 'too many tokens: not every token was tried on every string and key' }];
}

function knownSecretsOf({ wordlist }: ScanOptions): KnownSecrets | null {
  try {
    return wordlist === undefined ? null : loadSecretList(wordlist);
  } catch (error) {
    throw error instanceof WordListProblem ? new ScanProblem(`word list ${error.message}`) : error;
  }
}

/* ------------------------------------------------------------------ report */

/** A file that could not be read says nothing of what is known in it. */
function baselineScope(
  { all, wanted, isWhole }: Loaded,
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
