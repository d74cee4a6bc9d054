import type { ConfigFormat, Fallback, Span } from '../model.ts';
import type { RawEntry } from './entry.ts';
import type { InterpolationDefault } from './interpolation.ts';

type Removal = NonNullable<Fallback['removal']>;

/** Formats in which `${X:?…}` stops what would run without a value: the shell's own syntax, taken over by compose. */
const STOPS: ReadonlySet<ConfigFormat> = new Set(['compose', 'shell', 'dockerfile']);

/** Ways to write a default behind a reference to `name`, and the reference without it. */
const REFERENCES: readonly (readonly [form: RegExp, without: (name: string, format: ConfigFormat) => string])[] = [
  [/^\$\{\s{0,10}([\w.-]{1,200})(?::-|[\-=]|:=|:)[^{}]{0,500}\}$/, (name, format) => (STOPS.has(format) ? `\${${name}:?${name} is not set}` : `\${${name}}`)],
  [/^\$\{\{\s{0,20}((?:secrets|vars|env|inputs)\.[\w-]{1,200})\s{0,20}\|\|[^{}]{0,500}\}\}$/, (name) => `\${{ ${name} }}`],
  [/^<%=\s{0,20}ENV\.fetch\(\s{0,5}["'](\w{1,200})["'],[^%]{0,500}%>$/, (name) => `<%= ENV.fetch("${name}") %>`],
]; // prettier-ignore

/** The edit that leaves a reference without its default; undefined where it is not plain to see. */
export function withoutDefault(
  text: string,
  raw: RawEntry,
  standIn: InterpolationDefault,
): Removal | undefined {
  const written = text.slice(...raw.span);
  const lead = written.length - written.trimStart().length;
  const reference = written.trim();
  // escaped, coded, or a default inside a default
  if (reference !== raw.value.trim() || reference.lastIndexOf('${') > 0 || raw.writtenAs === 'base64')
    return undefined;
  for (const [form, without] of REFERENCES) {
    const name = form.exec(reference)?.[1];
    if (name === undefined || standIn.start === 0) continue;
    const start = raw.span[0] + lead;
    return { span: [start, start + reference.length], text: without(name, raw.format) };
  }
  return undefined;
}

/** The edit that takes the default away from a parameter: `ARG X=x`, or the line `default = "x"`. */
export function withoutParameterDefault(text: string, { format, span }: RawEntry): Removal | undefined {
  if (format === 'dockerfile') return withoutAssignment(text, span);
  if (format === 'json' || format === 'makefile') return undefined;
  const start = text.lastIndexOf('\n', Math.max(0, span[0] - 1)) + 1;
  const newline = text.indexOf('\n', span[1]);
  const end = newline < 0 ? text.length : newline + 1;
  const line = text.slice(start, end);
  const isAlone =
    end - start < 1000 &&
    /^[ \t]{0,200}default[ \t]{0,40}[=:][ \t]{0,40}["']?[^"'{}]{0,500}["']?[ \t]{0,40}\r?\n$/i.test(line);
  return isAlone ? { span: [start, end], text: '' } : undefined;
}

function withoutAssignment(text: string, [start, end]: Span): Removal | undefined {
  const quoted = /["']/.test(text[start - 1] ?? '') && text[start - 1] === text[end];
  const from = start - (quoted ? 2 : 1);
  return text[from] === '=' ? { span: [from, quoted ? end + 1 : end], text: '' } : undefined;
}
