import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { expect, test } from 'vitest';
import fc from 'fast-check';
import { publicKeyOf } from '../../../src/jwt/asymmetric.ts';
import { mayHoldFacts } from '../../../src/facts/prefilter.ts';
import { findKeys } from '../../../src/facts/text/keys.ts';
import { openSsh } from '../../support/openssh.ts';

const findPrivateKeys = (text: string) => findKeys(text).privateKeys;

const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey;
const rsaPublic = createPublicKey(rsa);
const ec = generateKeyPairSync('ec', { namedCurve: 'P-384' }).privateKey;
const ed = generateKeyPairSync('ed25519').privateKey;
const pem = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'sec1' = 'pkcs8') =>
  (key.export({ type: type as 'pkcs8', format: 'pem' }) as string).trim();
const encrypted = (
  rsa.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'made up' }) as string
).trim();
const legacy = (
  rsa.export({ type: 'pkcs1', format: 'pem', cipher: 'aes-128-cbc', passphrase: 'made up' }) as string
).trim();

test.each([
  ['PKCS#8 RSA', pem(rsa), { type: 'RSA', bits: 1024, curve: null, encrypted: false }],
  ['PKCS#1', pem(rsa, 'pkcs1'), { type: 'RSA', bits: 1024 }],
  ['PKCS#8 EC', pem(ec), { type: 'EC', curve: 'P-384', bits: null }],
  ['SEC1', pem(ec, 'sec1'), { type: 'EC', curve: 'P-384' }],
  ['Ed25519', pem(ed), { type: 'OKP', curve: 'Ed25519' }],
  ['encrypted PKCS#8', encrypted, { type: 'unknown', encrypted: true }],
  ['encrypted PKCS#1', legacy, { type: 'RSA', encrypted: true }],
  ['OpenSSH', openSsh('none'), { type: 'OKP', curve: 'Ed25519', encrypted: false }],
  ['OpenSSH, encrypted', openSsh('aes256-ctr'), { type: 'OKP', encrypted: true }],
])('%s', (_, text, expected) => {
  const facts = findPrivateKeys(`before\n${text}\nafter`);
  expect(facts).toHaveLength(1);
  expect(facts[0]).toMatchObject({ form: 'pem', published: null, ...expected });
  expect(`before\n${text}\nafter`.slice(...(facts[0]?.span ?? []))).toBe(text);
});

const key = pem(rsa);
const lines = key.split('\n');

test.each([
  ['CRLF', key.replaceAll('\n', '\r\n')],
  ['indented', key.replace(/^/gm, '      ')],
  ['with # comments', key.replace(/^/gm, '# ')],
  ['with // comments', key.replace(/^/gm, '  // ')],
  ['in a block comment', key.replace(/^/gm, ' * ')],
  ['one line with \\n', `KEY="${lines.join('\\n')}"`],
  ['one line with \\r\\n', `{"key": "${lines.join('\\r\\n')}\\r\\n"}`],
  ['one line with \\\\n', `"{\\"key\\": \\"${lines.join('\\\\n')}\\"}"`],
  ['one line with spaces', lines.join(' ')],
  ['string pieces with +', lines.map((line) => `  '${line}\\n' +`).join('\n')],
  ['string pieces with leading +', lines.map((line) => `  + "${line}\\n"`).join('\n')],
  ['an array', `[${lines.map((line) => `\n    "${line}"`).join(',')}\n].join("\\n")`],
  ['line continuations', lines.join('\\\n')],
])('%s', (_, text) => {
  const facts = findPrivateKeys(text);
  expect(facts).toHaveLength(1);
  expect(facts[0]).toMatchObject({ type: 'RSA', bits: 1024, material: key });
});

test('wrapped in base64, on one line and on several', () => {
  const wrapped = Buffer.from(`${key}\n`).toString('base64');
  const text = `JWT_PRIVATE_KEY=${wrapped}\nNEXT=1`;
  const [fact] = findPrivateKeys(text);
  expect(fact).toMatchObject({ type: 'RSA', material: key });
  expect(text.slice(...(fact?.span ?? []))).toBe(wrapped);
  const folded = `  tls.key: |\n    ${wrapped.replace(/.{76}/g, '$&\n    ')}\nnext: 1`;
  expect(findPrivateKeys(folded)).toMatchObject([{ material: key }]);
});

const jwk = rsa.export({ format: 'jwk' });
const oct = { kty: 'oct', k: Buffer.from('a made-up symmetric key 1234567').toString('base64url') };

