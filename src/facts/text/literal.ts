import type { Span } from '../model.ts';

export interface Literal {
  readonly value: string;
  /** Inside the quotes. */
  readonly span: Span;
  /** Behind the closing quote. */
  readonly end: number;
}

const MAX_LITERAL = 2000;
/** What stands before a string and leaves its text as it is: prefixes of literals, conversions to bytes. */
const WRAPPERS =
  /(?:(?:\[\]byte|Buffer\.from|String::from|String\.from|new String|bytes|Encoding\.\w{1,10}\.GetBytes|Some|str|SecretStr|to_vec)?\(\s{0,20}|[brufLSN@]{1,2}(?=["']))?/y;
/** What stands behind a string and makes it a part of something larger. */
const CONTINUES = /\s{0,20}(?:[+%](?!=)|\.(?:format|concat|replace|join)\b|\.\.|\?[^?])/y;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

/** Read the string literal at an offset, whatever the language; null where there is none or it is only a part of the value. */
export function literalAt(text: string, from: number): Literal | null {
  let start = from;
  for (let i = 0; i < 2; i++) {
    WRAPPERS.lastIndex = start;
    WRAPPERS.test(text);
    start = WRAPPERS.lastIndex;
  }
  const quote = text[start] ?? '';
  if (quote !== '"' && quote !== "'" && quote !== '`') return null;
  if (text.startsWith(quote.repeat(3), start)) return null;
  const end = closingQuote(text, start);
  if (end === null) return null;
  CONTINUES.lastIndex = end + 1;
  if (CONTINUES.test(text)) return null;
  const written = text.slice(start + 1, end);
  const hasHoles =
    (quote === '`' && written.includes('${')) ||
    (/[f$]/.test(text[start - 1] ?? '') && written.includes('{'));
  return hasHoles ? null : { value: unescape(written), span: [start + 1, end], end: end + 1 };
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
