import { describeRule, type InvalidCase, type RuleCase } from '../support/rule-cases.ts';

const JWT = "import jwt from 'jsonwebtoken';\n";

const NEST_SERVICE = `import { JwtService } from '@nestjs/jwt';
export class AuthGuard {
  constructor(private readonly jwtService: JwtService) {}
  check(token: string) {
    return this.jwtService.verifyAsync(token);
  }
}
`;

// prettier-ignore
const valid: readonly RuleCase[] = [
  /* ------------------------------------------------------------ wrappers and their callers */
  { name: 'wrapper, all callers pin', code: `${JWT}const check = (token, options) => jwt.verify(token, key, options);\ncheck(a, { algorithms: ['HS256'] });\ncheck(b, { algorithms: ['HS512'] });` },
  { name: 'exported wrapper nobody calls', code: `${JWT}export const check = (token, options) => jwt.verify(token, key, options);` },
  { name: 'exported wrapper, its caller in another file pins', code: `${JWT}export const check = (token, options) => jwt.verify(token, key, options);`, files: { 'src/guard.ts': "import { check } from './auth';\nexport const guard = (token) => check(token, { algorithms: ['HS256'] });\n" } },
  { name: 'exported wrapper, its caller hands on a parameter', code: `${JWT}export const check = (token, options) => jwt.verify(token, key, options);`, files: { 'src/guard.ts': "import { check } from './auth';\nexport const guard = (token, options) => check(token, options);\n" } },
  { name: 'options of a config module', code: `${JWT}import { verifyOptions } from './config';\njwt.verify(token, key, verifyOptions);`, files: { 'src/config.ts': "export const verifyOptions = { algorithms: ['HS256'] };\n" } },
  { name: 'list of a config module, CommonJS', code: "const jwt = require('jsonwebtoken');\nconst config = require('./config');\njwt.verify(token, key, { algorithms: config.jwt.algorithms });", filename: 'src/auth.js', files: { 'src/config.js': "module.exports = { jwt: { algorithms: ['HS256'] } };\n" } },
  { name: 'options that a function of another module makes', code: `${JWT}import { options } from './config';\njwt.verify(token, key, options());`, files: { 'src/config.ts': "export const options = () => ({ algorithms: ['HS256'] });\n" } },
  { name: 'options of a config module beside a tsconfig that extends what nobody has installed', code: `${JWT}import { verifyOptions } from './config';\njwt.verify(token, key, verifyOptions);`, files: { 'tsconfig.json': '{"extends":"@acme/tsconfig/base.json"}', 'src/config.ts': "export const verifyOptions = { algorithms: ['HS256'] };\n" } },
  { name: 'options of a module named by package imports that point at build output', code: `${JWT}import { verifyOptions } from '#src/config.js';\njwt.verify(token, key, verifyOptions);`, files: { 'package.json': '{"imports":{"#src/*":"./build/*"}}', 'src/config.ts': "export const verifyOptions = { algorithms: ['HS256'] };\n" } },
  { name: 'options of a package', code: `${JWT}import { verifyOptions } from '@acme/config';\njwt.verify(token, key, verifyOptions);` },
  { name: 'express-jwt 6 refuses to start', code: "import { expressjwt } from 'express-jwt';\nexpressjwt({ secret: key });", files: { 'package-lock.json': '{"lockfileVersion":3,"packages":{"node_modules/express-jwt":{"version":"8.4.1"}}}' } },
  { name: 'another function of the same name from one of our modules', code: "import { verify } from './password';\nverify(token, key);\n// jwt", files: { 'src/password.ts': 'export const verify = (a, b) => a === b;\n' } },

  /* ------------------------------------------------------------ pins built elsewhere */
  { name: 'options built in a frozen constant', code: `${JWT}const OPTIONS = Object.freeze({ algorithms: ['HS256'] });\njwt.verify(token, key, OPTIONS);` },
  { name: 'options of a frozen list', code: `${JWT}const ALGS = Object.freeze(['HS256']);\njwt.verify(token, key, { algorithms: ALGS });` },
  { name: 'list as const', code: `${JWT}const ALGS = ['HS256'] as const;\njwt.verify(token, key, { algorithms: [...ALGS] });` },
  { name: 'options with satisfies', code: `${JWT}jwt.verify(token, key, { algorithms: ['ES256'] } satisfies jwt.VerifyOptions);` },
  { name: 'options through a type assertion', code: `${JWT}jwt.verify(token, key, <jwt.VerifyOptions>{ algorithms: ['ES256'] });` },
  { name: 'options by spread behind a default', code: `${JWT}const base = { algorithms: ['HS256'], issuer: 'me' };\njwt.verify(token, key, { ...base, audience: 'you' });` },
  { name: 'options by Object.assign', code: `${JWT}const base = { algorithms: ['HS256'] };\njwt.verify(token, key, Object.assign({}, base, { issuer: 'me' }));` },
  { name: 'option set after the declaration', code: `${JWT}const options: jwt.VerifyOptions = {};\noptions.algorithms = ['HS512'];\njwt.verify(token, key, options);` },
  { name: 'option under a quoted key', code: `${JWT}jwt.verify(token, key, { "algorithms": ["HS256"] });` },
  { name: 'option under a computed key', code: `${JWT}jwt.verify(token, key, { ['algorithms']: ['HS256'] });` },
  { name: 'both branches pinned', code: `${JWT}jwt.verify(token, key, strict ? { algorithms: ['HS256'], maxAge: 60 } : { algorithms: ['HS256'] });` },
  { name: 'member of a settings object', code: `${JWT}const settings = { jwt: { algorithms: ['RS256'] } };\njwt.verify(token, key, settings.jwt);` },
  { name: 'member of a member of settings', code: `${JWT}const settings = { jwt: { verify: { algorithms: ['RS256'] } } };\njwt.verify(token, key, settings.jwt.verify);` },
  { name: 'two algorithms of one family', code: `${JWT}jwt.verify(token, key, { algorithms: ['RS256', 'PS256'] });` },
  { name: 'callback behind the options', code: `${JWT}jwt.verify(token, key, { algorithms: ['HS256'] }, (error, claims) => done(error, claims));` },
  { name: 'template literal as a name', code: `${JWT}jwt.verify(token, key, { algorithms: [\`HS256\`] });` },
  { name: 'pinned, with Windows line ends', code: `${JWT}jwt.verify(token, key, {\r\n  algorithms: ['HS256'],\r\n});\r\n` },
  { name: 'class field with the options', code: `${JWT}class Tokens {\n  private readonly options = { algorithms: ['HS256'] };\n  check(token: string) {\n    return jwt.verify(token, key, this.options);\n  }\n}` },

  /* ------------------------------------------------------------ nobody can know */
  { name: 'options from a parameter', code: `${JWT}export const check = (token, options) => jwt.verify(token, key, options);` },
  { name: 'options from another package', code: `${JWT}import { options } from '@acme/auth';\njwt.verify(token, key, options);` },
  { name: 'options from another file', code: `${JWT}import { options } from './options';\njwt.verify(token, key, options);`, files: { 'src/options.ts': "export const options = { algorithms: ['HS256'] };" } },
  { name: 'algorithms from the environment', code: `${JWT}jwt.verify(token, key, { algorithms: [process.env.JWT_ALGORITHM] });` },
  { name: 'algorithms from a config service', code: `${JWT}jwt.verify(token, key, { algorithms: config.get('jwt.algorithms') });` },
  { name: 'arguments by spread', code: `${JWT}export const check = (...args) => jwt.verify(...args);` },
  { name: 'options by spread of a parameter', code: `${JWT}export const check = (options) => jwt.verify(token, key, { ...options });` },
  { name: 'options of an unknown call', code: `${JWT}jwt.verify(token, key, verifyOptions());` },

  /* ------------------------------------------------------------ other libraries, pinned */
  { name: 'jose', code: "import { jwtVerify } from 'jose';\nawait jwtVerify(token, key, { algorithms: ['HS256'] });" },
  { name: 'jose namespace', code: "import * as jose from 'jose';\nconst { payload } = await jose.jwtVerify(token, key, { issuer: 'me', algorithms: ['EdDSA'] });" },
  { name: 'jose compactVerify', code: "import { compactVerify } from 'jose';\nawait compactVerify(jws, key, { algorithms: ['ES256'] });" },
  { name: 'express-jwt', code: "import { expressjwt } from 'express-jwt';\napp.use(expressjwt({ secret, algorithms: ['HS256'] }).unless({ path: ['/login'] }));" },
  { name: 'koa-jwt', code: "const jwt = require('koa-jwt');\napp.use(jwt({ secret, algorithms: ['HS256'] }));", filename: 'app.cjs' },
  { name: 'passport-jwt with options by assignment', code: "const { Strategy, ExtractJwt } = require('passport-jwt');\nconst opts = {};\nopts.jwtFromRequest = ExtractJwt.fromAuthHeaderAsBearerToken();\nopts.secretOrKey = process.env.JWT_SECRET;\nopts.algorithms = ['HS256'];\npassport.use(new Strategy(opts, verify));", filename: 'passport.js' },
  { name: 'Nest passport strategy', code: "import { Strategy } from 'passport-jwt';\nimport { PassportStrategy } from '@nestjs/passport';\nexport class JwtStrategy extends PassportStrategy(Strategy) {\n  constructor() {\n    super({ secretOrKey: process.env.JWT_SECRET, algorithms: ['HS256'] });\n  }\n}" },
  { name: 'Nest module', code: "import { JwtModule } from '@nestjs/jwt';\nexport const imports = [JwtModule.register({ secret: process.env.JWT_SECRET, verifyOptions: { algorithms: ['HS256'] } })];" },
  { name: 'Nest module with a factory', code: "import { JwtModule } from '@nestjs/jwt';\nJwtModule.registerAsync({ useFactory: async (config: ConfigService) => ({ secret: config.get('JWT_SECRET'), verifyOptions: { algorithms: ['HS256'] } }), inject: [ConfigService] });" },
  { name: 'Nest module with a class', code: "import { JwtModule } from '@nestjs/jwt';\nJwtModule.registerAsync({ useClass: JwtConfig });" },
  { name: 'Nest module without a key', code: "import { JwtModule } from '@nestjs/jwt';\n@Module({ imports: [JwtModule.register({})] })\nexport class AuthModule {}" },
  { name: 'Nest service behind a pinned module', code: NEST_SERVICE, files: { 'src/auth.module.ts': "import { JwtModule } from '@nestjs/jwt';\nexport const jwt = JwtModule.register({ secret: process.env.JWT_SECRET, verifyOptions: { algorithms: ['HS256'] } });" } },
  { name: 'Fastify', code: "import fastifyJwt from '@fastify/jwt';\napp.register(fastifyJwt, { secret: process.env.JWT_SECRET, verify: { algorithms: ['HS256'] } });" },
  { name: 'fast-jwt', code: "import { createVerifier } from 'fast-jwt';\nconst verify = createVerifier({ key: process.env.JWT_SECRET, algorithms: ['HS256'] });" },
  { name: 'jwt-simple', code: "const jwt = require('jwt-simple');\njwt.decode(token, key, false, 'HS256');", filename: 'auth.js' },
  { name: 'Hono verify', code: "import { verify } from 'hono/jwt';\nawait verify(token, c.env.JWT_SECRET, 'HS256');" },
  { name: 'Hono middleware', code: "import { jwt } from 'hono/jwt';\napp.use('/api/*', jwt({ secret: 'x', alg: 'HS256' }));" },
  { name: 'socketio-jwt', code: "const socketioJwt = require('socketio-jwt');\nio.use(socketioJwt.authorize({ secret, handshake: true, algorithms: ['HS256'] }));", filename: 'io.js' },
  { name: 'Cloudflare worker JWT never takes the algorithm from the token', code: "import jwt from '@tsndr/cloudflare-worker-jwt';\nawait jwt.verify(token, env.JWT_SECRET);" },

  /* ------------------------------------------------------------ not this rule's subject */
  { name: 'signing', code: `${JWT}jwt.sign({ sub }, key, { algorithm: 'HS256' });` },
  { name: 'signing without an algorithm', code: `${JWT}jwt.sign({ sub }, key);` },
  { name: 'decoding', code: `${JWT}jwt.decode(token);` },
  { name: 'jose decoding', code: "import { decodeJwt } from 'jose';\ndecodeJwt(token);" },
  { name: 'crypto.verify', code: "import crypto from 'node:crypto';\nconst jwtLike = crypto.verify('sha256', data, publicKey, signature);" },
  { name: 'argon2.verify', code: "import argon2 from 'argon2';\nawait argon2.verify(user.secretHash, password);" },
  { name: 'subtle.verify', code: "await crypto.subtle.verify('HMAC', secret, signature, data);" },
  { name: 'ethers verifyMessage', code: "import { verifyMessage } from 'ethers';\nverifyMessage(token, signature);" },
  { name: 'a function of our own', code: 'function verify(token, secret) { return token === secret; }\nverify(token, secret);' },
  { name: 'shadowed by a parameter', code: "import { verify } from 'jsonwebtoken';\nexport const run = (verify) => verify(token, secret);" },
  { name: 'shadowed by an inner import', code: "import jwt from 'jsonwebtoken';\nasync function f() {\n  const jwt = await import('./our-jwt.js');\n  jwt.verify(token, key);\n}" },
  { name: 'a module of ours with the same end', code: "import jwt from '../lib/jsonwebtoken';\njwt.verify(token, key);" },
  { name: 'only a type import', code: "import type { verify } from 'jsonwebtoken';\nexport type Verify = typeof verify;" },
  { name: 'in a comment', code: "// import jwt from 'jsonwebtoken'; jwt.verify(token, key)\nexport {};" },
  { name: 'in a text', code: "export const help = \"import jwt from 'jsonwebtoken'; jwt.verify(token, key)\";" },
  { name: 'empty file', code: '' },
  { name: 'only a byte order mark', code: '\uFEFF' },
  { name: 'verify passed on, not called', code: "import { verify } from 'jsonwebtoken';\nexport { verify as verifyJwt };" },
  { name: 'options set only by a guard', code: `${JWT}let options = { issuer: 'me' };\nif (isStrict) options = { algorithms: ['HS256'] };\njwt.verify(token, key, options);` },
];

