/** Plain facts about characters, shared by every part of the judge. */

/** Letters are 0–25, digits 26–35; everything else has no symbol. */
export const NO_SYMBOL = 255;
export const FIRST_DIGIT = 26;

/** What a character is, apart from which one it is. */
export const CharClass = { other: 0, lower: 1, upper: 2, digit: 3, separator: 4 } as const;
export type CharClass = (typeof CharClass)[keyof typeof CharClass];

const SEPARATORS = new Set('-_ .:/+=!@#$&*~,;|\'"?()');

/** Letters that Unicode does not decompose, as people type them on a plain keyboard. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  đ: 'd',
  ø: 'o',
  ı: 'i',
  ß: 's',
  æ: 'a',
  œ: 'o',
  ð: 'd',
};

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

/** One UTF-16 code unit in lower case and without its accent. Always one code unit. */
function foldUnit(unit: string): string {
  if (unit < '\x80') return unit.toLowerCase();
  const lower = unit.toLowerCase();
  return PLAIN[lower] ?? lower.normalize('NFD').charAt(0);
}

/** `text` in lower case and without accents; offsets stay the same. */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += foldUnit(text.charAt(i));
  return folded;
}

/** The symbol of a folded code unit. */
export function symbolOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 97;
  if (code >= 48 && code <= 57) return code - 48 + FIRST_DIGIT;
  return NO_SYMBOL;
}

/** The symbol of each code unit of a folded text. */
export function symbolsOf(folded: string): Uint8Array {
  const symbols = new Uint8Array(folded.length);
  for (let i = 0; i < folded.length; i++) symbols[i] = symbolOf(folded.charCodeAt(i));
  return symbols;
}

export function classOf(unit: string, foldedSymbol: number): CharClass {
  if (foldedSymbol < FIRST_DIGIT) return unit === unit.toLowerCase() ? CharClass.lower : CharClass.upper;
  if (foldedSymbol !== NO_SYMBOL) return CharClass.digit;
  return SEPARATORS.has(unit) ? CharClass.separator : CharClass.other;
}

/** Digits and signs that people write for letters, with the letter, or the two letters, that they stand for. */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  0: 'o', 1: 'il', 3: 'e', 4: 'a', 5: 's', 6: 'gb', 7: 't', 8: 'b', 9: 'g', '@': 'a', $: 's', '!': 'il', '+': 't', '|': 'il', '(': 'c',
}; // prettier-ignore
const LOOK_ALIKE = /[013-9@$!+|(]/g;

export function isLookAlike(unit: string): boolean {
  return Object.hasOwn(LOOK_ALIKES, unit);
}

/** A folded text with its look-alikes as letters: by the first letter of each and, where that differs, by the last. */
export function lookAlikesFor(folded: string): string[] {
  const first = folded.replace(LOOK_ALIKE, (unit) => LOOK_ALIKES[unit]!.charAt(0));
  if (first === folded) return [];
  const last = folded.replace(LOOK_ALIKE, (unit) => LOOK_ALIKES[unit]!.slice(-1));
  return first === last ? [first] : [first, last];
}

/** Spaces and punctuation. Written out: Unicode's own classes take a millisecond each to build. */
const NOT_OF_WORDS = /[^a-z0-9\u0080-\uffff]+|[\u0080-\u00bf\u2000-\u206f\u3000-\u303f]+/g;

const PLAIN_WORD = /^[a-z0-9]*$/;

/** The same secret however it is spelt: compatibility forms, case and separators do not count. */
export function canonical(text: string): string {
  if (PLAIN_WORD.test(text)) return text;
  const plain = isAscii(text) ? text : text.normalize('NFKC');
  return plain.toLowerCase().replace(NOT_OF_WORDS, '');
}

/** Bits of one character if all characters of the alphabets seen in `text` were equally likely. */
export function alphabetBits(text: string): number {
  if (/^\d+$/.test(text)) return Math.log2(10);
  if (/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(text)) return 4;
  let size = 0;
  if (/[a-z]/.test(text)) size += 26;
  if (/[A-Z]/.test(text)) size += 26;
  if (/\d/.test(text)) size += 10;
  const symbols = /[^A-Z0-9]/i.test(text) ? new Set(text.replace(/[A-Z0-9]+/gi, '')).size : 0;
  if (symbols > 0) size += symbols <= 2 ? 2 : 32;
  if (!isAscii(text)) size += 40;
  return Math.log2(Math.max(size, 2));
}

/** Bits of `text` when a guesser knows only how many different characters it is made of. */
export function distinctBits(text: string, perCharacter: number): number {
  const distinct = new Set(text).size;
  const alphabet = Math.max(distinct, Math.round(2 ** perCharacter));
  return log2Binomial(alphabet, distinct) + text.length * Math.log2(distinct || 1);
}

/** log2 of the number of ways to choose `k` of `n`. */
export function log2Binomial(n: number, k: number): number {
  let bits = 0;
  for (let i = 1; i <= Math.min(k, n - k); i++) bits += Math.log2((n - Math.min(k, n - k) + i) / i);
  return bits;
}

const ENCODER = new TextEncoder();

/** Length of `text` in UTF-8, which is what `jsonwebtoken`, `hono` and `TextEncoder` make key bytes of. */
export function utf8Length(text: string): number {
  return ENCODER.encode(text).length;
}
