import { splitWords } from './secret-names.ts';
import {
  FILLER_WORDS,
  JWT_WORDS,
  KEY_ADJECTIVES,
  KEY_NOUNS,
  SECRET_NOUNS,
  TOKEN_WORDS,
} from './secret-words.ts';

/** A text that repeats its own name is a label, a header or the name of a variable. */
export function repeatsName(value: string, path: readonly string[]): boolean {
  const own = letters(value);
  return own === letters(path.at(-1) ?? '') || own === letters(path.join(''));
}

/** `jwt: { key: 'JWT' }`, `jwtSecretRow.key = 'jwtSecret'`: the key is what its owner is called by. */
export function namesOwner(value: string, path: readonly string[]): boolean {
  const own = letters(value);
  if (own === '' || !/^key$/i.test(path.at(-1) ?? '')) return false;
  return path.slice(0, -1).some((_, i) => letters(path.slice(i, -1).join('')).startsWith(own));
}

/** A word or a few, as keys of maps, claims and headers are. */
const WORDS = /^\p{L}{2,24}(?:[ _.:-]\p{L}{1,24}){0,4}$/u;
const QUALIFIERS = [JWT_WORDS, TOKEN_WORDS, KEY_ADJECTIVES, SECRET_NOUNS, FILLER_WORDS];

/**
 * `JWT_ACCOUNT_KEY = 'acct'`, `authorizationKey = 'Authorization'`: the key under which something is found. What stands before the noun
 * says of no secret, and the value is made of words, none of which does either.
 */
export function isLookUpKey(value: string, path: readonly string[]): boolean {
  const name = splitWords(path.at(-1) ?? '');
  if (name.length < 2 || !KEY_NOUNS.has(name.at(-1) ?? '') || !WORDS.test(value)) return false;
  const before = name.slice(0, -1);
  if (before.some(saysSecret)) return false;
  if (letters(value) === letters(before.join(''))) return true;
  if (QUALIFIERS.some((words) => words.has(before.at(-1) ?? ''))) return false;
  return !splitWords(value).some((word) => saysSecret(word) || KEY_NOUNS.has(word));
}

const SAYS_SECRET =
  /^(?:pass\w{0,20}|pwd|change\w{0,10}|replace|default|example|test|sign|signing|signature|private)$/;

function saysSecret(word: string): boolean {
  return SECRET_NOUNS.has(word) || SAYS_SECRET.test(word);
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
