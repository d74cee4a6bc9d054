import { existsSync } from 'node:fs';
import path from 'node:path';
import { git, GitProblem, isInWorkTree } from './git/git.ts';
import { TRACKED } from './git/answers.ts';
import { parseListing, type IndexEntry } from './git/listing.ts';
import { walk, type ListProblem } from './walk.ts';

/** The files of a project, as paths relative to its root, with `/`, sorted. */
export interface FileList {
  readonly paths: readonly string[];
  /** Whether git tracks a path or, outside git, whether it would be committed: nothing ignores it. */
  isCommitted(path: string): boolean;
  /** Folders that could not be looked into. */
  readonly errors: readonly ListProblem[];
  /** What git's index has for its files, those included that a scan does not look at; null outside git. */
  readonly index: ReadonlyMap<string, IndexEntry> | null;
}

/** Folders that hold other people's code or a tool's own state. */
const NEVER = /(?:^|\/)(?:node_modules|bower_components|\.git|\.hg|\.svn|\.yarn|\.pnpm-store)\//;

/** Generated files in which nothing was written by hand. */
const GENERATED =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lockb?|composer\.lock|Cargo\.lock|poetry\.lock|uv\.lock|Gemfile\.lock|go\.sum|deno\.lock)$/;

/** All files of the project that a scan looks at. Throws {@link GitProblem} where git refuses the repository. */
export function listFiles(root: string): FileList {
  return fileList(root, askForFiles(root));
}

/** The same from git's answer; null where it gave none. */
export function fileList(root: string, answer: Buffer | null): FileList {
  if (answer !== null) {
    const { entries, others } = parseListing(answer);
    const here = entries.filter(
      ({ path: file, isLeftOut }) => !isLeftOut || existsSync(path.join(root, file)),
    );
    const tracked = new Set(here.map((entry) => entry.path));
    const paths = clean([...tracked, ...others]);
    if (paths.length > 0)
      return { paths, isCommitted: (file) => tracked.has(file), errors: [], index: indexOf(here) };
  }
  const errors: ListProblem[] = [];
  const paths = clean(walk(root, (folder) => NEVER.test(folder), errors));
  return { paths, isCommitted: () => true, errors, index: null };
}

function askForFiles(root: string): Buffer | null {
  try {
    return git(root, [...TRACKED, '--cached', '--others', '--exclude-standard']);
  } catch (error) {
    if (error instanceof GitProblem && !isInWorkTree(root)) return null;
    throw error;
  }
}

function indexOf(entries: readonly IndexEntry[]): ReadonlyMap<string, IndexEntry> {
  return new Map(entries.flatMap((entry) => (entry.isInConflict ? [] : [[entry.path, entry]])));
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