test.each([
  ['RSA', JSON.stringify(jwk), { type: 'RSA', bits: 1024, material: jwk.d }],
  ['EC', JSON.stringify(ec.export({ format: 'jwk' }), null, 2), { type: 'EC', curve: 'P-384' }],
  ['OKP', JSON.stringify({ keys: [ed.export({ format: 'jwk' })] }), { type: 'OKP', curve: 'Ed25519' }],
  ['oct', JSON.stringify(oct), { type: 'oct', bits: 248, material: oct.k }],
  ['JavaScript', `const key = { k: '${oct.k}', kty: 'oct', alg: 'HS256' };`, { type: 'oct' }],
  ['inside a string', JSON.stringify(JSON.stringify(oct)), { type: 'oct', material: oct.k }],
  [
    'broken over lines',
    JSON.stringify(jwk).replace(/[\w-]{60}/g, '$&\n      '),
    { type: 'RSA', material: jwk.d },
  ],
])('JWK %s', (_, text, expected) => {
  const facts = findPrivateKeys(text);
  expect(facts).toHaveLength(1);
  expect(facts[0]).toMatchObject({ form: 'jwk', encrypted: false, published: null, ...expected });
  expect(text.slice(...(facts[0]?.span ?? []))).toMatch(/^\{[\s\S]*\}$/);
});

test.each([
  ['RSA, PEM', rsa, pem(rsa)],
  ['EC, SEC1', ec, pem(ec, 'sec1')],
  ['Ed25519, PEM', ed, pem(ed)],
  ['RSA, JWK', rsa, JSON.stringify(rsa.export({ format: 'jwk' }))],
  ['EC, JWK', ec, JSON.stringify(ec.export({ format: 'jwk' }))],
  ['Ed25519, JWK', ed, JSON.stringify(ed.export({ format: 'jwk' }))],
])('the public half of %s', (_, key, text) => {
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64');
  const [fact] = findKeys(text).privateKeys;
  expect(publicKeyOf(fact!.publicKey!)?.id).toBe(spki);
});

test('keys under a passphrase give no public half, but OpenSSH does', () => {
  expect(findKeys(encrypted).privateKeys[0]?.publicKey).toBeNull();
  expect(findKeys(legacy).privateKeys[0]?.publicKey).toBeNull();
  const [fact] = findKeys(openSsh('aes256-ctr')).privateKeys;
  expect(fact?.publicKey).toEqual({
    jwk: { kty: 'OKP', crv: 'Ed25519', x: Buffer.alloc(32, 7).toString('base64url') },
  });
});

test.each([
  ['SubjectPublicKeyInfo', rsaPublic.export({ type: 'spki', format: 'pem' }) as string],
  ['PKCS#1', rsaPublic.export({ type: 'pkcs1', format: 'pem' }) as string],
  ['on one line', (rsaPublic.export({ type: 'spki', format: 'pem' }) as string).replaceAll('\n', '\\n')],
  [
    'wrapped in base64',
    Buffer.from(rsaPublic.export({ type: 'spki', format: 'pem' }) as string).toString('base64'),
  ],
  ['JWK', JSON.stringify({ keys: [{ use: 'sig', ...rsaPublic.export({ format: 'jwk' }) }] })],
  ['JWK in base64', Buffer.from(JSON.stringify(rsaPublic.export({ format: 'jwk' }))).toString('base64')],
])('public key: %s', (_, text) => {
  const { privateKeys, publicKeys } = findKeys(`x = "${text.trim()}"\n`);
  expect(privateKeys).toEqual([]);
  expect(publicKeys).toHaveLength(1);
  const spki = rsaPublic.export({ type: 'spki', format: 'der' }).toString('base64');
  expect(publicKeyOf(publicKeys[0]!.text)?.id).toBe(spki);
});

const der = (key: KeyObject, type: 'pkcs8' | 'pkcs1' | 'sec1' = 'pkcs8') =>
  (key.export({ type: type as 'pkcs8', format: 'der' }) as unknown as Buffer).toString('base64');
const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
const p521 = generateKeyPairSync('ec', { namedCurve: 'P-521' }).privateKey;

test.each([
  ['RSA, PKCS#8', der(rsa), { type: 'RSA', bits: 1024 }],
  ['RSA, PKCS#1', der(rsa, 'pkcs1'), { type: 'RSA', bits: 1024 }],
  ['P-256, PKCS#8', der(p256), { type: 'EC', curve: 'P-256' }],
  ['P-256, SEC1', der(p256, 'sec1'), { type: 'EC', curve: 'P-256' }],
  ['P-384, PKCS#8', der(ec), { type: 'EC', curve: 'P-384' }],
  ['P-384, SEC1', der(ec, 'sec1'), { type: 'EC', curve: 'P-384' }],
  ['P-521, PKCS#8', der(p521), { type: 'EC', curve: 'P-521' }],
  ['P-521, SEC1', der(p521, 'sec1'), { type: 'EC', curve: 'P-521' }],
  ['Ed25519', der(ed), { type: 'OKP', curve: 'Ed25519' }],
])('without armour: %s', (_, base64, expected) => {
  const text = `jwt.key: ${base64}\nnext: 1`;
  const [fact, ...others] = findPrivateKeys(text);
  expect(others).toEqual([]);
  expect(fact).toMatchObject({ form: 'der', encrypted: false, ...expected });
  expect(text.slice(...fact!.span)).toBe(base64);
  expect(publicKeyOf(fact!.publicKey!)).not.toBeNull();
  expect(mayHoldFacts(`x: ${base64}`)).toBe(true);
});

