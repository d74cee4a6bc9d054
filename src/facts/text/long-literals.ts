import type { Span } from '../model.ts';
import type { Language } from './language.ts';
import type { Literal } from './literal.ts';

const MAX_LITERAL = 4000;
const MAX_DELIMITER = 60;

/** What a language puts variables into a text with. */
const HOLES: Partial<Record<Language, RegExp>> = {
  kotlin: /(?<!\\)\$[{A-Z_]/i,
  dart: /(?<!\\)\$[{A-Z_]/i,
  php: /(?<!\\)(?:\$[A-Z_{]|\{\$)/i,
  ruby: /(?<!\\)#\{/,
  elixir: /(?<!\\)#\{/,
  swift: /\\\(/,
};
const HAS_TRIPLE: ReadonlySet<Language> = new Set([
  'python', 'java', 'kotlin', 'csharp', 'swift', 'elixir', 'dart',
]); // prettier-ignore

/** Whether a text between double quotes holds more than its letters. */
export function hasHoles(written: string, language: Language | null): boolean {
  return language !== null && (HOLES[language]?.test(written) ?? false);
}

/**
 * Read a literal of the kinds that only some languages have: three quotes, raw text, here-documents. Undefined where none begins;
 * null where one does, but is only a part of the value.
 */
export function longLiteralAt(
  text: string,
  start: number,
  language: Language | null,
): Literal | null | undefined {
  const quotes = text.slice(start, start + 3);
  if (quotes === '"""' || quotes === "'''" || quotes === '```')
    return language !== null && HAS_TRIPLE.has(language) ? tripleQuoted(text, start, language) : null;
  if (language === 'go' && text[start] === '`') return between(text, start + 1, '`');
  if (language === 'rust') return rawOfRust(text, start);
  if (language === 'csharp') return verbatim(text, start);
  if (language === 'php') return hereDocument(text, start, PHP, language);
  return language === 'ruby'
    ? (hereDocument(text, start, RUBY, language) ?? percentLiteral(text, start))
    : undefined;
}

function tripleQuoted(text: string, start: number, language: Language): Literal | null {
  const quotes = text.slice(start, start + 3);
  const literal = between(text, start + 3, quotes);
  if (literal === null || hasHoles(literal.value, language)) return null;
  return language === 'python' ? literal : trimmed(text, literal);
}

function between(text: string, from: number, close: string): Literal | null {
  const length = text.slice(from, from + MAX_LITERAL).indexOf(close);
  if (length < 0) return null;
  const span: Span = [from, from + length];
  return { value: text.slice(...span), span, end: span[1] + close.length };
}

/** Without the indentation and the line ends around what is meant. */
function trimmed(text: string, { span, end }: Literal): Literal {
  const written = text.slice(...span);
  const lead = written.length - written.trimStart().length;
  const inner = written.trim();
  const value = inner.replace(/\r?\n[ \t]{0,200}/g, '\n');
  return { value, span: [span[0] + lead, span[0] + lead + inner.length], end };
}

const RUST = /b?r(#{1,5})"/y;

function rawOfRust(text: string, start: number): Literal | null | undefined {
  RUST.lastIndex = start;
  const match = RUST.exec(text);
  return match === null ? undefined : between(text, RUST.lastIndex, `"${match[1] ?? ''}`);
}

/** `@"a""b"` */
function verbatim(text: string, start: number): Literal | null | undefined {
  const [before = '', earlier = ''] = [text[start - 1], text[start - 2]];
  const isVerbatim = text[start] === '"' && (before === '@' || (before === '$' && earlier === '@'));
  if (!isVerbatim) return undefined;
  const written = /^(?:[^"]|""){0,4000}/.exec(text.slice(start + 1, start + MAX_LITERAL))?.[0] ?? '';
  const end = start + 1 + written.length;
  const isPart = text[end] !== '"' || ((before === '$' || earlier === '$') && written.includes('{'));
  return isPart ? null : { value: written.replaceAll('""', '"'), span: [start + 1, end], end: end + 1 };
}

/** The groups are the quotes around the delimiter and the delimiter; the document begins where it ends. */
const PHP = /<<<[ \t]{0,5}(["']?)([A-Z_]\w{0,59})\1\r?\n/iy;
const RUBY = /<<[~-]?(["']?)([A-Z_]\w{0,59})\1[\w.(), \t]{0,100}\r?\n/iy;

function hereDocument(
  text: string,
  start: number,
  opening: RegExp,
  language: Language,
): Literal | null | undefined {
  opening.lastIndex = start;
  const match = opening.exec(text);
  if (match === null) return undefined;
  const from = opening.lastIndex;
  const end = closingLine(text, from, match[2] ?? '');
  if (end === null) return null;
  const literal = trimmed(text, { value: '', span: [from, end], end });
  return match[1] !== "'" && hasHoles(literal.value, language) ? null : literal;
}

/** Where the line begins that is nothing but the delimiter; what follows it belongs to the statement. */
function closingLine(text: string, from: number, delimiter: string): number | null {
  const limit = Math.min(text.length, from + MAX_LITERAL);
  for (let at = from; at < limit;) {
    const line = text.slice(at, at + MAX_DELIMITER + 100).trimStart();
    if (line.startsWith(delimiter) && !/^\w/.test(line.slice(delimiter.length))) return at;
    const next = text.indexOf('\n', at);
    if (next < 0) return null;
    at = next + 1;
  }
  return null;
}

const PERCENT = /%q?([([{<|!])/iy;
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '<': '>' };

/** `%q(x)`, `%{x}` */
function percentLiteral(text: string, start: number): Literal | null | undefined {
  PERCENT.lastIndex = start;
  const open = PERCENT.exec(text)?.[1];
  if (open === undefined) return undefined;
  const literal = between(text, PERCENT.lastIndex, CLOSING[open] ?? open);
  return literal === null || /[\r\n]|#\{/.test(literal.value) ? null : literal;
}
