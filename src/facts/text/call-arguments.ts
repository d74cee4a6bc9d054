import type { Span } from '../model.ts';

const MAX_ARGUMENTS = 2000;

/** The first arguments of a call in any language of the C family, from behind the bracket that opens them. */
export function argumentsAt(text: string, from: number, count: number): Span[] {
  const found: Span[] = [];
  const limit = Math.min(text.length, from + MAX_ARGUMENTS);
  let depth = 0;
  let quote = '';
  let start = from;
  for (let at = from; at < limit && found.length < count; at++) {
    const char = text[at] ?? '';
    if (quote !== '') {
      if (char === '\\') at++;
      else if (char === quote) quote = '';
    } else if (char === '"' || char === "'" || char === '`') quote = char;
    else if (char === '(' || char === '[' || char === '{') depth++;
    else if (char === ')' || char === ']' || char === '}') {
      if (depth-- === 0) {
        found.push([start, at]);
        return found;
      }
    } else if (char === ',' && depth === 0) {
      found.push([start, at]);
      start = at + 1;
    } else if (
      char === '\n' &&
      depth === 0 &&
      /^\s*\S/.test(text.slice(start, at)) &&
      !/[,(]\s*$/.test(text.slice(start - 1, at))
    ) {
      // Ruby's calls without brackets end with the line
      if (found.length === count - 1) found.push([start, at]);
    }
  }
  return found;
}
