import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LanguageClient } from '../support/language-client.ts';
import { ensureBuilt, programOf, REPO, Scratch } from '../support/scratch.ts';

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Range {
  readonly start: Position;
  readonly end: Position;
}

interface Diagnostic {
  readonly code: string;
  readonly severity: number;
  readonly source: string;
  readonly message: string;
  readonly range: Range;
  readonly codeDescription?: { readonly href: string };
}

interface CodeAction {
  readonly title: string;
  readonly kind?: string;
  readonly command?: { readonly command: string; readonly arguments: readonly unknown[] };
}

const AUTH = `import jwt from 'jsonwebtoken';

export const access: string = jwt.sign({ id: 1 }, 'made-up-fixture-secret', { expiresIn: '1h' });
`;
const ENVIRONMENT = `# Made up for a test.
JWT_SECRET=changeme
# eslint-disable-next-line jwt-secrets/no-weak-secret
JWT_REFRESH_SECRET=changeme
`;

/** One file of each format: its language in VS Code, its text, and where the secret stands, from 0. */
const FORMATS: readonly (readonly [file: string, language: string, text: string, place: string])[] = [
  ['config/production.yml', 'yaml', 'jwt:\n  secret: changeme\n', '1:10-1:18'],
  ['compose.yaml', 'dockercompose', 'services:\n  a:\n    environment:\n      - JWT_SECRET=changeme\n', '3:19-3:27'],
  ['config/app.json', 'json', '{\n  "jwt": { "secret": "changeme" }\n}\n', '1:22-1:30'],
  ['wrangler.toml', 'toml', '[vars]\nJWT_SECRET = "changeme"\n', '1:14-1:22'],
  ['application.properties', 'properties', 'a=b\njwt.secret = changeme\n', '1:13-1:21'],
  ['Dockerfile', 'dockerfile', 'FROM node\nENV JWT_SECRET=changeme\n', '1:15-1:23'],
]; // prettier-ignore
const RUNTIME = 'FROM node\nARG JWT_SECRET=made-up-fixture-secret\n';

const CONFIG = `import jwtSecrets from 'eslint-plugin-jwt-secrets';
import parser from '@typescript-eslint/parser';
import json from '@eslint/json';
import toml from 'eslint-plugin-toml';
import yml from 'eslint-plugin-yml';

export default [
  { files: ['**/*.ts'], languageOptions: { parser } },
  { files: ['**/*.json'], plugins: { json }, language: 'json/json' },
  ...yml.configs.base,
  ...toml.configs.base,
  jwtSecrets.configs.recommended,
  ...jwtSecrets.configs['config-files'],
];
`;

const scratch = new Scratch();
const uriOf = (file: string): string => pathToFileURL(scratch.path(file)).href;
const workspaceFolder = { uri: pathToFileURL(scratch.root).href, name: 'scratch' };

/** What the VS Code extension sends for a file whose language is listed in `eslint.validate`. */
const SETTINGS = {
  validate: 'on',
  packageManager: 'npm',
  useESLintClass: true,
  useFlatConfig: true,
  experimental: {},
  codeAction: {
    disableRuleComment: { enable: true, location: 'separateLine', commentStyle: 'line' },
    showDocumentation: { enable: true },
  },
  codeActionOnSave: { mode: 'all' },
  format: false,
  quiet: false,
  onIgnoredFiles: 'off',
  options: {},
  rulesCustomizations: [],
  run: 'onType',
  problems: { shortenToSingleLine: false },
  nodePath: null,
  workspaceFolder,
  workingDirectory: { directory: scratch.root },
};

let edits: {
  readonly edit: { readonly documentChanges: readonly { readonly edits: readonly unknown[] }[] };
}[] = [];
let client: LanguageClient;

