import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/fixtures.ts';
import { Scratch, ensureBuilt, REPO } from '../support/scratch.ts';

/** A scratch folder with all fixtures in it, as one large project of many kinds of files. */
const project = new Scratch();
const cache = mkdtempSync(path.join(tmpdir(), 'jwt-secrets-cache-'));

beforeAll(async () => {
  ensureBuilt();
  // A result is good for the hour it was made in.
  const left = 3_600_000 - (Date.now() % 3_600_000);
  if (left < 60_000) await new Promise((resolve) => setTimeout(resolve, left + 1000));
  cpSync(path.join(ROOT, 'fixtures'), project.path('fixtures'), { recursive: true });
});
afterAll(() => {
  project.remove();
  rmSync(cache, { recursive: true, force: true });
});

interface Stats {
  readonly threads: number;
  readonly cache: { readonly result: boolean; readonly files: number };
}

/** The report without the times in it, and how it came about. */
function scan(...words: readonly string[]): { bytes: string; stats: Stats } {
  const main = path.join(REPO, 'dist/cli.js');
  const { out, err } = project.run(process.execPath, main, '--format', 'json', '--stats', ...words);
  expect(err).toBe('');
  const { stats, ...report } = JSON.parse(out) as { stats: Stats; summary: { durationMs: number } };
  return {
    bytes: JSON.stringify({ ...report, summary: { ...report.summary, durationMs: 0 } }, null, 2),
    stats,
  };
}

describe('the same tree gives the same bytes', () => {
  it('for any number of threads', () => {
    const one = scan('--no-cache', '--threads', '1');
    expect(one.bytes.match(/"ruleId"/g)!.length).toBeGreaterThan(100);
    for (const threads of [2, 8]) {
      const many = scan('--no-cache', '--threads', String(threads));
      expect(many.bytes).toBe(one.bytes);
      expect(many.stats.threads).toBe(threads);
    }
  });

  it('from the cache, whole and in part, as without it', () => {
    process.env['JWT_SECRETS_CACHE'] = cache;
    const plain = scan('--no-cache');
    expect(scan()).toMatchObject({ bytes: plain.bytes, stats: { cache: { result: false, files: 0 } } });
    expect(scan()).toMatchObject({ bytes: plain.bytes, stats: { cache: { result: true } } });
    project.write({
      'fixtures/new.ts': `import jwt from 'jsonwebtoken';\njwt.sign({}, 'made-up-new-secret');\n`,
    });
    const changed = scan('--no-cache');
    expect(changed.bytes).not.toBe(plain.bytes);
    const warm = scan();
    expect(warm.bytes).toBe(changed.bytes);
    expect(warm.stats.cache.result).toBe(false);
    expect(warm.stats.cache.files).toBeGreaterThan(50);
    rmSync(project.path('fixtures/new.ts'));
    expect(scan().bytes).toBe(plain.bytes);
  });
});

