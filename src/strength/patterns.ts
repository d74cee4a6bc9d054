import { meanLetterBits } from './lexicon.ts';
import { distinctBits } from './text.ts';

/** A pattern that runs through the whole of a value and leaves few bits, and the words for it. */
export interface Pattern {
  readonly bits: number;
  readonly reason: string;
}

const LONGEST_LOOKED_AT = 1024;

/** The first pattern found that runs through the whole of a value. */
export function wholePattern(value: string): Pattern | null {
  const text = value.slice(0, LONGEST_LOOKED_AT);
  return (
    generatorKey(text) ??
    typedAlternation(text) ??
    typedVariety(text) ??
    letterMash(text) ??
    fewKeysMash(text) ??
    symbolMash(text) ??
    otherScript(text)
  );
}

/* ------------------------------------------------------------------ key generator sites */

const LEAST_GENERATOR_KEY = 14;
const GENERATOR_SHARE = 0.9;
/** Each character of the sites' ring, followed by those that come after it. Found from published keys. */
const SUCCESSORS =
  '2rs 3st 4tu 5uv 6vw 7wx 8xy 9yz !Az $BC %CD &EF (GH )HJ *FG +KM -JK /AB ?DE @MN A%? B&? C&* D(* E() F)- G+- H+@ J@a Kab ' +
  'Mbc Ncd Pde Qef Rfg Sgh Thj Ujk Vkm Wmn Xnp Ypq Zqr aNP bPQ cQR dRS eST fTU gUV hVW jWX kXY mYZ n2Z p23 q34 r45 s56 t67 ' +
  'u78 v89 w!9 x!/ y$/ z$%';

/** A character is followed by one of these two, or it is not the sites' ring. */
function follows(a: string, b: string): boolean {
  for (let i = 0; i < SUCCESSORS.length; i += 4) {
    if (SUCCESSORS[i] === a) return SUCCESSORS[i + 1] === b || SUCCESSORS[i + 2] === b;
  }
  return false;
}

/**
 * Keys of the "encryption key generator" web sites walk along one fixed ring of characters and skip a few: after each
 * character only two can follow, so that 32 characters hold at most 37 bits.
 */
function generatorKey(text: string): Pattern | null {
  if (text.length < LEAST_GENERATOR_KEY) return null;
  let spare = (text.length - 1) * (1 - GENERATOR_SHARE);
  for (let i = 1; i < text.length && spare >= 0; i++) if (!follows(text[i - 1]!, text[i]!)) spare--;
  if (spare < 0) return null;
  return { bits: 20, reason: 'made by a web site whose keys all follow one fixed sequence of characters' };
}

/* ------------------------------------------------------------------ keys made up to look random */

const TYPED_BITS = 50;
const LEAST_ALTERNATION = 24;
const LEAST_ALTERNATION_SHARE = 0.8;
/** Share of neighbours that are a digit and a letter: in random hex 2·(10/16)·(6/16); elsewhere at most one half. */
const ALTERNATION = { hex: 0.469, other: 0.5 } as const;
const ALTERNATION_DEVIATIONS = 4.8;

/** People and chat bots who make up a "random" key let letters and digits alternate far too well. */
function typedAlternation(text: string): Pattern | null {
  if (text.length < LEAST_ALTERNATION || !/^[0-9a-z]+$/i.test(text)) return null;
  const share = /^[0-9a-f]+$/i.test(text) ? ALTERNATION.hex : ALTERNATION.other;
  const pairs = text.length - 1;
  const changes = countPairs(text, (a, b) => isDigit(a) !== isDigit(b));
  if (changes < chanceLimit(share, pairs, ALTERNATION_DEVIATIONS)) return null;
  if (changes < LEAST_ALTERNATION_SHARE * pairs) return null;
  const reason = 'letters and digits alternate as in a key typed by hand or made up by a chat bot';
  return { bits: TYPED_BITS, reason };
}

const LEAST_VARIETY = 28;
const CLASS_CHANGES = 1 - 2 * (26 / 62) ** 2 - (10 / 62) ** 2;
const CLASS_CHANGE_DEVIATIONS = 3.6;

/** Who makes up a key of letters and digits avoids to repeat a character and changes case at almost every step. */
function typedVariety(text: string): Pattern | null {
  if (text.length < LEAST_VARIETY || !/^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[0-9A-Za-z]+$/.test(text)) return null;
  if (new Set(text).size < text.length - 1) return null;
  const changes = countPairs(text, (a, b) => caseOf(a) !== caseOf(b));
  if (changes < chanceLimit(CLASS_CHANGES, text.length - 1, CLASS_CHANGE_DEVIATIONS)) return null;
  const reason = 'no character comes twice and cases alternate as in a key made up by a person or a chat bot';
  return { bits: TYPED_BITS, reason };
}

function isDigit(unit: string): boolean {
  return unit >= '0' && unit <= '9';
}

function caseOf(unit: string): number {
  return unit <= '9' ? 0 : unit <= 'Z' ? 1 : 2;
}

/* ------------------------------------------------------------------ fingers let loose on the keyboard */

