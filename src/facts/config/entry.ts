import type { Decoded } from './decoded.ts';
import type { ConfigFormat, Fallback, Span } from '../model.ts';

/** What a reader found; `finishEntries` makes an entry of it. */
export interface RawEntry {
  readonly keyPath: readonly string[];
  /** Unquoted, unescaped, decoded. */
  readonly value: string;
  /** The text of the value, without quotes. */
  readonly span: Span;
  readonly format: ConfigFormat;
  readonly writtenAs?: 'plain' | 'base64';
  /** How the format itself names the environment: a profile, a namespace, a stage. */
  readonly environment?: string | null;
  /** The value is a default by the syntax around it: `ARG X=x`, `X ?= x`. */
  readonly fallback?: Fallback | null;
  readonly refersTo?: string | null;
  readonly object?: string | null;
  /** Which of several documents in the file it stands in. */
  readonly document?: number;
}

/** What a configuration file says; `error` completes "this file …" where not all of it could be read. */
export interface RawReading {
  readonly entries: RawEntry[];
  readonly error: string | null;
}

/** Reads a file inside a value: a block scalar `config.yaml: |`, a heredoc. Null where the name is of no known format. */
export type ReadNested = (path: string, text: string) => readonly RawEntry[] | null;

/** Read a text in one format. Never throws for bad input; spans are offsets into `text`. */
export type Reader = (text: string, path: string, readNested: ReadNested) => RawReading;

export const TOO_MANY_ENTRIES = 'has more settings than are looked at';
export const TOO_MANY_SECRETS = 'has more JWT secrets than are looked at';

/** Move entries that were read from a part of a text to where the part stands. */
export function shifted(entries: readonly RawEntry[], by: number): RawEntry[] {
  return entries.map((entry) => ({ ...entry, span: [entry.span[0] + by, entry.span[1] + by] }));
}

/** Move entries that were read from a decoded text to where that text stands in the file. */
export function moved(entries: readonly RawEntry[], { at }: Decoded): RawEntry[] {
  return entries.map((entry) => ({ ...entry, span: [at(entry.span[0]), at(entry.span[1])] }));
}

/** Whether a value is a file of JSON by its looks. */
export function isJsonText(value: string): boolean {
  return /^\s{0,100}(?:\[\s{0,100})?\{\s{0,100}"/.test(value);
}

/** The first entry of each place, where two readers looked at one text. */
export function onePerPlace(entries: readonly RawEntry[]): RawEntry[] {
  const places = new Map<number, RawEntry>();
  for (const entry of entries) if (!places.has(entry.span[0])) places.set(entry.span[0], entry);
  return [...places.values()];
}
