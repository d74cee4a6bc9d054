import { lstatSync } from 'node:fs';
import path from 'node:path';
import { clean, fileList, type FileList } from './files.ts';
import { commitOf, indexAgainst, isShallow, mergeBase, type GitAnswers } from './git/answers.ts';
import { readBlobs } from './git/blobs.ts';
import { parseChanges, parseListing, type IndexEntry } from './git/listing.ts';
import { GitProblem, partsOf } from './git/git.ts';
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

/** All files of a folder, by what git says of them. */
export function allSources(root: string, answers: GitAnswers | null): Sources {
  return fileList(root, answers && Buffer.concat([answers.tracked, answers.others]));
}

/**
 * The files as the next commit will have them, where it changes them: everything is read as git's index has it, and
 * what is not in the index is not there. Rejects with {@link GitProblem}.
 */
export async function stagedSources(root: string, answers: GitAnswers): Promise<Sources> {
  const { files, conflicts } = parseChanges(answers.staged);
  const indexed = parseListing(answers.tracked).entries.filter((entry) => !entry.isInConflict);
  const entries = indexed.filter((file) => file.isRegular);
  const paths = clean(entries.map((file) => file.path));
  const listed = new Set(paths);
  const staged = files.filter((file) => listed.has(file.path));
  const isStaged = new Set(staged.map((file) => file.path));
  const isOther = ({ path: file }: IndexEntry): boolean => listed.has(file) && !isStaged.has(file);
  const others = differing(entries, answers).filter(isOther);
  const { overlay, problems } = await contentsOf(root, [...staged, ...others]);
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
function differing(entries: readonly IndexEntry[], { unstaged }: GitAnswers): IndexEntry[] {
  const differ = new Set(partsOf(unstaged));
  return entries.filter((entry) => entry.isUnwatched || differ.has(entry.path));
}

async function contentsOf(
  root: string,
  files: readonly { readonly path: string; readonly blob: string }[],
): Promise<{ overlay: Map<string, Buffer>; problems: ListProblem[] }> {
  const blobs = await readBlobs(
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
 * committed, staged, neither, or new. Rejects with {@link GitProblem}.
 */
export async function changedSources(root: string, ref: string, answers: GitAnswers): Promise<Sources> {
  const { files, conflicts } = parseChanges(await indexAgainst(root, await baseOf(root, ref)));
  const list = allSources(root, answers);
  const changed = new Set([
    ...files.map((file) => file.path),
    ...conflicts,
    ...parseListing(answers.others).others,
    ...partsOf(answers.unstaged),
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

async function baseOf(root: string, ref: string): Promise<string> {
  const commit = ref.startsWith('-') ? null : await commitOf(root, ref);
  if (commit === null) {
    const cure = (await isShallow(root)) ? '; this clone is shallow: fetch it first' : '';
    throw new GitProblem(`--changed ${ref}: git knows no such commit${cure}`);
  }
  const head = await commitOf(root, 'HEAD');
  // Without a common ancestor, as in a shallow clone, all that differs counts: rather too much than too little.
  return (head === null ? null : await mergeBase(root, commit, head)) ?? commit;
}
