import type { Property, PropertyInstruction } from 'dockerfile-ast';
import { createRequire } from 'node:module';
import type { Span } from '../model.ts';
import { shifted, TOO_MANY_ENTRIES, type RawEntry, type RawReading, type ReadNested } from './entry.ts';
import { MAX_ENTRIES, MAX_PARSED } from './limits.ts';
import { readCommands } from './shell/command.ts';

const require = createRequire(import.meta.url);

let parser: typeof import('dockerfile-ast').DockerfileParser | null = null;

const FILE =
  /(?:^|\/)(?:[\w.-]{0,100}(?:docker|container)file(?:[._-][\w.-]{1,80})?|[\w.-]{1,100}\.(?:docker|container)file)$/i;
const OTHER = /\.(?:dockerignore|containerignore|[cm]?[jt]sx?|md|py|go|ya?ml|json|sh)$/i;

export function isDockerfilePath(path: string): boolean {
  return FILE.test(path) && !OTHER.test(path);
}

/** Read `ENV`, `ARG` and `LABEL` of a Dockerfile, and the commands of `RUN`, `CMD` and `ENTRYPOINT`. An `ARG`'s value is a default. */
export function readDockerfile(text: string, _path: string, readNested: ReadNested): RawReading {
  if (text.length > MAX_PARSED)
    return {
      entries: readCommands(text, () => null),
      error: 'is too large to be read as a Dockerfile: looked at as a script',
    };
  parser ??= (require('dockerfile-ast') as typeof import('dockerfile-ast')).DockerfileParser;
  const file = parser.parse(text);
  const offsetAt = offsetsOf(text);
  const entries: RawEntry[] = [];
  for (const instruction of file.getInstructions()) {
    if (entries.length >= MAX_ENTRIES) return { entries, error: TOO_MANY_ENTRIES };
    const keyword = instruction.getKeyword().toUpperCase();
    if (keyword === 'ENV' || keyword === 'LABEL' || keyword === 'ARG') {
      for (const property of (instruction as PropertyInstruction).getProperties())
        entries.push(...entryOf(text, property, keyword, offsetAt));
    } else if (
      keyword === 'RUN' ||
      keyword === 'CMD' ||
      keyword === 'ENTRYPOINT' ||
      keyword === 'HEALTHCHECK'
    ) {
      const range = instruction.getArgumentsRange();
      if (range === null) continue;
      const start = offsetAt(range.start);
      const end = offsetAt(instruction.getRange().end);
      entries.push(...shifted(readCommands(withoutComments(text.slice(start, end)), readNested), start));
    }
  }
  return { entries: entries.map((entry) => ({ ...entry, format: 'dockerfile' })), error: null };
}

type Offset = (position: { readonly line: number; readonly character: number }) => number;

function offsetsOf(text: string): Offset {
  const starts = [0];
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\n' || (text[at] === '\r' && text[at + 1] !== '\n')) starts.push(at + 1);
  }
  return ({ line, character }) => Math.min(text.length, (starts[line] ?? text.length) + character);
}

function entryOf(text: string, property: Property, keyword: string, offsetAt: Offset): RawEntry[] {
  const range = property.getValueRange();
  const value = property.getValue();
  const name = property.getName();
  if (range === null || value === null || name === '') return [];
  const span = unquoted(text, [offsetAt(range.start), offsetAt(range.end)]);
  const fallback = keyword === 'ARG' ? ({ operator: 'default', of: name } as const) : null;
  return [{ keyPath: [name], value, span, format: 'dockerfile', fallback }];
}

function unquoted(text: string, [start, end]: Span): Span {
  const quote = text[start];
  const isQuoted = (quote === '"' || quote === "'") && end - start > 1 && text[end - 1] === quote;
  return isQuoted && text.indexOf(quote, start + 1) === end - 1 ? [start + 1, end - 1] : [start, end];
}

/** Comment lines between continued lines are no part of the command; blanks keep the offsets. */
function withoutComments(command: string): string {
  return command.replace(
    /(?<=\n)[ \t]{0,200}#[^\n]{0,5000}(?=\n)/g,
    (comment) => `${' '.repeat(comment.length - 1)}\\`,
  );
}
