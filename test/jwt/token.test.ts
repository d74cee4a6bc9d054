import { expect, test } from 'vitest';
import fc from 'fast-check';
import { describeToken } from '../../src/jwt/claims.ts';
import { decodeToken } from '../../src/jwt/token.ts';
import { makeJwe, makeToken } from './helpers.ts';

const token = makeToken({ sub: 'someone' });
const [header = '', payload = '', signature = ''] = token.split('.');

test('a signed token is taken apart', () => {
  expect(decodeToken(token)).toEqual({
    header: { alg: 'HS256', typ: 'JWT' },
    claims: { sub: 'someone' },
    algorithm: 'HS256',
  });
  expect(decodeToken(`${token}=`)?.algorithm).toBe('HS256');
  expect(decodeToken(token.slice(0, -1))?.algorithm).toBe('HS256');
});

test('alg none needs no signature', () => {
  expect(decodeToken(makeToken({ a: 1 }, '', 'none'))?.algorithm).toBe('none');
  expect(decodeToken(makeToken({ a: 1 }, '', 'nOnE').replace(/[^.]*$/, ''))?.algorithm).toBe('nOnE');
});

test('an encrypted token has no claims', () => {
  expect(decodeToken(makeJwe())).toMatchObject({ claims: null, algorithm: 'dir' });
});

test.each([
  ['two segments', `${header}.${payload}`],
  ['no signature', `${header}.${payload}.`],
  ['a word for a signature', `${header}.${payload}.signature`],
  ['a repeated letter', `${header}.${payload}.${'x'.repeat(43)}`],
  ['a word for a payload', `${header}.payload.${signature}`],
  ['a payload that is an array', `${header}.${Buffer.from('[1]').toString('base64url')}.${signature}`],
  ['a header without alg', `${Buffer.from('{"typ":"JWT"}').toString('base64url')}.${payload}.${signature}`],
  ['four segments', `${token}.x`],
  ['nothing', ''],
])('%s is no token', (_, text) => expect(decodeToken(text)).toBeNull());

test('never throws', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void decodeToken(text)));
  fc.assert(
    fc.property(
      fc.string(),
      (text) => void decodeToken(`${Buffer.from(text).toString('base64url')}.e30.${signature}`),
    ),
  );
});

const now = new Date('2030-01-01T00:00:00Z');

test.each([
  [
    { iss: 'https://issuer.example', aud: 'api', exp: 1_600_000_000 },
    'issued by https://issuer.example for api, expired since 2020-09-13',
  ],
  [{ exp: 2_000_000_000 }, 'valid until 2033-05-18'],
  [{ exp: 1_600_000_000_000 }, 'expired since 2020-09-13'],
  [{}, 'never expires'],
  [{ exp: 'soon' }, 'with an unreadable expiry'],
  [{ exp: 1e300 }, 'with an unreadable expiry'],
  [{ role: 'service_role', iss: 'supabase' }, 'issued by supabase, with role service_role, never expires'],
  [{ roles: ['user', 'admin'] }, 'with role admin, never expires'],
  [{ isAdmin: true, aud: ['web', 'app'] }, 'for web, with role admin, never expires'],
  [{ scope: 'read write', role: 'anon' }, 'never expires'],
  [{ iss: '\u001b[31mred\u202e' }, 'issued by 31mred, never expires'],
  [{ iss: 'x'.repeat(500) }, `issued by ${'x'.repeat(39)}…, never expires`],
  [{ iss: 42, aud: null, role: { a: 1 } }, 'never expires'],
])('%j is described', (claims, words) => expect(describeToken({ alg: 'HS256' }, claims, now)).toBe(words));

test('unsigned and encrypted tokens', () => {
  expect(describeToken({ alg: 'None' }, {}, now)).toBe('unsigned (alg none), never expires');
  expect(describeToken({ alg: 'dir' }, null, now)).toBe('encrypted (JWE)');
});

test('a token inside the claims is never repeated', () => {
  expect(describeToken({}, { iss: token }, now)).toBe('never expires');
});

test('any claims can be described', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (claims) => void describeToken({}, claims, now)),
  );
});
