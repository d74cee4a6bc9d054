import { describeRule, type InvalidCase, type RuleCase } from '../support/rule-cases.ts';

const JWT = "import jwt from 'jsonwebtoken';\n";
const verify = (options: string): string => `${JWT}jwt.verify(token, key, ${options});`;

/** A verification of each library, with a hole where its options stand. */
// prettier-ignore
const CALLS: readonly (readonly [library: string, code: (options: string) => string])[] = [
  ['jsonwebtoken', (options) => `${JWT}jwt.verify(token, key, { algorithms: ['HS256'], ${options} });`],
  ['express-jwt', (options) => `import { expressjwt } from 'express-jwt';\nexpressjwt({ secret: key, algorithms: ['HS256'], ${options} });`],
  ['koa-jwt', (options) => `import jwt from 'koa-jwt';\njwt({ secret: key, algorithms: ['HS256'], ${options} });`],
  ['passport-jwt', (options) => `import { Strategy } from 'passport-jwt';\nnew Strategy({ secretOrKey: key, algorithms: ['HS256'], ${options} }, done);`],
  ['@nestjs/jwt', (options) => `import { JwtModule } from '@nestjs/jwt';\nJwtModule.register({ secret: key, verifyOptions: { algorithms: ['HS256'], ${options} } });`],
  ['fast-jwt', (options) => `import { createVerifier } from 'fast-jwt';\ncreateVerifier({ key, algorithms: ['HS256'], ${options} });`],
  ['@fastify/jwt', (options) => `import jwt from '@fastify/jwt';\napp.register(jwt, { secret: key, verify: { algorithms: ['HS256'], ${options} } });`],
  ['socketio-jwt', (options) => `import { authorize } from 'socketio-jwt';\nauthorize({ secret: key, algorithms: ['HS256'], ${options} });`],
];

const ignoring: InvalidCase[] = CALLS.map(([library, code]) => ({
  name: `ignored expiry, ${library}`,
  code: code('ignoreExpiration: true'),
  found: ['expiration true'],
  severities: ['medium'],
  suggestions: [code('ignoreExpiration: true').replace(', ignoreExpiration: true', '')],
}));

const keeping: RuleCase[] = CALLS.map(([library, code]) => ({
  name: `expiry kept, ${library}`,
  code: code('ignoreExpiration: false'),
}));

const unsaid: RuleCase[] = CALLS.map(([library, code]) => ({
  name: `nothing said, ${library}`,
  code: code(''),
}));

