import { symlinkSync, renameSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Workspace } from '../support/cli.ts';

let work: Workspace;
beforeEach(() => {
  work = new Workspace();
  work.git('init', '-q');
});
afterEach(() => work.end());

const sign = (secret = 'made-up-fixture-secret'): string =>
  `import jwt from 'jsonwebtoken';\nexport const token = jwt.sign({}, '${secret}', { expiresIn: 60 });\n`;
const CLEAN = 'export {};\n';
const CALL = `import jwt from 'jsonwebtoken';\nimport { key } from './key';\njwt.sign({}, key, { expiresIn: 60 });\n`;
const key = (value: string): string => `export const key = ${value};\n`;

const staged = (): Promise<string[]> => work.found('--staged');

describe('--staged', () => {
  it('judges the staged half of a file', async () => {
    work.write('a.ts', CLEAN);
    work.commit();
    work.write('a.ts', sign('staged-secret'));
    work.git('add', '.');
    work.write('a.ts', sign('unstaged-secret'));
    const { findings } = await work.report('--staged', '--show-secrets');
    expect(new Set(findings.map(({ secret }) => secret?.masked))).toEqual(new Set(['staged-secret']));
  });

  it('judges what is staged and deleted on disk since', async () => {
    work.write('a.ts', sign());
    work.git('add', '.');
    work.remove('a.ts');
    expect(await staged()).toEqual(['a.ts']);
  });

  it('takes renames, with and without a change', async () => {
    work.write('a.ts', sign());
    work.write('b.ts', `${sign()}// one\n`);
    work.commit();
    work.git('mv', 'a.ts', 'c.ts');
    work.git('mv', 'b.ts', 'd.ts');
    work.write('d.ts', `${sign()}// two\n`);
    work.git('add', '.');
    expect(await staged()).toEqual(['c.ts', 'd.ts']);
  });

  it('has nothing to say about deletions', async () => {
    work.write('a.ts', sign());
    work.commit();
    work.git('rm', '-q', 'a.ts');
    expect(await staged()).toEqual([]);
  });

  it('does not take what is only meant to be added', async () => {
    work.write('a.ts', sign());
    work.git('add', '--intent-to-add', 'a.ts');
    expect(await staged()).toEqual([]);
    work.commit();
    work.write('b.ts', sign());
    work.git('add', '-N', 'b.ts');
    expect(await staged()).toEqual([]);
  });

  it('takes everything before the first commit', async () => {
    work.write('a.ts', sign());
    work.write('untracked.ts', sign());
    work.git('add', 'a.ts');
    expect(await staged()).toEqual(['a.ts']);
  });

  it('leaves submodules and links alone', async () => {
    const inner = new Workspace();
    inner.git('init', '-q');
    inner.write('a.ts', sign());
    inner.commit();
    work.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.root, 'sub');
    symlinkSync('sub/a.ts', work.path('link.ts'));
    work.git('add', '.');
    inner.end();
    const { findings, errors } = await work.report('--staged');
    expect([findings, errors]).toEqual([[], []]);
    expect(await work.found()).toEqual([]);
  });

  it('takes what a merge brings, and names what is in conflict', async () => {
    work.write('a.ts', CLEAN);
    work.commit();
    work.git('checkout', '-q', '-b', 'other');
    work.write('a.ts', sign('other'));
    work.write('b.ts', sign());
    work.commit();
    work.git('checkout', '-q', 'main');
    work.write('a.ts', sign('main'));
    work.commit();
    expect(() => work.git('merge', '-q', 'other')).toThrow(/failed/);
    const { findings, errors } = await work.report('--staged');
    expect(new Set(findings.map(({ path }) => path))).toEqual(new Set(['b.ts']));
    expect(errors).toEqual([{ path: 'a.ts', message: 'is in conflict: nothing of it is staged yet' }]);
    work.write('a.ts', sign('resolved'));
    work.git('add', 'a.ts');
    expect(await staged()).toEqual(['a.ts', 'b.ts']);
  });

  it('works in a second work tree', async () => {
    work.write('a.ts', CLEAN);
    work.commit();
    work.git('worktree', 'add', '-q', 'second');
    work.write('second/b.ts', sign());
    work.git('-C', 'second', 'add', '.');
    const { out } = await work.cliIn('second', '--staged', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ summary: { files: 1 }, findings: [{ path: 'b.ts' }, {}] });
    expect(await staged()).toEqual([]);
  });

  it('takes the files of a folder below', async () => {
    for (const file of ['a.ts', 'in/b.ts']) work.write(file, sign());
    work.git('add', '.');
    const { out } = await work.cliIn('in', '--staged', '--format', 'json');
    expect(JSON.parse(out)).toMatchObject({ findings: [{ path: 'b.ts' }, {}] });
  });

  it('reads the index that a hook is given', async () => {
    work.write('a.ts', CLEAN);
    work.commit();
    work.write('a.ts', sign());
    work.git('read-tree', '--index-output=other.index', 'HEAD');
    process.env['GIT_INDEX_FILE'] = work.path('other.index');
    try {
      work.git('add', 'a.ts');
      expect(await staged()).toEqual(['a.ts']);
    } finally {
      delete process.env['GIT_INDEX_FILE'];
    }
    expect(await staged()).toEqual([]);
  });

  it('takes names of any kind', async () => {
    const names = ['a\nb.ts', 'c\td.ts', '"e".ts', 'f g.ts', ':(glob)h.ts', '-i.ts', 'ü.ts'];
    for (const name of names) work.write(name, sign());
    work.git('add', '.');
    expect(await staged()).toEqual([...names].sort());
  });

  describe('links to other files as the index has them', () => {
    beforeEach(() => {
      work.write('key.ts', key('process.env.KEY'));
      work.commit();
    });

    it('not as they are on disk', async () => {
      work.write('call.ts', CALL);
      work.git('add', '.');
      work.write('key.ts', key("'made-up-fixture-secret'"));
      expect((await work.report('--staged', '--rule', 'no-weak-secret')).findings).toEqual([]);
      expect(await work.found('--rule', 'no-weak-secret')).toEqual(['key.ts']);
      work.write('key.ts', CLEAN);
      work.write('.env', 'JWT_SECRET=made-up-fixture-secret\n');
      expect(await staged()).toEqual([]);
    });

    it('the key is staged, its call was there before', async () => {
      work.write('call.ts', CALL);
      work.commit();
      work.write('key.ts', key("'made-up-fixture-secret'"));
      work.git('add', '.');
      work.write('call.ts', CLEAN);
      expect(await staged()).toEqual(['key.ts']);
      work.remove('call.ts');
      expect(await staged()).toEqual(['key.ts']);
    });

    it('git was told not to look at the file on disk', async () => {
      work.write('call.ts', CALL);
      work.commit();
      work.git('update-index', '--assume-unchanged', 'call.ts');
      work.write('call.ts', CLEAN);
      work.write('key.ts', key("'made-up-fixture-secret'"));
      work.git('add', 'key.ts');
      expect(await staged()).toEqual(['key.ts']);
    });

    it('a module that is not in the index is not there', async () => {
      work.write('call.ts', CALL.replace('./key', './untracked'));
      work.git('add', 'call.ts');
      work.write('untracked.ts', key("'made-up-fixture-secret'"));
      expect((await work.report('--staged', '--rule', 'no-hardcoded-secret')).findings).toEqual([]);
    });

    it('a module that is in the index alone is there', async () => {
      work.write('call.ts', CALL.replace('./key', './lib/only-staged'));
      work.write('lib/only-staged.ts', key("'made-up-fixture-secret'"));
      work.git('add', '.');
      work.remove('lib');
      expect(await staged()).toEqual(['lib/only-staged.ts']);
    });
  });

  it.each([
    [
      'no repository',
      (): void => work.remove('.git'),
      /--staged needs a git work tree: .*not a git repository/,
    ],
    [
      'a bare one',
      (): void => {
        work.remove('.git');
        work.git('init', '-q', '--bare', '.');
      },
      /--staged needs a git work tree: /,
    ],
  ])('says so where there is %s', async (_, prepare, message) => {
    prepare();
    const { code, err } = await work.cli('--staged');
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
    expect(err.split('\n')).toHaveLength(2);
  });
});

