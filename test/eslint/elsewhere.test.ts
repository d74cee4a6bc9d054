import tsParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { afterAll, describe, expect, it } from 'vitest';
import plugin from '../../src/index.ts';
import { scan } from '../../src/scanner/scan.ts';
import { Scratch } from '../support/scratch.ts';

/** Nobody's. */
const VALUE = 'made-up-elsewhere-value';
const USE = `import jwt from 'jsonwebtoken';
import { phrase } from './phrases.js';
export const issue = (id) => jwt.sign({ id }, phrase, { expiresIn: '5m' });
`;

const scratches: Scratch[] = [];
afterAll(() => {
  for (const scratch of scratches) scratch.remove();
});

interface Shown {
  readonly rule: string;
  readonly line: number;
  readonly message: string;
}

/** What ESLint shows in each file of a project. */
function lint(
  files: Readonly<Record<string, string>>,
  settings: Record<string, unknown> = {},
): Record<string, Shown[]> {
  const scratch = new Scratch();
  scratches.push(scratch);
  scratch.write(files);
  const linter = new Linter({ cwd: scratch.root });
  const config = {
    files: ['**/*.{js,ts}'],
    plugins: { 'jwt-secrets': plugin as never },
    languageOptions: { parser: tsParser },
    rules: { 'jwt-secrets/no-hardcoded-secret': 2, 'jwt-secrets/no-weak-secret': 2 } as const,
    settings,
  };
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [
      name,
      linter
        .verify(text, [config], { filename: scratch.path(name) })
        .map(({ ruleId, line, message }) => ({ rule: ruleId ?? '', line, message })),
    ]),
  );
}

describe('a secret in a module without a word for it', () => {
  const files = { 'phrases.js': `// greetings\nexport const phrase = '${VALUE}';\n`, 'auth.js': USE };

  it('is shown at the call that uses it, with its place', () => {
    const shown = lint(files);
    expect(shown['phrases.js']).toEqual([]);
    expect(shown['auth.js']!.map(({ rule, line }) => [rule, line])).toEqual([
      ['jwt-secrets/no-hardcoded-secret', 3],
      ['jwt-secrets/no-weak-secret', 3],
    ]);
    for (const { message } of shown['auth.js']!) {
      expect(message).toMatch(/\(It stands in `phrases\.js`, line 2\.\)$/);
      expect(message).not.toContain(VALUE);
    }
  });

  it('is where the scanner finds it', async () => {
    const scratch = new Scratch();
    scratches.push(scratch);
    scratch.write(files);
    const { findings } = await scan({ root: scratch.root });
    const places = findings.map(({ ruleId, path, line }) => `${ruleId} ${path}:${line}`);
    expect(places).toEqual(['no-hardcoded-secret phrases.js:2', 'no-weak-secret phrases.js:2']);
  });

  it('is shown through modules that hand it on', () => {
    const shown = lint({
      'phrases.js': `export * from './texts.js';\n`,
      'texts.js': `export const phrase = '${VALUE}';\n`,
      'auth.js': USE,
    });
    expect(shown['auth.js']!.map(({ message }) => /`texts\.js`, line 1/.test(message))).toEqual([true, true]);
  });

  it('is not shown where other files are not to be read', () => {
    expect(lint(files, { 'jwt-secrets/crossFile': false })['auth.js']).toEqual([]);
  });
});

it.each([
  ['speaks of secrets and says none', `// the secret\nexport const phrase = '${VALUE}';\n`, 0],
  ['speaks of JWT', `// for jwt\nexport const phrase = '${VALUE}';\n`, 2],
  ['names it', `export const tokenSecret = '${VALUE}';\nexport const phrase = tokenSecret;\n`, 2],
])('a secret in a module that %s is shown once', (_, module, own) => {
  const shown = lint({ 'phrases.js': module, 'auth.js': USE });
  expect([shown['phrases.js']!.length, shown['auth.js']!.length]).toEqual([own, 2 - own]);
});
