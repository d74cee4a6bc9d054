import type { Stats } from '../findings/model.ts';

export type Stage = keyof Stats['stages'];

/** Where the time of a scan goes. Milliseconds. */
export class Stopwatch {
  readonly #stages: Record<Stage, number> = { list: 0, read: 0, prove: 0, judge: 0 };
  readonly #rules: Record<string, number> = {};
  #bytes = 0;
  #threads = 1;
  #known = 0;
  isResultKnown = false;

  /** Do the work of a stage. */
  async stage<T>(stage: Stage, work: () => T | Promise<T>): Promise<T> {
    const began = performance.now();
    try {
      return await work();
    } finally {
      this.#stages[stage] += performance.now() - began;
    }
  }

  /** Do what a rule does for one file. */
  rule<T>(id: string, work: () => T): T {
    const began = performance.now();
    const result = work();
    this.#rules[id] = (this.#rules[id] ?? 0) + performance.now() - began;
    return result;
  }

  /** What was read, how many files the cache knew, and how many threads there were. */
  hasRead(bytes: number, known: number, threads: number): void {
    this.#bytes = bytes;
    this.#known = known;
    this.#threads = threads;
  }

  stats(): Stats {
    return {
      bytes: this.#bytes,
      threads: this.#threads,
      cache: { result: this.isResultKnown, files: this.#known },
      stages: rounded(this.#stages),
      rules: rounded(this.#rules),
    };
  }
}

function rounded<Name extends string>(times: Readonly<Record<Name, number>>): Record<Name, number> {
  const entries = Object.entries<number>(times).map(
    ([name, ms]) => [name, Math.round(ms * 10) / 10] as const,
  );
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1))) as Record<Name, number>;
}
