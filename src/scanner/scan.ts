import { statSync } from 'node:fs';
import path from 'node:path';
import { EnvironmentNames } from '../facts/environment-names.ts';
import { rules as allRules } from '../../rules/index.ts';
import { toFindings } from '../findings/finding.ts';
import {
  SEVERITIES,
  type Finding,
  type Report,
  type ScanError,
  type Severity,
  type Summary,
} from '../findings/model.ts';
import { problemsOf } from '../findings/problems.ts';
import type { BaselineScope } from '../findings/baseline.ts';
import type { Rule } from '../findings/rule.ts';
import { byPlace } from '../findings/sort.ts';
import { isSuppressed, parseSuppressions } from '../findings/suppress.ts';
import { librariesWith } from '../facts/javascript/libraries/index.ts';
import type { Library } from '../facts/javascript/libraries/types.ts';
import { GitProblem } from '../project/git.ts';
import { ignoreListOf } from '../project/gitignore.ts';
import { Project } from '../project/project.ts';
import { allSources, changedSources, stagedSources, type Sources } from '../project/sources.ts';
import { loadSecretList, wordList, WordListProblem } from '../project/word-list.ts';
import type { KnownSecrets } from '../strength/known.ts';
import { VERSION } from '../version.ts';
import { searchSignatures } from './signature-search.ts';
import { type BaselineOptions, withBaseline } from './known-findings.ts';
import { Fingerprints } from '../findings/fingerprint.ts';
import { SecretIds } from '../findings/secret-ids.ts';

/** How a rule is to run: on or off, with another severity, with options. */
export interface RuleSetting {
  readonly enabled: boolean;
  readonly severity?: Severity;
  readonly options?: object;
}

export interface ScanOptions {
  /** The folder that is scanned; paths in the report are relative to it. */
  readonly root: string;
  /** Only findings in these files and folders, relative to the root; all files are still linked. */
  readonly paths?: readonly string[];
  /** Patterns as in `.gitignore`. */
  readonly ignore?: readonly string[];
  readonly rules?: ReadonlyMap<string, RuleSetting>;
  /** Tables of a user's own libraries and wrappers. */
  readonly libraries?: readonly Library[];
  /** Judge what is about to be committed, as the index has it. */
  readonly staged?: boolean;
  /** Judge what differs from the commit at which this branch left that one. */
  readonly changed?: string;
  /** A file of further secrets that are no longer secret, one a line; absolute. */
  readonly wordlist?: string;
  readonly showSecrets?: boolean;
  /** Environments that the project adds, or further spellings of the usual ones. */
  readonly environments?: Readonly<Record<string, readonly string[]>>;
  readonly onProgress?: (done: number, total: number) => void;
  /** Findings that are known already. */
  readonly baseline?: BaselineOptions;
}

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
  const loaded = load(root, options, isWanted);
  await loaded.project.prove((tokens, candidates) => searchSignatures(tokens, candidates));
  const judged = judge(loaded.project, loaded.wanted, { ...options, ...(knownSecrets && { knownSecrets }) });
  const problems = [...loaded.project.lateProblems, ...proofErrors(loaded.project)];
  const errors = [...loaded.errors, ...problems].sort((a, b) => (a.path < b.path ? -1 : 1));
  const { findings, baselined, stale } = withBaseline(
    judged.findings,
    options.baseline,
    baselineScope(loaded, errors, options),
    true,
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

function folderOf(root: string): string {
  const stat = statSync(root, { throwIfNoEntry: false });
  if (!stat) throw new ScanProblem(`${root}: no such folder`);
  if (!stat.isDirectory()) throw new ScanProblem(`${root}: not a folder`);
  return path.resolve(root);
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

function load(root: string, options: ScanOptions, isWanted: (file: string) => boolean): Loaded {
  const list = sourcesOf(root, options);
  const { overlay, existing, judged } = list;
  const wanted = new Set([...(judged ?? list.paths)].filter(isWanted));
  const project = new Project({
    root,
    isCommitted: list.isCommitted,
    libraries: librariesWith(options.libraries ?? []),
    environments: new EnvironmentNames(options.environments),
    ...(options.wordlist !== undefined && { words: wordList(options.wordlist) }),
    ...(overlay && { overlay }),
    ...(existing && { existing }),
  });
  const all = existing ?? new Set(list.paths);
  project.addPackages(list.paths);
  const errors: ScanError[] = list.errors.filter((error) => isWanted(error.path));
  let skipped = 0;
  let done = 0;
  const sources = wanted.size > 0 ? list.paths : [];
  for (const file of sources) {
    options.onProgress?.(done++, sources.length);
    const result = project.load(file);
    if (!wanted.has(file)) continue;
    if (result.kind === 'binary' || result.kind === 'elsewhere') skipped++;
    if (result.kind === 'unreadable') errors.push({ path: file, message: result.reason });
    if (result.kind === 'loaded') errors.push(...result.errors.map((message) => ({ path: file, message })));
  }
  const isWhole = !judged && (options.paths ?? []).length === 0;
  return { project, wanted, files: wanted.size - skipped, skipped, errors, all, isWhole };
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

/* ------------------------------------------------------------------ judging */

type JudgeOptions = ScanOptions & { readonly knownSecrets?: KnownSecrets };

function knownSecretsOf({ wordlist }: ScanOptions): KnownSecrets | null {
  try {
    return wordlist === undefined ? null : loadSecretList(wordlist);
  } catch (error) {
    throw error instanceof WordListProblem ? new ScanProblem(`word list ${error.message}`) : error;
  }
}

interface Judged {
  readonly findings: readonly Finding[];
  readonly suppressed: number;
}

function judge(project: Project, wanted: ReadonlySet<string>, options: JudgeOptions): Judged {
  const index = project.index();
  const ids = new SecretIds();
  const fingerprints = new Fingerprints();
  const textOf = (file: string): string | null => project.textOf(file);
  const findings: Finding[] = [];
  let suppressed = 0;
  for (const file of index.paths()) {
    if (!wanted.has(file)) continue;
    const found = index.link(file);
    const text = project.textOf(file);
    if (!found || text === null) continue;
    const linked = options.knownSecrets ? { ...found, knownSecrets: options.knownSecrets } : found;
    const context = {
      file: linked,
      text,
      textOf,
      ids,
      fingerprints,
      showSecrets: options.showSecrets ?? false,
      baselineKey: options.baseline?.key ?? null,
    };
    const all = activeRules(options).flatMap(({ rule, setting }) => {
      const problems = problemsOf(rule, linked, setting?.options ?? {});
      return toFindings(problems, rule, context, setting?.severity);
    });
    const suppressions = all.length > 0 ? parseSuppressions(text) : null;
    for (const finding of all) {
      if (suppressions && isSuppressed(suppressions, finding.ruleId, finding.line)) suppressed++;
      else findings.push(finding);
    }
  }
  findings.sort(byPlace);
  return { findings, suppressed };
}

function activeRules(options: ScanOptions): { rule: Rule; setting: RuleSetting | undefined }[] {
  const settings = options.rules;
  return allRules
    .map((rule) => ({ rule, setting: settings?.get(rule.id) }))
    .filter(({ rule, setting }) => setting?.enabled ?? !rule.meta.isOptIn);
}

/** A file that could not be read says nothing of what is known in it. */
function baselineScope(
  { all, wanted, isWhole }: Loaded,
  errors: readonly ScanError[],
  options: ScanOptions,
): BaselineScope {
  const running = new Set(activeRules(options).map(({ rule }) => rule.id));
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
