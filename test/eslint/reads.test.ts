import tsParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import type * as Processes from 'node:child_process';
import type * as Files from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import plugin from '../../src/index.ts';
import type * as Parser from '../../src/project/parse-javascript.ts';
import { Scratch } from '../support/scratch.ts';

/** Files that the plugin opens, places that it only looks at, programs that it runs, texts that it parses itself. */
const asked = vi.hoisted(() => {
  return { opened: [] as string[], looked: [] as string[], ran: [] as string[], parsed: [] as string[] };
});

vi.mock('node:fs', async (original) => {
  const files = await original<typeof Files>();
  const opens =
    (name: 'openSync' | 'readFileSync') =>
    (file: unknown, ...rest: never[]) => {
      asked.opened.push(String(file));
      return (files[name] as (...all: unknown[]) => unknown)(file, ...rest);
    };
  const looks =
    (name: 'lstatSync' | 'statSync' | 'existsSync') =>
    (file: unknown, ...rest: never[]) => {
      asked.looked.push(String(file));
      return (files[name] as (...all: unknown[]) => unknown)(file, ...rest);
    };
  return {
    ...files,
    openSync: opens('openSync'),
    readFileSync: opens('readFileSync'),
    lstatSync: looks('lstatSync'),
    statSync: looks('statSync'),
    existsSync: looks('existsSync'),
  };
});

vi.mock('node:child_process', async (original) => {
  const processes = await original<typeof Processes>();
  const execFileSync = (program: string, ...rest: never[]): unknown => {
    asked.ran.push(program);
    return processes.execFileSync(program, ...rest);
  };
  return { ...processes, execFileSync };
});

vi.mock('../../src/project/parse-javascript.ts', async (original) => {
  const parser = await original<typeof Parser>();
  const parseJavaScript: typeof parser.parseJavaScript = (text, language) => {
    asked.parsed.push(text);
    return parser.parseJavaScript(text, language);
  };
  return { ...parser, parseJavaScript };
});

const SECRET = 'fixture:Kq2Zr9Wt4Lx8Vd3NmU7pYs6BhC1gQe5R';
const TOKEN = `import jwt from 'jsonwebtoken';
import { phrase } from './one.js';

export const issue = (user) => jwt.sign({ sub: user.id }, phrase, { algorithm: 'HS256', expiresIn: '15m' });
`;
/** The key comes from three modules away; the last one is where it is written. */
const PROJECT = {
  'package.json': '{ "name": "reads", "type": "module", "dependencies": { "jsonwebtoken": "^9.0.2" } }',
  '.env': 'PORT=3000\n',
  'src/token.js': TOKEN,
  'src/one.js': "export { phrase } from './two.js';\n",
  'src/two.js': "import { settings } from './three.js';\n\nexport const { phrase } = settings;\n",
  'src/three.js': `export const settings = { phrase: '${SECRET}' };\n`,
  'src/other.js': 'export const other = 1;\n',
};

const scratch = new Scratch();
const EVERY_RULE = plugin.configs.strict.rules ?? {};

function lint(file: string, text: string): string[] {
  const linter = new Linter({ cwd: scratch.root });
  const config = {
    files: ['**/*.{js,ts}'],
    plugins: { 'jwt-secrets': plugin as never },
    languageOptions: { parser: tsParser as never },
    rules: EVERY_RULE,
  };
  return linter.verify(text, config, scratch.path(file)).map(({ ruleId }) => ruleId ?? 'parser');
}

let now = Date.now();

/** Longer than an index is trusted: the files have to be asked again. */
function later(): void {
  now += 10_000;
  vi.setSystemTime(now);
}

function openedTimes(): Record<string, number> {
  const times: Record<string, number> = {};
  for (const file of asked.opened) {
    const name = file.startsWith(scratch.root) ? file.slice(scratch.root.length + 1) : 'elsewhere';
    times[name] = (times[name] ?? 0) + 1;
  }
  return times;
}

