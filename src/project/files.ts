import { existsSync } from 'node:fs';
import path from 'node:path';
import { gitList, GitProblem, isInWorkTree } from './git.ts';
import { walk, type ListProblem } from './walk.ts';

/** The files of a project, as paths relative to its root, with `/`, sorted. */
export interface FileList {
  readonly paths: readonly string[];
  /** Whether git tracks a path or, outside git, whether it would be committed: nothing ignores it. */
  isCommitted(path: string): boolean;
  /** Folders that could not be looked into. */
  readonly errors: readonly ListProblem[];
  /** What git's index has for its files, those included that a scan does not look at; null outside git. */
  readonly index: ReadonlyMap<string, IndexedFile> | null;
}

/** A file, a link or a submodule as git's index has it. */
export interface IndexedFile {
  readonly blob: string;
  /** Git was told not to look at the file on disk, which may differ or be absent. */
  readonly isUnwatched: boolean;
}

/** Folders that hold other people's code or a tool's own state. */
const NEVER = /(?:^|\/)(?:node_modules|bower_components|\.git|\.hg|\.svn|\.yarn|\.pnpm-store)\//;

/** Generated files in which nothing was written by hand. */
const GENERATED =
  /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lockb?|composer\.lock|Cargo\.lock|poetry\.lock|uv\.lock|Gemfile\.lock|go\.sum|deno\.lock)$/;

/** All files of the project that a scan looks at. Throws {@link GitProblem} where git refuses the repository. */
export function listFiles(root: string): FileList {
  const lines = linesOfGit(root);
  if (lines !== null) {
    const { tracked, index, others } = parseLines(root, lines);
    const paths = clean([...tracked, ...others]);
    if (paths.length > 0) return { paths, isCommitted: (file) => tracked.has(file), errors: [], index };
  }
  const errors: ListProblem[] = [];
  const paths = clean(walk(root, (folder) => NEVER.test(folder), errors));
  return { paths, isCommitted: () => true, errors, index: null };
}

/** What git tracks, and what it neither tracks nor ignores; null where there is no work tree. */
function linesOfGit(root: string): string[] | null {
  try {
    return gitList(root, ['ls-files', '-z', '-s', '-v', '--cached', '--others', '--exclude-standard']);
  } catch (error) {
    if (error instanceof GitProblem && !isInWorkTree(root)) return null;
    throw error;
  }
}

interface Listed {
  readonly tracked: ReadonlySet<string>;
  readonly index: ReadonlyMap<string, IndexedFile>;
  readonly others: readonly string[];
}

/** A tag, then for tracked files mode, blob and stage, then the path: https://git-scm.com/docs/git-ls-files#_output */
const LINE = /^(\S) (?:(\d{6}) ([0-9a-f]{40,64}) (\d)\t)?([\s\S]+)$/;

function parseLines(root: string, lines: readonly string[]): Listed {
  const tracked = new Set<string>();
  const index = new Map<string, IndexedFile>();
  const others: string[] = [];
  for (const line of lines) {
    const [, tag = '', mode, blob = '', stage, file = ''] = LINE.exec(line) ?? [];
    if (mode === undefined) others.push(file);
    // A sparse checkout leaves files out.
    else if (tag.toUpperCase() !== 'S' || existsSync(path.join(root, file))) {
      tracked.add(file);
      if (stage === '0') index.set(file, { blob, isUnwatched: tag !== 'H' });
    }
  }
  return { tracked, index, others };
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
