import { GitProblem } from '../project/git.ts';
import { ignoreListOf } from '../project/gitignore.ts';
import { Project } from '../project/project.ts';
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

/** The files of a scan. Throws {@link ScanProblem}. */
export function scopeOf(options: ScanOptions): Scope {
  const sources = sourcesOf(options);
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

function sourcesOf({ root, staged, changed }: ScanOptions): Sources {
  try {
    if (staged) return stagedSources(root);
    return changed === undefined ? allSources(root) : changedSources(root, changed);
  } catch (error) {
    if (error instanceof GitProblem) throw new ScanProblem(`${root}: ${error.message}`);
    throw error;
  }
}

function wantedPaths(options: ScanOptions): (file: string) => boolean {
  const own = new Project({ root: options.root, isCommitted: () => true }).textOf(IGNORE_FILE);
  const ignored = ignoreListOf([...(own ?? '').split('\n'), ...(options.ignore ?? [])]);
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
