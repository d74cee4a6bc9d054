import type { Scalar } from 'yaml';
import type { Span } from '../../model.ts';
import { asWritten, decode, JSON_ESCAPES, type Decoded, type Escapes } from '../decoded.ts';

/** Tags that leave a text as it is, but for the variables in it. */
const TRANSPARENT: ReadonlySet<string> = new Set(['!Sub', '!unsafe']);

/** Numbers as they are written, for the consumer gets text; not null and booleans, and nothing under a tag of its own (`!vault`, `!Ref`). */
export function valueOf(text: string, node: Scalar): string | null {
  if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,') && !isText(node)) return null;
  // the parser takes the last character of a quoted text that is never closed for the quote
  if (typeof node.value === 'string')
    return isUnclosed(text, node) ? text.slice(...spanOf(text, node)) : node.value;
  return typeof node.value === 'number' || typeof node.value === 'bigint'
    ? (node.source ?? String(node.value))
    : null;
}

/** A line with variables in it is only a part of a value; in a block, each line counts for itself. */
function isText(node: Scalar): boolean {
  const hasHoles = typeof node.value === 'string' && node.value.includes('${');
  return TRANSPARENT.has(node.tag ?? '') && (isBlock(node) || !hasHoles);
}

function isUnclosed(text: string, node: Scalar): boolean {
  const [start, end] = node.range ?? [0, 0];
  const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
  return isQuoted && (end <= start + 1 || text[end - 1] !== text[start]);
}

export function isBlock(node: Scalar): boolean {
  return node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
}

const DOUBLED_QUOTE: Escapes = { pattern: /''/y, decode: () => "'" };

/** What a text that stands in quotes says, with the way back to the file. */
export function decodedOf(written: string, start: number, { type }: Scalar): Decoded {
  if (type === 'QUOTE_DOUBLE') return decode(written, start, JSON_ESCAPES);
  return type === 'QUOTE_SINGLE' ? decode(written, start, DOUBLED_QUOTE) : asWritten(written, start);
}

/** The text of a scalar without quotes, and without the header of a block. */
export function spanOf(text: string, node: Scalar): Span {
  const [start, end] = node.range ?? [0, 0];
  if (isBlock(node)) return blockSpan(text, start, end);
  const quote = text[start];
  const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
  if (!isQuoted) return [start, end];
  return [start + 1, Math.max(start + 1, end > start + 1 && text[end - 1] === quote ? end - 1 : end)];
}

function blockSpan(text: string, start: number, end: number): Span {
  const header = text.indexOf('\n', start);
  if (header < 0 || header >= end) return [end, end];
  let from = header + 1;
  while (from < end && /\s/.test(text[from] ?? '')) from++;
  let to = end;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return [from, to];
}
