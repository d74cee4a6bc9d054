import type { Span } from '../model.ts';
import type { Language } from './language.ts';
import { hasHoles, longLiteralAt } from './long-literals.ts';

export interface Literal {
  readonly value: string;
  /** Inside the quotes. */
  readonly span: Span;
  /** Behind the closing quote. */
  readonly end: number;
}

const MAX_LITERAL = 2000;
/** What stands before a string and leaves its text as it is: prefixes of literals, conversions to bytes, fields of a model. */
const WRAPPERS =
  /(?:(?:\[\]byte|Buffer\.from|String::from|String\.from|new String|bytes|(?:[\w.]{1,30}\.)?Encoding\.\w{1,10}\.GetBytes|Some|str|SecretStr|to_vec|Field|extra)?\(\s{0,20}(?:default\s?=\s?)?|[brufLSN@$]{1,2}(?=["'])|&(?=["']))?/y;
/** What stands behind a string and makes it a part of something larger. */
const CONTINUES = /\s{0,20}(?:[+%](?!=)|\.(?:format|concat|replace|join)\b|\.\.|\?[^?])/y;
/** The sign that joins texts in PHP. */
const JOINS = /\s{0,20}\.\s{0,5}[$"'\w]/y;
/** Another text right behind, which Python and Ruby add to the first. */
const NEXT_TEXT = /[ \t]{1,60}[rbuf]{0,2}["']/y;
const NEXT_TEXT_IN_BRACKETS = /\s{1,60}[rbuf]{0,2}["']/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

/** Read the string literal at an offset, whatever the language; null where there is none or it is only a part of the value. */
export function literalAt(text: string, from: number, language: Language | null = null): Literal | null {
  let start = from;
  for (let i = 0; i < 2; i++) {
    WRAPPERS.lastIndex = start;
    WRAPPERS.test(text);
    start = WRAPPERS.lastIndex;
  }
  const long = longLiteralAt(text, start, language);
  if (long !== undefined) return long;
  const quote = text[start] ?? '';
  if (quote !== '"' && quote !== "'" && quote !== '`') return null;
  const end = closingQuote(text, start);
  if (end === null || goesOn(text, end + 1, language, text.slice(from, start).includes('('))) return null;
  const written = text.slice(start + 1, end);
  if (isFilledIn(text, start, written, language)) return null;
  return { value: unescape(written), span: [start + 1, end], end: end + 1 };
}

function goesOn(text: string, at: number, language: Language | null, inBrackets: boolean): boolean {
  if (matchesAt(CONTINUES, text, at)) return true;
  if (language === 'php') return matchesAt(JOINS, text, at);
  const joinsTexts = language === 'python' || language === 'ruby';
  return joinsTexts && matchesAt(inBrackets ? NEXT_TEXT_IN_BRACKETS : NEXT_TEXT, text, at);
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

/** Whether variables stand in the text. */
function isFilledIn(text: string, start: number, written: string, language: Language | null): boolean {
  const quote = text[start];
  return (
    (quote === '`' && written.includes('${')) ||
    (/[f$]/.test(text[start - 1] ?? '') && written.includes('{')) ||
    (quote === '"' && hasHoles(written, language))
  );
}

function closingQuote(text: string, start: number): number | null {
  const quote = text[start];
  for (let end = start + 1; end < Math.min(text.length, start + MAX_LITERAL); end++) {
    const char = text[end];
    if (char === '\\') end++;
    else if (char === quote) return end;
    else if (char === '\n' || char === '\r') return null;
  }
  return null;
}

function unescape(written: string): string {
  return written.includes('\\')
    ? written.replace(/\\(.)/g, (_, char: string) => ESCAPES[char] ?? char)
    : written;
}
