import { GENERATOR_PAIRS } from './generator-pairs.ts';
import { letterMash, symbolMash } from './mash.ts';
import { typedAlternation, typedVariety } from './typed-keys.ts';

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
  for (let i = 1; i < text.length && spare >= 0; i++) {
    if (!GENERATOR_PAIRS.has(text.slice(i - 1, i + 1))) spare--;
  }
  if (spare < 0) return null;
  return { bits: 20, reason: 'made by a web site whose keys all follow one fixed sequence of characters' };
}

const LONGEST_OTHER_SCRIPT = 64;
const OTHER_SCRIPT_SHARE = 0.3;

/** Letters of a script other than Latin are words: nobody generates keys in them. */
function otherScript(text: string): Structure | null {
  if (text.length >= LONGEST_OTHER_SCRIPT || /^\p{ASCII}*$/u.test(text)) return null;
  const letters = text.match(/(?=\P{Script=Latin})\p{L}/gu)?.length ?? 0;
  if (letters < 2 || letters / text.length <= OTHER_SCRIPT_SHARE) return null;
  return { bits: 40, reason: 'words of a natural language' };
}
