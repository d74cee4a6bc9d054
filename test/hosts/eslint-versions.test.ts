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
  readonly suggestions?: readonly {
    readonly fix: { readonly range: readonly [number, number]; readonly text: string };
  }[];
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
const { ESLint: ESLint8 } = require('eslint-v8') as { ESLint: EngineClass & { version: string } };
const { FlatESLint: FlatESLint8 } = require('eslint-v8/use-at-your-own-risk') as { FlatESLint: EngineClass };

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
  'src/legacy.js': `var jwt = require('jsonwebtoken');

module.exports = function (token) { return jwt.verify(token, 'made-up-fixture-secret'); };
`,
  'src/App.vue': `<template><p>{{ id }}</p></template>

<script lang="ts">
import jwt from 'jsonwebtoken';
export const id: string = jwt.sign({}, 'made-up-fixture-secret', { expiresIn: 60 });
</script>
`,
  '.env': `# Made up for a test.
JWT_SECRET=made-up-fixture-secret # the one for tokens
# eslint-disable-next-line jwt-secrets/no-weak-secret -- for a test
JWT_REFRESH_SECRET=changeme
JWT_ACCESS_SECRET=Zk3vQ9xT1mWb7RpL0sYd2A
`,
  '.env.production': 'JWT_SECRET=made-up-fixture-secret\n',
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
    {
      files: [...SCRIPTS, ...ENVIRONMENT],
      plugins: { 'jwt-secrets': plugin },
      rules: { ...strict, ...rules },
      settings,
    },
    { linterOptions: { reportUnusedDisableDirectives: false } },
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
      {
        files: ['*.vue'],
        parser: 'vue-eslint-parser',
        parserOptions: { parser: '@typescript-eslint/parser' },
      },
      { files: ['.env', '.env.*'], parser: 'eslint-plugin-jwt-secrets/dotenv-parser' },
    ],
  };
  return new ESLint8({
    cwd: scratch.root,
    useEslintrc: false,
    overrideConfig,
    resolvePluginsRelativeTo: scratch.root,
  });
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

const EXPECTED: readonly string[] = [
  '.env no-committed-secret 2:12-2:34',
  '.env no-committed-secret 4:20-4:28',
  '.env no-committed-secret 5:19-5:41',
  '.env no-shared-secret 2:12-2:34',
  '.env no-weak-secret 2:12-2:34',
  '.env no-weak-secret 5:19-5:41',
  'src/App.vue no-client-exposed-secret 5:40-5:64',
  'src/App.vue no-hardcoded-secret 5:40-5:64',
  'src/App.vue no-weak-secret 5:40-5:64',
  'src/auth.ts no-fallback-secret 7:47-7:73',
  'src/auth.ts no-hardcoded-secret 4:51-4:75',
  'src/auth.ts no-weak-secret 4:51-4:75',
  'src/auth.ts no-weak-secret 7:47-7:73',
  'src/legacy.js no-hardcoded-secret 3:62-3:86',
  'src/legacy.js no-weak-secret 3:62-3:86',
  'src/legacy.js require-algorithms 3:44-3:54',
  'src/settings.ts no-hardcoded-secret 1:30-1:55',
  'src/settings.ts no-weak-secret 1:30-1:55',
];

const without = (...parts: readonly string[]): string[] =>
  EXPECTED.filter((line) => !parts.some((part) => line.includes(part)));

