import { Memo } from './memo.ts';
import {
  ABOUT_WORDS,
  BOUNDARIES,
  CLIENT_METHODS,
  FILLER_WORDS,
  JWT_PHRASES,
  JWT_WORDS,
  KEY_ADJECTIVES,
  KEY_NOUNS,
  KEY_SPOILERS,
  NEUTRAL_SEGMENTS,
  OTHER_PURPOSES,
  SECRET_NOUNS,
  SESSION_WORDS,
  TALK_WORDS,
  TEXT_PARENTS,
  TOKEN_WORDS,
  VENDORS,
} from './secret-words.ts';

/**
 * What the name of a value says about it.
 *
 * - `jwt-secret`: signs or verifies JSON Web Tokens
 * - `generic-secret`: some secret; a JWT secret only if code uses it so
 * - `other`: no secret, the secret of something else, or a value that only talks about a secret
 */
export type NameClass = 'jwt-secret' | 'generic-secret' | 'other';

/** The name that a literal key of a call gets in languages we only read as text. */
const JWT_CALLS: ReadonlySet<string> = new Set(['jwt.sign', 'jwt.verify', 'jwt.encode', 'jwt.decode']);
const MAX_NAME = 200;
const MAX_PARENTS = 4;

const verdicts = new Memo<NameClass>();
const telling = new Memo<boolean>();

/** Whether a name stands for the place of a value in a call: the value has none of its own. */
export function isCallName(name: string): boolean {
  return JWT_CALLS.has(name);
}

/** Judge a name by its last segment, with the segments above it as context. */
export function classifyName(keyPath: readonly string[]): NameClass {
  if (keyPath.some((segment) => segment.length > MAX_NAME)) return 'other';
  const segments = relevantSegments(keyPath);
  if (!mayTell(segments.at(-1) ?? '')) return 'other';
  return verdicts.get(keyPath.join('\0'), () => classify(keyPath, segments));
}

/** Whether a name can be more than `other`, whatever stands above it. */
function mayTell(name: string): boolean {
  return telling.get(name, (own) =>
    splitWords(own).some((word) => isNoun(word) || isJwt(word) || isIn(TOKEN_WORDS, word)),
  );
}

function classify(keyPath: readonly string[], segments: readonly string[]): NameClass {
  const last = segments.at(-1);
  // Rules of linters and names of schemes: `jwt-secrets/no-shared-secret`, `jwtSecrets/v1`.
  if (last?.includes('/')) return 'other';
  if (last === undefined) return 'other';
  const parents = parentWords(segments.slice(0, -1));
  if (keyPath.length === 1 && JWT_CALLS.has(last)) return 'jwt-secret';
  if (parents.some((words) => words.length === 1 && isIn(TEXT_PARENTS, words[0]))) return 'other';

  const name = splitWords(last);
  const noun = lastIndex(name, isNoun);
  if (noun >= 0) return classifyNoun(name, noun, parents);
  // `secrets: { jwt: … }`, `jwtSecrets: { access: … }`
  const above = parents[0] ?? [];
  const isQualifier = name.length > 0 && name.every((word) => isJwt(word) || isIn(TOKEN_WORDS, word));
  if (isQualifier && isNoun(above.at(-1)))
    return classifyNoun([...name, ...above], name.length + above.length - 1, parents.slice(1));
  if (isPassword(name)) return 'jwt-secret';
  return isJwt(name[0]) && /^sign(?:ature)?$/.test(name.at(-1) ?? '') ? 'generic-secret' : 'other';
}

