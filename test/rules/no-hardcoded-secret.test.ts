import { describeRule, type InvalidCase, type RuleCase } from '../support/rule-cases.ts';

const JWT = "import jwt from 'jsonwebtoken';\n";
const NEST = "import { JwtModule } from '@nestjs/jwt';\n";

// prettier-ignore
const valid: readonly RuleCase[] = [
  { name: 'message that mentions a setting', code: 'export const help = `Set it first:\n\nexport JWT_SECRET=changeme\n`;' },
  { name: 'settings whose secret is filled in', code: 'export const env = `PORT=3000\nJWT_SECRET=${secret}\nHOST=me\nDEBUG=1`;' },
  { name: 'text passed to a function whose result is the key', code: `import { readSecret } from './store';\nexport const key = await readSecret({ name: 'jwt_secret.key', issuer: 'fixture-issuer' }); // jwt`, files: { 'src/store.ts': 'export async function readSecret(options) {\n  return (await load(options.name)) ?? options.issuer;\n}\n', 'src/tokens.ts': `${JWT}import { key } from './auth';\njwt.sign({}, key);\n` } },
  { name: 'text passed to another function of the same name', code: "import { makeToken } from './other';\nmakeToken(1, 'fixture-secret'); // jwt", files: { 'src/tokens.ts': `${JWT}export const makeToken = (sub, key) => jwt.sign({ sub }, key);\n`, 'src/other.ts': 'export const makeToken = (sub, key) => key;\n' } },

  /* ------------------------------------------------------------ the secret is elsewhere */
  { name: 'secret of Firebase', code: `${JWT}import { defineSecret } from 'firebase-functions/params';\nconst secret = defineSecret('ACCESS_TOKEN_SECRET');\njwt.sign({ sub }, secret.value());` },
  { name: 'function that asks by name', code: `${JWT}const ask = (name) => process.env[name];\njwt.sign({ sub }, ask('ACCESS_TOKEN_SECRET'));` },
  { name: 'imported function that asks by name', code: `${JWT}import { ask } from './ask';\njwt.sign({ sub }, ask('ACCESS_TOKEN_SECRET'));` },
  { name: 'store that is asked by name', code: `${JWT}jwt.sign({ sub }, await vault.read('ACCESS_TOKEN_SECRET'));` },
  { name: 'settings that are asked by a name of their own', code: `${JWT}const SECRET = 'ACCESS_TOKEN_SECRET';\njwt.sign({ sub }, config.get(SECRET));` },
  { name: 'environment by a name in another constant', code: `${JWT}const SECRET = 'ACCESS_TOKEN_SECRET';\njwt.sign({ sub }, process.env[SECRET]);` },
  { name: 'environment', code: `${JWT}jwt.sign({ sub }, process.env.JWT_SECRET);` },
  { name: 'environment, checked', code: `${JWT}const secret = process.env.JWT_SECRET;\nif (!secret) throw new Error('JWT_SECRET is not set');\njwt.sign({ sub }, secret);` },
  { name: 'environment by destructuring', code: `${JWT}const { JWT_SECRET } = process.env;\njwt.sign({ sub }, JWT_SECRET!);` },
  { name: 'environment of Vite', code: `${JWT}jwt.sign({ sub }, import.meta.env.JWT_SECRET);` },
  { name: 'environment of Deno', code: "import { create } from 'npm:jsonwebtoken@9';\nconst jwtSecret = Deno.env.get('JWT_SECRET');" },
  { name: 'environment of Bun', code: `${JWT}jwt.sign({ sub }, Bun.env.JWT_SECRET);` },
  { name: 'environment by a name in a constant', code: `${JWT}const name = 'JWT_SECRET';\njwt.sign({ sub }, process.env[name]);` },
  { name: 'environment as bytes', code: "import { SignJWT } from 'jose';\nconst secret = new TextEncoder().encode(process.env.JWT_SECRET);\nawait new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(secret);" },
  { name: 'config service', code: `${NEST}JwtModule.registerAsync({ inject: [ConfigService], useFactory: (config: ConfigService) => ({ secret: config.getOrThrow<string>('JWT_SECRET') }) });` },
  { name: 'configuration package', code: `${JWT}import config from 'config';\njwt.sign({ sub }, config.get('auth.jwt.secret'));` },
  { name: 'file', code: `${JWT}import { readFileSync } from 'node:fs';\njwt.sign({ sub }, readFileSync('/run/secrets/jwt', 'utf8').trim());` },
  { name: 'random', code: `${JWT}import { randomBytes } from 'node:crypto';\nconst jwtSecret = randomBytes(32).toString('hex');\njwt.sign({ sub }, jwtSecret);` },
  { name: 'bytes to be filled', code: "import { SignJWT } from 'jose';\nconst jwtKey = new Uint8Array(32);\ncrypto.getRandomValues(jwtKey);\nawait new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(jwtKey);" },
  { name: 'secret manager', code: `${JWT}const jwtSecret = await client.getSecretValue({ SecretId: 'prod/jwt-secret' });\njwt.sign({ sub }, jwtSecret.SecretString);` },
  { name: 'vault path', code: `${JWT}const jwtSecretPath = 'secret/data/jwt';\njwt.sign({ sub }, (await vault.read(jwtSecretPath)).data.key);` },
  { name: 'parameter', code: `${JWT}export const make = (sub: string, jwtSecret: string) => jwt.sign({ sub }, jwtSecret);` },
  { name: 'function of another package', code: `${JWT}import { secretFor } from '@acme/keys';\njwt.sign({ sub }, await secretFor('billing'));` },
  { name: 'constant of another file that reads the environment', code: `${JWT}import { jwtSecret } from './config';\njwt.sign({ sub }, jwtSecret);`, files: { 'src/config.ts': 'export const jwtSecret = process.env.JWT_SECRET;' } },
  { name: 'constant of another file holds it; the finding is there', code: `${JWT}import { jwtSecret } from './config';\njwt.sign({ sub }, jwtSecret);`, files: { 'src/config.ts': "export const jwtSecret = 'made-up-4412-mango-tango';" } },
  { name: 'fallback is the subject of another rule', code: `${JWT}jwt.sign({ sub }, process.env.JWT_SECRET || 'made-up-4412-mango-tango');` },
  { name: 'class field from a config service', code: `${JWT}class Tokens {\n  private readonly jwtSecret: string;\n  constructor(config: ConfigService) {\n    this.jwtSecret = config.get('JWT_SECRET')!;\n  }\n  make() {\n    return jwt.sign({}, this.jwtSecret);\n  }\n}` },
  { name: 'Worker binding', code: "import { sign } from 'hono/jwt';\napp.post('/login', async (c) => c.json({ token: await sign({ sub: 'x' }, c.env.JWT_SECRET) }));" },
  { name: 'public key', code: `${JWT}jwt.verify(token, '-----BEGIN PUBLIC KEY-----\\nMFkwEwYHKoZIzj0CAQYI\\n-----END PUBLIC KEY-----', { algorithms: ['ES256'] });` },
  { name: 'declared type', code: 'declare const JWT_SECRET: string;\nexport interface Env {\n  JWT_SECRET: string;\n}' },
  { name: 'type literal', code: "export type Names = { jwtSecret: 'made-up-4412-mango-tango' };" },

  /* ------------------------------------------------------------ slots and references */
  { name: 'empty text', code: "export const jwtSecret = '';" },
  { name: 'slot in angle brackets', code: "export const jwtSecret = '<your jwt secret>';" },
  { name: 'row of x', code: "export const jwtSecret = 'xxxxxxxxxxxxxxxx';" },
  { name: 'template reference', code: "export const template = { jwtSecret: '${JWT_SECRET}' };" },
  { name: 'part of an unknown value', code: `${JWT}jwt.sign({ sub }, \`prefix-\${process.env.JWT_SECRET}\`);` },
  { name: 'joined with an unknown value', code: `${JWT}jwt.sign({ sub }, 'prefix-' + user.passwordHash);` },

  /* ------------------------------------------------------------ names as values */
  { name: 'name of the variable', code: "export const JWT_SECRET = 'JWT_SECRET';" },
  { name: 'name of the variable, in a map', code: "export const names = { jwtSecret: 'JWT_SECRET' };" },
  { name: 'names of variables that must be set', code: "for (const name of ['JWT_SECRET', 'REFRESH_TOKEN_SECRET']) if (!process.env[name]) throw new Error(name);" },
  { name: 'name of a variable under a telling name', code: "const JWT_SECRET_ENV = 'APP_JWT_SIGNING';\nexport const secret = process.env[JWT_SECRET_ENV];" },
  { name: 'name of a secret in a manager', code: "export const jwtSecretName = 'prod/auth/signing-material';" },
  { name: 'path of a file', code: "export const jwtSecretFile = '/run/secrets/jwt';" },
  { name: 'environment name in a mapping', code: "export default { auth: { jwt: { secret: 'AUTH_JWT_SECRET' } } };", filename: 'config/custom-environment-variables.js' },
  { name: 'dependency injection token', code: "export const JWT_SECRET_PROVIDER = 'jwt-secret-provider';" },
  { name: 'header name', code: "export const tokenHeader = 'x-access-token';" },
  { name: 'storage key', code: "export const TOKEN_STORAGE_KEY = 'access-token';" },

  /* ------------------------------------------------------------ refusing and comparing */
  { name: 'comparison with a default', code: "if (process.env.JWT_SECRET === 'made-up-4412-mango-tango') throw new Error('change the secret');" },
  { name: 'comparison with a constant', code: "const DEFAULT_JWT_SECRET = 'made-up-4412-mango-tango';\nif (process.env.JWT_SECRET === DEFAULT_JWT_SECRET) throw new Error('change it');" },
  { name: 'deny list', code: "const FORBIDDEN_JWT_SECRETS = ['secret', 'changeme'];\nif (FORBIDDEN_JWT_SECRETS.includes(process.env.JWT_SECRET)) throw new Error('weak');" },
  { name: 'deny set', code: "const weakSecrets = new Set(['made-up-4412-mango-tango']);\nif (weakSecrets.has(process.env.JWT_SECRET!)) throw new Error('weak');" },
  { name: 'one forbidden value', code: "export const INSECURE_JWT_SECRET = 'made-up-4412-mango-tango';" },
  { name: 'switch over the value', code: "switch (process.env.JWT_SECRET) {\n  case 'made-up-4412-mango-tango':\n    throw new Error('change it');\n}" },

  /* ------------------------------------------------------------ texts about secrets */
  { name: 'error messages', code: "export const messages = { jwtSecret: 'The JWT secret is not set' };" },
  { name: 'error text under a name', code: "export const JWT_SECRET_ERROR = 'The JWT secret is not set';" },
  { name: 'label of a form', code: "export const labels = { jwtSecret: 'Signing secret' };" },
  { name: 'translations', code: "export default { translations: { de: { jwtSecret: 'Geheimer Schluessel' } } };" },
  { name: 'placeholder attribute', code: "export const Field = () => <input name=\"jwtSecret\" placeholder=\"JWT secret\" />;", filename: 'src/field.tsx' },
  { name: 'description in a schema', code: "import { z } from 'zod';\nexport const env = z.object({ JWT_SECRET: z.string().min(32, 'JWT_SECRET is too short').describe('signs the tokens') });" },
  { name: 'schema of types', code: "export const schema = { properties: { jwtSecret: { type: 'string', title: 'Signing secret' } } };" },
  { name: 'code of a document that names no library', filename: 'README.md', code: "```js\napp.use(login({ secret: 'made-up-4412-mango-tango' }));\n```\n" },
  { name: 'code of a document with a slot', filename: 'README.md', code: "```js\nimport { expressjwt } from 'express-jwt';\napp.use(expressjwt({ secret: '<your secret>', algorithms: ['HS256'] }));\n```\n" },
  { name: 'code of a document that reads the environment', filename: 'README.md', code: "```js\nimport { expressjwt } from 'express-jwt';\napp.use(expressjwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] }));\n```\n" },
  { name: 'documentation', code: "export const help = `\n  jwt.sign(payload, 'made-up-4412-mango-tango')\n`;" },
  { name: 'comment', code: "// const JWT_SECRET = 'made-up-4412-mango-tango';\n/* jwt.sign({}, 'made-up-4412-mango-tango') */\nexport {};" },
  { name: 'empty file', code: '' },
  { name: 'length of the secret', code: 'export const JWT_SECRET_LENGTH = 64;' },
  { name: 'life time', code: "export const jwtConfig = { expiresIn: '15m', issuer: 'api', audience: 'web', algorithm: 'HS256' };" },

  /* ------------------------------------------------------------ other secrets */
  { name: 'session', code: "import session from 'express-session';\napp.use(session({ secret: 'made-up-4412-mango-tango', resave: false }));\nexport const jwtInUse = false;" },
  { name: 'cookie', code: "import cookieParser from 'cookie-parser';\napp.use(cookieParser('made-up-4412-mango-tango')); // jwt cookie" },
  { name: 'iron-session', code: "export const sessionOptions = { cookieName: 'jwt', password: 'made-up-4412-mango-tango-0000-9999' };" },
  { name: 'webhook', code: "export const STRIPE_WEBHOOK_SECRET = 'made-up-4412-mango-tango';" },
  { name: 'webhook HMAC', code: "import crypto from 'node:crypto';\nconst webhookSecret = 'made-up-4412-mango-tango';\ncrypto.createHmac('sha256', webhookSecret).update(body).digest('hex');" },
  { name: 'TOTP', code: "import { authenticator } from 'otplib';\nconst totpSecret = 'KVKFKRCPNZQUYMLX';\nauthenticator.check(code, totpSecret);" },
  { name: 'OAuth client', code: "export const google = { clientId: 'x', clientSecret: 'made-up-4412-mango-tango' };" },
  { name: 'API key', code: "export const apiKey = 'made-up-4412-mango-tango';\nexport const jwtEnabled = true;" },
  { name: 'password hash', code: "import bcrypt from 'bcrypt';\nawait bcrypt.compare('secret', hash);\nconst jwtLike = bcrypt.hash('made-up-4412-mango-tango', 10);" },
  { name: 'wallet', code: "import { Wallet } from 'ethers';\nconst secret = new Wallet('0x' + 'ab'.repeat(32)).signMessage('made-up-4412-mango-tango');" },
  { name: 'crypto.sign', code: "import crypto from 'node:crypto';\ncrypto.sign('sha256', data, 'made-up-4412-mango-tango');" },
  { name: 'sign of our own', code: "function sign(payload, secret) {}\nsign({}, 'made-up-4412-mango-tango');" },
  { name: 'shadowed import', code: "import { sign } from 'jsonwebtoken';\nexport const run = (sign) => sign({}, 'made-up-4412-mango-tango');" },
  { name: 'shadowed constant', code: `${JWT}const key = 'made-up-4412-mango-tango';\nexport const make = (key: string) => jwt.sign({}, key);` },
  { name: 'payload', code: `${JWT}jwt.sign('made-up-4412-mango-tango', process.env.JWT_SECRET);` },
  { name: 'token', code: `${JWT}jwt.verify('made-up-4412-mango-tango', process.env.JWT_SECRET, { algorithms: ['HS256'] });` },
  { name: 'secret by name only, with the option', code: "export const JWT_SECRET = 'made-up-4412-mango-tango';", options: { checkNames: false } },
  { name: 'generic secret nobody uses', code: "export const secret = 'made-up-4412-mango-tango';" },
  { name: 'database password beside JWT settings', code: "export default { jwt: { expiresIn: '1h' }, db: { password: 'made-up-4412-mango-tango' } };" },
];

