import { describe, expect, it } from 'vitest';
import { readConfig } from '../../src/facts/config/readers.ts';
import type { ConfigEntry } from '../../src/facts/model.ts';

/** Key path with `/`, the value, and the text at its span where that is not the value itself. */
type Expected = readonly [keyPath: string, value: string, written?: string];

/** What a text says, entry by entry in the order of their places; `path` where the file is named otherwise than in the rest of the table. */
export type ReaderCase = readonly [title: string, text: string, entries: readonly Expected[], path?: string];

/** Fewer cases leave the awkward ones out. */
const LEAST_CASES = 25;

/** The entries of a text in a file of that name, in the order of their places. */
export function entriesOf(path: string, text: string): readonly ConfigEntry[] {
  const { entries } = readConfig(path, text) ?? { entries: [] };
  return [...entries].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

/** Run a table of texts through the reader of a file name; keys, values and offsets have to be exact. */
export function describeReader(format: string, path: string, cases: readonly ReaderCase[]): void {
  const keyOf = ({ keyPath }: ConfigEntry): string => keyPath.join('/');
  describeTable(format, path, cases, entriesOf, keyOf);
}

/** The same for formats with much around the values: only values that begin with `made`, with ` @environment` and ` ?operator` behind their path. */
export function describeSettings(format: string, path: string, cases: readonly ReaderCase[]): void {
  const made: typeof entriesOf = (file, text) =>
    entriesOf(file, text).filter(({ value }) => value.startsWith('made'));
  describeTable(format, path, cases, made, describeEntry);
}

function describeTable(
  format: string,
  path: string,
  cases: readonly ReaderCase[],
  entriesIn: typeof entriesOf,
  describeKey: (entry: ConfigEntry) => string,
): void {
  describe(`${format} (${path})`, () => {
    it(`has ${LEAST_CASES} cases or more`, () => {
      expect(new Set(cases.map(([title]) => title)).size).toBe(cases.length);
      expect(cases.length).toBeGreaterThanOrEqual(LEAST_CASES);
    });

    it.each(cases.map((tried) => [tried[0], tried] as const))('%s', (_, [, text, expected, file = path]) => {
      const found = entriesIn(file, text).map((entry) =>
        shown(describeKey(entry), entry.value, text.slice(...entry.span)),
      );
      expect(found).toEqual(
        expected.map(([keyPath, value, written = value]) => shown(keyPath, value, written)),
      );
    });
  });
}

/** One line, so that a difference is easy to read. */
export function shown(key: string, value: string, written: string): string {
  return [key, value, written].map((part) => JSON.stringify(part)).join(' ');
}

function describeEntry({ keyPath, environment, fallback }: ConfigEntry): string {
  return (
    keyPath.join('/') + (environment ? ` @${environment}` : '') + (fallback ? ` ?${fallback.operator}` : '')
  );
}
