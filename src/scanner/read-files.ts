import { availableParallelism } from 'node:os';
import { setImmediate as pause } from 'node:timers/promises';
import type { Project } from '../project/project.ts';
import type { Reading } from '../project/reading.ts';
import type { FileReply, FileTask, FileWorkerData } from './file-worker.ts';
import type { ScanOptions } from './options.ts';
import type { Way } from './way.ts';
import { ask, canStartThreads, startWorker } from './threads.ts';

export interface ReadOptions
  extends Way, Pick<ScanOptions, 'root' | 'libraries' | 'environments' | 'threads' | 'onProgress'> {
  /** Threads see what is on disk: they cannot help where something else stands for it. */
  readonly isOnDisk: boolean;
}

export interface Readings {
  /** In the order of the files, whatever the number of threads; without those that an interruption came before. */
  readonly readings: readonly (readonly [file: string, reading: Reading])[];
  /** Files that other threads read beside those that they were given. */
  readonly outside: ReadonlySet<string>;
}

/** With fewer files for each, starting a thread costs more than it gives. */
const LEAST_FILES = 1500;
/** Files that a thread gets at a time. */
const SHARE = 64;

/** Read files on all processors; of those that the cache knows, only what it says. */
export async function readFiles(
  project: Project,
  files: readonly string[],
  options: ReadOptions,
): Promise<Readings> {
  const known = files.map((file) => options.cache?.reading(file) ?? null);
  const unknown = files.filter((_, i) => known[i] === null);
  const reading = new FileReading(project, unknown, options);
  const threads = threadsFor(unknown.length, options);
  const others = Array.from({ length: threads - 1 }, () => reading.inThread());
  await Promise.all([reading.here(), ...others]);
  const read = reading.results();
  let next = 0;
  const readings = files.flatMap((file, i) => {
    const one = known[i] ?? read[next++];
    return one ? [[file, one] as const] : [];
  });
  const sizes = readings.map(([, one]) => ('size' in one ? one.size : 0));
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  options.watch.hasRead(bytes, files.length - unknown.length, threads);
  return { readings, outside: reading.outside };
}

function threadsFor(files: number, { threads, isOnDisk }: ReadOptions): number {
  if (!isOnDisk || !canStartThreads()) return 1;
  return threads ?? Math.max(1, Math.min(availableParallelism(), Math.floor(files / LEAST_FILES)));
}

/** Files go in shares to whichever thread is free, this one among them. */
class FileReading {
  readonly #project: Project;
  readonly #files: readonly string[];
  readonly #options: ReadOptions;
  readonly #results: (Reading | undefined)[];
  readonly outside: Set<string> = new Set<string>();
  #next = 0;
  #done = 0;

  constructor(project: Project, files: readonly string[], options: ReadOptions) {
    this.#project = project;
    this.#files = files;
    this.#options = options;
    this.#results = Array.from({ length: files.length });
  }

  async here(): Promise<void> {
    for (let start = this.#take(); start < this.#files.length; start = this.#take()) {
      await this.#readShare(start);
      await pause();
    }
  }

  async inThread(): Promise<void> {
    const { root, libraries, environments } = this.#options;
    const data: FileWorkerData = {
      root,
      layout: this.#project.layout,
      ...(libraries && { libraries }),
      ...(environments && { environments }),
    };
    const worker = await startWorker('file-worker', data);
    try {
      for (let start = this.#take(); start < this.#files.length; start = this.#take()) {
        // What a thread does not get done, because its memory is used up for instance, is done here.
        const reply = await ask<FileReply>(worker, this.#share(start)).catch(() => null);
        if (!reply) return await this.#readShare(start);
        this.#keep(start, reply.readings);
        for (const file of reply.outside) this.outside.add(file);
      }
    } finally {
      await worker.terminate();
    }
  }

  results(): readonly (Reading | undefined)[] {
    return this.#results;
  }

  #take(): number {
    if (this.#options.interruption.isHeard) return this.#files.length;
    const start = this.#next;
    this.#next += SHARE;
    return start;
  }

  #share(start: number): FileTask {
    return this.#files.slice(start, start + SHARE);
  }

  /** File by file, so that an interruption is heard soon; what other threads have sent is taken in between. */
  async #readShare(start: number): Promise<void> {
    for (const [i, file] of this.#share(start).entries()) {
      if (!(await this.#options.interruption.goesOn())) return;
      this.#keep(start + i, [this.#project.read(file)]);
    }
  }

  #keep(start: number, readings: readonly Reading[]): void {
    for (const [i, reading] of readings.entries()) this.#results[start + i] = reading;
    this.#done += readings.length;
    this.#options.onProgress?.(this.#done, this.#files.length);
  }
}
