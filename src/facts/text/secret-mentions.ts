import { escape } from '../escape.ts';
import { inlinedName, mayInline } from '../javascript/exposure/names.ts';
import { shortest } from '../prefilter.ts';
import { Braces, type Stretch } from './braces.ts';
import { classifyName } from '../secret-names.ts';
import { JWT_WORDS, KEY_ADJECTIVES, KEY_NOUNS, SECRET_NOUNS, TOKEN_WORDS } from '../secret-words.ts';

/** Whether a value stands under the name of a JWT secret, by itself or with a name above it. Says yes too often, never too rarely. */
export function mayNameSecret(text: string): boolean {
  if (!NOUN.test(text)) return false;
  const { all, opening, valued } = mentionsIn(text);
  for (const name of valued.keys()) if (isJwtSecret([name])) return true;
  if (mayInline(text)) for (const name of all) if (isInlinedSecret(name)) return true;
  if (valued.size * opening.size > MAX_PAIRS) return true;
  for (const [name, places] of valued) {
    const last = places.at(-1)!;
    for (const [above, stretches] of opening) {
      // What the cheapest look refuses need not be judged.
      if (stretches[0]!.start > last || !isJwtSecret([above, name])) continue;
      if (stretches.some((stretch) => isAnyIn(places, stretch))) return true;
    }
  }
  return false;
}

function isAnyIn(places: readonly number[], stretch: Stretch): boolean {
  return places.some((place) => place >= stretch.start && place < stretch.end);
}

/**
 * The same for configuration: what only refers to a JWT secret may hand it on under another name, and names stand above each other
 * without any sign of it.
 */
export function mayReferToSecret(text: string): boolean {
  if (!NOUN.test(text)) return false;
  const { all, valued } = mentionsIn(text);
  return isAnySecret(all) || isAnyBelow(valued, all, isJwtSecret);
}

/** Whether the name of a JWT secret stands in a text, by itself or together with another. */
export function mayMentionSecret(text: string): boolean {
  const names = new Set([...namesIn(text)].map(({ name }) => name));
  return isAnySecret(names) || isAnyBelow(names, names, isJwtSecret);
}

/** Whether a value stands under the name of any secret. */
export function mayNameAnySecret(text: string): boolean {
  const { all, valued } = mentionsIn(text);
  const isSecret = (path: readonly string[]): boolean => classifyName(path) !== 'other';
  return [...valued.keys()].some((name) => isSecret([name])) || isAnyBelow(valued, all, isSecret);
}

function isAnySecret(names: Iterable<string>): boolean {
  for (const name of names) if (isJwtSecret([name]) || isInlinedSecret(name)) return true;
  return false;
}

interface Names {
  readonly size: number;
  keys(): Iterable<string>;
}

function isAnyBelow(names: Names, above: Names, accepts: (path: readonly string[]) => boolean): boolean {
  if (names.size * above.size > MAX_PAIRS) return true;
  for (const name of names.keys()) for (const one of above.keys()) if (accepts([one, name])) return true;
  return false;
}

/** Pairs beyond this are not tried. */
const MAX_PAIRS = 2500;

const VOCABULARY = shortest([...JWT_WORDS, ...TOKEN_WORDS, ...SECRET_NOUNS, ...KEY_NOUNS, 'pass', 'pwd']);

/** Letters beyond ASCII, without signs, punctuation and emoji. */
const WIDE = String.raw`[\u00c0-\u1fff\u2c00-\ud7ff\uf900-\ufdff\uff00-\uffef]`;

/** What a name of interest holds: a word of the vocabulary or, for those of other scripts and with accents, letters beyond ASCII. */
const WORD = new RegExp([...VOCABULARY.filter(isAscii).map(escape), `${WIDE}+`].join('|'), 'gi');
const ANY_WORD = new RegExp(VOCABULARY.map(escape).join('|'), 'i');

/** What no name of a JWT secret is without: a noun for a secret, a key of some kind, or the word itself. */
const NOUN = new RegExp(
  [
    ...shortest([...JWT_WORDS, ...SECRET_NOUNS]).filter(isAscii),
    'json[_-]?web',
    String.raw`(?:${[...KEY_ADJECTIVES].join('|')})[\d_-]{0,20}(?:${shortest(KEY_NOUNS).join('|')})`,
    WIDE,
  ].join('|'),
  'i',
);

function isAscii(word: string): boolean {
  return /^[\x21-\x7e]+$/.test(word);
}

/**
 * What stands between a name and its value: `name:`, `'name' =`, `name!: string =`; but `name?: Type`, `name: Type;` and `name: string`
 * are types.
 */
const VALUE_FOLLOWS =
  /(?!['"`]?\?\s{0,20}:[^=;,)}\n]{0,100}[;,)}\n]|['"`]?\s{0,20}:\s{0,20}[A-Z][\w$.<>[\]| ]{0,100};)['"`\])?!]{0,3}\s{0,20}(?:\|\||\?\?)?[:=](?![=>])(?!\s{0,4}(?:string|number|boolean|unknown|any|undefined|null|true|false|\d{1,20})\s{0,4}[;,)}\n'"`&])/y;

