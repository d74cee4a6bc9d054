import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskSecret, redact } from '../../src/findings/mask.ts';
import { lineIndexOf } from '../../src/findings/position.ts';
import { SecretIds } from '../../src/findings/secret-ids.ts';
import { cappedSeverity } from '../../src/findings/severity.ts';

describe('positions', () => {
  it.each([
    ['\n', 'a\nb', 2, [2, 1]],
    ['\r\n is one break', 'a\r\nb', 3, [2, 1]],
    ['the \\n of \\r\\n is on the line it ends', 'a\r\nb', 2, [1, 3]],
    ['a lone \\r', 'a\rb', 2, [2, 1]],
    ['\\n\\r is two breaks', 'a\n\rb', 3, [3, 1]],
    ['U+2028 is no break', 'a\u2028b', 2, [1, 3]],
    ['columns in UTF-16 units', '\u{1F511}b', 2, [1, 3]],
    ['the end of the text', 'a\n', 2, [2, 1]],
    ['past the end', 'ab', 9, [1, 10]],
    ['the empty text', '', 0, [1, 1]],
  ])('%s', (_, text, offset, [line, column]) => {
    expect(lineIndexOf(text).at(offset)).toEqual({ line, column });
  });

  it('finds the way back', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '\n', '\r', '\u2028') }), fc.nat(50), (text, n) => {
        const offset = Math.min(n, text.length);
        const { line, column } = lineIndexOf(text).at(offset);
        expect(lineIndexOf(text).startOf(line) + column - 1).toBe(offset);
      }),
    );
  });
});

describe('masks', () => {
  it.each([
    ['', '… (0)'],
    ['abcd', '… (4)'],
    ['abcde', 'a… (5)'],
    ['secret', 'se…t (6)'],
    ['made-up-secret', 'ma…t (14)'],
    ['\n\u001Bsecret\u202E', '??…? (9)'],
    ['\u{1F511}\u{1F512}key-key\u{1F513}', '\u{1F511}\u{1F512}…\u{1F513} (13)'],
    ['x'.repeat(1_000_000), 'xx…x (1000000)'],
    [`${'\u{1F511}'.repeat(40)}`, '\u{1F511}\u{1F511}…\u{1F511} (80)'],
  ])('%j', (value, mask) => {
    expect(maskSecret(value)).toBe(mask);
  });

  it('never shows more than three characters, nor half of a short value', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (value) => {
        const [shown = ''] = maskSecret(value).split(/ \(\d+\)$/);
        const count = [...shown].length - 1;
        expect(count).toBeLessThanOrEqual(Math.min(3, [...value].length / 2));
      }),
    );
  });
});

describe('redact', () => {
  it('masks secrets that are too long for an expression', () => {
    const long = 'made-up '.repeat(10_000);
    expect(redact(`a ${long}$& b abc`, [long, 'abc'])).toBe(`a ${maskSecret(long)}$& b ${maskSecret('abc')}`);
  });

  it.each([
    ['as it stands', 'key made-up-secret!', ['made-up-secret'], 'key ma…t (14)!'],
    ['as JSON has it', String.raw`"a\"made-up"`, ['a"made-up'], '"a"…p (9)"'],
    ['the longer one first', 'made-up-secret', ['made-up', 'made-up-secret'], 'ma…t (14)'],
    ['characters of patterns', 'a.*+?(b)[c]{d}|^$\\/', ['.*+?(b)[c]{d}|^$\\/'], 'a.*…/ (18)'],
    ['a short one alone only', 'abc ab (ab)', ['ab'], 'abc … (2) (… (2))'],
    ['not the empty one', 'abc', [''], 'abc'],
    ['none', 'abc', [], 'abc'],
  ])('%s', (_, text, secrets, redacted) => {
    expect(redact(text, secrets)).toBe(redacted);
  });

  it('leaves no value of some length', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 7 }), fc.string(), (before, secret, after) => {
        expect(redact(before + secret + after, [secret])).not.toContain(secret);
      }),
    );
  });
});

describe('secret ids', () => {
  it('count values in the order of their first appearance', () => {
    const ids = new SecretIds();
    expect(['b', 'a', 'b', '__proto__'].map((value) => ids.of(value))).toEqual(['s1', 's2', 's1', 's3']);
  });
});

describe('severity', () => {
  it.each(['test', 'docs', 'template', 'history'] as const)('is low in %s', (context) => {
    expect(cappedSeverity('critical', context)).toBe('low');
  });

  it.each(['source', 'config'] as const)('stays in %s', (context) => {
    expect(cappedSeverity('critical', context)).toBe('critical');
  });
});