beforeAll(() => {
  scratch.write(PROJECT);
});
afterAll(() => scratch.remove());
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now });
  asked.opened = [];
  asked.looked = [];
  asked.ran = [];
  asked.parsed = [];
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a file without JWT calls', () => {
  it.each([
    ['plain code', "import { other } from './other.js';\n\nexport const sum = (a) => a + other;\n"],
    ['settings', "import { settings } from './three.js';\n\nexport const port = settings.port ?? 3000;\n"],
    ['words for secrets', 'export const secretOf = (token) => vault.secret(token.signing).key;\n'],
    [
      'a session',
      "import session from 'express-session';\n\nexport default session({ secret: load('session') });\n",
    ],
    ['variables', 'export const port = process.env.PORT || 3000;\n'],
  ])('reads no other file: %s', (_, text) => {
    later();
    expect(lint('src/plain.js', text)).toEqual([]);
    expect(asked).toEqual({ opened: [], looked: [], ran: [], parsed: [] });
  });
});

describe('a file whose key comes from three modules away', () => {
  it('reads and parses each module once', () => {
    later();
    lint('src/token.js', TOKEN);
    const times = openedTimes();
    for (const module of ['src/one.js', 'src/two.js', 'src/three.js']) expect(times[module], module).toBe(1);
    expect(times['elsewhere']).toBeUndefined();
    expect([...asked.parsed].sort()).toEqual(
      ['src/token.js', 'src/one.js', 'src/two.js', 'src/three.js'].map((file) => scratch.read(file)).sort(),
    );
  });

  it('reads nothing when it is linted again, whatever was typed into it', () => {
    lint('src/token.js', TOKEN);
    asked.opened = [];
    asked.parsed = [];
    for (const typed of ['', '\n', '\nexport const more = 1;\n']) lint('src/token.js', TOKEN + typed);
    expect(asked.opened).toEqual([]);
    expect(asked.parsed).toEqual([]);
  });

  it('looks only whether files have changed when it is linted much later', () => {
    lint('src/token.js', TOKEN);
    later();
    asked.opened = [];
    asked.looked = [];
    asked.parsed = [];
    lint('src/token.js', TOKEN);
    expect(asked.opened).toEqual([]);
    expect(asked.parsed).toEqual([]);
    for (const file of Object.keys(PROJECT)) expect(asked.looked).toContain(scratch.path(file));
    expect(asked.looked.length).toBeLessThan(3 * Object.keys(PROJECT).length);
  });

  it('reads only the code that has changed, and the modules that name it', () => {
    lint('src/token.js', TOKEN);
    const text = `export const settings = { phrase: process.env.PHRASE ?? '${SECRET}' }; // of every jwt\n`;
    scratch.write({ 'src/three.js': text });
    later();
    asked.opened = [];
    lint('src/token.js', TOKEN);
    const code = Object.entries(openedTimes()).filter(([file]) => file.endsWith('.js'));
    expect(code).toEqual([['src/three.js', 1]]);
    expect(lint('src/three.js', text)).toContain('jwt-secrets/no-fallback-secret');
    scratch.write(PROJECT);
    later();
    expect(lint('src/three.js', PROJECT['src/three.js'])).toEqual([]);
  });

  it('finds a module that was not there before', () => {
    const text = TOKEN.replace('./one.js', './late.js');
    scratch.write({ 'src/late-user.js': text });
    later();
    lint('src/late-user.js', text);
    scratch.write({ 'src/late.js': `// for every jwt\nexport const phrase = '${SECRET}';\n` });
    later();
    expect(lint('src/late.js', scratch.read('src/late.js'))).toContain('jwt-secrets/no-hardcoded-secret');
  });

  it('reads the project anew when a file is added', () => {
    lint('src/token.js', TOKEN);
    scratch.write({ '.env.production': `JWT_SECRET=${SECRET}\n` });
    later();
    asked.opened = [];
    lint('src/token.js', TOKEN);
    expect(openedTimes()).toMatchObject({ '.env.production': 1, 'src/one.js': 1 });
  });
});