function classifyNoun(
  name: readonly string[],
  noun: number,
  parents: readonly (readonly string[])[],
): NameClass {
  if (JWT_PHRASES.some((phrase) => endsWith(name, phrase))) return 'jwt-secret';
  if (CLIENT_METHODS.some((phrase) => endsWith(name, phrase))) return 'other';
  if (isAboutSecret(name, noun)) return 'other';
  const isKey = isIn(KEY_NOUNS, name[noun]);
  const adjective = isKey ? (name[noun - 1] ?? '') : '';
  if (isKey && isIn(KEY_SPOILERS, adjective)) return 'other';
  const isSecretKey = !isKey || isIn(KEY_ADJECTIVES, adjective) || isIn(SECRET_NOUNS, adjective);

  const jwt = lastIndex(name, isJwt);
  if (jwt >= 0) return name.slice(jwt, noun).some(isOtherPurpose) ? 'other' : 'jwt-secret';
  if (name.some(isOtherPurpose) || isAccessKey(name)) return 'other';
  const above = purposeAbove(parents);
  if (above === 'jwt') return 'jwt-secret';
  if (above === 'other') return 'other';

  const core = isSecretKey && isKey ? noun - 1 : noun;
  const beforeNoun = name[core - 1] ?? (core === 0 ? parents[0]?.at(-1) : undefined);
  const isSession = [...name, ...parents.flat()].some((word) => isIn(SESSION_WORDS, word));
  if (isSession) return isIn(TOKEN_WORDS, beforeNoun) || name.includes('better') ? 'generic-secret' : 'other';
  if (isSecretKey && isTokenSecret(name, core, beforeNoun, above)) return 'jwt-secret';
  if (isSecretKey) return 'generic-secret';
  return isIn(TOKEN_WORDS, beforeNoun) ? 'generic-secret' : 'other';
}

/** `ACCESS_KEY_ID`, `accessKeySecret`: the pair that clouds hand out. */
function isAccessKey(name: readonly string[]): boolean {
  return name.some((word, index) => word === 'access' && name[index + 1] === 'key');
}

/** `TOKEN_SECRET`, `auth: { secret }`, `tokenHmacSecretKey`; but not `AUTH_KEY`, which names anything. */
function isTokenSecret(
  name: readonly string[],
  core: number,
  before: string | undefined,
  above: 'token' | null,
): boolean {
  const word = name[core];
  if (word === 'auth' || word === 'app' || word === 'application' || word === 'token') return false;
  if (isIn(TOKEN_WORDS, before)) return true;
  const qualifiers = name.slice(0, core);
  if (qualifiers.at(-1) === 'hmac' || word === 'signing' || word === 'private') {
    if (qualifiers.some((item) => isIn(TOKEN_WORDS, item))) return true;
  }
  return above === 'token' && qualifiers.every((item) => item === 'hmac' || item === 'my');
}

function isAboutSecret(name: readonly string[], noun: number): boolean {
  if (isIn(TALK_WORDS, name[0]) && noun > 0) return true;
  if (name.includes('process')) return true;
  return name
    .slice(noun + 1)
    .some((word) => isIn(ABOUT_WORDS, word) || word === 'public' || isOtherPurpose(word));
}

/** The nearest parent that says what the value is for. */
function purposeAbove(parents: readonly (readonly string[])[]): 'jwt' | 'token' | 'other' | null {
  let found: 'token' | null = null;
  for (const words of parents) {
    if (words.some(isJwt)) return 'jwt';
    if (words.some(isOtherPurpose)) return 'other';
    if (words.some((word) => isIn(TOKEN_WORDS, word))) found = 'token';
  }
  return found;
}

/** Whether a name, such as that of a file, says JWT. */
export function isAboutJwt(name: string): boolean {
  return splitWords(name).some(isJwt);
}

function isPassword(name: readonly string[]): boolean {
  const last = name.at(-1);
  return isJwt(name.at(-2)) && (last === 'password' || last === 'pass' || last === 'pwd');
}

function isNoun(word: string | undefined): boolean {
  return isIn(SECRET_NOUNS, word) || isIn(KEY_NOUNS, word);
}

function isJwt(word: string | undefined): boolean {
  return isIn(JWT_WORDS, word);
}

function isOtherPurpose(word: string): boolean {
  return isIn(OTHER_PURPOSES, word) || isIn(VENDORS, word);
}

function isIn(table: ReadonlySet<string>, word: string | undefined): boolean {
  if (word === undefined || word === '') return false;
  return table.has(word) || table.has(word.replace(/\d{1,20}$/, ''));
}

