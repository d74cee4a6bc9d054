import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import type { Report } from '../../src/findings/model.ts';
import { judge } from '../../src/strength/judge.ts';

const SECRET = 'made-up-fixture-secret';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'jwt-secrets-cli-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function cli(...words: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    cwd,
    color: false,
    width: 100,
    isInteractive: false,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
  };
  const code = await run(words, terminal);
  return { code, out, err };
}

function write(file: string, text: string | Buffer): void {
  mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
  writeFileSync(path.join(cwd, file), text);
}

function git(...args: string[]): string {
  const identity = ['-c', 'user.email=fixture@example.org', '-c', 'user.name=fixture'];
  return execFileSync('git', [...identity, ...args], {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

async function json(...words: string[]): Promise<Report> {
  return JSON.parse((await cli(...words, '--format', 'json')).out) as Report;
}

const SIGN = `import jwt from 'jsonwebtoken';\nexport const token = jwt.sign({}, '${SECRET}', { expiresIn: '1m' });\n`;

describe('exit codes', () => {
  it('0 for a clean folder', async () => {
    write('a.ts', 'export {};');
    expect(await cli()).toMatchObject({ code: 0, err: '' });
  });

  it('0 for an empty folder', async () => {
    expect((await cli('scan')).code).toBe(0);
  });

  it('1 for findings', async () => {
    write('a.ts', SIGN);
    expect((await cli('scan')).code).toBe(1);
    expect((await cli()).code).toBe(1);
  });

  it('0 for findings below --fail-on', async () => {
    write('test/a.test.ts', SIGN);
    expect((await cli('scan')).code).toBe(0);
    expect((await cli('scan', '--fail-on', 'low')).code).toBe(1);
    write('a.ts', SIGN);
    expect((await cli('scan', '--fail-on', 'never')).code).toBe(0);
  });

  it.each([
    [['--frmat', 'json'], 'unknown option --frmat; did you mean "--format"?'],
    [['scan', '--format'], '--format needs a value'],
    [['--format', 'jsn'], '--format must be one of pretty, json, sarif, not "jsn"; did you mean "json"?'],
    [['--fail-on', 'hihg'], 'did you mean "high"?'],
    [['--staged=yes'], '--staged takes no value'],
    [['no-such-folder'], 'no-such-folder: no such file or folder'],
    [['--rule', 'no-weak-secrets'], 'no such rule; did you mean "no-weak-secret"?'],
    [['--config', 'nowhere.json'], '--config nowhere.json: no such file'],
    [['explain'], 'explain needs the name of one rule'],
    [['explain', 'no-week-secret'], 'no rule "no-week-secret"; did you mean "no-weak-secret"?'],
    [['generate', '--alg', 'RS256'], '--alg must be one of HS256, HS384, HS512'],
    [['generate', '--env', 'A=B'], "--env A=B: not a variable's name"],
    [['--baseline', 'x'], '--baseline x: no such file; --update-baseline makes it'],
  ])('2 and one line for %j', async (words, line) => {
    const { code, err, out } = await cli(...words);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toContain(line);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });
});

describe('settings', () => {
  it.each([
    ['{ "ingore": [] }', 'unknown key "ingore"; did you mean "ignore"?'],
    ['{ "ignore": "dist" }', '"ignore" must be a list of texts'],
    [
      '{ "rules": { "no-week-secret": "off" } }',
      'no rule "no-week-secret" in "rules"; did you mean "no-weak-secret"?',
    ],
    ['{ "rules": { "no-weak-secret": "loud" } }', '"rules.no-weak-secret" must be one of off, on, low'],
    [
      '{ "rules": { "no-weak-secret": { "checkLenth": true } } }',
      'has no option "checkLenth"; did you mean "checkLength"?',
    ],
    [
      '{ "rules": { "no-weak-secret": { "checkLength": 1 } } }',
      '"rules.no-weak-secret.checkLength" must be of type boolean',
    ],
    ['{ "failOn": "loud" }', '"failOn" must be one of critical'],
    ['[]', 'the settings must be an object'],
    ['{ "ignore": [', 'jwt-secrets.config.json:1:14: not valid JSON'],
  ])('%s', async (text, line) => {
    write('jwt-secrets.config.json', text);
    const { code, err } = await cli();
    expect(code).toBe(2);
    expect(err).toContain(line);
  });

  it('reads jwt-secrets.config.json, with a byte order mark too', async () => {
    write('a.ts', SIGN);
    write(
      'jwt-secrets.config.json',
      '\uFEFF{ "rules": { "no-hardcoded-secret": "off", "no-weak-secret": "low" } }',
    );
    const report = await json();
    expect(report.findings.map(({ ruleId, severity }) => [ruleId, severity])).toEqual([
      ['no-weak-secret', 'low'],
    ]);
  });

  it('reads the key of package.json, and --no-config does not', async () => {
    write('a.ts', SIGN);
    write('package.json', '{ "jwt-secrets": { "ignore": ["a.ts"] } }');
    expect((await json()).findings).toEqual([]);
    expect((await json('--no-config')).findings).not.toEqual([]);
  });

  it('passes options to rules', async () => {
    write('a.ts', `export const JWT_SECRET = '${SECRET}';`);
    expect((await json('--rule', 'no-hardcoded-secret')).findings).toHaveLength(1);
    write('jwt-secrets.config.json', '{ "rules": { "no-hardcoded-secret": { "checkNames": false } } }');
    expect((await json('--rule', 'no-hardcoded-secret')).findings).toEqual([]);
  });
});

describe('paths', () => {
  it('honours .gitignore outside git, .jwt-secrets-ignore and --ignore', async () => {
    for (const file of ['kept.ts', 'ignored/a.ts', 'own/a.ts', 'option/a.ts']) write(file, SIGN);
    write('.gitignore', 'ignored/\n');
    write('.jwt-secrets-ignore', 'own/\n');
    const report = await json('--ignore', 'option/');
    expect([...new Set(report.findings.map((finding) => finding.path))]).toEqual(['kept.ts']);
  });

  it('scans one file, several folders, and a folder from elsewhere', async () => {
    for (const file of ['a/a.ts', 'b/b.ts', 'c/c.ts']) write(file, SIGN);
    const found = async (...words: string[]): Promise<string[]> => [
      ...new Set((await json(...words)).findings.map((finding) => finding.path)),
    ];
    expect(await found('a/a.ts')).toEqual(['a/a.ts']);
    expect(await found('a', 'c')).toEqual(['a/a.ts', 'c/c.ts']);
    expect(await found('b')).toEqual(['b.ts']);
  });

  it('does not follow links out of the root', async () => {
    const outside = mkdtempSync(path.join(tmpdir(), 'jwt-secrets-outside-'));
    writeFileSync(path.join(outside, 'a.ts'), SIGN);
    symlinkSync(outside, path.join(cwd, 'link'));
    symlinkSync(path.join(outside, 'a.ts'), path.join(cwd, 'a.ts'));
    symlinkSync('.', path.join(cwd, 'loop'));
    expect((await json()).findings).toEqual([]);
    rmSync(outside, { recursive: true });
  });
});

describe('output', () => {
  it('writes the report to a file and nothing to the terminal', async () => {
    write('a.ts', SIGN);
    expect(await cli('--format', 'json', '--output', path.join(cwd, 'out.json'))).toMatchObject({
      code: 1,
      out: '',
    });
    expect(
      (JSON.parse(readFileSync(path.join(cwd, 'out.json'), 'utf8')) as Report).findings.length,
    ).toBeGreaterThan(0);
  });

  it('does not write through a link', async () => {
    write('target', 'precious');
    symlinkSync(path.join(cwd, 'target'), path.join(cwd, 'out.json'));
    const { code, err } = await cli('--output', path.join(cwd, 'out.json'));
    expect([code, err]).toEqual([2, expect.stringContaining('is a link, which is not followed')]);
    expect(readFileSync(path.join(cwd, 'target'), 'utf8')).toBe('precious');
  });

  it('masks secrets unless asked', async () => {
    write('a.ts', SIGN);
    for (const format of ['pretty', 'json', 'sarif']) {
      expect((await cli('--format', format)).out).not.toContain(SECRET);
    }
    expect((await cli('--format', 'json', '--show-secrets')).out).toContain(SECRET);
  });

  it('is quiet when nothing is found', async () => {
    write('a.ts', 'export {};');
    expect(await cli('--quiet')).toEqual({ code: 0, out: '', err: '' });
  });

  it('counts what pretty does not show', async () => {
    write('test/a.test.ts', SIGN);
    const { out } = await cli();
    expect(out).toMatch(/2 below medium: --min-severity low shows them/);
    expect(out).not.toContain('a.test.ts');
    expect((await cli('--min-severity', 'low')).out).toContain('test/a.test.ts:2:');
  });
});

describe('--staged', () => {
  it('judges the index, not the work tree', async () => {
    git('init', '-q');
    write('a.ts', 'export {};');
    write('b.ts', SIGN);
    git('add', '.');
    git('commit', '-qm', 'first');
    expect((await json('--staged')).findings).toEqual([]);
    write('a.ts', SIGN);
    git('add', 'a.ts');
    write('a.ts', 'export {};');
    const report = await json('--staged');
    expect([...new Set(report.findings.map((finding) => finding.path))]).toEqual(['a.ts']);
    expect(report.summary.files).toBe(1);
  });

  it('works before the first commit, with renames and deletions, and with odd names', async () => {
    git('init', '-q');
    write('ä ö/naïve file.ts', SIGN);
    git('add', '.');
    expect((await json('--staged')).findings[0]?.path).toBe('ä ö/naïve file.ts');
    git('commit', '-qm', 'first');
    git('mv', 'ä ö/naïve file.ts', 'moved.ts');
    expect((await json('--staged')).findings[0]?.path).toBe('moved.ts');
    git('commit', '-qm', 'second');
    git('rm', '-q', 'moved.ts');
    expect((await json('--staged')).findings).toEqual([]);
  });

  it('says so where there is no git', async () => {
    const { code, err } = await cli('--staged');
    expect(code).toBe(2);
    expect(err).toMatch(/not a git repository/);
  });
});

describe('suppression', () => {
  it.each([
    ['same line', "jwt.sign({}, 'made-up-fixture-secret', { expiresIn: 60 }); // jwt-secrets-ignore", 0],
    [
      'next line',
      "// jwt-secrets-ignore-next-line -- a fixture\njwt.sign({}, 'made-up-fixture-secret', { expiresIn: 60 });",
      0,
    ],
    [
      'one rule',
      "// jwt-secrets-ignore-next-line no-weak-secret\njwt.sign({}, 'made-up-fixture-secret', { expiresIn: 60 });",
      1,
    ],
    [
      'both rules',
      "// jwt-secrets-ignore-next-line no-weak-secret, no-hardcoded-secret\njwt.sign({}, 'made-up-fixture-secret', { expiresIn: 60 });",
      0,
    ],
    [
      'ESLint, next line',
      "// eslint-disable-next-line jwt-secrets/no-weak-secret -- why\njwt.sign({}, 'made-up-fixture-secret', { expiresIn: 60 });",
      1,
    ],
    [
      'ESLint, all rules',
      "/* eslint-disable */\njwt.sign({}, 'made-up-fixture-secret', { expiresIn: 60 });",
      0,
    ],
    [
      'ESLint, enabled again',
      "/* eslint-disable */\n/* eslint-enable */\n\njwt.sign({}, 'made-up-fixture-secret', { expiresIn: 60 });",
      2,
    ],
    [
      'ESLint, another rule',
      "// eslint-disable-next-line no-console\njwt.sign({}, 'made-up-fixture-secret', { expiresIn: 60 });",
      2,
    ],
    [
      'in a string, no directive',
      "jwt.sign({}, 'made-up-fixture-secret', { expiresIn: 60, subject: 'jwt-secrets-ignore' });",
      2,
    ],
  ])('%s', async (_, code, count) => {
    write('a.js', `const jwt = require('jsonwebtoken');\n${code}\n`);
    const report = await json();
    expect(report.findings).toHaveLength(count);
    expect(report.summary.suppressed).toBe(2 - count);
  });

  it('works in an environment file', async () => {
    write('.env', `JWT_SECRET=${SECRET} # jwt-secrets-ignore -- a fixture\n`);
    expect((await json()).findings).toEqual([]);
  });
});

describe('bad input', () => {
  it('falls back to text and says so when the syntax is broken', async () => {
    write('a.js', `const JWT_SECRET = '${SECRET}';\nfunction (`);
    const report = await json();
    expect(report.errors).toEqual([
      { path: 'a.js', message: expect.stringContaining('not valid JavaScript') },
    ]);
    expect(report.findings.map(({ ruleId }) => ruleId)).toContain('no-weak-secret');
  });

  it.each([
    ['UTF-8 with BOM', Buffer.from(`\uFEFFJWT_SECRET=${SECRET}\n`)],
    ['UTF-16 LE with BOM', Buffer.from(`\uFEFFJWT_SECRET=${SECRET}\n`, 'utf16le')],
    ['UTF-16 BE with BOM', Buffer.from(`\uFEFFJWT_SECRET=${SECRET}\n`, 'utf16le').swap16()],
    ['UTF-16 LE without BOM', Buffer.from(`JWT_SECRET=${SECRET}\n`, 'utf16le')],
    ['Latin-1', Buffer.from(`# caf\u00e9\nJWT_SECRET=${SECRET}\n`, 'latin1')],
    ['CRLF', Buffer.from(`A=1\r\nJWT_SECRET=${SECRET}\r\n`)],
    ['lone CR', Buffer.from(`A=1\rJWT_SECRET=${SECRET}\r`)],
  ])('reads %s', async (_, bytes) => {
    write('.env', bytes);
    const report = await json('--rule', 'no-weak-secret');
    expect(report.findings).toHaveLength(1);
    expect(report.findings[0]).toMatchObject({ column: 12, endColumn: 12 + SECRET.length });
  });

  it('does not take a declaration file for broken code', async () => {
    write('a.d.ts', 'declare const JWT_SECRET: string;\nconst bare: string;\n');
    expect(await json()).toMatchObject({ findings: [], errors: [] });
  });

  it('skips binary files and counts them', async () => {
    write('a.bin', Buffer.from([0, 1, 2, 3, 0, 255]));
    expect((await json()).summary).toMatchObject({ files: 0, skipped: 1 });
  });

  it('names files that are gone', async () => {
    git('init', '-q');
    write('a.ts', SIGN);
    git('add', '.');
    rmSync(path.join(cwd, 'a.ts'));
    expect((await json()).errors).toEqual([{ path: 'a.ts', message: expect.stringContaining('is gone') }]);
  });

  it('does not wait for a pipe', async () => {
    execFileSync('mkfifo', [path.join(cwd, 'pipe.env')]);
    expect((await json()).findings).toEqual([]);
  });

  it('reads empty files', async () => {
    for (const file of ['.env', 'a.ts', 'a.json', 'a.yaml', 'a.vue']) write(file, '');
    expect(await json()).toMatchObject({ findings: [], errors: [] });
  });
});

describe('other commands', () => {
  it('prints help and version', async () => {
    expect((await cli('--help')).out).toMatch(/^Usage: jwt-secrets/);
    expect((await cli('scan', '-h')).out).toMatch(/^Usage: jwt-secrets/);
    expect((await cli('--version')).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });

  it('lists and explains every rule', async () => {
    const { out } = await cli('rules');
    const ids = out
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' ')[0]!);
    expect(ids.length).toBeGreaterThanOrEqual(9);
    for (const id of ids) expect((await cli('explain', id)).out).toContain(id);
  });

  it.each([
    ['HS256', 32],
    ['HS384', 48],
    ['HS512', 64],
  ] as const)('generates a strong secret for %s', async (alg, bytes) => {
    const { out } = await cli('generate', '--alg', alg, '--format', 'hex', '--env', 'JWT_SECRET');
    const value = out.trim().replace('JWT_SECRET=', '');
    expect(value).toMatch(/^[0-9a-f]+$/);
    expect(value).toHaveLength(bytes * 2);
    expect(judge(value, { algorithm: alg }).kind).toBe('strong');
    expect((await cli('generate', '--alg', alg)).out).not.toBe((await cli('generate', '--alg', alg)).out);
  });
});

describe('--wordlist', () => {
  const LEAKED = 'Zq8v-Lw3Rk_0yTnJ5bXcH2mPsA7dGf9UeQ1iOoVtYzE';

  beforeEach(() => {
    write('app/.env', `JWT_SECRET=${LEAKED}\n`);
    write('leaked.txt', `one\n${LEAKED}\nthree\n`);
  });

  const weak = ({ findings }: Report): string[] =>
    findings.filter(({ ruleId }) => ruleId === 'no-weak-secret').map(({ message }) => message);

  it('makes a secret on the list a known one', async () => {
    expect(weak(await json('scan', 'app'))).toEqual([]);
    const [found, ...more] = weak(await json('scan', 'app', '--wordlist', 'leaked.txt'));
    expect(found).toContain('`JWT_SECRET` is on the list of known secrets');
    expect(more).toEqual([]);
  });

  it('takes a pipe', async () => {
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [path.join(cwd, 'pipe')]);
    execFile('cp', ['leaked.txt', 'pipe'], { cwd });
    expect(weak(await json('scan', 'app', '--wordlist', 'pipe'))).toHaveLength(1);
  });

  it.each([
    ['gone.txt', 'no such file'],
    ['app', 'a folder, not a word list'],
  ])('stops with one line where %s cannot be read', async (file, message) => {
    const { code, out, err } = await cli('scan', 'app', '--wordlist', file);
    expect([code, out]).toEqual([2, '']);
    expect(err).toBe(`jwt-secrets: word list ${path.join(cwd, file)}: ${message}\n`);
  });
});
