import { escape } from '../escape.ts';
import { inlinedName } from '../javascript/exposure/names.ts';
import { shortest } from '../prefilter.ts';
import { Braces, type Stretch } from './braces.ts';
import { classifyName } from '../secret-names.ts';
import { JWT_WORDS, KEY_NOUNS, SECRET_NOUNS, TOKEN_WORDS } from '../secret-words.ts';

/** Whether a value stands under the name of a JWT secret, by itself or with a name above it. Says yes too often, never too rarely. */
export function mayNameSecret(text: string): boolean {
  const { all, opening, valued } = mentionsIn(text);
  for (const name of valued.keys()) if (isJwtSecret([name])) return true;
  for (const name of all) if (isInlinedSecret(name)) return true;
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
  const { all, valued } = mentionsIn(text);
  for (const name of all) if (isJwtSecret([name]) || isInlinedSecret(name)) return true;
  if (valued.size * all.size > MAX_PAIRS) return true;
  for (const name of valued.keys()) for (const above of all) if (isJwtSecret([above, name])) return true;
  return false;
}

/** Pairs beyond this are not tried. */
const MAX_PAIRS = 2500;

const VOCABULARY = shortest([...JWT_WORDS, ...TOKEN_WORDS, ...SECRET_NOUNS, ...KEY_NOUNS, 'pass', 'pwd']);

/** What a name of interest holds: a word of the vocabulary or, for those of other scripts and with accents, letters beyond ASCII. */
const WORD = new RegExp(
  [...VOCABULARY.filter(isAscii).map(escape), String.raw`[\u0080-\uffff]+`].join('|'),
  'gi',
);
const ANY_WORD = new RegExp(VOCABULARY.map(escape).join('|'), 'i');

function isAscii(word: string): boolean {
  return /^[\x21-\x7e]+$/.test(word);
}

/** What stands between a name and its value: `name:`, `'name' =`, `name?: string =`; but `name: string;` is a type. */
const VALUE_FOLLOWS =
  /['"`\])?!]{0,3}\s{0,20}(?:\|\||\?\?)?[:=](?![=>])(?!\s{0,4}(?:string|number|boolean|unknown|any|undefined|null|true|false|\d{1,20})\s{0,4}[;,)}\n])/y;

/** What stands between a name and those below it: `name: {`, `name: Type = {`, `registerAs('name', () => ({`. */
const NAMES_FOLLOW =
  /['"`\])?!]{0,3}\s{0,20}(?:(?::[^=;{}()\n]{1,200})?[:=]\s{0,20}(?:<[^<>]{1,100}>|\(|\s){0,8}\{|,\s{0,20}(?:(?:async\s{0,4})?\(|\{))/y;

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
  let end = 0;
  for (const { index } of text.matchAll(WORD)) {
    if (index < end) continue;
    const start = startOfName(text, index);
    end = endOfName(text, index);
    if (end - start > MAX_NAME) continue;
    const name = text.slice(start, end);
    if (text.charCodeAt(index) >= 0x80 && !isOfInterest(name)) continue;
    all.add(name);
    const below = followsAt(NAMES_FOLLOW, text, end) ? braces.after(NAMES_FOLLOW.lastIndex - 1) : null;
    if (text[start - 1] === '.')
      for (const above of namesBefore(text, start - 1)) add(opening, above, below ?? { start, end });
    if (below) add(opening, name, below);
    if (followsAt(VALUE_FOLLOWS, text, end) || isNameOfPair(text, start)) add(valued, name, start);
  }
  return { all, opening, valued };
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

/** `name: secret` and `"key": "secret"`, with the value on a line of its own. */
function isNameOfPair(text: string, start: number): boolean {
  return /(?:name|key|id|variable)["']?\s{0,4}[:=]\s{0,4}["']?$/i.test(
    text.slice(Math.max(0, start - 24), start),
  );
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
