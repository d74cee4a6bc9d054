import { createHash } from 'node:crypto';

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { KNOWN_DEFAULTS, KNOWN_HASHES } from '../../src/strength/known-defaults.ts';
import { builtInKnown, builtInSecrets, canonicalOf } from '../../src/strength/known.ts';
import { secretListOf } from '../../src/strength/secret-list.ts';

describe('the built-in list', () => {
  it('has each value once, trimmed, and says where each is published', () => {
    const values = KNOWN_DEFAULTS.flatMap(([, published]) => published);
    expect(new Set(values).size).toBe(values.length);
    expect(values.filter((value) => value !== value.trim() || value === '')).toEqual([]);
    expect(KNOWN_DEFAULTS.filter(([origin]) => origin.length < 4)).toEqual([]);
    expect(builtInSecrets()).toEqual(expect.arrayContaining(values));
  });

  it('holds true hashes', () => {
    const guesses = [
      '', 'secret', 'password', 'test', '123456', 'admin', 'jwt', 'changeme', 'mysecret', 'key', 'secretkey', 'hello', '12345678',
      'qwerty', '12345', '123456789', 'password123', 'secret123', 'supersecret', 'jwt_secret', 'jwtsecret', 'token', 'root',
      'mysecretkey', 'your-secret-key',
    ]; // prettier-ignore
    const hashes = ['md5', 'sha1', 'sha256', 'sha512'].flatMap((name) =>
      guesses.map((guess) => createHash(name).update(guess).digest('hex')),
    );
    expect(new Set(KNOWN_HASHES.flatMap(([, values]) => values))).toEqual(new Set(hashes));
  });
});

describe('the built-in index', () => {
  const known = builtInKnown();

  it('finds the longest published value at the beginning', () => {
    const published = 'your-256-bit-secret';
    expect(known.findPrefix(`${published}!`)).toMatchObject({ how: 'prefix', length: published.length });
    expect(known.findPrefix(published)).toMatchObject({ length: published.length });
    expect(known.findPrefix('changeme-and-more')).toBeNull();
    expect(known.findPrefix('')).toBeNull();
  });
});

describe('a list of the user', () => {
  const values = [
    'Kx8-vQ2m',
    'abc',
    '  spaced-out-value ',
    '',
    'zeta-omega-1234567',
    'zeta-omega-1234567-longer',
    'Kx8-vQ2m',
  ];
  const known = secretListOf(values);

  it('has each value once', () => {
    expect(known.size).toBe(5);
  });

  it('finds exact text', () => {
    expect(known.findExact('Kx8-vQ2m')).toEqual({ how: 'exact', origin: null, length: 8 });
    expect(known.has('spaced-out-value')).toBe(true);
    expect(known.findExact('')).toBeNull();
    expect(known.findExact('Kx8-vQ2n')).toBeNull();
  });

  it('finds other spellings of six letters and digits or more', () => {
    expect(known.findRespelt('kx8_VQ2M')).toMatchObject({ how: 'respelt' });
    expect(known.findRespelt('ABC')).toBeNull();
    expect(secretListOf(['plainvalue']).findRespelt('Plain-Value')).toMatchObject({ how: 'respelt' });
  });

  it('finds the longest long value at the beginning', () => {
    expect(known.findPrefix('zeta-omega-1234567-longer-still')).toMatchObject({ length: 25 });
    expect(known.findPrefix('zeta-omega-1234567!')).toMatchObject({ length: 18 });
    expect(known.findPrefix('Kx8-vQ2m!')).toBeNull();
  });

  it('agrees with a plain set on any text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary' })),
        fc.array(fc.string({ unit: 'binary' })),
        (listed, asked) => {
          const plain = new Set(listed.map((value) => value.trim()).filter((value) => value !== ''));
          const list = secretListOf(listed);
          expect(list.size).toBe(plain.size);
          for (const value of [...plain, ...asked]) expect(list.has(value)).toBe(plain.has(value));
        },
      ),
      { seed: 4 },
    );
  });

  it('agrees on other spellings with the form that they share', () => {
    const alike = fc.string({ unit: fc.constantFrom(...'aAbB.-'), minLength: 5, maxLength: 9 });
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string(), alike);
    fc.assert(
      fc.property(texts, texts, (listed, asked) => {
        const plain = canonicalOf(listed.trim());
        const isRespelt = plain !== null && plain === canonicalOf(asked);
        expect(secretListOf([listed]).findRespelt(asked) !== null).toBe(isRespelt);
      }),
      { seed: 5, numRuns: 2000 },
    );
  });

  it('tells a hundred thousand values apart, and takes them up in a tenth of a second', () => {
    const many = Array.from(
      { length: 100_000 },
      (_, i) => `leaked-${i.toString(36)}-${(i * 7919) % 100_003}`,
    );
    const started = performance.now();
    const list = secretListOf(many);
    const took = performance.now() - started;
    expect(list.size).toBe(many.length);
    expect(many.every((value) => list.has(value))).toBe(true);
    expect(many.some((value) => list.has(`${value}.`))).toBe(false);
    expect(took).toBeLessThan(500); // the budget is 100 ms; a loaded machine takes longer
  });
});