const pinned = (code: string): InvalidCase['suggestions'] => [code];

// prettier-ignore
const invalid: readonly InvalidCase[] = [
  /* ------------------------------------------------------------ how the function gets here */
  { name: 'default import', code: `${JWT}jwt.verify(token, key);`, found: ['missing jwt.verify'], severities: ['low'], suggestions: pinned(`${JWT}jwt.verify(token, key, { algorithms: ['HS256'] });`) },
  { name: 'namespace import', code: "import * as jwt from 'jsonwebtoken';\njwt.verify(token, key);", found: ['missing jwt.verify'] },
  { name: 'renamed import', code: "import { verify as check } from 'jsonwebtoken';\ncheck(token, key);", found: ['missing check'] },
  { name: 'import with require', code: "import jwt = require('jsonwebtoken');\njwt.verify(token, key);", found: ['missing jwt.verify'], filename: 'src/auth.cts' },
  { name: 'dynamic import', code: "const { verify } = await import('jsonwebtoken');\nverify(token, key);", found: ['missing verify'], filename: 'src/auth.mts' },
  { name: 'CommonJS', code: "const { verify } = require('jsonwebtoken');\nmodule.exports = (token) => verify(token, process.env.JWT_SECRET);", found: ['missing verify'], filename: 'auth.cjs', suggestions: pinned("const { verify } = require('jsonwebtoken');\nmodule.exports = (token) => verify(token, process.env.JWT_SECRET, { algorithms: ['HS256'] });") },
  { name: 'require in place', code: "require('jsonwebtoken').verify(token, key);", found: ["missing require('jsonwebtoken').verify"], filename: 'auth.js' },
  { name: 'transpiled', code: "var jwt_1 = __importDefault(require('jsonwebtoken'));\n(0, jwt_1.default.verify)(token, key);", found: ['missing jwt_1.default.verify'], filename: 'auth.js' },
  { name: 'promisify', code: `import { promisify } from 'node:util';\n${JWT}await promisify(jwt.verify)(token, key);`, found: ['missing promisify(jwt.verify)'] },
  { name: 'promisify in a constant', code: `import { promisify } from 'node:util';\n${JWT}const verifyAsync = promisify(jwt.verify);\nexport const check = (token) => verifyAsync(token, key);`, found: ['missing verifyAsync'] },
  { name: 'bound', code: `${JWT}const check = jwt.verify.bind(jwt);\ncheck(token, key);`, found: ['missing check'] },
  { name: 'class field', code: `${JWT}class A {\n  jwt = jwt;\n  check(token) {\n    return this.jwt.verify(token, this.key);\n  }\n}`, found: ['missing this.jwt.verify'] },
  { name: 'inside a promise', code: `${JWT}export const check = (token) => new Promise((resolve, reject) => jwt.verify(token, key, (e, c) => (e ? reject(e) : resolve(c))));`, found: ['missing jwt.verify'], suggestions: pinned(`${JWT}export const check = (token) => new Promise((resolve, reject) => jwt.verify(token, key, { algorithms: ['HS256'] }, (e, c) => (e ? reject(e) : resolve(c))));`) },
  { name: 'optional call', code: `${JWT}jwt?.verify?.(token, key);`, found: ['missing jwt?.verify'] },
  { name: 'JSX file', code: `${JWT}export const Page = ({ token }) => <p>{jwt.verify(token, key).sub}</p>;`, found: ['missing jwt.verify'], filename: 'src/page.jsx' },
  { name: 'TSX file', code: `${JWT}export function Page({ token }: { token: string }) {\n  const claims = jwt.verify(token, key) as jwt.JwtPayload;\n  return <p>{claims.sub}</p>;\n}`, found: ['missing jwt.verify'], filename: 'src/page.tsx' },
  { name: 'Vue component', code: `<script setup lang="ts">\n${JWT}const claims = jwt.verify(token, key);\n</script>\n<template><p>{{ claims }}</p></template>\n`, found: ['missing jwt.verify'], filename: 'src/Page.vue' },
  { name: 'Windows line ends', code: "import jwt from 'jsonwebtoken';\r\njwt.verify(\r\n  token,\r\n  key,\r\n);\r\n", found: ['missing jwt.verify'], suggestions: pinned("import jwt from 'jsonwebtoken';\r\njwt.verify(\r\n  token,\r\n  key, { algorithms: ['HS256'] },\r\n);\r\n") },
  { name: 'npm specifier of Deno', code: "import jwt from 'npm:jsonwebtoken@9.0.2';\njwt.verify(token, key);", found: ['missing jwt.verify'] },
  { name: 'package of the same functions', code: "import { verifyAsync } from 'jsonwebtoken-promisified';\nawait verifyAsync(token, key);", found: ['missing verifyAsync'] },

  /* ------------------------------------------------------------ wrappers and their callers */
  { name: 'wrapper, one caller in the file without', code: `${JWT}const check = (token, options) => jwt.verify(token, key, options);\ncheck(a, { algorithms: ['HS256'] });\ncheck(b);`, found: ['missing jwt.verify'] },
  { name: 'exported wrapper, a caller in another file without', code: `${JWT}export const check = (token, options) => jwt.verify(token, key, { issuer: 'me', ...options });`, files: { 'src/guard.ts': "import { check } from './auth';\nexport const guard = (token) => check(token);\n" }, found: ['missing jwt.verify'] },
  { name: 'exported wrapper, a caller through a barrel-free alias without', code: `${JWT}function check(token, options) {\n  return jwt.verify(token, key, options);\n}\nexport { check as verifyToken };`, files: { 'src/guard.ts': "import { verifyToken as v } from './auth';\nv(token, { maxAge: '1h' });\n" }, found: ['missing jwt.verify'] },
  { name: 'exported strategy factory, its caller without', code: "import { Strategy } from 'passport-jwt';\nexport const strategy = (options) => new Strategy({ jwtFromRequest, ...options }, done);", files: { 'src/app.ts': "import { strategy } from './auth';\nconst jwtOptions = { secretOrKey: key, issuer: 'me' };\npassport.use(strategy(jwtOptions));\n" }, found: ['missing Strategy'] },
  { name: 're-exported by the project', code: "import { verifyToken } from './tokens';\nverifyToken(token, key);", files: { 'src/tokens.ts': "export { verify as verifyToken } from 'jsonwebtoken';\n" }, found: ['missing verifyToken'] },
  { name: 're-exported through a barrel, promisified', code: "import { verifyToken } from './lib';\nawait verifyToken(token, key);", files: { 'src/lib/index.ts': "export * from './tokens';\n", 'src/lib/tokens.ts': "import { promisify } from 'node:util';\nimport jwt from 'jsonwebtoken';\nexport const verifyToken = promisify(jwt.verify);\n" }, found: ['missing verifyToken'] },
  { name: 'options of a config module without a list', code: `${JWT}import { verifyOptions } from './config';\njwt.verify(token, key, verifyOptions);`, files: { 'src/config.ts': "export const verifyOptions = { issuer: 'me' };\n" }, found: ['missing jwt.verify'] },
  { name: 'empty list of a config module', code: `${JWT}import { algorithms } from './config';\njwt.verify(token, key, { algorithms });`, files: { 'src/config.ts': 'export const algorithms = undefined;\n' }, found: ['empty algorithms'] },
  { name: 'empty list refuses every token', code: `${JWT}jwt.verify(token, key, { algorithms: [] });`, found: ['refusing []'], severities: ['low'], message: 'refuses every token' },
  { name: 'empty list that fast-jwt takes for none', code: "import { createVerifier } from 'fast-jwt';\ncreateVerifier({ key, algorithms: [] });", found: ['empty []'] },

  /* ------------------------------------------------------------ what the options say */
  { name: 'other options', code: `${JWT}jwt.verify(token, key, { issuer: 'me' });`, found: ['missing jwt.verify'], suggestions: pinned(`${JWT}jwt.verify(token, key, { algorithms: ['HS256'], issuer: 'me' });`) },
  { name: 'no options in the object', code: `${JWT}jwt.verify(token, key, {});`, found: ['missing jwt.verify'], suggestions: pinned(`${JWT}jwt.verify(token, key, { algorithms: ['HS256'] });`) },
  { name: 'options in a constant', code: `${JWT}const options = { issuer: 'me' };\njwt.verify(token, key, options);`, found: ['missing jwt.verify'], suggestions: [] },
  { name: 'undefined options', code: `${JWT}jwt.verify(token, key, undefined, done);`, found: ['missing jwt.verify'], suggestions: pinned(`${JWT}jwt.verify(token, key, { algorithms: ['HS256'] }, done);`) },
  { name: 'undefined list', code: `${JWT}jwt.verify(token, key, { algorithms: undefined });`, found: ['empty undefined'], suggestions: pinned(`${JWT}jwt.verify(token, key, { algorithms: ['HS256'] });`) },
  { name: 'null list', code: `${JWT}jwt.verify(token, key, { algorithms: null });`, found: ['empty null'] },
  { name: 'singular option', code: `${JWT}jwt.verify(token, key, { algorithm: 'HS256' });`, found: ["misplaced 'HS256'"], message: '`algorithm`' },
  { name: 'short option', code: `${JWT}jwt.verify(token, key, { alg: 'HS256' });`, found: ["misplaced 'HS256'"] },
  { name: 'one branch without a pin', code: `${JWT}jwt.verify(token, key, maxAge ? { maxAge } : {});`, found: ['missing jwt.verify'] },
  { name: 'sign options reused', code: `${JWT}const options = { algorithm: 'HS256', issuer: 'me' };\njwt.verify(token, key, options);`, found: ["misplaced 'HS256'"] },

  /* ------------------------------------------------------------ keys */
  { name: 'key resolver', code: `${JWT}jwt.verify(token, (header, done) => client.getSigningKey(header.kid, (e, k) => done(e, k?.getPublicKey())), (error, claims) => done(error, claims));`, found: ['missing jwt.verify'], suggestions: [] },
  { name: 'callback declared as a function', code: `${JWT}jwt.verify(token, key, onVerified);\nfunction onVerified(error, claims) {\n  return claims;\n}`, found: ['missing jwt.verify'] },
  { name: 'public key by name', code: `${JWT}jwt.verify(token, publicKey);`, found: ['missing jwt.verify'], suggestions: [] },
  { name: 'public key from a file', code: `${JWT}import fs from 'node:fs';\njwt.verify(token, fs.readFileSync('jwt.key.pub'));`, found: ['missing jwt.verify'], suggestions: [] },
  { name: 'empty key', code: `${JWT}jwt.verify(token, null);`, found: ['missing jwt.verify'], severities: ['low'] },
  { name: "the project's own algorithm", files: {}, code: `${JWT}export const sign = (sub) => jwt.sign({ sub }, process.env.JWT_SECRET, { algorithm: 'HS512' });\nexport const check = (token) => jwt.verify(token, process.env.JWT_SECRET);`, found: ['missing jwt.verify'], suggestions: pinned(`${JWT}export const sign = (sub) => jwt.sign({ sub }, process.env.JWT_SECRET, { algorithm: 'HS512' });\nexport const check = (token) => jwt.verify(token, process.env.JWT_SECRET, { algorithms: ['HS512'] });`) },
  { name: "the project's own algorithm, from another file", code: `${JWT}export const check = (token) => jwt.verify(token, publicKey);`, files: { 'src/sign.ts': "import { sign } from 'jsonwebtoken';\nexport const make = (sub) => sign({ sub }, privateKey, { algorithm: 'RS256' });" }, found: ['missing jwt.verify'], suggestions: pinned(`${JWT}export const check = (token) => jwt.verify(token, publicKey, { algorithms: ['RS256'] });`) },
  { name: 'algorithm of the option', code: `${JWT}jwt.verify(token, key);`, options: { algorithms: ['HS384', 'HS512'] }, found: ['missing jwt.verify'], suggestions: pinned(`${JWT}jwt.verify(token, key, { algorithms: ['HS384', 'HS512'] });`) },

  /* ------------------------------------------------------------ other libraries */
  { name: 'jose, unpinned', code: "import { jwtVerify } from 'jose';\nawait jwtVerify(token, secret);", found: ['missing jwtVerify'], suggestions: pinned("import { jwtVerify } from 'jose';\nawait jwtVerify(token, secret, { algorithms: ['HS256'] });") },
  { name: 'jose with a remote key set', code: "import { createRemoteJWKSet, jwtVerify } from 'jose';\nconst JWKS = createRemoteJWKSet(new URL('https://id.example.test/jwks'));\nawait jwtVerify(token, JWKS, { issuer: 'me' });", found: ['missing jwtVerify'], suggestions: [] },
  { name: 'jose singular option', code: "import * as jose from 'jose';\nawait jose.jwtVerify(token, secret, { algorithm: 'HS256' });", found: ["misplaced 'HS256'"] },
  { name: 'express-jwt, unpinned', code: "import { expressjwt as jwt } from 'express-jwt';\napp.use(jwt({ secret: process.env.JWT_SECRET }));", found: ['missing jwt'], severities: ['low'], suggestions: pinned("import { expressjwt as jwt } from 'express-jwt';\napp.use(jwt({ algorithms: ['HS256'], secret: process.env.JWT_SECRET }));") },
  { name: 'express-jwt 5 with unless', code: "const jwt = require('express-jwt');\napp.use(jwt({ secret: process.env.JWT_SECRET }).unless({ path: ['/login'] }));", found: ['missing jwt'], filename: 'app.js' },
  { name: 'koa-jwt, unpinned', code: "const jwt = require('koa-jwt');\napp.use(jwt({ secret: process.env.JWT_SECRET }));", found: ['missing jwt'], filename: 'app.js' },
  { name: 'passport-jwt', code: "const JwtStrategy = require('passport-jwt').Strategy;\npassport.use(new JwtStrategy({ jwtFromRequest, secretOrKey: process.env.JWT_SECRET }, verify));", found: ['missing JwtStrategy'], filename: 'passport.js' },
  { name: 'passport-jwt with options by assignment, unpinned', code: "const { Strategy } = require('passport-jwt');\nconst opts = {};\nopts.secretOrKey = process.env.JWT_SECRET;\npassport.use(new Strategy(opts, verify));", found: ['missing Strategy'], filename: 'passport.js' },
  { name: 'passport-jwt in the nested options', code: "import { Strategy } from 'passport-jwt';\nnew Strategy({ secretOrKey: key, jsonWebTokenOptions: { algorithms: ['HS256'] } }, verify);", found: ["misplaced ['HS256']"], message: '`jsonWebTokenOptions.algorithms`' },
  { name: 'Nest passport strategy, unpinned', code: "import { Strategy, ExtractJwt } from 'passport-jwt';\nimport { PassportStrategy } from '@nestjs/passport';\n@Injectable()\nexport class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {\n  constructor(config: ConfigService) {\n    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), ignoreExpiration: false, secretOrKey: config.get('JWT_SECRET') });\n  }\n}", found: ['missing super'] },
  { name: 'Nest module, unpinned', code: "import { JwtModule } from '@nestjs/jwt';\nJwtModule.register({ secret: process.env.JWT_SECRET });", found: ['missing JwtModule.register'], suggestions: pinned("import { JwtModule } from '@nestjs/jwt';\nJwtModule.register({ verifyOptions: { algorithms: ['HS256'] }, secret: process.env.JWT_SECRET });") },
  { name: 'Nest module that only pins signing', code: "import { JwtModule } from '@nestjs/jwt';\nJwtModule.register({ secret: process.env.JWT_SECRET, signOptions: { algorithm: 'HS256', expiresIn: '1h' } });", found: ['missing JwtModule.register'] },
  { name: 'Nest module with the list at the top', code: "import { JwtModule } from '@nestjs/jwt';\nJwtModule.register({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] });", found: ["misplaced ['HS256']"] },
  { name: 'Nest module with a factory, unpinned', code: "import { JwtModule } from '@nestjs/jwt';\nJwtModule.registerAsync({ inject: [ConfigService], useFactory: (config: ConfigService) => ({ secret: config.get('JWT_SECRET') }) });", found: ['missing JwtModule.registerAsync'], suggestions: pinned("import { JwtModule } from '@nestjs/jwt';\nJwtModule.registerAsync({ inject: [ConfigService], useFactory: (config: ConfigService) => ({ verifyOptions: { algorithms: ['HS256'] }, secret: config.get('JWT_SECRET') }) });") },
  { name: 'Nest service', code: NEST_SERVICE, found: ['missing this.jwtService.verifyAsync'] },
  { name: 'Nest service with a secret of its own', code: "import { JwtService } from '@nestjs/jwt';\nexport class Refresh {\n  constructor(private readonly jwt: JwtService) {}\n  check(token: string) {\n    return this.jwt.verify(token, { secret: process.env.REFRESH_SECRET });\n  }\n}", found: ['missing this.jwt.verify'], suggestions: pinned("import { JwtService } from '@nestjs/jwt';\nexport class Refresh {\n  constructor(private readonly jwt: JwtService) {}\n  check(token: string) {\n    return this.jwt.verify(token, { algorithms: ['HS256'], secret: process.env.REFRESH_SECRET });\n  }\n}") },
  { name: 'Nest service by private name', code: "import { JwtService } from '@nestjs/jwt';\nclass A {\n  readonly #jwt: JwtService;\n  constructor(jwt: JwtService) {\n    this.#jwt = jwt;\n  }\n  check(token: string) {\n    return this.#jwt.verify(token);\n  }\n}", found: ['missing this.#jwt.verify'] },
  { name: 'Fastify, unpinned', code: "import fastifyJwt from '@fastify/jwt';\nawait app.register(fastifyJwt, { secret: process.env.JWT_SECRET });", found: ['missing app.register'] },
  { name: 'Fastify that only pins signing', code: "app.register(require('@fastify/jwt'), { secret: process.env.JWT_SECRET, sign: { algorithm: 'HS512' } });", found: ['missing app.register'], filename: 'app.cjs' },
  { name: 'fast-jwt, unpinned', code: "import { createVerifier } from 'fast-jwt';\nconst check = createVerifier({ key: async () => process.env.JWT_SECRET });", found: ['missing createVerifier'] },
  { name: 'fast-jwt singular option', code: "const { createVerifier } = require('fast-jwt');\ncreateVerifier({ key, algorithm: 'HS256' });", found: ["misplaced 'HS256'"], filename: 'auth.js' },
  { name: 'jwt-simple, unpinned', code: "const jwt = require('jwt-simple');\nconst claims = jwt.decode(token, app.get('jwtTokenSecret'));", found: ['missing jwt.decode'], filename: 'auth.js', severities: ['low'], suggestions: [] },
  { name: 'Hono verify, unpinned', code: "import { verify } from 'hono/jwt';\nawait verify(token, c.env.JWT_SECRET);", found: ['missing verify'], suggestions: pinned("import { verify } from 'hono/jwt';\nawait verify(token, c.env.JWT_SECRET, 'HS256');") },
  { name: 'Hono middleware with the other spelling', code: "import { jwt } from 'hono/jwt';\napp.use(jwt({ secret: env.JWT_SECRET, algorithms: ['HS256'] }));", found: ["misplaced ['HS256']"] },
  { name: 'socketio-jwt, unpinned', code: "const socketioJwt = require('socketio-jwt');\nio.use(socketioJwt.authorize({ secret: process.env.JWT_SECRET, handshake: true }));", found: ['missing socketioJwt.authorize'], filename: 'io.js' },
  { name: 'two calls in one file', code: `${JWT}export const a = (t) => jwt.verify(t, access);\nexport const b = (t) => jwt.verify(t, refresh, { algorithms: ['HS256'] });\nexport const c = (t) => jwt.verify(t, reset, { maxAge: '1h' });`, found: ['missing jwt.verify', 'missing jwt.verify'] },
];

describeRule('require-algorithms', valid, invalid);
