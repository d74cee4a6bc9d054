import { InfluenceOnOthers, isSmall, type Influence } from '../project/influence.ts';
import { setsVariables, type Project } from '../project/project.ts';
import type { ScanCache } from './cache/index.ts';
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
  const before = judged ? silence(scope, cache) : cache.resultBefore();
  const changes = before && errors.length === 0 ? cache.changes() : null;
  if (changes === null || (!judged && changes.files.length === 0)) return null;
  const project = projectOf(scope.sources, options);
  return changesNothing(changes.files, changes.influence, project, cache) ? before : null;
}

/** Nothing is found in files that say nothing. */
function silence({ wanted }: Scope, cache: ScanCache): ScanResult | null {
  const kinds = [...wanted].map((file) => cache.kindBefore(file));
  if (!kinds.every((kind) => kind === 'quiet' || kind === 'binary')) return null;
  const skipped = kinds.filter((kind) => kind === 'binary').length;
  return { findings: [], suppressed: 0, files: wanted.size - skipped, skipped, errors: [] };
}

function changesNothing(
  files: readonly string[],
  influence: Influence,
  project: Project,
  cache: ScanCache,
): boolean {
  const others = new InfluenceOnOthers(influence, project);
  let { size } = influence;
  for (const path of files) {
    const reading = project.read(path);
    if (reading.kind !== cache.kindBefore(path)) return false;
    if (reading.kind === 'binary') continue;
    if (reading.kind !== 'quiet' || reading.words.length > 0) return false;
    size += reading.size - cache.sizeBefore(path);
    const text = project.textOf(path);
    if (text === null || others.of({ path, text, setsVariables: setsVariables(path) })) return false;
  }
  return isSmall(size) === isSmall(influence.size);
}
