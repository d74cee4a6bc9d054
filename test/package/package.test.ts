import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { parseSync } from 'oxc-parser';
import { publint } from 'publint';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureBuilt, programOf, REPO, Scratch, type Ran } from '../support/scratch.ts';

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

const NAME = 'eslint-plugin-jwt-secrets';
const scratch = new Scratch();
let tarball = '';
let packed: readonly string[] = [];
let manifest: Manifest;

/** Install the packed package as npm would, its dependencies by links: no network, and no more than it declares. */
beforeAll(() => {
  ensureBuilt();
  const words = [
    'pack',
    '--ignore-scripts',
    '--json',
    '--offline',
    '--no-update-notifier',
    '--loglevel=error',
  ];
  const places = ['--pack-destination', scratch.root, '--cache', scratch.path('npm-cache')];
  const shell = process.platform === 'win32';
  const output = execFileSync('npm', [...words, ...places], {
    cwd: REPO,
    encoding: 'utf8',
    shell,
    stdio: 'pipe',
  });
  const [entry] = JSON.parse(output) as [{ filename: string; files: { path: string }[] }];
  tarball = scratch.path(entry.filename);
  packed = entry.files.map((file) => file.path);
  mkdirSync(installed('.'), { recursive: true });
  execFileSync('tar', ['-xzf', tarball, '-C', installed('.'), '--strip-components=1']);
  manifest = JSON.parse(readFileSync(installed('package.json'), 'utf8')) as Manifest;
  scratch.link(...Object.keys(manifest.dependencies));
});
afterAll(() => scratch.remove());

function installed(file: string): string {
  return scratch.path(`node_modules/${NAME}/${file}`);
}

/* ------------------------------------------------------------------ files */

