import { fold } from './text.ts';
import { COMMON, FUNCTION_WORDS } from './words/common.ts';
import { LANGUAGES } from './words/languages.ts';
import { MARKERS } from './words/markers.ts';

/** What the judge knows of language: words with their prices, and how letters follow one another in words. */

/**
 * - `marker`: what people write when a form asks them for a secret
 * - `word`: an everyday word of some language, a name, a place
 * - `project`: a name of the project itself
 */
export type WordKind = 'marker' | 'word' | 'project';

/** Words of about the same rank: which of them it is costs a guesser `bits`. */
export interface WordTier {
  readonly bits: number;
  /** Lower case, without accents, separated by white space. */
  readonly words: string;
}

export interface Word {
  readonly kind: WordKind;
  readonly bits: number;
}

/** Letters that words are looked for by. Words that are shorter stand alone, and are asked for as they are. */
const STEM = 3;
const STEMS = 32 ** STEM;
const LONGEST_WORD = 31;

/** Words with their prices. */
export class Lexicon {
  readonly #words: ReadonlyMap<string, Word>;
  /** For the first three letters the lengths of the words that begin with them, as bits. */
  readonly #lengths: Uint32Array;

  /** Words of a kind and price each, separated by white space; the first meaning of a word counts. */
  constructor(tiers: readonly (readonly [words: string, meaning: Word])[]) {
    const words = new Map<string, Word>();
    const lengths = new Uint32Array(STEMS);
    for (const [texts, meaning] of tiers) {
      for (const word of texts.split(/\s+/)) {
        if (word.length > LONGEST_WORD || words.has(word)) continue;
        words.set(word, meaning);
        if (word.length >= STEM) lengths[stemAt(word, 0)]! |= 1 << word.length;
      }
    }
    this.#words = words;
    this.#lengths = lengths;
  }

  /** Lengths of the words of three letters or more that may begin at `start` of a folded text, as bits: bit 5 for five. */
  lengthsAt(text: string, start: number): number {
    return start + STEM > text.length ? 0 : this.#lengths[stemAt(text, start)]!;
  }

  find(text: string): Word | undefined {
    return this.#words.get(text);
  }
}

/** Five bits of each of three characters: letters differ in them, and what else looks alike costs a look-up in vain. */
function stemAt(text: string, at: number): number {
  const first = text.charCodeAt(at) & 31;
  const second = text.charCodeAt(at + 1) & 31;
  return (first << 10) | (second << 5) | (text.charCodeAt(at + 2) & 31);
}

const EDGE = 26; // after the letters 0–25: before and behind a word
const CONTEXTS = 27;
const SMOOTHING = 0.02;
const LEAST_LETTER_BITS = 0.25;
const MOST_LETTER_BITS = 15;

/** How letters follow one another in words, so that words nobody listed are seen to be words. */
export class LetterModel {
  readonly #text: string;
  /** Prices of the 26 letters after each two; worked out when the two are first met, because few ever are. */
  readonly #rows: (Float32Array | undefined)[] = [];

  /** Learns from words with white space between them. */
  constructor(words: string) {
    this.#text = ` ${words} `;
  }

  /** Before the first letter of a word. */
  readonly start: number = EDGE * CONTEXTS + EDGE;

  /** The context after one more letter. */
  next(context: number, letter: number): number {
    return (context % CONTEXTS) * CONTEXTS + letter;
  }

  /** Price in bits of a letter after the two before it. */
  bits(context: number, letter: number): number {
    return (this.#rows[context] ??= this.#row(context))[letter]!;
  }

  #row(context: number): Float32Array {
    const counts = this.#countsAfter(before(context));
    const total = counts.reduce((sum, count) => sum + count, 0) + SMOOTHING * CONTEXTS;
    return Float32Array.from(counts, (count) =>
      Math.min(MOST_LETTER_BITS, Math.max(LEAST_LETTER_BITS, Math.log2(total / (count + SMOOTHING)))),
    );
  }

  #countsAfter(two: string): Uint16Array {
    const counts = new Uint16Array(EDGE);
    for (let at = this.#text.indexOf(two); at >= 0; at = this.#text.indexOf(two, at + 1)) {
      const letter = this.#text.charCodeAt(at + two.length) - 97;
      if (letter >= 0 && letter < EDGE) counts[letter]! += 1;
    }
    return counts;
  }
}

/** The two letters of a context as words have them; the first letter of a word stands behind one space. */
function before(context: number): string {
  const first = Math.floor(context / CONTEXTS);
  const second = context % CONTEXTS;
  return second === EDGE ? ' ' : letterOf(first) + letterOf(second);
}

function letterOf(letter: number): string {
  return letter === EDGE ? ' ' : String.fromCharCode(97 + letter);
}

/** Words and letters, as one description needs them. */
export interface Language {
  readonly words: Lexicon;
  readonly letters: LetterModel;
}

let language: Language | null = null;

/** The built-in words, indexed at the first use: most files hold no secret at all. */
export function builtInLanguage(): Language {
  if (language) return language;
  const markers = MARKERS.map(({ bits, words }) => [words, { kind: 'marker', bits }] as const);
  const others = [FUNCTION_WORDS, ...COMMON, ...LANGUAGES];
  const words = others.map((tier) => [tier.words, { kind: 'word', bits: tier.bits }] as const);
  const tiers = [...markers, ...words];
  return (language = {
    words: new Lexicon(tiers),
    letters: new LetterModel(tiers.map(([text]) => text).join(' ')),
  });
}

const LEAST_PROJECT_WORD = 3;
/** A project has few names of its own; a monorepo of hundreds of packages has many. */
const LEAST_PROJECT_BITS = 3;
const MOST_PROJECT_BITS = 9;

const projectLexicons = new WeakMap<readonly string[], Lexicon>();

/** The project's own words (package, repository, organisation, product), whole and in their parts. */
export function projectLexicon(names: readonly string[]): Lexicon {
  let lexicon = projectLexicons.get(names);
  if (lexicon) return lexicon;
  const words = [...new Set(names.flatMap(partsOf).filter(isProjectWord))];
  const bits = Math.min(MOST_PROJECT_BITS, Math.max(LEAST_PROJECT_BITS, Math.log2(words.length)));
  lexicon = new Lexicon([[words.join(' '), { kind: 'project', bits }]]);
  projectLexicons.set(names, lexicon);
  return lexicon;
}

function partsOf(name: string): string[] {
  const parts = [name, ...name.split(/[^A-Za-z0-9\u00c0-\u024f]+|(?<=[a-z])(?=[A-Z])/)];
  return parts.map((part) => fold(part).replace(/[^a-z0-9]/g, ''));
}

function isProjectWord(word: string): boolean {
  return word.length >= LEAST_PROJECT_WORD && /[a-z]/.test(word);
}
