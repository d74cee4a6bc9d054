import fc from 'fast-check';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scan } from '../../src/scanner/scan.ts';
import { ROOT } from '../support/fixtures.ts';
import { Scratch } from '../support/scratch.ts';

/** What somebody does to a project between two scans. */
type Edit =
  | { readonly how: 'insert'; readonly file: number; readonly from: number; readonly at: number }
  | { readonly how: 'cut' | 'remove' | 'append'; readonly file: number; readonly at: number }
  | { readonly how: 'copy'; readonly file: number; readonly from: number };

const natural = fc.nat(10_000);
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ how: fc.constant('insert' as const), file: natural, from: natural, at: natural }),
  fc.record({ how: fc.constantFrom('cut', 'remove', 'append', 'append'), file: natural, at: natural }),
  fc.record({ how: fc.constant('copy' as const), file: natural, from: natural }),
);

let cache: string;
beforeAll(() => {
  cache = mkdtempSync(path.join(tmpdir(), 'jwt-secrets-cache-'));
  process.env['JWT_SECRETS_CACHE'] = cache;
});
afterAll(() => rmSync(cache, { recursive: true, force: true }));

describe('whatever is edited, the cache changes nothing of the report', () => {
  it.each(['monorepo', 'vulnerable-shop', 'cloud-functions'])('%s', async (name) => {
    const repository = path.join(ROOT, 'fixtures/repos', name);
    let known = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(edits, { minLength: 2, maxLength: 6 }), async (made) => {
        const project = new Scratch();
        try {
          cpSync(repository, project.root, { recursive: true });
          // Whatever the fixture holds, most files of a project say nothing.
          for (let i = 0; i < 40; i++)
            project.write({ [`src/quiet/part${i}.ts`]: `export const part${i} = 'a${i}';\n` });
          project.run('git', 'init', '-q');
          project.run('git', 'add', '-A');
          for (const edit of made) {
            apply(edit, project);
            if (edit.file % 3 === 0) project.run('git', 'add', '-A');
            const staged = edit.file % 4 === 0;
            const cold = await reportOf(project, { staged, cache: false });
            const warm = await reportOf(project, { staged, cache: true });
            expect(warm.report).toBe(cold.report);
            if (warm.isKnown) known++;
          }
        } finally {
          project.remove();
        }
      }),
      { numRuns: 15, seed: 38 },
    );
    expect(known).toBeGreaterThan(5);
  });
});

it('knows again that a variable is checked when a file that said nothing does so', async () => {
  const project = new Scratch();
  try {
    project.write({
      'package.json': '{ "dependencies": { "jsonwebtoken": "8.5.1" } }',
      'src/auth.ts': "import jwt from 'jsonwebtoken';\njwt.verify(token, process.env.JWT_SECRET);\n",
      'src/index.ts': 'export const port = 3000;\n',
      'src/start.ts': 'export {};\n',
    });
    project.run('git', 'init', '-q');
    project.run('git', 'add', '-A');
    const rulesFound = async (): Promise<boolean> =>
      (await reportOf(project, { staged: false, cache: true })).report.includes('no-unchecked-secret');
    expect(await rulesFound()).toBe(true);
    project.write({ 'src/index.ts': "if (!process.env.JWT_SECRET) throw new Error('unset');\n" });
    expect(await rulesFound()).toBe(false);
    project.write({ 'src/index.ts': 'export const port = 3000;\n' });
    expect(await rulesFound()).toBe(true);
  } finally {
    project.remove();
  }
});

async function reportOf(
  { root }: Scratch,
  options: { staged: boolean; cache: boolean },
): Promise<{ report: string; isKnown: boolean }> {
  const { stats, summary, ...rest } = await scan({ root, ...options, stats: true, threads: 1 });
  return { report: JSON.stringify({ ...rest, ...summary, durationMs: 0 }), isKnown: stats!.cache.result };
}

function apply(edit: Edit, project: Scratch): void {
  const files = filesOf(project);
  const file = files[edit.file % files.length]!;
  const lines = linesOf(project, file);
  const other = 'from' in edit ? files[edit.from % files.length]! : file;
  switch (edit.how) {
    case 'insert': {
      const others = linesOf(project, other);
      lines.splice(edit.at % (lines.length + 1), 0, others[edit.at % others.length]!);
      break;
    }
    case 'cut':
      lines.splice(edit.at % lines.length, 2);
      break;
    case 'append':
      lines.push(`// ${edit.at}`);
      break;
    case 'remove':
      rmSync(project.path(file));
      return;
    case 'copy': {
      const copy = path.join(path.dirname(file), path.basename(other));
      mkdirSync(path.dirname(project.path(copy)), { recursive: true });
      writeFileSync(project.path(copy), linesOf(project, other).join('\n'));
      return;
    }
  }
  writeFileSync(project.path(file), lines.join('\n'));
}

function filesOf({ root }: Scratch): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.git'))
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .sort();
}

function linesOf(project: Scratch, file: string): string[] {
  return readFileSync(project.path(file), 'utf8').split('\n');
}
