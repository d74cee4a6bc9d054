import { describe, expect, it } from 'vitest';
import type { SecretCandidate } from '../../src/jwt/proof.ts';
import { inspectToken } from '../../src/scanner/inspect.ts';
import type * as Search from '../../src/scanner/signature-search.ts';
import { searchSignatures } from '../../src/scanner/signature-search.ts';
import { makeJwe, makeToken } from '../jwt/helpers.ts';
import { ensureBuilt } from '../support/scratch.ts';

const now = new Date('2030-01-01T00:00:00Z');
const RANDOM = '8c1f4e0b9ad27735e6b01c94f8d2ab3e571f60c4';

describe('inspectToken', () => {
  it('takes a token apart', async () => {
    const token = makeToken({ iss: 'made-up', iat: 1_800_000_000, exp: 1_900_000_000 }, RANDOM);
    expect(await inspectToken(token, { now })).toMatchObject({
      header: { alg: 'HS256', typ: 'JWT' },
      claims: { iss: 'made-up' },
      algorithm: 'HS256',
      summary: 'issued by made-up, valid until 2030-03-17',
      times: [
        { claim: 'iat', date: '2027-01-15T08:00:00.000Z', inWords: '2 years ago' },
        { claim: 'exp', date: '2030-03-17T17:46:40.000Z', inWords: 'in 2 months' },
      ],
      secret: null,
      isComplete: true,
    });
  });

  it.each([
    ['your-256-bit-secret', [], { how: 'known', form: 'utf8' }],
    ['Sunshine2024', [], { how: 'common words', form: 'utf8' }],
    ['jwt-secret-token', [], { how: 'common words', form: 'utf8' }],
    [RANDOM, ['other', RANDOM], { how: 'word list', form: 'utf8' }],
    ['', [], { how: 'empty', form: 'empty' }],
  ])('finds %j', async (secret, words, found) => {
    const inspection = await inspectToken(` Bearer ${makeToken({}, secret)}\n`, { words });
    expect(inspection?.secret).toMatchObject({ value: secret, ...found });
  });

  it('looks for no secret where there is none', async () => {
    for (const token of [makeJwe(), makeToken({}, '', 'none'), makeToken({}, '', 'RS256')])
      expect(await inspectToken(token)).toMatchObject({ secret: null, tried: null });
  });

  it.each(['', 'no token', 'a.b.c', makeToken({}).slice(0, 60)])('%j is no token', async (text) => {
    expect(await inspectToken(text)).toBeNull();
  });

  it('can be cancelled, and shows progress', async () => {
    const cancel = new AbortController();
    let calls = 0;
    const inspection = await inspectToken(makeToken({}, RANDOM), {
      signal: cancel.signal,
      onProgress: () => {
        calls++;
        cancel.abort();
      },
    });
    expect(calls).toBeGreaterThan(0);
    expect(inspection).toMatchObject({ secret: null, isComplete: false });
    expect(inspection?.tried).toBeLessThan(500_000);
  });
});

describe('searchSignatures', () => {
  const tokens = [1, 40_000, 199_999].map((i) => makeToken({ i }, `made-up-${i}`));
  const unknown = makeToken({}, RANDOM);
  function* candidates(count: number): Generator<SecretCandidate> {
    for (let i = 0; i < count; i++) yield { value: `made-up-${i % 200_000}`, reading: 'text' };
  }
  const valuesOf = async (search: typeof searchSignatures, threads: number) => {
    const { keys } = await search([...tokens, unknown], candidates(400_000), { threads });
    return [...tokens, unknown].map((token) => keys.get(token)?.candidate?.value);
  };

  it('finds the same with threads as without', async () => {
    ensureBuilt();
    const built = '../../dist/signature-search.cjs';
    const threaded = ((await import(built)) as typeof Search).searchSignatures;
    const expected = ['made-up-1', 'made-up-40000', 'made-up-199999', undefined];
    expect(await valuesOf(searchSignatures, 1)).toEqual(expected);
    for (const threads of [1, 2, 3]) expect(await valuesOf(threaded, threads)).toEqual(expected);
    const one = await threaded([unknown], candidates(200_000), { threads: 2 });
    expect(one).toMatchObject({ candidates: 200_000, isComplete: true });
  });

  it('is left when it is cancelled, in threads too', async () => {
    ensureBuilt();
    const built = '../../dist/signature-search.cjs';
    const threaded = ((await import(built)) as typeof Search).searchSignatures;
    for (const search of [searchSignatures, threaded]) {
      const cancel = new AbortController();
      const result = await search([unknown], candidates(20_000_000), {
        threads: 2,
        signal: cancel.signal,
        onProgress: () => cancel.abort(),
      });
      expect(result.isComplete).toBe(false);
      expect(result.candidates).toBeLessThan(1_000_000);
    }
  });
});
