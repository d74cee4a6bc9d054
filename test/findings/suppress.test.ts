import { describe, expect, it } from 'vitest';
import { isSuppressed, parseSuppressions } from '../../src/findings/suppress.ts';

const WEAK = 'no-weak-secret';

/** Lines on which a rule is silent. */
function silent(text: string, rule = WEAK): number[] {
  const suppressions = parseSuppressions(text);
  const lines = text.split(/\r\n|\n|\r/).map((_, i) => i + 1);
  return lines.filter((line) => isSuppressed(suppressions, rule, line));
}

describe('our own directives', () => {
  it.each([
    ['#', 'x=1 # jwt-secrets-ignore'],
    ['# at once', 'x=1 #jwt-secrets-ignore'],
    ['//', 'x(); // jwt-secrets-ignore'],
    ['///', 'x(); /// jwt-secrets-ignore'],
    ['/* */', 'x(); /* jwt-secrets-ignore */ y();'],
    ['<!-- -->', '<a/> <!-- jwt-secrets-ignore -->'],
    [';', 'x=1 ; jwt-secrets-ignore'],
    ['--', 'SELECT 1 -- jwt-secrets-ignore'],
    ['%', 'x = 1 % jwt-secrets-ignore'],
    ['REM', 'set x=1 & REM jwt-secrets-ignore'],
    ['{# #}', '{# jwt-secrets-ignore #}'],
    ['!', '! jwt-secrets-ignore'],
    ['JSX', '{/* jwt-secrets-ignore */}'],
    ['a reason', '# jwt-secrets-ignore -- no-such-thing'],
    ['a reason without dashes', '# jwt-secrets-ignore because it is a fixture'],
    ['the rule', '# jwt-secrets-ignore no-weak-secret'],
    ['the rule with its prefix', '# jwt-secrets-ignore jwt-secrets/no-weak-secret -- why'],
    ['a colon', '# jwt-secrets-ignore: no-weak-secret'],
    ['a list with commas', '/* jwt-secrets-ignore no-shared-secret, no-weak-secret*/'],
    ['a list with spaces', '# jwt-secrets-ignore no-shared-secret no-weak-secret because'],
    ['an unfinished comment', '/* jwt-secrets-ignore no-weak-secret'],
  ])('%s', (_, text) => {
    expect(silent(text)).toEqual([1]);
  });

  it.each([
    ['a string', "x('jwt-secrets-ignore')"],
    ['a name', '# jwt-secrets-ignore-file'],
    ['a longer word', '# not-jwt-secrets-ignore'],
    ['a URL', 'https://jwt-secrets-ignore'],
    ['the end of a statement', 'foo(); jwt-secrets-ignore'],
    ['a decrement', 'x-- jwt-secrets-ignore'],
    ['another rule', '# jwt-secrets-ignore no-shared-secret'],
    ['a misspelt rule', '# jwt-secrets-ignore no-week-secret'],
    ['a rule in the reason', '# jwt-secrets-ignore no-shared-secret -- not no-weak-secret'],
    ['a rule behind the comment', '/* jwt-secrets-ignore no-shared-secret */ no-weak-secret'],
  ])('not in %s', (_, text) => {
    expect(silent(text)).toEqual([]);
  });

  it.each([
    ['the next line', '# jwt-secrets-ignore-next-line\na\nb', [2]],
    ['with CRLF', '# jwt-secrets-ignore-next-line no-weak-secret\r\na\r\nb', [2]],
    ['the line after a long comment', '/* jwt-secrets-ignore-next-line\n * why */\na\nb', [3]],
    ['in a comment block', '/*\n * jwt-secrets-ignore-next-line\n */\na\nb', [4]],
    ['at the end', '# jwt-secrets-ignore-next-line', []],
  ])('%s', (_, text, lines) => {
    expect(silent(text)).toEqual(lines);
  });
});

describe("ESLint's directives", () => {
  it.each([
    ['this line', 'a // eslint-disable-line\nb', [1]],
    ['the next line', '// eslint-disable-next-line jwt-secrets/no-weak-secret -- why\na\nb', [2]],
    ['among other rules', '// eslint-disable-next-line semi, jwt-secrets/no-weak-secret\na', [2]],
    ['without the prefix it is no rule of ours', '// eslint-disable-next-line no-weak-secret\na', []],
    ['only other rules', '/* eslint-disable no-console, @scope/a/b */\na', []],
    ['from here on', 'a\n/* eslint-disable */\nb\nc', [2, 3, 4]],
    ['up to here', '/* eslint-disable */\na\n/* eslint-enable */\nb', [1, 2, 3]],
    ['on one line', 'a\n/* eslint-disable */ b /* eslint-enable */\nc', [2]],
    ['in YAML', '# eslint-disable\na', [1, 2]],
    ['not in a line comment', '// eslint-disable\na', []],
    [
      'one rule on again',
      '/* eslint-disable */\n/* eslint-enable jwt-secrets/no-weak-secret */\n\na',
      [1, 2],
    ],
    [
      'another rule on again',
      '/* eslint-disable jwt-secrets/no-weak-secret, semi */\n/* eslint-enable semi */\na',
      [1, 2, 3],
    ],
  ])('%s', (_, text, lines) => {
    expect(silent(text)).toEqual(lines);
  });

  it('is exact where the column is known', () => {
    const found = parseSuppressions('a /* eslint-disable */ b /* eslint-enable */ c');
    expect([1, 24, 46].map((column) => isSuppressed(found, WEAK, 1, column))).toEqual([false, true, false]);
  });
});

describe('hostile files', () => {
  it.each([
    ['directives', '# jwt-secrets-ignore '.repeat(200_000)],
    ['spaces', `//${' '.repeat(2_000_000)}jwt-secrets-ignore`],
    ['dashes', `# jwt-secrets-ignore a${'-'.repeat(2_000_000)}!`],
    ['unfinished comments', '/* jwt-secrets-ignore-next-line '.repeat(100_000)],
    ['toggles', '/* eslint-disable */ /* eslint-enable */ '.repeat(100_000)],
  ])('%s take no time', (_, text) => {
    const began = performance.now();
    isSuppressed(parseSuppressions(text), WEAK, 1);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
