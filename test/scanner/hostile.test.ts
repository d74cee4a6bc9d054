import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Report } from '../../src/findings/model.ts';
import { scan } from '../../src/scanner/scan.ts';
import { Workspace } from '../support/cli.ts';

/** What has to hold for any scanned folder: section 6 of the design. */
let work: Workspace;
let outside: Workspace;
beforeEach(() => {
  work = new Workspace();
  outside = new Workspace();
});
afterEach(() => {
  vi.unstubAllEnvs();
  work.end();
  outside.end();
});

const SECRET = 'made-up-fixture-secret';
const sign = (key = `'${SECRET}'`, top = ''): string =>
  `import jwt from 'jsonwebtoken';\n${top}\nexport const token = jwt.sign({}, ${key}, { expiresIn: 60 });\n`;

/** A scan that must be over soon, whatever it is given. */
async function scanned(root = work.root): Promise<{ found: string[]; errors: Report['errors'] }> {
  const began = performance.now();
  const { findings, errors } = await scan({ root });
  expect(performance.now() - began).toBeLessThan(20_000);
  return { found: [...new Set(findings.map((finding) => finding.path))], errors };
}

/** With and without git. */
const HOSTS: readonly (readonly [string, () => void])[] = [
  ['a plain folder', () => {}],
  ['a repository', () => void work.git('init', '-q')],
];

describe.each(HOSTS)('links in %s', (_, prepare) => {
  beforeEach(() => {
    prepare();
    outside.write('in/a.ts', sign());
    work.write('own/b.ts', sign());
  });

  it('are not followed, whether they lead out, in or in circles', async () => {
    symlinkSync(outside.path('in/a.ts'), work.path('file.ts'));
    symlinkSync(outside.path('in'), work.path('folder'));
    symlinkSync('own', work.path('within'));
    symlinkSync('.', work.path('loop'));
    symlinkSync('self.ts', work.path('self.ts'));
    symlinkSync('nowhere.ts', work.path('broken.ts'));
    symlinkSync('/dev/zero', work.path('zero.ts'));
    symlinkSync('/proc/self/environ', work.path('.env'));
    expect(await scanned()).toEqual({ found: ['own/b.ts'], errors: [] });
  });

  it('to the scanned folder itself are', async () => {
    work.write('own/call.ts', sign('key', "import { key } from './key.js';"));
    work.write('own/key.ts', `export const key = '${SECRET}-2';\n`);
    symlinkSync(work.root, outside.path('link'));
    expect(await scanned(outside.path('link'))).toEqual(await scanned());
    expect((await scanned()).found).toEqual(['own/b.ts', 'own/key.ts']);
  });
});

