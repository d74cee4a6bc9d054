import { statSync } from 'node:fs';
import path from 'node:path';
import { UsageProblem } from './exit-codes.ts';

/** What to scan: the root that paths are relative to, and the files and folders in it that are wanted. */
export interface Targets {
  readonly root: string;
  readonly paths: readonly string[];
}

/** One folder is the root itself; files and several folders are wanted parts of the nearest folder around them. */
export function resolveTargets(cwd: string, operands: readonly string[]): Targets {
  if (operands.length === 0) return { root: cwd, paths: [] };
  const targets = operands.map((operand) => resolveOne(cwd, operand));
  const [only] = targets;
  if (targets.length === 1 && only?.isFolder) return { root: only.path, paths: [] };
  const isInside = targets.every(({ path: target }) => target === cwd || target.startsWith(cwd + path.sep));
  const root = isInside ? cwd : commonFolder(targets.map(({ path: target, isFolder }) => (isFolder ? target : path.dirname(target))));
  return { root, paths: targets.map(({ path: target }) => path.relative(root, target).split(path.sep).join('/') || '.') };
}

function resolveOne(cwd: string, operand: string): { path: string; isFolder: boolean } {
  const target = path.resolve(cwd, operand);
  const stat = statSync(target, { throwIfNoEntry: false });
  if (!stat) throw new UsageProblem(`${operand}: no such file or folder`);
  if (!stat.isFile() && !stat.isDirectory()) throw new UsageProblem(`${operand}: neither a file nor a folder`);
  return { path: target, isFolder: stat.isDirectory() };
}

function commonFolder(folders: readonly string[]): string {
  let common = folders[0] ?? path.sep;
  for (const folder of folders) {
    while (folder !== common && !folder.startsWith(common.endsWith(path.sep) ? common : common + path.sep)) common = path.dirname(common);
  }
  return common;
}
