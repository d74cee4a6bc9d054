import { fold } from './text.ts';
import { COMMON, FUNCTION_WORDS } from './words/common.ts';
import { LANGUAGES } from './words/languages.ts';
import { LETTER_PRICES } from './words/letters.ts';
import { MARKERS } from './words/markers.ts';

/** What the judge knows of language: words with their prices, and how letters follow one another in words. */

/**
 * - `marker`: what people write when a form asks them for a secret
 * - `word`: an everyday word of some language, a name, a place
 * - `project`: a name of the project itself
 */
export type WordKind = 'marker' | 'word' | 'project';

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
      // not by a pattern: that takes three times as long, and this is most of what the first judgement costs
      for (const word of texts.replaceAll('\n', ' ').split(' ')) {
        if (word === '' || word.length > LONGEST_WORD || words.has(word)) continue;
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

const EDGE = 26; // after the letters 0–25: before a word
const CONTEXTS = 27;

/** Before the first letter of a word. */
export const WORD_START: number = EDGE * CONTEXTS + EDGE;

/** The context after one more letter: the last two, as one number. */
export function nextContext(context: number, letter: number): number {
  return (context % CONTEXTS) * CONTEXTS + letter;
}

/** Price in bits of a letter (0–25) after the two before it: words nobody listed are seen to be words. */
export function letterBits(context: number, letter: number): number {
  const line = LETTER_PRICES[Math.floor(context / CONTEXTS)]!;
  const digit = line.charCodeAt((context % CONTEXTS) * EDGE + letter);
  return (digit < 97 ? digit - 48 : digit - 87) / 2;
}

/** Mean price of the letters of a folded text, in bits: about 4 in words of any language, above 6 in what fingers make. */
export function meanLetterBits(folded: string): number {
  let bits = 0;
  let letters = 0;
  let context = WORD_START;
  for (let i = 0; i < folded.length; i++) {
    const letter = folded.charCodeAt(i) - 97;
    if (letter < 0 || letter >= EDGE) {
      context = WORD_START;
      continue;
    }
    bits += letterBits(context, letter);
    context = nextContext(context, letter);
    letters++;
  }
  return letters === 0 ? 0 : bits / letters;
}

let builtIn: Lexicon | null = null;

/** The built-in words, indexed at the first use: most files hold no secret at all. */
export function builtInLexicon(): Lexicon {
  if (builtIn) return builtIn;
  const markers = MARKERS.map(({ bits, words }) => [words, { kind: 'marker', bits }] as const);
  const others = [FUNCTION_WORDS, ...COMMON, ...LANGUAGES];
  const words = others.map((tier) => [tier.words, { kind: 'word', bits: tier.bits }] as const);
  return (builtIn = new Lexicon([...markers, ...words]));
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