test.each([
  ['a public key', rsaPublic.export({ type: 'spki', format: 'der' }).toString('base64')],
  [
    'a public key, PKCS#1',
    (rsaPublic.export({ type: 'pkcs1', format: 'der' }) as unknown as Buffer).toString('base64'),
  ],
  ['a key that is cut', der(rsa).slice(0, -8)],
  ['a key that goes on', `${der(rsa).replace(/=+$/, '')}AAAA`],
  [
    'a key under a passphrase',
    (
      rsa.export({
        type: 'pkcs8',
        format: 'der',
        cipher: 'aes-128-cbc',
        passphrase: 'x',
      }) as unknown as Buffer
    ).toString('base64'),
  ],
  ['part of a longer run', `AAAA${der(p256)}`],
])('without armour, none: %s', (_, base64) => expect(findPrivateKeys(`k = "${base64}"`)).toEqual([]));

test('a JWK wrapped in base64', () => {
  const wrapped = Buffer.from(JSON.stringify(jwk)).toString('base64');
  const [fact] = findPrivateKeys(`KEY=${wrapped}\n`);
  expect(fact).toMatchObject({ form: 'jwk', type: 'RSA', bits: 1024, material: jwk.d });
  expect(fact?.span).toEqual([4, 4 + wrapped.length]);
});

test('two keys of one set', () => {
  expect(
    findPrivateKeys(JSON.stringify({ keys: [oct, { ...jwk, use: 'sig' }] })).map((fact) => fact.type),
  ).toEqual(['oct', 'RSA']);
});

test('a published key says where', () => {
  const text = JSON.stringify({
    kty: 'OKP',
    crv: 'Ed25519',
    d: `nWGxne_9WmC6hEr0${'ab1'.repeat(9)}`,
    x: 'x',
  });
  expect(findPrivateKeys(text)[0]?.published).toBe('RFC 8037, appendix A.1');
});

test.each([
  ['a header only', '-----BEGIN PRIVATE KEY-----'],
  ['no end', key.replace(/-----END.*/, '')],
  ['dots', '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----'],
  ['cut', `${lines.slice(0, 3).join('\n')}\n...\n${lines.at(-1)}`],
  ['cut without dots', `${lines.slice(0, 4).join('\n')}\n${lines.at(-1)}`],
  ['words', '-----BEGIN RSA PRIVATE KEY-----\nyour private key goes here\n-----END RSA PRIVATE KEY-----'],
  ['letters', '-----BEGIN PRIVATE KEY-----\\naaaaa\\nbbbbb\\nccccc\\n-----END PRIVATE KEY-----'],
  ['another end', key.replace('END PRIVATE', 'END RSA PRIVATE')],
  [
    'a public key',
    '-----BEGIN PUBLIC KEY-----\nMFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAK\n-----END PUBLIC KEY-----',
  ],
  ['two headers', '-----BEGIN PRIVATE KEY-----\n-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----'],
  ['a public JWK', JSON.stringify({ ...jwk, d: undefined })],
  ['a JWK with dots', '{"kty":"RSA","n":"...","d":"..."}'],
  ['a JWK with words', '{"kty":"oct","k":"your-secret-key-goes-here"}'],
  ['a JWK schema', '{ kty: "RSA", d: string, n: string }'],
  ['a wrapped public key', Buffer.from('-----BEGIN PUBLIC KEY-----\nAAAA').toString('base64')],
])('%s is none', (_, text) => expect(findPrivateKeys(text)).toEqual([]));

test('never throws, spans are inside', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      ...lines.slice(0, 2),
      lines.at(-1) ?? '',
      '{',
      '}',
      '"kty":"oct"',
      '"k":"',
      'LS0tLS1CRUdJTi',
      '\n',
      '\\n',
      '"',
    ),
    fc.base64String(),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      for (const { span } of findPrivateKeys(text))
        expect(span[0] >= 0 && span[0] < span[1] && span[1] <= text.length).toBe(true);
    }),
  );
});

test('hostile text takes linear time', () => {
  const start = performance.now();
  for (const piece of [
    '-----BEGIN PRIVATE KEY-----',
    'LS0tLS1CRUdJTi',
    '"kty":"oct",',
    '{"kty":"oct",',
    '{',
    '"d":"aaaaaaaa',
    '-----BEGIN PRIVATE KEY-----\\n"',
  ]) {
    findPrivateKeys(`kty${piece.repeat(20_000)}`);
  }
  expect(performance.now() - start).toBeLessThan(10_000);
});
