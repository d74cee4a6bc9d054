import { walkLength } from './keyboard.ts';
import { meaningfulNumbers } from './numbers.ts';
import type { CheapestPath } from './path.ts';
import type { Reading } from './reading.ts';
import { CharClass, log2Binomial } from './text.ts';
import { nextContext, trigramCost, type TrigramCosts } from './trigrams.ts';
import type { Trie } from './trie.ts';

/**
 * The ways a part of a secret can be described cheaper than letter by letter. Each function offers to the path the
 * parts of its sort that begin at `start`. Prices are bits: log2 of the tries a guesser needs.
 */

const DIGIT_BITS = 3.4;
const FAVOURITE_SEPARATOR_BITS = 1;

export function offerCharacter(reading: Reading, start: number, path: CheapestPath): void {
  const separator = reading.classes[start] === CharClass.separator;
  const favourite = separator && reading.text[start] === reading.favouriteSeparator;
  const bits = favourite ? FAVOURITE_SEPARATOR_BITS : reading.characterBits;
  path.offer(separator ? 'separator' : 'character', start, start + 1, bits);
}

export function offerNumbers(reading: Reading, start: number, path: CheapestPath): void {
  if (!reading.isDigit(start)) return;
  path.offer('digit', start, start + 1, DIGIT_BITS);
  if (!reading.isDigit(start + 1) || !reading.isDigit(start + 2)) return;
  for (const { kind, length, bits } of meaningfulNumbers(reading.text.slice(start, start + 10))) {
    path.offer(kind, start, start + length, bits);
  }
}

/** A word of three letters fits by chance where it is not one; a shorter one fits everywhere. */
const INNER_THREE_LETTER_BITS = 4;
const LEAST_INNER_WORD = 3;
const LEAST_LEET_WORD = 4;

export function offerWords(reading: Reading, words: Trie, start: number, path: CheapestPath): void {
  words.match(reading, start, (end, bits, marker, swaps) => {
    const length = end - start;
    if (swaps > 0 && !isLeet(reading, start, end, swaps)) return;
    let price = bits + swaps + capitalBits(reading, start, end);
    if (length <= LEAST_INNER_WORD && !(reading.beginsWord(start) && reading.endsWord(end))) {
      if (length < LEAST_INNER_WORD) return;
      price += INNER_THREE_LETTER_BITS;
    }
    path.offer(marker ? 'marker' : 'word', start, end, price);
  });
}

/** Look-alikes make a word when a letter is left in it, and when it is long or stands alone. */
function isLeet(reading: Reading, start: number, end: number, swaps: number): boolean {
  const length = end - start;
  if (swaps === length) return false;
  return length >= LEAST_LEET_WORD || (length === LEAST_INNER_WORD && reading.standsAlone(start, end));
}

/** The price of capitals: one habit (`Word`, `WORD`) is cheap, any other pattern costs its choices. */
function capitalBits(reading: Reading, start: number, end: number): number {
  const uppers = reading.uppers(start, end);
  if (uppers === 0) return 0;
  const lowers = reading.lowers(start, end);
  if (lowers === 0 || (uppers === 1 && reading.isUpper(start))) return 0.5;
  return 1 + log2Binomial(uppers + lowers, uppers);
}

const LONGEST_RUN = 24;
const LEAST_RUN = 4;
const RUN_BITS = 2;
/** A run this much dearer than its letters one by one does not become a word any more. */
const HOPELESS_BITS = 8;
/** A run that stands alone and reads like a word costs no more than a word of a large dictionary. */
const WORD_LIKE_BITS = 14.5;
const WORD_LIKE_BITS_PER_LETTER = 3.3;
const LONGEST_WORD_LIKE = 14;

