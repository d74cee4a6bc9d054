import { decode, type Escapes } from './decoded.ts';
import type { Span } from '../model.ts';

export interface HclToken {
  readonly kind:
    | 'word'
    | 'string'
    | 'heredoc'
    | 'number'
    | 'newline'
    | 'other'
    | '{'
    | '}'
    | '['
    | ']'
    | '('
    | ')'
    | '='
    | ':'
    | ',';
  /** Strings unquoted and unescaped; `${…}` stays. */
  readonly text: string;
  /** Strings without their quotes. */
  readonly span: Span;
}

const PUNCTUATION: ReadonlySet<string> = new Set(['{', '}', '[', ']', '(', ')', '=', ':', ',']);
const WORD = /[\p{L}_][\p{L}\d_.*-]{0,500}/uy;
const NUMBER = /\d[\d.]{0,400}/y;
const HEREDOC = /<<-?([A-Z_]\w{0,60})[ \t]{0,20}\r?\n/iy;
const COMPARISON = /[=!<>]=|=>|&&|\|\|/y;
const MAX_STRING = 64 * 1024;
const SIMPLE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

const ESCAPES: Escapes = {
  pattern: /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))|\$\$\{|%%\{/y,
  decode: ([whole, short, long, char]) => {
    const code = short ?? long;
    if (code === undefined) return char === undefined ? whole.slice(1) : (SIMPLE[char] ?? char);
    const point = Number.parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : null;
  },
};

/** Split HCL into tokens; comments are left out. Linear, and never throws. */
export function* hclTokens(text: string): Generator<HclToken> {
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const char = text[at] ?? '';
    if (char === '\n') yield { kind: 'newline', text: char, span: [at, ++at] };
    else if (/\s/.test(char)) at++;
    else if (char === '#' || text.startsWith('//', at)) at = lineEnd(text, at);
    else if (text.startsWith('/*', at)) at = behindComment(text, at);
    else {
      const token = tokenAt(text, at);
      yield token.token;
      at = token.next;
    }
  }
}

function tokenAt(text: string, at: number): { token: HclToken; next: number } {
  const char = text[at] ?? '';
  if (char === '"') return stringAt(text, at);
  const heredoc = char === '<' ? heredocAt(text, at) : null;
  if (heredoc !== null) return heredoc;
  COMPARISON.lastIndex = at;
  const comparison = COMPARISON.exec(text)?.[0];
  // `key => value` is a separator in maps made by `for`
  if (comparison !== undefined) return made('other', comparison, at, at + comparison.length);
  if (PUNCTUATION.has(char)) return made(char as HclToken['kind'], char, at, at + 1);
  WORD.lastIndex = at;
  const word = WORD.exec(text)?.[0];
  if (word !== undefined) return made('word', word, at, at + word.length);
  NUMBER.lastIndex = at;
  const number = NUMBER.exec(text)?.[0];
  return number === undefined
    ? made('other', char, at, at + 1)
    : made('number', number, at, at + number.length);
}

function made(
  kind: HclToken['kind'],
  text: string,
  from: number,
  to: number,
): { token: HclToken; next: number } {
  return { token: { kind, text, span: [from, to] }, next: to };
}

/** A quoted string; quotes inside `${…}` belong to the expression. One that is never closed ends with its line. */
function stringAt(text: string, start: number): { token: HclToken; next: number } {
  let depth = 0;
  let end = start + 1;
  const limit = Math.min(text.length, start + MAX_STRING);
  for (; end < limit; end++) {
    const char = text[end];
    if (char === '\n') break;
    if (char === '\\') end++;
    else if ((char === '$' || char === '%') && text[end + 1] === '{' && text[end - 1] !== char) depth++;
    else if (char === '}' && depth > 0) depth--;
    else if (char === '"' && depth === 0) break;
  }
  const span: Span = [start + 1, Math.min(end, text.length)];
  const value = decode(text.slice(...span).replace(/\r$/, ''), 0, ESCAPES).text;
  return { token: { kind: 'string', text: value, span }, next: text[end] === '"' ? end + 1 : end };
}

function heredocAt(text: string, at: number): { token: HclToken; next: number } | null {
  HEREDOC.lastIndex = at;
  const match = HEREDOC.exec(text);
  if (match === null) return null;
  const start = HEREDOC.lastIndex;
  for (let line = start; line < text.length && line - start < MAX_STRING;) {
    const end = lineEnd(text, line);
    if (text.slice(line, Math.min(end, line + 200)).trim() === match[1]) {
      const inner = text.slice(start, line);
      const lead = inner.length - inner.trimStart().length;
      const value = inner.trim();
      return {
        token: { kind: 'heredoc', text: value, span: [start + lead, start + lead + value.length] },
        next: end,
      };
    }
    line = end + 1;
  }
  return null;
}

function behindComment(text: string, at: number): number {
  const end = text.indexOf('*/', at + 2);
  return end < 0 ? text.length : end + 2;
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