const S = "'made-up-4412-mango-tango'";
const used = [`hardcoded ${S}`];
const named = [`named ${S}`];

// prettier-ignore
const invalid: readonly InvalidCase[] = [
  /* ------------------------------------------------------------ names in place of values */
  { name: 'name of a variable in quotes', code: `${JWT}jwt.sign({ sub }, 'ACCESS_TOKEN_SECRET');`, found: ["hardcoded 'ACCESS_TOKEN_SECRET'"] },
  { name: 'name of a variable in a constant', code: `${JWT}const key = 'ACCESS_TOKEN_SECRET';\njwt.verify(token, key);`, found: ["hardcoded 'ACCESS_TOKEN_SECRET'"] },

  /* ------------------------------------------------------------ files inside of files */
  { name: 'settings that a generator writes', code: `import { EOL } from 'node:os';\nexport const env = \`PORT=3000\${EOL}JWT_SECRET=fixture-generated\${EOL}HOST=\${host}\${EOL}DEBUG=1\`;`, found: ['named fixture-generated'] },
  { name: 'snapshot of a configuration', code: 'expect(config).toMatchInlineSnapshot(`\n  {\n    "jwtSecret": "fixture-snapshot",\n    "port": 3000,\n    "host": "me",\n  }\n`);', found: ['named fixture-snapshot'] },

  /* ------------------------------------------------------------ code of documents */
  { name: 'middleware in the code of a document', filename: 'README.md', code: "# Usage\n\n```js\nconst { expressjwt: login } = require('express-jwt');\napp.use(login({ secret: 'made-up-4412-mango-tango', algorithms: ['HS256'] }));\n```\n", found: ["hardcoded 'made-up-4412-mango-tango'"], message: 'written in the code and verifies tokens in `expressjwt` (express-jwt)' },
  { name: 'call in the code of a document', filename: 'README.md', code: "```js\njwt.sign(payload, 'made-up-4412-mango-tango', { expiresIn: '1h' });\n```\n", found: ["hardcoded 'made-up-4412-mango-tango'"] },
  { name: 'plugin in the code of a document', filename: 'docs/start.mdx', code: "```ts\nconst app = require('fastify')();\nconst phrase: string = 'made-up-4412-mango-tango';\napp.register(require('@fastify/jwt'), { secret: phrase });\n```\n", found: ["hardcoded 'made-up-4412-mango-tango'"] },

  /* ------------------------------------------------------------ passed to an exported function */
  { name: 'passed to a wrapper of another module', code: `import { makeToken } from './tokens';\nexport const login = (sub) => makeToken(sub, ${S}); // jwt`, files: { 'src/tokens.ts': `${JWT}export const makeToken = (sub, key) => jwt.sign({ sub }, key, { expiresIn: 60 });\n` }, found: used, message: 'signs tokens' },
  { name: 'passed to a wrapper of another module, in an object', code: `const { makeToken } = require('./tokens');\nmakeToken(1, { secret: ${S} }); // jwt`, filename: 'src/auth.js', files: { 'src/tokens.js': "const jwt = require('jsonwebtoken');\nmodule.exports = { makeToken: (sub, options) => jwt.sign({ sub }, options.secret) };\n" }, found: used },
  { name: 'passed on by a second wrapper', code: `import { login } from './login';\nlogin(1, ${S}); // jwt`, files: { 'src/login.ts': "import { makeToken } from './tokens';\nexport const login = (sub, key) => makeToken(sub, key);\n", 'src/tokens.ts': `${JWT}export function makeToken(sub, key) {\n  return jwt.sign({ sub }, key, { expiresIn: 60 });\n}\n` }, found: used },

  /* ------------------------------------------------------------ how the function gets here */
  { name: 'default import', code: `${JWT}jwt.sign({ sub }, ${S});`, found: used, severities: ['critical'], message: 'signs tokens in `sign` (jsonwebtoken)', suggestions: [`${JWT}jwt.sign({ sub }, process.env.JWT_SECRET);`] },
  { name: 'namespace import', code: `import * as jwt from 'jsonwebtoken';\njwt.verify(token, ${S}, { algorithms: ['HS256'] });`, found: used, message: 'verifies tokens' },
  { name: 'renamed import', code: `import { sign as make } from 'jsonwebtoken';\nmake({}, ${S});`, found: used },
  { name: 'import with require', code: `import jwt = require('jsonwebtoken');\njwt.sign({}, ${S});`, filename: 'src/auth.cts', found: used },
  { name: 'dynamic import', code: `const { default: jwt } = await import('jsonwebtoken');\njwt.sign({}, ${S});`, filename: 'src/auth.mts', found: used },
  { name: 'CommonJS', code: `const { sign } = require('jsonwebtoken');\nmodule.exports = (sub) => sign({ sub }, ${S});`, filename: 'auth.cjs', found: used },
  { name: 'promisify', code: `import { promisify } from 'node:util';\n${JWT}const signAsync = promisify(jwt.sign);\nawait signAsync({}, ${S}, {});`, found: used },
  { name: 'Windows line ends', code: `import jwt from 'jsonwebtoken';\r\n\r\njwt.sign(\r\n  { sub },\r\n  ${S},\r\n);\r\n`, found: used, suggestions: ["import jwt from 'jsonwebtoken';\r\n\r\njwt.sign(\r\n  { sub },\r\n  process.env.JWT_SECRET,\r\n);\r\n"] },
  { name: 'JSX file', code: `${JWT}export const Page = () => <p>{jwt.sign({}, ${S})}</p>;`, filename: 'src/page.jsx', found: used },
  { name: 'TSX file', code: `${JWT}export const Page = <T,>(props: T) => <p>{jwt.sign({ ...props }, ${S} as string)}</p>;`, filename: 'src/page.tsx', found: used },
  { name: 'Vue component', code: `<script setup lang="ts">\n${JWT}const token = jwt.sign({}, ${S});\n</script>\n<template><p>{{ token }}</p></template>\n`, filename: 'src/Page.vue', found: used },
  { name: 'Nuxt server route with two scripts', code: `<template><p /></template>\n<script>\nexport default {};\n</script>\n<script setup>\n${JWT}jwt.sign({}, ${S});\n</script>\n`, filename: 'src/Page.vue', found: used },

  /* ------------------------------------------------------------ the way of the value */
  { name: 'constant', code: `${JWT}const signingSecret = ${S};\njwt.sign({}, signingSecret);`, found: used, message: '`signingSecret`', suggestions: [`${JWT}const signingSecret = process.env.SIGNING_SECRET;\njwt.sign({}, signingSecret);`] },
  { name: 'constant with a name that says nothing', code: `${JWT}const k = ${S};\njwt.sign({}, k);`, found: used, suggestions: [`${JWT}const k = process.env.JWT_SECRET;\njwt.sign({}, k);`] },
  { name: 'upper-case name', code: `${JWT}const ACCESS_TOKEN_SECRET = ${S};\njwt.sign({}, ACCESS_TOKEN_SECRET);`, found: used, suggestions: [`${JWT}const ACCESS_TOKEN_SECRET = process.env.ACCESS_TOKEN_SECRET;\njwt.sign({}, ACCESS_TOKEN_SECRET);`] },
  { name: 'two values of one variable', code: `${JWT}let secret = ${S};\nif (isTest) secret = 'made-up-for-tests-9120';\njwt.sign({}, secret);`, found: [...used, "hardcoded 'made-up-for-tests-9120'"] },
  { name: 'ternary of two literals', code: `${JWT}jwt.sign({}, isProd ? 'made-up-prod-3371-kiwi' : 'made-up-dev-5512-plum');`, found: ["hardcoded 'made-up-prod-3371-kiwi'", "hardcoded 'made-up-dev-5512-plum'"] },
  { name: 'template literal', code: `${JWT}jwt.sign({}, \`made-up-4412-mango-tango\`);`, found: ['hardcoded `made-up-4412-mango-tango`'] },
  { name: 'joined constants', code: `${JWT}const prefix = 'made-up-';\njwt.sign({}, prefix + '4412-mango-tango');`, found: ["hardcoded prefix + '4412-mango-tango'"] },
  { name: 'joined list', code: `${JWT}jwt.sign({}, ['made-up', '4412', 'mango'].join('-'));`, found: ["hardcoded ['made-up', '4412', 'mango'].join('-')"] },
  { name: 'number', code: `${JWT}jwt.sign({}, String(4412009871));`, found: ['hardcoded 4412009871'] },
  { name: 'settings object', code: `${JWT}const settings = { auth: { key: ${S} } };\njwt.sign({}, settings.auth.key);`, found: used },
  { name: 'settings object by spread', code: `${JWT}const base = { key: ${S} };\nconst settings = { ...base, ttl: 60 };\njwt.sign({}, settings.key);`, found: used },
  { name: 'settings object by Object.assign', code: `${JWT}const settings = Object.assign({}, { key: ${S} });\njwt.sign({}, settings.key);`, found: used },
  { name: 'settings object, filled later', code: `${JWT}const settings = {};\nObject.assign(settings, { key: ${S} });\njwt.sign({}, settings.key);`, filename: 'src/auth.js', found: used },
  { name: 'settings object as const', code: `${JWT}const settings = { key: ${S} } as const satisfies Settings;\njwt.sign({}, settings.key);`, found: used },
  { name: 'destructured from settings', code: `${JWT}const { auth: { key: signer } } = { auth: { key: ${S} } };\njwt.sign({}, signer);`, found: used },
  { name: 'enum', code: `${JWT}enum Keys {\n  Access = ${S},\n}\njwt.sign({}, Keys.Access);`, found: used },
  { name: 'class field', code: `${JWT}class Tokens {\n  private readonly key = ${S};\n  make() {\n    return jwt.sign({}, this.key);\n  }\n}`, found: used },
  { name: 'private field', code: `${JWT}class Tokens {\n  #key = ${S};\n  make() {\n    return jwt.sign({}, this.#key);\n  }\n}`, found: used },
  { name: 'static field', code: `${JWT}class Tokens {\n  static readonly KEY = ${S};\n}\njwt.sign({}, Tokens.KEY);`, found: used },
  { name: 'field set in the constructor', code: `${JWT}class Tokens {\n  constructor() {\n    this.key = ${S};\n  }\n  make() {\n    return jwt.sign({}, this.key);\n  }\n}`, filename: 'src/auth.js', found: used },
  { name: 'field set in a method', code: `${JWT}class Tokens {\n  private key?: string;\n  onModuleInit() {\n    if (true) {\n      this.key = ${S};\n    }\n  }\n  make() {\n    return jwt.sign({}, this.key);\n  }\n}`, found: used },
  { name: 'getter', code: `${JWT}class Tokens {\n  get key() {\n    return ${S};\n  }\n  make() {\n    return jwt.sign({}, this.key);\n  }\n}`, found: used },
  { name: 'function that returns it', code: `${JWT}const secretOf = async () => ${S};\njwt.sign({}, await secretOf());`, found: used },
  { name: 'argument of a helper', code: `${JWT}function make(payload: object, key: string) {\n  return jwt.sign(payload, key);\n}\nmake({ sub }, ${S});`, found: used },
  { name: 'bytes', code: `import { SignJWT } from 'jose';\nconst key = new TextEncoder().encode(${S});\nawait new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(key);`, found: used },
  { name: 'bytes by an encoder', code: `import * as jose from 'jose';\nconst encoder = new TextEncoder();\nawait jose.jwtVerify(token, encoder.encode(${S}), { algorithms: ['HS256'] });`, found: used },
  { name: 'Buffer of base64', code: `${JWT}jwt.sign({}, Buffer.from('bWFkZS11cC1tYW5nby10YW5nbw==', 'base64'));`, found: ["hardcoded 'bWFkZS11cC1tYW5nby10YW5nbw=='"] },
  { name: 'key object', code: `import { createSecretKey } from 'node:crypto';\n${JWT}jwt.sign({}, createSecretKey(Buffer.from(${S})));`, found: used },
  { name: 'key with a passphrase', code: `${JWT}jwt.sign({}, { key: ${S}, passphrase: '' });`, found: used },
  { name: 'key resolver', code: `${JWT}jwt.verify(token, (header, done) => done(null, ${S}), { algorithms: ['HS256'] }, callback);`, found: used },
  { name: 'key resolver that is declared', code: `import { Strategy } from 'passport-jwt';\nfunction provider(request, token, done) {\n  return done(null, ${S});\n}\nnew Strategy({ secretOrKeyProvider: provider, algorithms: ['HS256'] }, verify);`, found: used },
  { name: 'key resolver that is async', code: `import { createVerifier } from 'fast-jwt';\ncreateVerifier({ key: async () => ${S}, algorithms: ['HS256'] });`, found: used },

  /* ------------------------------------------------------------ across files */
  { name: 'exported constant', code: `export const jwtKey = ${S};`, filename: 'src/keys.ts', files: { 'src/auth.ts': `${JWT}import { jwtKey } from './keys';\njwt.sign({}, jwtKey);` }, found: used },
  { name: 'default export of settings', code: `export default { jwt: { secret: ${S} } };`, filename: 'src/config.ts', files: { 'src/auth.ts': `${JWT}import config from './config.js';\njwt.sign({}, config.jwt.secret);` }, found: used },
  { name: 'CommonJS settings', code: `module.exports = { jwt: { secret: ${S} } };`, filename: 'config.js', files: { 'auth.js': "const jwt = require('jsonwebtoken');\nconst config = require('./config');\njwt.sign({}, config.jwt.secret);" }, found: used },
  { name: 'CommonJS settings by member', code: `exports.jwtSecret = ${S};`, filename: 'config.js', files: { 'auth.js': "const jwt = require('jsonwebtoken');\njwt.sign({}, require('./config').jwtSecret);" }, found: used },
  { name: 'through a barrel', code: `export const jwtConstants = { secret: ${S} };`, filename: 'src/auth/constants.ts', files: { 'src/auth/index.ts': "export * from './constants';", 'src/module.ts': `${NEST}import { jwtConstants } from './auth';\nJwtModule.register({ secret: jwtConstants.secret });` }, found: used, message: '@nestjs/jwt' },
  { name: 'through a barrel that renames', code: `export const jwtSecret = ${S};`, filename: 'src/auth/constants.ts', files: { 'src/auth/index.ts': "export { jwtSecret as signingSecret } from './constants';", 'src/sign.ts': `${JWT}import { signingSecret } from './auth/index.js';\njwt.sign({}, signingSecret);` }, found: used },

  /* ------------------------------------------------------------ other libraries */
  { name: 'express-jwt', code: `import { expressjwt } from 'express-jwt';\napp.use(expressjwt({ secret: ${S}, algorithms: ['HS256'] }));`, found: used },
  { name: 'koa-jwt', code: `const jwt = require('koa-jwt');\napp.use(jwt({ secret: ${S} }));`, filename: 'app.js', found: used },
  { name: 'passport-jwt', code: `const { Strategy } = require('passport-jwt');\nconst opts = {};\nopts.secretOrKey = ${S};\npassport.use(new Strategy(opts, verify));`, filename: 'passport.js', found: used },
  { name: 'Nest passport strategy', code: `import { Strategy } from 'passport-jwt';\nimport { PassportStrategy } from '@nestjs/passport';\nclass S extends PassportStrategy(Strategy) {\n  constructor() {\n    super({ secretOrKey: ${S}, algorithms: ['HS256'] });\n  }\n}`, found: used },
  { name: 'Nest module', code: `${NEST}@Module({ imports: [JwtModule.register({ global: true, secret: ${S}, signOptions: { expiresIn: '60s' } })] })\nexport class AuthModule {}`, found: used, message: 'is the JWT secret in `JwtModule.register`' },
  { name: 'Nest module with a factory', code: `${NEST}JwtModule.registerAsync({ useFactory: async () => ({ secret: ${S} }) });`, found: used },
  { name: 'Nest service', code: `import { JwtService } from '@nestjs/jwt';\nclass A {\n  constructor(private jwt: JwtService) {}\n  make() {\n    return this.jwt.signAsync({}, { secret: ${S} });\n  }\n}`, found: used },
  { name: 'Fastify', code: `import fastifyJwt from '@fastify/jwt';\napp.register(fastifyJwt, { secret: ${S} });`, found: used },
  { name: 'Hono', code: `import { jwt } from 'hono/jwt';\napp.use('/api/*', jwt({ secret: ${S}, alg: 'HS256' }));`, found: used },
  { name: 'Elysia', code: `import { jwt } from '@elysiajs/jwt';\nnew Elysia().use(jwt({ name: 'jwt', secret: ${S} }));`, found: used },
  { name: 'jwt-simple', code: `const jwt = require('jwt-simple');\njwt.encode({}, ${S});`, filename: 'auth.js', found: used },
  { name: 'NextAuth', code: `import NextAuth from 'next-auth';\nexport default NextAuth({ secret: ${S}, providers: [] });`, found: used },
  { name: 'Payload', code: `import { buildConfig } from 'payload';\nexport default buildConfig({ secret: ${S} });`, found: used },
  { name: 'Cloudflare worker JWT', code: `import jwt from '@tsndr/cloudflare-worker-jwt';\nawait jwt.sign({}, ${S});`, found: used },

  /* ------------------------------------------------------------ by name only */
  { name: 'constant by name', code: `export const JWT_SECRET = ${S};`, found: named, severities: ['high'], suggestions: ['export const JWT_SECRET = process.env.JWT_SECRET;'] },
  { name: 'settings by name', code: `export default { jwt: { secret: ${S}, expiresIn: '1h' } };`, found: named },
  { name: 'settings by a quoted name', code: `export default { 'jwt-secret': ${S} };`, found: named },
  { name: 'refresh token secret by name', code: `export const refreshTokenSecret = ${S};`, found: named, suggestions: ['export const refreshTokenSecret = process.env.REFRESH_TOKEN_SECRET;'] },
  { name: 'class field by name', code: `export class Config {\n  readonly jwtSecret = ${S};\n}`, found: named },
  { name: 'member by name', code: `config.jwtSecret = ${S};`, filename: 'config.js', found: named },
  { name: 'environment written in code', code: `process.env.JWT_SECRET = ${S};`, filename: 'src/start.js', found: named },
  { name: 'name in another language', code: `const segredoJwt = ${S};`, filename: 'src/auth.js', found: named },
  { name: 'compared and used', code: `${JWT}const DEFAULT_KEY = ${S};\nif (process.env.JWT_SECRET === DEFAULT_KEY) console.warn('default');\njwt.sign({}, DEFAULT_KEY);`, found: used },
];

describeRule('no-hardcoded-secret', valid, invalid);
