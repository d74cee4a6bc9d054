import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import type { Scan } from '../../src/cli/commands/scan.ts';
import { loadConfig } from '../../src/cli/config.ts';
import { checkOutput, writeOutput } from '../../src/cli/output.ts';
import { Progress } from '../../src/cli/progress.ts';
import { run } from '../../src/cli/run.ts';
import { mismatch } from '../../src/cli/schema.ts';
import { resolveTargets } from '../../src/cli/targets.ts';
import { wantsColor, widthOf, type Terminal } from '../../src/cli/terminal.ts';
import type { ScanOptions } from '../../src/scanner/scan.ts';
import { finding, report } from '../reports/report.ts';

let cwd = '';
beforeEach(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'jwt-secrets-units-'));
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

function write(file: string, text = ''): string {
  const target = path.join(cwd, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, text);
  return target;
}

interface Screen extends Terminal {
  shown: { out: string; err: string };
}

function screen(parts: Partial<Terminal> = {}): Screen {
  const shown = { out: '', err: '' };
  return {
    shown,
    out: (text) => void (shown.out += text),
    err: (text) => void (shown.err += text),
    cwd,
    color: false,
    width: 100,
    isInteractive: false,
    ...parts,
  };
}

/** Run a command line on a scanner that answers without looking. */
async function cli(
  words: readonly string[],
  scan: Scan,
): Promise<{ code: number; out: string; err: string }> {
  const terminal = screen();
  return { code: await run(words, terminal, scan), ...terminal.shown };
}

const found: Scan = () => Promise.resolve(report([finding()]));
const nothing: Scan = () => Promise.resolve(report([]));

describe('arguments', () => {
  it.each([
    [[], 'scan', []],
    [['src'], 'scan', ['src']],
    [['--quiet', 'scan', 'src'], 'scan', ['src']],
    [['--format', 'rules'], 'scan', []],
    [['--', 'rules'], 'scan', ['rules']],
    [['./rules'], 'scan', ['./rules']],
    [['--debug', 'explain', 'scan'], 'explain', ['scan']],
  ])('%j', (words, command, operands) => {
    expect(parseArguments(words)).toMatchObject({ command, operands });
  });

  it.each([
    [['-x'], 'unknown option -x'],
    [['rules', '--staged'], 'unknown option --staged of rules'],
    [['--output='], '--output needs a value'],
    [['-o'], '--output needs a value'],
    [['--format', '--quiet'], '--format needs a value'],
    [['--rule', 'a', '--rule', ''], '--rule needs a value'],
    [['--html'], 'unknown option --html'],
  ])('%j: %s', (words, message) => {
    expect(() => parseArguments(words)).toThrow(message);
  });
});

describe('scan', () => {
  it('hands the plan to the scanner', async () => {
    write('jwt-secrets.config.json', '{ "ignore": ["a"], "rules": { "no-weak-secret": ["low", {}] } }');
    let given: ScanOptions | undefined;
    await cli(['--ignore', 'b', '--staged', '--show-secrets', '--rule', 'no-weak-secret'], (options) => {
      given = options;
      return nothing(options);
    });
    expect(given).toMatchObject({ root: cwd, ignore: ['a', 'b'], staged: true, showSecrets: true });
    expect(given?.rules?.get('no-weak-secret')).toEqual({ enabled: true, severity: 'low', options: {} });
    expect(given?.rules?.get('no-private-key')).toEqual({ enabled: false });
  });

  it('lets the command line win over the settings', async () => {
    write('jwt-secrets.config.json', '{ "failOn": "never", "minSeverity": "critical" }');
    expect(await cli([], found)).toMatchObject({ code: 0, out: expect.not.stringContaining('.env') });
    const own = await cli(['--fail-on', 'high', '--min-severity', 'low'], found);
    expect(own).toMatchObject({ code: 1, out: expect.stringContaining('.env') });
  });

  it('is quiet about nothing, but not about what could not be read', async () => {
    expect((await cli(['--quiet'], nothing)).out).toBe('');
    const errors = [{ path: 'a.js', message: 'broken' }];
    expect((await cli(['--quiet'], () => Promise.resolve(report([], { errors })))).out).toContain(
      'a.js: broken',
    );
    expect((await cli(['--quiet', '--format', 'json'], nothing)).out).toContain('"findings": []');
  });

  it('says nothing of what was scanned when it fails, with a stack only for --debug', async () => {
    const broken: Scan = () => Promise.reject(new TypeError('made-up-fixture-secret\n    made-up at'));
    const { code, err } = await cli([], broken);
    expect([code, err]).toEqual([
      2,
      'jwt-secrets: unexpected TypeError, please report it; --debug shows where\n',
    ]);
    const debug = await cli(['--debug'], broken);
    expect(debug.err).toMatch(/\n {4}at .*units\.test\.ts/);
    expect(debug.err).not.toContain('made-up');
  });

  it('finds out before the scan that the report has no place', async () => {
    const scan = vi.fn(nothing);
    const { code } = await cli(['--output', path.join(cwd, 'none/out.json')], scan);
    expect([code, scan.mock.calls.length]).toEqual([2, 0]);
  });

  it.each([
    [['--config', 'a.json', '--no-config'], '--config and --no-config exclude each other'],
    [['expalin'], 'did you mean the command "explain"?'],
    [['rules', 'x'], 'rules takes no operand: x'],
    [['a\u001B[2J\nb'], 'a [2J b: no such file or folder'],
  ])('%j', async (words, line) => {
    const { code, err } = await cli(words, nothing);
    expect([code, err]).toEqual([2, expect.stringContaining(line)]);
    expect(err.split('\n')).toHaveLength(2);
  });
});

