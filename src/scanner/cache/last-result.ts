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
  /** When it was made, where that matters: how old a token is depends on the time. */
  readonly hour: string | null;
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
  /** Whether a token was found. */
  readonly hasTokens: boolean;
}

interface Place {
  readonly store: CacheStore;
  readonly root: string;
  /** Of the entry; another one for other settings. */
  readonly name: string;
  /** What git says of all files now; null outside of git. */
  readonly state: string | null;
}

/** The result of the last scan of a folder with the same settings. One with tokens is good for the hour it was made in. */
export class LastResult {
  readonly #place: Place;
  readonly #hour = new Date().toISOString().slice(0, 13);
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

  save(extent: Extent, result: ScanResult, { outside, hasTokens }: Circumstances): void {
    const { store, name, state } = this.#place;
    const hour = hasTokens ? this.#hour : null;
    const stamps = [...new Set(outside)].sort().map((file) => [file, this.#stampOf(file)] as const);
    store.write(name, { state, ...extent, hour, outside: stamps, result } satisfies ResultEntry);
  }

  #where(isSame: (entry: ResultEntry) => boolean): ScanResult | null {
    const { store, name } = this.#place;
    if (this.#entry === undefined) this.#entry = store.read(name) as ResultEntry | null;
    const entry = this.#entry;
    if (!entry || !isSame(entry) || (entry.hour !== null && entry.hour !== this.#hour)) return null;
    return entry.outside.every(([file, stamp]) => this.#stampOf(file) === stamp) ? entry.result : null;
  }

  #stampOf(file: string): string | null {
    return stampOf(path.join(this.#place.root, file));
  }
}
