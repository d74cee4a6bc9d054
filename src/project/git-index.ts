import { git, gitLater, gitList, GitProblem } from './git.ts';
import { MAX_FILE_BYTES, tooLarge } from './text.ts';

/** What git's index has. */
export interface IndexEntry {
  readonly path: string;
  /** Neither a link nor a submodule. */
  readonly isRegular: boolean;
  readonly blob: string;
  /** Git was told not to look at the file on disk, which may differ or be absent. */
  readonly isUnwatched: boolean;
}

const REGULAR = /^100/;

/** The index below a folder, without files in conflict. */
export function indexEntries(folder: string): IndexEntry[] {
  const lines = gitList(folder, ['ls-files', '-z', '-s', '-v'], { keepIndex: true });
  return lines.flatMap((line) => {
    const [, tag = '', mode = '', blob = '', stage, path = ''] =
      /^(\S) (\d{6}) ([0-9a-f]{40,64}) (\d)\t([\s\S]+)$/.exec(line) ?? [];
    return stage === '0' ? [{ path, blob, isRegular: REGULAR.test(mode), isUnwatched: tag !== 'H' }] : [];
  });
}

/** What the index has otherwise than a commit does. */
export interface IndexChanges {
  /** Regular files that are new or changed. */
  readonly files: readonly { readonly path: string; readonly blob: string }[];
  /** Files of a merge that is not resolved: nothing of them is staged. */
  readonly conflicts: readonly string[];
}

/** Compare the index with a commit; without one, everything is new. Reads no file of the work tree. */
export function indexChanges(folder: string, commit: string | null): IndexChanges {
  const tree = commit ?? emptyTree(folder);
  const args = ['diff-index', '--cached', '--raw', '-z', '--no-abbrev', '--no-renames', '--relative'];
  const parts = gitList(folder, [...args, '--ignore-submodules=all', tree, '--'], { keepIndex: true });
  const files: { path: string; blob: string }[] = [];
  const conflicts: string[] = [];
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const [, mode = '', , blob = '', status = ''] = parts[i]!.split(' ');
    const path = parts[i + 1]!;
    if (status.startsWith('U')) conflicts.push(path);
    else if (REGULAR.test(mode)) files.push({ path, blob });
  }
  return { files: files.filter(({ path }) => !conflicts.includes(path)), conflicts };
}

/** The commit that is checked out; null before the first one. */
export function headOf(folder: string): string | null {
  return commitOf(folder, 'HEAD');
}

/** The commit that a name means; null where it means none. */
export function commitOf(folder: string, name: string): string | null {
  try {
    const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`];
    return git(folder, args).toString('utf8').trim() || null;
  } catch (error) {
    if (error instanceof GitProblem) return null;
    throw error;
  }
}

/** Where two lines of history parted; null where nothing says it, as in a shallow clone. */
export function mergeBase(folder: string, a: string, b: string): string | null {
  try {
    return git(folder, ['merge-base', a, b]).toString('utf8').trim() || null;
  } catch (error) {
    if (error instanceof GitProblem) return null;
    throw error;
  }
}

export function isShallow(folder: string): boolean {
  return git(folder, ['rev-parse', '--is-shallow-repository']).toString('utf8').trim() === 'true';
}

/** The tree without files, by its name in the repository's own kind of hash. */
function emptyTree(folder: string): string {
  return git(folder, ['hash-object', '-t', 'tree', '--stdin']).toString('utf8').trim();
}

/**
 * Files that differ between index and work tree, deleted ones among them. Git compares contents where times do not
 * tell, and would run the repository's filters for that: all of them are switched off.
 */
export function unstagedFiles(folder: string): string[] {
  return gitList(folder, UNSTAGED, { keepIndex: true, settings: withoutFilters(folder) });
}

/** The same beside other work. */
export async function unstagedFilesLater(folder: string): Promise<string[]> {
  const output = await gitLater(folder, UNSTAGED, { settings: withoutFilters(folder) });
  return output.toString('utf8').split('\0').filter(Boolean);
}

const UNSTAGED = ['diff-files', '--name-only', '-z', '--relative', '--ignore-submodules=all', '--no-renames'];

function withoutFilters(folder: string): Map<string, string> {
  const drivers = new Set(filterSettings(folder).map((name) => name.slice(0, name.lastIndexOf('.'))));
  return new Map(
    [...drivers].flatMap((driver) => [
      [`${driver}.clean`, ''],
      [`${driver}.smudge`, ''],
      [`${driver}.process`, ''],
      [`${driver}.required`, 'false'],
    ]),
  );
}

function filterSettings(folder: string): string[] {
  try {
    return gitList(folder, [
      'config',
      '-z',
      '--includes',
      '--name-only',
      '--get-regexp',
      String.raw`^filter\.`,
    ]);
  } catch (error) {
    // Git's answer where there are none.
    if (error instanceof GitProblem && error.message === 'git failed') return [];
    throw error;
  }
}

/* ------------------------------------------------------------------ contents */

/** A blob, or why there is none. */
export type Blob = Buffer | string;

/** What one call to git may bring, in bytes. */
const MOST_AT_ONCE = 128 * 1024 * 1024;

/** The contents of blobs, in the order of their names. */
export function readBlobs(folder: string, names: readonly string[]): Blob[] {
  const sizes = sizesOf(folder, names);
  const blobs: Blob[] = names.map((_, i) => problemWith(sizes[i] ?? null) ?? '');
  const wanted = names.flatMap((_, i) => (blobs[i] === '' ? [i] : []));
  for (const group of grouped(wanted, (i) => sizes[i]!)) {
    const read = readGroup(
      folder,
      group.map((i) => names[i]!),
    );
    group.forEach((i, at) => (blobs[i] = read[at] ?? MISSING));
  }
  return blobs;
}

const MISSING = 'git does not have its content';

function problemWith(size: number | null): string | null {
  if (size === null) return MISSING;
  return size > MAX_FILE_BYTES ? tooLarge(size) : null;
}

function sizesOf(folder: string, names: readonly string[]): (number | null)[] {
  if (names.length === 0) return [];
  const output = git(folder, ['cat-file', '--batch-check'], { input: `${names.join('\n')}\n` });
  return output
    .toString('utf8')
    .split('\n')
    .map((line) => {
      const size = / blob (\d+)$/.exec(line)?.[1];
      return size === undefined ? null : Number(size);
    });
}

function grouped(items: readonly number[], sizeOf: (item: number) => number): number[][] {
  const groups: number[][] = [];
  let room = 0;
  for (const item of items) {
    room -= sizeOf(item);
    if (room < 0 || groups.length === 0) {
      groups.push([]);
      room = MOST_AT_ONCE - sizeOf(item);
    }
    groups.at(-1)!.push(item);
  }
  return groups;
}

function readGroup(folder: string, names: readonly string[]): (Buffer | null)[] {
  const output = git(folder, ['cat-file', '--batch'], { input: `${names.join('\n')}\n` });
  const blobs: (Buffer | null)[] = [];
  for (let at = 0; blobs.length < names.length && at < output.length;) {
    const lineEnd = output.indexOf(10, at);
    const size = / blob (\d+)$/.exec(output.toString('latin1', at, lineEnd))?.[1];
    at = lineEnd + 1;
    if (size === undefined) {
      blobs.push(null);
      continue;
    }
    blobs.push(output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return blobs;
}
