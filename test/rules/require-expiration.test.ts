import { describeRule, type InvalidCase, type RuleCase } from '../support/rule-cases.ts';

const JWT = "import jwt from 'jsonwebtoken';\n";
const NEST = "import { JwtModule, JwtService } from '@nestjs/jwt';\n";
const NEST_MODULE = 'src/auth.module.ts';
const sign = (rest: string): string => `${JWT}jwt.sign({ sub }, key${rest});`;

const nestService = (call: string): string => `${NEST}export class Tokens {
  constructor(private readonly jwt: JwtService) {}
  make(sub: string) {
    return ${call};
  }
}
`;

const nestModule = (options: string): Record<string, string> => ({
  [NEST_MODULE]: `${NEST}export const jwtModule = JwtModule.register({ secret: process.env.JWT_SECRET, ${options} });\n`,
});

const fastify = (options: string): Record<string, string> => ({
  'package.json': '{"dependencies":{"@fastify/jwt":"9.0.0"}}',
  'src/app.ts': `import jwt from '@fastify/jwt';\napp.register(jwt, { secret: process.env.JWT_SECRET, ${options} });\n`,
});

// prettier-ignore
const valid: readonly RuleCase[] = [
  /* ------------------------------------------------------------ options */
  { name: 'text', code: sign(", { expiresIn: '15m' }") },
  { name: 'number', code: sign(', { expiresIn: 900 }') },
  { name: 'product', code: sign(', { expiresIn: 60 * 60 }') },
  { name: 'constant', code: `${JWT}const LIFETIME = '1h';\njwt.sign({ sub }, key, { expiresIn: LIFETIME });` },
  { name: 'shorthand', code: `${JWT}const expiresIn = 3600;\njwt.sign({ sub }, key, { expiresIn });` },
  { name: 'from the environment', code: sign(', { expiresIn: process.env.JWT_LIFETIME }') },
  { name: 'from a template', code: `${JWT}jwt.sign({ sub }, key, { expiresIn: \`\${minutes}m\` });` },
  { name: 'from a parameter', code: `${JWT}export const make = (sub, expiresIn) => jwt.sign({ sub }, key, { expiresIn });` },
  { name: 'conditional text', code: sign(", { expiresIn: remember ? '30d' : '1h' }") },
  { name: 'options in a constant', code: `${JWT}const options = { algorithm: 'HS256', expiresIn: '1h' };\njwt.sign({ sub }, key, options);` },
  { name: 'options by spread', code: `${JWT}const base = { expiresIn: '1h' };\njwt.sign({ sub }, key, { ...base, issuer: 'me' });` },
  { name: 'options by Object.assign', code: `${JWT}const base = { expiresIn: '1h' };\njwt.sign({ sub }, key, Object.assign({}, base));` },
  { name: 'option set later', code: `${JWT}const options: jwt.SignOptions = {};\noptions.expiresIn = '1h';\njwt.sign({ sub }, key, options);` },
  { name: 'options from a parameter', code: `${JWT}export const make = (sub, options) => jwt.sign({ sub }, key, options);` },
  { name: 'spread of a parameter', code: `${JWT}export const make = (sub, options) => jwt.sign({ sub }, key, { ...options, issuer: 'me' });` },
  { name: 'options of a wrapper, from all its callers', code: `${JWT}const make = (sub, options) => jwt.sign({ sub }, key, options);\nmake('a', { expiresIn: '1h' });\nmake('b', { expiresIn: '2h' });` },
  { name: 'default of a wrapper', code: `${JWT}const make = (sub, options = { expiresIn: '1h' }) => jwt.sign({ sub }, key, options);\nmake('a');` },
  { name: 'conditional spread', code: `${JWT}export const make = (sub, lifetime) => jwt.sign({ sub }, key, { ...(lifetime ? { expiresIn: lifetime } : {}) });` },
  { name: 'both branches', code: sign(", strict ? { expiresIn: '5m' } : { expiresIn: '1h' }") },
  { name: 'options that a function makes', code: `${JWT}const options = () => ({ expiresIn: '1h' });\njwt.sign({ sub }, key, options());` },
  { name: 'options of a config module', code: `${JWT}import { signOptions } from './config';\njwt.sign({ sub }, key, signOptions);`, files: { 'src/config.ts': "export const signOptions = { expiresIn: '1h' };\n" } },
  { name: 'lifetime of a config module', code: `${JWT}import config from './config';\njwt.sign({ sub }, key, { expiresIn: config.lifetime });`, files: { 'src/config.ts': "export default { lifetime: '1h' };\n" } },
  { name: 'options of a module nobody sees', code: `${JWT}import { signOptions } from '@acme/config';\njwt.sign({ sub }, key, signOptions);` },
  { name: 'default before the options of the callers', code: `${JWT}export const make = (sub, options) => jwt.sign({ sub }, key, { expiresIn: '1h', ...options });`, files: { 'src/login.ts': "import { make } from './auth';\nmake(1);\n" } },
  { name: 'a year', code: sign(", { expiresIn: '365d' }") },
  { name: 'ten years, where the option allows it', code: sign(", { expiresIn: '10y' }"), options: { maxDays: 4000 } },

  /* ------------------------------------------------------------ claims */
  { name: 'claim in place', code: `${JWT}jwt.sign({ sub, exp: Math.floor(Date.now() / 1000) + 3600 }, key);` },
  { name: 'claims in a constant', code: `${JWT}const payload = { sub, exp: soon() };\njwt.sign(payload, key);` },
  { name: 'claim set later', code: `${JWT}const payload = { sub };\npayload.exp = soon();\njwt.sign(payload, key);` },
  { name: 'claim by spread', code: `${JWT}const times = { exp: soon() };\njwt.sign({ sub, ...times }, key);` },
  { name: 'quoted claim', code: `${JWT}jwt.sign({ 'sub': sub, "exp": soon() }, key);` },
  { name: 'claims that a function makes', code: `${JWT}const claims = (sub) => ({ sub, exp: soon() });\njwt.sign(claims(1), key);` },
  { name: 'claims of a class that has the claim', code: `${JWT}class Claims {\n  exp: number;\n  constructor(public sub: string, seconds: number) {\n    this.exp = seconds;\n  }\n}\nexport const make = (claims: Claims) => jwt.sign({ ...claims }, key);` },
  { name: 'claims of a type from elsewhere', code: `${JWT}import type { Claims } from './claims';\nexport const make = (claims: Claims) => jwt.sign(claims, key);` },
  { name: 'claims of a type that has the claim', code: `${JWT}interface Claims { sub: string; exp: number }\nexport const make = (claims: Claims) => jwt.sign(claims, key);` },
  { name: 'claims that somebody prepared', code: `${JWT}const payload = await prepare(user);\njwt.sign(payload, key);` },
  { name: 'claims of another module', code: `${JWT}import { claimsFor } from './claims';\njwt.sign(claimsFor(user), key);` },
  { name: 'body of a request', code: `${JWT}jwt.sign(req.body, key);` },

  /* ------------------------------------------------------------ builders and other libraries */
  { name: 'jose', code: "import { SignJWT } from 'jose';\nawait new SignJWT({ sub }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('2h').sign(key);" },
  { name: 'jose in steps', code: "import { SignJWT } from 'jose';\nconst builder = new SignJWT({ sub });\nbuilder.setProtectedHeader({ alg: 'HS256' });\nbuilder.setExpirationTime('2h');\nawait builder.sign(key);" },
  { name: 'jose with the claim', code: "import { SignJWT } from 'jose';\nawait new SignJWT({ sub, exp: soon() }).setProtectedHeader({ alg: 'HS256' }).sign(key);" },
  { name: 'jose verification', code: "import { jwtVerify } from 'jose';\nawait jwtVerify(token, key, { algorithms: ['HS256'] });" },
  { name: 'njwt sets an hour by itself', code: "import nJwt from 'njwt';\nnJwt.create({ sub }, key).compact();" },
  { name: 'fast-jwt', code: "import { createSigner } from 'fast-jwt';\nconst sign = createSigner({ key, expiresIn: 3_600_000 });\nsign({ sub });" },
  { name: 'hono', code: "import { sign } from 'hono/jwt';\nawait sign({ sub, exp: soon() }, key);" },
  { name: 'hapi', code: "import Jwt from '@hapi/jwt';\nJwt.token.generate({ sub }, key, { ttlSec: 3600 });" },
  { name: 'jwt-simple', code: "import jwt from 'jwt-simple';\njwt.encode({ sub, exp: soon() }, key);" },
  { name: 'jws', code: "import jws from 'jws';\njws.sign({ header: { alg: 'HS256' }, payload: { sub, exp: soon() }, secret: key });" },
  { name: 'Cloudflare worker library', code: "import jwt from '@tsndr/cloudflare-worker-jwt';\nawait jwt.sign({ sub, exp: soon() }, key);" },
  { name: 'Nest service with an option', code: nestService("this.jwt.sign({ sub }, { expiresIn: '1h' })") },
  { name: 'Nest service by its module', code: nestService('this.jwt.sign({ sub })'), files: nestModule("signOptions: { expiresIn: '1h' }") },
  { name: 'Nest service whose module is not in this project', code: nestService('this.jwt.sign({ sub })') },
  { name: 'Nest service behind a module of a package around it', code: nestService('this.jwt.sign({ sub })'), filename: 'libs/auth/src/tokens.ts', files: { 'package.json': '{"name":"shop"}', 'apps/shop/auth.module.ts': nestModule("signOptions: { expiresIn: '1h' }")[NEST_MODULE]! } },
  { name: 'Nest service by a module that reads the configuration', code: nestService('this.jwt.sign({ sub })'), files: { [NEST_MODULE]: `${NEST}JwtModule.registerAsync({ useFactory: (config) => ({ secret: config.get('JWT_SECRET'), signOptions: config.get('sign') }) });\n` } },
  { name: 'Fastify by its plugin', code: "export const login = (request, reply) => reply.jwtSign({ sub: 1 });", files: fastify("sign: { expiresIn: '1h' }") },
  { name: 'Fastify with an option', code: "export const login = (app, sub) => app.jwt.sign({ sub }, { expiresIn: '1h' });", files: fastify('verify: {}') },
  { name: 'Elysia by its plugin', code: "import { jwt } from '@elysiajs/jwt';\nexport const app = new Elysia().use(jwt({ secret: process.env.JWT_SECRET, exp: '7d' })).post('/', ({ jwt }) => jwt.sign({ sub: 1 }));", files: { 'package.json': '{"dependencies":{"@elysiajs/jwt":"1.4.0"}}' } },
  { name: 'Feathers sets a day by itself', code: "import { AuthenticationService } from '@feathersjs/authentication';\nexport const make = (service: AuthenticationService) => service.createAccessToken({ sub });" },

  /* ------------------------------------------------------------ no JWT */
  { name: 'crypto', code: "import { sign } from 'node:crypto';\nsign('sha256', data, key); // jwt" },
  { name: 'wallet', code: "import { Wallet } from 'ethers';\nnew Wallet(key).signMessage('jwt');" },
  { name: 'local sign', code: "const sign = (payload, key) => payload;\nsign({ jwt: 1 }, key);" },
  { name: 'verification only', code: `${JWT}jwt.verify(token, key, { algorithms: ['HS256'] });` },
  { name: 'empty file', code: '' },
];

