import { existsSync } from 'node:fs';
import path from 'node:path';
import { gitList, isInWorkTree } from './git.ts';
import { walk, type ListProblem } from './walk.ts';

/** The files of a project, as paths relative to its root, with `/`, sorted. */
export interface FileList {
  readonly paths: readonly string[];
  /** Whether git tracks a path or, outside git, whether it would be committed: nothing ignores it. */
  isCommitted(path: string): boolean;
  /** Folders that could not be looked into. */
  readonly errors: readonly ListProblem[];
}

/** Folders that hold other people's code or a tool's own state. */
const NEVER = /(?:^|\/)(?:node_modules|bower_components|\.git|\.hg|\.svn|\.yarn|\.pnpm-store)\//;

/** Generated files in which nothing was written by hand. */
const GENERATED =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lockb?|composer\.lock|Cargo\.lock|poetry\.lock|uv\.lock|Gemfile\.lock|go\.sum|deno\.lock)$/;

/** All files of the project that a scan looks at. */
export function listFiles(root: string): FileList {
  if (isInWorkTree(root)) {
    const tracked = new Set(trackedFiles(root));
    const untracked = gitList(root, ['ls-files', '-z', '--others', '--exclude-standard']);
    const paths = clean([...tracked, ...untracked]);
    if (paths.length > 0) return { paths, isCommitted: (file) => tracked.has(file), errors: [] };
  }
  const errors: ListProblem[] = [];
  const paths = clean(walk(root, (folder) => NEVER.test(folder), errors));
  return { paths, isCommitted: () => true, errors };
}

/** What git tracks and has checked out: a sparse checkout leaves files out. */
function trackedFiles(root: string): string[] {
  const lines = gitList(root, ['ls-files', '-z', '-t', '--cached']);
  return lines.flatMap((line) => {
    const file = line.slice(2);
    return line.startsWith('S') && !existsSync(path.join(root, file)) ? [] : [file];
  });
}

/** Paths that a scan looks at, of those that git names; each once, sorted. */
export function clean(paths: readonly string[]): string[] {
  return [...new Set(paths)]
    .filter((file) => !NEVER.test(file) && !GENERATED.test(file) && !LEAVES.test(file))
    .sort(byCodeUnit);
}

/** An index can be made by hand, with names that no git would put there. */
const LEAVES = /^(?:\/|[a-z]:)|(?:^|\/)\.\.?(?:\/|$)/i;

/** The same order on every machine, whatever its locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
