import json from '@eslint/json';
import { ESLint } from 'eslint';
import { ESLint as ESLint9 } from 'eslint-v9';
import jsonc from 'eslint-plugin-jsonc';
import toml from 'eslint-plugin-toml';
import yml from 'eslint-plugin-yml';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import plugin from '../../src/index.ts';
import { scan } from '../../src/scanner/scan.ts';

/** A weak secret in each format, at a place that is not the first line. */
const FILES: Readonly<Record<string, string>> = {
  '.env': '# why\nJWT_SECRET=changeme\n',
  'config/.development.env': 'A=b\nexport JWT_SECRET="changeme"\n',
  'config.yml': 'jwt:\n  # why\n  secret: changeme\n',
  'docker-compose.yml': 'services:\r\n  api:\r\n    environment:\r\n      - JWT_SECRET=changeme\r\n',
  '.github/workflows/deploy.yml': 'on: push\njobs:\n  a:\n    env:\n      JWT_SECRET: changeme\n',
  'appsettings.json': '{\n  "Jwt": {\n    "Key": "changeme"\n  }\n}\n',
  'settings.jsonc': '{\n  // why\n  "jwtSecret": "changeme",\n}\n',
  'settings.json5': "{\n  jwtSecret: 'changeme',\n}\n",
  'wrangler.toml': '[vars]\nJWT_SECRET = "changeme" # why\n',
  'application.properties': 'a=b\njwt.secret = changeme\n',
  'settings.ini': '[jwt]\nsecret = changeme ; why\n',
  Dockerfile: 'FROM node\nENV JWT_SECRET=changeme\n',
  'prod.Dockerfile': 'FROM node\nENV A=b \\\n    JWT_SECRET="changeme"\n',
  'main.tf': 'locals {\n  jwt_secret = "changeme"\n}\n',
  'prod.tfvars': 'a = 1\njwt_secret = "changeme"\n',
  Makefile: 'A = b\nJWT_SECRET := changeme\n',
  Procfile: 'web: JWT_SECRET=changeme node .\n',
  'api.service': '[Service]\nEnvironment="JWT_SECRET=changeme"\n',
  'run.sh': '#!/bin/sh\nexport JWT_SECRET=changeme\n',
  'run.ps1': '# why\n$env:JWT_SECRET = "changeme"\n',
  'run.bat': 'REM why\nset JWT_SECRET=changeme\n',
  'web.config': '<configuration>\n  <add key="JwtSecret" value="changeme"/>\n</configuration>\n',
  'Info.plist': '<plist><dict>\n<key>JwtSecret</key><string>changeme</string>\n</dict></plist>\n',
  'api.http': '@a = b\n@jwtSecret = changeme\n',
};

/** How to switch rules off on one line, by format. */
const SUPPRESSED: Readonly<Record<string, string>> = {
  'b.yml': '# eslint-disable-next-line jwt-secrets/no-weak-secret\njwtSecret: changeme\n',
  'b.jsonc': '{\n  // eslint-disable-next-line jwt-secrets/no-weak-secret\n  "jwtSecret": "changeme"\n}\n',
  'b.toml': 'jwtSecret = "changeme" # eslint-disable-line jwt-secrets/no-weak-secret\n',
  'b.properties': '# eslint-disable-next-line jwt-secrets/no-weak-secret -- why\njwt.secret=changeme\n',
  'b.ini': '; eslint-disable-next-line jwt-secrets/no-weak-secret\njwt.secret=changeme\n',
  'b.Dockerfile': 'FROM a\n# eslint-disable-next-line jwt-secrets/no-weak-secret\nENV JWT_SECRET=changeme\n',
  'b.tf': '// eslint-disable-next-line jwt-secrets/no-weak-secret\njwt_secret = "changeme"\n',
  'b.config':
    '<!-- eslint-disable-next-line jwt-secrets/no-weak-secret -->\n<add key="JwtSecret" value="changeme"/>\n',
  'b.bat': 'REM eslint-disable-next-line jwt-secrets/no-weak-secret\nset JWT_SECRET=changeme\n',
  'b.sh': '# eslint-disable jwt-secrets/no-weak-secret\nJWT_SECRET=changeme\n# eslint-enable\n',
};

