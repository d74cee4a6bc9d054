import { InfluenceOnOthers, isSmall } from '../project/influence.ts';
import { setsVariables, type Project } from '../project/project.ts';
import type { Reading } from '../project/reading.ts';
import type { Changes, ScanCache } from './cache/index.ts';
import type { ScanOptions } from './options.ts';
import type { ScanResult } from './result.ts';
import { projectOf } from './run.ts';
import type { Scope } from './scope.ts';

/**
 * The result where all that changed since an earlier scan are files that said nothing, say nothing now, and cannot change what others
 * say; null where the project has to be looked at again. Most edits are of this kind.
 */
export function resultDespiteChanges(
  scope: Scope,
  options: ScanOptions,
  cache: ScanCache,
): ScanResult | null {
  const { judged, errors } = scope.sources;
  const before = judged ? null : cache.resultBefore();
  const changes = judged || before ? cache.changes() : null;
  if (changes === null || errors.length > 0) return null;
  const kinds = new Kinds(cache);
  if (![...changes.changed, ...changes.removed].every((file) => kinds.wasSilent(file))) return null;
  if (!changesNothing(changes, projectOf(scope.sources, options, false), kinds)) return null;
  return before ? { ...before, ...kinds.countAfter(before, changes, scope) } : silence(scope, kinds);
}

/** What files are, as far as they are known or were read now. */
class Kinds {
  readonly #cache: ScanCache;
  readonly #now = new Map<string, Reading>();

  constructor(cache: ScanCache) {
    this.#cache = cache;
  }

  before(file: string): Reading['kind'] | null {
    return this.#cache.kindBefore(file);
  }

  wasSilent(file: string): boolean {
    const kind = this.before(file);
    return kind === 'quiet' || kind === 'binary';
  }

  sizeBefore(file: string): number {
    return this.#cache.sizeBefore(file);
  }

  sizeNow(file: string): number {
    const reading = this.#now.get(file);
    return reading && 'size' in reading ? reading.size : 0;
  }

  take(file: string, reading: Reading): void {
    this.#now.set(file, reading);
  }

  now(file: string): Reading['kind'] | null {
    return this.#now.get(file)?.kind ?? this.before(file);
  }

  countAfter(
    { files, skipped }: ScanResult,
    { added, removed }: Changes,
    { wanted, isWanted }: Scope,
  ): Pick<ScanResult, 'files' | 'skipped'> {
    const come = added.filter((file) => wanted.has(file)).map((file) => this.now(file));
    const gone = removed.filter(isWanted).map((file) => this.before(file));
    const count = (kind: Reading['kind']): number =>
      come.filter((one) => one === kind).length - gone.filter((one) => one === kind).length;
    return { files: files + count('quiet'), skipped: skipped + count('binary') };
  }
}

/** Nothing is found in files that say nothing. */
function silence({ wanted }: Scope, kinds: Kinds): ScanResult | null {
  const all = [...wanted].map((file) => kinds.now(file));
  if (!all.every((kind) => kind === 'quiet' || kind === 'binary')) return null;
  const skipped = all.filter((kind) => kind === 'binary').length;
  return { findings: [], suppressed: 0, files: wanted.size - skipped, skipped, errors: [] };
}

function changesNothing(
  { changed, added, removed, influence }: Changes,
  project: Project,
  kinds: Kinds,
): boolean {
  const others = new InfluenceOnOthers(influence, project);
  const isSilentNow = (path: string): boolean => {
    const reading = project.read(path);
    kinds.take(path, reading);
    if (reading.kind === 'binary') return true;
    if (reading.kind !== 'quiet' || reading.words.length > 0) return false;
    const text = project.textOf(path);
    return text !== null && !others.of({ path, text, setsVariables: setsVariables(path) });
  };
  if ([...added, ...removed].some((path) => others.ofPlace(path))) return false;
  if (![...changed, ...added].every(isSilentNow)) return false;
  if (changed.some((path) => kinds.now(path) !== kinds.before(path))) return false;
  const come = [...changed, ...added].reduce((sum, path) => sum + kinds.sizeNow(path), 0);
  const gone = [...changed, ...removed].reduce((sum, path) => sum + kinds.sizeBefore(path), 0);
  return isSmall(influence.size + come - gone) === isSmall(influence.size);
}
