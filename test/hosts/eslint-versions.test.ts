import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import plugin from '../../src/index.ts';
import { ensureBuilt, Scratch } from '../support/scratch.ts';

/** The part of an ESLint message that is the same in all versions. */
interface Message {
  readonly ruleId: string | null;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly message: string;
  readonly fatal?: boolean;
  readonly suggestions?: readonly { readonly fix: { readonly range: readonly [number, number]; readonly text: string } }[];
}

interface Result {
  readonly filePath: string;
  readonly messages: readonly Message[];
}

interface Engine {
  lintFiles(patterns: readonly string[]): Promise<Result[]>;
  calculateConfigForFile(file: string): Promise<{ readonly rules?: Readonly<Record<string, unknown>> }>;
}

type EngineClass = new (options: object) => Engine;

/** What a case adds to the config that all hosts share. */
interface Extra {
  readonly rules?: Readonly<Record<string, unknown>>;
  readonly settings?: Readonly<Record<string, unknown>>;
}

const require = createRequire(import.meta.url);
const { ESLint: ESLint10 } = require('eslint') as { ESLint: EngineClass & { version: string } };
const { ESLint: ESLint9 } = require('eslint-v9') as { ESLint: EngineClass & { version: string } };
const { ESLint: ESLint8, Linter: Linter8 } = require('eslint-v8') as {
  ESLint: EngineClass & { version: string };
  Linter: new (options: object) => LegacyLinter;
};
const { FlatESLint: FlatESLint8 } = require('eslint-v8/use-at-your-own-risk') as { FlatESLint: EngineClass };

interface LegacyLinter {
  defineRule(name: string, rule: unknown): void;
  defineParser(name: string, parser: unknown): void;
  verify(text: string, config: object, options: { readonly filename: string }): Message[];
}

const AUTH = `import jwt from 'jsonwebtoken';
import { refreshSecret } from './settings';

export const access: string = jwt.sign({ id: 1 }, 'made-up-fixture-secret', { expiresIn: '1h' });
export const refresh = (id: string) => jwt.sign({ id }, refreshSecret, { expiresIn: '7d' });
export const check = (token: string) =>
  jwt.verify(token, process.env.JWT_SECRET ?? 'made-up-fixture-fallback', { algorithms: ['HS256'] });
`;

const FILES: Readonly<Record<string, string>> = {
  'src/auth.ts': AUTH,
  'src/settings.ts': "export const refreshSecret = 'made-up-fixture-refresh';\n",
  'src/legacy.js': `const jwt = require('jsonwebtoken');

module.exports = (token) => jwt.verify(token, 'made-up-fixture-secret');
`,
  'src/App.vue': `<template><p>{{ id }}</p></template>

<script lang="ts">
import jwt from 'jsonwebtoken';
export const id: string = jwt.sign({}, 'made-up-fixture-secret');
</script>
`,
  '.env': `# Made up for a test.
JWT_SECRET=made-up-fixture-secret # the one for tokens
# eslint-disable-next-line jwt-secrets/no-weak-secret -- for a test
JWT_REFRESH_SECRET=changeme
JWT_ACCESS_SECRET=q7Xv2mLk9TzR4w
`,
  // Resolved by the name that `.eslintrc` files give.
  'package.json': '{ "name": "scratch", "private": true }\n',
};

const SCRIPTS = ['**/*.{js,ts,vue}'];
const ENVIRONMENT = ['**/.env', '**/.env.*'];
const ALL = ['src', '.env'];

const scratch = new Scratch();

beforeAll(() => {
  ensureBuilt();
  scratch.write(FILES);
  scratch.link('eslint-plugin-jwt-secrets', '@typescript-eslint/parser', 'vue-eslint-parser');
});
afterAll(() => scratch.remove());

/* ------------------------------------------------------------------ hosts */

const strict = plugin.configs.strict.rules as Readonly<Record<string, unknown>>;
const parserOf = (name: string): unknown => require(name);

