import { describeRule, type InvalidCase, type RuleCase } from '../support/rule-cases.ts';

const JWT = "import jwt from 'jsonwebtoken';\n";
const JOSE = "import { jwtVerify, SignJWT } from 'jose';\n";
const PIN = "{ algorithms: ['HS256'] }";

const packages = (versions: Readonly<Record<string, string>>): Record<string, string> => ({
  'package-lock.json': JSON.stringify({
    lockfileVersion: 3,
    packages: Object.fromEntries(
      Object.entries(versions).map(([name, version]) => [`node_modules/${name}`, { version }]),
    ),
  }),
});

const OLD = packages({ jsonwebtoken: '8.5.1' });
const NEW = packages({ jsonwebtoken: '9.0.2' });
const OLD_JOSE = packages({ jose: '5.10.0' });
const NEW_JOSE = packages({ jose: '6.1.0' });

const UNCHECKED = `${JWT}jwt.verify(token, process.env.JWT_SECRET);`;
const JOSE_BYTES = `${JOSE}const key = new TextEncoder().encode(process.env.JWT_SECRET);\nawait jwtVerify(token, key, ${PIN});`;

/** Ways in which a file makes sure of a variable before it is used with a version that does not. */
// prettier-ignore
const CHECKS: readonly (readonly [name: string, code: string])[] = [
  ['throw', "if (!process.env.JWT_SECRET) throw new Error('JWT_SECRET is not set');"],
  ['exit', "if (!process.env.JWT_SECRET) {\n  console.error('JWT_SECRET is not set');\n  process.exit(1);\n}"],
  ['comparison with undefined', "if (process.env.JWT_SECRET === undefined) throw new Error('unset');"],
  ['length', "if ((process.env.JWT_SECRET?.length ?? 0) < 32) throw new Error('too short');"],
  ['one of several', "if (!process.env.DATABASE_URL || !process.env.JWT_SECRET) throw new Error('unset');"],
  ['assert', "import assert from 'node:assert';\nassert(process.env.JWT_SECRET, 'JWT_SECRET is not set');"],
  ['assert.ok', "import assert from 'node:assert';\nassert.ok(process.env.JWT_SECRET);"],
  ['invariant', "invariant(process.env.JWT_SECRET, 'unset');"],
  ['own function', "requireEnv(process.env.JWT_SECRET);"],
  ['list of names', "requireEnv(['DATABASE_URL', 'JWT_SECRET']);"],
  ['envalid', "cleanEnv(process.env, { JWT_SECRET: str(), PORT: port() });"],
  ['zod', "z.object({ JWT_SECRET: z.string().min(32) }).parse(process.env);"],
  ['ternary', "const isReady = process.env.JWT_SECRET ? true : fail();"],
  ['or a function that leaves', "process.env.JWT_SECRET || fail('JWT_SECRET is not set');"],
];

// prettier-ignore
/** Ways in which the start of a program makes sure of it for all files. */
// prettier-ignore
const ELSEWHERE: readonly (readonly [name: string, code: string])[] = [
  ['throw', "const start = async () => {\n  if (!process.env.JWT_SECRET) {\n    throw new Error('JWT_SECRET must be defined');\n  }\n};\nstart();"],
  ['exit', "if (!process.env.JWT_SECRET) { console.error('unset'); process.exit(1); }"],
  ['constant', "const { env } = process;\nconst secret = process.env.JWT_SECRET;\nif (!secret) throw new Error('unset');"],
  ['list', "for (const name of ['PORT', 'JWT_SECRET']) {\n  if (!process.env[name]) throw new Error(name);\n}"],
  ['envalid', "import { cleanEnv, str } from 'envalid';\nexport const env = cleanEnv(process.env, { JWT_SECRET: str() });"],
  ['zod', "import { z } from 'zod';\nconst scheme = z.object({ JWT_SECRET: z.string().min(32) });\nexport const env = scheme.parse(process.env);"],
  ['Joi', "import Joi from 'joi';\nexport const scheme = Joi.object({ JWT_SECRET: Joi.string().required() });\nConfigModule.forRoot({ validationSchema: scheme }); // env"],
];