/** What stands between a name and those below it: `name: {`, `name: Type = {`. */
const NAMES_FOLLOW =
  /['"`\])?!]{0,3}\s{0,20}(?::[^=;{}()\n]{1,200})?[:=]\s{0,20}(?:<[^<>]{1,100}>|\(|\s){0,8}\{/y;
/** The same for a name that is an argument: `set('name', {`, `registerAs('name', () => ({`. */
const OBJECT_FOLLOWS = /(?<=[(,]\s{0,20}['"`][\w.-]{1,240})['"`]\s{0,20},\s{0,20}\(?\{/y;
const FUNCTION_FOLLOWS =
  /(?<=registerAs\s{0,4}\(\s{0,20}['"`][\w.-]{1,240})['"`]\s{0,20},\s{0,20}(?:async\s{0,4})?\(/y;

/** `name: secret` and `"key": "secret"`, with the value on a line of its own: what stands before the name. */
const NAME_OF_PAIR = /(?<=(?:name|key|id|variable)["']?\s{0,4}[:=]\s{0,4}["']?)/iy;

interface Mentions {
  readonly all: ReadonlySet<string>;
  /** Those that other names may stand below, and where. */
  readonly opening: ReadonlyMap<string, readonly Stretch[]>;
  /** Those that are given a value, and where. */
  readonly valued: ReadonlyMap<string, readonly number[]>;
}

function mentionsIn(text: string): Mentions {
  const all = new Set<string>();
  const opening = new Map<string, Stretch[]>();
  const valued = new Map<string, number[]>();
  const braces = new Braces(text);
  for (const { name, start, end } of namesIn(text)) {
    all.add(name);
    const sign = signBehind(text, end);
    const bracket = bracketBehind(text, end, sign);
    const isValued =
      (isAssignment(sign) && followsAt(VALUE_FOLLOWS, text, end)) || followsAt(NAME_OF_PAIR, text, start);
    if (bracket === null && !isValued) continue;
    const stretch = bracket === null ? { start, end } : braces.after(bracket);
    if (text[start - 1] === '.')
      for (const above of namesBefore(text, start - 1)) add(opening, above, stretch);
    if (bracket !== null) add(opening, name, stretch);
    if (isValued) add(valued, name, start);
  }
  return { all, opening, valued };
}

/** The first character behind a name that is no quote, closing bracket or space: most tell that neither value nor names follow. */
function signBehind(text: string, end: number): string | undefined {
  let at = end;
  while (at < end + MAX_SPACE && BETWEEN.has(text[at]!)) at++;
  return text[at];
}

const BETWEEN: ReadonlySet<string> = new Set(`'"\`])?! \t\n\r`);
const MAX_SPACE = 24;

function isAssignment(sign: string | undefined): boolean {
  return sign === ':' || sign === '=' || sign === '|';
}

/** The bracket that opens what stands below a name. */
function bracketBehind(text: string, end: number, sign: string | undefined): number | null {
  const patterns = isAssignment(sign)
    ? [NAMES_FOLLOW]
    : sign === ','
      ? [OBJECT_FOLLOWS, FUNCTION_FOLLOWS]
      : [];
  const found = patterns.find((pattern) => followsAt(pattern, text, end));
  return found === undefined ? null : found.lastIndex - 1;
}

/** The names in a text that a secret, or what stands above it, may have. */
function* namesIn(text: string): Iterable<{ name: string; start: number; end: number }> {
  WORD.lastIndex = 0;
  for (let found = WORD.exec(text); found; found = WORD.exec(text)) {
    const { index } = found;
    const start = startOfName(text, index);
    const end = endOfName(text, index);
    WORD.lastIndex = end;
    if (end - start > MAX_NAME) continue;
    const name = text.slice(start, end);
    if (text.charCodeAt(index) < 0x80 || isOfInterest(name)) yield { name, start, end };
  }
}

function add<T>(map: Map<string, T[]>, name: string, value: T): void {
  const known = map.get(name);
  if (known) known.push(value);
  else map.set(name, [value]);
}

/** Most letters beyond ASCII stand in sentences; a name is short, and holds one of our words without its accents. */
function isOfInterest(name: string): boolean {
  return name.length <= MAX_WIDE_NAME && ANY_WORD.test(name.normalize('NFKD').replace(/\p{Mn}/gu, ''));
}

const MAX_WIDE_NAME = 60;

function followsAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** The path before a name: `config.jwt` of `config.jwt.secret`. */
function namesBefore(text: string, dot: number): readonly string[] {
  const start = text.slice(Math.max(0, dot - MAX_NAME), dot);
  return /[\w$?!.]{1,200}$/.exec(start)?.[0].split(/[?!.]+/) ?? [];
}

const MAX_NAME = 200;

function startOfName(text: string, index: number): number {
  let start = index;
  while (start > 0 && index - start <= MAX_NAME && isNamePart(text.charCodeAt(start - 1))) start--;
  return start;
}

function endOfName(text: string, index: number): number {
  let end = index + 1;
  while (end < text.length && isNamePart(text.charCodeAt(end))) end++;
  return end;
}

/** Letters, digits, `_`, `$`, `-`, and all beyond ASCII. */
function isNamePart(code: number): boolean {
  if (code >= 0x80) return true;
  const lower = code | 0x20;
  return (
    (lower >= 0x61 && lower <= 0x7a) ||
    (code >= 0x30 && code <= 0x39) ||
    code === 0x5f ||
    code === 0x24 ||
    code === 0x2d
  );
}

function isJwtSecret(path: readonly string[]): boolean {
  return classifyName(path) === 'jwt-secret';
}

function isInlinedSecret(name: string): boolean {
  const inlined = inlinedName(name);
  return inlined !== null && isJwtSecret([inlined.rest]);
}
