import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ignoreListOf } from '../../src/project/gitignore.ts';
import { Workspace } from '../support/cli.ts';

const CASES: readonly (readonly [patterns: string, ignored: readonly string[], kept: readonly string[]])[] = [
  ['a', ['a', 'x/a', 'a/b', 'x/a/b'], ['ab', 'b']],
  ['/a', ['a', 'a/b'], ['x/a']],
  ['a/b', ['a/b', 'a/b/c'], ['x/a/b', 'a/x/b']],
  ['a/', ['a/b', 'x/a/b'], ['a']],
  ['*.log', ['a.log', 'x/.log'], ['a.logs', 'log']],
  ['a/*', ['a/b', 'a/b/c'], ['a', 'x/a/b']],
  ['a/**', ['a/b', 'a/b/c'], ['a']],
  ['**/a', ['a', 'x/a', 'x/y/a'], ['xa']],
  ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['x/a/b']],
  ['***/a', ['a', 'x/a', 'x/y/a'], ['xa']],
  ['a**b', ['ab', 'axb'], ['a/b']],
  ['a?c', ['abc'], ['ac', 'a/c']],
  ['[a-c]x', ['ax', 'cx'], ['dx']],
  ['[!a-c]x', ['dx'], ['ax', 'x']],
  ['[]-]x', [']x', '-x'], ['ax']],
  ['[[:digit:]]x', ['1x'], ['ax']],
  ['[a', [], ['[a', 'a']],
  ['a\\', [], ['a', 'a\\']],
  ['\\!a', ['!a'], ['a']],
  ['\\#a', ['#a'], ['a']],
  ['#a', [], ['a', '#a']],
  ['\\*', ['*'], ['a']],
  ['a  ', ['a'], ['a ']],
  ['a\\ ', ['a '], ['a']],
  ['*\n!b', ['a', 'b/a'], ['b']],
  ['a/\n!a/b', ['a/b'], []],
  ['a/*\n!a/b', ['a/c'], ['a/b', 'a/b/c']],
  ['A', ['A'], ['a']],
  ['\r\na\r\n', ['a'], []],
  ['/', [], ['a']],
  ['', [], ['a']],
];

describe('patterns as in .gitignore', () => {
  it.each(CASES)('%j', (patterns, ignored, kept) => {
    const list = ignoreListOf(patterns);
    expect(ignored.filter((file) => !list.ignores(file))).toEqual([]);
    expect(kept.filter((file) => list.ignores(file))).toEqual([]);
  });

  it('takes time that grows with the lengths alone', () => {
    const list = ignoreListOf(Array.from({ length: 200 }, (_, i) => `${'*a'.repeat(100 + i)}b`));
    const deep = ignoreListOf(Array.from({ length: 200 }, () => `${'**/a/'.repeat(200)}b`));
    const began = performance.now();
    for (let i = 0; i < 20; i++) {
      expect(list.ignores(`${'a'.repeat(255 - i)}`)).toBe(false);
      expect(deep.ignores(`${'a/'.repeat(400 + i)}a`)).toBe(false);
    }
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});

describe('the same as git', () => {
  let work: Workspace;
  beforeAll(() => {
    work = new Workspace();
    work.git('init', '-q');
  });
  afterAll(() => work.end());

  const name = fc.constantFrom('a', 'b', 'ab', 'a.b', '.a', 'A', 'a b', '!a', '#a', '-', ']', '1');
  const piece = fc.constantFrom('a', 'b', '.', '*', '**', '?', '[ab]', '[!a]', '[a-b]', '[[:alpha:]]', '/', '!', '\\a', '\\*', '#', ' ', '1'); // prettier-ignore
  // Git cuts the beginning without wildcards off a pattern, and then takes the rest of `a**/b` for `**/b`: an accident, which we do not share.
  const pattern = fc
    .array(piece, { minLength: 1, maxLength: 6 })
    .map((pieces) => pieces.join(''))
    .filter((text) => !/[^*/]\*{2,}\//.test(text));
  const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));

  it('for patterns and paths of all kinds', () => {
    fc.assert(
      fc.property(
        fc.array(pattern, { minLength: 1, maxLength: 4 }),
        fc.uniqueArray(path, { minLength: 12, maxLength: 12 }),
        (patterns, paths) => {
          work.write('.git/info/exclude', `${patterns.join('\n')}\n`);
          const list = ignoreListOf(patterns);
          expect(paths.filter((file) => list.ignores(file))).toEqual(ignoredByGit(work.root, paths));
        },
      ),
      { numRuns: 300 },
    );
  });
});

/** `check-ignore` names the last pattern that fits, which may be one that keeps the file. */
function ignoredByGit(root: string, paths: readonly string[]): string[] {
  const args = ['check-ignore', '--no-index', '-z', '--stdin', '--verbose', '--non-matching'];
  let out: string;
  try {
    out = execFileSync('git', args, { cwd: root, input: paths.join('\0'), encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    out = (error as { stdout: string }).stdout;
  }
  const fields = out.split('\0');
  return paths.filter((_, i) => fields[i * 4 + 2] !== '' && !fields[i * 4 + 2]?.startsWith('!'));
}
