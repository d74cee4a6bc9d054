import { describeRule, type InvalidCase, type RuleCase } from '../support/rule-cases.ts';

const JWT = "import jwt from 'jsonwebtoken';\n";
const PUBLIC_PEM =
  '-----BEGIN PUBLIC KEY-----\\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\\n-----END PUBLIC KEY-----';
const CERTIFICATE =
  '-----BEGIN CERTIFICATE-----\\nMIIBfTCCASOgAwIBAgIUFixtureFixture\\n-----END CERTIFICATE-----';

const lock = (versions: Readonly<Record<string, string>>): Record<string, string> => ({
  'package-lock.json': JSON.stringify({
    lockfileVersion: 3,
    packages: Object.fromEntries(
      Object.entries(versions).map(([name, version]) => [`node_modules/${name}`, { version }]),
    ),
  }),
});

/** A verification of each library, with a hole where its list stands. */
// prettier-ignore
const VERIFIERS: readonly (readonly [library: string, code: (list: string) => string])[] = [
  ['jsonwebtoken', (list) => `${JWT}jwt.verify(token, key, { algorithms: ${list} });`],
  ['jose', (list) => `import { jwtVerify } from 'jose';\nawait jwtVerify(token, key, { algorithms: ${list} });`],
  ['express-jwt', (list) => `import { expressjwt } from 'express-jwt';\nexpressjwt({ secret: key, algorithms: ${list} });`],
  ['koa-jwt', (list) => `import jwt from 'koa-jwt';\njwt({ secret: key, algorithms: ${list} });`],
  ['passport-jwt', (list) => `import { Strategy } from 'passport-jwt';\nnew Strategy({ secretOrKey: key, algorithms: ${list} }, done);`],
  ['@nestjs/jwt', (list) => `import { JwtModule } from '@nestjs/jwt';\nJwtModule.register({ secret: key, verifyOptions: { algorithms: ${list} } });`],
  ['fast-jwt', (list) => `import { createVerifier } from 'fast-jwt';\ncreateVerifier({ key, algorithms: ${list} });`],
  ['@fastify/jwt', (list) => `import jwt from '@fastify/jwt';\napp.register(jwt, { secret: key, verify: { algorithms: ${list} } });`],
  ['@hapi/jwt', (list) => `import Jwt from '@hapi/jwt';\nJwt.token.verify(artifacts, { key, algorithms: ${list} });`],
  ['hapi-auth-jwt2', (list) => `import plugin from 'hapi-auth-jwt2';\nserver.auth.strategy('s', 'jwt', { key, validate, verifyOptions: { algorithms: ${list} } });`],
  ['socketio-jwt', (list) => `import { authorize } from 'socketio-jwt';\nauthorize({ secret: key, algorithms: ${list} });`],
  ['jsrsasign', (list) => `import { KJUR } from 'jsrsasign';\nKJUR.jws.JWS.verify(token, key, ${list});`],
];

const mixed: InvalidCase[] = VERIFIERS.map(([library, code]) => ({
  name: `both families, ${library}`,
  code: code("['RS256', 'HS256']"),
  found: ["mixed ['RS256', 'HS256']"],
}));

const single: RuleCase[] = VERIFIERS.flatMap(([library, code]) => [
  { name: `public keys only, ${library}`, code: code("['RS256', 'ES256']") },
  { name: `HMAC only, ${library}`, code: code("['HS256', 'HS512']") },
]);

/** The same list on both sides of the version that made it harmless. */
// prettier-ignore
const BOUNDARIES: readonly (readonly [library: string, below: Record<string, string>, above: Record<string, string>])[] = [
  ['jsonwebtoken', { jsonwebtoken: '8.5.1' }, { jsonwebtoken: '9.0.0' }],
  ['express-jwt', { 'express-jwt': '7.7.7' }, { 'express-jwt': '7.7.8' }],
  ['koa-jwt', { 'koa-jwt': '4.0.3', jsonwebtoken: '8.5.1' }, { 'koa-jwt': '4.0.4', jsonwebtoken: '9.0.0' }],
  ['passport-jwt', { 'passport-jwt': '4.0.0', jsonwebtoken: '8.5.1' }, { 'passport-jwt': '4.0.1', jsonwebtoken: '9.0.0' }],
  ['@nestjs/jwt', { '@nestjs/jwt': '9.0.0', jsonwebtoken: '8.5.1' }, { '@nestjs/jwt': '10.0.0', jsonwebtoken: '9.0.0' }],
];

