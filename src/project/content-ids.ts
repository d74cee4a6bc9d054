import { createHash } from 'node:crypto';
import { lstatSync } from 'node:fs';
import path from 'node:path';
import type { FileList } from './files.ts';
import type { GitAnswers } from './git/answers.ts';
import { unknownIn } from './git/listing.ts';
import { partsOf } from './git/git.ts';

/**
 * What the content of each file is known by without reading it: git's own name for it where the file on disk is as the index has it,
 * else size, times and inode. Files that git still lists, but are not there, are known for that. Lock files and other files that a scan only asks are among them.
 */
export function contentIds(
  root: string,
  { paths, index }: FileList,
  answers: GitAnswers | null,
): ReadonlyMap<string, string> {
  const unstaged = new Set(partsOf(answers?.unstaged ?? null));
  const ids = new Map<string, string>();
  for (const file of new Set([...paths, ...(index?.keys() ?? [])])) {
    const indexed = index?.get(file);
    const isClean = indexed && !indexed.isUnwatched && !unstaged.has(file);
    const id = isClean ? indexed.blob : stampOf(path.join(root, file));
    ids.set(file, id ?? GONE);
  }
  return ids;
}

const GONE = 'gone';

/** The same of all files together, straight from what git says: where it is as it was, so is every file. */
export function stateOf(root: string, { tracked, others, staged, unstaged }: GitAnswers): string {
  const { digest, unknown } = trackedState(tracked);
  const hash = createHash('sha256').update(digest);
  for (const answer of [others, staged, unstaged])
    hash.update(`${answer?.length ?? 'none'}\n`).update(answer ?? '');
  // The next commit has nothing from the disk.
  const onDisk = staged === null ? [...unknown, ...unknownIn(others), ...partsOf(unstaged)] : [];
  for (const file of onDisk) hash.update(`${stampOf(path.join(root, file)) ?? GONE}\n`);
  return hash.digest('hex');
}

interface TrackedState {
  readonly digest: string;
  /** Files that git was told not to look at. */
  readonly unknown: readonly string[];
}

const trackedStates = new WeakMap<Buffer, TrackedState>();

/** What {@link stateOf} needs of tracked files, which takes a while and can be made ready before git has said the rest. */
export function trackedState(tracked: Buffer): TrackedState {
  const known = trackedStates.get(tracked);
  if (known) return known;
  const state = {
    digest: createHash('sha256').update(tracked).digest('hex'),
    unknown: unknownIn(tracked),
  };
  trackedStates.set(tracked, state);
  return state;
}

/** Changes whenever a file does: the time of its last change of any kind cannot be set by a program. Null where there is none. */
export function stampOf(file: string): string | null {
  try {
    const stat = lstatSync(file, { bigint: true, throwIfNoEntry: false });
    return stat ? [stat.size, stat.mtimeNs, stat.ctimeNs, stat.ino, stat.mode].join(':') : null;
  } catch {
    return null;
  }
}