const root = mkdtempSync(path.join(tmpdir(), 'jwt-secrets-languages-'));
const weak = { 'jwt-secrets/no-weak-secret': 'error' } as const;
const own = { 'jwt-secrets': plugin as never };

const OWN_LANGUAGE = [
  ...plugin.configs['config-files'],
  ...plugin.configs['data-files'],
  { rules: weak, plugins: own },
];
const PLUGINS = [
  ...plugin.configs['config-files'],
  { files: ['**/*.json'], language: 'json/json', plugins: { json } },
  {
    files: ['**/*.jsonc'],
    language: 'json/jsonc',
    plugins: { json },
    languageOptions: { allowTrailingCommas: true },
  },
  { files: ['**/*.json5'], language: 'json/json5', plugins: { json } },
  ...yml.configs.base,
  ...toml.configs.base,
  { rules: weak, plugins: own },
];
const JSONC = [...jsonc.configs.base, { rules: weak, plugins: own }];

beforeAll(() => {
  for (const [file, text] of Object.entries({ ...FILES, ...SUPPRESSED })) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Linted = Readonly<Record<string, string>>;

async function lint(version: typeof ESLint, config: readonly unknown[]): Promise<Linted> {
  const eslint = new version({ cwd: root, overrideConfigFile: true, overrideConfig: config as never });
  const results = await eslint.lintFiles(['.']);
  return Object.fromEntries(
    results.map(({ filePath, messages }) => [
      path.relative(root, filePath).split(path.sep).join('/'),
      messages
        .filter(({ ruleId, fatal }) => fatal || ruleId === 'jwt-secrets/no-weak-secret')
        .map(({ line, column, endColumn, fatal, message }) =>
          fatal ? message : `${line}:${column}-${endColumn}`,
        )
        .join(),
    ]),
  );
}

/** Where the secret stands: the only `changeme` of the text. */
function placeOf(text: string): string {
  const at = text.indexOf('changeme');
  const lines = text.slice(0, at).split('\n');
  const column = (lines.at(-1) ?? '').length + 1;
  return `${lines.length}:${column}-${column + 'changeme'.length}`;
}

const places = (files: readonly string[]): Linted =>
  Object.fromEntries(files.map((file) => [file, placeOf(FILES[file] ?? '')]));
const picked = (linted: Linted, files: readonly string[]): Linted =>
  Object.fromEntries(files.map((file) => [file, linted[file] ?? 'not linted']));

describe.each([
  ['ESLint 10', ESLint],
  ['ESLint 9', ESLint9 as unknown as typeof ESLint],
])('%s', (_, version) => {
  it('warns at the same place in every format, in our own language', async () => {
    const linted = await lint(version, OWN_LANGUAGE);
    const files = Object.keys(FILES);
    expect(picked(linted, files)).toEqual(places(files));
  });

  it('warns in the languages of @eslint/json, eslint-plugin-yml and eslint-plugin-toml', async () => {
    const linted = await lint(version, PLUGINS);
    const files = Object.keys(FILES).filter((file) => /\.(?:ya?ml|json[5c]?|toml)$/.test(file));
    expect(files).toHaveLength(7);
    expect(picked(linted, files)).toEqual(places(files));
  });

  it('warns under the parser of eslint-plugin-jsonc', async () => {
    const linted = await lint(version, JSONC);
    const files = ['appsettings.json', 'settings.jsonc', 'settings.json5'];
    expect(picked(linted, files)).toEqual(places(files));
  });

  it.each([
    ['our own language', OWN_LANGUAGE],
    ['the plugins', PLUGINS],
  ])('obeys comments in %s', async (__, config) => {
    const linted = await lint(version, config);
    const files = Object.keys(SUPPRESSED);
    expect(picked(linted, files)).toEqual(Object.fromEntries(files.map((file) => [file, ''])));
  });
});

it('says the same as the scanner', async () => {
  const { findings } = await scan({ root, rules: new Map() });
  const weakOnes = findings.filter(({ ruleId }) => ruleId.endsWith('no-weak-secret'));
  const found = Object.fromEntries(
    weakOnes.map((one) => [one.path, `${one.line}:${one.column}-${one.endColumn}`]),
  );
  const files = Object.keys(FILES);
  expect(picked(found, files)).toEqual(places(files));
});
