import * as edges from './edges.ts';
import { builtInLexicon, projectLexicon } from './lexicon.ts';
import { Reading } from './reading.ts';
import { distinctBits } from './text.ts';

/** What one part of a description is. */
export type PartKind =
  | 'character'
  | 'digit'
  | 'separator'
  | 'marker'
  | 'word'
  | 'project'
  | 'letters'
  | 'repeat'
  | 'sequence'
  | 'walk'
  | 'copy'
  | 'year'
  | 'date';

/** One part of a description: `[start, end)` of the text, and what it costs a guesser. */
export interface Part {
  readonly kind: PartKind;
  readonly start: number;
  readonly end: number;
  readonly bits: number;
}

/** The cheapest description found for a text: what it is made of and how many bits that takes. */
export interface Description {
  /** What was described: the whole value, or the beginning of a long one. */
  readonly reading: Reading;
  readonly bits: number;
  readonly parts: readonly Part[];
}

/** Longer values are described by their beginning; the rest is taken to be like it. */
const LONGEST_DESCRIBED = 256;

/**
 * Describes `text` as cheaply as a guesser could who tries words, patterns and repetition before single characters.
 * After the idea of zxcvbn (Wheeler, USENIX Security 2016), as one shortest path instead of a search over matches.
 */
export function describe(text: string, projectWords: readonly string[] = []): Description {
  const reading = new Reading(text.slice(0, LONGEST_DESCRIBED));
  const parts = search(reading, projectWords).parts();
  const spent = parts.reduce((sum, part) => sum + part.bits, 0);
  const bits = Math.min(spent, distinctBits(reading.text, reading.characterBits));
  const rest = tailBits(text.length - reading.length, bits / reading.length);
  return { reading, bits: bits + rest, parts };
}

function search(reading: Reading, projectWords: readonly string[]): CheapestPath {
  const words = builtInLexicon();
  const own = projectWords.length > 0 ? projectLexicon(projectWords) : null;
  const path = new CheapestPath(reading.length);
  const seen = edges.placesOf(reading);
  for (let start = 0; start < reading.length; start++) {
    edges.offerCharacter(reading, start, path);
    edges.offerNumbers(reading, start, path);
    edges.offerWords(reading, words, start, path);
    if (own) edges.offerWords(reading, own, start, path);
    edges.offerLetters(reading, start, path);
    edges.offerRepeat(reading, start, path);
    edges.offerSequence(reading, start, path);
    edges.offerWalk(reading, start, path);
    edges.offerCopy(reading, seen, start, path);
  }
  return path;
}

/** Below one bit a character the beginning is pure repetition, and so, we take it, is the rest. */
function tailBits(characters: number, bitsEach: number): number {
  return characters > 0 && bitsEach > 1 ? characters * bitsEach : 0;
}

/** Cheapest way from the beginning of a text to each of its places, found from left to right. */
export class CheapestPath {
  readonly #best: Float64Array;
  readonly #from: Uint16Array;
  readonly #kind: PartKind[];

  constructor(length: number) {
    this.#best = new Float64Array(length + 1).fill(Infinity);
    this.#best[0] = 0;
    this.#from = new Uint16Array(length + 1);
    this.#kind = [];
  }

  /** Offers a part; it is kept when nothing cheaper leads to its end. */
  offer(kind: PartKind, start: number, end: number, bits: number): void {
    const total = this.#best[start]! + bits;
    if (total >= this.#best[end]!) return;
    this.#best[end] = total;
    this.#from[end] = start;
    this.#kind[end] = kind;
  }

  /** The parts of the cheapest description of the whole text. */
  parts(): Part[] {
    const parts: Part[] = [];
    for (let end = this.#best.length - 1; end > 0;) {
      const start = this.#from[end]!;
      parts.push({ kind: this.#kind[end]!, start, end, bits: this.#best[end]! - this.#best[start]! });
      end = start;
    }
    return parts.reverse();
  }
}
