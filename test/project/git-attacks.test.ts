import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { git, GitProblem, requireWorkTree } from '../../src/project/git/git.ts';
import { Workspace } from '../support/cli.ts';

/**
 * A repository in which a way to run a program is laid out; the program leaves a mark. Each way is first shown to
 * work with a plain git, where there is a plain command that takes it.
 */
let work: Workspace;
let elsewhere: Workspace;

const sign = `import jwt from 'jsonwebtoken';\nexport const token = jwt.sign({}, 'made-up-fixture-secret', { expiresIn: 60 });\n`;

beforeEach(() => {
  work = new Workspace();
  elsewhere = new Workspace();
  work.git('init', '-q');
  work.write('a.ts', sign);
  work.write('b.ts', sign);
  work.write('.gitattributes', '* filter=evil diff=evil merge=evil\n');
  // From the future: times do not tell whether it changed, and git has to compare contents.
  const future = new Date(Date.now() + 100_000_000);
  utimesSync(work.path('b.ts'), future, future);
  work.commit();
  work.write('staged.ts', sign);
  work.git('add', 'staged.ts');
  elsewhere.write('evil', `#!/bin/sh\n: > ${marker()}\n[ $# -eq 0 ] && cat\nexit 0\n`);
  chmodSync(program(), 0o755);
});
afterEach(() => {
  vi.unstubAllEnvs();
  work.end();
  elsewhere.end();
});

const marker = (): string => elsewhere.path('marker');
const program = (): string => elsewhere.path('evil');

function config(text: string): void {
  writeFileSync(work.path('.git/config'), `${work.read('.git/config')}${text}\n`);
}

/** Every kind of scan that asks git. */
async function scanAll(): Promise<string[]> {
  work.write('a.ts', `// not staged\n${sign}`);
  expect(existsSync(marker()), 'making the fixture runs nothing').toBe(false);
  const found: string[] = [];
  for (const words of [[], ['--staged'], ['--changed', 'main']]) {
    const { err, out } = await work.cli('scan', ...words, '--format', 'json');
    expect(err).toBe('');
    found.push(...(JSON.parse(out) as { findings: { path: string }[] }).findings.map((one) => one.path));
  }
  return [...new Set(found)];
}

type Attack = readonly [title: string, prepare: () => void, shown: (() => void) | null];

const attempt =
  (...args: string[]) =>
  (): void => {
    try {
      work.git(...args);
    } catch {
      // Many of the ways end in an error of git's, after the program ran.
    }
  };