describe('the tarball', () => {
  it('holds what is built, and the pages that npm shows', () => {
    expect(packed).toEqual(
      expect.arrayContaining([
        'package.json',
        'README.md',
        'LICENSE',
        'CHANGELOG.md',
        '.pre-commit-hooks.yaml',
        'dist/index.js',
        'dist/types/src/index.d.ts',
        'dist/cli.cjs',
        'dist/dotenv-parser.js',
        'dist/types/src/eslint/dotenv-parser-module.d.ts',
        'dist/signature-worker.cjs',
        'dist/file-worker.cjs',
      ]),
    );
  });

  it('holds nothing else but documentation', () => {
    const roots = ['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md', '.pre-commit-hooks.yaml'];
    const others = packed.filter((file) => !roots.includes(file));
    expect(
      others.filter(
        (file) =>
          !/^(?:dist\/[\w-]+\.c?js|dist\/types\/(?:src|rules)\/[\w/-]+\.d\.ts|docs\/[\w/-]+\.md)$/.test(file),
      ),
    ).toEqual([]);
    expect(others.filter((file) => /fixture|test/i.test(file))).toEqual([]);
  });

  it('holds no file that is left from an older build', () => {
    const isSource = (file: string): boolean =>
      existsSync(path.join(REPO, file.replace(/^dist\/types\//, '').replace(/\.d\.ts$/, '.ts')));
    expect(packed.filter((file) => file.endsWith('.d.ts') && !isSource(file))).toEqual([]);
  });
});

/* ------------------------------------------------------------------ dependencies */

describe('dependencies', () => {
  it('are all that the code imports', () => {
    const used = new Set(
      packed
        .filter((file) => /\.c?js$/.test(file))
        .flatMap(importsOf)
        .map(packageOf),
    );
    expect([...used].sort()).toEqual(
      Object.keys(manifest.dependencies)
        .filter((name) => !isTypesOnly(name))
        .sort(),
    );
  });

  it('are all that the types of the entry points import', () => {
    const declared = { ...manifest.dependencies, ...manifest.peerDependencies };
    const used = typesFrom(['dist/types/src/index.d.ts', 'dist/types/src/eslint/dotenv-parser-module.d.ts']);
    expect(used.filter((name) => !(name in declared))).toEqual([]);
  });

  it('run nothing when they are installed', () => {
    const lock = JSON.parse(readFileSync(path.join(REPO, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dev?: boolean; devOptional?: boolean; hasInstallScript?: boolean }>;
    };
    const running = Object.entries(lock.packages).filter(
      ([name, { dev, devOptional, hasInstallScript }]) =>
        name !== '' && hasInstallScript && !dev && !devOptional,
    );
    expect(running.map(([name]) => name)).toEqual([]);
    for (const name of Object.keys(manifest.dependencies)) {
      const { scripts = {} } = JSON.parse(
        readFileSync(scratch.path(`node_modules/${name}/package.json`), 'utf8'),
      ) as {
        scripts?: Record<string, string>;
      };
      expect(
        Object.keys(scripts).filter((script) => /^(?:pre|post)?install$/.test(script)),
        name,
      ).toEqual([]);
    }
  });
});

/** Packages that only give types: nothing of them is loaded. */
function isTypesOnly(name: string): boolean {
  return name === '@typescript-eslint/types';
}

function importsOf(file: string): string[] {
  const text = readFileSync(installed(file), 'utf8');
  const { module, errors } = parseSync(file, text);
  expect(errors).toEqual([]);
  const exported = module.staticExports.flatMap(({ entries }) =>
    entries.map(({ moduleRequest }) => moduleRequest?.value),
  );
  const dynamic = module.dynamicImports.map(({ moduleRequest: { start, end } }) =>
    text.slice(start + 1, end - 1),
  );
  // Parsers are loaded by `require` when the first file needs them.
  const required = [...text.matchAll(/\brequire[\w$]*\("([^"]+)"\)/g)].map(([, name]) => name);
  const imported = module.staticImports.map(({ moduleRequest }) => moduleRequest.value);
  const specifiers = [...imported, ...exported, ...dynamic, ...required];
  return specifiers.filter(
    (name): name is string => name !== undefined && !name.startsWith('.') && !isBuiltin(name),
  );
}

function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** The packages that declaration files import, followed from file to file. */
function typesFrom(entries: readonly string[]): string[] {
  const seen = new Set(entries);
  const packages = new Set<string>();
  for (const file of seen) {
    const text = readFileSync(installed(file), 'utf8');
    for (const [, specifier] of text.matchAll(/(?:from\s+|import\()['"]([^'"]+)['"]/g)) {
      if (!specifier!.startsWith('.')) packages.add(packageOf(specifier!));
      else seen.add(path.posix.join(path.posix.dirname(file), specifier!.replace(/\.(?:ts|js)$/, '.d.ts')));
    }
  }
  return [...packages].filter((name) => !name.startsWith('node:')).sort();
}

/* ------------------------------------------------------------------ loading */

function node(...words: readonly string[]): Ran {
  return scratch.run(process.execPath, ...words);
}

describe('loading', () => {
  it('by require() gives the plugin itself', () => {
    const script = `const plugin = require('${NAME}'); console.log(plugin.meta.name, Object.keys(plugin.rules).length, 'default' in plugin);`;
    const count = readdirSync(path.join(REPO, 'rules')).filter(
      (name) => name.endsWith('.ts') && name !== 'index.ts',
    ).length;
    expect(node('--no-warnings', '--eval', script)).toEqual({
      code: 0,
      out: `${NAME} ${count} false\n`,
      err: '',
    });
  });

  it('by import gives the plugin as the default', () => {
    const script = `import plugin from '${NAME}'; console.log(plugin.meta.version, Object.keys(plugin.configs).join());`;
    expect(node('--input-type=module', '--eval', script)).toEqual({
      code: 0,
      out: `${manifest.version} recommended,strict,config-files,data-files,recommended-legacy,strict-legacy\n`,
      err: '',
    });
  });

  it('gives the parser by its own path, both ways', () => {
    const module = `${NAME}/dotenv-parser`;
    const script = `import { parseForESLint, meta } from '${module}'; console.log(typeof parseForESLint, meta.name);`;
    const expected = { code: 0, out: `function ${module}\n`, err: '' };
    expect(node('--input-type=module', '--eval', script)).toEqual(expected);
    const required = `const { parseForESLint, meta } = require('${module}'); console.log(typeof parseForESLint, meta.name);`;
    expect(node('--no-warnings', '--eval', required)).toEqual(expected);
  });

  it('gives no other path', () => {
    const { code, err } = node('--input-type=module', '--eval', `import '${NAME}/dist/cli.cjs';`);
    expect(code).toBe(1);
    expect(err).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});

/* ------------------------------------------------------------------ the command */

describe('the command', () => {
  /** Through a link, as `node_modules/.bin` has it. */
  const command = (...words: readonly string[]): Ran =>
    node(scratch.path('node_modules/jwt-secrets-bin'), ...words);

  beforeAll(() => {
    scratch.linkAs('jwt-secrets-bin', installed(manifest.bin['jwt-secrets']!));
    scratch.write({
      'bad/src/auth.js':
        "import jwt from 'jsonwebtoken';\nexport const t = jwt.sign({}, 'made-up-fixture-secret', { expiresIn: 60 });\n",
      'good/src/auth.js':
        "import jwt from 'jsonwebtoken';\nexport const t = jwt.sign({}, process.env.JWT_SECRET, { expiresIn: 60 });\n",
    });
  });

  it('starts with a shebang', () => {
    expect(readFileSync(installed(manifest.bin['jwt-secrets']!), 'utf8')).toMatch(
      /^#!\/usr\/bin\/env node\n/,
    );
  });

  it('says 0 where there is nothing', () => {
    expect(command('scan', 'good')).toMatchObject({ code: 0, err: '' });
  });

  it('says 1 where there are findings', () => {
    const { code, out, err } = command('scan', 'bad', '--format', 'json');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const { findings } = JSON.parse(out) as { findings: { ruleId: string; path: string }[] };
    expect(findings.map(({ ruleId, path: file }) => `${file} ${ruleId}`)).toEqual([
      'src/auth.js no-hardcoded-secret',
      'src/auth.js no-weak-secret',
    ]);
    expect(out).not.toContain('made-up-fixture-secret');
  });

  it('says 2 where it cannot run', () => {
    const { code, out, err } = command('scan', 'no-such-folder');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(/no-such-folder/);
  });

  it('knows its version', () => {
    expect(command('--version').out).toContain(manifest.version);
  });
});

/* ------------------------------------------------------------------ what others say */

describe('checkers of packages', () => {
  it('publint has nothing to say', async () => {
    const { messages } = await publint({ pkgDir: installed('.'), pack: false, strict: true });
    expect(messages).toEqual([]);
  });

  it('attw resolves the types from ES modules', () => {
    const { code, out } = scratch.run(
      programOf('attw'),
      tarball,
      '--profile',
      'esm-only',
      '--no-color',
      '--no-emoji',
    );
    expect(code, out).toBe(0);
  });
});
