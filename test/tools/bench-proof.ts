import { createHmac, randomBytes } from 'node:crypto';
import { loadavg } from 'node:os';
import { expect, test } from 'vitest';
import type * as Search from '../../src/scanner/signature-search.ts';
import { SimdHmac } from '../../src/jwt/hmac/simd-hmac.ts';
import type { HashName } from '../../src/jwt/hmac/sha2.ts';
import { BATCH_KEYS } from '../../src/jwt/hmac/types.ts';
import { makeToken } from '../jwt/helpers.ts';
import { ensureBuilt } from '../support/scratch.ts';

/**
 * `npm run bench:proof`: how many secrets a second are tried on a token, against node:crypto in the same run, and how long many
 * tokens on a long list take. Rates are by processor time of this process, since machines are shared; the median of the rounds.
 */
const ROUNDS = 7;
/** Header and claims of the first sample of jwt.io: two blocks of SHA-256. */
const MESSAGE =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJzdWIiOiIxMjM0NTY3ODkwIiwibmFtZSI6IkpvaG4gRG9lIiwiaWF0IjoxNTE2MjM5MDIyfQ';
const KEYS = Array.from({ length: BATCH_KEYS }, (_, i) => Buffer.from(`made-up-secret-${i.toString(36)}`));

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

/** Calls a second of processor time. */
function rateOf(count: number, work: () => void): number {
  const began = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(began);
  return (count / (user + system)) * 1e6;
}

interface Rates {
  readonly simd: number;
  readonly pads: number;
  readonly node: number;
}

function ratesOf(hash: HashName): Rates {
  const engine = new SimdHmac(hash);
  const target = { hash, message: MESSAGE, mac: randomBytes(32) };
  const rounds = Array.from({ length: ROUNDS + 1 }, () => ({
    pads: rateOf(10 * BATCH_KEYS, () => {
      for (let i = 0; i < 10; i++) engine.setKeys(KEYS);
    }),
    simd: rateOf(100 * BATCH_KEYS, () => {
      for (let i = 0; i < 100; i++) if (engine.find(target) !== -1) throw new Error('found by chance');
    }),
    node: rateOf(15 * BATCH_KEYS, () => {
      for (let i = 0; i < 15; i++) for (const key of KEYS) createHmac(hash, key).update(MESSAGE).digest();
    }),
  })).slice(1);
  return {
    simd: median(rounds.map(({ simd }) => simd)),
    pads: median(rounds.map(({ pads }) => pads)),
    node: median(rounds.map(({ node }) => node)),
  };
}

const million = (rate: number): string => `${(rate / 1e6).toFixed(2)} M/s`;

test.each([
  ['HS256', 'sha256', 2_500_000, 8],
  ['HS384', 'sha384', 0, 3],
  ['HS512', 'sha512', 0, 3],
] as const)('%s', (alg, hash, leastRate, leastRatio) => {
  const { simd, pads, node } = ratesOf(hash);
  const ratio = simd / node;
  console.log(
    `${alg}: ${million(simd)} and core with pads shared, pads ${million(pads)}, createHmac ${million(node)}: ${ratio.toFixed(1)} times`,
  );
  expect(simd).toBeGreaterThanOrEqual(leastRate);
  expect(ratio).toBeGreaterThanOrEqual(leastRatio);
});

test('100 tokens on 100,000 words', async () => {
  ensureBuilt();
  // Threads need the built files.
  const built = '../../dist/signature-search.cjs';
  const { searchSignatures } = (await import(built)) as typeof Search;
  const words = Array.from({ length: 100_000 }, (_, i) => ({
    value: `made-up-word-${i.toString(36)}`,
    reading: 'text' as const,
  }));
  const claims = (i: number) => ({ sub: String(1_234_567_890 + i), name: 'John Doe', iat: 1_516_239_022 });
  const tokens = Array.from({ length: 100 }, (_, i) => makeToken(claims(i), randomBytes(32)));
  for (const threads of [1, 2]) {
    const times: number[] = [];
    const work: number[] = [];
    for (let round = 0; round < 5; round++) {
      const [began, used] = [performance.now(), process.cpuUsage()];
      const { keys, candidates } = await searchSignatures(tokens, words, { threads });
      const { user, system } = process.cpuUsage(used);
      times.push((performance.now() - began) / 1000);
      work.push((user + system) / 1e6);
      expect([keys.size, candidates]).toEqual([0, words.length]);
    }
    const perProcessor = median(work) / threads;
    console.log(
      `100 tokens × 100,000 words, ${threads} thread${threads > 1 ? 's' : ''}: ${median(times).toFixed(2)} s, best ${Math.min(...times).toFixed(2)} s, of a processor's time ${perProcessor.toFixed(2)} s (load ${loadavg()[0]!.toFixed(1)})`,
    );
    // By the clock where the processors are ours, by their time where others use them too.
    if (threads === 2) expect(Math.min(median(times), perProcessor)).toBeLessThanOrEqual(2.5);
  }
});
