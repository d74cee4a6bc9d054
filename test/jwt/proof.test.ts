import { describe, expect, it, test } from 'vitest';
import { findVerifyingKey, publicKeyOf } from '../../src/jwt/asymmetric.ts';
import { keyForms } from '../../src/jwt/key-forms.ts';
import { finish, searchSigningKeys, type SearchOptions, type SecretCandidate } from '../../src/jwt/proof.ts';
import { makeToken } from './helpers.ts';
import { VECTORS } from './vectors.ts';

const signs = (token: string, candidates: Iterable<SecretCandidate>, options?: SearchOptions) =>
  finish(searchSigningKeys([token], candidates, options)).keys.get(token) ?? null;

const wanted = { value: 'made-up-test-key', place: 'here' };
const token = makeToken({ sub: 'someone' });

describe('specifications', () => {
  const secrets = VECTORS.filter(({ secret }) => secret !== undefined);
  const keys = VECTORS.flatMap(({ jwk }) => (jwk ? [publicKeyOf({ jwk })!] : []));

  it.each(VECTORS.map((vector) => [vector.source, vector] as const))('%s', (_, { token, secret, jwk }) => {
    const candidates = secrets.map(({ secret = '' }) => ({ value: secret }));
    expect(signs(token, candidates)?.candidate?.value).toBe(secret);
    const own = jwk && publicKeyOf({ jwk })?.id;
    expect(findVerifyingKey(token, keys)?.id).toBe(own);
    const [head = '', , signature = ''] = token.split('.');
    const forged = `${head}.${Buffer.from('{"sub":"forged"}').toString('base64url')}.${signature}`;
    expect(signs(forged, candidates)).toBeNull();
    expect(findVerifyingKey(forged, keys)).toBeNull();
  });
});

describe('candidates', () => {
  it.each(['HS256', 'HS384', 'HS512'])('%s: the candidate that signs comes back', (alg) => {
    const found = signs(makeToken({}, wanted.value, alg), [{ value: 'wrong' }, wanted]);
    expect(found).toEqual({ candidate: wanted, form: 'utf8' });
    expect(found?.candidate).toBe(wanted);
  });

  it.each(['base64', 'base64url', 'hex'] as const)('a key written as %s', (form) => {
    const key = Buffer.from([251, 255, 190, 1, 2, 3, 4, 5, 6, 7, 8, 255]);
    const value = key.toString(form);
    expect(signs(makeToken({}, key), [{ value }])?.form).toBe(form);
    expect(signs(makeToken({}, key), [{ value, reading: 'encoded' }])?.form).toBe(form);
    expect(signs(makeToken({}, key), [{ value, reading: 'text' }])).toBeNull();
  });

  it.each([
    ['a word that happens to decode', 'mySample', Buffer.from('mySample', 'base64')],
    [
      'characters outside the alphabet',
      'my-sample.secret!',
      Buffer.from('mysamplesecret', 'base64').subarray(0, 9),
    ],
    ['letters left over at the end', 'mySecretKey', Buffer.from('mySecret', 'base64')],
    ['padding', 'bWFkZXVwMQ==', Buffer.from('madeup1')],
    ['the prefix of Laravel', 'base64:bWFkZS11cC1rZXk=', Buffer.from('made-up-key')],
    ['the prefix and hexadecimal', 'hex:6d616465', Buffer.from('made')],
    ['umlauts', 'Schlüssel', Buffer.from('Schlüssel', 'utf8')],
  ])('%s', (_, value, key) => expect(signs(makeToken({}, key), [{ value }])?.candidate?.value).toBe(value));

  it('forms are few and differ, and empty texts and whole files have none', () => {
    expect([...keyForms('')]).toEqual([]);
    expect([...keyForms('x'.repeat(16_385))]).toEqual([]);
    for (const value of ['deadbeef', 'a-b_c', 'my.secret!', 'ü', '====', 'base64:', 'x']) {
      const keys = [...keyForms(value)].map(([, bytes]) => Buffer.from(bytes).toString('hex'));
      expect(keys.length).toBeLessThanOrEqual(5);
      expect(keys).not.toContain('');
    }
  });

  it('the first of several that fit', () => {
    const candidates = ['wrong', 'made-up-test-key', 'bWFkZS11cC10ZXN0LWtleQ=='].map((value) => ({ value }));
    expect(signs(token, candidates)?.candidate?.value).toBe('made-up-test-key');
    expect(signs(token, candidates.toReversed())?.form).toBe('base64');
  });

  it('beyond the first batch', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => ({ value: `made-up-${i}` }));
    expect(signs(makeToken({}, 'made-up-19999', 'HS512'), many)?.candidate?.value).toBe('made-up-19999');
  });
});