function flatConfig(environment: object, { rules = {}, settings = {} }: Extra): object[] {
  const tsParser = parserOf('@typescript-eslint/parser');
  return [
    { files: [...SCRIPTS, ...ENVIRONMENT], plugins: { 'jwt-secrets': plugin }, rules: { ...strict, ...rules }, settings },
    { files: ['**/*.js'], languageOptions: { sourceType: 'commonjs' } },
    { files: ['**/*.ts'], languageOptions: { parser: tsParser } },
    {
      files: ['**/*.vue'],
      languageOptions: { parser: parserOf('vue-eslint-parser'), parserOptions: { parser: tsParser } },
    },
    { files: ENVIRONMENT, ...environment },
  ];
}

const LANGUAGE = { language: 'jwt-secrets/dotenv' };
const PARSER = { languageOptions: { parser: plugin.parsers.dotenv } };

function flat(Engine: EngineClass, environment: object, extra: Extra): Engine {
  const overrideConfig = flatConfig(environment, extra);
  return new Engine({ cwd: scratch.root, overrideConfigFile: true, overrideConfig });
}

/** With the plugin and the parsers by name, as `.eslintrc` files have them: the built package. */
function eslintrc({ rules = {}, settings = {} }: Extra): Engine {
  const all = { ...strict, ...rules };
  const overrideConfig = {
    root: true,
    plugins: ['jwt-secrets'],
    parserOptions: { ecmaVersion: 2024, sourceType: 'module' },
    ignorePatterns: ['!.env'],
    rules: all,
    settings,
    overrides: [
      { files: ['*.ts'], parser: '@typescript-eslint/parser' },
      { files: ['*.vue'], parser: 'vue-eslint-parser', parserOptions: { parser: '@typescript-eslint/parser' } },
      { files: ['.env', '.env.*'], parser: 'eslint-plugin-jwt-secrets/dotenv-parser' },
    ],
  };
  return new ESLint8({ cwd: scratch.root, useEslintrc: false, overrideConfig, resolvePluginsRelativeTo: scratch.root });
}

const HOSTS: readonly (readonly [name: string, create: (extra: Extra) => Engine])[] = [
  ['ESLint 10, language', (extra) => flat(ESLint10, LANGUAGE, extra)],
  ['ESLint 10, parser', (extra) => flat(ESLint10, PARSER, extra)],
  ['ESLint 9, language', (extra) => flat(ESLint9, LANGUAGE, extra)],
  ['ESLint 9, parser', (extra) => flat(ESLint9, PARSER, extra)],
  ['ESLint 8.57, flat config, parser', (extra) => flat(FlatESLint8, PARSER, extra)],
  ['ESLint 8.57, .eslintrc, parser', eslintrc],
];

async function lint(engine: Engine, files: readonly string[] = ALL): Promise<Result[]> {
  const results = await engine.lintFiles(files);
  for (const { filePath, messages } of results) {
    const broken = messages.find(({ fatal, ruleId }) => fatal || ruleId === null);
    if (broken) throw new Error(`${filePath}: ${broken.message}`);
  }
  return results;
}

/** `path rule line:column-line:column`, in an order of our own. */
function shown(results: readonly Result[]): string[] {
  const lines = results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line, column, endLine, endColumn }) => {
      const file = filePath.slice(scratch.root.length + 1).replaceAll('\\\\', '/');
      return `${file} ${ruleId?.replace('jwt-secrets/', '')} ${line}:${column}-${endLine}:${endColumn}`;
    }),
  );
  return lines.sort();
}

/* ------------------------------------------------------------------ cases */

it('runs three versions in one process', () => {
  expect([ESLint8, ESLint9, ESLint10].map(({ version }) => version.split('.')[0])).toEqual(['8', '9', '10']);
});

describe.each(HOSTS)('%s', (_, create) => {
  it('finds the same at the same places', async () => {
    expect(shown(await lint(create({})))).toEqual(EXPECTED);
  });
});
const EXPECTED: readonly string[] = [];
