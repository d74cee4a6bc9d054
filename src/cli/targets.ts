import { statSync, type Stats } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type FastGlob from 'fast-glob';
import { COMMANDS } from './arguments.ts';
import { UsageProblem } from './exit-codes.ts';
import { nearest } from './suggest.ts';

const require = createRequire(import.meta.url);

/** What to scan: the root that paths are relative to, and the files and folders in it that are wanted. */
export interface Targets {
  readonly root: string;
  readonly paths: readonly string[];
}

interface Target {
  readonly path: string;
  readonly isFolder: boolean;
}

/**
 * One folder is the root itself; files and several folders are wanted parts of the current folder or, where they
 * lie elsewhere, of the nearest folder around them. Throws {@link UsageProblem}.
 */
export function resolveTargets(cwd: string, operands: readonly string[]): Targets {
  const targets = operands.flatMap((operand) => resolve(cwd, operand));
  const [only, second] = targets;
  if (!only) return { root: cwd, paths: [] };
  if (!second && only.isFolder) return { root: only.path, paths: [] };
  const folders = targets.map((target) => (target.isFolder ? target.path : path.dirname(target.path)));
  const root = folders.every((folder) => isWithin(cwd, folder)) ? cwd : commonFolder(folders);
  return { root, paths: targets.map((target) => relative(root, target.path)) };
}

/** A path or, where there is none of that name, a pattern, which not every shell expands. */
function resolve(cwd: string, operand: string): Target[] {
  if (statOf(path.resolve(cwd, operand), operand) || !/[*?[{]/.test(operand))
    return [resolveOne(cwd, operand)];
  const files = expand(cwd, operand);
  if (files.length === 0)
    throw new UsageProblem(`${operand}: no such file or folder, and no file fits it as a pattern`);
  return files.map((file) => ({ path: path.resolve(cwd, file), isFolder: false }));
}

/** Files by a pattern, none behind a link. */
function expand(cwd: string, pattern: string): string[] {
  const { sync: glob } = require('fast-glob') as typeof FastGlob;
  const ignore = ['**/node_modules/**', '**/.git/**'];
  try {
    return glob(pattern.replaceAll(path.sep, '/'), {
      cwd,
      dot: true,
      followSymbolicLinks: false,
      suppressErrors: true,
      ignore,
    }).sort();
  } catch {
    throw new UsageProblem(`${pattern}: not a pattern that can be read`);
  }
}

function resolveOne(cwd: string, operand: string): Target {
  const target = path.resolve(cwd, operand);
  const stat = statOf(target, operand);
  if (!stat) throw new UsageProblem(`${operand}: no such file or folder${commandMeant(operand)}`);
  if (!stat.isFile() && !stat.isDirectory())
    throw new UsageProblem(`${operand}: neither a file nor a folder`);
  return { path: target, isFolder: stat.isDirectory() };
}

function statOf(target: string, operand: string): Stats | undefined {
  try {
    return statSync(target, { throwIfNoEntry: false });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTDIR' || code === 'ENAMETOOLONG') return undefined;
    if (code === 'ELOOP') throw new UsageProblem(`${operand}: a link that leads in circles`);
    throw new UsageProblem(`${operand}: cannot be looked at (${code ?? 'unknown error'})`);
  }
}

/** A word without a dot or a slash may have been meant as a command. */
function commandMeant(operand: string): string {
  const near = /^[a-z]+$/.test(operand) ? nearest(operand, COMMANDS) : null;
  return near === null ? '' : `; did you mean the command "${near}"?`;
}

function isWithin(folder: string, target: string): boolean {
  const way = path.relative(folder, target);
  return way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way);
}

function commonFolder(folders: readonly string[]): string {
  let common = folders[0] ?? path.sep;
  while (!folders.every((folder) => isWithin(common, folder))) {
    const parent = path.dirname(common);
    if (parent === common) throw new UsageProblem('the paths have no folder in common');
    common = parent;
  }
  return common;
}

function relative(root: string, target: string): string {
  return path.relative(root, target).split(path.sep).join('/') || '.';
}