describe('paths that leave the root', () => {
  it('a tracked file behind a folder that became a link', async () => {
    outside.write('a.ts', sign());
    work.git('init', '-q');
    work.write('folder/a.ts', 'export {};');
    work.write('b.ts', sign());
    work.commit();
    work.remove('folder');
    symlinkSync(outside.root, work.path('folder'));
    expect((await scanned()).found).toEqual(['b.ts']);
    expect(await work.found('--changed', 'HEAD')).toEqual([]);
    expect(await work.found('folder/a.ts')).toEqual([]);
  });

  it('an index with names that git would not put there', async () => {
    work.git('init', '-q', 'repo');
    work.write('out.ts', sign());
    work.write('repo/aa/a.ts', sign());
    work.git('-C', 'repo', 'add', '.');
    const index = work.path('repo/.git/index');
    const bytes = Buffer.from(execFileSync('cat', [index]));
    const at = bytes.indexOf('aa/a.ts');
    bytes.write('../out', at, 'latin1');
    bytes.write('s', at + 6, 'latin1');
    // The hash at the end is not asked for where the setting says so.
    bytes.fill(0, bytes.length - 20);
    writeFileSync(index, bytes);
    const { findings } = await scan({ root: work.path('repo') });
    expect(findings.map((finding) => finding.path).filter((file) => file.includes('..'))).toEqual([]);
  });

  it.each([
    ['an import', "import { key } from '../../outside/key';", {}],
    ['an absolute import', `import { key } from '${'/'}OUTSIDE/key';`, {}],
    ['paths of tsconfig.json', "import { key } from '@out/key';", { 'in/tsconfig.json': '{"compilerOptions":{"paths":{"@out/*":["OUTSIDE/*"]}}}' }],
    ['what tsconfig.json extends', "import { key } from '@out/key';", { 'in/tsconfig.json': '{"extends":"OUTSIDE/tsconfig.json"}' }],
    ['exports of package.json', "import { key } from 'own';", { 'in/package.json': '{"name":"own","exports":{".":"./../../OUTSIDE/key.ts"}}' }],
    ['main of package.json', "import { key } from './sub';", { 'in/sub/package.json': '{"main":"../../../OUTSIDE/key.ts"}' }],
    ['imports of package.json', "import { key } from '#key';", { 'in/package.json': '{"imports":{"#key":"../OUTSIDE/key.ts"}}' }],
    ['a workspace', "import { key } from 'out';", { 'in/package.json': '{"workspaces":["../OUTSIDE"]}' }],
  ])('%s', async (_, top, files) => {
    outside.write('key.ts', `export const key = '${SECRET}';\n`);
    outside.write('package.json', '{"name":"out","main":"key.ts"}');
    outside.write('tsconfig.json', '{"compilerOptions":{"paths":{"@out/*":["./*"]}}}');
    const fill = (text: string): string => text.replaceAll('/OUTSIDE', outside.root).replaceAll('OUTSIDE', path.relative(work.path('in'), outside.root));
    work.write('in/call.ts', fill(sign('key', top)));
    for (const [file, text] of Object.entries(files)) work.write(file, fill(text));
    const report = await scan({ root: work.path('in') });
    expect(report.errors).toEqual([]);
    expect(JSON.stringify(report.findings)).not.toMatch(/key\.ts|no-hardcoded-secret/);
  }); // prettier-ignore

  it('a workspace that is a link', async () => {
    outside.write('key.ts', `export const key = '${SECRET}';\n`);
    outside.write('package.json', '{"name":"out","main":"key.ts"}');
    mkdirSync(work.path('node_modules'));
    symlinkSync(outside.root, work.path('node_modules/out'));
    symlinkSync(outside.root, work.path('packages'));
    work.write('call.ts', sign('key', "import { key } from 'out';"));
    work.write('call2.ts', sign('key', "import { key } from './packages/key';"));
    expect((await scanned()).found).toEqual([]);
  });
});

describe('what is no file', () => {
  it.each(HOSTS)('pipes are named, not waited for: %s', async (_, prepare) => {
    prepare();
    work.write('b.ts', sign());
    for (const file of ['pipe.ts', '.env', '.jwt-secrets-ignore', '.gitattributes']) execFileSync('mkfifo', [work.path(file)]);
    const { found, errors } = await scanned();
    expect(found).toEqual(['b.ts']);
    for (const error of errors) expect(error.message).toBe('not a regular file');
  }); // prettier-ignore

  it('a pipe in the place of a tracked file', async () => {
    work.git('init', '-q');
    work.write('a.ts', sign());
    work.write('b.ts', sign());
    work.commit();
    work.remove('a.ts');
    execFileSync('mkfifo', [work.path('a.ts')]);
    expect(await scanned()).toEqual({
      found: ['b.ts'],
      errors: [{ path: 'a.ts', message: 'not a regular file' }],
    });
  });

  it('.gitignore as a pipe, and as a link that leads out', async () => {
    work.write('b.ts', sign());
    work.write('sub/c.ts', sign());
    execFileSync('mkfifo', [work.path('.gitignore')]);
    outside.write('list', '*.ts\n');
    symlinkSync(outside.path('list'), work.path('sub/.gitignore'));
    symlinkSync(outside.path('list'), work.path('.jwt-secrets-ignore'));
    expect((await scanned()).found).toEqual(['b.ts', 'sub/c.ts']);
  });

  it.each([
    ['package.json', (file: string) => void execFileSync('mkfifo', [file])],
    ['package.json', (file: string) => symlinkSync('/dev/zero', file)],
    ['package.json', (file: string) => { writeFileSync(file, '{}'); truncateSync(file, 1e9); }],
    ['tsconfig.json', (file: string) => void execFileSync('mkfifo', [file])],
    ['tsconfig.json', (file: string) => symlinkSync('/dev/zero', file)],
    ['lib/package.json', (file: string) => void execFileSync('mkfifo', [file])],
    ['node_modules/x/package.json', (file: string) => void execFileSync('mkfifo', [file])],
    ['jwt-secrets.config.js', (file: string) => void execFileSync('mkfifo', [file])],
    ['package-lock.json', (file: string) => void execFileSync('mkfifo', [file])],
    ['yarn.lock', (file: string) => symlinkSync('/dev/zero', file)],
  ])('%s: the resolver neither waits for it nor fills the memory', async (file, make) => {
    work.write('call.ts', sign('key', "import { key } from './lib/key.js';\nimport x from 'x';"));
    work.write('lib/key.ts', `export const key = '${SECRET}';\n`);
    mkdirSync(path.dirname(work.path(file)), { recursive: true });
    make(work.path(file));
    expect((await scanned()).found).toEqual(['lib/key.ts']);
  }); // prettier-ignore

  it('a folder named as a file is', async () => {
    work.write('.env/a.ts', sign());
    work.write('package.json/b.ts', sign());
    work.write('tsconfig.json/c.ts', sign());
    work.write('.gitignore/d.ts', sign());
    work.write('.jwt-secrets-ignore/e.ts', sign());
    work.write('a.ts/f.ts', sign());
    const { found, errors } = await scanned();
    expect([found.length, errors]).toEqual([6, []]);
  });
});

