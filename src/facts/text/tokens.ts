import { decodeToken } from '../../jwt/token.ts';
import type { TokenFact } from '../model.ts';

/** Base64 of `{"`, `{ `, `{\n`, `{\t` and `{\r\n`: every JSON object that starts a token starts so. */
const HEADER_START = /ey[AIJ]|ew[klop]|ew0K/g;
const MAX_TOKEN = 64 * 1024;
const MAX_HEADER = 8 * 1024;
const MAX_PADDING = 2;
/** `{"alg":"…"}` with a one-letter name. */
const MIN_HEADER = 14;

/**
 * All complete JSON Web Tokens of a text, of whatever kind it is. Only what decodes is a token: two segments, cut samples
 * (`eyJ…`), source maps, data URIs and words as signature are none.
 */
export function findTokens(text: string): TokenFact[] {
  const found: TokenFact[] = [];
  for (let start = nextStart(text, 0); start >= 0;) {
    const end = segmentEnd(text, start, MAX_HEADER);
    const fact = text[end] === '.' && end - start >= MIN_HEADER ? tokenAt(text, start, end) : null;
    if (fact !== null) found.push(fact);
    start = nextStart(text, Math.max(fact?.span[1] ?? end, start + 3));
  }
  return found;
}

function nextStart(text: string, from: number): number {
  HEADER_START.lastIndex = from;
  return HEADER_START.exec(text)?.index ?? -1;
}

function tokenAt(text: string, start: number, headerEnd: number): TokenFact | null {
  const ends = segmentEnds(text, headerEnd, start + MAX_TOKEN);
  // a JWE has five segments; of what looks so, the first three may still be a JWS followed by a sentence or a file ending
  for (const end of [ends[4], ends[2]]) {
    if (end === undefined || isCut(text, end)) continue;
    const token = text.slice(start, end);
    const decoded = decodeToken(token);
    if (decoded !== null) return { span: [start, end], token, ...decoded };
  }
  return null;
}

/** Ends of the first five segments of dotted base64url, as far as they are there; `…...` ends a segment too. */
function segmentEnds(text: string, headerEnd: number, limit: number): readonly number[] {
  const ends = [headerEnd];
  let end = headerEnd;
  while (ends.length < 5 && text[end] === '.' && end < limit) {
    end = segmentEnd(text, end + 1, limit - end);
    ends.push(end);
  }
  return ends;
}

function segmentEnd(text: string, from: number, limit: number): number {
  let end = from;
  const last = Math.min(text.length, from + limit);
  while (end < last && isBase64Char(text.charCodeAt(end))) end++;
  for (let i = 0; i < MAX_PADDING && end < last && text[end] === '='; i++) end++;
  return end;
}

function isBase64Char(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 45 ||
    code === 95
  );
}

/** The signature goes on as an ellipsis, so that the rest of the token is missing. */
function isCut(text: string, end: number): boolean {
  return text[end] === '…' || text.startsWith('...', end) || text.startsWith('***', end);
}
