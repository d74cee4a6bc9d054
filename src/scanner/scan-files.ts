import type { GitAnswers } from '../project/git/answers.ts';
import { openCache } from './cache/index.ts';
import type { Keep } from './cache/keep.ts';
import { resultDespiteChanges } from './changes.ts';
import type { ScanOptions } from './options.ts';
import type { ScanResult } from './result.ts';
import { run } from './run.ts';
import type { Scope } from './scope.ts';
import type { Way } from './way.ts';

/** What goes along with a scan before its files are looked into. */
export interface Beginning extends Omit<Way, 'cache'> {
  readonly keep: Keep | null;
  readonly answers: GitAnswers | null;
}

/** The result for files, of which something may be known from an earlier scan. Rejects with {@link ScanProblem}. */
export async function scanFiles(
  scope: Scope,
  options: ScanOptions,
  beginning: Beginning,
): Promise<ScanResult> {
  const { keep, answers, interruption, watch } = beginning;
  const cache = keep && (await watch.stage('list', () => openCache(keep, options, scope, answers)));
  const known =
    cache &&
    (cache.result() ?? (await watch.stage('read', () => resultDespiteChanges(scope, options, cache))));
  watch.isResultKnown = known !== null;
  return known ?? run(scope, options, { interruption, cache, watch });
}