// prettier-ignore
const valid: readonly RuleCase[] = [
  ...keeping,
  ...unsaid,
  { name: 'no options at all', code: `${JWT}jwt.verify(token, key);` },
  { name: 'callback instead of options', code: `${JWT}jwt.verify(token, key, (error, claims) => done(claims));` },
  { name: 'setting from a parameter', code: `${JWT}export const check = (token, ignoreExpiration) => jwt.verify(token, key, { ignoreExpiration });` },
  { name: 'setting from the environment', code: `${JWT}jwt.verify(token, key, { ignoreExpiration: process.env.CI === 'true' });` },
  { name: 'options from a parameter', code: `${JWT}export const check = (token, options) => jwt.verify(token, key, options);` },
  { name: 'tolerance of a minute', code: verify('{ clockTolerance: 60 }') },
  { name: 'tolerance of five minutes', code: verify('{ clockTolerance: 5 * 60 }') },
  { name: 'tolerance from a constant', code: `${JWT}const SKEW = 30;\njwt.verify(token, key, { clockTolerance: SKEW });` },
  { name: 'tolerance nobody can read', code: verify('{ clockTolerance: config.skew }') },
  { name: 'tolerance in the limit of the option', code: verify('{ clockTolerance: 3600 }'), options: { maxTolerance: 3600 } },
  { name: 'tolerance of fast-jwt in milliseconds', code: "import { createVerifier } from 'fast-jwt';\ncreateVerifier({ key, clockTolerance: 60_000 });" },
  { name: 'tolerance of jose in seconds', code: "import { jwtVerify } from 'jose';\nawait jwtVerify(token, key, { algorithms: ['HS256'], clockTolerance: 5 });" },
  { name: 'tolerance of jose in words', code: "import { jwtVerify } from 'jose';\nawait jwtVerify(token, key, { algorithms: ['HS256'], clockTolerance: '30 seconds' });" },
  { name: 'clock that runs', code: verify('{ clockTimestamp: Math.floor(Date.now() / 1000) }') },
  { name: 'clock of jose that runs', code: "import { jwtVerify } from 'jose';\nawait jwtVerify(token, key, { algorithms: ['HS256'], currentDate: new Date() });" },
  { name: 'clock from a parameter', code: `${JWT}export const check = (token, now) => jwt.verify(token, key, { clockTimestamp: now });` },
  { name: 'undefined', code: verify('{ ignoreExpiration: undefined }') },
  { name: 'the same words for something else', code: "import cache from 'cache';\ncache.verify(token, key, { ignoreExpiration: true });" },
  { name: 'a local verify', code: "function verify(token, key, options) {}\nverify(token, key, { ignoreExpiration: true, jwt: 1 });" },
  { name: 'sign options', code: `${JWT}jwt.sign({ sub }, key, { ignoreExpiration: true, expiresIn: '1h' });` },
  { name: 'comment', code: `${JWT}// ignoreExpiration: true\njwt.verify(token, key, { algorithms: ['HS256'] });` },
  { name: 'options that nobody uses', code: `${JWT}export const options = { ignoreExpiration: true };\njwt.verify(token, key, { algorithms: ['HS256'] });` },
  { name: 'passport-jwt in the nested options, where it is overwritten', code: "import { Strategy } from 'passport-jwt';\nnew Strategy({ secretOrKey: key, jsonWebTokenOptions: { ignoreExpiration: true } }, done);" },
  { name: 'hono with the check on', code: "import { jwt } from 'hono/jwt';\njwt({ secret: key, alg: 'HS256', verification: { exp: true } });" },
  { name: 'hapi with the check on', code: "import Jwt from '@hapi/jwt';\nJwt.token.verify(artifacts, { key, algorithm: 'HS256' }, { exp: true });" },
  { name: 'empty file', code: '' },
];