describe('targets', () => {
  it('one folder is the root, files are parts of the current one', () => {
    write('a/b/x.ts');
    write('c/y.ts');
    expect(resolveTargets(cwd, ['a'])).toEqual({ root: path.join(cwd, 'a'), paths: [] });
    expect(resolveTargets(cwd, ['a/b/x.ts', 'c/'])).toEqual({ root: cwd, paths: ['a/b/x.ts', 'c'] });
    expect(resolveTargets(cwd, ['.', 'c'])).toEqual({ root: cwd, paths: ['.', 'c'] });
  });

  it('what lies elsewhere has the nearest folder around it as root', () => {
    write('a/b/x.ts');
    write('a/bc/y.ts');
    const elsewhere = write('here/z.ts');
    const here = path.dirname(elsewhere);
    expect(resolveTargets(here, ['../a/b/x.ts'])).toEqual({ root: path.join(cwd, 'a/b'), paths: ['x.ts'] });
    expect(resolveTargets(here, ['../a/b', '../a/bc/y.ts'])).toEqual({
      root: path.join(cwd, 'a'),
      paths: ['b', 'bc/y.ts'],
    });
    expect(resolveTargets('/', [elsewhere]).root).toBe('/');
  });

  it('patterns stand for the files that fit, where nothing has that name', () => {
    for (const file of ['src/a.ts', 'src/b/c.ts', 'src/b/d.js', 'node_modules/x/e.ts', '[id].ts'])
      write(file);
    symlinkSync('src', path.join(cwd, 'link'));
    expect(resolveTargets(cwd, ['**/*.ts']).paths).toEqual(['[id].ts', 'src/a.ts', 'src/b/c.ts']);
    expect(resolveTargets(cwd, ['src/**/*.{ts,js}']).paths).toEqual(['src/a.ts', 'src/b/c.ts', 'src/b/d.js']);
    expect(resolveTargets(cwd, ['[id].ts']).paths).toEqual(['[id].ts']);
    expect(() => resolveTargets(cwd, ['*.py'])).toThrow(
      '*.py: no such file or folder, and no file fits it as a pattern',
    );
  });

  it('names what is missing, and what leads in circles', () => {
    symlinkSync('loop', path.join(cwd, 'loop'));
    write('file');
    expect(() => resolveTargets(cwd, ['loop'])).toThrow('loop: a link that leads in circles');
    expect(() => resolveTargets(cwd, ['file/x'])).toThrow('file/x: no such file or folder');
  });
});

