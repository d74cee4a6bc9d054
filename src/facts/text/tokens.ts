import { decodeToken, signatureChars } from '../../jwt/token.ts';
import type { Span, TokenFact } from '../model.ts';
import { MAX_TOKENS } from './limits.ts';
import { isCut, readSpread } from './spread-tokens.ts';
import { findWrappedTokens } from './wrapped-tokens.ts';

/** Base64 of `{"`, `{ `, `{\n`, `{\t` and `{\r\n`: every JSON object that starts a token starts so. */
const HEADER_START = /ey[AJ]|ew[ko]|ew0K/g;
const MAX_TOKEN = 64 * 1024;
const MAX_HEADER = 8 * 1024;
const MAX_PADDING = 2;
/** `{"alg":"…"}` with a one-letter name. */
const MIN_HEADER = 14;

/**
 * All complete JSON Web Tokens of a text, of whatever kind it is: also those whose dots are URL-encoded, that are spread over lines or
 * string literals, and that are wrapped in base64. Only what decodes is a token: two segments, cut samples (`eyJ…`), source
 * maps, data URIs and words as signature are none.
 */
export function findTokens(text: string): TokenFact[] {
  const found = findPlainTokens(text, true);
  const spans = found.map(({ span }) => span);
  const wrapped = findWrappedTokens(text, spans, (inner) => findPlainTokens(inner, false));
  return [...found, ...wrapped].sort((a, b) => a.span[0] - b.span[0]);
}

function findPlainTokens(text: string, maySpread: boolean): TokenFact[] {
  const found: TokenFact[] = [];
  // A failed attempt to read over gaps is not repeated from the pieces it went through: work stays linear.
  let spreadFrom = maySpread ? 0 : Infinity;
  for (let start = nextStart(text, 0); start >= 0 && found.length < MAX_TOKENS;) {
    const end = segmentEnd(text, start, MAX_HEADER, isBase64UrlCode);
    let fact = isDot(text, end) && end - start >= MIN_HEADER ? tokenAt(text, start, end) : null;
    if (fact === null && start >= spreadFrom) {
      const spread = readSpread(text, start);
      fact = spread.fact;
      spreadFrom = spread.end;
    }
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
  const ends = segmentEnds(text, headerEnd, start + MAX_TOKEN, isBase64UrlCode);
  const fact = longestToken(text, start, ends);
  // The plain alphabet, in which some programs write tokens, ends at no slash of an address: it comes second.
  const isPlain = ends.some((end) => text[end] === '+' || text[end] === '/');
  if (!isPlain || (fact !== null && !isShort(fact))) return fact;
  return longestToken(text, start, segmentEnds(text, headerEnd, start + MAX_TOKEN, isBase64Code)) ?? fact;
}

/** The signature is shorter than its algorithm makes it. */
function isShort({ token, algorithm }: TokenFact): boolean {
  return token.length - token.lastIndexOf('.') - 1 < (signatureChars(algorithm) ?? 0);
}

function longestToken(text: string, start: number, ends: readonly number[]): TokenFact | null {
  // a JWE has five segments; of what looks so, the first three may still be a JWS followed by a sentence or a file ending
  for (const end of [ends[4], ends[2]]) {
    if (end === undefined || isCut(text, end)) continue;
    const fact = factOf(unescapeUrl(text.slice(start, end)), [start, end]);
    if (fact !== null) return fact;
  }
  return null;
}

function factOf(token: string, span: Span): TokenFact | null {
  const decoded = decodeToken(token);
  return decoded && { span, token, ...decoded };
}

/* ------------------------------------------------------------------ segments */

/** Ends of the first five segments of dotted base64url, as far as they are there; `…...` ends a segment too. */
function segmentEnds(
  text: string,
  headerEnd: number,
  limit: number,
  isInside: (code: number) => boolean,
): readonly number[] {
  const ends = [headerEnd];
  let end = headerEnd;
  while (ends.length < 5 && isDot(text, end) && end < limit) {
    end = segmentEnd(text, end + (text[end] === '.' ? 1 : 3), limit - end, isInside);
    ends.push(end);
  }
  return ends;
}

/** A dot, also as careful encoders of URLs write it. */
function isDot(text: string, at: number): boolean {
  return text[at] === '.' || (text[at] === '%' && /^%2e/i.test(text.slice(at, at + 3)));
}

function segmentEnd(text: string, from: number, limit: number, isInside: (code: number) => boolean): number {
  let end = from;
  const last = Math.min(text.length, from + limit);
  while (end < last && isInside(text.charCodeAt(end))) end++;
  for (let i = 0; i < MAX_PADDING && end < last; i++) {
    if (text[end] === '=') end++;
    else if (text[end] === '%' && /^%3d/i.test(text.slice(end, end + 3))) end += 3;
    else break;
  }
  return end;
}

function isBase64UrlCode(code: number): boolean {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 65 && code <= 90) ||
    (code >= 48 && code <= 57) ||
    code === 45 ||
    code === 95
  );
}

function isBase64Code(code: number): boolean {
  return isBase64UrlCode(code) || code === 43 || code === 47;
}

function unescapeUrl(token: string): string {
  return token.includes('%') ? token.replace(/%2e/gi, '.').replace(/%3d/gi, '=') : token;
}