function lastIndex(words: readonly string[], test: (word: string) => boolean): number {
  return words.findLastIndex((word) => test(word));
}

function endsWith(words: readonly string[], phrase: readonly string[]): boolean {
  const start = words.length - phrase.length;
  return start >= 0 && phrase.every((word, index) => words[start + index] === word);
}

/* ------------------------------------------------------------------ segments and words */

function relevantSegments(keyPath: readonly string[]): readonly string[] {
  let end = keyPath.length;
  while (end > 1 && isNeutral(keyPath[end - 1] ?? '')) end--;
  return keyPath.slice(Math.max(0, end - 1 - 2 * MAX_PARENTS), end);
}

function isNeutral(segment: string): boolean {
  return /^\d{1,9}$/.test(segment) || NEUTRAL_SEGMENTS.has(segment.toLowerCase());
}

/** Words of the parents, nearest first, up to a segment under which names mean the same everywhere. */
function parentWords(parents: readonly string[]): readonly (readonly string[])[] {
  const found: (readonly string[])[] = [];
  for (const segment of parents.toReversed()) {
    if (found.length === MAX_PARENTS || BOUNDARIES.has(segment.toLowerCase())) break;
    if (!isNeutral(segment)) found.push(splitWords(segment));
  }
  return found;
}

const WORD =
  /\d{1,20}[fF][aA](?!\p{L})|\p{Lu}{2,200}(?!\p{Ll})\d{0,20}|\p{Lu}?\p{Ll}{1,200}\d{0,20}|\p{Lu}\d{0,20}|\p{Lo}{1,200}/gu;
const ACRONYMS = /OAuth|(?<!\p{L})oAuth|NextAuth|AuthJS|JWTs|JsonWebToken|JSONWebToken/gu;

const splits = new Memo<readonly string[]>();

/** `jwtSecretKey2`, `JWT_SECRET_KEY`, `jwt-secret.key` → `['jwt', 'secret', 'key']`. */
export function splitWords(name: string): readonly string[] {
  return splits.get(name, split);
}

function split(name: string): readonly string[] {
  const plain = name
    .slice(0, MAX_NAME)
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '');
  const cased = plain.replace(ACRONYMS, (word) => `_${word[0]}${word.slice(1).toLowerCase()}_`);
  const found: string[] = [];
  for (const [word] of cased.matchAll(WORD)) found.push(...splitCompound(word.toLowerCase()));
  return joinJsonWebToken(found);
}

function joinJsonWebToken(words: readonly string[]): readonly string[] {
  const start = words.findIndex(
    (word, i) => word === 'json' && words[i + 1] === 'web' && /^tokens?$/.test(words[i + 2] ?? ''),
  );
  return start < 0 ? words : [...words.slice(0, start), 'jsonwebtoken', ...words.slice(start + 3)];
}

const VOCABULARY: ReadonlySet<string> = new Set([
  ...JWT_WORDS, ...TOKEN_WORDS, ...SECRET_NOUNS, ...KEY_NOUNS, ...KEY_ADJECTIVES, ...SESSION_WORDS, ...FILLER_WORDS,
  ...[...OTHER_PURPOSES, ...VENDORS, ...ABOUT_WORDS, ...KEY_SPOILERS].filter((word) => word.length > 2),
  'password', 'webtoken',
]); // prettier-ignore

/** Lower-case compounds fall apart where all parts are known: `jwtsecret`, `clientsecret`; `monkey` stays whole. */
function splitCompound(word: string): readonly string[] {
  if (word.length < 6 || word.length > 40 || VOCABULARY.has(word)) return [word];
  const best: (readonly string[] | undefined)[] = [[]];
  for (let end = 1; end <= word.length; end++) {
    for (let start = Math.max(0, end - 16); start < end; start++) {
      const before = best[start];
      if (before === undefined || !VOCABULARY.has(word.slice(start, end))) continue;
      if (before.length + 1 < (best[end]?.length ?? 5)) best[end] = [...before, word.slice(start, end)];
    }
  }
  return best[word.length] ?? [word];
}