const valid: readonly RuleCase[] = [
  ...CHECKS.map(([name, check]) => ({
    name: `checked: ${name}`,
    code: `${JWT}${check}\n${UNCHECKED.slice(JWT.length)}`,
    files: OLD,
  })),
  {
    name: 'checked in a constant',
    code: `${JWT}const secret = process.env.JWT_SECRET;\nif (!secret) throw new Error('unset');\njwt.verify(token, secret);`,
    files: OLD,
  },
  {
    name: 'checked in a constant by an assertion',
    code: `${JWT}const secret = process.env.JWT_SECRET;\nassertSet(secret);\njwt.verify(token, secret);`,
    files: OLD,
  },
  {
    name: 'checked bytes of jose 5',
    code: `${JOSE}if (!process.env.JWT_SECRET) throw new Error('unset');\nconst key = new TextEncoder().encode(process.env.JWT_SECRET);\nawait jwtVerify(token, key, ${PIN});`,
    files: OLD_JOSE,
  },
  {
    name: 'checked word',
    code: `${JWT}if (!process.env.JWT_SECRET) throw new Error('unset');\njwt.sign({ sub }, \`\${process.env.JWT_SECRET}\`);`,
  },

  /* ------------------------------------------------------------ the program's start checks */
  ...ELSEWHERE.map(([name, code]) => ({
    name: `checked at the start: ${name}`,
    code: UNCHECKED,
    files: { ...OLD, 'src/index.ts': code },
  })),
  {
    name: 'checked by the package that uses this one',
    filename: 'common/src/auth.ts',
    code: UNCHECKED,
    files: {
      ...OLD,
      'common/package.json': '{ "name": "@shop/common" }',
      'auth/package.json': '{ "dependencies": { "@shop/common": "1" } }',
      'auth/src/index.ts': "if (!process.env.JWT_SECRET) throw new Error('unset');",
    },
  },

  /* ------------------------------------------------------------ the library refuses */
  { name: 'jsonwebtoken 9', code: UNCHECKED, files: NEW },
  { name: 'jsonwebtoken, nobody knows which', code: UNCHECKED },
  {
    name: 'jsonwebtoken 8 with a pin',
    code: `${JWT}jwt.verify(token, process.env.JWT_SECRET, ${PIN});`,
    files: OLD,
  },
  { name: 'jsonwebtoken 8 that signs', code: `${JWT}jwt.sign({ sub }, process.env.JWT_SECRET);`, files: OLD },
  { name: 'jose 6', code: JOSE_BYTES, files: NEW_JOSE },
  { name: 'jose, nobody knows which', code: JOSE_BYTES },
  {
    name: 'koa-jwt refuses an empty secret by itself',
    code: "import jwt from 'koa-jwt';\njwt({ secret: process.env.JWT_SECRET });",
    files: packages({ 'koa-jwt': '4.0.0', jsonwebtoken: '8.5.1' }),
  },
  {
    name: 'passport-jwt refuses a missing secret by itself',
    code: "import { Strategy } from 'passport-jwt';\nnew Strategy({ secretOrKey: process.env.JWT_SECRET }, done);",
    files: packages({ 'passport-jwt': '4.0.0', jsonwebtoken: '8.5.1' }),
  },
  {
    name: 'hapi with a pin',
    code: "import Jwt from '@hapi/jwt';\nJwt.token.verify(artifacts, { key: process.env.JWT_SECRET, algorithms: ['HS256'] });",
  },
  {
    name: 'hono',
    code: "import { verify } from 'hono/jwt';\nawait verify(token, process.env.JWT_SECRET, 'HS256');",
  },
  { name: 'decoding', code: `${JWT}jwt.decode(token);`, files: OLD },

  /* ------------------------------------------------------------ the key is there */
  {
    name: 'fallback',
    code: `${JWT}jwt.verify(token, process.env.JWT_SECRET || 'fixture-secret');`,
    files: OLD,
  },
  { name: 'literal', code: `${JWT}jwt.verify(token, 'fixture-secret');`, files: OLD },
  { name: 'text around it', code: `${JWT}jwt.sign({ sub }, \`\${process.env.JWT_SECRET}-\${tenant}\`);` },
  {
    name: 'constant with a fallback',
    code: `${JWT}const secret = process.env.JWT_SECRET ?? fail('unset');\njwt.verify(token, secret);`,
    files: OLD,
  },
  { name: "read by a function of one's own", code: `${JWT}jwt.verify(token, getSecret());`, files: OLD },
  {
    name: 'configuration service that throws',
    code: `${JWT}jwt.verify(token, config.getOrThrow('JWT_SECRET'));`,
    files: OLD,
  },
  {
    name: 'validated environment module',
    code: `${JWT}import { env } from './env';\njwt.verify(token, env.JWT_SECRET);`,
    files: OLD,
  },
  {
    name: 'bytes of a checked module',
    code: `${JOSE}import { env } from './env';\nawait jwtVerify(token, new TextEncoder().encode(env.JWT_SECRET), ${PIN});`,
    files: OLD_JOSE,
  },
  {
    name: 'parameter',
    code: `${JWT}export const check = (token, secret) => jwt.verify(token, secret);`,
    files: OLD,
  },
  {
    name: 'random bytes',
    code: `${JWT}jwt.sign({ sub }, process.env.JWT_SECRET ?? randomBytes(32));`,
    files: OLD,
  },
  {
    name: 'Buffer of random bytes',
    code: `${JWT}jwt.sign({ sub }, Buffer.from(process.env.JWT_SECRET ?? randomBytes(32).toString('hex')));`,
  },
  {
    name: 'key set',
    code: `${JOSE}import { createRemoteJWKSet } from 'jose';\nawait jwtVerify(token, createRemoteJWKSet(url), ${PIN});`,
    files: OLD_JOSE,
  },
  {
    name: 'resolver',
    code: `${JWT}jwt.verify(token, (header, done) => done(null, keys[header.kid]));`,
    files: OLD,
  },

  /* ------------------------------------------------------------ no JWT */
  {
    name: 'hash',
    code: "import { createHmac } from 'node:crypto';\ncreateHmac('sha256', `${process.env.JWT_SECRET}`);",
  },
  { name: 'session', code: 'app.use(session({ secret: `${process.env.JWT_SESSION_SECRET}` }));' },
  {
    name: 'local verify',
    code: 'const verify = (token, key) => key;\nverify(token, String(process.env.JWT_SECRET));',
  },
  {
    name: 'log',
    code: `${JWT}console.log(\`\${process.env.JWT_ISSUER}\`);\njwt.verify(token, key, ${PIN});`,
  },
  { name: 'empty file', code: '' },
];

