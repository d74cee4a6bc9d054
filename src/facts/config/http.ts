import { findNamedValues } from '../text/named-values.ts';
import type { RawEntry, RawReading } from './entry.ts';

const FILE = /\.(?:http|rest)$/i;

export function isHttpPath(path: string): boolean {
  return FILE.test(path);
}

const VARIABLE = /^[ \t]{0,20}@([A-Z_][\w.-]{0,200})[ \t]{0,20}=[ \t]{0,20}([^\r\n]{1,4000})/gim;

/** Files of requests for editors: `@name = value`, and what headers and bodies say by name. */
export function readHttp(text: string): RawReading {
  const variables = Array.from(text.matchAll(VARIABLE), (match): RawEntry => {
    const value = (match[2] ?? '').trimEnd();
    const start = match.index + match[0].length - (match[2] ?? '').length;
    return { keyPath: [match[1] ?? ''], value, span: [start, start + value.length], format: 'text' };
  });
  const known = new Set(variables.map((entry) => entry.span[0]));
  return {
    entries: [...variables, ...findNamedValues(text).filter((entry) => !known.has(entry.span[0]))],
    error: null,
  };
}
