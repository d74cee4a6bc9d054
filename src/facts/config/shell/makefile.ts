import { decode, type Decoded, type Escapes } from '../decoded.ts';
import { TOO_MANY_ENTRIES, type RawEntry, type RawReading } from '../entry.ts';
import { MAX_ENTRIES } from '../limits.ts';
import { commandEntries } from './command.ts';

const FILE = /(?:^|\/)(?:gnu)?makefile(?:\.[\w-]{1,40})?$|\.(?:mk|mak)$|(?:^|\/)\.?justfile$|\.just$/i;

export function isMakefilePath(path: string): boolean {
  return FILE.test(path);
}

/** `NAME := value`, `export NAME ?= value`, `target: NAME = value`. */
const VARIABLE =
  /^(?:[\w./%-]{1,80}:[ \t]{1,20})?(?:(?:export|override|private)[ \t]{1,20}){0,3}([A-Za-z_][\w.-]{0,200})[ \t]{0,40}(\?=|:{0,3}=|\+=)[ \t]{0,200}/;
const MAX_LINE = 64 * 1024;

/** Settings of Makefiles: variables, of which `?=` sets a default, and the commands of recipes. */
export function readMakefile(text: string): RawReading {
  const entries: RawEntry[] = [];
  for (const { line, start } of logicalLines(text)) {
    if (entries.length >= MAX_ENTRIES) return { entries, error: TOO_MANY_ENTRIES };
    if (/^[\t ]*#/.test(line)) continue;
    const variable = line.startsWith('\t') ? null : variableOf(line, start);
    if (variable !== null) entries.push(variable);
    else if (/^\s/.test(line)) entries.push(...commandEntries(recipe(line, start)));
  }
  return { entries, error: null };
}

function variableOf(line: string, start: number): RawEntry | null {
  const match = VARIABLE.exec(line);
  if (match === null) return null;
  const [whole, name = '', operator] = match;
  const comment = /(?:^|\s)#/.exec(line.slice(whole.length))?.index ?? line.length;
  const written = line.slice(whole.length, whole.length + comment).trimEnd();
  // a justfile quotes its values; make does not
  const isQuoted = /^(["']).*\1$/.test(written) && written.length > 1;
  const from = start + whole.length + (isQuoted ? 1 : 0);
  const value = isQuoted ? written.slice(1, -1) : written;
  const fallback = operator === '?=' ? ({ operator: 'default', of: name } as const) : null;
  return {
    keyPath: [name],
    value: value.replaceAll('$$', '$'),
    span: [from, from + value.length],
    format: 'makefile',
    fallback,
  };
}

/** `$$` is a dollar sign of the shell's own. */
const DOLLAR: Escapes = { pattern: /\$\$/y, decode: () => '$' };

/** What the shell gets of a line: without `@` and `-` in front. */
function recipe(line: string, start: number): Decoded {
  const command = line.replace(/^([\t ]*)[@+-]{1,3}/, (all, indent: string) => indent.padEnd(all.length));
  return decode(command, start, DOLLAR);
}

/** Lines, with those that a backslash continues. */
function* logicalLines(text: string): Generator<{ line: string; start: number }> {
  for (let start = 0; start < text.length;) {
    let end = lineEnd(text, start);
    while (
      text[text[end - 1] === '\r' ? end - 2 : end - 1] === '\\' &&
      end < text.length &&
      end - start < MAX_LINE
    )
      end = lineEnd(text, end + 1);
    yield { line: text.slice(start, Math.min(end, start + MAX_LINE)).replace(/\r$/, ''), start };
    start = end + 1;
  }
}

function lineEnd(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}
