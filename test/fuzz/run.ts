/**
 * Changes files and small repositories at random and gives them to all that reads them:
 *
 *   npm run fuzz -- [--cases N] [--seed N] [--minutes N]
 *
 * A case that throws, takes longer than a second or shows a planted secret is made as small as it can be and written to
 * test/fuzz/found, from where the tests run it for ever; the code is 1 then.
 */
import fc from 'fast-check';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { casesFrom, runCase, type Case } from './cases.ts';
import { loadTrees } from './seeds.ts';

const { values: given } = parseArgs({
  options: {
    cases: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000_007) },
    minutes: { type: 'string', default: '1000000' },
  },
});
const [cases, seed, minutes] = [given.cases, given.seed, given.minutes].map(Number) as [
  number,
  number,
  number,
];
const BATCH = 5000;
/** Slow cases are not made small for ever. Milliseconds. */
const LONGEST_BATCH = 60_000;
const found = path.resolve('test/fuzz/found');

const began = performance.now();
const arbitrary = casesFrom(loadTrees(path.resolve('fixtures')));
let done = 0;
let failures = 0;
while (done < cases && performance.now() - began < minutes * 60_000) {
  const numRuns = Math.min(BATCH, cases - done);
  const result = fc.check(fc.property(arbitrary, runCase), {
    seed: seed + done,
    numRuns,
    interruptAfterTimeLimit: LONGEST_BATCH,
  });
  if (result.failed) keep(result);
  done += numRuns;
  const rate = Math.round(done / ((performance.now() - began) / 1000));
  console.log(`${done} cases, ${rate} a second, seed ${seed}, ${failures} found`);
}

process.exitCode = failures > 0 ? 1 : 0;

function keep({ counterexample, errorInstance, numRuns }: fc.RunDetails<[Case]>): void {
  failures++;
  const [{ target, tree }] = counterexample!;
  const name = `${seed}-${done + numRuns}`;
  mkdirSync(found, { recursive: true });
  const files = tree.map((file) => ({ path: file.path, base64: file.bytes.toString('base64') }));
  writeFileSync(path.join(found, `${name}.json`), `${JSON.stringify({ target, files }, null, 2)}\n`);
  console.error(`case ${done + numRuns} of seed ${seed}, ${target}:`, errorInstance);
}