test('the empty key', () => expect(signs(makeToken({}, ''), [])).toEqual({ candidate: null, form: 'empty' }));

test('a signature that lost its end is still proof; a short one is none', () => {
  expect(signs(token.slice(0, -1), [wanted])?.candidate).toBe(wanted);
  expect(signs(token.slice(0, -21), [wanted])?.candidate).toBe(wanted);
  expect(signs(token.slice(0, -23), [wanted])).toBeNull();
});

test('padded tokens', () => expect(signs(`${token}=`, [wanted])?.candidate).toBe(wanted));

test.each([
  ['other secrets', token, [{ value: 'wrong' }, { value: '' }]],
  ['no signature', makeToken({}, '', 'none'), [wanted]],
  ['a public key algorithm', makeToken({}, '', 'RS256'), [wanted]],
  ['no token', 'no token', [wanted]],
  ['two segments', token.slice(0, token.lastIndexOf('.')), [wanted]],
])('no proof: %s', (_, text, candidates) => expect(signs(text, candidates)).toBeNull());

describe('many tokens', () => {
  const tokens = ['one', 'two', 'three', 'four'].map((key, i) =>
    makeToken({ i }, key, ['HS256', 'HS384', 'HS512'][i % 3]),
  );

  it('each has its key', () => {
    const candidates = ['four', 'three', 'two'].map((value) => ({ value }));
    const { keys, isComplete, candidates: tried } = finish(searchSigningKeys(tokens, candidates));
    expect(tokens.map((text) => keys.get(text)?.candidate?.value)).toEqual([
      undefined,
      'two',
      'three',
      'four',
    ]);
    expect(isComplete).toBe(true);
    expect(tried).toBe(3);
  });

  it('stops reading candidates when all are found', () => {
    let read = 0;
    function* endless(): Generator<SecretCandidate> {
      for (;;) yield { value: `${['one', 'two', 'three', 'four'][read] ?? read}`, reading: (read++, 'text') };
    }
    expect(finish(searchSigningKeys(tokens, endless())).keys.size).toBe(4);
    expect(read).toBeLessThan(10_000);
  });
});

describe('bounds', () => {
  function* endless(): Generator<SecretCandidate> {
    for (let i = 0; ; i++) yield { value: `made-up-${i}`, reading: 'text' };
  }

  it('ends when the work is used up, and says so', () => {
    const { keys, isComplete, candidates } = finish(
      searchSigningKeys([token], endless(), { maxWork: 500_000 }),
    );
    expect(keys.size).toBe(0);
    expect(isComplete).toBe(false);
    expect(candidates).toBeGreaterThan(10_000);
    expect(candidates).toBeLessThan(200_000);
  });

  it('can be left at any step, and another search in between does no harm', () => {
    const search = searchSigningKeys([token], endless());
    let steps = 0;
    let tried = 0;
    for (const progress of search) {
      expect(progress.candidates).toBeGreaterThanOrEqual(tried);
      tried = progress.candidates;
      expect(signs(makeToken({}, 'other'), [{ value: 'other' }])?.form).toBe('utf8');
      if (++steps === 5) break;
    }
    expect(steps).toBe(5);
    expect(tried).toBeGreaterThan(0);
  });
});
