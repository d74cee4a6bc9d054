import { expect, test } from 'vitest';
import fc from 'fast-check';
import { findTokens } from '../../../src/facts/text/tokens.ts';
import { makeJwe, makeToken } from '../../jwt/helpers.ts';

const token = makeToken({ sub: 'someone' });
const [header = '', payload = '', signature = ''] = token.split('.');
const found = (text: string) => findTokens(text).map((fact) => text.slice(...fact.span));

test.each([
  ['alone', token],
  ['in a URL', `https://example.test/v?jwt=${token}&x=1`],
  ['behind a percent code', `Bearer%20${token}`],
  ['in escaped JSON', `"{\\"token\\":\\"${token}\\"}"`],
  ['behind an escaped newline', `"a\\n${token}\\n"`],
  ['with a semicolon', `Authorization: Bearer ${token};`],
  ['at the end of a sentence', `The token is ${token}.`],
  ['with a file ending', `${token}.json`],
  ['glued to a prefix', `jwt_${token}`],
  ['in backticks', `\`${token}\`,`],
])('%s', (_, text) => expect(found(text)).toEqual([token]));

test('padding belongs to the token', () => expect(found(`x ${token}= y`)).toEqual([`${token}=`]));

test('a header with spaces, as some libraries write it', () => {
  const spaced = `${Buffer.from('{ "alg": "HS256" }').toString('base64url')}.${payload}.${signature}`;
  const lined = `${Buffer.from('{\r\n "alg": "HS256" }').toString('base64url')}.${payload}.${signature}`;
  expect(found(`${spaced} ${lined}`)).toEqual([spaced, lined]);
});

test('unsigned and encrypted tokens', () => {
  const unsigned = makeToken({ sub: 'x' }, '', 'none');
  expect(found(`'${unsigned}'`)).toEqual([unsigned]);
  expect(found(`a ${makeJwe()} b`)).toEqual([makeJwe()]);
  expect(findTokens(makeJwe())[0]?.claims).toBeNull();
});

test('many on one line, and the facts of each', () => {
  const facts = findTokens(`[${token},${token}]`);
  expect(facts).toHaveLength(2);
  expect(facts[1]).toMatchObject({
    token,
    algorithm: 'HS256',
    claims: { sub: 'someone' },
    header: { alg: 'HS256' },
  });
});

test.each([
  ['cut in the signature', `${token.slice(0, -12)}...`],
  ['cut with an ellipsis', `${token.slice(0, -12)}…`],
  ['cut in the payload', `${header}.eyJ...`],
  ['two segments', `${header}.${payload}`],
  ['a word for the signature', `${header}.${payload}.invalid`],
  ['a header only', header],
  ['a source map', `//# sourceMappingURL=data:application/json;base64,${header.repeat(20)}`],
  ['no JSON', `eyJhbGciOiJ.eyJhbGciOiJ.${signature}`],
  ['an identifier', 'const eyJoinerConfig = a.b.c'],
])('%s is none', (_, text) => expect(found(text)).toEqual([]));

test('never throws, spans are inside', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(token, header, payload, '.', 'eyJ', '='),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      for (const fact of findTokens(text)) expect(text.slice(...fact.span)).toBe(fact.token);
    }),
  );
});

test('hostile lines take linear time', () => {
  const start = performance.now();
  for (const piece of ['eyJ', 'eyJ.', 'eyJ.eyJ.', `${header}.`]) findTokens(piece.repeat(200_000));
  expect(performance.now() - start).toBeLessThan(10_000);
});
