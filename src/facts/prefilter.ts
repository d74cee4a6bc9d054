import { escape } from './escape.ts';
import { knownLibraries } from './javascript/libraries/index.ts';
import type { LibraryRegistry } from './javascript/libraries/registry.ts';
import { JWT_WORDS, KEY_ADJECTIVES, KEY_NOUNS, SECRET_NOUNS } from './secret-words.ts';
import { mayUseOtherSecrets } from './javascript/other-secrets.ts';
import { BARE_STARTS } from './text/bare-keys.ts';
import type { Words } from './word-search/automaton.ts';

/** Words that hold no other of the list: what they find, the others find as well. */
export function shortest(words: Iterable<string>): readonly string[] {
  const all = [...new Set(words)];
  return all.filter((word) => !all.some((other) => other !== word && word.includes(other)));
}

/**
 * Literals without one of which a file says nothing about JSON Web Tokens. Names of secrets are covered by the vocabulary
 * they are judged by, tokens by the ways base64 of a JSON object begins, keys by their armour, libraries by their modules.
 */
const NAME_WORDS: readonly string[] = shortest([
  ...JWT_WORDS, ...SECRET_NOUNS, 'token', 'authorization', 'segred', 'hemli', 'schlüssel',
]); // prettier-ignore
const KEY_JOINTS: readonly string[] = ['', '_', '-'];
/** `auth_private_key`, `accessSigningKey`: a key is a secret by the word before it. */
const SECRET_KEY = `(?:${[...KEY_ADJECTIVES].join('|')})[${KEY_JOINTS.join('')}]?(?:${shortest(KEY_NOUNS).join('|')})`;
/** Base64 of `{"`, and of `{` with a space, a line break or a tab before the first name; then the same encoded once more. */
const TOKEN_WORDS: readonly string[] = [
  'eyJ', 'eyAi', 'eyAg', 'ewoi', 'ewog', 'ewoJ', 'ewki', 'ewkJ', 'ew0K',
  'ZXlK', 'ZXlB', 'ZXdv', 'ZXdr', 'ZXcwS', 'QmVhcmVyIGV5',
]; // prettier-ignore
const KEY_WORDS: readonly string[] = [
  'PRIVATE KEY',
  'PUBLIC KEY-----',
  'BEGIN CERTIFICATE',
  'LS0tLS1CRUdJ',
  'kty',
  ...BARE_STARTS,
];

const anyOf = (words: readonly string[], flags: string): RegExp =>
  new RegExp(words.map(escape).join('|'), flags);

/** What a search by another program would look for. */
export const LITERALS: readonly string[] = shortest([...NAME_WORDS, ...TOKEN_WORDS, ...KEY_WORDS]);

const ANY_WORD = new RegExp([...LITERALS.map(escape), SECRET_KEY].join('|'), 'i');

const TOKENS_OR_KEYS = anyOf([...TOKEN_WORDS, ...KEY_WORDS], '');

/** Whether a file may hold any fact; false means that it need not be looked into. */
export function mayHoldFacts(text: string, libraries: LibraryRegistry = knownLibraries): boolean {
  return ANY_WORD.test(text) || libraries.isNamedIn(text);
}

/** The same words for a search in bytes, which says yes of all texts that {@link mayHoldFacts} says yes of. */
export function wordsOfFacts(libraries: LibraryRegistry): Words {
  const { words, pairs } = libraries.specifierWords((module) => !ANY_WORD.test(module));
  const secretKeys = { first: [...KEY_ADJECTIVES], joints: KEY_JOINTS, second: shortest(KEY_NOUNS) };
  return { words: [...LITERALS, ...words], pairs: [secretKeys, ...pairs] };
}

/** Whether a JavaScript file can matter to other files: by its JWT calls, or as the module that they take a key from. */
export function mayMatterElsewhere(text: string, libraries: LibraryRegistry = knownLibraries): boolean {
  return /jwt/i.test(text) || libraries.isNamedIn(text) || mayUseOtherSecrets(text);
}

/** Whether a text is worth searching for tokens and private keys. */
export function mayHoldTokensOrKeys(text: string): boolean {
  return TOKENS_OR_KEYS.test(text);
}