// prettier-ignore
const invalid: readonly InvalidCase[] = [
  { name: 'Nest service beside a module of another application', code: nestService('this.jwt.sign({ sub })'), filename: 'apps/admin/src/tokens.ts', files: { 'package.json': '{"name":"shop"}', 'apps/admin/src/auth.module.ts': nestModule('global: true')[NEST_MODULE]!, 'apps/shop/src/auth.module.ts': nestModule("signOptions: { expiresIn: '1h' }")[NEST_MODULE]! }, found: ['missing this.jwt.sign'] },
  { name: 'Nest service beside a module of another package', code: nestService('this.jwt.sign({ sub })'), filename: 'admin/src/tokens.ts', files: { 'admin/package.json': '{"name":"admin"}', 'shop/package.json': '{"name":"shop"}', 'admin/src/auth.module.ts': nestModule('global: true')[NEST_MODULE]!, 'shop/src/auth.module.ts': nestModule("signOptions: { expiresIn: '1h' }")[NEST_MODULE]! }, found: ['missing this.jwt.sign'] },
  { name: 'nothing said', code: sign(''), found: ['missing jwt.sign'], severities: ['low'], message: 'never expires' },
  { name: 'other options', code: sign(", { algorithm: 'HS256' }"), found: ['missing jwt.sign'] },
  { name: 'callback', code: sign(', (error, token) => done(token)'), found: ['missing jwt.sign'] },
  { name: 'undefined', code: sign(', { expiresIn: undefined }'), found: ['missing jwt.sign'] },
  { name: 'text as claims', code: `${JWT}jwt.sign('user', key);`, found: ['missing jwt.sign'] },
  { name: 'misspelt', code: sign(", { expires: '1h' }"), found: ['missing jwt.sign'] },
  { name: 'options in a constant for ever', code: `${JWT}const options = { algorithm: 'HS256' };\njwt.sign({ sub }, key, options);`, found: ['missing jwt.sign'] },
  { name: 'options by spread of a constant', code: `${JWT}const base = { issuer: 'me' };\njwt.sign({ sub }, key, { ...base });`, found: ['missing jwt.sign'] },
  { name: 'one branch without', code: sign(", remember ? {} : { expiresIn: '1h' }"), found: ['missing jwt.sign'] },
  { name: 'one caller without', code: `${JWT}const make = (sub, options) => jwt.sign({ sub }, key, options);\nmake('a', { expiresIn: '1h' });\nmake('b');`, found: ['missing jwt.sign'] },
  { name: 'one caller without a lifetime', code: `${JWT}const make = (sub, lifetime) => jwt.sign({ sub }, key, lifetime ? { expiresIn: lifetime } : {});\nexport const refresh = (sub) => make(sub);`, found: ['missing jwt.sign'] },
  { name: 'options of a config module without', code: `${JWT}import { signOptions } from './config';\njwt.sign({ sub }, key, signOptions);`, files: { 'src/config.ts': "export const signOptions = { issuer: 'me' };\n" }, found: ['missing jwt.sign'] },
  { name: 'options of a barrel without', code: `${JWT}import { signOptions } from './config';\njwt.sign({ sub }, key, signOptions);`, files: { 'src/config/index.ts': "export * from './jwt';\n", 'src/config/jwt.ts': "export const signOptions = { issuer: 'me' };\n" }, found: ['missing jwt.sign'] },
  { name: 'claims in a constant for ever', code: `${JWT}const payload = { sub, role };\njwt.sign(payload, key);`, found: ['missing jwt.sign'] },
  { name: 'claims of a user', code: `${JWT}export const make = (user) => jwt.sign({ id: user.id }, key);`, found: ['missing jwt.sign'] },
  { name: 'the user itself', code: `${JWT}const user = await users.findOne({ email });\njwt.sign(user.toJSON(), key);`, found: ['missing jwt.sign'] },
  { name: 'claims from a plain parameter', code: `${JWT}function make(payload) {\n  return jwt.sign(payload, key);\n}`, found: ['missing jwt.sign'] },
  { name: 'claims of a typed parameter', code: `${JWT}export const make = (payload: { sub: string }) => jwt.sign(payload, key);`, found: ['missing jwt.sign'] },
  { name: 'claims of a local interface', code: `${JWT}interface Claims { sub: string }\nexport const make = (claims: Claims) => jwt.sign(claims, key);`, found: ['missing jwt.sign'] },
  { name: 'claims of a record', code: `${JWT}export const make = (claims: Record<string, unknown>) => jwt.sign(claims, key);`, found: ['missing jwt.sign'] },
  { name: 'null as the claim', code: `${JWT}jwt.sign({ sub, exp: undefined }, key);`, found: ['missing jwt.sign'] },
  { name: 'named import', code: "import { sign } from 'jsonwebtoken';\nsign({ sub }, key);", found: ['missing sign'] },
  { name: 'renamed import', code: "import { sign as makeToken } from 'jsonwebtoken';\nmakeToken({ sub }, key);", found: ['missing makeToken'] },
  { name: 'require', code: "const { sign } = require('jsonwebtoken');\nsign({ sub }, key);", filename: 'auth.js', found: ['missing sign'] },
  { name: 'deep import', code: "import sign from 'jsonwebtoken/sign';\nsign({ sub }, key);", found: ['missing sign'] },
  { name: 'promisified', code: `import { promisify } from 'node:util';\n${JWT}await promisify(jwt.sign)({ sub }, key);`, found: ['missing promisify(jwt.sign)'] },
  { name: 're-exported by the project', code: "import { signToken } from './tokens';\nsignToken({ sub }, key);", files: { 'src/tokens.ts': "export { sign as signToken } from 'jsonwebtoken';\n" }, found: ['missing signToken'] },
  { name: 'Vue component', code: `<script setup>\n${JWT}jwt.sign({ sub }, key);\n</script>\n`, filename: 'src/Page.vue', found: ['missing jwt.sign'] },
  { name: 'Windows line ends', code: "import jwt from 'jsonwebtoken';\r\njwt.sign(\r\n  { sub },\r\n  key,\r\n);\r\n", found: ['missing jwt.sign'] },
  { name: 'jose for ever', code: "import { SignJWT } from 'jose';\nawait new SignJWT({ sub }).setProtectedHeader({ alg: 'HS256' }).sign(key);", found: ["missing new SignJWT({ sub }).setProtectedHeader({ alg: 'HS256' }).sign"] },
  { name: 'jose in steps for ever', code: "import { SignJWT } from 'jose';\nconst builder = new SignJWT({ sub });\nbuilder.setProtectedHeader({ alg: 'HS256' });\nawait builder.sign(key);", found: ['missing builder.sign'] },
  { name: 'fast-jwt for ever', code: "import { createSigner } from 'fast-jwt';\nconst sign = createSigner({ key });\nsign({ sub });", found: ['missing sign'] },
  { name: 'hono for ever', code: "import { sign } from 'hono/jwt';\nawait sign({ sub }, key);", found: ['missing sign'] },
  { name: 'hapi for ever', code: "import Jwt from '@hapi/jwt';\nJwt.token.generate({ sub }, key);", found: ['missing Jwt.token.generate'] },
  { name: 'jwt-simple for ever', code: "import jwt from 'jwt-simple';\njwt.encode({ sub }, key);", found: ['missing jwt.encode'] },
  { name: 'jws for ever', code: "import jws from 'jws';\njws.sign({ header: { alg: 'HS256' }, payload: { sub }, secret: key });", found: ['missing jws.sign'] },
  { name: 'jsrsasign', code: "import { KJUR } from 'jsrsasign';\nKJUR.jws.JWS.sign('HS256', header, { sub }, key);", found: ['missing KJUR.jws.JWS.sign'] },
  { name: 'Nest service by its module for ever', code: nestService('this.jwt.sign({ sub })'), files: nestModule("verifyOptions: { algorithms: ['HS256'] }"), found: ['missing this.jwt.sign'] },
  { name: 'Nest service of JavaScript', code: "import { Dependencies } from '@nestjs/common';\nimport { JwtService } from '@nestjs/jwt';\n@Dependencies(JwtService)\nexport class Tokens {\n  constructor(jwt) {\n    this.jwt = jwt;\n  }\n  make(sub) {\n    return this.jwt.sign({ sub });\n  }\n}\n", files: nestModule('global: true'), found: ['missing this.jwt.sign'] },
  { name: 'Nest service from the container', code: `${NEST}export const make = (app, sub: string) => app.get(JwtService).sign({ sub });\n`, files: nestModule('global: true'), found: ['missing app.get(JwtService).sign'] },
  { name: 'Fastify', code: "export const login = (request, reply) => reply.jwtSign({ sub: 1 });", files: fastify('verify: {}'), found: ['missing reply.jwtSign'] },
  { name: 'Fastify instance', code: "export const login = (app, sub) => app.jwt.sign({ sub });", files: fastify('verify: {}'), found: ['missing app.jwt.sign'] },
  { name: 'two years', code: sign(", { expiresIn: '2y' }"), found: ["tooLongText '2y'"], message: '2 years' },
  { name: 'milliseconds where seconds count', code: sign(', { expiresIn: 7 * 24 * 60 * 60 * 1000 }'), found: ['tooLong 7 * 24 * 60 * 60 * 1000'], message: 'counts seconds' },
  { name: 'ten years of fast-jwt', code: "import { createSigner } from 'fast-jwt';\nconst sign = createSigner({ key, expiresIn: 315_360_000_000 });\nsign({ sub });", found: ['tooLong 315_360_000_000'], message: 'counts milliseconds' },
  { name: 'ten years of jose', code: "import { SignJWT } from 'jose';\nawait new SignJWT({ sub }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('10 years').sign(key);", found: ["tooLongText '10 years'"] },
  { name: 'above the option', code: sign(", { expiresIn: '8d' }"), options: { maxDays: 7 }, found: ["tooLongText '8d'"] },
];

describeRule('require-expiration', valid, invalid);
