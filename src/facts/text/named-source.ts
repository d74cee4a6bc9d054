import type { ConfigEntry, Fallback, Span } from '../model.ts';
import type { Language } from './language.ts';
import { type Literal, literalAt } from './literal.ts';

/** A text whose named values are looked for. */
export interface Source {
  readonly text: string;
  readonly isCode: boolean;
  readonly unquotedColon: boolean;
  readonly language: Language | null;
}

export function entry(
  keyPath: readonly string[],
  value: string,
  span: Span,
  fallback: Fallback | null = null,
): ConfigEntry {
  return { keyPath, value, span, writtenAs: 'plain', format: 'text', environment: null, fallback };
}

/** The literal behind what a pattern (sticky) matches at an offset. */
export function literalBehind({ text, language }: Source, pattern: RegExp, at: number): Literal | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? literalAt(text, pattern.lastIndex, language) : null;
}
