import { fold } from './text.ts';
import { trainTrigrams, type TrigramCosts } from './trigrams.ts';
import { Trie, type TrieWord } from './trie.ts';
import { ENGLISH } from './words/english.ts';
import { LANGUAGES } from './words/languages.ts';
import { MARKERS } from './words/markers.ts';
import { NAMES } from './words/names.ts';
import type { WordTier } from './words/tier.ts';

/** What the judge knows of language. */
export interface Dictionary {
  readonly words: Trie;
  readonly trigrams: TrigramCosts;
}

const PROJECT_WORD_BITS = 3;
const LEAST_PROJECT_WORD = 3;

let built: Dictionary | null = null;

/** The built-in words, indexed at the first use: most files hold no secret at all. */
export function dictionary(): Dictionary {
  built ??= build();
  return built;
}

function build(): Dictionary {
  const markers = MARKERS.flatMap((tier) => entries(tier, true));
  const words = [...ENGLISH, ...NAMES, ...LANGUAGES].flatMap((tier) => entries(tier, false));
  const all = [...markers, ...words];
  return { words: new Trie(all), trigrams: trainTrigrams(all.map((entry) => entry.word)) };
}

function entries({ bits, words }: WordTier, marker: boolean): TrieWord[] {
  return words.split(/\s+/).map((word) => ({ word, bits, marker }));
}

const projectTries = new WeakMap<readonly string[], Trie>();

/** The project's own words (package, repository, organisation), whole and in their parts. */
export function projectDictionary(names: readonly string[]): Trie {
  let trie = projectTries.get(names);
  if (!trie) projectTries.set(names, (trie = new Trie(projectEntries(names))));
  return trie;
}

function projectEntries(names: readonly string[]): TrieWord[] {
  const words = new Set(
    names.flatMap((name) => [name, ...name.split(/[^\p{L}\p{N}]+|(?<=\p{Ll})(?=\p{Lu})/u)]),
  );
  return [...words]
    .map((word) => fold(word).replace(/[^a-z0-9]/g, ''))
    .filter((word) => word.length >= LEAST_PROJECT_WORD && /[a-z]/.test(word))
    .map((word) => ({ word, bits: PROJECT_WORD_BITS, marker: false }));
}
