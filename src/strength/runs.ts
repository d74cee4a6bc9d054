/** Runs of characters that everybody knows: rows of keyboards, alphabets, famous numbers, years and dates. */

/**
 * What people type along, each also backwards: rows, columns and finger patterns of keyboards, alphabets in their ways.
 * Written as texts are compared: in lower case and without accents.
 */
const ROWS: readonly string[] = [
  '`1234567890-=', 'qwertyuiop[]\\', "asdfghjkl;'", 'zxcvbnm,./', '~!@#$%^&*()_+', '!1@2#3$4%5^6&7*8(9)0',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/', '!qaz@wsx#edc$rfv%tgb^yhn&ujm*ik<(ol>)p:?',
  'qazwsxedcrfvtgbyhnujmikolp', 'zaq1xsw2cde3vfr4bgt5nhy6mju7', 'zaqxswcdevfrbgtnhymju',
  'qwertzuiopu', 'azertyuiopqsdfghjklmwxcvbn', 'yxcvbnm', 'qwertyuiopasdfghjklzxcvbnm', 'qwertzuiopasdfghjklyxcvbnm',
  'qweasdzxc', 'ицукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю', 'абвгдежзииклмнопрстуфхцчшщъыьэюя',
  'abcdefghijklmnopqrstuvwxyz', '01234567890123456789', '0123456789abcdef',
]; // prettier-ignore

/** What is known only by more of it: finger patterns, other layouts, number pads, hexadecimal counts, famous numbers. */
const PIECES: readonly string[] = [
  'qweasdzxcrtyfghvbnuiojklm', '1a2s3d4f5g6h7j8k9l', '1qa2ws3ed4rf5tg6yh7uj8ik9ol', 'pyfgcrlaoeuidhtnsqjkxbmwvz',
  'qwfpgjluyarstdhneiozxcvbkm', 'qpwoeirutyalskdjfhgzmxncbv', '1q2w3e4r5t6y7u8i9o0p', 'q1w2e3r4t5y6u7i8o9p0', 'a1s2d3f4g5h6j7k8l9',
  '789456123', '147258369', '741852963', '159753', '357951', '112233445566778899', '!@#$%^&*()!@#$%^&*()',
  '0123456789abcdef0123456789abcdef', 'abcdef0123456789abcdef0123456789', '1234567890abcdefghijklmnopqrstuvwxyz',
  '123456789101112131415161718192021222324252627282930',
  'a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8s9t0u1v2w3x4y5z6', '1a2b3c4d5e6f7g8h9i0j1k2l3m4n5o6p7q8r9s0t1u2v3w4x5y6z',
  'a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6e7f8a9b0c1d2e3f4', '1a2b3c4d5e6f7a8b9c0d1e2f3a4b5c6d7e8f9a0b1c2d3e4f5a6b7c8d9e0f',
  'a1b2c3d4e5f60718293a4b5c6d7e8f90', 'aabbccddeeffgghhiijjkkllmmnnooppqqrrssttuuvvwwxxyyzz', '00112233445566778899aabbccddeeff',
  '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f20',
  // π, e, √2, the golden ratio, Fibonacci, powers of two, primes
  '31415926535897932384626433832795028841971693993751', '27182818284590452353602874713526624977', '14142135623730950488016887242096980785',
  '16180339887498948482045868343656381177', '1123581321345589144233377610987', '1248163264128256512102420484096', '2357111317192329313741434753',
]; // prettier-ignore

const BUCKETS = 1024;

/** Places of a text by the first few characters that stand there: the last place of a bucket, and the one before each. */
export class PlaceIndex {
  readonly #text: string;
  readonly #width: number;
  readonly #last: Int16Array = new Int16Array(BUCKETS).fill(-1);
  readonly #before: Int16Array;

  /** `width`: how many characters places are found by. */
  constructor(text: string, width: number) {
    this.#text = text;
    this.#width = width;
    this.#before = new Int16Array(text.length);
  }

