import { Linter } from 'eslint';
import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkLibraries } from '../../src/facts/javascript/libraries/check.ts';
import { libraries, librariesWith } from '../../src/facts/javascript/libraries/index.ts';
import plugin from '../../src/index.ts';
import { scan } from '../../src/scanner/scan.ts';

/** A company's own wrapper, as docs/libraries.md shows it. */
const WRAPPER = {
  name: '@acme/auth',
  modules: ['@acme/auth', '*/lib/auth'],
  entries: [
    {
      name: 'issueToken',
      members: ['issueToken'],
      invoked: 'call',
      operation: 'sign',
      key: ['1.secret'],
      expiry: { options: ['1.ttl'], unit: 'seconds' },
    },
    {
      name: 'checkToken',
      members: ['checkToken'],
      invoked: 'call',
      operation: 'verify',
      key: ['1.secret'],
      token: '0',
      algorithms: {
        honoured: ['1.algorithms'],
        form: 'array',
        ignored: ['1.algorithm'],
        unpinned: [
          { since: '2.0.0', severity: 'none', risk: '' },
          { severity: 'medium', risk: 'it accepts what the token says' },
        ],
      },
      unsigned: [{ at: '1.verify', when: false, how: 'no-verify' }],
    },
  ],
};

const CODE = `import { checkToken, issueToken } from '@acme/auth';
export const issue = (sub) => issueToken({ sub }, { secret: 'fixture-secret' });
export const check = (token, secret) => checkToken(token, { secret });
export const peek = (token, secret) => checkToken(token, { secret, verify: false });
`;

const EXPECTED = [
  'no-hardcoded-secret 2',
  'no-weak-secret 2',
  'require-expiration 2',
  'require-algorithms 3',
  'no-none-algorithm 4',
].sort();

describe('tables of a user', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'jwt-secrets-own-'));
  beforeAll(() => {
    writeFileSync(path.join(root, 'auth.js'), CODE);
    writeFileSync(path.join(root, 'package.json'), '{"dependencies":{"@acme/auth":"^1.4.0"}}');
  });
  afterAll(() => rmSync(root, { recursive: true, force: true }));

  it('hold in the scanner', async () => {
    const report = await scan({ root, libraries: [WRAPPER] as never });
    expect(report.findings.map(({ ruleId, line }) => `${ruleId} ${line}`).sort()).toEqual(EXPECTED);
    expect((await scan({ root })).findings).toEqual([]);
  });

  const lint = (settings: Record<string, unknown>): Linter.LintMessage[] =>
    new Linter({ cwd: root }).verify(
      CODE,
      [{ plugins: { 'jwt-secrets': plugin as never }, rules: plugin.configs.strict.rules!, settings }],
      { filename: path.join(root, 'auth.js') },
    );

  it('hold in ESLint', () => {
    const found = lint({ 'jwt-secrets/libraries': [WRAPPER] });
    expect(found.map(({ ruleId, line }) => `${ruleId?.replace('jwt-secrets/', '')} ${line}`).sort()).toEqual(
      EXPECTED,
    );
    expect(lint({})).toEqual([]);
  });

  it('hold for modules by the end of their path', () => {
    const registry = librariesWith([WRAPPER] as never);
    expect(registry.libraryOf('../../lib/auth')?.name).toBe('@acme/auth');
    expect(registry.libraryOf('../../lib/auth-other')).toBeNull();
    expect(registry.isNamedIn("import x from '../../lib/auth';")).toBe(true);
    expect(registry.isNamedIn("import x from './auth';")).toBe(false);
  });

  it('come before ours', () => {
    const own = { ...WRAPPER, name: 'fork', modules: ['jsonwebtoken'] };
    expect(librariesWith([own] as never).libraryOf('jsonwebtoken')?.name).toBe('fork');
  });

  it('are refused in ESLint with one line that says where', () => {
    expect(() => lint({ 'jwt-secrets/libraries': [{ name: 'x' }] })).toThrow(
      'The ESLint setting jwt-secrets/libraries[0] lacks "modules".',
    );
  });
});

describe('checkLibraries', () => {
  const problemOf = (value: unknown): string | null => {
    const checked = checkLibraries(value, 'libraries');
    return 'problem' in checked ? checked.problem : null;
  };
  const withEntry = (entry: object): unknown => [
    { ...WRAPPER, entries: [{ ...WRAPPER.entries[1], ...entry }] },
  ];

  it('takes every table of ours', () => {
    expect(problemOf(JSON.parse(JSON.stringify(libraries)))).toBeNull();
    expect(problemOf([WRAPPER])).toBeNull();
    expect(problemOf([])).toBeNull();
  });

  // prettier-ignore
  it.each([
    ['no list', {}, 'libraries must be a list'],
    ['no object', ['jose'], 'libraries[0] must be an object'],
    ['no name', [{ modules: [], entries: [] }], 'libraries[0] lacks "name"'],
    ['an unknown key', [{ ...WRAPPER, version: '1' }], 'libraries[0] has an unknown key "version"'],
    ['a wrong type', [{ ...WRAPPER, modules: 'jose' }], 'libraries[0].modules must be a list'],
    ['an unknown operation', withEntry({ operation: 'check' }), 'libraries[0].entries[0].operation must be one of sign, verify, decode, configure'],
    ['a place that is none', withEntry({ key: ['secret'] }), 'libraries[0].entries[0].key[0] must be a place such as "1" or "0.secret"'],
    ['an unknown severity', withEntry({ algorithms: { form: 'array', unpinned: [{ severity: 'bad', risk: '' }] } }), 'libraries[0].entries[0].algorithms.unpinned[0].severity must be one of low, medium, high, critical, none'],
    ['a broken pattern', withEntry({ object: { files: '(' } }), 'libraries[0].entries[0].object.files is no regular expression'],
    ['many repetitions', withEntry({ object: { files: 'a*a*a*b$' } }), 'libraries[0].entries[0].object.files must repeat no more than one thing'],
    ['repetitions by number', withEntry({ object: { files: 'a{1,}a{2000}b$' } }), 'libraries[0].entries[0].object.files must repeat no more than one thing'],
    ['a pattern that may take for ever', withEntry({ object: { files: '(a+)+$' } }), 'libraries[0].entries[0].object.files must not repeat a group'],
    ['an inherited key', [{ ...WRAPPER, ['constructor']: 1 }], 'libraries[0] has an unknown key "constructor"'],
  ])('names the place of %s', (_, value, problem) => {
    expect(problemOf(value)).toBe(problem);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const problem = problemOf(value);
        expect(problem === null || problem.startsWith('libraries')).toBe(true);
      }),
    );
  });
});