describe('settings that were made to hurt', () => {
  it('thousands of tsconfig.json that extend one another', async () => {
    for (let i = 0; i < 3000; i++)
      work.write(i === 0 ? 'tsconfig.json' : `t${i}.json`, `{"extends":"./t${i + 1}.json"}`);
    work.write('t3000.json', '{}');
    work.write('call.ts', sign('key', "import { key } from './key';"));
    work.write('key.ts', `export const key = '${SECRET}';\n`);
    expect((await scanned()).found).toEqual(['key.ts']);
  });

  it.each([
    ['that extend themselves', { 'tsconfig.json': '{"extends":"./tsconfig.json"}' }],
    ['that extend one another twice', Object.fromEntries(Array.from({ length: 40 }, (_, i) => [i === 0 ? 'tsconfig.json' : `t${i}.json`, `{"extends":["./t${i + 1}.json","./t${i + 1}.json"]}`]))],
    ['nested deeply', { 'tsconfig.json': '['.repeat(500_000), 'package.json': '{"a":'.repeat(500_000) }],
    ['with entry points in circles', { 'package.json': '{"main":".","imports":{"#a":"#b","#b":"#a"},"browser":{"./key":"./key2","./key2":"./key"}}' }],
  ] as [string, Record<string, string>][])('manifests %s', async (_, files) => {
    for (const [file, text] of Object.entries(files)) work.write(file, text);
    work.write('call.ts', sign('key', "import { key } from './key';\nimport '#a';\nimport '.';"));
    work.write('key.ts', `export const key = '${SECRET}';\n`);
    expect((await scanned()).found).toEqual(['key.ts']);
  }); // prettier-ignore

  it.each([
    ['{ "__proto__": { "ignore": ["*"] } }', 2],
    ['{ "rules": { "__proto__": "off" } }', 2],
    ['{ "environments": { "__proto__": ["a"] } }', 2],
    ['{ "environments": { "constructor": ["b"] } }', 1],
    ['{ "libraries": [{ "__proto__": { "name": "x" } }] }', 2],
    ['{ "ignore": ["__proto__", "constructor"] }', 1],
    ['{ "failOn": "toString" }', 2],
  ])('configuration: %s', async (text, code) => {
    work.write('a.ts', sign());
    work.write('jwt-secrets.config.json', text);
    expect((await work.cli()).code).toBe(code);
    expect(({} as Record<string, unknown>)['ignore']).toBeUndefined();
  });

  it('facts with names of prototypes', async () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
    work.write('a.ts', `import jwt from 'jsonwebtoken';\n${names.map((name) => `jwt.sign({}, process.env.${name}, { ${name}: 1 });\njwt.${name}({}, config.${name});`).join('\n')}`); // prettier-ignore
    work.write('.env', names.map((name) => `${name}=${SECRET}`).join('\n'));
    work.write('a.json', JSON.stringify(Object.fromEntries([['x', 1]])).replace('x', '__proto__'));
    work.write('a.yml', names.map((name) => `${name}: { jwt: { secret: ${SECRET} } }`).join('\n'));
    work.write(
      'package.json',
      '{ "name": "__proto__", "dependencies": { "__proto__": "1", "constructor": "1" } }',
    );
    work.write('package-lock.json', '{ "packages": { "node_modules/__proto__": { "version": "1" } } }');
    const { errors } = await scanned();
    expect(errors).toEqual([]);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('patterns that a regular expression would be busy with for ever', async () => {
    const wild = `${'*a'.repeat(60)}b\n${'**/a*'.repeat(60)}/b\n`;
    work.write('.gitignore', wild.repeat(20));
    work.write('.jwt-secrets-ignore', wild.repeat(20));
    const name = `${'a'.repeat(200)}.ts`;
    work.write(`${'a/'.repeat(60)}${name}`, sign());
    work.write(name, sign());
    expect((await scanned()).found).toHaveLength(2);
  });
});

describe('names', () => {
  const HOSTILE = ['a\u001B[2J.ts', 'b\nc.ts', 'd\r.ts', '\u202Egnp.ts', 'e\u0007.ts', '-rf', '--output=x.ts', '$(touch x).ts', '`x`.ts', "';x.ts", '%s%n.ts', '*.ts', '[a].ts', '!a.ts', '#a.ts', '{a,b}.ts', '\\.ts', '...ts', ' .ts', '\u{1F600}.ts', 'ｓ.ts', `${'n'.repeat(250)}.ts`]; // prettier-ignore

  it.each(HOSTS)('are read whatever they are, and steer no terminal: %s', async (_, prepare) => {
    prepare();
    for (const name of HOSTILE) work.write(`${name}/.env`, `JWT_SECRET=${SECRET}\n`);
    expect((await scanned()).found).toHaveLength(HOSTILE.length);
    const { out } = await work.cli('--min-severity', 'low');
    expect(out).not.toMatch(/[^\P{C}\n]/u);
    const sarif = await work.cli('--format', 'sarif');
    expect(sarif.out).not.toMatch(/[^\P{Cc}\n]/u);
    expect(() => JSON.parse(sarif.out) as unknown).not.toThrow();
  });

  it('as operands', async () => {
    const names = HOSTILE.filter((name) => name.endsWith('.ts'));
    for (const name of names) work.write(name, sign());
    for (const name of names) {
      const { out } = await work.cli('--format', 'json', '--', name);
      expect(JSON.parse(out), name).toMatchObject({ summary: { files: 1 }, findings: [{ path: name }, {}] });
    }
  });

  it.each(HOSTS)('that are not UTF-8 are named: %s', async (_, prepare) => {
    prepare();
    work.write('b.ts', sign());
    writeFileSync(Buffer.concat([Buffer.from(`${work.root}/a`), Buffer.from([0xff]), Buffer.from('.ts')]), sign());
    expect(await scanned()).toEqual({
      found: ['b.ts'],
      errors: [{ path: 'a\uFFFD.ts', message: 'its name is not UTF-8: not scanned' }],
    });
  }); // prettier-ignore

  it('that are very long', async () => {
    const folder = Array.from({ length: 14 }, () => 'd'.repeat(250)).join('/');
    work.write(`${folder}/a.ts`, sign());
    expect((await scanned()).found).toEqual([`${folder}/a.ts`]);
  });

  it('beyond what the system can open', async () => {
    work.write('b.ts', sign());
    const script =
      'cd "$1"; for i in $(seq 20); do mkdir -p "$2"; cd -P "$2" 2>/dev/null || exit 0; echo x > a.ts; done';
    execFileSync('bash', ['-c', script, 'bash', work.root, 'd'.repeat(250)]);
    const { found, errors } = await scanned();
    expect(found).toEqual(['b.ts']);
    expect(errors.length).toBeGreaterThan(0);
    expect(errors.every(({ message }) => /too long|ENAMETOOLONG/.test(message))).toBe(true);
    execFileSync('rm', ['-rf', work.path('d'.repeat(250))]);
  });
});

describe('contents', () => {
  const ENV = `JWT_SECRET=${SECRET}\n`;

  it.each([
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${ENV}`, 'utf16le')],
    ['UTF-16, the other way round', Buffer.from(`\uFEFF${ENV}`, 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from(ENV, 'utf16le')],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${ENV}`)],
    ['Latin-1', Buffer.concat([Buffer.from('# caf\xe9\n', 'latin1'), Buffer.from(ENV)])],
    ['old line ends', Buffer.from(`A=1\r${ENV}`)],
    ['an odd number of bytes of UTF-16', Buffer.concat([Buffer.from(`\uFEFF${ENV}`, 'utf16le'), Buffer.from('x')])],
    ['a NUL far behind', Buffer.concat([Buffer.from(ENV), Buffer.alloc(9000, 'x'), Buffer.from([0])])],
  ])('%s is read', async (_, bytes) => {
    work.write('.env', bytes);
    expect(await scanned()).toEqual({ found: ['.env'], errors: [] });
  }); // prettier-ignore

  it('NUL bytes near the beginning make it binary: counted, not reported', async () => {
    work.write('.env', Buffer.concat([Buffer.from([0, 1]), Buffer.from(ENV)]));
    const { summary, findings, errors } = await scan({ root: work.root });
    expect([summary.skipped, findings, errors]).toEqual([1, [], []]);
  });

  it('broken syntax is named and searched as text', async () => {
    work.write('a.ts', `${sign()} } } {{{ <<<<<<< HEAD`);
    work.write('b.json', `{ "jwtSecret": "${SECRET}", `);
    work.write('c.yml', `jwtSecret: "${SECRET}"\n\t- : [`);
    const { found } = await scanned();
    expect(found).toEqual(expect.arrayContaining(['b.json', 'c.yml']));
  });

  it('code nested deeply, and long chains', async () => {
    const deep = 20_000;
    work.write('a.ts', `import jwt from 'jsonwebtoken';\njwt.sign({}, ${'('.repeat(deep)}'${SECRET}'${')'.repeat(deep)});`);
    work.write('b.ts', `import jwt from 'jsonwebtoken';\njwt.sign({}, ${'a.'.repeat(deep)}b);`);
    work.write('c.ts', `import jwt from 'jsonwebtoken';\njwt.sign({}, ${`'x' + `.repeat(deep)}'y');`);
    work.write('d.ts', `import jwt from 'jsonwebtoken';\n${'{'.repeat(deep)}jwt.sign({}, 'x');${'}'.repeat(deep)}`);
    work.write('e.ts', `import jwt from 'jsonwebtoken';\n${Array.from({ length: 3000 }, (_, i) => `const k${i} = k${i + 1};`).join('')}\njwt.sign({}, k0);`);
    work.write('f.ts', `import jwt from 'jsonwebtoken';\njwt.sign({}, ${'[['.repeat(deep)}`);
    work.write('g.ts', `import jwt from 'jsonwebtoken';\njwt.sign({}, ${'c ? '.repeat(deep)} 'x'${` : 'y'`.repeat(deep)});`);
    work.write('z.ts', sign());
    const { found, errors } = await scanned();
    expect(found).toContain('z.ts');
    expect(errors.every(({ path: file }) => /^[a-g]\.ts$/.test(file))).toBe(true);
  }, 120_000); // prettier-ignore

  it('modules that import one another in circles', async () => {
    for (let i = 0; i < 60; i++)
      work.write(`m${i}.ts`, `export * from './m${(i + 1) % 60}';\nexport { key } from './m${(i + 7) % 60}';\n${sign('key', `import { key } from './m${(i + 3) % 60}';`)}`); // prettier-ignore
    expect((await scanned()).errors).toEqual([]);
  });
});