  /** Takes up the place `at`, so that it is found from now on. */
  add(at: number): void {
    const bucket = this.#bucket(this.#text, at);
    this.#before[at] = this.#last[bucket]!;
    this.#last[bucket] = at;
  }

  /** The latest place that may begin like `text` at `start`, or -1. */
  last(text: string, start: number): number {
    return this.#last[this.#bucket(text, start)]!;
  }

  before(place: number): number {
    return this.#before[place]!;
  }

  #bucket(text: string, at: number): number {
    let hash = 0;
    for (let i = at; i < at + this.#width; i++) hash = Math.imul(hash, 31) + text.charCodeAt(i);
    return (hash ^ (hash >>> 10)) & (BUCKETS - 1);
  }
}

/** How far `text` from `at` and `other` from `place` go together. */
export function commonLength(text: string, at: number, other: string, place: number): number {
  let length = 0;
  while (at + length < text.length && text.charCodeAt(at + length) === other.charCodeAt(place + length))
    length++;
  return length;
}

/** Lines, forwards and backwards, that are known by so many of their characters. Indexed at the first use. */
class LineSet {
  readonly least: number;
  readonly #lines: readonly string[];
  #text = '';
  #index: PlaceIndex | null = null;

  constructor(lines: readonly string[], least: number) {
    this.#lines = lines;
    this.least = least;
  }

  /** How far `text` from `start` goes along one of the lines; 0 where that is less than tells. */
  lengthAt(text: string, start: number): number {
    if (start + this.least > text.length) return 0;
    const index = (this.#index ??= this.#build());
    let longest = 0;
    for (let place = index.last(text, start); place >= 0; place = index.before(place)) {
      longest = Math.max(longest, commonLength(text, start, this.#text, place));
    }
    return longest < this.least ? 0 : longest;
  }

  #build(): PlaceIndex {
    const forwards = this.#lines.join('\n');
    this.#text = `${forwards}\n${[...forwards].reverse().join('')}`;
    const index = new PlaceIndex(this.#text, this.least);
    for (let at = 0; at + this.least <= this.#text.length; at++) index.add(at);
    return index;
  }
}

const rows = new LineSet(ROWS, 3);
const pieces = new LineSet(PIECES, 6);

/** Length of the longest known run that begins at `start` of a folded text, 0 where there is none. */
export function walkLength(text: string, start: number): number {
  return Math.max(rows.lengthAt(text, start), pieces.lengthAt(text, start));
}

/** A number with a meaning, at the beginning of a text. */
export interface MeaningfulNumber {
  readonly kind: 'year' | 'date' | 'digit';
  readonly length: number;
  readonly bits: number;
}

const YEAR = /^(?:19[5-9]|20[0-4])\d/;
const DATE =
  /^(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d)/;
const DATE_PARTS =
  /^(?:(?:19|20)\d\d[-/._](?:0?[1-9]|1[0-2])[-/._](?:[12]\d|3[01]|0?[1-9])|(?:[12]\d|3[01]|0?[1-9])[-/._](?:0?[1-9]|1[0-2])[-/._](?:19|20)\d\d)/;
const FAVOURITE =
  /^(?:123|007|321|111|000|666|777|888|999|101|100|200|500|420|404|911|786|256|512|384|128|1337)/;

/** Years, dates and favourite numbers that begin `text`. */
export function meaningfulNumbers(text: string): MeaningfulNumber[] {
  const found: MeaningfulNumber[] = [];
  if (YEAR.test(text)) found.push({ kind: 'year', length: 4, bits: 5 });
  const date = DATE.exec(text) ?? DATE_PARTS.exec(text);
  if (date) found.push({ kind: 'date', length: date[0].length, bits: 14 });
  const favourite = FAVOURITE.exec(text);
  if (favourite) found.push({ kind: 'digit', length: favourite[0].length, bits: 4.5 });
  return found;
}
