import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { knownLibraries, librariesWith } from '../../src/facts/javascript/libraries/index.ts';
import { LITERALS, mayHoldFacts, wordsOfFacts } from '../../src/facts/prefilter.ts';
import { KEY_ADJECTIVES, KEY_NOUNS } from '../../src/facts/secret-words.ts';
import type { Words } from '../../src/facts/word-search/automaton.ts';
import { WordSearch } from '../../src/facts/word-search/word-search.ts';

const searchFor = (words: Partial<Words>): WordSearch => WordSearch.of({ words: [], pairs: [], ...words })!;

describe('a search', () => {
  const search = searchFor({
    words: ['secret', 'of', 'schlüssel', 'ключ', '密钥', 'x'],
    pairs: [{ first: ['sign', 'signing', 'app'], joints: ['', '_', '-'], second: ['key', 'clé'] }],
  });

  it.each<readonly [text: string, isFound: boolean]>([
    ['', false],
    ['nothing here', false],
    ['a secret', true],
    ['SeCrEt', true],
    ['secre', false],
    ['ſecret', false],
    ['ob', false],
    ['OF', true],
    ['Schlüssel', true],
    ['SCHLÜSSEL', true],
    ['schlussel', false],
    ['КЛЮЧ', true],
    ['密钥', true],
    ['密', false],
    ['X', true],
    ['signkey', true],
    ['SIGNING-KEY', true],
    ['signing_clé', true],
    ['SIGNING_CLÉ', true],
    ['appsignkey', true],
    ['app key', false],
    ['key', false],
    ['sign_', false],
    ['sign__key', false],
  ])('%j: %s', (text, isFound) => {
    expect(search.mayFind(Buffer.from(text))).toBe(isFound);
  });

  it('takes Latin-1 for what it is', () => {
    expect(search.mayFind(Buffer.from('Der Schlüssel', 'latin1'))).toBe(true);
    expect(search.mayFind(Buffer.from('SCHLÜSSEL', 'latin1'))).toBe(true);
  });

  it('finds a word at every place, and none across the end', () => {
    for (let at = 0; at < 70; at++) {
      const text = `${' '.repeat(at)}secret`;
      expect(search.mayFind(Buffer.from(text)), String(at)).toBe(true);
      // What was looked at before still stands behind the end.
      for (let less = 1; less < 6; less++)
        expect(search.mayFind(Buffer.from(text.slice(0, -less))), `${at} ${less}`).toBe(false);
    }
  });

  it('searches what was put into its own memory where it is', () => {
    const { room } = search;
    room.set(Buffer.from('a secret'));
    expect(search.mayFind(room.subarray(0, 8))).toBe(true);
    expect(search.mayFind(room.subarray(0, 7))).toBe(false);
    // Elsewhere in that memory it is copied to the beginning first.
    room.set(Buffer.from('secret'), 5000);
    expect(search.mayFind(room.subarray(5000, 5006))).toBe(true);
  });

  it('searches as much as it has room for, to the last byte, and leaves more to others', () => {
    const { length } = search.room;
    const bytes = Buffer.alloc(length, ' ');
    expect(search.mayFind(bytes)).toBe(false);
    bytes.write('secret', length - 6);
    expect(search.mayFind(bytes)).toBe(true);
    bytes.write('  ', length - 2);
    expect(search.mayFind(bytes)).toBe(false);
    expect(search.mayFind(Buffer.alloc(length + 1, ' '))).toBe(true);
  });

  it('for nothing finds nothing', () => {
    expect(searchFor({}).mayFind(Buffer.from('anything at all'))).toBe(false);
  });

  it('is none for more words than there is room for', () => {
    const many = Array.from({ length: 3000 }, (_, i) => `made-up-${i}`);
    expect(WordSearch.of({ words: many, pairs: [] })).toBeNull();
    expect(WordSearch.of({ words: [], pairs: [{ first: ['a'], joints: [''], second: many }] })).toBeNull();
  });

  it('finds what a plain search finds, and nothing else', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'C', '_', '1'), minLength: 1, maxLength: 5 });
    const list = fc.array(word, { maxLength: 6 });
    const text = fc.string({ unit: fc.constantFrom('a', 'A', 'b', 'c', '_', '1', 'é', ' '), maxLength: 80 });
    fc.assert(
      fc.property(list, list, list, fc.array(text, { maxLength: 8 }), (words, first, second, texts) => {
        const pairs = [{ first, joints: ['', '-', '_'], second }];
        const all = [
          ...words,
          ...first.flatMap((one) =>
            second.flatMap((two) => [`${one}${two}`, `${one}-${two}`, `${one}_${two}`]),
          ),
        ].map((one) => one.toLowerCase());
        const made = searchFor({ words, pairs });
        for (const one of texts) {
          const isThere = all.some((wanted) => one.toLowerCase().includes(wanted));
          expect(made.mayFind(Buffer.from(one))).toBe(isThere);
        }
      }),
      { numRuns: 150, seed: 8 },
    );
  });
});

describe('the search for what files may say', () => {
  const search = WordSearch.of(wordsOfFacts(knownLibraries))!;
  const modules = knownLibraries.libraries.flatMap((library) => library.modules);
  const pieces = fc.oneof(
    fc.constantFrom(...LITERALS, ...KEY_ADJECTIVES, ...KEY_NOUNS, ...modules),
    fc.constantFrom("'", '"', '`', ':', '@', '_', '-', ' ', '\n', '/', '*', 'npm:', 'const ', 'ſ', 'K', 'ı'),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  const cut = fc.tuple(pieces, fc.constantFrom('as it is', 'upper', 'lower', 'less'));
  const texts = fc.array(cut, { maxLength: 12 }).map((parts) =>
    parts
      .map(([piece, how]) => {
        if (how === 'upper') return piece.toUpperCase();
        if (how === 'lower') return piece.toLowerCase();
        return how === 'less' ? piece.slice(0, -1) : piece;
      })
      .join(''),
  );

  it('loses nothing that the look at the text takes for interesting', () => {
    let [interesting, found] = [0, 0];
    fc.assert(
      fc.property(texts, (text) => {
        const [isWorthIt, isFound] = [mayHoldFacts(text), search.mayFind(Buffer.from(text))];
        if (isWorthIt) expect(isFound).toBe(true);
        if (isWorthIt) interesting++;
        if (isFound) found++;
      }),
      { numRuns: 20_000, seed: 8 },
    );
    expect(interesting).toBeGreaterThan(5000);
    expect(found / interesting).toBeLessThan(1.1);
  });

  it('nor of one in Latin-1', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'schlüßeéÜSECRTk_-') }), texts, (noise, text) => {
        const bytes = Buffer.from(noise + text, 'latin1');
        if (mayHoldFacts(bytes.toString('latin1'))) expect(search.mayFind(bytes)).toBe(true);
      }),
      { numRuns: 3000, seed: 8 },
    );
  });

  it("knows a project's own libraries", () => {
    const own = { name: 'made-up', modules: ['made-up/signer', '*/made-up-ending'], entries: [] };
    const withOwn = WordSearch.of(wordsOfFacts(librariesWith([own])))!;
    for (const line of [`import x from 'made-up/signer';`, 'require("../a/made-up-ending")']) {
      expect(search.mayFind(Buffer.from(line))).toBe(false);
      expect(withOwn.mayFind(Buffer.from(line))).toBe(true);
    }
  });
});
