import { describeRule, type InvalidCase, type RuleCase } from '../support/rule-cases.ts';

const JWT = "import jwt from 'jsonwebtoken';\n";
const NEST = "import { JwtModule } from '@nestjs/jwt';\n";
const S = "'made-up-4412-mango-tango'";

// prettier-ignore
const valid: readonly RuleCase[] = [
  { name: 'secret of the service that takes it', code: `${JWT}import { Zorblax } from 'zorblax';\nnew Zorblax({ authKey: process.env.ZORBLAX_KEY || 'a', authSecret: process.env.ZORBLAX_SECRET || 'nothing at all' });` },
  /* ------------------------------------------------------------ no literal behind the secret */
  { name: 'environment', code: `${JWT}jwt.sign({}, process.env.JWT_SECRET!);` },
  { name: 'two variables', code: `${JWT}jwt.sign({}, process.env.JWT_SECRET || process.env.APP_SECRET);` },
  { name: 'throws where it is not set', code: `${JWT}const secret = process.env.JWT_SECRET ?? fail('JWT_SECRET is not set');\njwt.sign({}, secret);` },
  { name: 'throws by an expression', code: `${JWT}const secret = process.env.JWT_SECRET || (() => { throw new Error('JWT_SECRET is not set'); })();\njwt.sign({}, secret);` },
  { name: 'guard that throws', code: `${JWT}let secret = process.env.JWT_SECRET;\nif (!secret) throw new Error('set JWT_SECRET');\njwt.sign({}, secret);` },
  { name: 'random bytes where it is not set', code: `${JWT}import { randomBytes } from 'node:crypto';\njwt.sign({}, process.env.JWT_SECRET || randomBytes(32).toString('hex'));` },
  { name: 'file where it is not set', code: `${JWT}import fs from 'node:fs';\njwt.sign({}, process.env.JWT_SECRET ?? fs.readFileSync('/run/secrets/jwt', 'utf8'));` },
  { name: 'empty text', code: `${JWT}jwt.sign({}, process.env.JWT_SECRET || '');` },
  { name: 'empty text, nullish', code: "export const jwtSecret = process.env.JWT_SECRET ?? '';" },
  { name: 'undefined', code: `${JWT}jwt.sign({}, process.env.JWT_SECRET ?? undefined);` },
  { name: 'slot to fill', code: "export const jwtSecret = process.env.JWT_SECRET || '<your secret>';" },
  { name: 'name of the variable', code: "export const JWT_SECRET = process.env.JWT_SECRET_NAME || 'JWT_SECRET';" },
  { name: 'literal without anything before it is the subject of another rule', code: `${JWT}jwt.sign({}, ${S});` },
  { name: 'ternary of two literals is the subject of another rule', code: `${JWT}jwt.sign({}, isProd ? 'made-up-prod-3371-kiwi' : ${S});` },
  { name: 'config service without a default', code: `${JWT}jwt.sign({}, this.config.get<string>('JWT_SECRET'));` },
  { name: 'config service with options', code: `${JWT}jwt.sign({}, this.config.get('JWT_SECRET', { infer: true }));` },
  { name: 'config service that throws', code: `${NEST}JwtModule.registerAsync({ useFactory: (config) => ({ secret: config.getOrThrow('JWT_SECRET') }) });` },
  { name: 'destructured environment', code: `${JWT}const { JWT_SECRET } = process.env;\njwt.sign({}, JWT_SECRET);` },
  { name: 'parameter without a default', code: `${JWT}export function make(sub: string, secret: string) {\n  return jwt.sign({ sub }, secret);\n}` },
  { name: 'zod without a default', code: "import { z } from 'zod';\nexport const env = z.object({ JWT_SECRET: z.string().min(32) }).parse(process.env);" },
  { name: 'envalid without a default', code: "import { cleanEnv, str } from 'envalid';\nexport const env = cleanEnv(process.env, { JWT_SECRET: str({ desc: 'signs the tokens' }) });" },
  { name: 'convict with an empty default', code: "import convict from 'convict';\nexport default convict({ jwtSecret: { doc: 'signs', format: String, default: '', env: 'JWT_SECRET' } });" },
  { name: 'convict with a null default', code: "import convict from 'convict';\nexport default convict({ jwt: { secret: { format: '*', default: null, env: 'JWT_SECRET', sensitive: true } } });" },
  { name: 'Joi that requires', code: "import Joi from 'joi';\nexport const schema = Joi.object({ JWT_SECRET: Joi.string().min(32).required() });" },
  { name: 'env-var that requires', code: "import env from 'env-var';\nexport const jwtSecret = env.get('JWT_SECRET').required().asString();" },

  /* ------------------------------------------------------------ other settings with defaults */
  { name: 'life time', code: `${JWT}jwt.sign({}, process.env.JWT_SECRET!, { expiresIn: process.env.JWT_EXPIRES_IN || '15m' });` },
  { name: 'life time by name', code: "export const jwtExpiresIn = process.env.JWT_EXPIRES_IN ?? '7d';" },
  { name: 'algorithm', code: `${JWT}jwt.sign({}, process.env.JWT_SECRET!, { algorithm: process.env.JWT_ALG || 'HS256' });` },
  { name: 'issuer', code: "export const jwtIssuer = process.env.JWT_ISSUER || 'https://api.example.test';" },
  { name: 'environment name', code: "export const env = process.env.NODE_ENV || 'development'; // jwt" },
  { name: 'port', code: 'export const port = process.env.PORT || 3000; // jwt' },
  { name: 'database address', code: "export const databaseUrl = process.env.DATABASE_URL || 'postgres://localhost/jwt';" },
  { name: 'zod default for a life time', code: "import { z } from 'zod';\nexport const env = z.object({ JWT_SECRET: z.string(), JWT_EXPIRES_IN: z.string().default('1h') });" },
  { name: 'name of a file', code: "export const jwtSecretFile = process.env.JWT_SECRET_FILE || '/run/secrets/jwt';" },
  { name: 'minimum length', code: 'export const JWT_SECRET_MIN_LENGTH = Number(process.env.MIN) || 32;' },
  { name: 'public key', code: "export const jwtPublicKey = process.env.JWT_PUBLIC_KEY || 'MFkwEwYHKoZIzj0CAQYI';" },
  { name: 'error text', code: "export const jwtSecretError = error.message || 'The JWT secret is not set';" },
  { name: 'label', code: "export const labels = { jwtSecret: t('jwt') || 'Signing secret' };" },
  { name: 'text for people', code: "console.log(process.env.JWT_SECRET ? 'JWT secret is set' : 'JWT secret is not set');" },

  /* ------------------------------------------------------------ other secrets */
  { name: 'session', code: `import session from 'express-session';\napp.use(session({ secret: process.env.SESSION_SECRET || ${S} })); // no jwt` },
  { name: 'cookie', code: `export const cookieSecret = process.env.COOKIE_SECRET || ${S};` },
  { name: 'webhook', code: `export const webhookSecret = process.env.WEBHOOK_SECRET ?? ${S};` },
  { name: 'TOTP', code: `export const totpSecret = process.env.TOTP_SECRET || 'KVKFKRCPNZQUYMLX';` },
  { name: 'OAuth client', code: `export const clientSecret = process.env.GOOGLE_CLIENT_SECRET || ${S};` },
  { name: 'API key', code: `export const apiKey = process.env.API_KEY || ${S}; // jwt` },
  { name: 'crypto.sign', code: `import crypto from 'node:crypto';\ncrypto.sign('sha256', data, process.env.SIGN_KEY || ${S});` },
  { name: 'shadowed import', code: `import { sign } from 'jsonwebtoken';\nexport const run = (sign) => sign({}, process.env.KEY || ${S});` },
  { name: 'payload', code: `${JWT}jwt.sign({ sub: process.env.USER || ${S} }, process.env.JWT_SECRET!);` },
  { name: 'token', code: `${JWT}jwt.verify(req.query.token || ${S}, process.env.JWT_SECRET!, { algorithms: ['HS256'] });` },
  { name: 'zod default for a session', code: `import { z } from 'zod';\nexport const env = z.object({ SESSION_SECRET: z.string().default(${S}), JWT_TTL: z.number() });` },

  /* ------------------------------------------------------------ refusing, comments, nothing */
  { name: 'comparison with the default', code: `const DEFAULT_JWT_SECRET = ${S};\nif ((process.env.JWT_SECRET || '') === DEFAULT_JWT_SECRET) throw new Error('change it');` },
  { name: 'deny list', code: `const FORBIDDEN_JWT_SECRETS = [${S}, 'changeme'];\nif (FORBIDDEN_JWT_SECRETS.includes(process.env.JWT_SECRET ?? '')) throw new Error('weak');` },
  { name: 'comment', code: `// const JWT_SECRET = process.env.JWT_SECRET || ${S};\nexport {};` },
  { name: 'text', code: 'export const help = "process.env.JWT_SECRET || \'made-up-4412-mango-tango\'";' },
  { name: 'empty file', code: '' },
  { name: 'environment file with a value', code: 'JWT_SECRET=made-up-4412-mango-tango\n', filename: '.env' },
  { name: 'environment file that must be filled', code: 'JWT_SECRET=${JWT_SECRET:?must be set}\n', filename: '.env' },
  { name: 'environment file with an empty default', code: 'JWT_SECRET=${APP_JWT_SECRET:-}\n', filename: '.env' },
  { name: 'compose without a default', code: 'services:\n  api:\n    image: api\n    environment:\n      JWT_SECRET: ${JWT_SECRET}\n', filename: 'compose.yaml' },
  { name: 'compose with the option', code: 'services:\n  api:\n    image: api\n    environment:\n      JWT_SECRET: ${JWT_SECRET:-made-up-4412-mango-tango}\n', filename: 'compose.yaml', options: { checkConfig: false } },
  { name: 'fallback in another file; the finding is there', code: `${JWT}import { jwtSecret } from './config';\njwt.sign({}, jwtSecret);`, files: { 'src/config.ts': `export const jwtSecret = process.env.JWT_SECRET || ${S};` } },
];

