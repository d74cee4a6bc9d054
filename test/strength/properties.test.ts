import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { judge, type JudgeOptions } from '../../src/strength/judge.ts';
import { KNOWN_DEFAULTS, KNOWN_HASHES } from '../../src/strength/known-defaults.ts';
import { builtInSecrets } from '../../src/strength/known.ts';

const options: fc.Arbitrary<JudgeOptions> = fc.record(
  {
    algorithm: fc.constantFrom('HS256', 'HS384', 'HS512', null),
    consumer: fc.constantFrom('utf8', 'base64', 'base64url', 'hex'),
    context: fc.constantFrom('code', 'config'),
    projectWords: fc.array(fc.string({ maxLength: 12 }), { maxLength: 4 }),
  },
  { requiredKeys: [] },
);

const pieces = fc.constantFrom('secret', 'Key', '2024', '-', '_', '${', '}', ':-', '{{', '}}', 'aaaa', 'qwerty', 'p4ss', '<', '>', 'é', '密', '%', '"', '$(', ')'); // prettier-ignore
const values = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  fc.uint8Array({ maxLength: 80 }).map((bytes) => Buffer.from(bytes).toString('base64')),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
    .map((units) => String.fromCharCode(...units)),
);

/** All the words a reason may consist of: none of them ever comes from the value. */
const ORIGIN_WORDS = [...KNOWN_DEFAULTS, ...KNOWN_HASHES].map(([origin]) => origin).join(' ');
const VOCABULARY = new Set(
  `${ORIGIN_WORDS}
   a an the in of to or for it as by and which whose where with without on at its own all one no not is are be should
   empty slot value reference environment variable output command template code reads run time cloudformation aws google
   cloud azure key vault secret store encrypted file password hash address pem hmac default partly filled from elsewhere
   known published list secrets another spelling something appended made digits only separators common word words
   pronounceable letters keyboard alphabet walk walks consecutive characters runs repeated character repetition
   repetitions year years date dates digit other about guesses guessed once phrase sentence natural language base64
   base64url hex uuid readable text byte bytes needs rfc section hs256 hs384 hs512 least random bits better web site keys
   follow fixed sequence alternate typed hand up chat bot comes twice cases person hit row name names project stock`
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu),
);

const foreignWords = (reason: string): string[] =>
  (reason.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(
    (word) => !/^\d+$/.test(word) && !VOCABULARY.has(word),
  );

describe('judge', () => {
  it('never throws, and answers the same again with finite numbers', () => {
    fc.assert(
      fc.property(values, options, (value, given) => {
        const judged = judge(value, given);
        expect(judge(value, given)).toEqual(judged);
        expect(judged.bits).toBeGreaterThanOrEqual(0);
        expect(judged.bits).toBeLessThan(Infinity);
        expect(Number.isInteger(judged.keyBytes)).toBe(true);
      }),
      { numRuns: 3000, seed: 1 },
    );
  });

  it('gives reasons in fixed words, so that nothing of the value can be in them', () => {
    fc.assert(
      fc.property(values, options, (value, given) => {
        const { reason } = judge(value, given);
        expect(reason).not.toBe('');
        expect(foreignWords(reason)).toEqual([]);
      }),
      { numRuns: 3000, seed: 2 },
    );
  });

  it('names where a known value is published without a word of the value', () => {
    const generic = /secret|token|password|application/gi;
    for (const [origin, published] of KNOWN_DEFAULTS) {
      for (const value of published) {
        const plain = value.toLowerCase().replace(generic, ' ');
        const shown = (origin.toLowerCase().match(/[a-z0-9]{4,}/g) ?? []).filter((word) =>
          plain.includes(word),
        );
        expect(shown, origin).toEqual([]);
      }
    }
    for (const value of builtInSecrets()) expect(foreignWords(judge(value).reason)).toEqual([]);
  });

  it('never finds more bits in a value with an encoding than its key has', () => {
    fc.assert(
      fc.property(values, options, (value, given) => {
        const { bits, keyBytes } = judge(value, given);
        expect(bits).toBeLessThanOrEqual(keyBytes * 8);
      }),
      { seed: 3 },
    );
  });

  it.each([
    ['one character', 'a'.repeat(2_000_000)],
    ['hex', 'f09a'.repeat(1_000_000)],
    ['openings', '${A:-'.repeat(200_000)],
    ['lone surrogates', '\ud800'.repeat(500_000)],
    ['slashes', `${'/a'.repeat(4000)}!`],
    ['a nested default', '${A:-'.repeat(1600) + '}'.repeat(1600)],
    ['blanks in a template', `{{${' '.repeat(8000)}`],
  ])('judges long values in bounded time: %s', (_, value) => {
    const start = performance.now();
    judge(value);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
