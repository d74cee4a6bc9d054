import type { FileFacts, Span } from '../../facts/model.ts';
import { classifyName } from '../../facts/secret-names.ts';
import { byCodeUnit } from '../files.ts';
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

/** All named values and keys of the files, by value, in the order of their paths; those that are secrets first. */
export function placesOfValues(files: Iterable<ProofFile>): ReadonlyMap<string, readonly ValuePlace[]> {
  const places = new Map<string, ValuePlace[]>();
  const add = (value: string, place: ValuePlace): void => {
    const list = places.get(value);
    if (!list) places.set(value, [place]);
    else if (!list.some((known) => isSamePlace(known, place))) list.push(place);
  };
  const sorted = [...files].sort((a, b) => byCodeUnit(a.facts.path, b.facts.path));
  for (const { facts, secrets } of sorted) {
    for (const { value, span } of secrets) add(value, placeOf(facts, span, 'secret', 'key'));
    for (const [value, place] of keyValues(facts)) add(value, place);
  }
  for (const { facts } of sorted) {
    for (const { value, span, keyPath } of facts.entries) {
      const rank = classifyName(keyPath) === 'other' ? 'any' : 'named';
      add(value, placeOf(facts, span, 'secret', rank));
    }
  }
  return places;
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

/** Where a value is written in a text, with its quotes: as a whole string or word, not inside a longer one. */
export function writtenAt(text: string, value: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length)) {
    const end = at + value.length;
    const [before = '', after = ''] = [text[at - 1], text[end]];
    if (before !== '' && before === after && /["'`]/.test(before)) spans.push([at - 1, end + 1]);
    else if (!/[\w$-]/.test(before) && !/[\w$-]/.test(after)) spans.push([at, end]);
  }
  return spans;
}

/** A place in a file of the project. */
export function placeOf({ path, context }: FileFacts, span: Span, kind: ValueKind, rank: Rank): ValuePlace {
  return { path, span, kind, rank, isAside: context !== 'source' && context !== 'config' };
}

function isSamePlace(a: KnownPlace, b: KnownPlace): boolean {
  return a.path === b.path && a.span[0] === b.span[0] && a.span[1] === b.span[1];
}

/** Texts of keys as someone may have passed them for a secret, which older libraries allow: CVE-2015-9235, RFC 8725 section 2.1. */
function* keyValues(facts: FileFacts): Generator<[string, ValuePlace]> {
  for (const { material, form, type, span } of facts.privateKeys) {
    const place = placeOf(facts, span, type === 'oct' ? 'secret' : 'private-key', 'key');
    if (form === 'pem') for (const text of pemReadings(material)) yield [text, place];
    else if (type === 'oct') yield [material, place];
  }
  for (const { text, span } of facts.publicKeys) {
    if (!('pem' in text)) continue;
    for (const reading of pemReadings(text.pem)) yield [reading, placeOf(facts, span, 'public-key', 'key')];
  }
}

/** With and without a line break at the end, with the line breaks of Windows, and the body alone. */
function pemReadings(pem: string): readonly string[] {
  const windows = pem.replaceAll('\n', '\r\n');
  const body = pem.replace(/-----[^-]+-----/g, '').replaceAll('\n', '');
  return [pem, `${pem}\n`, windows, `${windows}\r\n`, body];
}
