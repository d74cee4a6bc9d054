import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Linter } from 'eslint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import plugin from '../../src/index.ts';

/** Random, and leaked in these tests only. */
const LEAKED = 'Zq8v-Lw3Rk_0yTnJ5bXcH2mPsA7dGf9UeQ1iOoVtYzE';
const CODE = `import jwt from 'jsonwebtoken';\nexport const t = jwt.sign({}, '${LEAKED}');\n`;

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'jwt-secrets-known-'));
});
afterAll(() => rmSync(cwd, { recursive: true, force: true }));

function lint(setting: unknown, code = CODE): string[] {
  const linter = new Linter({ cwd });
  const messages = linter.verify(
    code,
    {
      files: ['**/*.js'],
      plugins: { 'jwt-secrets': plugin as never },
      rules: { 'jwt-secrets/no-weak-secret': 'error' },
      settings: { 'jwt-secrets/crossFile': false, 'jwt-secrets/knownSecrets': setting },
    },
    path.join(cwd, 'auth.js'),
  );
  return messages.map(({ messageId, message }) => `${messageId}: ${message}`);
}

describe('the setting jwt-secrets/knownSecrets', () => {
  it('is not needed', () => {
    expect(lint(undefined)).toEqual([]);
    expect(lint([])).toEqual([]);
  });

  it('takes a list of texts', () => {
    const [found, ...more] = lint(['something else', LEAKED]);
    expect(found).toMatch(/^known: .*on the list of known secrets/);
    expect(found).not.toContain(LEAKED);
    expect(more).toEqual([]);
  });

  it('finds a value that is spelt in another way, or has something appended', () => {
    expect(lint([LEAKED.toLowerCase()])[0]).toContain('in another spelling');
    expect(lint([LEAKED.slice(0, 30)], CODE.replace(LEAKED, `${LEAKED.slice(0, 30)}2024`))[0]).toContain(
      'appended',
    );
  });

  it('takes the path of a file, relative to the folder that ESLint works in, and reads it again when it changes', () => {
    const file = path.join(cwd, 'leaked.txt');
    writeFileSync(file, 'nothing of interest\n');
    expect(lint('leaked.txt')).toEqual([]);
    writeFileSync(file, `nothing of interest\r\n${LEAKED}\r\n`);
    utimesSync(file, new Date(), new Date(Date.now() + 5000));
    expect(lint('leaked.txt')[0]).toMatch(/^known: /);
    expect(lint(file)[0]).toMatch(/^known: /);
  });

  it.each([
    ['a file that is not there', 'gone.txt', 'gone.txt: no such file'],
    ['a number', 7, 'must be a list of texts, or the path of a file'],
    ['a list of other things', [LEAKED, null], 'must be a list of texts, or the path of a file'],
  ])('says so for %s', (_, setting, message) => {
    expect(() => lint(setting)).toThrow(message);
  });
});
