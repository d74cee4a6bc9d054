import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Report } from '../../src/findings/model.ts';
import { scan, type ScanOptions } from '../../src/scanner/scan.ts';
import { makeToken } from '../jwt/helpers.ts';
import { Scratch } from '../support/scratch.ts';

let cache: string;
let project: Scratch;
beforeAll(() => {
  cache = mkdtempSync(path.join(tmpdir(), 'jwt-secrets-cache-'));
  process.env['JWT_SECRETS_CACHE'] = cache;
});
afterAll(() => rmSync(cache, { recursive: true, force: true }));

beforeEach(() => {
  project = new Scratch();
  project.run('git', 'init', '-q');
  project.write({
    'auth.ts': `import jwt from 'jsonwebtoken';\njwt.sign({}, 'made-up-tracked-secret', { expiresIn: 60 });\n`,
    'page.ts': 'export {};\n',
    '.gitignore': 'ignored.env\n',
  });
  project.run('git', 'add', '.');
});
afterEach(() => {
  vi.useRealTimers();
  project.remove();
});

const run = (options: Partial<ScanOptions> = {}): Promise<Report> =>
  scan({ root: project.root, cache: true, stats: true, threads: 1, ...options });
const reportOf = ({ summary, stats, ...rest }: Report): unknown => ({
  ...rest,
  summary: { ...summary, durationMs: 0 },
});
const isKnown = ({ stats }: Report): boolean => stats!.cache.result;

/** The report of a scan with the cache is that of a scan without. */
async function expectSame(known: boolean, options: Partial<ScanOptions> = {}): Promise<Report> {
  const report = await run(options);
  expect(isKnown(report)).toBe(known);
  expect(reportOf(report)).toEqual(reportOf(await run({ ...options, cache: false })));
  return report;
}

const SECRET = (value: string): string => `export const jwtSecret = 'made-up-${value}';\n`;

describe('while git says the same, the result is the same', () => {
  it('of a work tree, of the next commit, and of a part', async () => {
    for (const options of [{}, { staged: true }, { paths: ['auth.ts'] }]) {
      const first = await expectSame(false, options);
      expect(first.findings.length).toBeGreaterThan(0);
      expect(reportOf(await expectSame(true, options))).toEqual(reportOf(first));
    }
  });

  it('with what a baseline knows taken out', async () => {
    const first = await run();
    const known = first.findings.map(({ path: file, ruleId: rule, identity: { place: id } }) => ({
      path: file,
      rule,
      id,
    }));
    const gone = { path: 'gone.ts', rule: 'no-weak-secret', id: 'a'.repeat(12) };
    const second = await run({ baseline: { known: [...known, gone], key: null } });
    const third = await run({ baseline: { known: [...known, gone], key: null } });
    expect(isKnown(third)).toBe(true);
    expect(reportOf(third)).toEqual(reportOf(second));
    expect(third).toMatchObject({
      findings: [],
      baseline: { stale: [{ path: 'gone.ts', ruleId: 'no-weak-secret' }] },
    });
  });

  const edits: readonly (readonly [what: string, prepare: () => void, edit: () => void])[] = [
    ['a tracked file', () => {}, () => project.write({ 'page.ts': SECRET('new') })],
    [
      'a file that had changed before',
      () => project.write({ 'page.ts': SECRET('once') }),
      () => project.write({ 'page.ts': SECRET('more') }),
    ],
    [
      'a file that is not tracked',
      () => project.write({ 'new é.ts': SECRET('once') }),
      () => project.write({ 'new é.ts': SECRET('more') }),
    ],
    [
      'a file that git does not look at',
      () => project.run('git', 'update-index', '--assume-unchanged', 'page.ts'),
      () => project.write({ 'page.ts': SECRET('unseen') }),
    ],
    [
      'a file that a sparse checkout leaves out',
      () => project.run('git', 'update-index', '--skip-worktree', 'page.ts'),
      () => project.write({ 'page.ts': SECRET('sparse') }),
    ],
    ['the list of paths to leave out', () => {}, () => project.write({ '.jwt-secrets-ignore': 'auth.ts\n' })],
    [
      'what git ignores',
      () => project.write({ 'ignored.env': 'JWT_SECRET=made-up-ignored\n' }),
      () => project.write({ '.gitignore': '' }),
    ],
  ];

  it.each(edits)('and not where %s changes', async (_, prepare, edit) => {
    prepare();
    const before = await expectSame(false);
    await expectSame(true);
    edit();
    const after = await expectSame(false);
    expect(reportOf(after)).not.toEqual(reportOf(before));
  });

  it('and not where a commit that changes are counted from is another', async () => {
    const commit = (): string =>
      project.run('git', '-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'made up').out;
    commit();
    project.run('git', 'tag', 'base');
    project.write({ 'page.ts': SECRET('committed') });
    project.run('git', 'add', '.');
    commit();
    const { findings } = await expectSame(false, { changed: 'base' });
    expect(findings.map((finding) => finding.path)).toContain('page.ts');
    project.run('git', 'tag', '-f', 'base');
    // Nothing differs from it, so nothing is left to judge.
    expect((await expectSame(true, { changed: 'base' })).findings).toEqual([]);
  });
});

describe('a result lasts', () => {
  const at = (time: string): void => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date(time) });
  };
  const token = (exp: string): string =>
    makeToken({ sub: exp, exp: Date.parse(exp) / 1000 }, 'made-up-signing-key');

  beforeEach(() => at('2030-01-01T12:00Z'));

  it('where nothing depends on the time', async () => {
    await run();
    at('2031-01-01T12:00Z');
    await expectSame(true);
  });

  it('until the next token expires, and no longer', async () => {
    project.write({ 'notes.txt': ['2029-06-01', '2030-06-01', '2030-03-01'].map(token).join('\n') });
    await run();
    at('2030-02-28T23:59Z');
    await expectSame(true);
    at('2030-03-01');
    const { findings } = await expectSame(false);
    expect(findings.filter(({ message }) => message.includes('expired since'))).toHaveLength(2);
    await expectSame(true);
  });

  it('not where the clock is set back', async () => {
    await run();
    at('2029-12-31');
    await expectSame(false);
  });
});
