import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/cli/run.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { makeToken } from '../jwt/helpers.ts';
import { ensureBuilt, REPO } from '../support/scratch.ts';

const RANDOM = '8c1f4e0b9ad27735e6b01c94f8d2ab3e571f60c4';
const KNOWN = makeToken({ sub: 'made-up', exp: 1_500_000_000 }, 'your-256-bit-secret');
const SAFE = makeToken({ sub: 'made-up' }, RANDOM);

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'jwt-secrets-inspect-'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

async function cli(words: readonly string[], input: string | null = null, parts: Partial<Terminal> = {}) {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    cwd,
    color: false,
    width: 100,
    isInteractive: false,
    out: (text) => void (out += text),
    err: (text) => void (err += text),
    readInput: () => Promise.resolve(input),
    ...parts,
  };
  const code = await run(['inspect', ...words], terminal);
  return { code, out, err };
}

describe('inspect', () => {
  it('says what a token says, and exits 1 when its secret is found', async () => {
    const { code, out, err } = await cli([KNOWN]);
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(out).toMatch(/^Token\n {2}HS256, of a user \(name\), expired since 2017-07-14\n/);
    expect(out).toContain('    "sub": "made-up"');
    expect(out).toMatch(/exp {2}2017-07-14T02:40:00\.000Z {2}\d+ years ago/);
    expect(out).toContain('Found: yo…t (19) (a value that everybody knows)');
    expect(out).not.toContain('your-256-bit-secret');
  });

  it.each([[['-']], [[]]])('reads standard input for %j', async (words) => {
    expect((await cli(words, `${KNOWN}\n`)).code).toBe(1);
  });

  it('exits 0 when the secret is not found', async () => {
    const { code, out } = await cli(['-'], SAFE);
    expect(code).toBe(0);
    expect(out).toMatch(/Not found among [\d,]+ secrets\./);
  });

  it('exits 0 for tokens without a secret', async () => {
    const { code, out } = await cli([makeToken({}, '', 'none')]);
    expect(code).toBe(0);
    expect(out).toContain('None to find');
    expect(out).toContain('anyone can write another one');
  });

  it('tries word lists', async () => {
    const list = path.join(cwd, 'words.txt');
    writeFileSync(list, `other\n${RANDOM}\n`);
    const { code, out } = await cli(['-', '--wordlist', list], SAFE);
    expect(code).toBe(1);
    expect(out).toContain('(of the word list)');
    expect(out).not.toContain(RANDOM);
  });

  it('has JSON for machines', async () => {
    const { code, out } = await cli(['--json'], KNOWN);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      schemaVersion: 1,
      header: { alg: 'HS256', typ: 'JWT' },
      claims: { sub: 'made-up', exp: 1_500_000_000 },
      algorithm: 'HS256',
      secret: { how: 'known', form: 'utf8', masked: 'yo…t (19)' },
    });
    expect(out).not.toContain('your-256-bit-secret');
    expect(JSON.parse((await cli(['--json'], SAFE)).out)).toMatchObject({ secret: null, isComplete: true });
  });

  it('shows the secret only when it is asked to', async () => {
    expect((await cli(['--show-secrets'], KNOWN)).out).toContain('Found: your-256-bit-secret');
    const { secret } = JSON.parse((await cli(['--show-secrets', '--json'], KNOWN)).out);
    expect(secret).toEqual({ how: 'known', form: 'utf8', value: 'your-256-bit-secret' });
  });

  it('lets no token steer the terminal', async () => {
    const token = makeToken({ name: '\u001B[31mred\u202E', iss: '\u001B]0;title\u0007' }, RANDOM);
    const { out } = await cli(['-'], token);
    for (const character of ['\u001B', '\u0007', '\u202E']) expect(out).not.toContain(character);
  });

  it('shows progress on a terminal, and clears it', async () => {
    const { err } = await cli(['-'], SAFE, { isInteractive: true });
    const lines = err.split('\r\u001B[2K').filter((line) => line !== '');
    for (const line of lines) expect(line).toMatch(/^Tried [\d,]+ secrets, [\d,]+ a second$/);
    if (lines.length > 0) expect(err.endsWith('\r\u001B[2K')).toBe(true);
    expect((await cli(['-', '--quiet'], SAFE, { isInteractive: true })).err).toBe('');
  });

  it.each([
    [[], null, 'inspect needs a token'],
    [['-'], '', 'not a JSON Web Token'],
    [['made-up'], null, 'not a JSON Web Token'],
    [['a', 'b'], null, 'inspect takes one token'],
    [['-', '--wordlist', 'no-such-file'], SAFE, '--wordlist no-such-file: no such file'],
    [['--wordlst'], null, 'unknown option --wordlst of inspect; did you mean "--wordlist"?'],
  ])('2 and one line for %j', async (words, input, line) => {
    const { code, out, err } = await cli(words, input);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(line);
    expect(err.trimEnd().split('\n')).toHaveLength(1);
  });

  it('is a program that reads a pipe', () => {
    ensureBuilt();
    const main = path.join(REPO, 'dist/cli.cjs');
    const { status, stdout } = spawnSync(process.execPath, [main, 'inspect', '--json'], {
      input: KNOWN,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ secret: { how: 'known' } });
    // Without WebAssembly, node:crypto does the same.
    const slow = spawnSync(process.execPath, ['--jitless', main, 'inspect', '--json'], {
      input: KNOWN,
      encoding: 'utf8',
    });
    expect(JSON.parse(slow.stdout)).toEqual(JSON.parse(stdout));
    const none = spawnSync(process.execPath, [main, 'inspect'], { input: '', encoding: 'utf8' });
    expect(none.status).toBe(2);
  });
});