const versions: InvalidCase[] = BOUNDARIES.flatMap(([library, below, above]) => {
  const code = VERIFIERS.find(([name]) => name === library)![1]("['HS256', 'RS256']");
  const found = ["mixed ['HS256', 'RS256']"];
  return [
    {
      name: `both families, ${library} before the fix`,
      code,
      files: lock(below),
      found,
      severities: ['high'],
    },
    { name: `both families, ${library} after the fix`, code, files: lock(above), found, severities: ['low'] },
  ];
});

// prettier-ignore
const valid: readonly RuleCase[] = [
  ...single,
  { name: 'signing with HS256', code: `${JWT}jwt.sign({ sub }, key, { algorithm: 'HS256' });` },
  { name: 'signing with RS256', code: `${JWT}jwt.sign({ sub }, privateKey, { algorithm: 'RS256' });` },
  { name: 'RS256 with a public key', code: `${JWT}jwt.verify(token, '${PUBLIC_PEM}', { algorithms: ['RS256'] });` },
  { name: 'HS256 with a key that is only called public', code: `${JWT}jwt.verify(token, publicKey, { algorithms: ['HS256'] });` },
  { name: 'HS256 with a secret', code: `${JWT}jwt.verify(token, process.env.JWT_SECRET, { algorithms: ['HS256'] });` },
  { name: 'RS256 with a key from the environment', code: `${JWT}jwt.verify(token, process.env.JWT_PUBLIC_KEY, { algorithms: ['RS256'] });` },
  { name: 'list from a parameter', code: `${JWT}export const check = (token, algorithms) => jwt.verify(token, key, { algorithms });` },
  { name: 'no list', code: `${JWT}jwt.verify(token, key);` },
  { name: 'lists of two calls', code: `${JWT}jwt.verify(a, secret, { algorithms: ['HS256'] });\njwt.verify(b, publicKey, { algorithms: ['RS256'] });` },
  { name: 'cipher', code: "import crypto from 'node:crypto';\nconst algorithms = ['HS256', 'RS256']; // jwt\ncrypto.createVerify(algorithms[1]);" },
  { name: 'list for display', code: "export const JWT_ALGORITHMS = ['HS256', 'RS256', 'ES256'];" },
  { name: 'key set', code: "import { createRemoteJWKSet, jwtVerify } from 'jose';\nawait jwtVerify(token, createRemoteJWKSet(url), { algorithms: ['RS256'] });" },
  { name: 'header that is only compared', code: `${JWT}const { header } = jwt.decode(token, { complete: true });\nif (header.jwk) throw new Error('no embedded keys');\njwt.verify(token, key, { algorithms: ['ES256'] });` },
  { name: 'kid from the header', code: `${JWT}jwt.verify(token, (header, done) => done(null, keys[header.kid]), { algorithms: ['RS256'] });` },
  { name: 'key set by kid', code: `${JWT}const { header } = jwt.decode(token, { complete: true });\njwt.verify(token, keys.get(header.kid), { algorithms: ['RS256'] });` },
  { name: 'node-jose without embedded keys', code: "import jose from 'node-jose';\nawait jose.JWS.createVerify(keystore, { allowEmbeddedKey: false, algorithms: ['RS256'] }).verify(token);" },
  { name: 'node-jose with a setting nobody knows', code: "import jose from 'node-jose';\nexport const check = (token, allowEmbeddedKey) => jose.JWS.createVerify(keystore, { allowEmbeddedKey }).verify(token);" },
  { name: 'fixed pin, Python', code: "claims = jwt.decode(token, key, algorithms=['HS256'])\nheader = jwt.get_unverified_header(token)\nif header['alg'] != 'HS256': raise ValueError\n", filename: 'app/security.py' },
  { name: 'pin that a helper gives', code: `${JWT}const { alg } = settingsFor(token);\njwt.verify(token, key, { algorithms: [alg] });` },
  { name: 'pin from the head of a file', code: `${JWT}const { alg } = readHeader(file);\njwt.verify(token, key, { algorithms: [alg] });` },
  { name: 'fixed pin, PHP', code: "<?php\n$claims = JWT::decode($jwt, new Key($publicKey, 'RS256'));\n", filename: 'src/Auth.php' },
  { name: 'HS256 in the settings', code: "JWT_SECRET='fixture-secret-for-tests'\nJWT_ALGORITHM=HS256\n", filename: '.env' },
  { name: 'RS256 in the settings, with a key pair', code: "JWT_SECRET='fixture-secret-for-tests'\nJWT_PUBLIC_KEY=keys/public.pem\nJWT_ALGORITHM=RS256\n", filename: '.env' },
  { name: 'RS256 in the settings, without a secret', code: 'JWT_ALGORITHM=RS256\nPORT=3000\n', filename: '.env' },
  { name: 'cipher in the settings', code: "JWT_SECRET='fixture-secret-for-tests'\nENCRYPTION_ALGORITHM=aes-256-gcm\nHASH_ALGORITHM=RS256\n", filename: '.env' },
  { name: 'empty file', code: '' },
];