describe('the cache', () => {
  const entries = () => readdirSync(cache).map((name) => path.join(cache, name));
  const isKnown = (...words: readonly string[]) => scan(...words).stats.cache.result;

  it('lies outside of the project, for its owner alone', () => {
    scan();
    expect(entries().length).toBeGreaterThan(1);
    for (const file of entries()) expect(statSync(file).mode & 0o077).toBe(0);
    expect(readdirSync(project.root)).toEqual(['fixtures']);
  });

  it('holds no secret', () => {
    const secrets = ['made-up-cache-secret-1', 'made-up-cache-secret-2', 'madeUpCacheSecret3'];
    project.write({
      'a.ts': `import jwt from 'jsonwebtoken';\njwt.sign({}, process.env.X || '${secrets[0]}');\n`,
      '.env': `JWT_SECRET=${secrets[1]}\nX=${secrets[2]}\n`,
      'quiet.txt': secrets.join('\n'),
    });
    scan();
    const kept = entries().map((file) => readFileSync(file, 'utf8'));
    expect(kept.some((text) => text.includes('a.ts'))).toBe(true);
    for (const secret of secrets) for (const text of kept) expect(text).not.toContain(secret);
    for (const file of ['a.ts', '.env', 'quiet.txt']) rmSync(project.path(file));
  });

  it('reads a file anew when a module that it was understood by changes, comes or goes elsewhere', () => {
    const project = new Scratch();
    const known = (): number => {
      const { out } = project.run(
        process.execPath,
        path.join(REPO, 'dist/cli.js'),
        '--format',
        'json',
        '--stats',
      );
      const { findings, stats } = JSON.parse(out) as { findings: { path: string }[]; stats: Stats };
      expect(stats.cache.result).toBe(false);
      files = stats.cache.files;
      return findings.filter((finding) => finding.path === 'use.ts').length;
    };
    let files = 0;
    const own = 'export const signToken = (claims: object, key: string) => key.length;\n';
    project.write({
      'use.ts': `import { signToken } from '@/tokens';\nsignToken({ sub: 1 }, 'made-up-own-key');\n`,
      'a/tokens.ts': own,
      'b/tokens.ts': `export { sign as signToken } from 'jsonwebtoken';\n`,
      'tsconfig.json': '{ "extends": "./paths.json" }',
      'paths.json': '{ "compilerOptions": { "paths": { "@/*": ["./a/*"] } } }',
    });
    try {
      expect(known()).toBe(0);
      project.write({ 'other.md': 'nothing\n' });
      expect(known()).toBe(0);
      project.write({ 'other.md': 'nothing more\n' });
      expect(known()).toBe(0);
      // By its name `tokens.ts` could be a secret itself, and is read every time.
      expect(files).toBe(3);
      project.write({ 'a/tokens.ts': `export { sign as signToken } from 'jsonwebtoken';\n` });
      expect(known()).toBeGreaterThan(0);
      project.write({ 'a/tokens.ts': own });
      expect(known()).toBe(0);
      project.write({ 'paths.json': '{ "compilerOptions": { "paths": { "@/*": ["./b/*"] } } }' });
      expect(known()).toBeGreaterThan(0);
      project.write({ 'paths.json': '{ "compilerOptions": { "paths": { "@/*": ["./c/*"] } } }' });
      expect(known()).toBe(0);
      project.write({ 'c/tokens.ts': `export { sign as signToken } from 'jsonwebtoken';\n` });
      expect(known()).toBeGreaterThan(0);
    } finally {
      project.remove();
    }
  });

  it('is not asked when unmasked secrets are, nor with lists that may come from a pipe', () => {
    scan();
    project.write({ 'words.txt': 'made-up-listed\n' });
    expect(isKnown('--show-secrets')).toBe(false);
    expect(isKnown('--wordlist', 'words.txt')).toBe(false);
    rmSync(project.path('words.txt'));
  });

  it('knows other settings as other scans', () => {
    scan();
    expect(isKnown()).toBe(true);
    expect(isKnown('--rule', 'no-weak-secret')).toBe(false);
    expect(isKnown('--rule', 'no-weak-secret')).toBe(true);
    expect(isKnown('--ignore', '*.py')).toBe(false);
    expect(isKnown()).toBe(true);
  });

  it('sees a file that was changed and given its old time and size', () => {
    project.write({ 'x.env': 'JWT_SECRET=made-up-aaaa\n' });
    const { atime, mtime } = statSync(project.path('x.env'));
    const before = scan();
    writeFileSync(project.path('x.env'), 'JWT_SECRET=made-up-bbbb\n# x'.slice(0, 24));
    utimesSync(project.path('x.env'), atime, mtime);
    expect(scan().stats.cache.result).toBe(false);
    rmSync(project.path('x.env'));
    expect(before.bytes).toContain('x.env');
  });

  it.each([
    ['cut off', (text: string) => text.slice(0, text.length / 2)],
    ['with other findings', (text: string) => text.replace('"findings":[{', '"findings":[],"was":[{')],
    ['empty', () => ''],
    ['of something else', () => '{"state":1}\n'],
  ])('does not believe an entry that is %s', (_, spoil) => {
    const { bytes } = scan();
    for (const file of entries()) writeFileSync(file, spoil(readFileSync(file, 'utf8')));
    const again = scan();
    expect(again.bytes).toBe(bytes);
    expect(again.stats.cache.result).toBe(false);
  });

  it('does without, where nothing can be written', () => {
    const { bytes } = scan('--no-cache');
    process.env['JWT_SECRETS_CACHE'] = path.join(project.root, 'fixtures/README-is-no-folder');
    project.write({ 'fixtures/README-is-no-folder': '' });
    expect(scan().bytes).toContain('"findings"');
    rmSync(project.path('fixtures/README-is-no-folder'));
    expect(scan('--no-cache').bytes).toBe(bytes);
    process.env['JWT_SECRETS_CACHE'] = cache;
  });
});