const ATTACKS: readonly Attack[] = [
  ['core.fsmonitor', () => config(`[core]\nfsmonitor = ${program()}`), attempt('status')],
  ['core.hooksPath', () => {
    mkdirSync(work.path('hooks'));
    for (const hook of ['post-index-change', 'fsmonitor-watchman', 'pre-commit', 'post-checkout'])
      symlinkSync(program(), work.path(`hooks/${hook}`));
    config(`[core]\nhooksPath = hooks`);
  }, attempt('update-index', '--force-write-index')],
  ['hooks in .git', () => {
    mkdirSync(work.path('.git/hooks'), { recursive: true });
    for (const hook of ['post-index-change', 'pre-commit', 'post-checkout'])
      symlinkSync(program(), work.path(`.git/hooks/${hook}`));
  }, attempt('update-index', '--force-write-index')],
  ['core.pager', () => config(`[core]\npager = ${program()}\n[pager]\ndiff = ${program()}\nls-files = ${program()}`), null],
  ['diff.external', () => config(`[diff]\nexternal = ${program()}`), attempt('diff', 'HEAD', '--ext-diff')],
  ['a driver of diff', () => config(`[diff "evil"]\ncommand = ${program()}\ntextconv = ${program()}`), attempt('diff')],
  ['filter.clean', () => {
    config(`[filter "evil"]\nclean = ${program()}\nsmudge = ${program()}\nrequired = true`);
  }, attempt('diff')],
  ['filter.process', () => {
    config(`[filter "evil"]\nprocess = ${program()}\nrequired = true`);
  }, attempt('diff')],
  ['a filter of an odd name', () => {
    work.write('.git/info/attributes', '* filter=od=d.filter\n');
    config(`[filter "od=d.filter"]\nclean = ${program()}\nrequired`);
  }, attempt('diff')],
  ['an included file', () => {
    work.write('.git/evil.config', `[filter "evil"]\nclean = ${program()}\n[core]\nfsmonitor = ${program()}\n`);
    config('[include]\npath = evil.config');
  }, attempt('status')],
  ['a file included by condition', () => {
    work.write('.git/evil.config', `[filter "evil"]\nclean = ${program()}\n[core]\nfsmonitor = ${program()}\n`);
    config('[includeIf "gitdir:/**"]\npath = evil.config');
  }, attempt('status')],
  ['the config of a work tree', () => {
    config('[extensions]\nworktreeConfig = true\n[core]\nrepositoryFormatVersion = 1');
    work.write('.git/config.worktree', `[core]\nfsmonitor = ${program()}\n[filter "evil"]\nclean = ${program()}\n`);
  }, attempt('status')],
  ['an alias for what we call', () => config(`[alias]\nls-files = !${program()}\nrev-parse = !${program()}`), null],
  ['a credential helper', () => config(`[credential]\nhelper = !${program()}\n[core]\naskPass = ${program()}`), null],
  ['a promised object from a helper of transport', () => {
    const blob = work.git('rev-parse', ':b.ts').trim();
    config(`[remote "origin"]\nurl = ext::${program()} x\npromisor = true\npartialclonefilter = blob:none\n[extensions]\npartialClone = origin\n[core]\nrepositoryFormatVersion = 1\n[protocol "ext"]\nallow = always\n[protocol]\nallow = always`);
    work.remove(`.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`);
    work.write('b.ts', '// another text\n');
  }, attempt('cat-file', 'blob', ':b.ts')],
  ['a promised object by ssh', () => {
    const blob = work.git('rev-parse', ':b.ts').trim();
    config(`[remote "origin"]\nurl = ssh://example.invalid/x\npromisor = true\n[extensions]\npartialClone = origin\n[core]\nrepositoryFormatVersion = 1\nsshCommand = ${program()}\n[protocol "ssh"]\nallow = always`);
    work.remove(`.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`);
    work.write('b.ts', '// another text\n');
  }, attempt('cat-file', 'blob', ':b.ts')],
  ['a submodule with a config of its own', () => {
    const inner = new Workspace();
    inner.git('init', '-q');
    inner.write('in.ts', sign);
    inner.commit();
    work.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.root, 'sub');
    work.commit();
    inner.end();
    const target = work.path('.git/modules/sub/config');
    writeFileSync(target, `${readFileSync(target, 'utf8')}[core]\nfsmonitor = ${program()}\n`);
    work.write('sub/in.ts', `// changed\n${sign}`);
  }, attempt('-C', 'sub', 'status')],
  ['a bare repository in the tree', () => {
    work.git('init', '-q', '--bare', 'nested');
    writeFileSync(work.path('nested/config'), `[core]\nrepositoryFormatVersion = 0\nbare = false\nworktree = ..\nfsmonitor = ${program()}\n`);
    work.write('nested/c.ts', sign);
  }, attempt('-C', 'nested', 'status')],
]; // prettier-ignore