describe('--changed', () => {
  const changed = (ref = 'main'): Promise<string[]> => work.found('--changed', ref);

  beforeEach(() => {
    work.write('old.ts', sign());
    work.write('moved.ts', `${sign('moved')}${'// a line\n'.repeat(20)}`);
    work.write('gone.ts', sign());
    work.write('.gitignore', 'ignored.ts\n');
    work.commit();
    work.git('checkout', '-q', '-b', 'topic');
  });

  it('is nothing where nothing differs', async () => {
    expect(await changed()).toEqual([]);
  });

  it('takes what is committed, staged, not staged and not tracked', async () => {
    work.write('committed.ts', sign());
    work.commit();
    work.write('staged.ts', sign());
    work.git('add', '.');
    work.write('old.ts', `// changed\n${sign()}`);
    work.write('untracked.ts', sign());
    work.write('ignored.ts', sign());
    expect(await changed()).toEqual(['committed.ts', 'old.ts', 'staged.ts', 'untracked.ts']);
    expect(await changed('HEAD')).toEqual(['old.ts', 'staged.ts', 'untracked.ts']);
  });

  it('takes renames by their new name, and no deletions', async () => {
    work.git('mv', 'moved.ts', 'committed-move.ts');
    work.commit();
    renameSync(work.path('old.ts'), work.path('unstaged-move.ts'));
    work.git('rm', '-q', 'gone.ts');
    const { findings, errors } = await work.report('--changed', 'main');
    expect([...new Set(findings.map(({ path }) => path))]).toEqual(['committed-move.ts', 'unstaged-move.ts']);
    expect(errors).toEqual([]);
  });

  it('leaves out what the other branch did meanwhile', async () => {
    work.write('mine.ts', sign());
    work.commit();
    work.git('checkout', '-q', 'main');
    work.write('old.ts', `// on main\n${sign()}`);
    work.commit();
    work.git('checkout', '-q', 'topic');
    expect(await changed()).toEqual(['mine.ts']);
  });

  it('without a common ancestor, takes all that differs', async () => {
    work.git('checkout', '-q', '--orphan', 'other');
    work.write('old.ts', `// other\n${sign()}`);
    work.commit();
    expect(await changed()).toEqual(['old.ts']);
  });

  it('takes tags, ancestors and ids', async () => {
    work.git('tag', 'v1');
    work.write('new.ts', sign());
    work.commit();
    for (const ref of ['v1', 'HEAD~1', 'refs/tags/v1', work.git('rev-parse', 'main').trim()])
      expect(await changed(ref)).toEqual(['new.ts']);
  });

  it('links to files that did not change', async () => {
    work.git('checkout', '-q', 'main');
    work.write('call.ts', CALL);
    work.write('key.ts', key('process.env.KEY'));
    work.commit();
    work.write('key.ts', key("'made-up-fixture-secret'"));
    expect(await changed('HEAD')).toEqual(['key.ts']);
  });

  it('takes conflicts as they stand in the file', async () => {
    for (const branch of ['main', 'topic']) {
      work.git('checkout', '-q', branch);
      work.write('.env', `JWT_SECRET=made-up-${branch}-secret\n`);
      work.commit();
    }
    expect(() => work.git('merge', '-q', 'main')).toThrow(/failed/);
    expect(await changed()).toEqual(['.env']);
  });

  it.each([
    ['no-such-branch', /--changed no-such-branch: git knows no such commit\n/],
    ['--output=x', /--changed --output=x: git knows no such commit\n/],
    ['-h', /--changed -h: git knows no such commit\n/],
    ['main:old.ts', /git knows no such commit\n/],
    ['a\u001B[2J\nb', /--changed a \[2J b: git knows no such commit\n/],
    ['@{upstream}', /git knows no such commit\n/],
  ])('%j: one line and exit 2', async (ref, message) => {
    const { code, out, err } = await work.cli(`--changed=${ref}`);
    expect([code, out, err]).toEqual([2, '', expect.stringMatching(message)]);
    expect(err.split('\n')).toHaveLength(2);
  });

  it('says where a clone is shallow', async () => {
    const clone = new Workspace();
    work.write('more.ts', CLEAN);
    work.commit();
    clone.git('clone', '-q', '--depth', '1', `file://${work.root}`, 'shallow');
    const { code, err } = await clone.cliIn('shallow', '--changed', 'main~1');
    expect([code, err]).toEqual([2, expect.stringContaining('this clone is shallow: fetch it first')]);
    expect((await clone.cliIn('shallow', '--changed', 'HEAD')).code).toBe(0);
    clone.end();
  });

  it('and --staged exclude each other', async () => {
    expect((await work.cli('--changed', 'main', '--staged')).err).toContain('exclude each other');
  });
});