// prettier-ignore
const invalid: readonly InvalidCase[] = [
  ...ignoring,
  { name: 'only option', code: verify('{ ignoreExpiration: true }'), found: ['expiration true'], message: '`ignoreExpiration` makes `verify`', suggestions: [verify('{  }')] },
  { name: 'first option', code: verify("{ ignoreExpiration: true, issuer: 'me' }"), found: ['expiration true'], suggestions: [verify("{ issuer: 'me' }")] },
  { name: 'options in a constant', code: `${JWT}const options = { algorithms: ['HS256'], ignoreExpiration: true };\njwt.verify(token, key, options);`, found: ['expiration true'] },
  { name: 'options in a frozen constant', code: `${JWT}const OPTIONS = Object.freeze({ ignoreExpiration: true });\njwt.verify(token, key, OPTIONS);`, found: ['expiration true'] },
  { name: 'options by spread', code: `${JWT}const base = { ignoreExpiration: true };\njwt.verify(token, key, { ...base, issuer: 'me' });`, found: ['expiration true'] },
  { name: 'options by Object.assign', code: `${JWT}const base = { ignoreExpiration: true };\njwt.verify(token, key, Object.assign({}, base));`, found: ['expiration true'] },
  { name: 'option set after the declaration', code: `${JWT}const options: jwt.VerifyOptions = {};\noptions.ignoreExpiration = true;\njwt.verify(token, key, options);`, found: ['expiration true'] },
  { name: 'setting in a constant', code: `${JWT}const ignoreExpiration = true;\njwt.verify(token, key, { ignoreExpiration });`, found: ['expiration ignoreExpiration'] },
  { name: 'quoted key', code: verify("{ 'ignoreExpiration': true }"), found: ['expiration true'] },
  { name: 'as const', code: verify('{ ignoreExpiration: true as const }'), found: ['expiration true as const'] },
  { name: 'options of a wrapper, from the call in the file', code: `${JWT}const check = (token, options) => jwt.verify(token, key, options);\ncheck(token, { ignoreExpiration: true });`, found: ['expiration true'] },
  { name: 'options that three calls share, once', code: `${JWT}const options = { ignoreExpiration: true };\njwt.verify(a, key, options);\njwt.verify(b, key, options);\njwt.verify(c, key, options);`, found: ['expiration true'] },
  { name: 'options that calls of two libraries share, once for each', code: `${JWT}import { verify } from '@tsndr/cloudflare-worker-jwt';\nconst options = { clockTolerance: 86400 };\njwt.verify(a, key, options);\nawait verify(b, key, options);`, found: ['tolerance 86400', 'tolerance 86400'] },
  { name: 'options that a function makes', code: `${JWT}const options = () => ({ ignoreExpiration: true });\njwt.verify(token, key, options());`, found: ['expiration true'] },
  { name: 'options in a class field', code: `${JWT}class A {\n  options = { ignoreExpiration: true };\n  check(token) {\n    return jwt.verify(token, key, this.options);\n  }\n}`, found: ['expiration true'] },
  { name: 'promisified', code: `import { promisify } from 'node:util';\n${JWT}await promisify(jwt.verify)(token, key, { ignoreExpiration: true });`, found: ['expiration true'] },
  { name: 'Windows line ends', code: "import jwt from 'jsonwebtoken';\r\njwt.verify(token, key, {\r\n  ignoreExpiration: true,\r\n  issuer: 'me',\r\n});\r\n", found: ['expiration true'], suggestions: ["import jwt from 'jsonwebtoken';\r\njwt.verify(token, key, {\r\n  issuer: 'me',\r\n});\r\n"] },
  { name: 'require', code: "const jwt = require('jsonwebtoken');\njwt.verify(token, key, { ignoreExpiration: true });", filename: 'auth.js', found: ['expiration true'] },
  { name: 'not before', code: verify('{ ignoreNotBefore: true }'), found: ['notBefore true'], severities: ['low'] },
  { name: 'both', code: verify('{ ignoreExpiration: true, ignoreNotBefore: true }'), found: ['expiration true', 'notBefore true'] },
  { name: 'tolerance of an hour', code: verify('{ clockTolerance: 3600 }'), found: ['tolerance 3600'], message: '60 minutes', severities: ['low'] },
  { name: 'tolerance of ten years', code: verify('{ clockTolerance: 60 * 60 * 24 * 365 * 10 }'), found: ['tolerance 60 * 60 * 24 * 365 * 10'], message: '10 years' },
  { name: 'tolerance in milliseconds where seconds count', code: verify('{ clockTolerance: 60_000 }'), found: ['tolerance 60_000'] },
  { name: 'tolerance of a day from a constant', code: `${JWT}const DAY = 24 * 60 * 60;\njwt.verify(token, key, { clockTolerance: DAY });`, found: ['tolerance DAY'] },
  { name: 'tolerance above the option', code: verify('{ clockTolerance: 3601 }'), options: { maxTolerance: 3600 }, found: ['tolerance 3601'] },
  { name: 'tolerance of fast-jwt', code: "import { createVerifier } from 'fast-jwt';\ncreateVerifier({ key, clockTolerance: 3_600_000 });", found: ['tolerance 3_600_000'], message: '60 minutes' },
  { name: 'tolerance of jose, years in words', code: "import { jwtVerify } from 'jose';\nawait jwtVerify(token, key, { algorithms: ['HS256'], clockTolerance: '10 years' });", found: ["tolerance '10 years'"], message: '10 years' },
  { name: 'tolerance of passport-jwt, nested', code: "import { Strategy } from 'passport-jwt';\nnew Strategy({ secretOrKey: key, jsonWebTokenOptions: { clockTolerance: 86400 } }, done);", found: ['tolerance 86400'] },
  { name: 'tolerance of jsrsasign', code: "import { KJUR } from 'jsrsasign';\nKJUR.jws.JWS.verifyJWT(token, key, { alg: ['HS256'], gracePeriod: 86400 });", found: ['tolerance 86400'] },
  { name: 'tolerance of aws-jwt-verify', code: "import { CognitoJwtVerifier } from 'aws-jwt-verify';\nCognitoJwtVerifier.create({ userPoolId, graceSeconds: 86400 });", found: ['tolerance 86400'] },
  { name: 'tolerance of the Cloudflare worker library', code: "import { verify } from '@tsndr/cloudflare-worker-jwt';\nawait verify(token, key, { algorithm: 'HS256', clockTolerance: 86400 });", found: ['tolerance 86400'] },
  { name: 'stopped clock', code: verify('{ clockTimestamp: 1700000000 }'), found: ['clock 1700000000'], severities: ['medium'] },
  { name: 'stopped clock of jose', code: "import { jwtVerify } from 'jose';\nawait jwtVerify(token, key, { algorithms: ['HS256'], currentDate: new Date('2020-01-01') });", found: ["clock new Date('2020-01-01')"] },
  { name: 'stopped clock of jsrsasign', code: "import { KJUR } from 'jsrsasign';\nKJUR.jws.JWS.verifyJWT(token, key, { alg: ['HS256'], verifyAt: 1600000000 });", found: ['clock 1600000000'] },
  { name: 'hono middleware without the check', code: "import { jwt } from 'hono/jwt';\njwt({ secret: key, alg: 'HS256', verification: { exp: false } });", found: ['expiration false'] },
  { name: 'hono verify without the check', code: "import { verify } from 'hono/jwt';\nawait verify(token, key, { alg: 'HS256', exp: false });", found: ['expiration false'] },
  { name: 'hapi without the check', code: "import Jwt from '@hapi/jwt';\nJwt.token.verify(artifacts, { key, algorithm: 'HS256' }, { exp: false, nbf: false });", found: ['expiration false', 'notBefore false'] },
  { name: 'hapi strategy without the check', code: "import Jwt from '@hapi/jwt';\nserver.auth.strategy('session', 'jwt', { keys: { key, algorithms: ['HS256'] }, verify: { aud: 'a', iss: false, sub: false, exp: false } });", found: ['expiration false'] },
  { name: 'hapi-auth-jwt2', code: "import plugin from 'hapi-auth-jwt2';\nserver.auth.strategy('session', 'jwt', { key, validate, verifyOptions: { algorithms: ['HS256'], ignoreExpiration: true } });", found: ['expiration true'] },
  { name: 'Nest service', code: "import { JwtService } from '@nestjs/jwt';\nexport class A {\n  constructor(private readonly jwt: JwtService) {}\n  check(token: string) {\n    return this.jwt.verify(token, { algorithms: ['HS256'], ignoreExpiration: true });\n  }\n}", found: ['expiration true'] },
  { name: 'Nest passport strategy', code: "import { Strategy } from 'passport-jwt';\nimport { PassportStrategy } from '@nestjs/passport';\nexport class Jwt extends PassportStrategy(Strategy) {\n  constructor() {\n    super({ secretOrKey: key, algorithms: ['HS256'], ignoreExpiration: true });\n  }\n}", found: ['expiration true'] },
  { name: 'request of Fastify, in a package that has the plugin', code: 'export const guard = async (request) => {\n  await request.jwtVerify({ ignoreExpiration: true });\n};', files: { 'package.json': '{"dependencies":{"@fastify/jwt":"9.0.0"}}' }, found: ['expiration true'] },
  { name: 'Midway configuration', code: "export default { jwt: { secret: process.env.JWT_SECRET, verify: { algorithms: ['HS256'], ignoreExpiration: true } } };", filename: 'src/config/config.default.ts', files: { 'package.json': '{"dependencies":{"@midwayjs/jwt":"3.20.0"}}' }, found: ['expiration true'] },
  { name: 'Yoga plugin', code: "import { useJWT } from '@graphql-yoga/plugin-jwt';\nuseJWT({ signingKeyProviders, tokenVerification: { algorithms: ['HS256'], ignoreExpiration: true } });", found: ['expiration true'] },
];

describeRule('no-ignored-expiration', valid, invalid);
