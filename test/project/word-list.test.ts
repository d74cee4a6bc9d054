import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadSecretList, wordList } from '../../src/project/word-list.ts';

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

describe('wordList', () => {
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
  ])('reads %s', (_, content, expected) => {
    expect([...wordList(file(content))]).toEqual(expected);
  });

  it('reads bytes that are no UTF-8 as Latin-1', () => {
    const lines = [...wordList(file(Buffer.from('one\nSchlüssel\ntwo', 'latin1')))];
    expect(lines).toEqual(['one', 'Schlüssel', 'two']);
  });

  it('finds every line of a file of many chunks, wherever they are cut, and again', () => {
    const values = Array.from({ length: 150_000 }, (_, i) => `wört-${i}-${'ß'.repeat(i % 17)}`);
    const name = file(values.join('\r\n'));
    const words = wordList(name);
    for (let time = 0; time < 2; time++) expect([...words]).toEqual(values);
    const list = loadSecretList(name);
    expect(list.size).toBe(values.length);
    expect(values.every((value) => list.has(value))).toBe(true);
  });

  it.each([5_000, 1_000_000, 3_500_000])(
    'passes a line of %i characters over, and goes on behind it',
    (length) => {
      const lines = [...wordList(file(`before\n${'x'.repeat(length)}\nafter\n`))];
      expect(lines).toEqual(['before', 'after']);
    },
  );
});

describe('loadSecretList', () => {
  it('has the lines of the file, without the white space around them', () => {
    const list = loadSecretList(file('leaked-one\n  leaked-two  \nleaked-one\n'));
    expect(list.size).toBe(2);
    expect(list.has('leaked-two')).toBe(true);
    expect(list.has('leaked-three')).toBe(false);
  });

  it.each([
    ['that is not there', () => path.join(folder, 'gone.txt'), 'no such file'],
    ['that is a folder', () => folder, 'a folder, not a word list'],
    ['inside of a file', () => path.join(file('x'), 'deeper.txt'), 'no such file'],
  ])('says so in one line for a list %s', (_, name, message) => {
    const where = name();
    expect(() => loadSecretList(where)).toThrow(`${where}: ${message}`);
    expect(() => wordList(where)).toThrow(`${where}: ${message}`);
  });
});
