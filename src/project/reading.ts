import type { Collected } from '../facts/collect.ts';
import { contextOf, environmentOf } from '../facts/context.ts';
import type { EnvironmentNames } from '../facts/environment-names.ts';
import type { FileFacts } from '../facts/model.ts';

/** What became of one file. */
export type LoadResult =
  | { readonly kind: 'loaded'; readonly errors: readonly string[] }
  /** Read, and certain to hold nothing of interest. */
  | { readonly kind: 'quiet' }
  | { readonly kind: 'binary' }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The same with what the file says: plain data, which threads can send to each other. */
export type Reading =
  | (Extract<LoadResult, { kind: 'loaded' }> & ReadingHead & { readonly facts: FileFacts })
  | (Extract<LoadResult, { kind: 'quiet' }> & ReadingHead & Silence)
  | Exclude<LoadResult, { kind: 'loaded' | 'quiet' }>;

interface Silence {
  /** It has words of interest, and still says nothing by itself. */
  readonly isAside: boolean;
}

interface ReadingHead {
  /** In bytes. */
  readonly size: number;
  /** Names that a manifest gives the project. */
  readonly words: readonly string[];
  /**
   * Files by which its imports were understood; null where none was asked for. Which ones they are, the list of all files and its
   * manifests decide.
   */
  readonly around: readonly string[] | null;
}

/** There are tens of thousands of these: written out, they all share one shape. */
export function quietReading(
  { size, words }: Pick<ReadingHead, 'size' | 'words'>,
  isAside: boolean,
  around: readonly string[] | null = null,
): Reading {
  return { kind: 'quiet', size, words: words.length === 0 ? NO_WORDS : words, isAside, around };
}

const NO_WORDS: readonly string[] = [];

/** Environment files are small, and their variables count by use, whatever they are called. The path may be one of Windows. */
export function isAlwaysRead(file: string): boolean {
  return /(?:^|[\\/])[^\\/]*env(?:\.|$|example|rc)[^\\/]*$/i.test(file);
}

/** A short file in a place for secrets may be one, and nothing in it says so: Docker and Kubernetes mount them like that. */
export function isSecretFile(file: string, bytes: number): boolean {
  return (
    bytes <= 4096 && /(?:secret|jwt|token|passw|(?:^|[./_-])keys?(?:[./_-]|$))[^/]*(?:\/[^/]*)?$/i.test(file)
  );
}

/** Facts that lead to nothing, whatever else there is in the project. */
export function saysNothing(facts: FileFacts): boolean {
  return Object.values(facts).every((value: unknown) => !Array.isArray(value) || value.length === 0);
}

/** Texts of this length are let go of when their facts are known. */
const LONG_TEXT = 1024 * 1024;

/** The values that were cut out of a long text would keep all of it in memory: copies do not. */
export function withoutText(text: string, collected: Collected): Collected {
  return text.length < LONG_TEXT ? collected : structuredClone(collected);
}

export function emptyFacts(file: string, names: EnvironmentNames): FileFacts {
  return {
    path: file,
    context: contextOf(file),
    environment: environmentOf(file, names),
    calls: [],
    literals: [],
    entries: [],
    tokens: [],
    privateKeys: [],
    publicKeys: [],
    settingUses: [],
    importUses: [],
    passedUses: [],
    otherUses: [],
    logs: [],
    exposures: [],
  };
}