describe.each(HOSTS)('%s', (_, create) => {
  it('finds the same at the same places', async () => {
    expect(shown(await lint(create({})))).toEqual(EXPECTED);
  });

  it('takes options', async () => {
    const rules = {
      'jwt-secrets/no-weak-secret': ['error', { checkLength: false }],
      'jwt-secrets/no-fallback-secret': 'off',
    };
    expect(shown(await lint(create({ rules })))).toEqual(
      without('.env no-weak-secret 5', 'src/auth.ts no-fallback-secret'),
    );
  });

  it('refuses options that are not in the schema', async () => {
    const rules = { 'jwt-secrets/no-weak-secret': ['error', { checkLenght: false }] };
    await expect(lintAny(create, { rules })).rejects.toThrow(/checkLenght|additional properties/);
  });

  it('keeps to the file with `jwt-secrets/crossFile` off', async () => {
    const settings = { 'jwt-secrets/crossFile': false };
    expect(shown(await lint(create({ settings })))).toEqual(without('no-shared-secret'));
  });

  it('shows what is grave with `jwt-secrets/minSeverity`', async () => {
    const settings = { 'jwt-secrets/minSeverity': 'critical' };
    expect(shown(await lint(create({ settings })))).toEqual(
      EXPECTED.filter((line) => line.startsWith('src/') && !/auth.ts .* 7:|no-fallback|require-/.test(line)),
    );
  });

  it('offers suggestions that apply', async () => {
    const [auth] = await lint(create({}), ['src/auth.ts']);
    const offered = auth!.messages.flatMap(({ suggestions = [] }) => suggestions.map(({ fix }) => fix));
    const texts = offered.map(({ range, text }) => AUTH.slice(0, range[0]) + text + AUTH.slice(range[1]));
    expect(texts).toEqual([
      AUTH.replace("'made-up-fixture-secret'", 'process.env.JWT_SECRET'),
      AUTH.replace(" ?? 'made-up-fixture-fallback'", ''),
    ]);
  });

  it('obeys comments in environment files', async () => {
    const [messages, silenced] = await Promise.all([
      lint(create({}), ['.env']),
      lint(create({ rules: OTHERS_OFF }), ['.env']),
    ]);
    expect(shown(messages).filter((line) => line.includes(' 4:'))).toEqual([
      '.env no-committed-secret 4:20-4:28',
    ]);
    expect(silenced[0]!.messages.map(({ line }) => line)).toEqual([2, 5]);
  });
});

const OTHERS_OFF = Object.fromEntries(
  Object.keys(strict).map((name) => [name, name === 'jwt-secrets/no-weak-secret' ? 'error' : 'off']),
);

/** Versions differ in when they look at options: with the config, or with the first file. */
async function lintAny(create: (extra: Extra) => Engine, extra: Extra): Promise<Result[]> {
  return lint(create(extra), ['src/auth.ts']);
}

/* ------------------------------------------------------------------ configs */

const FLAT_CONFIGS = [plugin.configs.recommended, plugin.configs.strict, ...plugin.configs['config-files']];

describe.each([
  ['ESLint 10', ESLint10],
  ['ESLint 9', ESLint9],
] as const)('configs in %s', (_, Engine) => {
  it.each(FLAT_CONFIGS.map((config) => [config.name, config] as const))('%s', async (_name, config) => {
    const engine = new Engine({ cwd: scratch.root, overrideConfigFile: true, overrideConfig: [config] });
    const { rules = {} } = await engine.calculateConfigForFile(
      scratch.path(config.files ? '.env' : 'src/legacy.js'),
    );
    expect(Object.keys(rules).sort()).toEqual(Object.keys(config.rules ?? {}).sort());
    expect(Object.keys(rules).length).toBeGreaterThan(5);
  });

  it('as the README combines them: code, and environment files at any depth', async () => {
    const overrideConfig = [plugin.configs.recommended, ...plugin.configs['config-files']];
    const engine = new Engine({
      cwd: scratch.root,
      overrideConfigFile: true,
      overrideConfig,
      ignorePatterns: ['**/*.ts'],
    });
    expect(shown(await lint(engine, ['.'])).map((line) => line.split(' ')[0])).toEqual(
      expect.arrayContaining(['.env', '.env.production', 'src/legacy.js']),
    );
  });
});

describe('configs in ESLint 8.57', () => {
  it.each(['recommended', 'strict'] as const)('%s in flat config', async (name) => {
    const overrideConfig = [plugin.configs[name]];
    const engine = new FlatESLint8({ cwd: scratch.root, overrideConfigFile: true, overrideConfig });
    const { rules = {} } = await engine.calculateConfigForFile(scratch.path('src/legacy.js'));
    expect(Object.keys(rules).sort()).toEqual(Object.keys(plugin.configs[name].rules ?? {}).sort());
  });

  it.each(['recommended-legacy', 'strict-legacy'])(
    '%s by name, environment files found by themselves',
    async (name) => {
      const overrideConfig = { root: true, extends: [`plugin:jwt-secrets/${name}`] };
      const engine = new ESLint8({
        cwd: scratch.root,
        useEslintrc: false,
        overrideConfig,
        resolvePluginsRelativeTo: scratch.root,
      });
      const files = (await lint(engine, ['.'])).filter(({ messages }) => messages.length > 0);
      expect(files.map(({ filePath }) => filePath.slice(scratch.root.length + 1)).sort()).toEqual([
        '.env',
        '.env.production',
        'src/legacy.js',
      ]);
    },
  );
});
