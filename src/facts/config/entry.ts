import { environmentNamed } from '../environment-names.ts';
import type { ConfigEntry, ConfigFormat, Span } from '../model.ts';
import { defaultOf } from './interpolation.ts';
import { MAX_VALUE } from './limits.ts';

/** What a reader found; the rest of an entry follows from it. */
export interface RawEntry {
  readonly keyPath: readonly string[];
  readonly value: string;
  readonly span: Span;
  readonly format: ConfigFormat;
  readonly environment?: string | null;
  readonly writtenAs?: 'plain' | 'base64';
}

/** Make an entry; a value that is a reference with a default becomes that default. */
export function makeEntry(text: string, raw: RawEntry): ConfigEntry {
  const entry: ConfigEntry = {
    keyPath: raw.keyPath,
    value: raw.value.slice(0, MAX_VALUE),
    span: raw.span,
    writtenAs: raw.writtenAs ?? 'plain',
    format: raw.format,
    environment: raw.environment ?? environmentOfSection(raw.keyPath),
    fallback: null,
  };
  const standIn = defaultOf(entry.value.trim());
  if (standIn === null) return entry;
  const value = entry.value.trim().slice(standIn.start, standIn.end);
  const span = spanOfDefault(text, entry, value, standIn.start);
  return { ...entry, value, span, fallback: { operator: 'interpolation', of: standIn.of } };
}

function spanOfDefault(text: string, entry: ConfigEntry, value: string, start: number): Span {
  if (entry.writtenAs === 'base64') return entry.span;
  const written = text.slice(...entry.span);
  const lead = written.length - written.trimStart().length;
  const at = written.startsWith(value, lead + start) ? lead + start : written.lastIndexOf(value);
  return at < 0 ? entry.span : [entry.span[0] + at, entry.span[0] + at + value.length];
}

/** How deep in a file the sections of environments stand: `production:`, `env: production:`, `build: env: production:`. */
const MAX_SECTION = 3;
/** As a section they are the name of something else more often than of an environment. */
const AMBIGUOUS: ReadonlySet<string> = new Set([
  'integration',
  'live',
  'ci',
  'tests',
  'alpha',
  'beta',
  'demo',
  'dr',
  'perf',
  'canary',
  'e2e',
  'nightly',
]);

function environmentOfSection(keyPath: readonly string[]): string | null {
  for (const segment of keyPath.slice(0, Math.min(MAX_SECTION, keyPath.length - 1))) {
    const named = AMBIGUOUS.has(segment.toLowerCase()) ? null : environmentNamed(segment);
    if (named !== null) return named;
  }
  // `jwtSecret: { production: … }`
  const last = keyPath.length > 1 ? (keyPath.at(-1) ?? '') : '';
  return AMBIGUOUS.has(last.toLowerCase()) ? null : environmentNamed(last);
}