/** A pronounceable run of letters, in lower case, capitals, or with one capital at its beginning. */
export function offerLetters(
  reading: Reading,
  trigrams: TrigramCosts,
  start: number,
  path: CheapestPath,
): void {
  if (!reading.isLetter(start)) return;
  const begins = reading.beginsWord(start);
  const capital = reading.isUpper(start);
  let context = 0;
  let bits = 0;
  for (let i = start; i < Math.min(reading.length, start + LONGEST_RUN) && reading.isLetter(i); i++) {
    if (i > start + 1 && reading.isUpper(i) !== reading.isUpper(start + 1)) break;
    if (i === start + 1 && reading.isUpper(i) && !capital) break;
    const letter = reading.symbols[i]! + 1;
    bits += trigramCost(trigrams, context, letter);
    context = nextContext(context, letter);
    const length = i + 1 - start;
    if (bits > length * reading.characterBits + HOPELESS_BITS) break;
    if (length < LEAST_RUN) continue;
    const wordLike =
      begins &&
      length <= LONGEST_WORD_LIKE &&
      bits / length <= WORD_LIKE_BITS_PER_LETTER &&
      reading.endsWord(i + 1);
    const price = wordLike ? Math.min(RUN_BITS + bits, WORD_LIKE_BITS) : RUN_BITS + bits;
    path.offer('letters', start, i + 1, price + (capital ? 0.5 : 0));
  }
}

const LEAST_PATTERN = 3;

export function offerRepeat(reading: Reading, start: number, path: CheapestPath): void {
  let length = 1;
  while (start + length < reading.length && reading.text[start + length] === reading.text[start]) length++;
  for (let part = LEAST_PATTERN; part <= length; part++) {
    path.offer('repeat', start, start + part, reading.characterBits + Math.log2(part) + 1);
  }
}

/** Characters one after the other in the code table, up or down: `abcd`, `4321`. */
export function offerSequence(reading: Reading, start: number, path: CheapestPath): void {
  const step = difference(reading, start + 1);
  if (step !== 1 && step !== -1) return;
  let length = 2;
  while (start + length < reading.length && difference(reading, start + length) === step) length++;
  for (let part = LEAST_PATTERN; part <= length; part++) {
    path.offer('sequence', start, start + part, 5 + Math.log2(part));
  }
}

function difference(reading: Reading, i: number): number {
  return reading.folded.charCodeAt(i) - reading.folded.charCodeAt(i - 1);
}

export function offerWalk(reading: Reading, start: number, path: CheapestPath): void {
  const length = walkLength(reading.folded, start);
  for (let part = LEAST_PATTERN; part <= length; part++) {
    path.offer('walk', start, start + part, 5 + Math.log2(part));
  }
}

const LEAST_COPY = 4;
const PLACES_COMPARED = 6;

const BUCKETS = 1024;

/** Earlier places of every four characters, filled as the search moves on: the last of a bucket, and the one before each. */
export class SeenPlaces {
  readonly #last: Int16Array = new Int16Array(BUCKETS).fill(-1);
  readonly #before: Int16Array;

  constructor(length: number) {
    this.#before = new Int16Array(length);
  }

  /** The latest earlier place that may hold the same four characters, or -1; `place` is kept for those to come. */
  replace(bucket: number, place: number): number {
    const last = this.#last[bucket]!;
    this.#last[bucket] = place;
    this.#before[place] = last;
    return last;
  }

  before(place: number): number {
    return this.#before[place]!;
  }
}

export function offerCopy(reading: Reading, seen: SeenPlaces, start: number, path: CheapestPath): void {
  if (start + LEAST_COPY > reading.length) return;
  let place = seen.replace(bucketOfFour(reading.folded, start), start);
  for (let compared = 0; place >= 0 && compared < PLACES_COMPARED; compared++, place = seen.before(place)) {
    let length = 0;
    while (
      start + length < reading.length &&
      reading.folded[place + length] === reading.folded[start + length]
    )
      length++;
    if (length < LEAST_COPY) continue;
    path.offer('copy', start, start + length, Math.log2(start + 1) + Math.log2(length) + 2);
  }
}

function bucketOfFour(text: string, at: number): number {
  let hash = 0;
  for (let i = at; i < at + LEAST_COPY; i++) hash = Math.imul(hash, 31) + text.charCodeAt(i);
  return (hash ^ (hash >>> 10)) & (BUCKETS - 1);
}
