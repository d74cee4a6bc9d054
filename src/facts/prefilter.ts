import { knownLibraries } from './javascript/libraries/index.ts';
import type { LibraryRegistry } from './javascript/libraries/registry.ts';
import { BARE_STARTS } from './text/bare-keys.ts';
import { mayHoldSplitTokens } from './javascript/split-tokens.ts';

/**
 * Literals without one of which a file says nothing about JSON Web Tokens. Names of secrets are covered by
 * their words, tokens by the ways base64 of a JSON object begins, keys by their armour, libraries by their modules.
 */
const NAME_WORDS: readonly string[] = [
  'jwt', 'jws', 'secret', 'segred', 'token', 'signing', 'sign_key', 'signkey', 'auth_key', 'authkey', 'webtoken', 'authorization', 'clave', 'chave', 'geheim', 'chiave', 'sekret', 'schluessel', 'schlüssel', 'sleutel', 'nyckel', 'klucz', 'anahtar', '密钥', '密鑰', '秘钥', '비밀키', 'ключ', 'passphrase',
]; // prettier-ignore
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

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

const anyOf = (words: readonly string[], flags: string): RegExp =>
  new RegExp(words.map(escape).join('|'), flags);

const ANY_WORD = anyOf([...NAME_WORDS, ...TOKEN_WORDS, ...KEY_WORDS], 'i');

/**
 * What code must hold for one of its names to be that of a JWT secret: a word for JWT, or a word for tokens near
 * one for secrets, as `classifyName` wants it; or a variable that the code sets, which other files may read.
 */
const JWT_NAMES =
  /jwt|jws|jwe|json_?web_?token|jose|hs(?:256|384|512)|secret_?or_?(?:private_?|public_?)?key|issuer_?signing_?key/i;
const SECRET_NOUNS =
  /secret|segred|geheim|hemlig|hemmel|sekret|tajn|rahasia|gizli|passphrase|chave|clave|chiave|schl(?:ue|ü)ssel|sleutel|nyckel|klucz|anahtar|[\u0400-\u04ff\u3400-\u9fff\uac00-\ud7af]/i;
const TOKEN_NEAR_SECRET =
  /(?:token|auth|access|refresh|bearer|payload)[\s\S]{0,200}?(?:secret|key|segred|geheim|hemlig|sekret|chave|clave)|secret[\s\S]{0,60}?(?:token|auth|access|refresh|bearer)/i;
const VARIABLE_WRITE = /process\.env[\w.'"[\]]{1,80}\s{0,4}(?:\|\||\?\?)?=[^=]/;
/** A function for tokens from the project's own module may be a library's, exported anew. */
const TOKEN_FUNCTION = /(?:sign|verif|decode)\w{0,20}token/i;
const OWN_IMPORT = /(?:from|require\()\s{0,4}['"][.@~#]/;
/** A log statement near something that must not stand in a log. */
const LOGGED =
  /(?:console|log(?:ger)?|winston|pino)\.\w{2,10}\([^\n]{0,120}(?:token|authorization|\.headers|process\.env\b|(?:response|res)\.data)/i;
const TOKENS_OR_KEYS = anyOf([...TOKEN_WORDS, ...KEY_WORDS], '');

/** Whether a file may hold any fact; false means it need not be decoded. Works on Latin-1 text of the bytes. */
export function mayHoldFacts(text: string, libraries: LibraryRegistry = knownLibraries): boolean {
  return ANY_WORD.test(text) || libraries.isNamedIn(text);
}

/** Whether a JavaScript file is worth parsing: it names a JWT library or a secret, or puts a token together. */
export function mayHoldJavaScriptFacts(text: string, libraries: LibraryRegistry = knownLibraries): boolean {
  if (JWT_NAMES.test(text) || libraries.isNamedIn(text) || VARIABLE_WRITE.test(text)) return true;
  if (SECRET_NOUNS.test(text) && TOKEN_NEAR_SECRET.test(text)) return true;
  if (LOGGED.test(text) || mayHoldSplitTokens(text)) return true;
  return TOKEN_FUNCTION.test(text) && OWN_IMPORT.test(text);
}

/** Whether a JavaScript file can matter to other files: by its JWT calls, or as the module that they take a key from. */
export function mayMatterElsewhere(text: string, libraries: LibraryRegistry = knownLibraries): boolean {
  return /jwt/i.test(text) || libraries.isNamedIn(text);
}

/** Whether a text is worth searching for tokens and private keys. */
export function mayHoldTokensOrKeys(text: string): boolean {
  return TOKENS_OR_KEYS.test(text);
}
