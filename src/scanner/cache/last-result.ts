import path from 'node:path';
import { stampOf } from '../../project/content-ids.ts';
import type { ScanResult } from '../result.ts';
import type { CacheStore } from './store.ts';

/** Files that a scan read beside those that it was given, such as installed packages, and how they were. */
type Outside = readonly (readonly [file: string, stamp: string | null])[];

interface ResultEntry {
  /** What git said of all files; null outside of git. */
  readonly state: string | null;
  /** Of all files. */
  readonly content: string;
  /** Of the files that were judged. */
  readonly judged: string;
  /** When it was made, and when the first of its tokens expires, which changes what is said of it. Milliseconds. */
  readonly made: number;
  readonly until: number | null;
  readonly outside: Outside;
  readonly result: ScanResult;
}

/** The files of a scan, by what their contents are known by. */
export interface Extent {
  readonly content: string;
  readonly judged: string;
}

/** What a result depends on beside the files of its scan. */
export interface Circumstances {
  /** Other files. */
  readonly outside: Iterable<string>;
  /** When the next token expires. */
  readonly nextExpiry: Date | null;
}

interface Place {
  readonly store: CacheStore;
  readonly root: string;
  /** Of the entry; another one for other settings. */
  readonly name: string;
  /** What git says of all files now; null outside of git. */
  readonly state: string | null;
}

/** The result of the last scan of a folder with the same settings. It is good until one of its tokens expires. */
export class LastResult {
  readonly #place: Place;
  readonly #now = Date.now();
  #entry: ResultEntry | null | undefined;

  constructor(place: Place) {
    this.#place = place;
  }

  /** Where git says the same as it did then. */
  ofSameState(): ScanResult | null {
    const { state } = this.#place;
    return state === null ? null : this.#where((entry) => entry.state === state);
  }

  /** Where the files are the same as they were then. */
  of({ content, judged }: Extent): ScanResult | null {
    return this.#where((entry) => entry.content === content && entry.judged === judged);
  }

  save(extent: Extent, result: ScanResult, { outside, nextExpiry }: Circumstances): void {
    const { store, name, state } = this.#place;
    const until = nextExpiry && nextExpiry.getTime();
    const stamps = [...new Set(outside)].sort().map((file) => [file, this.#stampOf(file)] as const);
    store.write(name, {
      state,
      ...extent,
      made: this.#now,
      until,
      outside: stamps,
      result,
    } satisfies ResultEntry);
  }

  #where(isSame: (entry: ResultEntry) => boolean): ScanResult | null {
    const { store, name } = this.#place;
    if (this.#entry === undefined) this.#entry = store.read(name) as ResultEntry | null;
    const entry = this.#entry;
    if (!entry || !isSame(entry) || !this.#isGood(entry)) return null;
    return entry.outside.every(([file, stamp]) => this.#stampOf(file) === stamp) ? entry.result : null;
  }

  #isGood({ made, until }: ResultEntry): boolean {
    return made <= this.#now && (until === null || this.#now < until);
  }

  #stampOf(file: string): string | null {
    return stampOf(path.join(this.#place.root, file));
  }
}
