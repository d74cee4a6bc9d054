import { partsOf } from './git.ts';

/** A file, a link or a submodule as git's index has it. */
export interface IndexEntry {
  readonly path: string;
  readonly blob: string;
  /** Neither a link nor a submodule. */
  readonly isRegular: boolean;
  /** Several versions of it wait to be merged. */
  readonly isInConflict: boolean;
  /** Git was told not to look at the file on disk, which may differ or be absent. */
  readonly isUnwatched: boolean;
  /** A sparse checkout leaves it out. */
  readonly isLeftOut: boolean;
}

/** What git lists of a folder. */
export interface Listing {
  readonly entries: readonly IndexEntry[];
  /** Files that it neither tracks nor ignores. */
  readonly others: readonly string[];
}

/** Begins a line about a file that is not tracked: https://git-scm.com/docs/git-ls-files#Documentation/git-ls-files.txt--t */
const OTHER = '? ';
const REGULAR = '100';

/** Read the lines of `ls-files -z -v -s`: a tag, mode, blob and stage, then the path. */
export function parseListing(files: Buffer): Listing {
  const entries: IndexEntry[] = [];
  const others: string[] = [];
  for (const line of partsOf(files)) {
    if (line.startsWith(OTHER)) others.push(line.slice(OTHER.length));
    else entries.push(entryOf(line));
  }
  return { entries, others };
}

/** The paths of lines that say nothing of a file's content on disk: it is not tracked, or git was told not to look. */
export function unknownIn(files: Buffer): string[] {
  const text = files.toString('latin1');
  return [...text.matchAll(/(?:^|\0)(?!H|\0|$)/g)].map(({ index, 0: { length } }) => {
    const line = files.toString('utf8', index + length, text.indexOf('\0', index + length));
    return line.startsWith(OTHER) ? line.slice(OTHER.length) : entryOf(line).path;
  });
}

function entryOf(line: string): IndexEntry {
  const tab = line.indexOf('\t');
  const [tag = '', mode = '', blob = '', stage] = line.slice(0, tab).split(' ');
  return {
    path: line.slice(tab + 1),
    blob,
    isRegular: mode.startsWith(REGULAR),
    isInConflict: stage !== '0',
    isUnwatched: tag !== WATCHED,
    isLeftOut: tag.toUpperCase() === 'S',
  };
}

const WATCHED = 'H';

/** What the index has otherwise than a commit does. */
export interface IndexChanges {
  /** Regular files that are new or changed. */
  readonly files: readonly { readonly path: string; readonly blob: string }[];
  /** Files of a merge that is not resolved: nothing of them is staged. */
  readonly conflicts: readonly string[];
}

/** Read the lines of `diff-index --raw -z`; nothing changed where they were not asked for. */
export function parseChanges(lines: Buffer | null): IndexChanges {
  const parts = partsOf(lines);
  const files: { path: string; blob: string }[] = [];
  const conflicts: string[] = [];
  for (let i = 0; i + 1 < parts.length; i += 2) {
    const [, mode = '', , blob = '', status = ''] = parts[i]!.split(' ');
    const path = parts[i + 1]!;
    if (status.startsWith('U')) conflicts.push(path);
    else if (mode.startsWith(REGULAR)) files.push({ path, blob });
  }
  return { files: files.filter(({ path }) => !conflicts.includes(path)), conflicts };
}
