import type { Span } from '../model.ts';
import { TOO_MANY_ENTRIES, type RawEntry, type RawReading } from './entry.ts';
import { MAX_ENTRIES, MAX_VALUE } from './limits.ts';

const NAMES = [
  /^\.env(?:rc)?$/,
  /^\.env[._-].{1,100}$/,
  /^.{1,100}[._-]env$/,
  /^\.?env[._-]?(?:example|sample|template|dist|default|defaults|local|dev|development|prod|production|test|staging|qa)(?:\..{1,40})?$/,
  /^\.?dev\.vars(?:\..{1,40})?$/,
  /^\.(?:flask|docker)env$/,
  /^dotenv$/,
] as const;
const OTHER_FORMATS =
  /\.(?:[cm]?[jt]sx?|json5?|jsonc|ya?ml|toml|py|rb|go|php|rs|java|kt|sh|md|mdx|txt|html?|vue|svelte|gpg|enc|age|vault|tpl\.ya?ml)$/;

/** Whether a file name is one that tools read environment variables from. */
export function isDotenvPath(path: string): boolean {
  const file = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return NAMES.some((name) => name.test(file)) && !OTHER_FORMATS.test(file);
}

/** Start of an assignment; the value begins where it ends. */
const ASSIGNMENT =
  /[ \t]{0,200}(?:export[ \t]{1,20}|set[ \t]{1,20})?([A-Za-z_][\w.-]{0,200})[ \t]{0,100}(?:=|:(?=[ \t]))[ \t]{0,200}/y;
const NEXT_LINE = /[^\r\n]*(?:\r\n?|\n|$)/y;
/** Searches for a closing quote on later lines that a file may waste. */
const MAX_UNCLOSED = 200;

interface Value {
  readonly value: string;
  readonly span: Span;
  /** Where the next line may start. */
  readonly next: number;
}

/**
 * Read environment variables as dotenv for Node does: quotes of three kinds, also over several lines, `\n` and `\r` in double quotes,
 * `#` comments, `export`, spaces around `=`. `$` expansions stay as they are.
 */
export function readDotenv(text: string): RawReading {
  const entries: RawEntry[] = [];
  let unclosed = 0;
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length && entries.length < MAX_ENTRIES;) {
    ASSIGNMENT.lastIndex = at;
    const key = ASSIGNMENT.exec(text)?.[1];
    if (key === undefined) {
      at = nextLine(text, at);
      continue;
    }
    const start = ASSIGNMENT.lastIndex;
    const quoted = quotedValue(text, start, unclosed < MAX_UNCLOSED);
    if (quoted === null && isQuote(text[start])) unclosed++;
    const { value, span, next } = quoted ?? plainValue(text, start);
    entries.push({ keyPath: [key], value, span, format: 'dotenv' });
    at = nextLine(text, next);
  }
  return { entries, error: entries.length < MAX_ENTRIES ? null : TOO_MANY_ENTRIES };
}

function quotedValue(text: string, start: number, overLines: boolean): Value | null {
  const quote = text[start];
  if (!isQuote(quote)) return null;
  const limit = overLines ? Math.min(text.length, start + MAX_VALUE) : lineEnd(text, start);
  for (let end = start + 1; end < limit; end++) {
    if (text[end] === '\\') end++;
    else if (text[end] === quote) {
      if (!/^[ \t]{0,200}(?:[#\r\n]|$)/.test(text.slice(end + 1, end + 203))) return null;
      const written = text.slice(start + 1, end);
      return { value: quote === '"' ? unescape(written) : written, span: [start + 1, end], next: end };
    }
  }
  return null;
}

function unescape(written: string): string {
  return written.includes('\\')
    ? written.replace(/\\([nr"])/g, (_, char: string) => ({ n: '\n', r: '\r' })[char] ?? char)
    : written;
}

function plainValue(text: string, start: number): Value {
  const end = lineEnd(text, start);
  const line = text.slice(start, end);
  const comment = line.indexOf('#');
  const written = (comment < 0 ? line : line.slice(0, comment)).trimEnd();
  const isQuoted = written.length > 1 && isQuote(written[0]) && written.endsWith(written[0] ?? '');
  const inner = isQuoted ? written.slice(1, -1) : written;
  const from = start + (isQuoted ? 1 : 0);
  return { value: inner, span: [from, from + inner.length], next: end };
}

function isQuote(char: string | undefined): boolean {
  return char === '"' || char === "'" || char === '`';
}

function lineEnd(text: string, at: number): number {
  for (let end = at; end < text.length; end++) if (text[end] === '\n' || text[end] === '\r') return end;
  return text.length;
}

function nextLine(text: string, at: number): number {
  NEXT_LINE.lastIndex = at;
  NEXT_LINE.test(text);
  return NEXT_LINE.lastIndex > at ? NEXT_LINE.lastIndex : text.length;
}
