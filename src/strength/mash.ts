import { chanceLimit, countPairs } from './pairs.ts';
import type { Structure } from './structure.ts';

const LEAST_MASH = 14;
const LONG_MASH = 24;
const SHORT_MASH_SHARE = 0.75;
const MASH_DEVIATIONS = 5.2;
const MASH_BITS_PER_LETTER = 2.3;
const MASH_BITS_LIMIT = 60;

/** Row of the keyboard by character. */
const KEY_ROW: ReadonlyMap<string, number> = new Map(
  ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'].flatMap((row, i) =>
    [...row].map((key) => [key, i] as const),
  ),
);
/** Neighbours in one row by chance: among letters, and at most among letters and digits. */
const SAME_ROW = { letters: 0.341, mixed: 0.28 } as const;

/** Fingers that stay in one row: `asdkjfhalskdjfh`. Hex is left out, most of it is the number row. */
export function letterMash(text: string): Structure | null {
  if (text.length < LEAST_MASH || !/^[A-Z0-9]+$/i.test(text) || /^[0-9a-f]+$/i.test(text)) return null;
  const keys = text.toLowerCase();
  const digits = keys.replace(/\D+/g, '').length;
  if (digits * 2 > keys.length) return null;
  if (text.length < LONG_MASH) return digits === 0 && isHomeRow(text) ? mash(text.length) : null;
  const share = digits === 0 ? SAME_ROW.letters : SAME_ROW.mixed;
  const together = countPairs(keys, (a, b) => KEY_ROW.get(a) === KEY_ROW.get(b));
  return together < chanceLimit(share, keys.length - 1, MASH_DEVIATIONS) ? null : mash(text.length);
}

function isHomeRow(text: string): boolean {
  if (/[A-Z]/.test(text.slice(1)) && /[a-z]/.test(text)) return false;
  return text.replace(/[^asdfghjkl]/gi, '').length >= SHORT_MASH_SHARE * text.length;
}

/** Fingers on the number row with shift held down. */
export function symbolMash(text: string): Structure | null {
  if (text.length < LEAST_MASH) return null;
  const symbols = text.replace(/[^!@#$%^&*()_+-]/g, '').length;
  return symbols / text.length < 0.8 ? null : mash(text.length);
}

function mash(length: number): Structure {
  return {
    bits: Math.min(MASH_BITS_LIMIT, length * MASH_BITS_PER_LETTER),
    reason: 'keys hit at random in one row of the keyboard',
  };
}
