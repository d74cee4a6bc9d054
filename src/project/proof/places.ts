import type { FileFacts, Span } from '../../facts/model.ts';
import { classifyName } from '../../facts/secret-names.ts';
import type { KnownPlace, Secret } from '../model.ts';

/** What the proof looks at of one file. */
export interface ProofFile {
  readonly facts: FileFacts;
  /** The secrets that linking found in it. */
  readonly secrets: readonly Secret[];
}

/** What a value is where it stands. */
export type ValueKind = 'secret' | 'public-key' | 'private-key';

/** A place where a value that may sign tokens is written. */
export interface ValuePlace extends KnownPlace {
  readonly kind: ValueKind;
  readonly rank: Rank;
  /** In a test, a document or a template, where it is used less. */
  readonly isAside: boolean;
}

/** What was known of a place before a token proved it: a JWT secret or a key, some secret, or nothing. */
type Rank = 'key' | 'named' | 'any';
const RANKS: readonly Rank[] = ['key', 'named', 'any'];

/** All named values and keys of the files, those that are secrets first. */
export function valuesOf(files: readonly ProofFile[]): ReadonlySet<string> {
  const values = new Set<string>();
  for (const { facts, secrets } of files) {
    for (const { value } of secrets) values.add(value);
    for (const { value } of keyValues(facts)) values.add(value);
  }
  for (const { facts } of files)
    for (const { value } of facts.entries) if (mayBeSecret(value)) values.add(value);
  return values;
}

const MAX_VALUE = 512;
/** Five words and more: texts of a program, if their name does not say otherwise. */
const PROSE = /^\s*\S+(?:\s+\S+){4}/;

function mayBeSecret(value: string): boolean {
  return value.length <= MAX_VALUE && !PROSE.test(value);
}

/** Where a file names a value or has a key with that text. */
export function placesOf({ facts, secrets }: ProofFile, value: string): ValuePlace[] {
  const places = [
    ...secrets
      .filter((secret) => secret.value === value)
      .map(({ span }) => placeOf(facts, span, 'secret', 'key')),
    ...[...keyValues(facts)].filter((key) => key.value === value).map(({ place }) => place),
  ];
  for (const entry of facts.entries) {
    if (entry.value !== value || places.some(({ span }) => span[0] === entry.span[0])) continue;
    const rank = classifyName(entry.keyPath) === 'other' ? 'any' : 'named';
    places.push(placeOf(facts, entry.span, 'secret', rank));
  }
  return places;
}

/** Where a file writes a value at all. */
export function writtenPlacesOf({ facts }: ProofFile, text: string, value: string): ValuePlace[] {
  return writtenAt(text, value).map((span) => placeOf(facts, span, 'secret', 'any'));
}

/** Of several places, the one that helps most: of the best rank, then in code or settings, then in the token's own file, then the first. */
export function bestPlace(places: readonly ValuePlace[], path: string): ValuePlace | null {
  const distance = (place: ValuePlace): number =>
    RANKS.indexOf(place.rank) * 4 + (place.isAside ? 2 : 0) + (place.path === path ? 0 : 1);
  return places.reduce<ValuePlace | null>(
    (best, place) => (best === null || distance(place) < distance(best) ? place : best),
    null,
  );
}

/** With its quotes: as a whole string or word, not inside a longer one. */
function writtenAt(text: string, value: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
    const end = at + value.length;
    const [before = '', after = ''] = [text[at - 1], text[end]];
    if (before !== '' && before === after && /["'`]/.test(before)) spans.push([at - 1, end + 1]);
    else if (!/[\w$-]/.test(before) && !/[\w$-]/.test(after)) spans.push([at, end]);
  }
  return spans;
}

function placeOf({ path, context }: FileFacts, span: Span, kind: ValueKind, rank: Rank): ValuePlace {
  return { path, span, kind, rank, isAside: context !== 'source' && context !== 'config' };
}

/* ------------------------------------------------------------------ keys as secrets */

/** Texts of keys as someone may have passed them for a secret, which older libraries allow: CVE-2015-9235, RFC 8725 section 2.1. */
function* keyValues(facts: FileFacts): Generator<{ readonly value: string; readonly place: ValuePlace }> {
  for (const { material, written, type, span } of facts.privateKeys) {
    const place = placeOf(facts, span, type === 'oct' ? 'secret' : 'private-key', 'key');
    if (written !== null) for (const value of pemReadings(material, written)) yield { value, place };
    else if (type === 'oct') yield { value: material, place };
  }
  for (const { text, written, span } of facts.publicKeys) {
    if (written === null || !('pem' in text)) continue;
    for (const value of pemReadings(text.pem, written))
      yield { value, place: placeOf(facts, span, 'public-key', 'key') };
  }
}

/** As it is written and in usual lines, with and without a line break at the end, with those of Windows, and the body alone. */
function pemReadings(usual: string, written: string): ReadonlySet<string> {
  const readings = [usual, written].flatMap((pem) => {
    const windows = pem.replaceAll('\n', '\r\n');
    return [pem, `${pem}\n`, windows, `${windows}\r\n`, pem.replaceAll('\n', '')];
  });
  return new Set([...readings, usual.replace(/-----[^-]+-----/g, '').replaceAll('\n', '')]);
}
