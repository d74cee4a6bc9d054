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

const CONFIG = `import jwtSecrets from 'eslint-plugin-jwt-secrets';
import parser from '@typescript-eslint/parser';

export default [
  { files: ['**/*.ts'], languageOptions: { parser } },
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

  it('says nothing about a file that no configuration names', async () => {
    open(`${project}/compose.yaml`, 'dockercompose', 'environment:\n  JWT_SECRET: changeme\n');
    expect(await diagnosticsOf(`${project}/compose.yaml`)).toEqual([]);
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
