import { decodeHeader, decodeToken, signatureChars } from '../../jwt/token.ts';
import type { TokenFact } from '../model.ts';

/** What an attempt found, and how far it read. */
export interface SpreadReading {
  readonly fact: TokenFact | null;
  readonly end: number;
}

const PIECE = /[\w.-]{1,16384}={0,2}/y;
/**
 * From one string literal to the next: `' + '`, `" "`, `' .\n '`, with the operators of JavaScript, Python, PHP, Lua, Visual Basic and
 * Elixir. An array's comma is none: its pieces may be anything.
 */
const BETWEEN_LITERALS =
  /(["'`])[ \t]{0,40}(?:[+&\\]|\.\.?|<>)?[ \t]{0,40}(?:\r?\n[ \t]{0,200})?(?:\+|\.\.?|&|<>)?[ \t]{0,40}[bfru]?\1/y;
/** A line break in a shell command, a document, a comment or a folded block. */
const LINE_BREAK = /\\?\r?\n[ \t]{0,200}(?:(?:[#*>;]|\/\/|--)[ \t]{0,40})?(?=[\w.-])/y;
/** Text is wrapped at 60 columns or later; a shorter line ends by itself. */
const LEAST_WRAPPED = 60;
const MAX_PIECES = 400;
const MAX_TOKEN = 16 * 1024;
/** Within this, a header is over. */
const MAX_HEADER = 2 * 1024;

/** Read a token that begins at `start` and goes on behind gaps: in the next string literal, or on the next line. */
export function readSpread(text: string, start: number): SpreadReading {
  let joined = '';
  let at = start;
  let isHeaderRead = false;
  for (let pieces = 1; pieces <= MAX_PIECES && joined.length <= MAX_TOKEN; pieces++) {
    const piece = matchAt(PIECE, text, at) ?? '';
    joined += piece;
    at += piece.length;
    if (!isHeaderRead) {
      const dot: number = joined.indexOf('.');
      if (dot < 0 ? joined.length > MAX_HEADER : decodeHeader(joined.slice(0, dot)) === null) break;
      isHeaderRead = dot >= 0;
    }
    const gap = piece === '' || isWhole(joined) ? null : gapAt(text, at, piece);
    if (gap !== null) at += gap.length;
    else return { fact: pieces > 1 && !isCut(text, at) ? factOf(joined, start, at) : null, end: at };
  }
  return { fact: null, end: Math.max(at, start + 1) };
}

function factOf(joined: string, start: number, end: number): TokenFact | null {
  const token = joined.replace(/\.{1,100}$/, (dots) => (joined.split('.').length > 3 ? '' : dots));
  const decoded = decodeToken(token);
  return decoded && { span: [start, end - (joined.length - token.length)], token, ...decoded };
}

function gapAt(text: string, at: number, piece: string): string | null {
  const literal = matchAt(BETWEEN_LITERALS, text, at);
  if (literal !== null) return literal;
  const line = matchAt(LINE_BREAK, text, at);
  if (line === null) return null;
  const isAtDot = piece.endsWith('.') || text[at + line.length] === '.';
  return isAtDot || line.startsWith('\\') || piece.length >= LEAST_WRAPPED ? line : null;
}

/** Three segments, the last as long as its algorithm makes it: what follows is something else. */
function isWhole(joined: string): boolean {
  const segments = joined.split('.');
  const expected = segments.length === 3 ? signatureChars(decodeToken(joined)?.algorithm ?? '') : null;
  return expected !== null && (segments[2]?.length ?? 0) >= expected;
}

/** The signature goes on as an ellipsis, so that the rest of the token is missing. */
export function isCut(text: string, end: number): boolean {
  return text[end] === '…' || text.startsWith('...', end) || text.startsWith('***', end);
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
