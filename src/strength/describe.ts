import { CheapestPath, type Part } from './cheapest-path.ts';
import * as edges from './edges.ts';
import { builtInLexicon, projectLexicon } from './lexicon.ts';
import { Reading } from './reading.ts';
import { distinctBits } from './text.ts';

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
