import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSecretList, loadSecretListSync, readWordList } from '../../src/project/word-list.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jwt-secrets-words-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(content: string | Buffer): string {
  const name = path.join(folder, `${Math.random().toString(36).slice(2)}.txt`);
  writeFileSync(name, content);
  return name;
}

async function linesOf(name: string): Promise<string[]> {
  const lines: string[] = [];
  for await (const some of readWordList(name)) lines.push(...some);
  return lines;
}

describe('readWordList', () => {
  it.each([
    ['line feeds', 'one\ntwo\nthree\n', ['one', 'two', 'three']],
    ['no newline at the end', 'one\ntwo', ['one', 'two']],
    ['CRLF', 'one\r\ntwo\r\n', ['one', 'two']],
    ['old line ends', 'one\rtwo\r', ['one', 'two']],
    ['a byte order mark', '\uFEFFone\ntwo\n', ['one', 'two']],
    ['empty lines', '\n\none\n\n\ntwo\n\n', ['one', 'two']],
    ['nothing', '', []],
    ['other scripts', 'clé\n秘密\n😀\n', ['clé', '秘密', '😀']],
    ['spaces, which may belong to a secret', ' one \n', [' one ']],
    ['a line that is no secret', `${'x'.repeat(9000)}\none\n`, ['one']],
  ])('reads %s', async (_, content, expected) => {
    expect(await linesOf(file(content))).toEqual(expected);
  });

  it('reads bytes that are no UTF-8 without an error', async () => {
    const lines = await linesOf(
      file(Buffer.from([0x6f, 0x6e, 0x65, 0x0a, 0xff, 0xfe, 0x0a, 0x74, 0x77, 0x6f])),
    );
    expect([lines[0], lines.at(-1)]).toEqual(['one', 'two']);
  });

  it('finds every line of a file of many chunks, wherever they are cut', async () => {
    const values = Array.from({ length: 60_000 }, (_, i) => `wört-${i}-${'ß'.repeat(i % 17)}`);
    const name = file(values.join('\r\n'));
    expect(await linesOf(name)).toEqual(values);
    const list = loadSecretListSync(name);
    expect(list.size).toBe(values.length);
    expect(values.every((value) => list.has(value))).toBe(true);
  });

  it('passes a line over that is longer than a chunk, and goes on behind it', async () => {
    expect(await linesOf(file(`before\n${'x'.repeat(1_000_000)}\nafter`))).toEqual(['before', 'after']);
  });
});

describe('loadSecretList', () => {
  it('has the lines of the file, without the white space around them', async () => {
    const list = await loadSecretList(file('leaked-one\n  leaked-two  \nleaked-one\n'));
    expect(list.size).toBe(2);
    expect(list.has('leaked-two')).toBe(true);
    expect(list.has('leaked-three')).toBe(false);
  });

  it.each([
    ['that is not there', () => path.join(folder, 'gone.txt'), 'no such file'],
    ['that is a folder', () => folder, 'a folder, not a word list'],
    ['inside of a file', () => path.join(file('x'), 'deeper.txt'), 'no such file'],
  ])('says so in one line for a list %s', async (_, name, message) => {
    const where = name();
    await expect(loadSecretList(where)).rejects.toThrow(`${where}: ${message}`);
    expect(() => loadSecretListSync(where)).toThrow(message);
  });
});