describe('reports hold no secret', () => {
  it.each([
    [
      'that stands where an algorithm should',
      {
        'a.js': `const jwt = require('jsonwebtoken');\njwt.sign({}, process.env.KEY, { algorithm: '${SECRET}' });\njwt.verify(t, process.env.KEY);\njwt.verify(t, 'a', { algorithms: ['ES${SECRET}'] });\nrequire('jws').sign({ header: { alg: '${SECRET}' }, payload: '', secret: '${SECRET}' });`,
      },
    ],
    [
      'that a key was joined to by its indent',
      { 'a.yml': `jwt:\n  JWT_SECRET: ${SECRET}\n    JWT_SECRET: changeme-made-up\n` },
    ],
  ] as [string, Record<string, string>][])('%s', async (_, files) => {
    for (const [file, text] of Object.entries(files)) work.write(file, text);
    for (const format of ['json', 'pretty', 'sarif']) {
      const { code, out } = await work.cli('--format', format, '--min-severity', 'low', '--fail-on', 'low');
      expect([code, out.includes(SECRET)]).toEqual([1, false]);
    }
  });
});

describe('repositories', () => {
  beforeEach(() => {
    work.git('init', '-q');
    work.write('a.ts', sign());
    work.commit();
  });

  it('submodules and repositories within are their own', async () => {
    outside.git('init', '-q');
    outside.write('s.ts', sign());
    outside.commit();
    work.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', outside.root, 'sub');
    work.git('init', '-q', 'nested');
    work.write('nested/n.ts', sign());
    expect(await scanned()).toEqual({ found: ['a.ts'], errors: [] });
    expect((await scanned(work.path('sub'))).found).toEqual(['s.ts']);
  });

  it('second work trees, shallow, bare and sparse ones', async () => {
    work.write('deep/b.ts', sign());
    work.commit();
    work.git('worktree', 'add', '-q', outside.path('second'));
    expect((await scanned(outside.path('second'))).found).toEqual(['a.ts', 'deep/b.ts']);
    outside.git('clone', '-q', '--depth', '1', `file://${work.root}`, 'shallow');
    expect((await scanned(outside.path('shallow'))).found).toEqual(['a.ts', 'deep/b.ts']);
    outside.git('clone', '-q', '--bare', work.root, 'bare');
    expect(await scanned(outside.path('bare'))).toEqual({ found: [], errors: [] });
    outside.git('clone', '-q', work.root, 'sparse');
    outside.git('-C', 'sparse', 'sparse-checkout', 'set', '--no-cone', '/a.ts');
    expect(await scanned(outside.path('sparse'))).toEqual({ found: ['a.ts'], errors: [] });
  });

  it('that are broken are read as plain folders', async () => {
    writeFileSync(work.path('.git/HEAD'), 'nonsense');
    expect((await scanned()).found).toEqual(['a.ts']);
    rmSync(work.path('.git'), { recursive: true });
    work.write('.git', 'gitdir: /nowhere\n');
    expect((await scanned()).found).toEqual(['a.ts']);
    work.remove('.git');
    expect((await scanned()).found).toEqual(['a.ts']);
  });

  it('with a broken index say so', async () => {
    writeFileSync(work.path('.git/index'), 'nonsense');
    const { code, err } = await work.cli();
    expect([code, err]).toEqual([2, expect.stringMatching(/index file/)]);
    expect(err.split('\n')).toHaveLength(2);
  });

  it('files that are deleted and not committed yet are named', async () => {
    work.remove('a.ts');
    expect((await scanned()).errors).toEqual([
      { path: 'a.ts', message: 'is gone: it vanished during the scan or was deleted' },
    ]);
  });
});

