import type { EnvironmentNames } from '../environment-names.ts';
import type { ConfigEntry, Fallback, Span } from '../model.ts';
import { classifyName } from '../secret-names.ts';
import { withoutDefault, withoutParameterDefault } from './drop-default.ts';
import { commentAt } from './comment.ts';
import type { RawEntry } from './entry.ts';
import { DeclaredEnvironments, environmentByPath, environmentInComment } from './environment-of-entry.ts';
import { defaultOf, literalOf, referenceIn } from './interpolation.ts';
import { MAX_VALUE } from './limits.ts';
import { withKeyOfObject } from './object-value.ts';

/** What is known about the file as a whole. */
export interface FileScope {
  readonly names: EnvironmentNames;
  /** The environment that the file's path names. */
  readonly environment: string | null;
}

const MAX_HOPS = 5;

/** Make entries of what a reader found: defaults and references resolved, environment and comment added. */
export function finishEntries(text: string, found: readonly RawEntry[], scope: FileScope): ConfigEntry[] {
  const declared = new DeclaredEnvironments(found, scope.names);
  const entries = found.flatMap((raw) => withKeyOfObject(text, finish(text, raw, scope, declared)) ?? []);
  return resolveReferences(onePerPlace(entries));
}

/** Two readers of one text may find the same thing. */
function onePerPlace(entries: readonly ConfigEntry[]): ConfigEntry[] {
  const places = new Map<string, ConfigEntry>();
  for (const entry of entries) {
    const place = `${entry.span.join(':')}:${entry.keyPath.join('\0')}`;
    if (!places.has(place)) places.set(place, entry);
  }
  return [...places.values()];
}

function finish(text: string, raw: RawEntry, scope: FileScope, declared: DeclaredEnvironments): ConfigEntry {
  const comment = commentAt(text, raw.span, raw.format);
  const entry: ConfigEntry = {
    keyPath: raw.keyPath.map(nameIn),
    value: raw.value.slice(0, MAX_VALUE),
    span: raw.span,
    writtenAs: raw.writtenAs ?? 'plain',
    format: raw.format,
    environment: environmentOf(raw, scope, declared, comment),
    fallback: fallbackOf(text, raw),
    comment,
    refersTo: raw.refersTo ?? null,
    object: raw.object ?? null,
  };
  const trimmed = entry.value.trim();
  const literal = literalOf(trimmed);
  if (literal !== null) {
    const value = trimmed.slice(...literal);
    return { ...entry, value, span: spanOfDefault(text, entry, value, literal[0]) };
  }
  const standIn = raw.fallback ? null : defaultOf(trimmed);
  if (standIn === null) return { ...entry, refersTo: entry.refersTo ?? referenceIn(trimmed) };
  const value = trimmed.slice(standIn.start, standIn.end);
  const span = spanOfDefault(text, entry, value, standIn.start);
  const removal = withoutDefault(text, raw, standIn);
  const fallback = { operator: 'interpolation', of: standIn.of, ...(removal && { removal }) } as const;
  return { ...entry, value, span, fallback };
}

/** `JWT_SECRET=value` where a name should be is a mistake, and the value no part of what messages show as the name. */
function nameIn(part: string): string {
  const end = part.indexOf('=');
  const name = part.slice(0, Math.max(0, end)).trimEnd();
  return end < 0 || classifyName([name]) === 'other' ? part : name;
}

function fallbackOf(text: string, raw: RawEntry): Fallback | null {
  if (!raw.fallback || raw.fallback.operator !== 'default') return raw.fallback ?? null;
  const removal = withoutParameterDefault(text, raw);
  return removal ? { ...raw.fallback, removal } : raw.fallback;
}

function environmentOf(
  raw: RawEntry,
  scope: FileScope,
  declared: DeclaredEnvironments,
  comment: string | null,
): string | null {
  const { names } = scope;
  const said = raw.environment
    ? (names.named(raw.environment) ?? names.within(raw.environment) ?? raw.environment)
    : null;
  const own =
    said ?? declared.binding(raw) ?? environmentByPath(raw, names) ?? environmentInComment(comment, names);
  return own ?? (scope.environment === null ? declared.mode(raw) : null);
}

function spanOfDefault(text: string, entry: ConfigEntry, value: string, start: number): Span {
  if (entry.writtenAs === 'base64') return entry.span;
  const written = text.slice(...entry.span);
  const lead = written.length - written.trimStart().length;
  const at = written.startsWith(value, lead + start) ? lead + start : written.lastIndexOf(value);
  return at < 0 ? entry.span : [entry.span[0] + at, entry.span[0] + at + value.length];
}

/**
 * `JWT_SECRET=${BASE}` has the value of `BASE` where the same file sets it, and it is written there. Formats whose references
 * lead out of the file are left alone: compose takes variables from the environment.
 */
function resolveReferences(entries: readonly ConfigEntry[]): ConfigEntry[] {
  if (!entries.some((entry) => entry.refersTo && expandsOwnNames(entry))) return [...entries];
  const byName = new Map(entries.map((entry) => [nameOf(entry), entry]));
  return entries.map((entry) => {
    let target = entry;
    for (let hop = 0; hop < MAX_HOPS && target.refersTo && expandsOwnNames(target); hop++) {
      const next = byName.get(target.refersTo);
      if (next === undefined) break;
      target = next;
      if (next === entry) break;
    }
    if (target === entry) return entry;
    const { value, span, writtenAs, fallback, refersTo = null } = target;
    return { ...entry, value, span, writtenAs, fallback, refersTo };
  });
}

function expandsOwnNames({ format }: ConfigEntry): boolean {
  return (
    format === 'dotenv' ||
    format === 'shell' ||
    format === 'makefile' ||
    format === 'properties' ||
    format === 'dockerfile'
  );
}

function nameOf({ keyPath, format }: ConfigEntry): string {
  return format === 'properties' ? keyPath.join('.') : (keyPath.at(-1) ?? '');
}
