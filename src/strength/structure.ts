import { GENERATOR_PAIRS } from './generator-pairs.ts';

/** A pattern of the whole value that leaves few bits, and the words for it. */
export interface Structure {
  readonly bits: number;
  readonly reason: string;
}

const LONGEST_LOOKED_AT = 1024;

/** The first pattern found that runs through the whole of a value. */
export function wholePattern(value: string): Structure | null {
  const text = value.slice(0, LONGEST_LOOKED_AT);
  return (
    generatorKey(text) ??
    typedAlternation(text) ??
    typedVariety(text) ??
    letterMash(text) ??
    symbolMash(text) ??
    otherScript(text)
  );
}

const LEAST_GENERATOR_KEY = 14;
const GENERATOR_SHARE = 0.9;

/**
 * Keys of the "encryption key generator" web sites walk along one fixed ring of characters and skip a few: after each
 * character only two can follow, so that 32 characters hold at most 37 bits.
 */
function generatorKey(text: string): Structure | null {
  if (text.length < LEAST_GENERATOR_KEY) return null;
  let spare = (text.length - 1) * (1 - GENERATOR_SHARE);
  for (let i = 1; i < text.length && spare >= 0; i++) if (!GENERATOR_PAIRS.has(text.slice(i - 1, i + 1))) spare--;
  if (spare < 0) return null;
  return { bits: 20, reason: 'made by a web site whose keys all follow one fixed sequence of characters' };
}

const LEAST_ALTERNATION = 24;
const LEAST_ALTERNATION_SHARE = 0.8;

/** Share of neighbours that are a digit and a letter: in random hex 2·(10/16)·(6/16); elsewhere at most one half. */
const ALTERNATION = { hex: 0.469, other: 0.5 } as const;
const ALTERNATION_DEVIATIONS = 4.8;

/** People and chat bots who make up a "random" key let letters and digits alternate far too well. */
function typedAlternation(text: string): Structure | null {
  if (text.length < LEAST_ALTERNATION || !/^[0-9a-z]+$/i.test(text)) return null;
  const share = /^[0-9a-f]+$/i.test(text) ? ALTERNATION.hex : ALTERNATION.other;
  const pairs = text.length - 1;
  const changes = countPairs(text, (a, b) => isDigit(a) !== isDigit(b));
  if (changes < limit(share, pairs, ALTERNATION_DEVIATIONS) || changes < LEAST_ALTERNATION_SHARE * pairs) return null;
  return { bits: 50, reason: 'letters and digits alternate as in a key typed by hand or made up by a chat bot' };
}

function isDigit(unit: string): boolean {
  return unit >= '0' && unit <= '9';
}

const LEAST_DISTINCT = 28;
const CLASS_CHANGES = 1 - 2 * (26 / 62) ** 2 - (10 / 62) ** 2;
const CLASS_CHANGE_DEVIATIONS = 3;

/** Who makes up a key of letters and digits avoids to repeat a character and changes case at almost every step. */
function typedVariety(text: string): Structure | null {
  if (text.length < LEAST_DISTINCT || !/^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[0-9A-Za-z]+$/.test(text)) return null;
  if (new Set(text).size < text.length - 1) return null;
  const pairs = text.length - 1;
  const changes = countPairs(text, (a, b) => caseOf(a) !== caseOf(b));
  if (changes < limit(CLASS_CHANGES, pairs, CLASS_CHANGE_DEVIATIONS)) return null;
  return { bits: 50, reason: 'no character comes twice and cases alternate as in a key made up by a person or a chat bot' };
}

const LEAST_MASH = 14;
const LONG_MASH = 24;
const SHORT_MASH_SHARE = 0.75;
const MASH_DEVIATIONS = 5.2;
const MASH_BITS_PER_LETTER = 2.3;
const MASH_BITS_LIMIT = 60;

/** Row of the keyboard by character. */
const KEY_ROW: ReadonlyMap<string, number> = new Map(
  ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((row, i) => [...row].map((key) => [key, i] as const)),
);
/** Neighbours in one row by chance: among letters, and at most among letters and digits. */
const SAME_ROW = { letters: 0.341, mixed: 0.28 } as const;

/** Fingers that stay in one row: `asdkjfhalskdjfh`. Hex is left out, most of it is the number row. */
function letterMash(text: string): Structure | null {
  if (text.length < LEAST_MASH || !/^[A-Za-z0-9]+$/.test(text) || /^[0-9a-f]+$/i.test(text)) return null;
  const keys = text.toLowerCase();
  const digits = keys.replace(/\D+/g, '').length;
  if (digits * 2 > keys.length) return null;
  if (text.length < LONG_MASH) return digits === 0 && isHomeRow(text) ? mash(text.length) : null;
  const share = digits === 0 ? SAME_ROW.letters : SAME_ROW.mixed;
  const together = countPairs(keys, (a, b) => KEY_ROW.get(a) === KEY_ROW.get(b));
  return together < limit(share, keys.length - 1, MASH_DEVIATIONS) ? null : mash(text.length);
}

function isHomeRow(text: string): boolean {
  if (/[A-Z]/.test(text.slice(1)) && /[a-z]/.test(text)) return false;
  return text.replace(/[^asdfghjkl]/gi, '').length >= SHORT_MASH_SHARE * text.length;
}

/** How many of `pairs` may have a property of the given chance before it is no chance any more. */
function limit(chance: number, pairs: number, deviations: number): number {
  return chance * pairs + deviations * Math.sqrt(chance * (1 - chance) * pairs);
}

function countPairs(text: string, has: (a: string, b: string) => boolean): number {
  let count = 0;
  for (let i = 1; i < text.length; i++) if (has(text.charAt(i - 1), text.charAt(i))) count++;
  return count;
}

function caseOf(unit: string): number {
  return unit <= '9' ? 0 : unit <= 'Z' ? 1 : 2;
}

/** Fingers on the number row with shift held down. */
function symbolMash(text: string): Structure | null {
  if (text.length < LEAST_MASH) return null;
  const symbols = text.replace(/[^!@#$%^&*()_+-]/g, '').length;
  return symbols / text.length < 0.8 ? null : mash(text.length);
}

function mash(length: number): Structure {
  return { bits: Math.min(MASH_BITS_LIMIT, length * MASH_BITS_PER_LETTER), reason: 'keys hit at random in one row of the keyboard' };
}

const LONGEST_OTHER_SCRIPT = 64;
const OTHER_SCRIPT_SHARE = 0.3;

/** Letters of a script other than Latin are words: nobody generates keys in them. */
function otherScript(text: string): Structure | null {
  if (text.length >= LONGEST_OTHER_SCRIPT || /^[\x00-\x7f]*$/.test(text)) return null;
  const letters = text.match(/(?=[^\p{Script=Latin}])\p{L}/gu)?.length ?? 0;
  if (letters < 2 || letters / text.length <= OTHER_SCRIPT_SHARE) return null;
  return { bits: 40, reason: 'words of a natural language' };
}
