import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { keyIdOf } from '../findings/identity.ts';
import { formatBaseline, parseBaseline, type BaselineEntry } from '../findings/baseline.ts';
import { UsageProblem } from './exit-codes.ts';
import { checkTarget, replaceFile } from './output.ts';

/** What `--update-baseline` writes where `--baseline` names no file. */
export const BASELINE_FILE = '.jwt-secrets-baseline';

/** Where the key of keyed hashes comes from; never from a file of the repository. */
const KEY_VARIABLE = 'JWT_SECRETS_BASELINE_KEY';
const LEAST_KEY = 32;

/** More than this is no baseline. Bytes. */
const MAX_SIZE = 64 * 1024 * 1024;

/** A baseline file, its paths relative to the scanned folder. */
export interface BaselineFile {
  /** As the user named it. */
  readonly name: string;
  readonly file: string;
  readonly key: string | null;
  readonly known: readonly BaselineEntry[];
  /** Entries of the folders around the scanned one: kept as they are. */
  readonly others: readonly BaselineEntry[];
  /** From the folder of the file to the scanned one; empty where the file lies elsewhere. */
  readonly prefix: string;
}

/** Read a baseline; one that is about to be written need not be there yet. Throws {@link UsageProblem}. */
export function readBaseline(
  name: string,
  { file, root, mayBeMissing }: { file: string; root: string; mayBeMissing: boolean },
): BaselineFile {
  const key = keyOf(process.env[KEY_VARIABLE]);
  const entries = entriesOf(file, name, mayBeMissing);
  checkKey(entries, key, name);
  const prefix = prefixOf(file, root);
  const isOwn = (entry: BaselineEntry): boolean => entry.path.startsWith(prefix);
  return {
    name,
    file,
    key,
    prefix,
    known: entries.filter(isOwn).map((entry) => ({ ...entry, path: entry.path.slice(prefix.length) })),
    others: entries.filter((entry) => !isOwn(entry)),
  };
}

/** Write what a scan knows now, all at once and never through a link. Throws {@link UsageProblem}. */
export function writeBaseline(
  { file, name, prefix, others }: BaselineFile,
  next: readonly BaselineEntry[],
): void {
  const own = next.map((entry) => ({ ...entry, path: `${prefix}${entry.path}` }));
  replaceFile(file, formatBaseline([...others, ...own]), `--baseline ${name}`);
}

/** Find out before a long scan that the baseline cannot be written. Throws {@link UsageProblem}. */
export function checkBaseline({ file, name }: BaselineFile): void {
  checkTarget(file, `--baseline ${name}`);
}

function entriesOf(file: string, name: string, mayBeMissing: boolean): readonly BaselineEntry[] {
  const text = textOf(file, name);
  if (text === null) {
    if (mayBeMissing) return [];
    throw new UsageProblem(`--baseline ${name}: no such file; --update-baseline makes it`);
  }
  const entries = parseBaseline(text);
  if ('line' in entries)
    throw new UsageProblem(`--baseline ${name}:${entries.line}: not an entry of a baseline`);
  return entries;
}

function textOf(file: string, name: string): string | null {
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (!stat) return null;
    if (!stat.isFile()) throw new UsageProblem(`--baseline ${name}: is not a regular file`);
    if (stat.size > MAX_SIZE) throw new UsageProblem(`--baseline ${name}: too large for a baseline`);
    return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    if (error instanceof UsageProblem) throw error;
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageProblem(`--baseline ${name}: cannot be read (${code ?? 'unknown error'})`);
  }
}

/** A short key could be guessed, and the secrets with it. */
function keyOf(value: string | undefined): string | null {
  if (value === undefined || value === '') return null;
  if (value.length < LEAST_KEY)
    throw new UsageProblem(`${KEY_VARIABLE} must have ${LEAST_KEY} characters or more`);
  return value;
}

function checkKey(entries: readonly BaselineEntry[], key: string | null, name: string): void {
  if (key === null) return;
  const id = `${keyIdOf(key)}.`;
  if (entries.some(({ value }) => value !== undefined && !value.startsWith(id)))
    throw new UsageProblem(`--baseline ${name}: was made with another key than that of ${KEY_VARIABLE}`);
}

/** Paths count from the folder of the baseline where that is the scanned one or around it, else from the scanned one. */
function prefixOf(file: string, root: string): string {
  const way = path.relative(path.dirname(file), root).split(path.sep).join('/');
  return way === '' || way === '..' || way.startsWith('../') || path.isAbsolute(way) ? '' : `${way}/`;
}
