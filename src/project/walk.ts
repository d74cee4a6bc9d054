import { readdirSync, type Dirent } from 'node:fs';
import path from 'node:path';
import { ignoreListOf, type IgnoreList } from './gitignore.ts';
import { readText } from './text.ts';

/** A folder that could not be listed, and why. */
export interface ListProblem {
  readonly path: string;
  readonly message: string;
}

/** A folder that is to be looked into, and the ignore files around it, innermost first. */
interface Folder {
  readonly path: string;
  readonly rules: readonly Rules[];
}

interface Rules {
  /** The folder of the ignore file, with `/`; empty at the root. */
  readonly prefix: string;
  readonly list: IgnoreList;
}

/** All that lies below a folder and is no folder itself, without following links, and without what `.gitignore` names. */
export function walk(root: string, isPassed: (folder: string) => boolean, problems: ListProblem[]): string[] {
  const files: string[] = [];
  const open: Folder[] = [{ path: '', rules: [] }];
  for (let folder = open.pop(); folder; folder = open.pop()) {
    const entries = list(root, folder.path, problems);
    const rules = [...rulesIn(root, folder.path, entries), ...folder.rules];
    for (const entry of entries) {
      const file = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`;
      const isFolder = entry.isDirectory();
      if ((isFolder && isPassed(`${file}/`)) || isIgnored(file, isFolder, rules)) continue;
      if (isFolder) open.push({ path: file, rules });
      else files.push(file);
    }
  }
  return files;
}

function list(root: string, folder: string, problems: ListProblem[]): Dirent[] {
  try {
    return readdirSync(path.join(root, folder), { withFileTypes: true });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    problems.push({ path: folder || '.', message: `cannot be looked into (${code ?? 'unknown error'})` });
    return [];
  }
}

function rulesIn(root: string, folder: string, entries: readonly Dirent[]): Rules[] {
  if (!entries.some(({ name }) => name === '.gitignore')) return [];
  const read = readText(path.join(root, folder, '.gitignore'));
  if (read.kind !== 'text') return [];
  return [{ prefix: folder === '' ? '' : `${folder}/`, list: ignoreListOf(read.text) }];
}

/** The innermost file that has something to say decides. */
function isIgnored(file: string, isFolder: boolean, rules: readonly Rules[]): boolean {
  for (const { prefix, list: patterns } of rules) {
    const decision = patterns.decide(file.slice(prefix.length), isFolder);
    if (decision !== null) return decision;
  }
  return false;
}