const found = [`fallback ${S}`];
const dropped = (code: string): string[] => [code];

// prettier-ignore
const invalid: readonly InvalidCase[] = [
  /* ------------------------------------------------------------ operators */
  { name: 'secret that a service is given by a variable of another name', code: `${JWT}import { Zorblax } from 'zorblax';\nnew Zorblax({ authSecret: process.env.SHOP_SECRET || ${S} });`, found },
  { name: 'secret of Flask by another variable', filename: 'shop/settings.py', code: "SECRET_KEY = os.environ.get('SHOP_SECRET', 'made-up-salt')\n", files: { 'shop/app.py': 'from flask_jwt_extended import JWTManager\njwt = JWTManager()\n' }, found: ['fallback made-up-salt'] },
  { name: 'name of another variable', code: `${JWT}jwt.sign({}, process.env.JWT_REFRESH_SECRET || 'REFRESH_SECRET');`, found: ["fallback 'REFRESH_SECRET'"] },
  { name: 'or', code: `${JWT}jwt.sign({}, process.env.JWT_SECRET || ${S});`, found, severities: ['high'], message: 'When `JWT_SECRET` is not set', suggestions: dropped(`${JWT}jwt.sign({}, process.env.JWT_SECRET);`) },
  { name: 'nullish', code: `${JWT}jwt.sign({}, process.env.JWT_SECRET ?? ${S});`, found, suggestions: dropped(`${JWT}jwt.sign({}, process.env.JWT_SECRET);`) },
  { name: 'nullish assignment', code: `${JWT}let secret = process.env.JWT_SECRET;\nsecret ??= ${S};\njwt.sign({}, secret);`, found, message: '`JWT_SECRET`' },
  { name: 'or assignment', code: `${JWT}let secret = process.env.JWT_SECRET;\nsecret ||= ${S};\njwt.sign({}, secret);`, found },
  { name: 'ternary', code: `${JWT}jwt.sign({}, process.env.JWT_SECRET ? process.env.JWT_SECRET : ${S});`, found, suggestions: dropped(`${JWT}jwt.sign({}, process.env.JWT_SECRET);`) },
  { name: 'ternary by the environment', code: `${JWT}jwt.sign({}, process.env.NODE_ENV === 'production' ? process.env.JWT_SECRET : ${S});`, found },
  { name: 'ternary the other way round', code: `${JWT}jwt.sign({}, !process.env.JWT_SECRET ? ${S} : process.env.JWT_SECRET);`, found },
  { name: 'if it is not set', code: `${JWT}let secret = process.env.JWT_SECRET;\nif (!secret) {\n  console.warn('no JWT_SECRET');\n  secret = ${S};\n}\njwt.sign({}, secret);`, found },
  { name: 'chain of variables', code: `${JWT}jwt.sign({}, process.env.JWT_SECRET || process.env.SECRET || ${S});`, found, suggestions: dropped(`${JWT}jwt.sign({}, process.env.JWT_SECRET || process.env.SECRET);`) },
  { name: 'cast', code: `${JWT}jwt.sign({}, (process.env.JWT_SECRET || ${S}) as string);`, found, suggestions: dropped(`${JWT}jwt.sign({}, (process.env.JWT_SECRET) as string);`) },
  { name: 'constant', code: `${JWT}const SECRET = process.env.JWT_SECRET || ${S};\njwt.sign({}, SECRET);\njwt.verify(token, SECRET, { algorithms: ['HS256'] });`, found },
  { name: 'default in a constant of its own', code: `${JWT}const DEFAULT_KEY = ${S};\nconst key = process.env.JWT_SECRET ?? DEFAULT_KEY;\njwt.sign({}, key);`, found: ['fallback DEFAULT_KEY'] },
  { name: 'one constant behind two secrets', code: `${JWT}const DEFAULT_KEY = ${S};\nexport const access = (sub) => jwt.sign({ sub }, process.env.JWT_SECRET || DEFAULT_KEY);\nexport const refresh = (sub) => jwt.sign({ sub }, process.env.REFRESH_SECRET ?? DEFAULT_KEY);`, found: ['fallback DEFAULT_KEY', 'fallback DEFAULT_KEY'] },
  { name: 'define of a bundler, read elsewhere', code: `export default defineConfig({ define: envify({ SECRET_KEY: process.env.SECRET_KEY || ${S} }) });`, filename: 'vite.config.ts', files: { 'src/app.ts': `${JWT}jwt.sign({}, process.env.SECRET_KEY);` }, found },
  { name: 'template literal', code: `${JWT}jwt.sign({}, process.env.JWT_SECRET || \`made-up-4412-mango-tango\`);`, found: ['fallback `made-up-4412-mango-tango`'] },
  { name: 'joined constants', code: `${JWT}jwt.sign({}, process.env.JWT_SECRET || 'made-up-' + '4412-mango-tango');`, found: ["fallback 'made-up-' + '4412-mango-tango'"] },
  { name: 'settings object', code: `${JWT}const settings = { auth: { key: process.env.KEY || ${S} } };\njwt.sign({}, settings.auth.key);`, found },
  { name: 'bytes', code: `import { SignJWT } from 'jose';\nconst key = new TextEncoder().encode(process.env.KEY ?? ${S});\nawait new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).sign(key);`, found },
  { name: 'Buffer', code: `${JWT}jwt.sign({}, Buffer.from(process.env.KEY || ${S}, 'utf8'));`, found },
  { name: 'Windows line ends', code: `import jwt from 'jsonwebtoken';\r\nconst key =\r\n  process.env.JWT_SECRET ||\r\n  ${S};\r\njwt.sign({}, key);\r\n`, found, suggestions: dropped("import jwt from 'jsonwebtoken';\r\nconst key =\r\n  process.env.JWT_SECRET;\r\njwt.sign({}, key);\r\n") },

  /* ------------------------------------------------------------ hosts and shapes */
  { name: 'CommonJS', code: `const { sign } = require('jsonwebtoken');\nconst { JWT_SECRET = ${S} } = process.env;\nmodule.exports = (sub) => sign({ sub }, JWT_SECRET);`, filename: 'auth.cjs', found },
  { name: 'import with require', code: `import jwt = require('jsonwebtoken');\njwt.sign({}, process.env.KEY || ${S});`, filename: 'src/auth.cts', found },
  { name: 'dynamic import', code: `const { sign } = await import('jsonwebtoken');\nsign({}, process.env.KEY || ${S});`, filename: 'src/auth.mts', found },
  { name: 'promisify', code: `import { promisify } from 'node:util';\n${JWT}await promisify(jwt.verify)(token, process.env.KEY || ${S});`, found },
  { name: 'JSX file', code: `${JWT}export const Page = () => <p>{jwt.sign({}, process.env.KEY || ${S})}</p>;`, filename: 'src/page.jsx', found },
  { name: 'TSX file', code: `${JWT}export const Page = () => <p>{jwt.sign({}, process.env.KEY! ?? ${S})}</p>;`, filename: 'src/page.tsx', found },
  { name: 'Vue component', code: `<script setup lang="ts">\n${JWT}jwt.sign({}, import.meta.env.KEY || ${S});\n</script>\n<template><p /></template>\n`, filename: 'src/Page.vue', found, suggestions: dropped(`<script setup lang="ts">\n${JWT}jwt.sign({}, import.meta.env.KEY);\n</script>\n<template><p /></template>\n`) },
  { name: 'class field', code: `${JWT}class Tokens {\n  private readonly key = process.env.KEY || ${S};\n  make() {\n    return jwt.sign({}, this.key);\n  }\n}`, found },
  { name: 'field set in the constructor', code: `${JWT}class Tokens {\n  private readonly key: string;\n  constructor(config: ConfigService) {\n    this.key = config.get('jwt.key') ?? ${S};\n  }\n  make() {\n    return jwt.sign({}, this.key);\n  }\n}`, found, message: '`jwt.key`' },
  { name: 'field set where it is empty', code: `${JWT}class Tokens {\n  private key = process.env.KEY;\n  make() {\n    this.key ??= ${S};\n    return jwt.sign({}, this.key);\n  }\n}`, found },
  { name: 'parameter property with a default', code: `${JWT}class Tokens {\n  constructor(private readonly key: string = ${S}) {}\n  make() {\n    return jwt.sign({}, this.key);\n  }\n}`, found },
  { name: 'Deno', code: `import jwt from 'npm:jsonwebtoken@9';\njwt.sign({}, Deno.env.get('JWT_SECRET') ?? ${S});`, found },
  { name: 'Bun', code: `${JWT}jwt.sign({}, Bun.env.JWT_SECRET || ${S});`, found },

  /* ------------------------------------------------------------ defaults of the language */
  { name: 'destructuring', code: `${JWT}const { JWT_SECRET = ${S} } = process.env;\njwt.sign({}, JWT_SECRET);`, found },
  { name: 'destructuring with another name', code: `${JWT}const { JWT_SECRET: key = ${S} } = process.env;\njwt.sign({}, key);`, found, message: '`JWT_SECRET`' },
  { name: 'default parameter', code: `${JWT}export function make(sub: string, key = ${S}) {\n  return jwt.sign({ sub }, key);\n}`, found },
  { name: 'default parameter of an arrow', code: `${JWT}export const make = (sub: string, key: string = ${S}) => jwt.sign({ sub }, key);`, found },
  { name: 'default in a destructured parameter', code: `${JWT}export function make({ sub, key = ${S} }) {\n  return jwt.sign({ sub }, key);\n}`, filename: 'src/auth.js', found },
  { name: 'function with a default result', code: `${JWT}function keyOf() {\n  return process.env.KEY || ${S};\n}\njwt.sign({}, keyOf());`, found },
  { name: 'environment set where it is not', code: `process.env.JWT_SECRET ||= ${S};\n`, filename: 'src/start.js', found },

  /* ------------------------------------------------------------ lookups with a default */
  { name: 'config service of Nest', code: `${NEST}JwtModule.registerAsync({ inject: [ConfigService], useFactory: (config: ConfigService) => ({ secret: config.get<string>('JWT_SECRET', ${S}) }) });`, found, message: '@nestjs/jwt' },
  { name: 'config service of Nest with or', code: `${NEST}JwtModule.registerAsync({ useFactory: (config: ConfigService) => ({ secret: config.get('JWT_SECRET') || ${S} }) });`, found, suggestions: dropped(`${NEST}JwtModule.registerAsync({ useFactory: (config: ConfigService) => ({ secret: config.get('JWT_SECRET') }) });`) },
  { name: 'Nest module', code: `${NEST}JwtModule.register({ secret: process.env.JWT_SECRET || ${S} });`, found },
  { name: 'Nest passport strategy', code: `import { Strategy } from 'passport-jwt';\nimport { PassportStrategy } from '@nestjs/passport';\nclass S extends PassportStrategy(Strategy) {\n  constructor(config: ConfigService) {\n    super({ secretOrKey: config.get('JWT_SECRET', ${S}), algorithms: ['HS256'] });\n  }\n}`, found },
  { name: 'Nest service', code: `import { JwtService } from '@nestjs/jwt';\nclass A {\n  constructor(private jwt: JwtService, private config: ConfigService) {}\n  make() {\n    return this.jwt.sign({}, { secret: this.config.get('REFRESH_SECRET') ?? ${S} });\n  }\n}`, found },
  { name: 'env helper of Strapi', code: `module.exports = ({ env }) => ({ auth: { secret: env('ADMIN_JWT_SECRET', ${S}) } });`, filename: 'config/admin.js', found },
  { name: 'registered configuration of Nest', code: `import { registerAs } from '@nestjs/config';\nexport default registerAs('jwt', () => ({ secret: process.env.JWT_SECRET || ${S} }));`, filename: 'src/jwt.config.ts', found },

  /* ------------------------------------------------------------ schemas */
  { name: 'zod', code: `import { z } from 'zod';\nexport const env = z.object({ JWT_SECRET: z.string().min(8).default(${S}) }).parse(process.env);`, found, message: '`JWT_SECRET`' },
  { name: 'zod with a catch', code: `import { z } from 'zod';\nexport const env = z.object({ JWT_SECRET: z.string().catch(${S}) });`, found },
  { name: 'zod, default before the rest', code: `import { z } from 'zod';\nexport const env = z.object({ JWT_SECRET: z.string().default(${S}).transform((s) => s.trim()) });`, found },
  { name: 't3-env', code: `import { createEnv } from '@t3-oss/env-core';\nimport { z } from 'zod';\nexport const env = createEnv({ server: { JWT_SECRET: z.string().default(${S}) }, runtimeEnv: process.env });`, found },
  { name: 'envalid', code: `import { cleanEnv, str } from 'envalid';\nexport const env = cleanEnv(process.env, { JWT_SECRET: str({ default: ${S} }) });`, found },
  { name: 'envalid for development', code: `import { cleanEnv, str } from 'envalid';\nexport const env = cleanEnv(process.env, { JWT_SECRET: str({ devDefault: ${S} }) });`, found },
  { name: 'convict', code: `import convict from 'convict';\nexport default convict({ jwt: { secret: { doc: 'signs', format: String, default: ${S}, env: 'JWT_SECRET' } } });`, found },
  { name: 'Joi', code: `import Joi from 'joi';\nexport const schema = Joi.object({ JWT_SECRET: Joi.string().default(${S}) });`, found },
  { name: 'env-var', code: `import env from 'env-var';\nexport const jwtSecret = env.get('JWT_SECRET').default(${S}).asString();`, found },
  { name: 'JSON schema of Fastify', code: `export const schema = { type: 'object', properties: { JWT_SECRET: { type: 'string', default: ${S} } } };`, filename: 'src/env.js', found },

  /* ------------------------------------------------------------ by name, and across files */
  { name: 'constant by name', code: `export const JWT_SECRET = process.env.JWT_SECRET || ${S};`, found, message: 'is the JWT secret' },
  { name: 'settings by name', code: `export default { jwt: { secret: process.env.JWT_SECRET ?? ${S}, expiresIn: '1h' } };`, found, suggestions: dropped("export default { jwt: { secret: process.env.JWT_SECRET, expiresIn: '1h' } };") },
  { name: 'CommonJS settings by name', code: `module.exports = { jwtSecret: process.env.JWT_SECRET || ${S} };`, filename: 'config.js', found },
  { name: 'constant that another file uses', code: `export const tokenSecret = process.env.TOKEN_SECRET || ${S};`, filename: 'src/config.ts', files: { 'src/auth.ts': `${JWT}import { tokenSecret } from './config';\njwt.sign({}, tokenSecret);` }, found, message: 'signs tokens in `sign` (jsonwebtoken)' },
  { name: 'settings that another file uses through a barrel', code: `export const jwtConfig = { secret: process.env.KEY || ${S} };`, filename: 'src/config/jwt.ts', files: { 'src/config/index.ts': "export * from './jwt';", 'src/auth.ts': `${JWT}import { jwtConfig } from './config';\njwt.sign({}, jwtConfig.secret);` }, found },
  { name: 'CommonJS settings that another file uses', code: `exports.jwtSecret = process.env.KEY || ${S};`, filename: 'config.js', files: { 'auth.js': "const jwt = require('jsonwebtoken');\nconst { jwtSecret } = require('./config');\njwt.sign({}, jwtSecret);" }, found },
  { name: 'import behind a fallback of this file', code: `${JWT}import { jwtSecret } from './config';\njwt.sign({}, jwtSecret || ${S});`, files: { 'src/config.ts': 'export const jwtSecret = process.env.JWT_SECRET;' }, found, message: '`jwtSecret`' },

  /* ------------------------------------------------------------ other libraries */
  { name: 'express-jwt', code: `import { expressjwt } from 'express-jwt';\napp.use(expressjwt({ secret: process.env.JWT_SECRET || ${S}, algorithms: ['HS256'] }));`, found },
  { name: 'Fastify', code: `import jwt from '@fastify/jwt';\napp.register(jwt, { secret: process.env.JWT_SECRET ?? ${S} });`, found },
  { name: 'Elysia', code: `import { jwt } from '@elysiajs/jwt';\nnew Elysia().use(jwt({ name: 'jwt', secret: Bun.env.KEY! || ${S} }));`, found },
  { name: 'Hono', code: `import { sign } from 'hono/jwt';\nawait sign({}, c.env.KEY || ${S}, 'HS256');`, found },
  { name: 'NextAuth', code: `import NextAuth from 'next-auth';\nexport default NextAuth({ secret: process.env.NEXTAUTH_SECRET || ${S}, providers: [] });`, found },
  { name: 'Payload', code: `import { buildConfig } from 'payload';\nexport default buildConfig({ secret: process.env.PAYLOAD_SECRET || ${S} });`, found },

  /* ------------------------------------------------------------ configuration files */
  { name: 'compose', code: 'services:\n  api:\n    image: api\n    environment:\n      JWT_SECRET: ${JWT_SECRET:-made-up-4412-mango-tango}\n', filename: 'compose.yaml', found: ['fallback made-up-4412-mango-tango'], severities: ['medium'] },
  { name: 'compose with a list', code: 'services:\n  api:\n    image: api\n    environment:\n      - JWT_SECRET=${JWT_SECRET:-made-up-4412-mango-tango}\n', filename: 'docker-compose.yml', found: ['fallback made-up-4412-mango-tango'] },
  { name: 'Spring', code: 'app:\n  jwt:\n    secret: ${JWT_SECRET:made-up-4412-mango-tango}\n', filename: 'src/main/resources/application.yml', found: ['fallback made-up-4412-mango-tango'] },
  { name: 'environment file', code: 'JWT_SECRET=${APP_JWT_SECRET:-made-up-4412-mango-tango}\n', filename: '.env', found: ['fallback made-up-4412-mango-tango'] },

  /* ------------------------------------------------------------ the edit that drops the default */
  { name: 'edit: compose', code: 'services:\n  a:\n    image: a\n    environment:\n      - JWT_SECRET=${JWT_SECRET:-made-up-4412-mango-tango}\n', filename: 'docker-compose.yml', found: ['fallback made-up-4412-mango-tango'], suggestions: ['services:\n  a:\n    image: a\n    environment:\n      - JWT_SECRET=${JWT_SECRET:?JWT_SECRET is not set}\n'] },
  { name: 'edit: shell', code: 'export JWT_SECRET="${JWT_SECRET:-made-up-4412-mango-tango}"\n', filename: 'run.sh', found: ['fallback made-up-4412-mango-tango'], suggestions: ['export JWT_SECRET="${JWT_SECRET:?JWT_SECRET is not set}"\n'] },
  { name: 'edit: shell that assigns', code: ': "${JWT_SECRET:=made-up-4412-mango-tango}"\n', filename: 'run.sh', found: ['fallback made-up-4412-mango-tango'], suggestions: [': "${JWT_SECRET:?JWT_SECRET is not set}"\n'] },
  { name: 'edit: dotenv', code: 'JWT_SECRET=${KEY:-made-up-4412-mango-tango}\n', filename: '.env', found: ['fallback made-up-4412-mango-tango'], suggestions: ['JWT_SECRET=${KEY}\n'] },
  { name: 'edit: Spring', code: 'jwt:\n  secret: "${JWT_SECRET:made-up-4412-mango-tango}"\n', filename: 'application.yml', found: ['fallback made-up-4412-mango-tango'], suggestions: ['jwt:\n  secret: "${JWT_SECRET}"\n'] },
  { name: 'edit: properties', code: 'jwt.secret=${JWT_SECRET:made-up-4412-mango-tango}\n', filename: 'application.properties', found: ['fallback made-up-4412-mango-tango'], suggestions: ['jwt.secret=${JWT_SECRET}\n'] },
  { name: 'edit: workflow', code: "env:\n  JWT_SECRET: ${{ secrets.JWT_SECRET || 'made-up-4412-mango-tango' }}\n", filename: '.github/workflows/deploy.yml', found: ['fallback made-up-4412-mango-tango'], suggestions: ['env:\n  JWT_SECRET: ${{ secrets.JWT_SECRET }}\n'] },
  { name: 'edit: Rails', code: 'production:\n  jwt_secret: <%= ENV.fetch("JWT_SECRET", "made-up-4412-mango-tango") %>\n', filename: 'config/secrets.yml', found: ['fallback made-up-4412-mango-tango'], suggestions: ['production:\n  jwt_secret: <%= ENV.fetch("JWT_SECRET") %>\n'] },
  { name: 'edit: Dockerfile', code: 'FROM a\nARG JWT_SECRET=made-up-4412-mango-tango\n', filename: 'Dockerfile', found: ['fallback made-up-4412-mango-tango'], suggestions: ['FROM a\nARG JWT_SECRET\n'] },
  { name: 'edit: Dockerfile with quotes', code: 'FROM a\nARG JWT_SECRET="made-up-4412-mango-tango"\n', filename: 'Dockerfile', found: ['fallback made-up-4412-mango-tango'], suggestions: ['FROM a\nARG JWT_SECRET\n'] },
  { name: 'edit: Terraform', code: 'variable "jwt_secret" {\n  type    = string\n  default = "made-up-4412-mango-tango"\n}\n', filename: 'variables.tf', found: ['fallback made-up-4412-mango-tango'], suggestions: ['variable "jwt_secret" {\n  type    = string\n}\n'] },
  { name: 'edit: CloudFormation', code: 'Parameters:\n  JwtSecret:\n    Type: String\n    Default: made-up-4412-mango-tango\nResources: {}\n', filename: 'template.yaml', found: ['fallback made-up-4412-mango-tango'], suggestions: ['Parameters:\n  JwtSecret:\n    Type: String\nResources: {}\n'] },
  { name: 'no edit: default inside a default', code: 'JWT_SECRET=${A:-${B:-made-up-4412-mango-tango}}\n', filename: '.env', found: ['fallback made-up-4412-mango-tango'] },
  { name: 'no edit: Makefile', code: 'JWT_SECRET ?= made-up-4412-mango-tango\n', filename: 'Makefile', found: ['fallback made-up-4412-mango-tango'] },
  { name: 'no edit: Terraform on one line', code: 'variable "jwt_secret" { default = "made-up-4412-mango-tango" }\n', filename: 'variables.tf', found: ['fallback made-up-4412-mango-tango'] },
  { name: 'Helm', code: "secret:\n  jwtSecret: '{{ .Values.jwt | default \"made-up-4412-mango-tango\" }}'\n", filename: 'values.yaml', found: ['fallback made-up-4412-mango-tango'] },
  { name: 'Terraform: coalesce', code: 'locals {\n  jwt_secret = coalesce(var.jwt, "made-up-4412-mango-tango")\n}\n', filename: 'main.tf', found: ['fallback made-up-4412-mango-tango'] },
  { name: 'serverless', code: "provider:\n  environment:\n    JWT_SECRET: ${env:JWT_SECRET, 'made-up-4412-mango-tango'}\n", filename: 'serverless.yml', found: ['fallback made-up-4412-mango-tango'] },
];

describeRule('no-fallback-secret', valid, invalid);