describe.each([
  ['ESLint 10', 'eslint'],
  ['ESLint 9', 'eslint-v9'],
])('the language server of VS Code, %s', (_, project) => {
  beforeAll(async () => {
    ensureBuilt();
    scratch.write({
      [`${project}/package.json`]: '{ "type": "module", "private": true }\n',
      [`${project}/eslint.config.js`]: CONFIG,
      [`${project}/src/auth.ts`]: AUTH,
      [`${project}/.env`]: ENVIRONMENT,
    });
    scratch.linkAs('eslint-plugin-jwt-secrets', REPO, project);
    scratch.linkAs('@typescript-eslint/parser', `${REPO}/node_modules/@typescript-eslint/parser`, project);
    for (const name of ['@eslint/json', 'eslint-plugin-yml', 'eslint-plugin-toml'])
      scratch.linkAs(name, `${REPO}/node_modules/${name}`, project);
    scratch.linkAs('eslint', `${REPO}/node_modules/${project}`, project);
    edits = [];
    client = new LanguageClient(
      programOf('vscode-eslint-language-server'),
      ['--stdio'],
      scratch.path(project),
      {
        'workspace/configuration': () => [
          { ...SETTINGS, workingDirectory: { directory: scratch.path(project) } },
        ],
        'workspace/applyEdit': (params) => {
          edits.push(params as never);
          return { applied: true };
        },
      },
    );
    await client.request('initialize', {
      processId: process.pid,
      rootUri: workspaceFolder.uri,
      workspaceFolders: [workspaceFolder],
      capabilities: {
        workspace: { configuration: true, applyEdit: true, workspaceEdit: { documentChanges: true } },
        textDocument: {
          diagnostic: {},
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
        },
      },
    });
    client.notify('initialized', {});
    open(`${project}/src/auth.ts`, 'typescript', AUTH);
    open(`${project}/.env`, 'dotenv', ENVIRONMENT);
  });
  afterAll(() => client.stop());

  it('underlines the secret in code, with a link to the page of the rule', async () => {
    const diagnostics = await diagnosticsOf(`${project}/src/auth.ts`);
    expect(diagnostics.map(shown)).toEqual([
      'error jwt-secrets/no-hardcoded-secret 2:50-2:74',
      'error jwt-secrets/no-weak-secret 2:50-2:74',
    ]);
    expect(diagnostics[0]!.codeDescription?.href).toMatch(/docs\/rules\/no-hardcoded-secret\.md$/);
  });

  it('offers the suggestion as a quick fix, which applies', async () => {
    const diagnostics = await diagnosticsOf(`${project}/src/auth.ts`);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uriOf(`${project}/src/auth.ts`) },
      range: diagnostics[0]!.range,
      context: { diagnostics, triggerKind: 1 },
    });
    const suggestion = actions.find(({ title }) => title.includes('Read it from the environment'));
    expect(suggestion?.kind, client.log).toBe('quickfix');
    await client.request('workspace/executeCommand', suggestion!.command!);
    expect(edits[0]!.edit.documentChanges[0]!.edits).toEqual([
      { range: diagnostics[0]!.range, newText: 'process.env.JWT_SECRET' },
    ]);
  });

  it('underlines the value in an environment file, comments obeyed', async () => {
    const diagnostics = await diagnosticsOf(`${project}/.env`);
    const weak = diagnostics.map(shown).filter((line) => line.includes('no-weak-secret'));
    expect(weak, client.log).toEqual(['error jwt-secrets/no-weak-secret 1:11-1:19']);
  });

  it.each(FORMATS)('underlines the value in %s', async (file, language, text, place) => {
    open(`${project}/${file}`, language, text);
    const diagnostics = await diagnosticsOf(`${project}/${file}`);
    const weak = diagnostics.map(shown).filter((line) => line.includes('no-weak-secret'));
    expect(weak, client.log).toEqual([`error jwt-secrets/no-weak-secret ${place}`]);
  });

  it('offers to drop the default of a build argument, which applies', async () => {
    const file = `${project}/runtime.Dockerfile`;
    open(file, 'dockerfile', RUNTIME);
    const diagnostics = await diagnosticsOf(file);
    const fallback = diagnostics.filter(({ code }) => code === 'jwt-secrets/no-fallback-secret');
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri: uriOf(file) },
      range: fallback[0]!.range,
      context: { diagnostics: fallback, triggerKind: 1 },
    });
    const suggestion = actions.find(({ title }) => title.includes('Drop the fallback'));
    edits = [];
    await client.request('workspace/executeCommand', suggestion!.command!);
    expect(edits[0]!.edit.documentChanges[0]!.edits).toEqual([
      { range: { start: { line: 1, character: 14 }, end: { line: 1, character: 37 } }, newText: '' },
    ]);
  });

  it('says nothing about a file that no configuration names', async () => {
    open(`${project}/notes.txt`, 'plaintext', 'JWT_SECRET=changeme\n');
    expect(await diagnosticsOf(`${project}/notes.txt`)).toEqual([]);
  });

  it('follows what is typed', async () => {
    const uri = uriOf(`${project}/.env`);
    const text = 'JWT_SECRET=\n';
    client.notify('textDocument/didChange', {
      textDocument: { uri, version: 2 },
      contentChanges: [{ text }],
    });
    expect(await diagnosticsOf(`${project}/.env`)).toEqual([]);
  });
});

afterAll(() => scratch.remove());

function open(file: string, languageId: string, text: string): void {
  client.notify('textDocument/didOpen', { textDocument: { uri: uriOf(file), languageId, version: 1, text } });
}

async function diagnosticsOf(file: string): Promise<Diagnostic[]> {
  const textDocument = { uri: uriOf(file) };
  const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', {
    textDocument,
  });
  return items;
}

/** Lines and characters from 0, as the protocol counts them. */
function shown({ code, severity, range: { start, end } }: Diagnostic): string {
  const level = severity === 1 ? 'error' : 'warning';
  return `${level} ${code} ${start.line}:${start.character}-${end.line}:${end.character}`;
}
