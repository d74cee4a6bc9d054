import { classifyName, type NameClass } from '../secret-names.ts';
import type { Span } from '../model.ts';
import { enclosingNames } from './enclosing.ts';

/** An occurrence of a secret's name in a text, and what the name says. */
export interface NameOccurrence {
  readonly name: string;
  readonly keyPath: readonly string[];
  readonly span: Span;
  readonly says: Exclude<NameClass, 'other'>;
}

/** Every name that `classifyName` knows has one of these in it. */
const WORD =
  /secret|segred|sekret|geheim|hemli|hemme|key|clave|chave|cl[eé]f?(?![a-z])|schl|sleutel|chiave|nyckel|n[oø]kkel|n[oø]gle|klucz|anahtar|kunci|gizli|rahasia|salaisuus|titok|tajn|tajemn|avain|kulcs|passphrase|jwt|секрет|ключ|[密秘私]|비밀|시크릿|סוד/i;
const WORDS = new RegExp(WORD, 'gi');
const MAX_NAME = 120;
const SECTION = /^[ \t]{0,20}\[{1,2}([\w."' :-]{1,100})\]{1,2}[ \t]{0,20}\r?$/gm;

/** Whether the name of a secret may stand in a text. */
export function mayHoldNames(text: string): boolean {
  return WORD.test(text);
}

/** Walk over the names of secrets in a text, in order, with the `[section]` of INI and TOML files as part of their path. */
export function* namesOf(text: string, inBrackets: boolean = false): Generator<NameOccurrence> {
  const sections = sectionsOf(text);
  const known = new Map<string, NameClass>();
  let behind = 0;
  let section = -1;
  let tried = 0;
  for (const match of text.matchAll(WORDS)) {
    if (match.index < behind) continue;
    const own = identifierAround(text, match.index, match.index + match[0].length);
    const span: Span = [own[0] - sectionBefore(text, own[0]), own[1]];
    behind = span[1];
    while (section + 1 < sections.length && (sections[section + 1]?.at ?? 0) < span[0]) section++;
    const name = text.slice(...span);
    const keyPath = [...(sections[section]?.path ?? []), ...name.split(/[.:]/).filter((part) => part !== '')];
    const says = judge(keyPath, known);
    const isTried = inBrackets && says !== 'jwt-secret' && isSetAt(text, span[1]) && ++tried <= MAX_OUTER;
    const outer = isTried ? pathInBrackets(text, keyPath, span, known) : null;
    if (outer !== null) yield { name, keyPath: outer, span, says: 'jwt-secret' };
    else if (says !== 'other') yield { name, keyPath, span, says };
  }
}

/** How long the sections are that stand before a name in quotes: `"Jwt:Key"`. */
function sectionBefore(text: string, start: number): number {
  if (text[start - 1] !== ':') return 0;
  return /["']((?:\w{1,60}:){1,4})$/.exec(text.slice(Math.max(0, start - 200), start))?.[1]?.length ?? 0;
}

const IS_SET = /["'`]?\]?[ \t]{0,40}(?:=>|:(?!:)|=(?![=~]))/y;

/** Names of one text for which it is looked up what they stand in. */
const MAX_OUTER = 5000;

function isSetAt(text: string, at: number): boolean {
  IS_SET.lastIndex = at;
  return IS_SET.test(text);
}

/** `JWT = { "SIGNING_KEY": … }`: a name that only says with what it stands in that it is a JWT secret's. */
function pathInBrackets(
  text: string,
  keyPath: readonly string[],
  [start]: Span,
  known: Map<string, NameClass>,
): readonly string[] | null {
  if (keyPath.length > 1) return null;
  const path = [...enclosingNames(text, start), ...keyPath];
  return path.length > 1 && judge(path, known) === 'jwt-secret' ? path : null;
}

function judge(keyPath: readonly string[], known: Map<string, NameClass>): NameClass {
  const key = keyPath.join('\0');
  const cached = known.get(key);
  if (cached !== undefined) return cached;
  const says = classifyName(keyPath);
  if (known.size < 2000) known.set(key, says);
  return says;
}

function sectionsOf(text: string): readonly { at: number; path: readonly string[] }[] {
  if (!text.includes('[')) return [];
  return Array.from(text.matchAll(SECTION), (match) => ({
    at: match.index,
    path: (match[1] ?? '').replace(/["' ]/g, '').split('.'),
  }));
}

function identifierAround(text: string, from: number, to: number): Span {
  let start = from;
  let end = to;
  while (start > 0 && from - start < MAX_NAME && isNameChar(text.charCodeAt(start - 1))) start--;
  while (end < text.length && end - to < MAX_NAME && isNameChar(text.charCodeAt(end))) end++;
  if (start < from && isEscape(text, start - 1)) start++;
  while (start < from && /[.\-$]/.test(text[start] ?? '')) start++;
  while (end > to && /[.\-$]/.test(text[end - 1] ?? '')) end--;
  return [start, end];
}

/** `\n` and its like before a name are none of it. */
function isEscape(text: string, at: number): boolean {
  return text[at] === '\\' && text[at - 1] !== '\\' && /[nrt]/.test(text[at + 1] ?? '');
}

function isNameChar(code: number): boolean {
  const isWord = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57);
  // `_`, `-`, `.`, `$`, and letters beyond ASCII without the punctuation of Latin-1 and of CJK
  return (
    isWord ||
    code === 95 ||
    code === 45 ||
    code === 46 ||
    code === 36 ||
    (code >= 0xc0 && (code < 0x2000 || code >= 0x3040) && code < 0xff00)
  );
}
