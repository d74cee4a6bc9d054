import { describe, expect, it } from 'vitest';
import { collectFacts } from '../../src/facts/collect.ts';
import { shown } from './reader-cases.ts';

/** Key path with `/` and ` ?operator` of a default; the value; the text at its span where that is not the value itself. */
type Expected = readonly [keyPath: string, value: string, written?: string];

/** What is found by name and shape in a text: the file, the text, the values. */
export type TextCase = readonly [title: string, file: string, text: string, entries: readonly Expected[]];

/** Run a table of texts that have no reader of their own; values and offsets have to be exact. */
export function describeTexts(subject: string, cases: readonly TextCase[]): void {
  describe(subject, () => {
    it('has 25 cases or more', () => {
      expect(new Set(cases.map(([title]) => title)).size).toBe(cases.length);
      expect(cases.length).toBeGreaterThanOrEqual(25);
    });

    it.each(cases)('%s', (_, file, text, expected) => {
      const { entries } = collectFacts(file, text, () => null).facts;
      const found = entries.map(({ keyPath, value, span, fallback }) =>
        shown(keyPath.join('/') + (fallback ? ` ?${fallback.operator}` : ''), value, text.slice(...span)),
      );
      expect(found).toEqual(
        expected.map(([keyPath, value, written = value]) => shown(keyPath, value, written)),
      );
    });
  });
}
