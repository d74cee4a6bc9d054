import type { ConfigFormat, Span } from '../model.ts';

/** How comments begin, by format; what is not listed has none that stand beside a value. */
const SIGNS: Partial<Record<ConfigFormat, readonly string[]>> = {
  dotenv: ['#'],
  yaml: ['#'],
  compose: ['#'],
  kubernetes: ['#'],
  pipeline: ['#'],
  'cloud-template': ['#'],
  toml: ['#'],
  dockerfile: ['#'],
  shell: ['#'],
  makefile: ['#'],
  properties: ['#', '!'],
  ini: [';', '#'],
  json: ['//'],
  terraform: ['#', '//'],
  xml: ['<!--'],
};
const MAX_COMMENT = 200;
const MAX_LINE = 1000;

/** The comment behind a value or, where there is none, the one that fills the line above; null where there is neither. */
export function commentAt(text: string, span: Span, format: ConfigFormat): string | null {
  const signs = SIGNS[format];
  if (signs === undefined) return null;
  const behind = text.slice(span[1], lineEnd(text, span[1]));
  const rest = behind.replace(/^["'`,;)\]} \t]{0,20}/, '');
  const trailing = signs.find((sign) => rest.startsWith(sign));
  if (trailing !== undefined) return cleaned(rest, trailing);
  // lines are short where people comment on them
  const before = text.slice(Math.max(0, span[0] - MAX_LINE), span[0]);
  const lineStart = before.lastIndexOf('\n');
  if (lineStart < 1) return null;
  const above = before.slice(before.lastIndexOf('\n', lineStart - 1) + 1, lineStart).trim();
  const leading = signs.find((sign) => above.startsWith(sign));
  return leading === undefined ? null : cleaned(above, leading);
}

function lineEnd(text: string, at: number): number {
  const window = text.slice(at, at + 2 * MAX_COMMENT);
  const end = window.search(/[\r\n]/);
  return end < 0 ? at + window.length : at + end;
}

function cleaned(comment: string, sign: string): string {
  return comment
    .slice(sign.length)
    .replace(/-->\s*$/, '')
    .trim()
    .slice(0, MAX_COMMENT);
}
