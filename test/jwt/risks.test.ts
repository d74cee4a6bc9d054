import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { subjectKind } from '../../src/jwt/claims.ts';
import { inWords, numericDate } from '../../src/jwt/dates.ts';
import { risksOf } from '../../src/jwt/risks.ts';

const GOOD = { aud: 'api', iat: 1_800_000_000, exp: 1_800_003_600 };

describe('risksOf', () => {
  it.each([
    [{ alg: 'none' }, GOOD, 'not signed'],
    [{ alg: 'nOnE' }, GOOD, 'not signed'],
    [{ alg: 'HS256' }, GOOD, 'can also sign'],
    [{ alg: 'RSA1_5', enc: 'A256GCM' }, null, 'Bleichenbacher'],
    [{ alg: 'PBES2-HS256+A128KW', enc: 'A256GCM', p2c: 1e9 }, null, 'p2c'],
    [{ alg: 'dir', enc: 'A256GCM' }, null, 'shared key'],
    [{ alg: 'XX999' }, GOOD, 'not registered'],
    [{ alg: 'RS256', jwk: { kty: 'RSA' } }, GOOD, 'brings its own key'],
    [{ alg: 'RS256', jku: 'https://x.example/jwks' }, GOOD, 'where to fetch'],
    [{ alg: 'RS256', x5u: 'https://x.example/cert' }, GOOD, 'where to fetch'],
    [{ alg: 'RS256', kid: '../../dev/null' }, GOOD, '`kid`'],
    [{ alg: 'RS256', kid: "x' OR 1=1" }, GOOD, '`kid`'],
    [{ alg: 'RSA-OAEP', enc: 'A256GCM', zip: 'DEF' }, null, 'compressed'],
    [{ alg: 'RS256' }, { ...GOOD, exp: undefined }, 'never expires'],
    [{ alg: 'RS256' }, { ...GOOD, exp: 'soon' }, 'is no number'],
    [{ alg: 'RS256' }, { ...GOOD, exp: 1_900_000_000 }, 'lives for 1157 days'],
    [{ alg: 'RS256' }, { ...GOOD, exp: 1_800_003_600_000 }, 'milliseconds'],
    [{ alg: 'RS256' }, { ...GOOD, aud: undefined }, 'no audience'],
    [{ alg: 'RS256' }, { ...GOOD, password: 'x' }, '`password` should not be'],
    [{ alg: 'RS256' }, { ...GOOD, hash: '$2b$10$abcdefghijklmnopqrstuv' }, '`hash` should not be'],
  ])('%j %j', (header, claims, says) => {
    const risks = risksOf(header, claims);
    expect(risks.join('\n')).toContain(says);
    expect(risks.join('\n')).not.toContain('$2b$');
  });

  it.each(['RS256', 'PS512', 'ES384', 'EdDSA', 'ES256K'])('%s has none by itself', (alg) =>
    expect(risksOf({ alg, kid: '2024-05', typ: 'JWT' }, GOOD)).toEqual([]),
  );

  it('takes any header and claims', () => {
    const json = fc.dictionary(
      fc.constantFrom('alg', 'kid', 'exp', 'iat', 'aud', 'enc', 'zip', 'x'),
      fc.jsonValue(),
    );
    fc.assert(fc.property(json, json, (header, claims) => void risksOf(header, claims)));
  });
});

describe('inWords', () => {
  const now = new Date('2030-01-01T00:00:00Z');
  it.each([
    [0, 'just now'], [30, 'in a moment'], [-59, 'just now'], [60, 'in 1 minute'], [-3600, '1 hour ago'], [86_400 * 5, 'in 5 days'],
    [-86_400 * 40, '1 month ago'], [86_400 * 366, 'in 1 year'], [-86_400 * 3700, '10 years ago'],
  ])('%i seconds', (seconds, words) => expect(inWords(new Date(now.getTime() + seconds * 1000), now)).toBe(words)); // prettier-ignore

  it('reads seconds and milliseconds, and nothing else', () => {
    expect(numericDate(1_800_000_000)).toEqual(numericDate(1_800_000_000_000));
    for (const value of ['1', null, undefined, Number.NaN, 1e300, {}]) expect(numericDate(value)).toBeNull();
  });
});

describe('subjectKind', () => {
  it.each([
    [{}, null],
    [{ sub: {} }, null],
    [{ sub: 'someone@example.com' }, 'a user (e-mail address)'],
    [{ sub: '3f2b8c1e-9d4a-4f6b-8e2c-1a5d7b9c3e0f' }, 'a user (UUID)'],
    [{ sub: '507f1f77bcf86cd799439011' }, 'a user (MongoDB id)'],
    [{ sub: '42' }, 'a user (number)'],
    [{ user_id: 42 }, 'a user (number)'],
    [{ sub: 'auth0|42' }, 'a user (of another identity provider)'],
    [{ sub: 'abc@clients' }, 'a service account'],
    [{ sub: 'app', client_id: 'app' }, 'a service account'],
    [{ sub: 'x', gty: 'client-credentials' }, 'a service account'],
    [{ sub: 'job@project.iam.gserviceaccount.com' }, 'a service account'],
    [{ sub: 'system:serviceaccount:default:api' }, 'a Kubernetes service account'],
    [{ sub: 'spiffe://example.org/api' }, 'a service'],
    [{ sub: 'https://example.org/u/1' }, 'a user (URL)'],
    [{ sub: 'anonymous' }, 'an anonymous user'],
    [{ username: 'made-up' }, 'a user (name)'],
  ])('%j', (claims, kind) => expect(subjectKind(claims)).toBe(kind));
});
