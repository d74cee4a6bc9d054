import type { Finding, StaleEntry } from './model.ts';

/** One known finding, as one line of the file has it. */
export interface BaselineEntry {
  readonly path: string;
  readonly rule: string;
  readonly id: string;
  /** Which of several equal ones, from 2 on: no two lines are the same. */
  readonly n?: number;
  /** A keyed hash of the secret: see {@link Identity}. */
  readonly value?: string;
}

/** What a scan looked at, as far as a baseline has to know. */
export interface BaselineScope {
  /** Whether the project has the file, whether or not it was scanned. */
  exists(path: string): boolean;
  /** Whether findings in the file would have been found. */
  isScanned(path: string): boolean;
  runs(rule: string): boolean;
  /** Whether the whole project was scanned, so that a file that is gone is gone for good. */
  readonly isWhole: boolean;
}

/** Findings held against a baseline. */
export interface Compared {
  /** Not in the baseline. */
  readonly fresh: readonly Finding[];
  readonly known: readonly Finding[];
  readonly stale: readonly StaleEntry[];
  /** The baseline that knows all findings of the scan and, of what was not looked at, what it knew before. */
  readonly next: readonly BaselineEntry[];
}

/**
 * Hold the findings of a scan against a baseline. An entry stands for one finding: of its file or, where that is gone,
 * of the file that it was renamed to. So the number of known findings never grows by itself.
 */
export function compare(
  findings: readonly Finding[],
  entries: readonly BaselineEntry[],
  scope: BaselineScope,
): Compared {
  const open = new OpenEntries(entries);
  const known = new Set(findings.filter((finding) => open.take(finding, [finding.path])));
  for (const finding of findings) {
    if (known.has(finding)) continue;
    const gone = open.pathsOf(finding).filter((path) => !scope.exists(path));
    if (open.take(finding, gone.sort(bySimilarityTo(finding.path)))) known.add(finding);
  }
  const isJudged = ({ path, rule }: BaselineEntry): boolean =>
    scope.runs(rule) && (scope.isScanned(path) || (scope.isWhole && !scope.exists(path)));
  const left = open.left();
  return {
    fresh: findings.filter((finding) => !known.has(finding)),
    known: [...known],
    stale: left
      .filter(isJudged)
      .sort(byLine)
      .map(({ path, rule }) => ({ path, ruleId: rule })),
    next: numbered([...findings.map(entryOf), ...left.filter((entry) => !isJudged(entry))]),
  };
}

function entryOf({ path, ruleId, identity }: Finding): BaselineEntry {
  const { place, value } = identity;
  return { path, rule: ruleId, id: place, ...(value !== undefined && { value }) };
}

/** The entries that no finding has been found for yet. */
class OpenEntries {
  readonly #byId = new Map<string, BaselineEntry[]>();

  constructor(entries: readonly BaselineEntry[]) {
    for (const entry of entries) {
      const key = `${entry.rule} ${entry.id}`;
      const list = this.#byId.get(key);
      if (list) list.push(entry);
      else this.#byId.set(key, [entry]);
    }
  }

  /** Take the entry of a finding out, from the first of these paths that has one. */
  take(finding: Finding, paths: readonly string[]): boolean {
    const list = this.#of(finding);
    for (const path of paths) {
      const fits = list.filter((entry) => entry.path === path && isSameValue(entry, finding));
      const entry = fits.find(({ value }) => value === finding.identity.value) ?? fits[0];
      if (!entry) continue;
      list.splice(list.indexOf(entry), 1);
      return true;
    }
    return false;
  }

  pathsOf(finding: Finding): string[] {
    return [...new Set(this.#of(finding).map(({ path }) => path))];
  }

  left(): BaselineEntry[] {
    return [...this.#byId.values()].flat();
  }

  #of({ ruleId, identity }: Finding): BaselineEntry[] {
    return this.#byId.get(`${ruleId} ${identity.place}`) ?? [];
  }
}

/** Where either was made without a key, nothing says that the values differ. */
function isSameValue({ value }: BaselineEntry, { identity }: Finding): boolean {
  return value === undefined || identity.value === undefined || value === identity.value;
}

/** A renamed file mostly keeps its name or its folder. */
function bySimilarityTo(target: string): (a: string, b: string) => number {
  const parts = new Set(target.split('/'));
  const likeness = (path: string): number => path.split('/').filter((part) => parts.has(part)).length;
  return (a, b) => likeness(b) - likeness(a) || (a < b ? -1 : 1);
}

/* ------------------------------------------------------------------ the file */

function keyOf({ path, rule, id, value = '' }: BaselineEntry): string {
  return JSON.stringify([path, rule, id, value]);
}

function byLine(a: BaselineEntry, b: BaselineEntry): number {
  const [left, right] = [keyOf(a), keyOf(b)];
  return left < right ? -1 : left > right ? 1 : (a.n ?? 1) - (b.n ?? 1);
}

function numbered(entries: readonly BaselineEntry[]): BaselineEntry[] {
  const seen = new Map<string, number>();
  return entries.toSorted(byLine).map(({ n: _, ...entry }) => {
    const n = (seen.get(keyOf(entry)) ?? 0) + 1;
    seen.set(keyOf(entry), n);
    return n === 1 ? entry : { ...entry, n };
  });
}

/** One entry a line, sorted, and nothing else that could change: no header, no count, no comma. */
export function formatBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries
    .toSorted(byLine)
    .map(({ path, rule, id, n, value }) => JSON.stringify({ path, rule, id, n, value }));
  return lines.map((line) => `${line}\n`).join('');
}

/** A line of the file that is no entry. */
export interface BaselineError {
  readonly line: number;
}

/** What git puts around the two sides of a conflict: both sides count until somebody resolves it. */
const CONFLICT = /^(?:<{7}|={7}|>{7}|\|{7})/;

/** Read a baseline, whatever the order of its lines; equal lines count once. */
export function parseBaseline(text: string): BaselineEntry[] | BaselineError {
  const entries = new Map<string, BaselineEntry>();
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === '' || CONFLICT.test(line)) continue;
    const entry = parseEntry(line);
    if (entry === null) return { line: i + 1 };
    entries.set(`${keyOf(entry)} ${entry.n ?? 1}`, entry);
  }
  return [...entries.values()];
}

function parseEntry(line: string): BaselineEntry | null {
  try {
    const { path, rule, id, n, value } = JSON.parse(line) as Record<string, unknown>;
    if (![path, rule, id].every((part) => typeof part === 'string')) return null;
    if (n !== undefined && !Number.isSafeInteger(n)) return null;
    if (value !== undefined && typeof value !== 'string') return null;
    const entry = { path, rule, id } as BaselineEntry;
    return { ...entry, ...(n !== undefined && { n: n as number }), ...(value !== undefined && { value }) };
  } catch {
    return null;
  }
}
