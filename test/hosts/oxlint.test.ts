import { afterAll, beforeAll, expect, it } from 'vitest';
import { ensureBuilt, programOf, REPO, Scratch, type Ran } from '../support/scratch.ts';

/** What oxlint's JSON format says of one finding. */
interface Diagnostic {
  readonly code: string;
  readonly filename: string;
  readonly severity: string;
  readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
}

const FILES: Readonly<Record<string, string>> = {
  'src/auth.ts': `import jwt from 'jsonwebtoken';
import { refreshSecret } from './settings';

export const access: string = jwt.sign({ id: 1 }, 'made-up-fixture-secret', { expiresIn: '1h' });
export const refresh = (id: string) => jwt.sign({ id }, refreshSecret, { expiresIn: '7d' });
`,
  'src/settings.ts': "export const refreshSecret = 'made-up-fixture-refresh';\n",
  'src/legacy.js': `const jwt = require('jsonwebtoken');

module.exports = (token) => jwt.verify(token, 'made-up-fixture-secret');
// eslint-disable-next-line jwt-secrets/no-hardcoded-secret, jwt-secrets/no-weak-secret
module.exports.old = () => jwt.sign({}, 'made-up-fixture-secret', { expiresIn: 60 });
`,
  '.env': 'JWT_SECRET=made-up-fixture-secret\n',
};

const scratch = new Scratch();

beforeAll(() => {
  ensureBuilt();
  scratch.write(FILES);
  configure({});
});
afterAll(() => scratch.remove());

function configure(more: object): void {
  const config = {
    plugins: [],
    categories: { correctness: 'off' },
    jsPlugins: [`${REPO}/dist/index.js`.replaceAll('\\', '/')],
    rules: {
      'jwt-secrets/no-hardcoded-secret': 'error',
      'jwt-secrets/no-weak-secret': 'error',
      'jwt-secrets/require-algorithms': 'warn',
    },
    ...more,
  };
  scratch.write({ '.oxlintrc.json': JSON.stringify(config) });
}

function oxlint(...words: readonly string[]): Ran {
  return scratch.run(programOf('oxlint'), '--threads=1', ...words);
}

/** `path rule line:column`. */
function findings(): string[] {
  const { out, err } = oxlint('--format=json');
  expect(err).toBe('');
  const { diagnostics } = JSON.parse(out) as { diagnostics: Diagnostic[] };
  return diagnostics
    .map(({ code, filename, labels: [label] }) => {
      const rule = /\(([\w-]+)\)/.exec(code)?.[1];
      return `${filename.replaceAll('\\', '/')} ${rule} ${label!.span.line}:${label!.span.column}`;
    })
    .sort();
}

const EXPECTED = [
  'src/auth.ts no-hardcoded-secret 4:51',
  'src/auth.ts no-weak-secret 4:51',
  'src/legacy.js no-hardcoded-secret 3:47',
  'src/legacy.js no-weak-secret 3:47',
  'src/legacy.js require-algorithms 3:29',
  'src/settings.ts no-hardcoded-secret 1:30',
  'src/settings.ts no-weak-secret 1:30',
];

it('finds in oxlint what ESLint finds in code, comments obeyed', () => {
  expect(findings()).toEqual(EXPECTED);
  expect(oxlint().code).toBe(1);
});

it('takes options and settings', () => {
  configure({
    settings: { 'jwt-secrets/minSeverity': 'critical', 'jwt-secrets/crossFile': false },
    rules: { 'jwt-secrets/no-hardcoded-secret': ['error', { checkNames: false }] },
  });
  expect(findings()).toEqual([EXPECTED[0], EXPECTED[2]]);
});

it('applies suggestions when asked', () => {
  configure({ rules: { 'jwt-secrets/no-hardcoded-secret': 'error' } });
  scratch.write({ 'src/fixed.ts': FILES['src/auth.ts']! });
  expect(oxlint('--fix-suggestions', 'src/fixed.ts')).toMatchObject({ code: 0, err: '' });
  expect(scratch.read('src/fixed.ts')).toBe(
    FILES['src/auth.ts']!.replace("'made-up-fixture-secret'", 'process.env.JWT_SECRET'),
  );
});