describe('what cannot be read', () => {
  const asNobody = async <T>(act: () => Promise<T>): Promise<T> => {
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    try {
      return await act();
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  };

  it('files and folders without permission are named', async () => {
    work.write('a.ts', sign());
    work.write('b.ts', sign());
    work.write('closed/c.ts', sign());
    chmodSync(work.root, 0o755);
    chmodSync(work.path('a.ts'), 0o000);
    chmodSync(work.path('closed'), 0o000);
    const { found, errors } = await asNobody(() => scanned());
    chmodSync(work.path('closed'), 0o755);
    expect(found).toEqual(['b.ts']);
    expect(errors).toEqual([
      { path: 'a.ts', message: 'no permission to read it' },
      { path: 'closed', message: 'cannot be looked into (EACCES)' },
    ]);
  });

  it('files that vanish or change while others are read', async () => {
    for (const name of ['a', 'b', 'c', 'd']) work.write(`${name}.ts`, sign());
    for (let i = 0; i < 200; i++) work.write(`a/${i}.ts`, '');
    const { errors, findings } = await scan({
      root: work.root,
      onProgress: (done) => {
        if (done > 100 || !existsSync(work.path('c.ts'))) return;
        rmSync(work.path('b.ts'), { force: true });
        renameSync(work.path('c.ts'), work.path('e.ts'));
        writeFileSync(work.path('d.ts'), '');
      },
    });
    expect(errors.map((error) => error.path)).toEqual(['b.ts', 'c.ts']);
    expect(errors[0]?.message).toMatch(/^is gone/);
    expect(new Set(findings.map((finding) => finding.path))).toEqual(new Set(['a.ts']));
  });

  it('the folder itself', async () => {
    const gone = path.join(realpathSync(work.root), 'gone');
    await expect(scan({ root: gone })).rejects.toThrow('no such folder');
    work.write('file', '');
    await expect(scan({ root: work.path('file') })).rejects.toThrow('not a folder');
  });
});

it('10,000 files in one folder, and 1,000 folders in one another', async () => {
  for (let i = 0; i < 10_000; i++) work.write(`many/${i}.txt`, 'jwt secret');
  work.write('many/z.ts', sign());
  work.write(`${'a/'.repeat(1000)}b.ts`, sign());
  const { found, errors } = await scanned();
  expect(found.map((file) => path.basename(file))).toEqual(['b.ts', 'z.ts']);
  expect(errors).toEqual([]);
});