// prettier-ignore
const invalid: readonly InvalidCase[] = [
  ...mixed,
  ...versions,
  { name: 'list in a constant', code: `${JWT}const ALGORITHMS = ['HS256', 'RS256'];\njwt.verify(token, key, { algorithms: ALGORITHMS });`, found: ['mixed ALGORITHMS'] },
  { name: 'list by spread', code: `${JWT}const HMAC = ['HS256'];\nconst ALL = [...HMAC, 'ES256'];\njwt.verify(token, key, { algorithms: ALL });`, found: ['mixed ALL'] },
  { name: 'list of a config module', code: `${JWT}import { algorithms } from './config';\njwt.verify(token, key, { algorithms });`, files: { 'src/config.ts': "export const algorithms = ['HS256', 'PS256'];\n" }, found: ['mixed algorithms'] },
  { name: 'options in a constant', code: `${JWT}const options = { algorithms: ['HS256', 'EdDSA'] };\njwt.verify(token, key, options);`, found: ["mixed ['HS256', 'EdDSA']"] },
  { name: 'three families', code: `${JWT}jwt.verify(token, key, { algorithms: ['HS256', 'RS256', 'ES256'] });`, found: ["mixed ['HS256', 'RS256', 'ES256']"], message: 'accepts both HS256 and RS256, ES256' },
  { name: 'no version known', code: `${JWT}jwt.verify(token, key, { algorithms: ['HS256', 'RS256'] });`, found: ["mixed ['HS256', 'RS256']"], severities: ['low'], message: 'the newest counts' },
  { name: 'hapi, whatever the version', code: "import Jwt from '@hapi/jwt';\nJwt.token.verify(artifacts, { key, algorithms: ['HS256', 'RS256'] });", files: lock({ '@hapi/jwt': '3.2.0' }), found: ["mixed ['HS256', 'RS256']"], severities: ['high'] },
  { name: 'public key as secret', code: `${JWT}jwt.verify(token, '${PUBLIC_PEM}', { algorithms: ['HS256'] });`, found: [`publicKeyAsSecret '${PUBLIC_PEM}'`], severities: ['high'] },
  { name: 'public key as secret, in a constant', code: `${JWT}const KEY = '${PUBLIC_PEM}';\njwt.verify(token, KEY, { algorithms: ['HS512'] });`, found: ['publicKeyAsSecret KEY'] },
  { name: 'certificate as secret', code: `${JWT}jwt.verify(token, '${CERTIFICATE}', { algorithms: ['HS256'] });`, found: [`publicKeyAsSecret '${CERTIFICATE}'`] },
  { name: 'bytes of a public key as secret', code: `import { jwtVerify } from 'jose';\nconst PEM = '${PUBLIC_PEM}';\nawait jwtVerify(token, new TextEncoder().encode(PEM), { algorithms: ['HS256'] });`, found: ['publicKeyAsSecret new TextEncoder().encode(PEM)'] },
  { name: 'public key of a Nest module as secret', code: `import { JwtModule } from '@nestjs/jwt';\nJwtModule.register({ secret: '${PUBLIC_PEM}', verifyOptions: { algorithms: ['HS256'] } });`, found: [`publicKeyAsSecret '${PUBLIC_PEM}'`] },
  { name: 'text as a public key', code: `${JWT}jwt.verify(token, 'fixture-secret', { algorithms: ['RS256'] });`, found: ["secretAsPublicKey ['RS256']"], severities: ['low'] },
  { name: 'text as a private key', code: `${JWT}jwt.sign({ sub }, 'fixture-secret', { algorithm: 'ES256' });`, found: ["secretAsPublicKey 'ES256'"] },
  { name: 'jose with the key of the token', code: "import { EmbeddedJWK, jwtVerify } from 'jose';\nawait jwtVerify(token, EmbeddedJWK, { algorithms: ['ES256'] });", found: ['embeddedResolver EmbeddedJWK'], severities: ['critical'] },
  { name: 'jose with the key of the token, by namespace', code: "import * as jose from 'jose';\nawait jose.jwtVerify(token, jose.EmbeddedJWK, { algorithms: ['ES256'] });", found: ['embeddedResolver jose.EmbeddedJWK'] },
  { name: 'compact verification with the key of the token', code: "import { compactVerify, EmbeddedJWK } from 'jose';\nawait compactVerify(token, EmbeddedJWK);", found: ['embeddedResolver EmbeddedJWK'] },
  { name: 'node-jose with embedded keys', code: "import jose from 'node-jose';\nawait jose.JWS.createVerify(keystore, { allowEmbeddedKey: true }).verify(token);", found: ['embeddedOption true'] },
  { name: 'node-jose with embedded keys, at the call', code: "import jose from 'node-jose';\nawait jose.JWS.createVerify(keystore, { algorithms: ['RS256'] }).verify(token, { allowEmbeddedKey: true });", found: ['embeddedOption true'] },
  { name: 'node-jose with embedded keys, in a constant', code: "const jose = require('node-jose');\nconst opts = { allowEmbeddedKey: true };\njose.JWS.createVerify(keystore, opts);", filename: 'auth.js', found: ['embeddedOption true'] },
  { name: 'key of the header', code: `import { importJWK, jwtVerify, decodeProtectedHeader } from 'jose';\nconst header = decodeProtectedHeader(token);\nawait jwtVerify(token, await importJWK(header.jwk), { algorithms: ['ES256'] });`, found: ['headerKey header.jwk'] },
  { name: 'certificate of the header, in a resolver', code: `${JWT}jwt.verify(token, (header, done) => done(null, toPem(header.x5c[0])), { algorithms: ['RS256'] });`, found: ['headerKey header.x5c'] },
  { name: 'address of the header, in a resolver', code: `${JWT}jwt.verify(token, async (header) => fetchKey(header.jku), { algorithms: ['RS256'] });`, found: ['headerKey header.jku'] },
  { name: 'key of the decoded header', code: `${JWT}const decoded = jwt.decode(token, { complete: true });\njwt.verify(token, createPublicKey({ key: decoded.header.jwk, format: 'jwk' }), { algorithms: ['RS256'] });`, found: ['headerKey decoded.header.jwk'] },
  { name: "pin from the token's decoded header", code: `${JWT}const decoded = jwt.decode(token, { complete: true });\njwt.verify(token, key, { algorithms: [decoded.header.alg] });`, found: ['fromToken [decoded.header.alg]'], severities: ['high'] },
  { name: "pin from the token's header, destructured", code: `${JWT}const { header } = jwt.decode(token, { complete: true });\njwt.verify(token, key, { algorithms: [header.alg] });`, found: ['fromToken [header.alg]'] },
  { name: "pin from the token's header, in place", code: `${JWT}jwt.verify(token, key, { algorithms: [jwt.decode(token, { complete: true }).header.alg] });`, found: ['fromToken [jwt.decode(token, { complete: true }).header.alg]'] },
  { name: 'pin from a header that jose decoded', code: "import { decodeProtectedHeader, jwtVerify } from 'jose';\nconst { alg } = decodeProtectedHeader(token);\nawait jwtVerify(token, key, { algorithms: [alg] });", found: ['fromToken [alg]'] },
  { name: 'pin from a header that jose decoded, as a member', code: "import { decodeProtectedHeader, jwtVerify } from 'jose';\nconst alg = decodeProtectedHeader(token).alg!;\nawait jwtVerify(token, key, { algorithms: [alg] });", found: ['fromToken [alg]'] },
  { name: 'pin from a header that a helper reads', code: `${JWT}import { headerOf } from './tokens.js';\nconst { kid, alg: algorithm } = await headerOf(idToken);\njwt.verify(idToken, keys[kid], { algorithms: algorithm });`, found: ['fromToken algorithm'] },
  { name: 'pin from a header that a helper reads, as a member', code: `${JWT}const utils = require('./utils');\njwt.verify(token, key, { algorithms: [utils.getHeaderFromToken(token).alg] });`, found: ['fromToken [utils.getHeaderFromToken(token).alg]'] },
  { name: 'pin from the header, jws', code: "import jws from 'jws';\njws.verify(token, jws.decode(token).header.alg, key);", found: ['fromToken jws.decode(token).header.alg'] },
  { name: 'pin from the header, Python', code: "payload = jwt.decode(token, key, algorithms=[jwt.get_unverified_header(token)['alg']])\n", filename: 'app/security.py', found: ["fromToken algorithms=[jwt.get_unverified_header(token)['alg'"] },
  { name: 'pin from the header, Python through a variable', code: "header = jwt.get_unverified_header(token)\nclaims = jwt.decode(token, jwks, algorithms=header.get('alg'), audience='me')\n", filename: 'app/security.py', found: ["fromToken algorithms=header.get('alg'"] },
  { name: 'pin from the header, PHP', code: "<?php\n$claims = JWT::decode($jwt, new Key($publicKey, $header->alg));\n", filename: 'src/Auth.php', found: ['fromToken new Key($publicKey, $header->alg'] },
  { name: 'pin from the header, in the code of a document', code: "# Verify\n\n```js\nimport jwt from 'jsonwebtoken';\nconst { header } = jwt.decode(token, { complete: true });\njwt.verify(token, key, { algorithms: [header.alg] });\n```\n", filename: 'docs/verify.md', found: ['fromToken [header.alg]'] },
  { name: 'RS256 beside a secret in the settings', code: "JWT_SECRET='fixture-secret-for-tests'\nJWT_ALGO='RS256'\n", filename: '.env', found: ['configured RS256'], severities: ['low'] },
  { name: 'ES256 beside a secret in YAML', code: 'jwt:\n  secret: fixture-secret-for-tests\n  algorithm: ES256\n', filename: 'config/production.yaml', found: ['configured ES256'] },
  { name: 'Windows line ends', code: "import jwt from 'jsonwebtoken';\r\njwt.verify(token, key, {\r\n  algorithms: ['HS256', 'RS256'],\r\n});\r\n", found: ["mixed ['HS256', 'RS256']"] },
];

describeRule('no-algorithm-confusion', valid, invalid);
