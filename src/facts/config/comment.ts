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

/** The comment behind a value or, where there is none, the one that fills the line above; null where there is neither. */
export function commentAt(text: string, span: Span, format: ConfigFormat): string | null {
  const signs = SIGNS[format];
  if (signs === undefined) return null;
  const behind = text.slice(span[1], lineEnd(text, span[1]));
  const rest = behind.replace(/^["'`,;)\]} \t]{0,20}/, '');
  const trailing = signs.find((sign) => rest.startsWith(sign));
  if (trailing !== undefined) return cleaned(rest, trailing);
  const lineStart = text.lastIndexOf('\n', Math.max(0, span[0] - 1)) + 1;
  if (lineStart < 2) return null;
  const from = Math.max(text.lastIndexOf('\n', lineStart - 2) + 1, lineStart - 2 * MAX_COMMENT);
  const above = text.slice(from, lineStart - 1).trim();
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