const LEAST_MASH = 14;
const LONG_MASH = 24;
const HOME_ROW_SHARE = 0.75;
const MASH_DEVIATIONS = 5.2;
const MASH_BITS_PER_KEY = 2.3;
const MOST_MASH_BITS = 60;
/** Words have their rows too: French is written in the upper one. */
const MOST_WORD_LETTER_BITS = 5.8;
const KEY_ROWS: readonly string[] = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Neighbours in one row by chance: among letters, and at most among letters and digits. */
const SAME_ROW = { letters: 0.341, mixed: 0.28 } as const;

/** Fingers that stay in one row: `asdkjfhalskdjfh`. Hex is left out, most of it is the number row. */
function letterMash(text: string): Pattern | null {
  if (text.length < LEAST_MASH || !/^[A-Z0-9]+$/i.test(text) || /^[0-9a-f]+$/i.test(text)) return null;
  const keys = text.toLowerCase();
  const digits = keys.replace(/\D+/g, '').length;
  if (meanLetterBits(keys) < MOST_WORD_LETTER_BITS) return null;
  if (digits * 2 > keys.length) return null;
  if (text.length < LONG_MASH) return digits === 0 && isHomeRow(text) ? mash(text.length) : null;
  const share = digits === 0 ? SAME_ROW.letters : SAME_ROW.mixed;
  const together = countPairs(keys, (a, b) => rowOf(a) === rowOf(b));
  return together < chanceLimit(share, keys.length - 1, MASH_DEVIATIONS) ? null : mash(text.length);
}

function rowOf(key: string): number {
  return KEY_ROWS.findIndex((row) => row.includes(key));
}

function isHomeRow(text: string): boolean {
  if (/[A-Z]/.test(text.slice(1)) && /[a-z]/.test(text)) return false;
  return text.replace(/[^asdfghjkl]/gi, '').length >= HOME_ROW_SHARE * text.length;
}

const LEAST_FEW_KEYS_MASH = 16;
const MOST_FEW_KEYS = 10;
/** Bits that a random value lacks by having so few different characters: one of 200,000 does. */
const FEW_KEYS_BITS = 18;

/** Fingers that come back to the same few keys: `vbhjfkdvbhjkfvdbkjh`. Words do, too, but read like words. */
function fewKeysMash(text: string): Pattern | null {
  if (text.length < LEAST_FEW_KEYS_MASH || !/^(?:[a-z\d]+|[A-Z\d]+)$/.test(text)) return null;
  const letters = text.replace(/\d+/g, '').length;
  if (letters * 2 < text.length || new Set(text).size > MOST_FEW_KEYS || /^[0-9a-f]+$/i.test(text))
    return null;
  const perCharacter = Math.log2(letters === text.length ? 26 : 36);
  if (text.length * perCharacter - distinctBits(text, perCharacter) < FEW_KEYS_BITS) return null;
  if (meanLetterBits(text.toLowerCase()) < MOST_WORD_LETTER_BITS) return null;
  const bits = Math.min(MOST_MASH_BITS, text.length * MASH_BITS_PER_KEY);
  return { bits, reason: 'a few keys hit at random again and again' };
}

/** Fingers on the number row with shift held down. */
function symbolMash(text: string): Pattern | null {
  if (text.length < LEAST_MASH) return null;
  const symbols = text.replace(/[^!@#$%^&*()_+-]/g, '').length;
  return symbols / text.length < 0.8 ? null : mash(text.length);
}

function mash(keys: number): Pattern {
  const bits = Math.min(MOST_MASH_BITS, keys * MASH_BITS_PER_KEY);
  return { bits, reason: 'keys hit at random in one row of the keyboard' };
}

/* ------------------------------------------------------------------ other scripts */

const LONGEST_OTHER_SCRIPT = 64;
const OTHER_SCRIPT_SHARE = 0.3;

/** Letters of a script other than Latin are words: nobody generates keys in them. */
function otherScript(text: string): Pattern | null {
  if (text.length >= LONGEST_OTHER_SCRIPT) return null;
  let letters = 0;
  for (let i = 0; i < text.length; i++) if (isOtherLetter(text.charCodeAt(i))) letters++;
  if (letters === 0 || letters / text.length <= OTHER_SCRIPT_SHARE) return null;
  return { bits: 40, reason: 'words of a natural language' };
}

/** From Greek on, but for punctuation, signs, surrogates and private use, and up to the compatibility forms. */
function isOtherLetter(code: number): boolean {
  if (code < 0x370 || code >= 0xfe00) return false;
  const isSign = (code >= 0x2000 && code < 0x2c00) || (code >= 0x3000 && code < 0x3040);
  return !isSign && !(code >= 0xd800 && code < 0xf900);
}

/* ------------------------------------------------------------------ neighbours, and chance */

/** How many of `pairs` may have a property of the given chance before it is no chance any more. */
function chanceLimit(chance: number, pairs: number, deviations: number): number {
  return chance * pairs + deviations * Math.sqrt(chance * (1 - chance) * pairs);
}

function countPairs(text: string, has: (a: string, b: string) => boolean): number {
  let count = 0;
  for (let i = 1; i < text.length; i++) if (has(text[i - 1]!, text[i]!)) count++;
  return count;
}
