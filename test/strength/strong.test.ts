import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

import { judge } from '../../src/strength/judge.ts';
import { ROOT } from '../support/fixtures.ts';
import { lettersModule } from '../support/letter-prices.ts';
import { madeUpWords, phrase, seeded, strongShapes } from './generate.ts';

const WEAK = new Set(['placeholder', 'reference', 'known', 'guessable']);
const EACH = 500;

describe('generated secrets are not called weak', () => {
  const random = seeded(7);
  const words = madeUpWords(random);

  it.each(Object.entries(strongShapes(words)))('%s', (_, make) => {
    const values = Array.from({ length: EACH }, () => make(random));
    expect(values.filter((value) => WEAK.has(judge(value).kind))).toEqual([]);
  });

  it('few phrases of six or seven random words are', () => {
    const values = Array.from({ length: 2000 }, (_, i) =>
      phrase(random, words, 6 + (i % 2), '- '.charAt(i % 2)),
    );
    expect(values.filter((value) => WEAK.has(judge(value).kind)).length).toBeLessThanOrEqual(2);
  });

  it('project words do not make them weak', () => {
    const projectWords = ['acme', 'shop', 'api', 'fed'];
    const make = strongShapes(words)['hex 16 bytes']!;
    const values = Array.from({ length: EACH }, () => make(random));
    expect(values.filter((value) => WEAK.has(judge(value, { projectWords }).kind))).toEqual([]);
  });
});

describe('the prices of letters', () => {
  it('are those of the words beside them', () => {
    const file = path.join(ROOT, 'src/strength/words/letters.ts');
    expect(readFileSync(file, 'utf8') === lettersModule(), 'run npm run update:letters').toBe(true);
  });
});