/** What turns a missing variable into the word `undefined`, whatever the library. */
// prettier-ignore
const WORDS: readonly (readonly [name: string, key: string, read: string])[] = [
  ['template', '`${process.env.JWT_SECRET}`', 'process.env.JWT_SECRET'],
  ['String', 'String(process.env.JWT_SECRET)', 'process.env.JWT_SECRET'],
  ['sum', "process.env.JWT_SECRET + ''", 'process.env.JWT_SECRET'],
  ['sum from the left', "'' + process.env.JWT_SECRET", 'process.env.JWT_SECRET'],
  ['template of a quoted name', "`${process.env['JWT_SECRET']}`", "process.env['JWT_SECRET']"],
  ['template of the build', '`${import.meta.env.JWT_SECRET}`', 'import.meta.env.JWT_SECRET'],
];

// prettier-ignore
const LIBRARIES: readonly (readonly [name: string, code: (key: string) => string])[] = [
  ['jsonwebtoken sign', (key) => `${JWT}jwt.sign({ sub }, ${key});`],
  ['jsonwebtoken verify', (key) => `${JWT}jwt.verify(token, ${key}, ${PIN});`],
  ['Nest module', (key) => `import { JwtModule } from '@nestjs/jwt';\nJwtModule.register({ secret: ${key} });`],
];

const words: InvalidCase[] = LIBRARIES.flatMap(([library, code]) =>
  WORDS.map(([name, key, read]) => ({
    name: `the word undefined: ${name}, ${library}`,
    code: code(key),
    found: [`word ${read}`],
    severities: ['high'],
  })),
);

