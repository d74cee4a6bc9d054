import { expect, test } from 'vitest';
import fc from 'fast-check';
import { mayHoldFacts, mayHoldTokensOrKeys } from '../../../src/facts/prefilter.ts';
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

test('the plain alphabet of base64, as some programs write it', () => {
  const claims = { sub: 'someone', note: '???>>>~~~' };
  for (let i = 0; i < 20; i++) {
    const plain = makeToken({ ...claims, i })
      .replaceAll('-', '+')
      .replaceAll('_', '/');
    expect(found(`{"t":"${plain}"}`)).toEqual([plain]);
  }
});

test('a slash behind a token is no part of it', () => {
  expect(found(`https://example.test/${token}/next/page`)).toEqual([token]);
  expect(found(`https://example.test/${header}.${payload}/next.${signature}`)).toEqual([]);
});

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

const WRAPPED = Buffer.from(token).toString('base64');

test.each([
  ['base64', WRAPPED],
  ['base64 of a header', Buffer.from(`Bearer ${token}`).toString('base64')],
  ['JSON', Buffer.from(`{"t":"${token}"}`).toString('base64')],
  ['JSON, shifted by one', Buffer.from(`{"to":"${token}"}`).toString('base64')],
  ['JSON, shifted by two', Buffer.from(`{"tok":"${token}"}`).toString('base64')],
  ['base64url', Buffer.from(`{"access_token":"${token}"}`).toString('base64url')],
])('wrapped: %s', (_, wrapped) => {
  const [fact] = findTokens(`KEY=${wrapped}\n`);
  expect(fact?.token).toBe(token);
  expect(`KEY=${wrapped}\n`.slice(...fact!.span)).toBe(wrapped);
});

test('a token inside a token is not looked for', () => {
  const outer = makeToken({ id_token: token });
  expect(findTokens(outer).map((fact) => fact.token)).toEqual([outer]);
});

test.each([
  ['concatenated', `"${token.slice(0, 30)}" + "${token.slice(30, 70)}" +\n\t"${token.slice(70)}"`],
  ['concatenated, operator in front', `'${token.slice(0, 30)}'\n  + '${token.slice(30)}'`],
  ['side by side', `"${token.slice(0, 30)}" "${token.slice(30)}"`],
  ['with a prefix of Python', `b"${token.slice(0, 30)}"\n  b"${token.slice(30)}"`],
  ['in lines', `${header}.\r\n${payload}.\r\n${signature}\r\n`],
  ['in quoted lines', `> ${header}.\n> ${payload}.\n> ${signature}\n`],
  ['dots alone on lines, as in the RFCs', `   ${header}\n   .\n   ${payload}\n   .\n   ${signature}\n`],
  ['continued', `${header}.\\\n  ${payload}.\\\n  ${signature}`],
])('spread: %s', (_, text) => {
  expect(findTokens(text).map((fact) => fact.token)).toEqual([token]);
  expect(text.slice(...findTokens(text)[0]!.span)).toMatch(/^eyJ[\s\S]*[\w-]$/);
});

test('words behind the last line are not part of it', () => {
  const wrapped = token.replace(/.{64}/g, '$&\n');
  expect(findTokens(`${wrapped}\nThe next sentence`).map((fact) => fact.token)).toEqual([token]);
});

test('rarer heads', () => {
  for (const json of ['{ "alg":"HS256"}', '{  "alg":"HS256"}', '{\n"alg":"HS256"}', '{\n\t"alg":"HS256"}', '{\t"alg":"HS256"}', '{\r\n"alg":"HS256"}']) {
    const rare = `${Buffer.from(json).toString('base64url')}.${payload}.${signature}`;
    expect(found(`x ${rare} y`)).toEqual([rare]);
    expect(mayHoldFacts(rare), json).toBe(true);
    expect(mayHoldTokensOrKeys(rare), json).toBe(true);
    expect(mayHoldFacts(Buffer.from(rare).toString('base64')), json).toBe(true);
    expect(findTokens(Buffer.from(rare).toString('base64'))).toHaveLength(1);
  }
}); // prettier-ignore

test.each([
  ['cut in the signature', `${token.slice(0, -12)}...`],
  ['cut with an ellipsis', `${token.slice(0, -12)}…`],
  ['cut in the payload', `${header}.eyJ...`],
  ['two segments', `${header}.${payload}`],
  ['a word for the signature', `${header}.${payload}.invalid`],
  ['a header only', header],
  ['a source map', `//# sourceMappingURL=data:application/json;base64,${header.repeat(20)}`],
  ['no JSON', `eyJhbGciOiJ.eyJhbGciOiJ.${signature}`],
  ['cut on the next line', `${header}.\n${payload}.\n...`],
  ['two segments and a sentence', `${header}.${payload}\nnext words`],
  ['a list', `['${header}', '${payload}', '${signature}']`],
  ['words in capitals', `${header}.${payload}.THIS_IS_NO_SIGNATURE_AT_ALL`],
  ['words in camel case', `${header}.${payload}.thisIsNotARealSignatureAtAll`],
  ['numbered words', `${header}.${payload}.your-256-bit-signature-here-please`],
  ['words with a year', `${header}.${payload}.Signature-For-Tests-2024-Only`],
  ['an identifier', 'const eyJoinerConfig = a.b.c'],
])('%s is none', (_, text) => expect(found(text)).toEqual([]));

test('never throws, spans are inside', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      token,
      header,
      payload,
      signature,
      WRAPPED,
      '.',
      'eyJ',
      '=',
      '%2E',
      '" + "',
      '\n',
      '\\\n',
      '...',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      for (const { span } of findTokens(text))
        expect(span[0] >= 0 && span[0] < span[1] && span[1] <= text.length).toBe(true);
    }),
  );
});

test('hostile lines take linear time', () => {
  const start = performance.now();
  for (const piece of [
    'eyJ',
    'eyJ.',
    'eyJ.eyJ.',
    `${header}.`,
    `${header}.\n`,
    `${header}\n`,
    `"${header}." + `,
    'eyJ\n',
    `${header}%2E`,
    'ZXlK',
    `${WRAPPED} `,
    `eyJ${'leUo'.repeat(50)} `,
  ])
    findTokens(piece.repeat(Math.ceil(600_000 / piece.length)));
  expect(performance.now() - start).toBeLessThan(10_000);
});
