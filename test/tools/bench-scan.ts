import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { LITERALS } from '../../src/facts/prefilter.ts';
import { knownLibraries } from '../../src/facts/javascript/libraries/index.ts';
import { ensureBuilt, REPO } from '../support/scratch.ts';

/*
 * `TREES=/path/one:/path/two npm run bench`: this scanner beside other programs on the same trees, in turns, and beside itself.
 * `PEERS` names a folder in whose `node_modules` secretlint, and ESLint with eslint-plugin-no-secrets, are installed.
 * What counts are the ratios of one run: times depend on the machine and on what else it does.
 */

const trees = (process.env['TREES'] ?? '').split(path.delimiter).filter(Boolean);
const rounds = Number(process.env['ROUNDS'] ?? 5);
const peers = process.env['PEERS'] ?? '';
const scratch = mkdtempSync(path.join(os.tmpdir(), 'jwt-secrets-bench-'));
const main = path.join(REPO, 'dist/cli.cjs');

interface Run {
  readonly seconds: number;
  /** Of the process and its children, where the system tells. */
  readonly cpu: number;
  readonly megabytes: number;
}

interface Program {
  readonly name: string;
  readonly words: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  before?(): void;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** One run, measured by the system's `time`. */
function measure({ words, env: own, before }: Program, tree: string): Run {
  before?.();
  const env = { ...process.env, JWT_SECRETS_CACHE: path.join(scratch, 'cache'), ...own };
  // It makes every start of Node longer: https://nodejs.org/api/cli.html#node_extra_ca_certsfile
  delete (env as NodeJS.ProcessEnv)['NODE_EXTRA_CA_CERTS'];
  const began = performance.now();
  const { stderr, status } = spawnSync('/usr/bin/time', ['-f', '%U %S %M', ...words], {
    cwd: tree,
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const seconds = (performance.now() - began) / 1000;
  expect(status, stderr.slice(0, 2000)).toBeLessThan(3);
  const [user = 0, system = 0, kilobytes = 0] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number);
  return { seconds, cpu: user + system, megabytes: kilobytes / 1024 };
}

/** All programs in turns, so that what else the machine does befalls all of them. */
function measureAll(programs: readonly Program[], tree: string): Map<string, Run[]> {
  const runs = new Map(programs.map(({ name }) => [name, [] as Run[]]));
  for (let round = 0; round < rounds; round++)
    for (const program of programs) runs.get(program.name)!.push(measure(program, tree));
  return runs;
}

function table(runs: ReadonlyMap<string, readonly Run[]>, base: string): string {
  const by = (key: keyof Run, name: string): number => median(runs.get(name)!.map((run) => run[key]));
  const lines = [...runs.keys()].map((name) => {
    const [seconds, cpu] = [by('seconds', name), by('cpu', name)];
    const ratios = [seconds / by('seconds', base), cpu / by('cpu', base)].map((ratio) => ratio.toFixed(2));
    return `| ${name} | ${seconds.toFixed(2)} s | ${cpu.toFixed(2)} s | ${ratios.join(' / ')} | ${by('megabytes', name).toFixed(0)} MB |`;
  });
  return [
    `| program | wall | CPU | ratio, wall / CPU | memory |`,
    '| --- | --: | --: | --: | --: |',
    ...lines,
  ].join('\n');
}

const node = (...words: readonly string[]): string[] => [process.execPath, ...words];
const scan = (...words: readonly string[]): string[] =>
  node(main, 'scan', '--format', 'json', '--fail-on', 'never', ...words);
const clear = (): void => rmSync(path.join(scratch, 'cache'), { recursive: true, force: true });

function literalsFile(): string {
  const file = path.join(scratch, 'literals.txt');
  const modules = knownLibraries.libraries.flatMap((library) =>
    library.modules.map((name) => name.replace(/^\*/, '')),
  );
  writeFileSync(file, `${[...LITERALS, ...modules].join('\n')}\n`);
  return file;
}

function programsBeside(tree: string): Program[] {
  const others: Program[] = [];
  const secretlint = path.join(peers, 'node_modules/.bin/secretlint');
  if (peers && existsSync(secretlint)) {
    const rc = path.join(scratch, 'secretlintrc.json');
    writeFileSync(rc, JSON.stringify({ rules: [{ id: '@secretlint/secretlint-rule-preset-recommend' }] }));
    others.push({ name: 'secretlint', words: [secretlint, '--secretlintrc', rc, '--no-color', '**/*'] });
  }
  const eslint = path.join(peers, 'node_modules/.bin/eslint');
  if (peers && existsSync(eslint)) {
    const config = path.join(peers, 'no-secrets.config.mjs');
    writeFileSync(config, NO_SECRETS);
    others.push({
      name: 'eslint-plugin-no-secrets',
      words: [eslint, '--no-config-lookup', '-c', config, '--no-inline-config', tree],
    });
  }
  return [
    {
      name: 'rg -l',
      words: ['rg', '-l', '--hidden', '--no-messages', '-i', '-F', '-f', literalsFile(), '.'],
    },
    { name: 'cold', words: scan('--no-cache') },
    { name: 'warm', words: scan() },
    ...others,
  ];
}

/** Twenty files that say nothing are about to be committed, in an index and with a cache of our own: the last scan was of a commit too. */
function staging(tree: string): Program {
  const env = {
    GIT_INDEX_FILE: path.join(scratch, 'index'),
    JWT_SECRETS_CACHE: path.join(scratch, 'cache-of-commits'),
  };
  const git = (input: string, ...words: readonly string[]): string =>
    execFileSync('git', words, {
      cwd: tree,
      env: { ...process.env, ...env },
      input,
      encoding: 'utf8',
    }).trim();
  const stage = (): void => {
    const blob = git(`${Math.random()}\n`, 'hash-object', '-w', '--stdin');
    git('', 'read-tree', 'HEAD');
    const lines = Array.from({ length: 20 }, (_, i) => `100644 ${blob}\tbench/staged${i}.txt`);
    git(`${lines.join('\n')}\n`, 'update-index', '--index-info');
    // What git knows of the files on disk, it learns once, as in an index that is used; it fails where some differ.
    spawnSync('git', ['update-index', '-q', '--refresh'], { cwd: tree, env: { ...process.env, ...env } });
  };
  const program = { name: 'staged, 20 files that say nothing', words: scan('--staged'), env };
  stage();
  measure(program, tree);
  return { ...program, before: stage };
}

/** JavaScript and TypeScript by one parser, and nothing but that rule. */
const NO_SECRETS = `import noSecrets from 'eslint-plugin-no-secrets'; import tseslint from 'typescript-eslint';
export default [{ files: ['**/*.{js,cjs,mjs,ts,mts,cts,jsx,tsx}'], languageOptions: { parser: tseslint.parser },
  plugins: { 'no-secrets': noSecrets }, rules: { 'no-secrets/no-secrets': 'warn' } }];
`;

test.each(trees)('%s', (tree) => {
  ensureBuilt();
  const files = Number(
    execFileSync('sh', ['-c', 'git ls-files -z 2>/dev/null | tr -cd "\\\\0" | wc -c'], {
      cwd: tree,
      encoding: 'utf8',
    }),
  );
  console.log(
    `\n${path.basename(tree)}: ${files} files, ${os.availableParallelism()} processors, medians of ${rounds} runs in turns`,
  );
  clear();
  measure({ name: '', words: scan() }, tree);
  console.log(table(measureAll(programsBeside(tree), tree), 'rg -l'));
  const threads = [1, 2, 4].map((count) => ({
    name: `${count} threads`,
    words: scan('--no-cache', '--threads', String(count)),
  }));
  const start = { name: 'Node itself', words: node('-e', '0') };
  const others = [
    {
      name: 'warm, a file that says nothing changed',
      words: scan(),
      before: (): void => writeFileSync(silent, `${Math.random()}\n`),
    },
    {
      name: 'warm, a file with a secret changed',
      words: scan(),
      before: (): void => writeFileSync(secret, `JWT_SECRET=made-up-${Math.random()}\n`),
    },
    staging(tree),
    { name: 'first, writes the cache', words: scan(), before: clear },
  ];
  const [silent, secret] = ['silent', 'secret'].map((name) => path.join(tree, `bench-${name}.txt`)) as [
    string,
    string,
  ];
  writeFileSync(silent, '');
  writeFileSync(secret, 'JWT_SECRET=made-up\n');
  try {
    console.log(table(measureAll([start, ...threads, ...others], tree), '1 threads'));
  } finally {
    for (const file of [silent, secret]) rmSync(file, { force: true });
  }
});

test('trees are given', () => expect(trees.length, 'TREES=/path npm run bench').toBeGreaterThan(0));
