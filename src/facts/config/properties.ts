import type { ConfigFormat, Span } from '../model.ts';
import { asWritten, decode, PROPERTIES_ESCAPES } from './decoded.ts';
import { TOO_MANY_ENTRIES, type RawEntry, type RawReading } from './entry.ts';
import { MAX_ENTRIES } from './limits.ts';
import { firstProfile } from './profiles.ts';
import { commandEntries, looksLikeCommand } from './shell/command.ts';

/** How one of the many kinds of `name = value` files is written. */
interface Dialect {
  readonly format: ConfigFormat;
  readonly file: RegExp;
  /** What begins a comment at the start of a line. */
  readonly comments: string;
  /** What begins a comment behind a value, after white space. */
  readonly trailing: string;
  /** Between a name and its value: characters, or white space alone. */
  readonly separators: string;
  readonly hasSections: boolean;
  /** Values may stand in quotes. */
  readonly hasQuotes: boolean;
  /** `\` at the end of a line goes on on the next, and `\u0041` and its kin are read. */
  readonly hasEscapes: boolean;
  /** Lines that are indented further than a name go on with its value. */
  readonly hasIndentedLines: boolean;
}

const INI: Omit<Dialect, 'file'> = {
  format: 'ini',
  comments: ';#',
  trailing: ';#',
  separators: '=:',
  hasSections: true,
  hasQuotes: true,
  hasEscapes: false,
  hasIndentedLines: false,
};

/** The first that fits counts. */
const DIALECTS: readonly Dialect[] = [
  { format: 'properties', file: /\.properties$/i, comments: '#!', trailing: '', separators: '=: ', hasSections: false, hasQuotes: false, hasEscapes: true, hasIndentedLines: false },
  { ...INI, file: /(?:^|\/)(?:setup\.cfg|tox\.ini|alembic\.ini|pytest\.ini|\.pypirc|\.coveragerc)$/i, hasIndentedLines: true },
  { ...INI, file: /(?:^|\/)\.?npmrc$/, separators: '=' },
  { ...INI, file: /\.(?:ini|cfg|cnf|inf|gitconfig)$|(?:^|\/)\.(?:editorconfig|s3cfg|pypirc|boto|hgrc|gitconfig|my\.cnf|netrc)$|(?:^|\/)(?:\.aws\/)?(?:credentials|config)$/i },
  { ...INI, file: /\.(?:conf|config)$/i, separators: '=: ' },
]; // prettier-ignore

function dialectOf(path: string): Dialect | null {
  return DIALECTS.find(({ file }) => file.test(path)) ?? null;
}

export function isPropertiesPath(path: string): boolean {
  return dialectOf(path) !== null;
}

