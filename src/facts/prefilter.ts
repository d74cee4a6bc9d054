import { libraries } from './javascript/libraries/index.ts';

/**
 * Literals without one of which a file says nothing about JSON Web Tokens. Names of secrets are covered by
 * their words, tokens by `eyJ` (base64url of `{"`), keys by their armour, libraries by their modules.
 */
const NAME_WORDS: readonly string[] = [
  'jwt', 'jws', 'secret', 'segred', 'token', 'signing', 'sign_key', 'signkey', 'auth_key', 'authkey', 'webtoken', 'clave', 'chave', 'geheim',
]; // prettier-ignore
const TOKEN_WORDS: readonly string[] = ['eyJ', 'ZXlK'];
const KEY_WORDS: readonly string[] = ['PRIVATE KEY', 'LS0tLS1CRUdJ', '"kty"', "'kty'", 'kty:', 'kty\\'];

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const anyOf = (words: readonly string[], flags: string): RegExp =>
  new RegExp(words.map(escape).join('|'), flags);

/** A module's name as a specifier: quoted, with Deno's `npm:` and version if any. */
const asSpecifier = (names: readonly string[]): RegExp =>
  new RegExp(`["'\`:](?:${names.map(escape).join('|')})["'\`@]`);

const ANY_WORD = anyOf([...NAME_WORDS, 'private key', 'ls0tls1crudj', 'kty', 'eyj', 'zxlk'], 'i');
const MODULES = asSpecifier(libraries.flatMap((library) => library.modules));
const CODE_NAMES = /jwt|jws|secret|segred|signing/i;
const TOKENS_OR_KEYS = anyOf([...TOKEN_WORDS, ...KEY_WORDS], '');

/** Whether a file may hold any fact; false means it need not be decoded. Works on Latin-1 text of the bytes. */
export function mayHoldFacts(text: string): boolean {
  return ANY_WORD.test(text) || MODULES.test(text);
}

/** Whether a JavaScript file is worth parsing: it names a JWT library or a secret. */
export function mayHoldJavaScriptFacts(text: string): boolean {
  return CODE_NAMES.test(text) || MODULES.test(text);
}

/** Whether a text is worth searching for tokens and private keys. */
export function mayHoldTokensOrKeys(text: string): boolean {
  return TOKENS_OR_KEYS.test(text);
}