// prettier-ignore
const invalid: readonly InvalidCase[] = [
  /* ------------------------------------------------------------ others only look */
  { name: 'looked at elsewhere', code: UNCHECKED, files: { ...OLD, 'src/index.ts': "if (!process.env.JWT_SECRET) console.warn('JWT_SECRET is not set');" }, found: ['missing process.env.JWT_SECRET'] },
  { name: 'written elsewhere', code: UNCHECKED, files: { ...OLD, 'scripts/setup.ts': 'await writeEnvFile({ JWT_SECRET: makeSecret() });' }, found: ['missing process.env.JWT_SECRET'] },
  { name: 'another variable is checked', code: UNCHECKED, files: { ...OLD, 'src/index.ts': "if (!process.env.JWT_SECRET_2) throw new Error('unset');" }, found: ['missing process.env.JWT_SECRET'] },
  { name: 'checked by a test', code: UNCHECKED, files: { ...OLD, 'test/setup.ts': "if (!process.env.JWT_SECRET) throw new Error('unset');" }, found: ['missing process.env.JWT_SECRET'] },
  { name: 'checked by another program', filename: 'shop/src/auth.ts', code: UNCHECKED, files: { ...OLD, 'shop/package.json': '{ "name": "shop" }', 'pay/package.json': '{ "name": "pay" }', 'pay/src/index.ts': "if (!process.env.JWT_SECRET) throw new Error('unset');" }, found: ['missing process.env.JWT_SECRET'] },
  { name: 'optional elsewhere', code: UNCHECKED, files: { ...OLD, 'src/env.ts': "export const scheme = z.object({ JWT_SECRET: z.string().optional() }); // env" }, found: ['missing process.env.JWT_SECRET'] },

  ...words,
  { name: 'jsonwebtoken 8', code: UNCHECKED, files: OLD, found: ['missing process.env.JWT_SECRET'], severities: ['high'], message: 'jsonwebtoken 8.5.1 is installed' },
  { name: 'jsonwebtoken 8 with an assertion that only the compiler sees', code: `${JWT}jwt.verify(token, process.env.JWT_SECRET!);`, files: OLD, found: ['missing process.env.JWT_SECRET'] },
  { name: 'jsonwebtoken 8 with a cast', code: `${JWT}jwt.verify(token, process.env.JWT_SECRET as string);`, files: OLD, found: ['missing process.env.JWT_SECRET'] },
  { name: 'jsonwebtoken 8 through a constant', code: `${JWT}const secret = process.env.JWT_SECRET;\njwt.verify(token, secret);`, files: OLD, found: ['missing process.env.JWT_SECRET'] },
  { name: 'jsonwebtoken 8 through a settings object', code: `${JWT}const settings = { secret: process.env.JWT_SECRET };\njwt.verify(token, settings.secret);`, files: OLD, found: ['missing process.env.JWT_SECRET'] },
  { name: 'jsonwebtoken 8 whose check is for another variable', code: `${JWT}if (!process.env.JWT_ISSUER) throw new Error('unset');\njwt.verify(token, process.env.JWT_SECRET);`, files: OLD, found: ['missing process.env.JWT_SECRET'] },
  { name: 'jsonwebtoken 8 by its range', code: UNCHECKED, files: { 'package.json': '{"dependencies":{"jsonwebtoken":"^8.5.1"}}' }, found: ['missing process.env.JWT_SECRET'], message: 'package.json allows' },
  { name: 'jsonwebtoken 7', code: UNCHECKED, files: packages({ jsonwebtoken: '7.4.3' }), found: ['missing process.env.JWT_SECRET'] },
  { name: 'jose 5', code: JOSE_BYTES, files: OLD_JOSE, found: ['emptyBytes process.env.JWT_SECRET'], severities: ['high'] },
  { name: 'jose 4', code: JOSE_BYTES, files: packages({ jose: '4.15.9' }), found: ['emptyBytes process.env.JWT_SECRET'] },
  { name: 'jose 5 that signs', code: `${JOSE}await new SignJWT({ sub }).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(process.env.JWT_SECRET));`, files: OLD_JOSE, found: ['emptyBytes process.env.JWT_SECRET'] },
  { name: 'jose 5 with an encoder in a constant', code: `${JOSE}const encoder = new TextEncoder();\nawait jwtVerify(token, encoder.encode(process.env.JWT_SECRET), ${PIN});`, files: OLD_JOSE, found: ['emptyBytes process.env.JWT_SECRET'] },
  { name: 'empty text behind the variable', code: `${JWT}jwt.sign({ sub }, Buffer.from(process.env.JWT_SECRET || ''));`, files: NEW, found: ["emptyBytes process.env.JWT_SECRET || ''"] },
  { name: 'empty text behind the variable, nullish', code: `${JWT}jwt.verify(token, Buffer.from(process.env.JWT_SECRET ?? '', 'base64'), ${PIN});`, files: NEW, found: ["emptyBytes process.env.JWT_SECRET ?? ''"] },
  { name: 'hapi', code: "import Jwt from '@hapi/jwt';\nJwt.token.verify(artifacts, { key: process.env.JWT_SECRET });", found: ['missing process.env.JWT_SECRET'], severities: ['high'] },
  { name: 'hapi strategy', code: "import Jwt from '@hapi/jwt';\nserver.auth.strategy('session', 'jwt', { keys: process.env.JWT_SECRET, verify: { aud: 'a', iss: false, sub: false } });", found: ['missing process.env.JWT_SECRET'] },
  { name: 'Nest 9 service', code: "import { JwtService } from '@nestjs/jwt';\nexport class A {\n  constructor(private jwt: JwtService) {}\n  check(token: string) {\n    return this.jwt.verify(token, { secret: process.env.JWT_SECRET });\n  }\n}", files: packages({ '@nestjs/jwt': '9.0.0', jsonwebtoken: '8.5.1' }), found: ['missing process.env.JWT_SECRET'] },
  { name: 'Windows line ends', code: "import jwt from 'jsonwebtoken';\r\njwt.verify(\r\n  token,\r\n  process.env.JWT_SECRET,\r\n);\r\n", files: OLD, found: ['missing process.env.JWT_SECRET'] },
];

describeRule('no-unchecked-secret', valid, invalid);
