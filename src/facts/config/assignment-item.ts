import type { Span } from '../model.ts';
import { classifyName } from '../secret-names.ts';

/** In front of it: `export`, and the marks of pytest-env. */
const NAME = /^\s{0,20}(?:export\s{1,5}|(?:[DR]:){1,2})?([A-Za-z_][\w.-]{0,200})=/;

export interface Assignment {
  readonly name: string;
  readonly value: string;
  /** Offsets into the given text. */
  readonly span: Span;
}

/** Read `NAME=value` as lists of environment variables have it; quotes around the value are no part of it. */
export function assignmentIn(item: string): Assignment | null {
  const match = NAME.exec(item);
  if (match === null) return null;
  return { name: match[1] ?? '', ...unquote(item, match[0].length, item.trimEnd().length) };
}

const OPTION = /^--?([A-Z][\w.-]{1,100})(=|$)/i;

/** Read an item of a list of arguments: `NAME=value`, `--jwt-secret=value`, and `value` behind `--jwt-secret`. */
export function argumentIn(item: string, previous: string | null): Assignment | null {
  const assignment = assignmentIn(item);
  if (assignment !== null) return assignment;
  const [, name = '', sign] = OPTION.exec(item) ?? [];
  if (sign === '=' && isSecretOption(name))
    return { name, ...unquote(item, item.indexOf('=') + 1, item.trimEnd().length) };
  const [, before = '', end] = OPTION.exec(previous ?? '') ?? [];
  const isValue = end === '' && isSecretOption(before) && !item.startsWith('-') && item !== '';
  return isValue ? { name: before, value: item, span: [0, item.length] } : null;
}

function isSecretOption(name: string): boolean {
  return classifyName([name]) === 'jwt-secret';
}

/** Several assignments in one text, as Travis has them: `A=1 B="two words"`. */
export function assignmentsIn(line: string): readonly Assignment[] {
  const found: Assignment[] = [];
  const pattern = /(?<!\S)([A-Z_]\w{0,200})=("[^"]{0,4000}"|'[^']{0,4000}'|[^\s"']{1,4000})(?!\S)/gi;
  for (const match of line.matchAll(pattern)) {
    const end = match.index + match[0].length;
    found.push({ name: match[1] ?? '', ...unquote(line, end - (match[2] ?? '').length, end) });
  }
  return found;
}

function unquote(text: string, start: number, end: number): { value: string; span: Span } {
  const quote = text[start];
  const isQuoted = (quote === '"' || quote === "'") && end > start + 1 && text[end - 1] === quote;
  const span: Span = isQuoted ? [start + 1, end - 1] : [start, Math.max(start, end)];
  return { value: text.slice(...span), span };
}
