import { trackedState } from '../project/content-ids.ts';
import { Enclosure } from '../project/enclosure.ts';
import { askAboutIndex, askAboutWorkTree, type GitAnswers } from '../project/git/answers.ts';
import { GitProblem, requireWorkTree } from '../project/git/git.ts';
import { ignoreListOf } from '../project/gitignore.ts';
import { allSources, changedSources, stagedSources, type Sources } from '../project/sources.ts';
import type { ScanOptions } from './options.ts';
import { ScanProblem } from './problem.ts';

/** What a scan looks at. */
export interface Scope {
  readonly sources: Sources;
  /** The files that findings may stand in. */
  readonly wanted: ReadonlySet<string>;
  /** All files of the project, scanned or not. */
  readonly all: ReadonlySet<string>;
  /** Whether all of the project is to be scanned. */
  readonly isWhole: boolean;
  isWanted(file: string): boolean;
}

/** The project's own list of paths to leave out, beside `.gitignore`. */
export const IGNORE_FILE = '.jwt-secrets-ignore';

/** What git says of the files of a scan; null outside of git. Rejects with {@link ScanProblem}. */
export async function askGit({ root, staged, changed, cache }: ScanOptions): Promise<GitAnswers | null> {
  return withoutGitProblems(root, async () => {
    if (staged) return askAboutIndex(root).catch((error: unknown) => requireFor('--staged', root, error));
    if (changed !== undefined)
      return (await askAboutWorkTree(root, true)) ?? requireFor('--changed', root, null);
    if (!cache) return askAboutWorkTree(root, false);
    // What differs from the index only the cache needs to know: there is none where git cannot say it.
    return askAboutWorkTree(root, true, trackedState).catch(() => askAboutWorkTree(root, false));
  });
}

/** Say that a work tree is needed, where there is none, and else what git said. */
function requireFor(option: string, root: string, error: unknown): never {
  try {
    requireWorkTree(root);
  } catch (cause) {
    if (!(cause instanceof GitProblem)) throw cause;
    throw new GitProblem(`${option} needs a git work tree: ${cause.message}`);
  }
  throw error;
}

/** The files of a scan. Rejects with {@link ScanProblem}. */
export async function scopeOf(options: ScanOptions, answers: GitAnswers | null): Promise<Scope> {
  const { root, staged, changed } = options;
  const sources = await withoutGitProblems<Sources>(root, async () => {
    if (answers !== null && staged) return stagedSources(root, answers);
    if (answers !== null && changed !== undefined) return changedSources(root, changed, answers);
    return allSources(root, answers);
  });
  const { existing, judged, paths } = sources;
  const isWanted = wantedPaths(options);
  return {
    sources,
    wanted: new Set([...(judged ?? paths)].filter(isWanted)),
    all: existing ?? new Set(paths),
    isWhole: !judged && (options.paths ?? []).length === 0,
    isWanted,
  };
}

async function withoutGitProblems<T>(root: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof GitProblem) throw new ScanProblem(`${root}: ${error.message}`);
    throw error;
  }
}

function wantedPaths(options: ScanOptions): (file: string) => boolean {
  const own = new Enclosure(options.root).read(IGNORE_FILE);
  const lines = own.kind === 'text' ? own.text.split('\n') : [];
  const ignored = ignoreListOf([...lines, ...(options.ignore ?? [])]);
  const wanted = new Set((options.paths ?? []).map((wish) => wish.replace(/\/{1,100}$/, '')));
  const isAll = wanted.size === 0 || wanted.has('.');
  return (file) => !ignored.ignores(file) && (isAll || isWithin(wanted, file));
}

/** Whether a file, or a folder around it, is one of those. */
function isWithin(wanted: ReadonlySet<string>, file: string): boolean {
  for (let end = file.length; end > 0; end = file.lastIndexOf('/', end - 1))
    if (wanted.has(file.slice(0, end))) return true;
  return false;
}
