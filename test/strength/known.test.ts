import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { KNOWN_DEFAULTS } from '../../src/strength/known-defaults.ts';
import { KNOWN_HASHES } from '../../src/strength/known-hashes.ts';
import { builtInSecrets, buildKnownSecrets } from '../../src/strength/known.ts';

describe('the built-in list', () => {
  it('has each value once, trimmed, and says where each is published', () => {
    const values = KNOWN_DEFAULTS.flatMap(([, published]) => published);
    expect(new Set(values).size).toBe(values.length);
    expect(values.filter((value) => value !== value.trim() || value === '')).toEqual([]);
    expect(KNOWN_DEFAULTS.filter(([origin]) => origin.length < 4)).toEqual([]);
    expect(builtInSecrets()).toEqual(expect.arrayContaining(values));
  });

  it('holds true hashes', () => {
    const guesses = ['', 'secret', 'password', 'test', '123456', 'admin', 'jwt', 'changeme', 'mysecret', 'key', 'secretkey', 'hello', '12345678']; // prettier-ignore
    const hashes = ['md5', 'sha1', 'sha256', 'sha512'].flatMap((name) =>
      guesses.map((guess) => createHash(name).update(guess).digest('hex')),
    );
    expect(new Set(KNOWN_HASHES.flatMap(([, values]) => values))).toEqual(new Set(hashes));
  });
});

describe('buildKnownSecrets', () => {
  const known = buildKnownSecrets([
    'Kx8-vQ2m',
    'abc',
    '  spaced-out-value ',
    '',
    'zeta-omega-1234567',
    'zeta-omega-1234567-longer',
  ]);

  it('finds exact text', () => {
    expect(known.findExact('Kx8-vQ2m')).toEqual({ how: 'exact', origin: null, length: 8 });
    expect(known.findExact('spaced-out-value')).not.toBeNull();
    expect(known.findExact('')).toBeNull();
  });

  it('finds other spellings of six letters and digits or more', () => {
    expect(known.findRespelt('kx8_VQ2M')).toMatchObject({ how: 'respelt' });
    expect(known.findRespelt('ABC')).toBeNull();
  });

  it('finds the longest long value at the beginning', () => {
    expect(known.findPrefix('zeta-omega-1234567-longer-still')).toMatchObject({ length: 25 });
    expect(known.findPrefix('zeta-omega-1234567!')).toMatchObject({ length: 18 });
    expect(known.findPrefix('Kx8-vQ2m!')).toBeNull();
  });
});
