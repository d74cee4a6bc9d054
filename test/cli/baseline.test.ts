import { mkdirSync, renameSync, statSync, symlinkSync, readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { identityOf } from '../../src/findings/identity.ts';
import { Workspace } from '../support/cli.ts';

const FILE = '.jwt-secrets-baseline';
const KEY = 'made-up-baseline-key-of-more-than-32-characters';

let work: Workspace;
beforeEach(() => {
  work = new Workspace();
});
afterEach(() => {
  vi.unstubAllEnvs();
  work.end();
});

const sign = (secret: string, options = '{ expiresIn: 60 }'): string =>
  `import jwt from 'jsonwebtoken';\nexport const token = jwt.sign({}, '${secret}', ${options});\n`;

const lines = (): string[] => work.read(FILE).split('\n').filter(Boolean);

/** Rules and paths of what is not known, what is known, and what is stale. */
async function scan(...words: string[]): Promise<{ fresh: string[]; known: number; stale: string[] }> {
  const { findings, summary, baseline } = await work.report('--baseline', FILE, ...words);
  return {
    fresh: findings.map(({ path, ruleId }) => `${path} ${ruleId}`),
    known: summary.baselined,
    stale: (baseline?.stale ?? []).map(({ path, ruleId }) => `${path} ${ruleId}`),
  };
}

async function update(...words: string[]): Promise<void> {
  const { code, err } = await work.cli('--update-baseline', ...words);
  expect([code, err]).toEqual([0, expect.stringContaining('now knows')]);
}

describe('the baseline', () => {
  beforeEach(async () => {
    work.write('a.ts', sign('changeme'));
    work.write('.env', 'JWT_SECRET=made-up-fixture-secret\n');
    await update();
  });

  it('knows what was found, and reports what is new', async () => {
    const { fresh, known, stale } = await scan();
    expect([fresh, stale]).toEqual([[], []]);
    expect(known).toBe(lines().length);
    expect(known).toBeGreaterThan(2);
    work.write('b.ts', sign('changeme-too'));
    const files = new Set((await scan()).fresh.map((line) => line.split(' ')[0]));
    expect(files).toEqual(new Set(['b.ts']));
    expect((await work.cli('--baseline', FILE)).code).toBe(1);
  });

  it('is no finding itself', async () => {
    expect(await work.found()).toEqual(['.env', 'a.ts']);
  });

  it('has one sorted entry a line, and nothing else', () => {
    const entries = lines().map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(entries.map(({ path, rule, id }) => JSON.stringify([path, rule, id]))).toEqual(
      entries.map(({ path, rule, id }) => JSON.stringify([path, rule, id])).sort(),
    );
    for (const entry of entries) expect(Object.keys(entry)).toEqual(['path', 'rule', 'id']);
  });

  it('gives the same bytes again', async () => {
    const before = work.read(FILE);
    await update('--baseline', FILE);
    expect(work.read(FILE)).toBe(before);
  });

  it('follows moved lines', async () => {
    work.write('a.ts', `// one\n\n// two\n${sign('changeme')}`);
    work.write('.env', '# more\nPORT=1\nJWT_SECRET=made-up-fixture-secret\n');
    expect(await scan()).toMatchObject({ fresh: [], stale: [] });
  });

  it('follows renamed files, and folders', async () => {
    renameSync(work.path('a.ts'), work.path('renamed.ts'));
    mkdirSync(work.path('config'));
    renameSync(work.path('.env'), work.path('config/.env'));
    expect(await scan()).toMatchObject({ fresh: [], stale: [] });
    await update();
    expect(lines().join()).not.toContain('"a.ts"');
    expect(await scan()).toMatchObject({ fresh: [], stale: [] });
  });

  it('does not know a copy, nor more of the same', async () => {
    work.write('copy.ts', sign('changeme'));
    expect(new Set((await scan()).fresh)).toContain('copy.ts no-hardcoded-secret');
    work.remove('copy.ts');
    work.write(
      'a.ts',
      `${sign('changeme')}export const more = jwt.sign({}, 'changeme', { expiresIn: 60 });\n`,
    );
    const { fresh } = await scan();
    expect(fresh).toContain('a.ts no-hardcoded-secret');
    expect(fresh.length).toBe(new Set(fresh).size);
  });

  it('tells equal findings of one file apart by their number', async () => {
    work.write('a.ts', sign('changeme') + sign('changeme').split('\n')[1]);
    await update();
    expect(new Set(lines()).size).toBe(lines().length);
    expect(await scan()).toMatchObject({ fresh: [], stale: [] });
    work.write('a.ts', sign('changeme'));
    expect((await scan()).stale).toContain('a.ts no-hardcoded-secret');
  });

  it('names what is stale, and drops it when asked', async () => {
    work.write('a.ts', 'export {};\n');
    const { stale } = await scan();
    expect(stale).toContain('a.ts no-hardcoded-secret');
    const { out, code } = await work.cli('--baseline', FILE);
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/entries of the baseline were not found any more: --update-baseline drops them/),
    ]);
    await update();
    expect(await scan()).toMatchObject({ fresh: [], stale: [] });
    expect(lines().join()).not.toContain('a.ts');
  });

  it('keeps what a partial scan did not look at', async () => {
    const before = lines();
    work.write('.env', 'PORT=1\n');
    expect((await scan('a.ts', '.env')).stale.every((line) => line.startsWith('.env'))).toBe(true);
    expect(await scan('a.ts', 'a.ts')).toMatchObject({ fresh: [], stale: [] });
    await update('a.ts', 'a.ts');
    expect(lines()).toEqual(before);
    await update('--rule', 'require-expiration');
    expect(lines()).toEqual(before);
    await update('--ignore', '.env');
    expect(lines()).toEqual(before);
  });

  it('serves the folders below it', async () => {
    work.write('packages/one/b.ts', sign('changeme-too'));
    await update();
    const before = lines();
    const { code, out } = await work.cliIn('packages/one', '--baseline', `../../${FILE}`, '--format', 'json');
    expect([code, JSON.parse(out)]).toMatchObject([0, { findings: [], baseline: { stale: [] } }]);
    work.write('packages/one/b.ts', 'export {};\n');
    await work.cliIn('packages/one', '--baseline', `../../${FILE}`, '--update-baseline');
    expect(lines()).toEqual(before.filter((line) => !line.includes('packages/one')));
  });

  it('lies elsewhere when asked, with paths from the scanned folder', async () => {
    work.write('elsewhere/keep', '');
    await update('.', '--baseline', 'elsewhere/known');
    expect(work.read('elsewhere/known')).toContain('"path":"a.ts"');
    expect((await work.cli('--baseline', 'elsewhere/known')).code).toBe(0);
  });
});