describe('settings', () => {
  const load = (text: string): Promise<unknown> => {
    write('jwt-secrets.config.json', text);
    return loadConfig(cwd, cwd, null);
  };

  it.each([
    ['', 'jwt-secrets.config.json:1:1: not valid JSON'],
    ['{\n  "ignore": [],\n  oops\n}', 'jwt-secrets.config.json:3:3: not valid JSON'],
    ['['.repeat(200_000), 'not valid JSON'],
    ['{ "rules": { "constructor": "off" } }', 'no rule "constructor"'],
    ['{ "rules": { "no-weak-secret": { "constructor": 1 } } }', 'has no option "constructor"'],
    ['{ "rules": { "no-weak-secret": [["high"]] } }', '"rules.no-weak-secret" must be one of'],
    ['{ "rules": { "no-weak-secret": ["high", {}, 1] } }', 'takes a severity and one options object'],
    ['{ "rules": { "no-weak-secret": null } }', '"rules.no-weak-secret" must be one of'],
    ['{ "rules": { "require-algorithms": { "algorithms": [1] } } }', 'algorithms[0]" must be of type string'],
    ['{ "rules": { "require-algorithms": { "algorithms": [] } } }', 'algorithms" must hold 1 or more'],
    ['{ "environments": ["blue"] }', '"environments" must be an object'],
    ['{ "environments": { "production": "blue" } }', '"environments.production" must be a list of texts'],
    ['{ "minSeverity": "never" }', '"minSeverity" must be one of low, medium, high, critical'],
    ['null', 'the settings must be an object'],
  ])('%s', async (text, message) => {
    await expect(load(text)).rejects.toThrow(message);
  });

  it('may have comments and trailing commas', async () => {
    expect(await load('// why\n{ "ignore": ["dist",], }')).toMatchObject({ ignore: ['dist'] });
  });

  it('are no folder and no pipe', async () => {
    mkdirSync(path.join(cwd, 'jwt-secrets.config.json'));
    await expect(loadConfig(cwd, cwd, null)).rejects.toThrow('jwt-secrets.config.json: not a file');
    execFileSync('mkfifo', [path.join(cwd, 'pipe')]);
    await expect(loadConfig(cwd, cwd, 'pipe')).rejects.toThrow('--config pipe: not a file');
  });

  it('in package.json must be an object, and a broken package.json without them is not ours', async () => {
    write('package.json', '{ "jwt-secrets": "x" }');
    await expect(loadConfig(cwd, cwd, null)).rejects.toThrow('package.json, "jwt-secrets"');
    write('package.json', '{ "name": ');
    expect((await loadConfig(cwd, cwd, null)).ignore).toEqual([]);
    write('package.json', '{ "name": "jwt-secrets" }');
    expect((await loadConfig(cwd, cwd, null)).ignore).toEqual([]);
  });

  it('know integers, choices and nested lists', () => {
    expect(mismatch(1.5, { type: 'integer' }, 'k')).toBe('"k" must be of type integer');
    expect(mismatch(0, { type: 'integer', minimum: 1 }, 'k')).toBe('"k" must be 1 or more');
    expect(mismatch('c', { enum: ['a', 'b'] }, 'k')).toBe('"k" must be one of a, b');
    expect(mismatch([['a', 1]], { items: { items: { type: 'string' } } }, 'k')).toContain('k[0][1]');
    expect(mismatch([['a']], { items: { items: { type: 'string' } } }, 'k')).toBeNull();
  });
});

describe('output', () => {
  it('is for its owner alone when it has secrets in it', () => {
    const file = path.join(cwd, 'out');
    writeOutput(file, 'x', true);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('replaces what was there, and takes a device', () => {
    const file = write('out', 'much longer than the report');
    writeOutput(file, 'short', false);
    expect(readFileSync(file, 'utf8')).toBe('short');
    expect(() => writeOutput('/dev/null', 'x', false)).not.toThrow();
  });

  it('refuses links, folders, pipes and full disks', () => {
    symlinkSync(write('target'), path.join(cwd, 'link'));
    execFileSync('mkfifo', [path.join(cwd, 'pipe')]);
    expect(() => checkOutput(path.join(cwd, 'link'))).toThrow('is a link');
    expect(() => writeOutput(path.join(cwd, 'link'), 'x', false)).toThrow('is a link');
    expect(() => checkOutput(cwd)).toThrow('is a folder');
    expect(() => writeOutput(path.join(cwd, 'pipe'), 'x', false)).toThrow('is not a regular file');
    expect(() => writeOutput('/dev/full', 'x', false)).toThrow('no space left');
  });
});

describe('terminal', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ FORCE_COLOR: '' }, false, false],
    [{ TERM: 'dumb' }, true, false],
    [{ CI: 'true' }, false, false],
  ])('colours for %j, terminal %s: %s', (env, isTerminal, expected) => {
    expect(wantsColor(env, isTerminal)).toBe(expected);
  });

  it.each([
    [undefined, 100],
    [0, 100],
    [20, 40],
    [80, 80],
    [400, 120],
  ])('%s columns: %s', (columns, width) => {
    expect(widthOf(columns)).toBe(width);
  });
});

describe('progress', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function watch(isInteractive: boolean, ...times: number[]): string {
    const terminal = screen({ isInteractive, width: 24 });
    const progress = new Progress(terminal);
    for (const [i, time] of times.entries()) {
      vi.advanceTimersByTime(time);
      progress.update(i, 1_000);
    }
    progress.end();
    return terminal.shown.err;
  }

  it('is none in a pipe, and none for short work', () => {
    expect(watch(false, 600, 600)).toBe('');
    expect(watch(true, 100, 300)).toBe('');
  });

  it('is one line, renewed now and then, cut to the terminal, and cleared', () => {
    expect(watch(true, 600, 10, 200)).toBe(
      '\r\u001B[2KScanning 0 of 1000 file\r\u001B[2KScanning 2 of 1000 file\r\u001B[2K',
    );
  });
});

describe('the process', () => {
  const main = path.resolve(import.meta.dirname, '../../dist/cli.cjs');

  it.skipIf(!existsSync(main))('leaves no word behind in a slow pipe, and takes a closed one', () => {
    const shell = (script: string): string =>
      spawnSync('bash', ['-c', script, 'bash', process.execPath, main], { encoding: 'utf8' }).stdout;
    expect(shell('"$1" "$2" --help | (sleep 0.3; tail -n 1)')).toContain('Exit status');
    expect(shell('"$1" "$2" rules | true; echo "${PIPESTATUS[0]}"')).toBe('0\n');
  });
});
