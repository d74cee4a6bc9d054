import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Report } from '../../src/findings/model.ts';
import { HOSTILE } from '../support/hostile-texts.ts';
import { ensureBuilt, REPO } from '../support/scratch.ts';

/** Megabytes of memory that one hostile file may cost, and all of them in one folder. */
const MAX_FOR_ONE = 450;
const MAX_FOR_ALL = 900;
/** Garbage that nobody has to collect yet counts as memory too; what is needed at one time fits in this heap. */
const HEAP_FOR_ALL = 256;
const MAX_SECONDS = 120;

/** Those that cost the most: long texts, deep ones, and many of everything that is found. */
const COSTLY = [
  'alias bomb of a megabyte', 'JSON of 50 MB', 'one JSON string of 50 MB', '10,000 levels of JSON', '10,000 levels of YAML', 'one line of 100 MB of text',
  'one line of 100 MB of variables', 'rows of HTML', 'tokens', 'keys', 'tables of Markdown', 'templates of a megabyte',
]; // prettier-ignore

/** A line on standard error with the most memory that the process had, in megabytes. */
const SAY_MEMORY = `data:text/javascript,${encodeURIComponent(
  "process.on('exit', () => process.stderr.write(`memory ${Math.round(process.resourceUsage().maxRSS / 1024)}\n`));",
)}`;

let root: string;
beforeAll(ensureBuilt);
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'jwt-secrets-memory-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function scanned(...options: string[]): { memory: number; report: Report } {
  const words = [
    ...options,
    '--import',
    SAY_MEMORY,
    path.join(REPO, 'dist/cli.cjs'),
    'scan',
    root,
    '--format',
    'json',
  ];
  const ran = spawnSync(process.execPath, words, {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    timeout: MAX_SECONDS * 1000,
  });
  const memory = /memory (\d+)/.exec(ran.stderr)?.[1];
  if (memory === undefined)
    throw new Error(`ended by ${ran.signal ?? ran.status}: ${ran.stderr.slice(0, 500)}`);
  return { memory: Number(memory), report: JSON.parse(ran.stdout) as Report };
}

const costly = HOSTILE.filter(([title]) => COSTLY.includes(title));

test('every costly text is there', () => expect(costly.length).toBe(COSTLY.length));

test.each(costly)(
  '%s',
  (_, file, text, error) => {
    writeFileSync(path.join(root, file), text());
    const { memory, report } = scanned();
    expect(memory).toBeLessThan(MAX_FOR_ONE);
    if (error !== null) expect(report.errors.map(({ path: named }) => named)).toContain(file);
  },
  MAX_SECONDS * 1000,
);

test(
  'all in one folder',
  () => {
    for (const [i, [, file, text]] of costly.entries()) writeFileSync(path.join(root, `${i}${file}`), text());
    writeFileSync(path.join(root, '.env'), 'JWT_SECRET=changeme\n');
    const free = scanned();
    const tight = scanned(`--max-old-space-size=${HEAP_FOR_ALL}`);
    expect(free.memory).toBeLessThan(MAX_FOR_ALL);
    expect(tight.report.findings).toEqual(free.report.findings);
    expect(free.report.findings.some((finding) => finding.path === '.env')).toBe(true);
  },
  2 * MAX_SECONDS * 1000,
);
