import { decodeBase64, utf8 } from '../../jwt/base64.ts';
import type { Span } from '../model.ts';

/** A block in PEM armour: RFC 7468. */
export interface Armoured {
  readonly span: Span;
  /** `RSA PRIVATE KEY`, `PUBLIC KEY`, `CERTIFICATE` … */
  readonly label: string;
  /** The body, freed from all that is around its lines. */
  readonly base64: string;
  /** The lines of the body as they are written: a program that takes the text for a secret takes them so. */
  readonly lines: readonly string[];
  /** The headers of RFC 1421 say so. */
  readonly encrypted: boolean;
}

const BEGIN =
  /-----BEGIN ((?:(?:RSA|EC|DSA|OPENSSH|ENCRYPTED) )?PRIVATE KEY|(?:RSA )?PUBLIC KEY|CERTIFICATE)-----/g;
/** Base64 of `-----BEGIN`. */
const WRAPPED_BEGIN = /LS0tLS1CRUdJTi/g;
/** A 16384-bit RSA key with encryption headers, indented and quoted, is well below this. */
const MAX_BLOCK = 64 * 1024;

/** All blocks of a text: over several lines, on one line with escapes, in comments, in pieces of string literals, and wrapped in base64. */
export function findArmoured(text: string): Armoured[] {
  return [
    ...(text.includes('-----BEGIN') ? findPlain(text) : []),
    ...(text.includes('LS0tLS1CRUdJTi') ? findWrapped(text) : []),
  ];
}

/** The block in the lines of 64 characters that every parser takes: RFC 7468 section 2. */
export function pemText({ label, base64 }: Pick<Armoured, 'label' | 'base64'>): string {
  return armoured(label, base64.match(/.{1,64}/g) ?? []);
}

/** The block in the lines in which it is written. */
export function writtenText({ label, lines }: Armoured): string {
  return armoured(label, lines);
}

function armoured(label: string, lines: readonly string[]): string {
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`].join('\n');
}

function findPlain(text: string): Armoured[] {
  const found: Armoured[] = [];
  for (const match of text.matchAll(BEGIN)) {
    const block = blockAt(text, match.index, match[0], match[1] ?? '');
    if (block !== null) found.push(block);
  }
  return found;
}

function blockAt(text: string, start: number, begin: string, label: string): Armoured | null {
  const bodyStart = start + begin.length;
  const window = text.slice(bodyStart, bodyStart + MAX_BLOCK);
  const endMark = begin.replace('BEGIN', 'END');
  const bodyEnd = window.indexOf('-----');
  if (bodyEnd < 0 || !window.startsWith(endMark, bodyEnd)) return null;
  const body = readBody(window.slice(0, bodyEnd));
  return body && { ...body, label, span: [start, bodyStart + bodyEnd + endMark.length] };
}

/* ------------------------------------------------------------------ bodies */

/** `Proc-Type: 4,ENCRYPTED`, `DEK-Info: …` of RFC 1421. */
const HEADER_LINE = /^[A-Z][A-Za-z-]{2,30}: /;

/** The base64 of an armoured body, freed from escapes, quotes, comment marks and RFC 1421 headers; null where it is something else. */
function readBody(raw: string): Pick<Armoured, 'base64' | 'lines' | 'encrypted'> | null {
  const lines: string[] = [];
  let encrypted = false;
  for (const line of raw.split(/\\{1,4}[nr]|[\r\n]/)) {
    const piece = stripLine(line);
    if (HEADER_LINE.test(piece)) encrypted ||= /ENCRYPTED|DEK-Info/.test(piece);
    else if (piece !== '') lines.push(piece);
  }
  const base64 = lines.join('');
  return /^[A-Z0-9+/]{16,}={0,2}$/i.test(base64) ? { base64, lines, encrypted } : null;
}

function stripLine(line: string): string {
  const bare = line
    .trim()
    .replace(/^(?:[#*>|;]{1,3}|\/\/(?=\s|$)|--)\s{0,40}/, '')
    .replace(/^[+.,&]?\s{0,40}["'`]/, '')
    .replace(/["'`]\s{0,40}[+.,;&)\]\\]{0,3}$/, '')
    .replace(/\\$/, '');
  if (/^[\s"'`+.,;&()[\]\\]*$/.test(bare)) return '';
  return HEADER_LINE.test(bare) ? bare : bare.replace(/\s/g, '');
}

/* ------------------------------------------------------------------ wrapped once more */

/** Blocks that are base64-encoded once more, as in environment variables. */
function findWrapped(text: string): Armoured[] {
  const found: Armoured[] = [];
  let from = 0;
  for (;;) {
    WRAPPED_BEGIN.lastIndex = from;
    const start = WRAPPED_BEGIN.exec(text)?.index;
    if (start === undefined) return found;
    const end = wrappedEnd(text, start);
    found.push(...unwrap(text.slice(start, end)).map((block) => ({ ...block, span: [start, end] as const })));
    from = end;
  }
}

function unwrap(wrapped: string): readonly Armoured[] {
  const bytes = decodeBase64(wrapped.replace(/\\[nr]|\s/g, ''));
  const decoded = bytes === null ? null : utf8(bytes);
  return decoded === null ? [] : findPlain(decoded);
}

/** The end of the base64 run, which may go on over indented lines. */
function wrappedEnd(text: string, start: number): number {
  const run = /[\w+/-]+={0,2}/y;
  const lineBreak = /(?:\\n|\r?\n)[ \t]{0,64}(?=[A-Za-z0-9+/]{4,200}={0,2}(?:[\s"'`\\]|$))/y;
  let end = start;
  while (end - start < MAX_BLOCK) {
    run.lastIndex = end;
    if (!run.test(text)) break;
    end = run.lastIndex;
    lineBreak.lastIndex = end;
    const line = text.slice(Math.max(start, end - 60), end);
    if (line.length < 60 || /[=\s\\]/.test(line) || !lineBreak.test(text)) break;
    end = lineBreak.lastIndex;
  }
  return end;
}
