import { decodeBase64, utf8 } from '../../jwt/base64.ts';
import type { PrivateKeyFact } from '../model.ts';
import { type KeyFacts, readDerKey, readOpenSshKey } from './der.ts';
import { publishedIn } from './published-keys.ts';

const BEGIN = /-----BEGIN (?:(RSA|EC|DSA|OPENSSH|ENCRYPTED) )?PRIVATE KEY-----/g;
/** Base64 of `-----BEGIN`. */
const WRAPPED_BEGIN = /LS0tLS1CRUdJTi/g;
/** A 16384-bit RSA key with encryption headers, indented and quoted, is well below this. */
const MAX_PEM = 64 * 1024;

/** Private keys in PEM armour: over several lines, on one line with escapes, in comments and in pieces of string literals. */
export function findPemKeys(text: string): PrivateKeyFact[] {
  const found: PrivateKeyFact[] = [];
  for (const match of text.matchAll(BEGIN)) {
    const fact = pemAt(text, match.index, match[0], match[1] ?? '');
    if (fact !== null) found.push(fact);
  }
  return found;
}

/** PEM keys that are base64-encoded once more, as in environment variables. */
export function findWrappedPemKeys(text: string): PrivateKeyFact[] {
  const found: PrivateKeyFact[] = [];
  let from = 0;
  for (;;) {
    WRAPPED_BEGIN.lastIndex = from;
    const start = WRAPPED_BEGIN.exec(text)?.index;
    if (start === undefined) return found;
    const end = wrappedEnd(text, start);
    const inner = unwrap(text.slice(start, end));
    if (inner !== undefined) found.push({ ...inner, span: [start, end] });
    from = end;
  }
}

function unwrap(wrapped: string): PrivateKeyFact | undefined {
  const bytes = decodeBase64(wrapped.replace(/\\[nr]|\s/g, ''));
  const decoded = bytes === null ? null : utf8(bytes);
  return decoded === null ? undefined : findPemKeys(decoded)[0];
}

/** The end of the base64 run, which may go on over indented lines. */
function wrappedEnd(text: string, start: number): number {
  const run = /[\w+/-]+={0,2}/y;
  const lineBreak = /(?:\\n|\r?\n)[ \t]{0,64}(?=[A-Za-z0-9+/]{4,200}={0,2}(?:[\s"'`\\]|$))/y;
  let end = start;
  while (end - start < MAX_PEM) {
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

function pemAt(text: string, start: number, begin: string, label: string): PrivateKeyFact | null {
  const bodyStart = start + begin.length;
  const window = text.slice(bodyStart, bodyStart + MAX_PEM);
  const endMark = begin.replace('BEGIN', 'END');
  const bodyEnd = window.indexOf('-----');
  if (bodyEnd < 0 || !window.startsWith(endMark, bodyEnd)) return null;
  const body = readBody(window.slice(0, bodyEnd));
  const facts = body === null ? null : readKey(body, label);
  if (body === null || facts === null) return null;
  return {
    span: [start, bodyStart + bodyEnd + endMark.length],
    form: 'pem',
    ...facts,
    material: [begin, ...(body.base64.match(/.{1,64}/g) ?? []), endMark].join('\n'),
    published: publishedIn(body.base64),
  };
}

function readKey(body: Body, label: string): KeyFacts | null {
  const bytes = decodeBase64(body.base64);
  if (bytes === null) return null;
  if (!body.encrypted) return label === 'OPENSSH' ? readOpenSshKey(bytes) : readDerKey(bytes, label);
  // RFC 1421 encryption: the bytes are ciphertext
  return bytes.length < 64
    ? null
    : { type: label === '' ? 'unknown' : label, bits: null, curve: null, encrypted: true };
}

/** `Proc-Type: 4,ENCRYPTED`, `DEK-Info: …` of RFC 1421. */
const HEADER_LINE = /^[A-Z][A-Za-z-]{2,30}: /;

interface Body {
  readonly base64: string;
  readonly encrypted: boolean;
}

/** The base64 of an armoured body, freed from escapes, quotes, comment marks and RFC 1421 headers; null where it is something else. */
function readBody(raw: string): Body | null {
  let base64 = '';
  let encrypted = false;
  for (const line of raw.split(/\\{1,4}[nr]|[\r\n]/)) {
    const piece = stripLine(line);
    if (HEADER_LINE.test(piece)) encrypted ||= /ENCRYPTED|DEK-Info/.test(piece);
    else base64 += piece;
  }
  return /^[A-Z0-9+/]{16,}={0,2}$/i.test(base64) ? { base64, encrypted } : null;
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