describe('merging', () => {
  it.each([
    ['by the union driver', `${FILE} merge=union\n`],
    ['left in conflict', ''],
  ])('both sides are known: %s', async (_, attributes) => {
    work.git('init', '-q');
    work.write('.gitattributes', attributes);
    work.write('m.ts', sign('changeme'));
    await update();
    work.commit();
    for (const side of ['left', 'right']) {
      work.git('checkout', '-q', '-b', side, 'main');
      work.write(`n-${side}.ts`, sign(`changeme-${side}`));
      await update();
      work.commit();
    }
    const merge = (): string => work.git('merge', '-q', '-m', 'merged', 'left');
    if (attributes === '') expect(merge).toThrow(/failed/);
    else merge();
    expect(work.read(FILE).includes('<<<<<<<')).toBe(attributes === '');
    expect(await scan()).toMatchObject({ fresh: [], stale: [] });
    await update();
    expect(work.read(FILE)).not.toContain('<<<<<<<');
    expect(await scan()).toMatchObject({ fresh: [], stale: [] });
  });

  it('survives a rebase', async () => {
    work.git('init', '-q');
    work.write('m.ts', sign('changeme'));
    work.commit();
    work.git('checkout', '-q', '-b', 'topic');
    await update();
    work.commit();
    work.git('checkout', '-q', 'main');
    work.write('m.ts', `// on main\n${sign('changeme')}`);
    work.commit();
    work.git('rebase', '-q', 'main', 'topic');
    expect(await scan()).toMatchObject({ fresh: [], stale: [] });
  });
});

