import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/facts/config/readers.ts';
import type { ConfigEntry } from '../../src/facts/model.ts';

/** Key path with `/`, the value, and the text at its span where that is not the value itself. */
type Expected = readonly [keyPath: string, value: string, written?: string];

/** What a text says, entry by entry in the order of their places. */
export type ReaderCase = readonly [title: string, text: string, entries: readonly Expected[]];

/** The entries of a text in a file of that name, in the order of their places. */
export function entriesOf(path: string, text: string): readonly ConfigEntry[] {
  const { entries } = readConfig(path, text) ?? { entries: [] };
  return [...entries].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/** Run a table of texts through the reader of a file name; keys, values and offsets have to be exact. */
export function describeReader(
  format: string,
  path: string,
  cases: readonly ReaderCase[],
  least: number = 25,
): void {
  const keyOf = ({ keyPath }: ConfigEntry): string => keyPath.join('/');
  describeTable(format, path, cases, least, (text) => entriesOf(path, text), keyOf);
}

/** The same for formats with much around the values: only values that begin with `made`, with ` @environment` and ` ?operator` behind their path. */
export function describeSettings(
  format: string,
  path: string,
  cases: readonly ReaderCase[],
  least: number = 25,
): void {
  const made = (text: string): readonly ConfigEntry[] =>
    entriesOf(path, text).filter(({ value }) => value.startsWith('made'));
  describeTable(format, path, cases, least, made, describeEntry);
}

function describeTable(
  format: string,
  path: string,
  cases: readonly ReaderCase[],
  least: number,
  entriesIn: (text: string) => readonly ConfigEntry[],
  describeKey: (entry: ConfigEntry) => string,
): void {
  describe(`${format} (${path})`, () => {
    it(`has ${least} cases or more`, () => {
      expect(new Set(cases.map(([title]) => title)).size).toBe(cases.length);
      expect(cases.length).toBeGreaterThanOrEqual(least);
    });

    it.each(cases)('%s', (_, text, expected) => {
      const found = entriesIn(text).map((entry) => [
        describeKey(entry),
        entry.value,
        text.slice(...entry.span),
      ]);
      expect(found).toEqual(expected.map(([keyPath, value, written = value]) => [keyPath, value, written]));
    });
  });
}

function describeEntry({ keyPath, environment, fallback }: ConfigEntry): string {
  return (
    keyPath.join('/') + (environment ? ` @${environment}` : '') + (fallback ? ` ?${fallback.operator}` : '')
  );
}
