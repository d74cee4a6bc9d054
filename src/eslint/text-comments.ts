import type { Span } from '../facts/model.ts';

/** A comment: its text without the sign, and where it stands. */
export interface TextComment {
  readonly value: string;
  readonly span: Span;
}

/** How comments are written in a file: signs up to the end of the line, and whether they also stand behind a value. */
interface Syntax {
  readonly file: RegExp;
  readonly signs: readonly string[];
  readonly trailing: boolean;
  /** What ends a comment on the same line. */
  readonly end?: string;
}

/** By the name of the file; the first that fits counts. */
const SYNTAXES: readonly Syntax[] = [
  { file: /\.properties$/i, signs: ['#', '!'], trailing: false },
  { file: /\.(?:ini|cfg|inf|cnf)$/i, signs: [';', '#'], trailing: true },
  { file: /\.(?:tf|tfvars|hcl|nomad)$/i, signs: ['#', '//'], trailing: true },
  { file: /\.(?:jsonc?|json5|code-workspace)$/i, signs: ['//'], trailing: true },
  { file: /\.(?:http|rest)$/i, signs: ['#', '//'], trailing: false },
  {
    file: /\.(?:xml|plist|config|csproj|props|targets|html?)$/i,
    signs: ['<!--'],
    trailing: true,
    end: '-->',
  },
  { file: /\.(?:bat|cmd)$/i, signs: ['::', 'REM ', 'rem '], trailing: false },
  { file: /./, signs: ['#'], trailing: true },
];

/** The comments of a file that ESLint has no language for: those on lines of their own, and those behind values. */
export function textComments(text: string, path: string): TextComment[] {
  const syntax = SYNTAXES.find(({ file }) => file.test(path)) ?? (SYNTAXES.at(-1) as Syntax);
  const comments: TextComment[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    const found = commentIn(line, syntax);
    if (found !== null)
      comments.push({ value: found.value, span: [offset + found.span[0], offset + found.span[1]] });
    offset += line.length + 1;
  }
  return comments;
}

function commentIn(line: string, { signs, trailing, end }: Syntax): TextComment | null {
  const start = commentStart(line, signs, trailing);
  if (start === null) return null;
  const { at, sign } = start;
  const lineEnd = line.endsWith('\r') ? line.length - 1 : line.length;
  const closing = end === undefined ? -1 : line.indexOf(end, at);
  const to = closing < 0 ? lineEnd : closing;
  return {
    value: line.slice(at + sign.length, to),
    span: [at, closing < 0 ? lineEnd : closing + (end ?? '').length],
  };
}

/** The sign that begins a comment: first on the line, or after white space and outside quotes. */
function commentStart(
  line: string,
  signs: readonly string[],
  trailing: boolean,
): { at: number; sign: string } | null {
  let quote = '';
  for (let i = 0; i < line.length; i++) {
    const character = line[i]!;
    const isFirst = line.slice(0, i).trim() === '';
    if (quote) {
      if (character === quote) quote = '';
      continue;
    }
    const sign =
      isFirst || (trailing && /[\s>]/.test(line[i - 1]!))
        ? signs.find((one) => line.startsWith(one, i))
        : undefined;
    if (sign !== undefined) return { at: i, sign };
    if (!trailing && !/\s/.test(character)) return null;
    if (/["'`]/.test(character) && /[=\s]/.test(line[i - 1] ?? '=')) quote = character;
  }
  return null;
}
