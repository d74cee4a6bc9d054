import { lstatSync } from 'node:fs';
import path from 'node:path';
import type { FileList } from './files.ts';
import { unstagedFilesLater } from './git-index.ts';

/**
 * What the content of each file is known by without reading it: git's own name for it where the file on disk is as the index has it,
 * else size, times and inode. Files that git still lists, but are not there, are known for that. Lock files and other files that a scan only asks are among them.
 */
export async function contentIds(root: string, list: FileList): Promise<ReadonlyMap<string, string>> {
  const { index } = list;
  const unstaged = index && new Set(await unstagedFilesLater(root));
  const ids = new Map<string, string>();
  for (const file of new Set([...list.paths, ...(index?.keys() ?? [])])) {
    const indexed = index?.get(file);
    const isClean = indexed && !indexed.isUnwatched && !unstaged?.has(file);
    const id = isClean ? indexed.blob : stampOf(path.join(root, file));
    ids.set(file, id ?? GONE);
  }
  return ids;
}

const GONE = 'gone';

/** Changes whenever a file does: the time of its last change of any kind cannot be set by a program. Null where there is none. */
export function stampOf(file: string): string | null {
  try {
    const stat = lstatSync(file, { bigint: true, throwIfNoEntry: false });
    return stat ? [stat.size, stat.mtimeNs, stat.ctimeNs, stat.ino, stat.mode].join(':') : null;
  } catch {
    return null;
  }
}
