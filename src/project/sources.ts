import { lstatSync } from 'node:fs';
import path from 'node:path';
import { clean, listFiles, type FileList } from './files.ts';
import { GitProblem, gitList, requireWorkTree } from './git.ts';
import {
  commitOf,
  headOf,
  indexChanges,
  indexEntries,
  isShallow,
  mergeBase,
  readBlobs,
  unstagedFiles,
  type IndexEntry,
} from './git-index.ts';
import type { ListProblem } from './walk.ts';

/** The files of one scan. */
export interface Sources {
  /** All files of the project, sorted: what is not judged is still linked. */
  readonly paths: readonly string[];
  /** The files that are judged; all where it is absent. */
  readonly judged?: ReadonlySet<string>;
  /** Content that stands for what is on disk. */
  readonly overlay?: ReadonlyMap<string, Buffer>;
  /** The files that there are, where it is not the disk that says it. */
  readonly existing?: ReadonlySet<string>;
  isCommitted(path: string): boolean;
  readonly errors: readonly ListProblem[];
  /** What git's index has on disk; null outside git. */
  readonly index: FileList['index'];
  /** What the content of each file is known by, where it is not the disk that says it. */
  readonly ids?: ReadonlyMap<string, string>;
}

/** All files of a folder. Throws {@link GitProblem}. */
export function allSources(root: string): Sources {
  return listFiles(root);
}

/**
 * The files as the next commit will have them, where it changes them: everything is read as git's index has it, and
 * what is not in the index is not there. Throws {@link GitProblem}.
 */
export function stagedSources(root: string): Sources {
  requireWorkTreeFor(root, '--staged');
  const { files, conflicts } = indexChanges(root, headOf(root));
  const indexed = indexEntries(root);
  const entries = indexed.filter((file) => file.isRegular);
  const paths = clean(entries.map((file) => file.path));
  const listed = new Set(paths);
  const staged = files.filter((file) => listed.has(file.path));
  const isStaged = new Set(staged.map((file) => file.path));
  const others = differing(root, entries).filter((file) => listed.has(file.path) && !isStaged.has(file.path));
  const { overlay, problems } = contentsOf(root, [...staged, ...others]);
  const unread = new Set(problems.map((problem) => problem.path));
  const existing = new Set(entries.map((file) => file.path).filter((file) => !unread.has(file)));
  return {
    paths: paths.filter((file) => existing.has(file)),
    judged: new Set([...isStaged].filter((file) => overlay.has(file))),
    overlay,
    existing,
    isCommitted: () => true,
    index: null,
    ids: new Map(indexed.map((file) => [file.path, file.blob])),
    errors: [
      ...clean(conflicts).map((file) => ({ path: file, message: IN_CONFLICT })),
      ...problems.filter((problem) => isStaged.has(problem.path)),
    ],
  };
}

/** Files that are not on disk as the index has them. */
function differing(root: string, entries: readonly IndexEntry[]): IndexEntry[] {
  const unstaged = new Set(unstagedFiles(root));
  return entries.filter((entry) => entry.isUnwatched || unstaged.has(entry.path));
}

function contentsOf(
  root: string,
  files: readonly { readonly path: string; readonly blob: string }[],
): { overlay: Map<string, Buffer>; problems: ListProblem[] } {
  const blobs = readBlobs(
    root,
    files.map((file) => file.blob),
  );
  const overlay = new Map<string, Buffer>();
  const problems: ListProblem[] = [];
  for (const [i, file] of files.entries()) {
    const blob = blobs[i]!;
    if (typeof blob === 'string') problems.push({ path: file.path, message: blob });
    else overlay.set(file.path, blob);
  }
  return { overlay, problems };
}

const IN_CONFLICT = 'is in conflict: nothing of it is staged yet';

/**
 * The files of the work tree, judged where they differ from the commit at which this branch left `ref`, whether that is
 * committed, staged, neither, or new. Throws {@link GitProblem}.
 */
export function changedSources(root: string, ref: string): Sources {
  requireWorkTreeFor(root, '--changed');
  const base = baseOf(root, ref);
  const { files, conflicts } = indexChanges(root, base);
  const untracked = gitList(root, ['ls-files', '-z', '--others', '--exclude-standard']);
  const list = listFiles(root);
  const changed = new Set([
    ...files.map((file) => file.path),
    ...conflicts,
    ...untracked,
    ...unstagedFiles(root),
  ]);
  const judged = list.paths.filter((file) => changed.has(file) && isOnDisk(path.join(root, file)));
  return { ...list, judged: new Set(judged) };
}

/** A link counts, wherever it leads. */
function isOnDisk(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined;
  } catch {
    return false;
  }
}

function baseOf(root: string, ref: string): string {
  const commit = ref.startsWith('-') ? null : commitOf(root, ref);
  if (commit === null) {
    const cure = isShallow(root) ? '; this clone is shallow: fetch it first' : '';
    throw new GitProblem(`--changed ${ref}: git knows no such commit${cure}`);
  }
  const head = headOf(root);
  // Without a common ancestor, as in a shallow clone, all that differs counts: rather too much than too little.
  return (head === null ? null : mergeBase(root, commit, head)) ?? commit;
}

function requireWorkTreeFor(root: string, option: string): void {
  try {
    requireWorkTree(root);
  } catch (error) {
    if (error instanceof GitProblem)
      throw new GitProblem(`${option} needs a git work tree: ${error.message}`);
    throw error;
  }
}