describe('what the file says about secrets', () => {
  const SECRETS = ['changeme', 'secret', 'made-up-fixture-secret', 'password'];
  const TREES = [
    (secret: string) => ({ 'a.ts': sign(secret), '.env': `JWT_SECRET=${secret}\n` }),
    (secret: string) => ({ 'a.py': `import jwt\njwt.encode({}, "${secret}", algorithm="HS256")\n` }),
    (secret: string) => ({ 'a.yml': `jwt: { secret: ${secret} }\n` }),
  ];

  it.each(TREES.map((tree, i) => [i, tree] as const))('nothing: tree %i', async (_, tree) => {
    for (const secret of SECRETS) {
      for (const [file, text] of Object.entries(tree(secret))) work.write(file, text);
      await update();
      expect(work.read(FILE)).not.toContain(`"${secret}"`);
    }
    // Values that are found in the same ways give the same file, so trying values on it tells none from another.
    const alike = await Promise.all(
      ['changeme-aaaa', 'changeme-bbbb'].map(async (secret, i) => {
        const other = new Workspace();
        for (const [file, text] of Object.entries(tree(secret))) other.write(file, text);
        await other.cli('--update-baseline');
        const text = other.read(FILE);
        other.end();
        return [i, text] as const;
      }),
    );
    expect(alike[0]?.[1]).toBe(alike[1]?.[1]);
    expect(alike[0]?.[1]).not.toBe('');
  });

  it('nothing of other values on the line', () => {
    const text = "connect({ password: hunter2, port: 5432 }, 'x')";
    const of = (line: string): string =>
      identityOf(
        { messageId: 'm', span: [0, 7], severity: 'high', confidence: 'high' },
        {
          ruleId: 'r',
          file: { secrets: [], tokens: [], privateKeys: [] } as unknown as Parameters<
            typeof identityOf
          >[1]['file'],
          text: line,
          key: null,
        },
      ).place;
    expect(of(text)).toBe(of(text.replace('hunter2', 'another').replace('5432', '1')));
    expect(of(text)).not.toBe(of(text.replace('connect', 'disconnect')));
  });
});

describe('with a key', () => {
  beforeEach(async () => {
    vi.stubEnv('JWT_SECRETS_BASELINE_KEY', KEY);
    work.write('.env', 'JWT_SECRET=made-up-fixture-secret\n');
    await update();
  });

  it('another value is another finding', async () => {
    expect(await scan()).toMatchObject({ fresh: [], stale: [] });
    work.write('.env', 'JWT_SECRET=made-up-fixture-other1\n');
    const { fresh, stale } = await scan();
    expect(fresh).toContain('.env no-committed-secret');
    expect(stale).toContain('.env no-committed-secret');
  });

  it('still serves those who do not have it', async () => {
    vi.stubEnv('JWT_SECRETS_BASELINE_KEY', '');
    expect(await scan()).toMatchObject({ fresh: [], stale: [] });
  });

  it('is refused when it is another or too short', async () => {
    vi.stubEnv('JWT_SECRETS_BASELINE_KEY', KEY.toUpperCase());
    expect(await work.cli('--baseline', FILE)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/another key/),
    });
    vi.stubEnv('JWT_SECRETS_BASELINE_KEY', 'short');
    expect(await work.cli('--baseline', FILE)).toMatchObject({
      code: 2,
      err: expect.stringMatching(/32 characters or more/),
    });
  });
});

describe('the file', () => {
  it.each([
    ['is missing', null, /no such file; --update-baseline makes it/],
    ['is something else', 'hello\n', /:1: not an entry of a baseline/],
    ['has a broken line', '{"path":"a","rule":"b","id":"c"}\n{"path":1}\n', /:2: not an entry/],
    ['is an entry of another kind', '{"path":"a","rule":"b","id":"c","n":"x"}\n', /:1: not an entry/],
  ])('%s: one line and exit 2', async (_, text, message) => {
    if (text !== null) work.write(FILE, text);
    const { code, err, out } = await work.cli('--baseline', FILE);
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(message);
    expect(err.split('\n')).toHaveLength(2);
  });

  it('may have any order, equal lines, empty lines and line ends of Windows', async () => {
    work.write('a.ts', sign('changeme'));
    await update();
    work.write(FILE, `\uFEFF${[...lines(), ...lines()].reverse().join('\r\n\r\n')}\r\n`);
    expect(await scan()).toMatchObject({ fresh: [], stale: [] });
  });

  it('is not written through a link, and leaves no draft behind', async () => {
    work.write('precious', '');
    symlinkSync(work.path('precious'), work.path(FILE));
    expect(await work.cli('--update-baseline')).toMatchObject({
      code: 2,
      err: expect.stringMatching(/is a link/),
    });
    expect(statSync(work.path('precious')).size).toBe(0);
    expect(readdirSync(work.root).sort()).toEqual([FILE, 'precious']);
  });
});