const SECTION = /^[ \t]{0,20}\[([^\]\r\n]{1,200})\][ \t]{0,20}(?:[#;].*)?$/;
/** Documents of a Spring properties file. */
const DOCUMENT = /^[#!]---/;
const PROFILE = /^spring\.(?:profiles|config\.activate\.on-profile)$/;
const MAX_LINE = 64 * 1024;

/** Read Java properties, INI, and their kin. */
export function readProperties(text: string, path: string): RawReading {
  const dialect = dialectOf(path) ?? { ...INI, file: /./ };
  // XML in a `.config` file
  if (/^\s{0,100}</.test(text)) return { entries: [], error: null };
  const entries: RawEntry[] = [];
  let section: readonly string[] = [];
  let document = 0;
  for (const { line, start } of logicalLines(text, dialect)) {
    if (entries.length >= MAX_ENTRIES) return { entries, error: TOO_MANY_ENTRIES };
    if (!dialect.hasSections && DOCUMENT.test(line)) document++;
    if (isComment(line, dialect)) continue;
    const header = dialect.hasSections ? SECTION.exec(line)?.[1] : undefined;
    if (header !== undefined) section = sectionPath(header);
    else {
      const entry = entryOf(line, start, dialect);
      if (entry === null) continue;
      const keyPath = [...section, ...entry.keyPath];
      entries.push({ ...entry, keyPath, document });
      if (dialect.hasIndentedLines && looksLikeCommand(entry.value))
        entries.push(...pairsIn(entry, text, keyPath));
    }
  }
  return { entries: dialect.format === 'properties' ? withProfiles(entries) : entries, error: null };
}

/** `env =` with pairs on the lines below. */
function pairsIn({ span }: RawEntry, text: string, keyPath: readonly string[]): RawEntry[] {
  return commandEntries(asWritten(text.slice(...span), span[0])).map((entry) => ({
    ...entry,
    format: 'ini',
    keyPath: [...keyPath, ...entry.keyPath],
  }));
}

function isComment(line: string, { comments }: Dialect): boolean {
  const first = line.trimStart()[0];
  return first === undefined || comments.includes(first);
}

/** `[jwt]`, `[auth.jwt]`, `[profile "prod"]`, `[app:main]`. */
function sectionPath(header: string): readonly string[] {
  return header.split(/[.\s:"/]+/).filter((part) => part !== '');
}

function entryOf(line: string, start: number, dialect: Dialect): RawEntry | null {
  const { format, separators, hasQuotes, hasEscapes } = dialect;
  const nameStart = line.length - line.trimStart().length;
  const nameEnd = endOfName(line, nameStart, separators);
  const name = line.slice(nameStart, nameEnd).trim();
  if (name === '' || name.length > 200 || nameEnd === line.length) return null;
  const from = startOfValue(line, nameEnd, separators);
  if (from === null) return null;
  const keyPath = (hasEscapes ? name.replace(/\\(.)/g, '$1') : name).split('.').filter((part) => part !== '');
  const quoted = hasQuotes ? quotedValue(line, from) : null;
  const [valueStart, valueEnd] = quoted ?? plainValue(line, from, dialect);
  const span: Span = [start + valueStart, start + valueEnd];
  const written = line.slice(valueStart, valueEnd);
  if (hasEscapes) return { keyPath, value: decode(written, 0, PROPERTIES_ESCAPES).text, span, format };
  const value = quoted && line[quoted[0] - 1] === '"' ? written.replace(/\\(["\\])/g, '$1') : written;
  return { keyPath, value, span, format };
}

function endOfName(line: string, from: number, separators: string): number {
  for (let i = from; i < line.length; i++) {
    const char = line[i] ?? '';
    if (char === '\\') i++;
    else if (char === '=' || char === ':' || char === ' ' || char === '\t') {
      if (separators.includes(char === '\t' ? ' ' : char)) return i;
      if (char === ' ' || char === '\t') {
        const next = /[^ \t]/.exec(line.slice(i, i + 200))?.[0];
        // names of INI files may hold a blank or a colon
        if (next !== undefined && separators.includes(next)) return i;
      }
    }
  }
  return line.length;
}

function startOfValue(line: string, from: number, separators: string): number | null {
  const match = /^[ \t\f]{0,200}([=:])?\s{0,200}/.exec(line.slice(from, from + 402));
  const separator = match?.[1];
  if (separator === undefined && !separators.includes(' ')) return null;
  return from + (match?.[0].length ?? 0);
}

function quotedValue(line: string, from: number): Span | null {
  const quote = line[from];
  if (quote !== '"' && quote !== "'") return null;
  for (let end = from + 1; end < line.length; end++) {
    if (line[end] === '\\' && quote === '"') end++;
    else if (line[end] === quote)
      return /^\s*(?:[;#,].*)?$/.test(line.slice(end + 1)) ? [from + 1, end] : null;
  }
  return null;
}

function plainValue(line: string, from: number, { trailing, hasEscapes }: Dialect): Span {
  let end = line.length;
  for (let i = from; trailing !== '' && i < line.length; i++) {
    if (trailing.includes(line[i] ?? '') && /\s/.test(line[i - 1] ?? '')) {
      end = i;
      break;
    }
  }
  // white space at the end belongs to the value in Java; nobody means it
  const written = line.slice(from, end);
  const kept = from + written.trimEnd().length;
  return [from, hasEscapes && written.trimEnd().endsWith('\\') ? Math.min(kept + 1, end) : kept];
}

/* ------------------------------------------------------------------ lines */

function* logicalLines(text: string, dialect: Dialect): Generator<{ line: string; start: number }> {
  let start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (start < text.length) {
    let end = lineEnd(text, start);
    while (end < text.length && end - start < MAX_LINE && goesOn(text, start, end, dialect))
      end = lineEnd(text, nextLine(text, end));
    yield { line: text.slice(start, Math.min(end, start + MAX_LINE)), start };
    start = nextLine(text, end);
  }
}

function goesOn(text: string, start: number, end: number, dialect: Dialect): boolean {
  if (dialect.hasEscapes) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes++;
    return slashes % 2 === 1 && !isComment(text.slice(start, Math.min(end, start + 200)), dialect);
  }
  if (!dialect.hasIndentedLines || /^\s|^\[/.test(text.slice(start, start + 1))) return false;
  // `name =` with its value on the next, indented line
  return (
    /[=:][ \t]{0,20}$/.test(text.slice(Math.max(start, end - 300), end)) &&
    /^[ \t]{1,40}[^\s#;]/.test(text.slice(nextLine(text, end), nextLine(text, end) + 42))
  );
}

function lineEnd(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (text[at] === '\n' || text[at] === '\r') return at;
  return text.length;
}

function nextLine(text: string, end: number): number {
  return text.startsWith('\r\n', end) ? end + 2 : end + 1;
}

/** A document of a Spring file is for the profile that it names. */
function withProfiles(entries: readonly RawEntry[]): RawEntry[] {
  const profiles = new Map(
    entries
      .filter(({ keyPath }) => PROFILE.test(keyPath.join('.')))
      .map(({ document, value }) => [document, firstProfile(value)] as const),
  );
  if (profiles.size === 0) return [...entries];
  return entries.map((entry) => ({ ...entry, environment: profiles.get(entry.document) ?? null }));
}
