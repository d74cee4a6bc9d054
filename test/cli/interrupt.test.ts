import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { processTerminal } from '../../src/cli/terminal.ts';
import type { Report } from '../../src/findings/model.ts';
import { scan } from '../../src/scanner/scan.ts';
import { Workspace } from '../support/cli.ts';
import { ensureBuilt, REPO } from '../support/scratch.ts';

let work: Workspace;
beforeEach(() => {
  work = new Workspace();
});
afterEach(() => work.end());

const sign = `import jwt from 'jsonwebtoken';\nexport const token = jwt.sign({}, 'made-up-fixture-secret', { expiresIn: 60 });\n`;

/** Files that take some time each. */
function writeMuch(files: number): void {
  const filler = Array.from({ length: 400 }, (_, i) => `export const jwtSecretName${i} = (a, b) => a + b * ${i};\n`);
  work.write('a.ts', sign);
  for (let i = 0; i < files; i++) work.write(`b/${String(i).padStart(5, '0')}.ts`, filler.join('') + sign);
} // prettier-ignore

describe('a scan that is broken off', () => {
  it('reports what was found till then', async () => {
    writeMuch(300);
    const stop = new AbortController();
    const report = await scan({
      root: work.root,
      signal: stop.signal,
      onProgress: (done) => {
        if (done === 10) stop.abort();
      },
    });
    expect(report.summary.files).toBe(10);
    expect(new Set(report.findings.map((finding) => finding.path))).toContain('a.ts');
    expect(report.errors).toEqual([{ path: '.', message: 'interrupted: not all files were looked at' }]);
  });

  it('changes no baseline, and calls nothing stale', async () => {
    work.write('a.ts', sign);
    const stop = new AbortController();
    stop.abort();
    let updates = 0;
    const report = await scan({
      root: work.root,
      signal: stop.signal,
      baseline: { known: [{ path: 'a.ts', rule: 'no-weak-secret', id: 'x' }], key: null, update: () => updates++ },
    });
    expect([updates, report.baseline]).toEqual([0, { stale: [] }]);
  }); // prettier-ignore
});

describe('the process', () => {
  beforeAll(ensureBuilt);

  const start = (...words: string[]): ChildProcess =>
    spawn(process.execPath, [path.join(REPO, 'dist/cli.cjs'), ...words], { cwd: work.root });

  const output = (child: ChildProcess): Promise<string> =>
    new Promise((resolve) => {
      let text = '';
      child.stdout?.on('data', (chunk) => void (text += String(chunk)));
      child.stdout?.on('end', () => resolve(text));
    });

  const end = (child: ChildProcess): Promise<{ code: number | null; signal: string | null }> =>
    new Promise((resolve) => child.on('exit', (code, signal) => resolve({ code, signal })));

  /** Interrupt a scan some time after its start; again with more time while it does not listen yet, on a busy machine. */
  async function interrupted(after: number): Promise<{ code: number | null; ms: number; out: string }> {
    const child = start('--format', 'json', '--no-cache');
    const [out, ended] = [output(child), end(child)];
    await new Promise((resolve) => setTimeout(resolve, after));
    const began = performance.now();
    child.kill('SIGINT');
    const { code, signal } = await ended;
    if (signal === 'SIGINT' && after < 20_000) return interrupted(after * 2);
    return { code, ms: performance.now() - began, out: await out };
  }

  it('ends soon after SIGINT, with its report and code 130', async () => {
    writeMuch(2500);
    const { code, ms, out } = await interrupted(400);
    expect(code).toBe(130);
    expect(ms).toBeLessThan(3000);
    const report = JSON.parse(out) as Report;
    expect(report.errors.map(({ message }) => message)).toEqual([
      'interrupted: not all files were looked at',
    ]);
    expect(report.summary.files).toBeLessThan(2501);
  });

  it("hears SIGINT once: the second one is the system's, which ends it at once", () => {
    const before = process.listenerCount('SIGINT');
    let heard = 0;
    const takeBack = processTerminal().onInterrupt!(() => heard++);
    expect(process.listenerCount('SIGINT')).toBe(before + 1);
    process.emit('SIGINT');
    expect([heard, process.listenerCount('SIGINT')]).toEqual([1, before]);
    processTerminal().onInterrupt!(() => heard++)();
    takeBack();
    expect([heard, process.listenerCount('SIGINT')]).toEqual([1, before]);
  });

  it.each(['json', 'pretty', 'sarif'])('ends quietly when nobody reads its report: %s', async (format) => {
    for (let i = 0; i < 300; i++) work.write(`${i}.ts`, sign);
    const child = start('--format', format);
    let err = '';
    child.stderr?.on('data', (chunk) => void (err += String(chunk)));
    child.stdout?.destroy();
    expect(await end(child)).toEqual({ code: 1, signal: null });
    expect(err).toBe('');
  });
});
