import { describe, expect, it } from 'vitest';
import { collectFacts } from '../../../src/facts/collect.ts';
import { HOSTILE } from '../../support/hostile-texts.ts';

describe('hostile texts', () => {
  it.each(HOSTILE)('%s', (_, file, text, error) => {
    const made = text();
    const began = performance.now();
    const { facts, errors } = collectFacts(file, made, () => null);
    expect(performance.now() - began).toBeLessThan(15_000);
    expect(facts.entries.length).toBeLessThan(200_000);
    if (error === null) expect(errors).toEqual([]);
    else expect(errors.join()).toMatch(error);
  });
});
