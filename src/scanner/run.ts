import { EnvironmentNames } from '../facts/environment-names.ts';
import { librariesWith } from '../facts/javascript/libraries/index.ts';
import type { ScanError } from '../findings/model.ts';
import { Project } from '../project/project.ts';
import type { Reading } from '../project/reading.ts';
import type { Sources } from '../project/sources.ts';
import { loadSecretList, wordList, WordListProblem } from '../project/word-list.ts';
import type { KnownSecrets } from '../strength/known.ts';
import { limitHeapGrowth } from './heap.ts';
import type { Interruption } from './interruption.ts';
import { judge } from './judge.ts';
import type { ScanOptions } from './options.ts';
import { ScanProblem } from './problem.ts';
import { readFiles } from './read-files.ts';
import type { ScanResult } from './result.ts';
import type { Scope } from './scope.ts';
import { searchSignatures } from './signature-search.ts';
import type { Way } from './way.ts';

/** Read, link, prove, judge. Throws {@link ScanProblem}. */
export async function run(scope: Scope, options: ScanOptions, way: Way): Promise<ScanResult> {
  const began = new Date();
  const { interruption, cache, watch } = way;
  const knownSecrets = knownSecretsOf(options);
  const loaded = await watch.stage('read', () => load(scope, options, way));
  const { project } = loaded;
  await watch.stage('prove', () => prove(project, options.threads, interruption));
  const judged = await watch.stage('judge', () =>
    judge({ project, wanted: scope.wanted, knownSecrets }, options, way),
  );
  const problems = [
    ...project.lateProblems,
    ...(interruption.isHeard ? [INTERRUPTED] : proofErrors(project)),
  ];
  const { files, skipped } = loaded;
  const errors = [...loaded.errors, ...problems].sort((a, b) => (a.path < b.path ? -1 : 1));
  const result: ScanResult = { ...judged, files, skipped, errors };
  if (cache && !interruption.isHeard) {
    const outside = [...loaded.outside, ...project.outside];
    const nextExpiry = project.nextExpiry(began);
    cache.save(result, { readings: loaded.readings, outside, influence: project.influence(), nextExpiry });
  }
  return result;
}

const INTERRUPTED: ScanError = { path: '.', message: 'interrupted: not all files were looked at' };

/** Without an answer, each file would look for one by itself. */
async function prove(
  project: Project,
  threads: number | undefined,
  { signal, isHeard }: Interruption,
): Promise<void> {
  await project.prove(async (tokens, candidates) => {
    if (isHeard) return { keys: new Map(), candidates: 0, isComplete: false };
    return searchSignatures(tokens, candidates, {
      ...(signal && { signal }),
      ...(threads !== undefined && { threads }),
    });
  });
}

interface Loaded extends Pick<ScanResult, 'files' | 'skipped' | 'errors'> {
  readonly project: Project;
  readonly readings: readonly (readonly [file: string, reading: Reading])[];
  /** Files that other threads read beside those that they were given. */
  readonly outside: ReadonlySet<string>;
}

async function load({ sources, wanted, isWanted }: Scope, options: ScanOptions, way: Way): Promise<Loaded> {
  const { overlay, existing } = sources;
  const files = wanted.size > 0 ? sources.paths : [];
  const readsMany = files.length >= MANY_FILES;
  if (readsMany) await limitHeapGrowth();
  const project = projectOf(sources, options, readsMany);
  const isOnDisk = !overlay && !existing;
  const { readings, outside } = await readFiles(project, files, { ...options, ...way, isOnDisk });
  for (const [file, reading] of readings) project.take(file, reading);
  const looked = readings.filter(([file]) => wanted.has(file));
  const skipped = looked.filter(([, { kind }]) => kind === 'binary' || kind === 'elsewhere').length;
  return {
    project,
    readings,
    outside,
    files: looked.length - skipped,
    skipped,
    errors: [
      ...sources.errors.filter((error) => isWanted(error.path)),
      ...looked.flatMap(([file, reading]) => errorsOf(file, reading)),
    ],
  };
}

/** Fewer files are looked through sooner than the search for words in bytes is made, which takes some ten milliseconds. */
const MANY_FILES = 800;

/** The project of a scan, before anything of it is read. */
export function projectOf(sources: Sources, options: ScanOptions, readsMany: boolean): Project {
  const { overlay, existing } = sources;
  const project = new Project({
    root: options.root,
    isCommitted: sources.isCommitted,
    willProve: true,
    readsMany,
    libraries: librariesWith(options.libraries ?? []),
    environments: new EnvironmentNames(options.environments),
    ...(options.wordlist !== undefined && { words: wordList(options.wordlist) }),
    ...(overlay && { overlay }),
    ...(existing && { existing }),
  });
  project.addPackages(sources.paths);
  return project;
}

function errorsOf(file: string, reading: Reading): ScanError[] {
  if (reading.kind === 'unreadable') return [{ path: file, message: reading.reason }];
  return reading.kind === 'loaded' ? reading.errors.map((message) => ({ path: file, message })) : [];
}

/** The work for proofs is bounded; where that was not enough, the report says so. */
function proofErrors(project: Project): ScanError[] {
  if (project.index().isProofComplete) return [];
  return [{ path: '.', message: 'too many tokens: not every token was tried on every string and key' }];
}

function knownSecretsOf({ wordlist }: ScanOptions): KnownSecrets | null {
  try {
    return wordlist === undefined ? null : loadSecretList(wordlist);
  } catch (error) {
    throw error instanceof WordListProblem ? new ScanProblem(`word list ${error.message}`) : error;
  }
}
