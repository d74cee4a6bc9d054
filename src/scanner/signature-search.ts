import { availableParallelism } from 'node:os';
import { setImmediate as pause } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import {
  searchSigningKeys,
  type SearchProgress,
  type SearchResult,
  type SecretCandidate,
  type SigningKey,
} from '../jwt/proof.ts';
import { READINGS, type SearchReply, type SearchTask } from './search-task.ts';
import { ask, canStartThreads, startWorker } from './threads.ts';

export interface SignatureSearchOptions {
  /** How many threads; 1 for none beside this one. Default: one for each processor. */
  readonly threads?: number;
  /** Ends the search early: what was found till then is the result. */
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SearchProgress) => void;
}

/** Pairs of token and candidate that one thread gets at a time: a tenth of a second. */
const SHARE = 400_000;
const LEAST_CANDIDATES = 2048;
const MOST_CANDIDATES = 65_536;

/** The search for signing keys on all processors, without blocking this thread for long. The same result for any number of threads. */
export async function searchSignatures<Candidate extends SecretCandidate>(
  tokens: Iterable<string>,
  candidates: Iterable<Candidate>,
  options: SignatureSearchOptions = {},
): Promise<SearchResult<Candidate>> {
  const all = [...new Set(tokens)];
  const source = candidates[Symbol.iterator]();
  const first = take(source, shareOf(all.length));
  const threads = options.threads ?? availableParallelism();
  // With less than one share for each thread, starting threads costs more than they give.
  const isSmall = first.length < shareOf(all.length) || threads < 2 || !canStartThreads();
  if (isSmall) return searchHere(all, chain(first, source), options);
  const begun = await searchHere(all, first, options);
  const open = all.filter((token) => !begun.keys.has(token));
  const rest = await new ThreadedSearch(open, source, { ...options, threads }).run();
  return {
    keys: new Map([...begun.keys, ...rest.keys]),
    candidates: begun.candidates + rest.candidates,
    isComplete: begun.isComplete && rest.isComplete,
  };
}

function shareOf(tokens: number): number {
  return Math.min(MOST_CANDIDATES, Math.max(LEAST_CANDIDATES, Math.ceil(SHARE / Math.max(1, tokens))));
}

/** On this thread, step by step. */
async function searchHere<Candidate extends SecretCandidate>(
  tokens: Iterable<string>,
  candidates: Iterable<Candidate>,
  { signal, onProgress }: SignatureSearchOptions,
): Promise<SearchResult<Candidate>> {
  const stoppable = signal ? until(candidates, signal) : candidates;
  const search = searchSigningKeys(tokens, stoppable);
  for (;;) {
    const step = search.next();
    if (step.done) return { ...step.value, isComplete: step.value.isComplete && !signal?.aborted };
    onProgress?.(step.value);
    await pause();
  }
}

/* ------------------------------------------------------------------ threads */

interface Hit<Candidate> {
  readonly share: number;
  readonly index: number;
  readonly key: SigningKey<Candidate>;
}

interface Share<Candidate> {
  readonly number: number;
  readonly tokens: readonly string[];
  readonly candidates: readonly Candidate[];
}

/** Shares of the candidates go to whichever thread is free; of several hits the first candidate counts. */
class ThreadedSearch<Candidate extends SecretCandidate> {
  readonly #tokens: readonly string[];
  readonly #source: Iterator<Candidate>;
  readonly #options: SignatureSearchOptions & { readonly threads: number };
  readonly #hits = new Map<string, Hit<Candidate>>();
  #shares = 0;
  #tried = 0;

  constructor(
    tokens: readonly string[],
    source: Iterator<Candidate>,
    options: SignatureSearchOptions & { readonly threads: number },
  ) {
    this.#tokens = tokens;
    this.#source = source;
    this.#options = options;
  }

  async run(): Promise<SearchResult<Candidate>> {
    const workers = Array.from({ length: this.#options.threads }, async () =>
      this.#serve(await startWorker('signature-worker')),
    );
    await Promise.all(workers);
    return {
      keys: new Map([...this.#hits].map(([token, { key }]) => [token, key])),
      candidates: this.#tried,
      isComplete: !this.#options.signal?.aborted,
    };
  }

  /** Give a thread one share after the other, until none is left. */
  async #serve(worker: Worker): Promise<void> {
    try {
      for (let share = this.#nextShare(); share !== null; share = this.#nextShare()) {
        const reply = await ask<SearchReply>(worker, taskOf(share));
        this.#tried += share.candidates.length;
        for (const [token, index, form] of reply) {
          const candidate = share.candidates[index]!;
          this.#add(token, { share: share.number, index, key: { candidate, form } });
        }
        this.#options.onProgress?.({ candidates: this.#tried, found: this.#hits.size });
      }
    } finally {
      await worker.terminate();
    }
  }

  #nextShare(): Share<Candidate> | null {
    const tokens = this.#tokens.filter((token) => !this.#hits.has(token));
    if (tokens.length === 0 || this.#options.signal?.aborted) return null;
    const candidates = take(this.#source, shareOf(tokens.length));
    return candidates.length === 0 ? null : { number: this.#shares++, tokens, candidates };
  }

  #add(token: string, hit: Hit<Candidate>): void {
    const known = this.#hits.get(token);
    if (!known || hit.share < known.share) this.#hits.set(token, hit);
  }
}

function taskOf({ tokens, candidates }: Share<SecretCandidate>): SearchTask {
  return {
    tokens,
    values: candidates.map(({ value }) => value),
    readings: Uint8Array.from(candidates, ({ reading = 'lenient' }) => READINGS.indexOf(reading)),
  };
}

/* ------------------------------------------------------------------ iterators */

function take<T>(source: Iterator<T>, count: number): T[] {
  const taken: T[] = [];
  while (taken.length < count) {
    const { done, value } = source.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}

function* chain<T>(first: Iterable<T>, rest: Iterator<T>): Generator<T> {
  yield* first;
  for (let step = rest.next(); !step.done; step = rest.next()) yield step.value;
}

function* until<T>(values: Iterable<T>, signal: AbortSignal): Generator<T> {
  for (const value of values) {
    if (signal.aborted) return;
    yield value;
  }
}
