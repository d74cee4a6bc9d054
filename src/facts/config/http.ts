import { findNamedValues } from '../text/named-values.ts';
import { classifyName } from '../secret-names.ts';
import { onePerPlace, type RawEntry, type RawReading } from './entry.ts';

const FILE = /\.(?:http|rest)$/i;

export function isHttpPath(path: string): boolean {
  return FILE.test(path);
}

const VARIABLE = /^\uFEFF?[ \t]{0,20}@([A-Z_][\w.-]{0,200})[ \t]{0,20}=[ \t]{0,20}([^\r\n]{1,4000})/gim;

/** Fields of a form or of an address. */
const FIELD = /(?:^|[?&])([A-Z_][\w.-]{0,200})=([^&#\s"'{}]{1,4000})/gim;
const MAX_FIELDS = 20_000;

/** Files of requests for editors: `@name = value`, and what headers, fields and bodies say by name. */
export function readHttp(text: string): RawReading {
  const variables = Array.from(text.matchAll(VARIABLE), (match): RawEntry => {
    const value = (match[2] ?? '').trimEnd();
    const start = match.index + match[0].length - (match[2] ?? '').length;
    return { keyPath: [match[1] ?? ''], value, span: [start, start + value.length], format: 'text' };
  });
  const named = findNamedValues(text, { unquotedColon: true });
  return { entries: onePerPlace([...variables, ...fieldsOf(text), ...named]), error: null };
}

function fieldsOf(text: string): RawEntry[] {
  const found: RawEntry[] = [];
  for (const match of text.matchAll(FIELD)) {
    if (found.length >= MAX_FIELDS) break;
    const [whole, name = '', written = ''] = match;
    if (classifyName([name]) !== 'jwt-secret') continue;
    const start = match.index + whole.length - written.length;
    found.push({
      keyPath: [name],
      value: decodedField(written),
      span: [start, start + written.length],
      format: 'text',
    });
  }
  return found;
}

function decodedField(written: string): string {
  try {
    return decodeURIComponent(written.replaceAll('+', ' '));
  } catch {
    return written;
  }
}
