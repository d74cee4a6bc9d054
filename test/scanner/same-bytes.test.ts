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
import { makeToken } from '../jwt/helpers.ts';
import { Scratch, ensureBuilt, REPO } from '../support/scratch.ts';

/** A scratch folder with all fixtures in it, as one large project of many kinds of files. */
const project = new Scratch();
const cache = mkdtempSync(path.join(tmpdir(), 'jwt-secrets-cache-'));

beforeAll(() => {
  ensureBuilt();
  cpSync(path.join(ROOT, 'fixtures'), project.path('fixtures'), { recursive: true });
});
afterAll(() => {
  project.remove();
  rmSync(cache, { recursive: true, force: true });
});

interface Report {
  readonly summary: { readonly durationMs: number; readonly files: number; readonly skipped: number };
  readonly findings: readonly { readonly path: string }[];
  readonly stats: Stats;
}

interface Stats {
  readonly threads: number;
  readonly cache: { readonly result: boolean; readonly files: number };
}

/** The report without the times in it, and how it came about. */
function scan(...words: readonly string[]): { bytes: string; stats: Stats } {
  return scanBy([], words);
}

function scanBy(node: readonly string[], words: readonly string[]): { bytes: string; stats: Stats } {
  const main = path.join(REPO, 'dist/cli.cjs');
  const { out, err } = project.run(process.execPath, ...node, main, '--format', 'json', '--stats', ...words);
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

  it('with WebAssembly and without', () => {
    const one = scan('--no-cache', '--threads', '1');
    expect((JSON.parse(one.bytes) as Report).summary.files).toBeGreaterThan(800);
    expect(scanBy(['--noexpose-wasm'], ['--no-cache', '--threads', '1']).bytes).toBe(one.bytes);
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

  describe('knows which changes matter', () => {
    const TOKEN = makeToken({ sub: '1' }, 'made-up-quiet-key');
    const FILES: Readonly<Record<string, string>> = {
      'src/auth.ts':
        `import jwt from 'jsonwebtoken';\nimport { value } from './value';\nimport { gone } from './missing';\n` +
        `export const sent = jwt.sign({ exp: 1 }, gone);\nexport const issue = (id: string) => jwt.sign({ sub: id, exp: 1 }, value);\n` +
        `export const issueWith = (id: string, key: string) => jwt.sign({ sub: id, exp: 1 }, key);\n` +
        `export const other = (id: string) => jwt.sign({ sub: id, exp: 1 }, process.env.SPICE!);\n`,
      'src/value.ts': `export const value = 'made-up-value-of-another-file';\n`,
      'src/page.ts': `export const title = 'a page';\n`,
      'src/barrel.ts': `export { title } from './page';\n`,
      'src/spoken.ts': `// of a token\nexport const text = 'spoken';\n`,
      'settings.yaml': 'port: 1\n',
      'notes.txt': `a token: ${TOKEN}\n`,
      'image.bin': '\0\0\0',
    };
    const CALL = `import { issueWith } from './auth';\nissueWith('1', 'made-up-passed-key');\n`;

    it.each<readonly [what: string, matters: boolean, changes: Readonly<Record<string, string | null>>]>([
      ['a text', false, { 'src/page.ts': `export const title = 'another page';\n` }],
      ['two texts', false, { 'src/page.ts': `export const b = 1;\n`, 'src/spoken.ts': '// another token\n' }],
      ['an image', false, { 'image.bin': '\0\0\0\0' }],
      ['a value that nothing reads', false, { 'settings.yaml': 'port: 2\n' }],
      ['the module of a key', true, { 'src/value.ts': `export const value = 'made-up-new-value';\n` }],
      ['a new caller', true, { 'src/page.ts': CALL }],
      ['a new caller that speaks of tokens', true, { 'src/spoken.ts': `// token\n${CALL}` }],
      ['a setting', true, { 'settings.yaml': 'SPICE: made-up-pepper\n' }],
      ['the key of a token', true, { 'src/page.ts': `export const title = 'made-up-quiet-key';\n` }],
      ['a secret', true, { 'src/page.ts': `export const jwtSecret = 'made-up-named';\n` }],
      ['a new file', false, { 'src/new.ts': `export const a = 1;\n`, 'new.bin': '\0\0\0' }],
      ['a file less', false, { 'src/page.ts': null, 'image.bin': null }],
      ['a file less that git still lists', true, { 'src/page.ts': 'deleted' }],
      [
        'a file that moved',
        false,
        { 'src/page.ts': null, 'src/site.ts': `export const title = 'a page';\n` },
      ],
      [
        'a module that an import asks for',
        true,
        { 'src/missing.ts': `export const gone = 'made-up-found-key';\n` },
      ],
      [
        'a module in the place of another',
        true,
        { 'src/value/index.ts': `export const value = 'made-up-2';\n`, 'src/value.ts': null },
      ],
      ['a module less', true, { 'src/value.ts': null }],
      ['a new module that hands on a library', true, { 'src/new.ts': `export * from 'jsonwebtoken';\n` }],
      ['a new secret', true, { 'new.env': 'JWT_SECRET=made-up-new\n' }],
      ['a manifest', true, { 'package.json': '{ "name": "made-up-value" }' }],
      ['a text that was an image', true, { 'image.bin': 'jwtSecret=made-up-text' }],
      [
        'a module that hands on',
        true,
        { 'src/page.ts': `export * from './value';\nexport const title = 1;\n` },
      ],
    ])('%s: %s', (_, matters, changes) => {
      const project = new Scratch();
      const scan = (...words: readonly string[]): { report: string; isKnown: boolean } => {
        const main = path.join(REPO, 'dist/cli.cjs');
        const { out } = project.run(process.execPath, main, '--format', 'json', '--stats', ...words);
        const { stats, summary, ...report } = JSON.parse(out) as Report;
        const counts = { ...summary, durationMs: 0 };
        return { report: JSON.stringify({ counts, ...report }), isKnown: stats.cache.result };
      };
      project.write(FILES);
      project.run('git', 'init', '-q');
      project.run('git', 'add', '.');
      try {
        expect(scan().report).toContain('no-hardcoded-secret');
        for (const [file, text] of Object.entries(changes)) {
          if (text === null) project.run('git', 'rm', '-qf', file);
          else if (text === 'deleted') rmSync(project.path(file));
          else project.write({ [file]: text });
        }
        const after = scan();
        expect(after.isKnown).toBe(!matters);
        expect(after.report).toBe(scan('--no-cache').report);
        expect(scan().report).toBe(after.report);
        project.run('git', 'add', '.');
        expect(scan('--staged').report).toBe(scan('--staged', '--no-cache').report);
      } finally {
        project.remove();
      }
    });

    it('of a file that is gone, and then no longer listed', () => {
      const project = new Scratch();
      const scan = (): { errors: readonly unknown[]; summary: { files: number } } =>
        JSON.parse(
          project.run(process.execPath, path.join(REPO, 'dist/cli.cjs'), '--format', 'json').out,
        ) as never;
      project.write(FILES);
      project.run('git', 'init', '-q');
      project.run('git', 'add', '.');
      try {
        rmSync(project.path('src/page.ts'));
        expect(scan().errors).toHaveLength(1);
        const { files } = scan().summary;
        project.run('git', 'add', '-A');
        expect(scan()).toMatchObject({ errors: [], summary: { files: files - 1 } });
      } finally {
        project.remove();
      }
    });

    it('of the files that are to be committed too', () => {
      const project = new Scratch();
      const scan = (...words: readonly string[]): Report => {
        const main = path.join(REPO, 'dist/cli.cjs');
        return JSON.parse(
          project.run(process.execPath, main, '--staged', '--format', 'json', '--stats', ...words).out,
        ) as Report;
      };
      const commit = () =>
        project.run('git', '-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'made up');
      project.write(FILES);
      project.run('git', 'init', '-q');
      project.run('git', 'add', '.');
      try {
        expect(scan().stats.cache.result).toBe(false);
        commit();
        project.write({ 'src/page.ts': `export const title = 'another page';\n`, 'image.bin': '\0\0' });
        project.run('git', 'add', '.');
        const { summary, findings, stats } = scan();
        expect(stats.cache.result).toBe(true);
        expect(findings).toEqual([]);
        expect(summary).toMatchObject({ files: 1, skipped: 1 });
        expect({ ...scan('--no-cache').summary, durationMs: 0 }).toEqual({ ...summary, durationMs: 0 });
        project.write({ 'src/spoken.ts': `// token\n${CALL}` });
        project.run('git', 'add', '.');
        expect(scan().findings.map((finding) => finding.path)).toContain('src/spoken.ts');
      } finally {
        project.remove();
      }
    });
  });

  it('reads a file anew when a module that it was understood by changes, comes or goes elsewhere', () => {
    const project = new Scratch();
    const known = (): number => {
      const { out } = project.run(
        process.execPath,
        path.join(REPO, 'dist/cli.cjs'),
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
      '.env': 'JWT_SECRET=made-up-one\n',
      'tsconfig.json': '{ "extends": "./paths.json" }',
      'paths.json': '{ "compilerOptions": { "paths": { "@/*": ["./a/*"] } } }',
    });
    try {
      expect(known()).toBe(0);
      project.write({ '.env': 'JWT_SECRET=made-up-other\n' });
      expect(known()).toBe(0);
      // By its name `tokens.ts` could be a secret itself, and is read every time, as `.env` is.
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
