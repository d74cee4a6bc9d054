import type { CheapestPath } from './cheapest-path.ts';
import { letterBits, nextContext, WORD_START, type Lexicon, type Word } from './lexicon.ts';
import type { Reading } from './reading.ts';
import { commonLength, meaningfulNumbers, PlaceIndex, walkLength } from './runs.ts';
import { CharClass, log2Binomial } from './text.ts';

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
/** Where words are written together, a guesser does not know where they end. */
const INNER_WORD_BITS = 1;
const SHORTEST_INNER_WORD = 3;
const LEAST_LEET_WORD = 4;

export function offerWords(reading: Reading, words: Lexicon, start: number, path: CheapestPath): void {
  for (const spelling of reading.spellings) {
    let lengths = words.lengthsAt(spelling.text, start);
    if (reading.beginsWord(start)) lengths |= shortLengths(reading, start);
    for (; lengths !== 0; lengths &= lengths - 1) {
      const end = start + 31 - Math.clz32(lengths & -lengths);
      const swaps = spelling.swaps ? spelling.swaps[end]! - spelling.swaps[start]! : 0;
      if (end > reading.length || (spelling.swaps && !isLeet(reading, start, end, swaps))) continue;
      const word = words.find(spelling.text.slice(start, end));
      if (word) offerWord(reading, word, start, end, swaps, path);
    }
  }
}

/** Words of one or two letters count only where they stand alone, and not between digits. */
function shortLengths(reading: Reading, start: number): number {
  if (start > 0 && reading.isDigit(start - 1)) return 0;
  const ends = (at: number): boolean => reading.endsWord(at) && !(at < reading.length && reading.isDigit(at));
  return (ends(start + 1) ? 2 : 0) | (ends(start + 2) ? 4 : 0);
}

function offerWord(
  reading: Reading,
  { kind, bits }: Word,
  start: number,
  end: number,
  swaps: number,
  path: CheapestPath,
): void {
  const stands = reading.beginsWord(start) && reading.endsWord(end);
  const glue = stands ? 0 : end - start <= SHORTEST_INNER_WORD ? INNER_THREE_LETTER_BITS : INNER_WORD_BITS;
  path.offer(kind, start, end, bits + swaps + capitalBits(reading, start, end) + glue);
}

/** Look-alikes make a word when a letter is left in it, and when it is long or stands alone. */
function isLeet(reading: Reading, start: number, end: number, swaps: number): boolean {
  const length = end - start;
  if (swaps === 0 || swaps === length) return false;
  return length >= LEAST_LEET_WORD || (length === SHORTEST_INNER_WORD && reading.standsAlone(start, end));
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
export function offerLetters(reading: Reading, start: number, path: CheapestPath): void {
  if (!reading.isLetter(start)) return;
  const begins = reading.beginsWord(start);
  const capital = reading.isUpper(start);
  let context = WORD_START;
  let bits = 0;
  for (let i = start; i < Math.min(reading.length, start + LONGEST_RUN) && reading.isLetter(i); i++) {
    if (i > start + 1 && reading.isUpper(i) !== reading.isUpper(start + 1)) break;
    if (i === start + 1 && reading.isUpper(i) && !capital) break;
    const letter = reading.symbols[i]!;
    bits += letterBits(context, letter);
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
const PATTERN_BITS = 5;
/** Three neighbours of a keyboard or an alphabet turn up inside of any word. */
const INNER_THREE_BITS = 3;

/** A run is offered from its beginning, and from one further on: the first may be the end of a word. */
export function offerRepeat(reading: Reading, start: number, path: CheapestPath): void {
  const { text } = reading;
  if (start > 1 && text[start] === text[start - 1] && text[start] === text[start - 2]) return;
  let length = 1;
  while (start + length < text.length && text[start + length] === text[start]) length++;
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
  offerPattern('sequence', reading, start, length, path);
}

function difference(reading: Reading, i: number): number {
  return reading.folded.charCodeAt(i) - reading.folded.charCodeAt(i - 1);
}

export function offerWalk(reading: Reading, start: number, path: CheapestPath): void {
  offerPattern('walk', reading, start, walkLength(reading.folded, start), path);
}

function offerPattern(
  kind: 'sequence' | 'walk',
  reading: Reading,
  start: number,
  length: number,
  path: CheapestPath,
): void {
  for (let part = LEAST_PATTERN; part <= length; part++) {
    const isInner = part === LEAST_PATTERN && reading.isLetter(start) && !reading.beginsWord(start);
    const bits = PATTERN_BITS + Math.log2(part) + (isInner ? INNER_THREE_BITS : 0);
    path.offer(kind, start, start + part, bits);
  }
}

/** How many characters make something that comes again a copy. */
const LEAST_COPY = 4;
const PLACES_COMPARED = 6;

/** Places of a text by four characters, for copies; filled as the search moves on. */
export function placesOf(reading: Reading): PlaceIndex {
  return new PlaceIndex(reading.folded, LEAST_COPY);
}

export function offerCopy(reading: Reading, seen: PlaceIndex, start: number, path: CheapestPath): void {
  if (start + LEAST_COPY > reading.length) return;
  const { folded } = reading;
  let place = seen.last(folded, start);
  seen.add(start);
  for (let compared = 0; place >= 0 && compared < PLACES_COMPARED; compared++, place = seen.before(place)) {
    const length = commonLength(folded, start, folded, place);
    if (length < LEAST_COPY) continue;
    path.offer('copy', start, start + length, Math.log2(start + 1) + Math.log2(length) + 2);
    if (start + length === reading.length) return;
  }
}