describe('nothing of a hostile repository runs', () => {
  it.each(ATTACKS)('%s', async (_, prepare) => {
    prepare();
    expect(await scanAll()).toContain('staged.ts');
    expect(existsSync(marker())).toBe(false);
  });

  it.each(ATTACKS.filter(([, , shown]) => shown !== null))(
    'and a plain git runs it: %s',
    (_, prepare, shown) => {
      prepare();
      work.write('a.ts', `// changed\n${sign}`);
      shown?.();
      expect(existsSync(marker())).toBe(true);
    },
  );

  it('in a bare repository that is scanned itself', async () => {
    work.git('init', '-q', '--bare', 'nested');
    writeFileSync(
      work.path('nested/config'),
      `[core]\nrepositoryFormatVersion = 0\nbare = false\nworktree = .\nfsmonitor = ${program()}\n`,
    );
    work.write('nested/c.ts', sign);
    const { code } = await work.cliIn('nested', '--format', 'json');
    expect([code, existsSync(marker())]).toEqual([1, false]);
    expect((await work.cliIn('nested', '--staged')).code).toBe(2);
    expect(existsSync(marker())).toBe(false);
  });

  it('by the environment', async () => {
    const lies = elsewhere.path('other');
    elsewhere.git('init', '-q', 'other');
    elsewhere.write('other/x.ts', sign);
    for (const [name, value] of [
      ['GIT_DIR', `${lies}/.git`],
      ['GIT_WORK_TREE', lies],
      ['GIT_EXTERNAL_DIFF', program()],
      ['GIT_SSH_COMMAND', program()],
      ['GIT_ASKPASS', program()],
      ['GIT_PAGER', program()],
      ['GIT_TRACE', elsewhere.path('trace')],
      ['GIT_EXEC_PATH', elsewhere.path('no-such-folder')],
      ['GIT_OBJECT_DIRECTORY', elsewhere.path('no-such-folder')],
      ['GIT_CEILING_DIRECTORIES', work.root],
      ['GIT_CONFIG_COUNT', '1'],
      ['GIT_CONFIG_KEY_0', 'core.fsmonitor'],
      ['GIT_CONFIG_VALUE_0', program()],
      ['GIT_CONFIG_PARAMETERS', `'core.fsmonitor'='${program()}'`],
    ] as const)
      vi.stubEnv(name, value);
    for (const words of [[], ['--changed', 'main~0']]) {
      const { out, err } = await work.cli('scan', ...words, '--format', 'json');
      expect([err, out.includes('x.ts')]).toEqual(['', false]);
    }
    expect([existsSync(marker()), existsSync(elsewhere.path('trace'))]).toEqual([false, false]);
  });

  it("by a git among the project's own programs", async () => {
    for (const folder of ['node_modules/.bin', 'bin', 'packages/a/node_modules/.bin'])
      for (const name of ['git', 'git.exe']) {
        mkdirSync(work.path(folder), { recursive: true });
        symlinkSync(program(), work.path(`${folder}/${name}`));
      }
    const folders = ['node_modules/.bin', 'bin'].map((folder) => work.path(folder));
    vi.stubEnv('PATH', [...folders, 'bin', '.', process.env['PATH']].join(path.delimiter));
    const { out } = await work.cliIn('packages/a', '--format', 'json');
    expect(JSON.parse(out)).toHaveProperty('findings', []);
    expect(await work.found()).toContain('a.ts');
    expect(existsSync(marker())).toBe(false);
  });
});

describe('what git cannot say', () => {
  const fakeGit = (script: string): void => {
    elsewhere.write('bin/git', `#!/bin/sh\n${script}\n`);
    chmodSync(elsewhere.path('bin/git'), 0o755);
    vi.stubEnv('PATH', elsewhere.path('bin'));
  };

  it('whose repository it is: the cure is named, fit for a shell', async () => {
    fakeGit(`echo "fatal: detected dubious ownership in repository at '/srv/it's'" >&2; exit 128`);
    const { code, err } = await work.cli();
    expect(code).toBe(2);
    expect(err).toContain(`git config --global --add safe.directory '/srv/it'\\''s'`);
    expect(err.split('\n')).toHaveLength(2);
  });

  it('because it is not there: all files are read, and what needs git says so', async () => {
    vi.stubEnv('PATH', '');
    expect(await work.found()).toEqual(['a.ts', 'b.ts', 'staged.ts']);
    expect((await work.cli('--staged')).err).toMatch(
      /--staged needs a git work tree: git is not installed\n$/,
    );
    expect((await work.cli('--changed', 'main')).code).toBe(2);
  });

  it('because it does not answer', () => {
    elsewhere.write('bin/git', '#!/bin/sh\nexec /bin/sleep 60\n');
    fakeGit('exec /bin/sleep 60');
    const began = performance.now();
    expect(() => git(work.root, ['status'], { timeout: 300 })).toThrow(
      'git did not answer within 0.3 seconds',
    );
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('because it fails', () => {
    fakeGit('echo "warning: no matter" >&2; echo "fatal: made up" >&2; exit 1');
    expect(() => requireWorkTree(work.root)).toThrow(new GitProblem('fatal: made up'));
  });
});
