import type { Span } from '../facts/model.ts';

/** A `#` comment of an environment file: its text without the sign, and where it stands. */
export interface DotenvComment {
  readonly value: string;
  readonly span: Span;
}

/** Comments on lines of their own, and those that follow a value after white space. */
export function dotenvComments(text: string): DotenvComment[] {
  const comments: DotenvComment[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const at = commentStart(line);
    if (at !== -1) {
      const end = line.endsWith('\r') ? line.length - 1 : line.length;
      comments.push({ value: line.slice(at + 1, end), span: [offset + at, offset + end] });
    }
    offset += line.length + 1;
  }
  return comments;
}

/** The `#` that begins a comment: first on the line, or after white space and outside quotes. */
function commentStart(line: string): number {
  let quote = '';
  for (let i = 0; i < line.length; i++) {
    const character = line[i]!;
    if (quote) {
      if (character === quote) quote = '';
    } else if (character === '#' && (i === 0 || /\s/.test(line[i - 1]!))) return i;
    else if (
      (character === '"' || character === "'" || character === '`') &&
      /[=\s]/.test(line[i - 1] ?? '=')
    )
      quote = character;
  }
  return -1;
}
