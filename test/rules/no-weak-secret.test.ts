import { describeRule, type InvalidCase, type RuleCase } from '../support/rule-cases.ts';

const JWT = "import jwt from 'jsonwebtoken';\n";
const JOSE = "import { SignJWT, jwtVerify } from 'jose';\n";

/** Random once, made up for these tests. */
const HEX32 = 'b41fe0937ac25d8816f3a9de70c45b2184e6d3095fa7c21be83d6f40917a5ce2';
const HEX16 = '9b1d7ce3f20a48565e8fc4a170d3962b';
const BASE64_32 = 'p7Vw0kQ2ZsXy9LrT4mHdJ8uBf3GcNe6AaKoSiRj1WzE=';
const URL_32 = 'Zq8v-Lw3Rk_0yTnJ5bXcH2mPsA7dGf9UeQ1iOoVtYzE';
const TEXT_48 = 'jLtZKzzGIOHpOFggrXqlKRYe49Ha03e8exc4P3buTYVObIcP';
const BASE64_64 = '7K3qxLuBAXYYcsEYwvuWJeRiSgKFOl9F2u3Yry4sQHlTZBt8Y6fEREZVTp48XMzEQzC79cm1/0d3iCqlG1UbJQ==';
const UUID = 'd3b07384-9a6e-4c1f-8b52-7e0f4a91c6d8';
const SHORT = 'k9Xw2LpQ7vRt4ZsN';

/** A value that is fine in `.env`, each under a name of its own. */
const accepted: Readonly<Record<string, string>> = {
  '32 bytes in hex': HEX32,
  '32 bytes in upper-case hex': HEX32.toUpperCase(),
  '32 bytes in base64': BASE64_32,
  '32 bytes in base64url': URL_32,
  '64 bytes in base64': BASE64_64,
  'a random UUID': UUID,
  '16 random bytes as 32 hex digits of text': HEX16,
  'random text with symbols': 'w!9Kq!zR2@vLx7-Tn5&Bd8*Yp3^Mc6(Gf1)Hs4',
  nothing: '',
  'a pair of quotes with nothing inside': '""',
  'a slot in angle brackets': '<your-jwt-secret>',
  'a slot in square brackets': '[jwt secret here]',
  'a row of x': 'xxxxxxxxxxxx',
  'a row of stars': '********',
  TODO: 'TODO',
  'the name of the variable': 'JWT_SECRET',
  'a variable': '${OTHER_SECRET}',
  'a variable without braces': '$OTHER_SECRET',
  'a required variable': '${OTHER_SECRET:?must be set}',
  'a template value': '{{ jwt_secret }}',
  'a workflow secret': '${{ secrets.JWT_SECRET }}',
  'a value of a template engine': '<%= jwt_secret %>',
  'a 1Password reference': 'op://backend/jwt/secret',
  'a Vault path': 'vault:secret/data/jwt#secret',
  'a transit cipher text of Vault': 'vault:v1:8SDd3WHDOjf7mq69CyCqYjBXAiQQAVZRkFM13ok481zoCmHnSeDX9vyf7w==',
  'an AWS secret': 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:jwt-AbCdEf',
  'a Google Cloud secret': 'projects/acme/secrets/jwt/versions/latest',
  'an Azure reference': '@Microsoft.KeyVault(SecretUri=https://acme.vault.azure.net/secrets/jwt)',
  'an encrypted value of SOPS': 'ENC[AES256_GCM,data:p673w==,iv:YY=,aad:UQ=,tag:A1=,type:str]',
  'an encrypted value of dotenvx':
    'encrypted:BDqDBibm4wsYqMpCjTQ6BsDHmMadg9K3dAt+Z9HPMfLEIRVz50hmLXPXRuDBXaJi',
  'a path of a mounted file': '/run/secrets/jwt_secret',
  'the output of a command': '$(openssl rand -base64 32)',
};

/** Secrets of other things, which are none of this rule's business. */
const others: readonly string[] = [
  'SESSION_SECRET', 'COOKIE_SECRET', 'STRIPE_SECRET_KEY', 'STRIPE_WEBHOOK_SECRET', 'WEBHOOK_SECRET', 'TOTP_SECRET', 'GOOGLE_CLIENT_SECRET',
  'OAUTH_CLIENT_SECRET', 'CSRF_SECRET', 'ENCRYPTION_KEY', 'AWS_SECRET_ACCESS_KEY', 'DB_PASSWORD', 'RECAPTCHA_SECRET', 'API_KEY',
  'JWT_EXPIRES_IN', 'JWT_ISSUER', 'JWT_ALGORITHM', 'JWT_SECRET_NAME', 'JWT_PUBLIC_KEY_ID', 'SLACK_SIGNING_SECRET',
]; // prettier-ignore

const valid: readonly RuleCase[] = [
  ...Object.entries(accepted).map(([name, value]) => ({
    name: `environment file: ${name}`,
    filename: '.env',
    code: `JWT_SECRET=${value}\n`,
  })),
  ...others.map((name) => ({
    name: `not a JWT secret: ${name}`,
    filename: '.env',
    code: `${name}=secret\n`,
  })),
  { name: 'commented out', filename: '.env', code: `# JWT_SECRET=changeme\nJWT_SECRET=${HEX32}\n` },
  {
    name: 'a comment behind a strong value',
    filename: '.env',
    code: `JWT_SECRET=${URL_32} # not changeme\n`,
  },
  { name: 'HS512 with 64 bytes', code: `${JWT}jwt.sign({ sub }, '${BASE64_64}', { algorithm: 'HS512' });` },
  { name: 'HS384 with 48 bytes', code: `${JWT}jwt.sign({ sub }, '${TEXT_48}', { algorithm: 'HS384' });` },
  {
    name: 'HS512 with 64 hex digits read as text',
    code: `${JWT}jwt.sign({ sub }, '${HEX32}', { algorithm: 'HS512' });`,
  },
  {
    name: 'HS256 with 32 bytes read from hex',
    code: `${JWT}jwt.sign({ sub }, Buffer.from('${HEX32}', 'hex'));`,
  },
  {
    name: 'HS256 with 32 bytes read from base64',
    code: `${JWT}jwt.sign({ sub }, Buffer.from('${BASE64_32}', 'base64'));`,
  },
  {
    name: 'short, and the length is not asked for',
    code: `${JWT}jwt.sign({ sub }, '${SHORT}');`,
    options: { checkLength: false },
  },
  {
    name: 'short in an environment file, and the length is not asked for',
    filename: '.env',
    code: `JWT_SECRET=${SHORT}`,
    options: { checkLength: false },
  },
  { name: 'from the environment', code: `${JWT}jwt.sign({ sub }, process.env.JWT_SECRET);` },
  {
    name: 'deny list of weak secrets',
    code: "const WEAK_JWT_SECRETS = ['secret', 'changeme'];\nif (WEAK_JWT_SECRETS.includes(process.env.JWT_SECRET)) throw new Error('weak');",
  },
  {
    name: 'comparison with a weak secret',
    code: "if (process.env.JWT_SECRET === 'changeme') throw new Error('change it');",
  },
  {
    name: 'public key',
    code: `${JWT}jwt.verify(token, '-----BEGIN PUBLIC KEY-----\\nMFkwEwYHKoZIzj0CAQYI\\n-----END PUBLIC KEY-----', { algorithms: ['ES256'] });`,
  },
  { name: 'label of a form', code: "export const labels = { jwtSecret: 'Secret' };" },
  {
    name: 'session middleware',
    code: "import session from 'express-session';\napp.use(session({ secret: 'keyboard cat' }));",
  },
  {
    name: 'webhook signature',
    code: "import { createHmac } from 'node:crypto';\nconst webhookSecret = 'changeme';\ncreateHmac('sha256', webhookSecret).update(body).digest('hex');",
  },
  {
    name: 'compose file: reference',
    filename: 'docker-compose.yml',
    code: 'services:\n  api:\n    image: acme/api\n    environment:\n      JWT_SECRET: ${JWT_SECRET}\n',
  },
  {
    name: 'compose file: passed through',
    filename: 'docker-compose.yml',
    code: 'services:\n  api:\n    image: acme/api\n    environment:\n      - JWT_SECRET\n',
  },
  {
    name: 'Kubernetes: strong value in data',
    filename: 'k8s/secret.yml',
    code: kubernetes('data', Buffer.from(HEX32).toString('base64')),
  },
  {
    name: 'Kubernetes: reference to a Secret',
    filename: 'k8s/deployment.yml',
    code: 'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: api\n          env:\n            - name: JWT_SECRET\n              valueFrom:\n                secretKeyRef:\n                  name: api\n                  key: jwt-secret\n',
  },
  {
    name: 'sealed secret',
    filename: 'k8s/sealed.yml',
    code: 'apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nspec:\n  encryptedData:\n    JWT_SECRET: secret\n',
  },
  { name: 'YAML: tag of a store', filename: 'config.yml', code: 'jwt:\n  secret: !vault secret/jwt\n' },
  { name: 'JSON: null', filename: 'config.json', code: '{ "jwt": { "secret": null } }' },
  { name: 'JSON: translations', filename: 'locales/en.json', code: '{ "jwtSecret": "secret" }' },
];

function kubernetes(section: 'data' | 'stringData', value: string): string {
  return `apiVersion: v1\nkind: Secret\nmetadata:\n  name: api\n${section}:\n  JWT_SECRET: ${value}\n`;
}

/** Weak values in `.env`, with what the rule says. */
const weak: readonly (readonly [name: string, value: string, messageId: string])[] = [
  ['the word', 'secret', 'known'],
  ['the word in capitals', 'SECRET', 'known'],
  ['changeme', 'changeme', 'known'],
  ['change-me', 'change-me', 'known'],
  ['the sample of jwt.io', 'your-256-bit-secret', 'known'],
  ['the long sample of jwt.io', 'a-string-secret-at-least-256-bits-long', 'known'],
  ['the default of Supabase', 'super-secret-jwt-token-with-at-least-32-characters-long', 'known'],
  ['the slot of a tutorial', 'your-secret-key', 'known'],
  ['the slot of a tutorial with underscores', 'your_jwt_secret_key', 'known'],
  ['keyboard cat', 'keyboard cat', 'known'],
  [
    'the constant of the NestJS documentation',
    'DO NOT USE THIS VALUE. INSTEAD, CREATE A COMPLEX SECRET AND KEEP IT SAFE OUTSIDE OF THE SOURCE CODE.',
    'known',
  ],
  [
    'the key of the jose documentation',
    'cc7e0d44fd473002f1c42167459001140ec6389b7353f8088f4d9a95f2f596f2',
    'known',
  ],
  [
    'a known key with the year appended',
    'cc7e0d44fd473002f1c42167459001140ec6389b7353f8088f4d9a95f2f596f2-2025',
    'known',
  ],
  [
    'the hash of a common password',
    '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8',
    'known',
  ],
  [
    'a long sentence about the secret',
    'generate-a-long-random-string-of-at-least-64-characters-and-keep-it-secret',
    'guessable',
  ],
  [
    'a sentence in Portuguese',
    'uma-chave-secreta-muito-longa-e-aleatoria-para-assinar-os-tokens',
    'guessable',
  ],
  ['a sentence in Japanese', 'これはとても長い秘密の鍵です', 'guessable'],
  ['a famous number', '31415926535897932384626433832795', 'guessable'],
  ['a known value with a number', 'mysecretkey123', 'guessable'],
  ['shhhhh', 'shhhhh', 'known'],
  ['a password', 'password', 'known'],
  ['a word with leet', 'P@ssw0rd', 'guessable'],
  ['three words', 'purple-walrus-dances', 'guessable'],
  ['a company and a year', 'acme-billing-2024!', 'guessable'],
  ['a keyboard walk', 'qwertyuiopasdfghjklzxcvbnm123456', 'guessable'],
  ['one letter 40 times', 'a'.repeat(40), 'guessable'],
  ['a word repeated', 'mango'.repeat(8), 'guessable'],
  ['digits in order', '12345678901234567890123456789012', 'known'],
  ['a short number', '48151623', 'guessable'],
  ['a date', '2024-05-17', 'guessable'],
  ['hexadecimal digits in order', '0123456789abcdef0123456789abcdef', 'known'],
  ['words in base64', Buffer.from('purple walrus dances').toString('base64'), 'guessable'],
  ['words in hex', Buffer.from('purple walrus dances').toString('hex'), 'guessable'],
  ['a known value in base64', Buffer.from('secret').toString('base64'), 'known'],
  ['a random text of 16 characters', SHORT, 'short'],
  ['a key that a person made up to look random', 'k9Xw2LpQ7vRt4ZsNb6Hd8Jf3Gc5Mn1T', 'guessable'],
  ['a random text of 31 characters', 'V3t9-Kq0zRmWx7LcYpT2sGdNf8HbJ4a', 'short'],
  ['16 random bytes in base64', 'R7k2Zp9XvQ4mTw1LsN8dHg==', 'short'],
];

/** Ways to write a line of an environment file that all hold the same value. */
const dialects: Readonly<Record<string, string>> = {
  'double quotes': 'JWT_SECRET="changeme"\n',
  'single quotes': "JWT_SECRET='changeme'\n",
  backticks: 'JWT_SECRET=`changeme`\n',
  export: 'export JWT_SECRET=changeme\n',
  'spaces around the sign': 'JWT_SECRET = changeme\n',
  colon: 'JWT_SECRET: changeme\n',
  indentation: '  JWT_SECRET=changeme\n',
  CRLF: 'PORT=3000\r\nJWT_SECRET=changeme\r\nHOST=::\r\n',
  'no newline at the end': 'PORT=3000\nJWT_SECRET=changeme',
  'comment behind': 'JWT_SECRET=changeme # rotate\n',
  'comment behind quotes': 'JWT_SECRET="changeme" # rotate\n',
  'blank lines and comments before': '\n# auth\n\nJWT_SECRET=changeme\n',
  'behind a value over several lines': 'NOTE="one\ntwo"\nJWT_SECRET=changeme\n',
  'trailing spaces': 'JWT_SECRET=changeme   \n',
};

const names: readonly string[] = [
  'JWT_SECRET_KEY', 'JWT_ACCESS_SECRET', 'JWT_REFRESH_SECRET', 'ACCESS_TOKEN_SECRET', 'REFRESH_TOKEN_SECRET', 'TOKEN_SECRET', 'AUTH_JWT_SECRET',
  'APP_JWT_SECRET', 'JWT_SIGNING_KEY', 'SUPABASE_JWT_SECRET', 'PGRST_JWT_SECRET', 'jwtSecret', 'JWT_KEY', 'NEXTAUTH_SECRET',
]; // prettier-ignore

const invalid: readonly InvalidCase[] = [
  {
    name: 'secret of the jobs that test',
    filename: '.github/workflows/main.yml',
    code: 'on: push\njobs:\n  e2e:\n    env:\n      JWT_SECRET: tomatosoup\n',
    found: ['guessable tomatosoup'],
    severities: ['low'],
  },
  {
    name: 'name of a variable in quotes, in Python',
    filename: 'app.py',
    code: 'import jwt\njwt.encode(claims, "ACCESS_TOKEN_SECRET", algorithm="HS256")\n',
    found: ['guessable ACCESS_TOKEN_SECRET'],
  },
  ...weak.map(([name, value, messageId]) => ({
    name: `environment file: ${name}`,
    filename: '.env',
    code: `JWT_SECRET=${value}\n`,
    found: [`${messageId} ${value}`],
  })),
  ...Object.entries(dialects).map(([name, code]) => ({
    name: `dialect: ${name}`,
    filename: '.env',
    code,
    found: ['known changeme'],
  })),
  ...names.map((name) => ({
    name: `name: ${name}`,
    filename: '.env',
    code: `${name}=changeme\n`,
    found: ['known changeme'],
  })),
  ...[
    '.env.example',
    '.env.sample',
    '.env.template',
    '.env.dist',
    'env.example',
    '.env.production.example',
  ].map((filename) => ({
    name: `template ${filename}`,
    filename,
    code: 'JWT_SECRET=your-secret-key\n',
    found: ['known your-secret-key'],
  })),
  ...['.env.local', '.env.production', 'prod.env', '.envrc', '.dev.vars', 'config/.env.staging'].map(
    (filename) => ({
      name: `file ${filename}`,
      filename,
      code: 'JWT_SECRET=changeme\n',
      found: ['known changeme'],
    }),
  ),
  {
    name: 'the names of the project',
    filename: '.env',
    code: 'JWT_SECRET=Zorblax!Quimbly-2024\n',
    files: { 'package.json': '{ "name": "@zorblax/quimbly-api" }' },
    found: ['guessable Zorblax!Quimbly-2024'],
    message: '2 names of the project',
  },
  {
    name: 'severity of a test run is low',
    filename: '.env.test',
    code: 'JWT_SECRET=changeme\n',
    found: ['known changeme'],
    severities: ['low'],
  },
  {
    name: 'severity of a short value is medium',
    filename: '.env',
    code: `JWT_SECRET=${SHORT}\n`,
    found: [`short ${SHORT}`],
    severities: ['medium'],
    message: '16 bytes; HS256 needs 32',
  },
  {
    name: 'severity in production is high',
    filename: '.env.production',
    code: 'JWT_SECRET=changeme\n',
    found: ['known changeme'],
    severities: ['high'],
  },
  {
    name: 'two secrets of one file',
    filename: '.env',
    code: 'ACCESS_TOKEN_SECRET=changeme\nREFRESH_TOKEN_SECRET=purple-walrus-dances\n',
    found: ['known changeme', 'guessable purple-walrus-dances'],
  },
  {
    name: 'a variable with another name that code signs with',
    filename: '.env',
    code: 'APP_SALT_THING=changeme\n',
    files: { 'src/auth.ts': `${JWT}jwt.sign({}, process.env.APP_SALT_THING);` },
    found: ['known changeme'],
  },
  {
    name: 'HS512 by code, for a variable',
    filename: '.env',
    code: `JWT_SECRET=${TEXT_48}\n`,
    files: { 'src/auth.ts': `${JWT}jwt.sign({}, process.env.JWT_SECRET, { algorithm: 'HS512' });` },
    found: [`short ${TEXT_48}`],
    message: 'HS512 needs 64',
  },
  {
    name: 'HS384 by code, for a variable',
    filename: '.env',
    code: `JWT_SECRET=${URL_32}\n`,
    files: { 'src/auth.ts': `${JWT}jwt.sign({}, process.env.JWT_SECRET, { algorithm: 'HS384' });` },
    found: [`short ${URL_32}`],
    message: 'HS384 needs 48',
  },
  {
    name: 'compose file: map',
    filename: 'docker-compose.yml',
    code: 'services:\n  api:\n    image: acme/api\n    environment:\n      JWT_SECRET: changeme\n',
    found: ['known changeme'],
  },
  {
    name: 'compose file: list',
    filename: 'docker-compose.yml',
    code: 'services:\n  api:\n    image: acme/api\n    environment:\n      - JWT_SECRET=changeme\n',
    found: ['known changeme'],
  },
  {
    name: 'compose file: quoted list',
    filename: 'docker-compose.yml',
    code: 'services:\n  api:\n    image: acme/api\n    environment:\n      - "JWT_SECRET=changeme"\n',
    found: ['known changeme'],
  },
  {
    name: 'compose file: default of a reference',
    filename: 'docker-compose.yml',
    code: 'services:\n  api:\n    image: acme/api\n    environment:\n      JWT_SECRET: ${JWT_SECRET:-changeme}\n',
    found: ['known changeme'],
  },
  {
    name: 'compose file: build argument',
    filename: 'compose.yaml',
    code: 'services:\n  api:\n    build:\n      context: .\n      args:\n        JWT_SECRET: changeme\n',
    found: ['known changeme'],
  },
  {
    name: 'Kubernetes: stringData',
    filename: 'k8s/secret.yml',
    code: kubernetes('stringData', 'changeme'),
    found: ['known changeme'],
  },
  {
    name: 'Kubernetes: data',
    filename: 'k8s/secret.yml',
    code: kubernetes('data', 'Y2hhbmdlbWU='),
    found: ['known Y2hhbmdlbWU='],
  },
  {
    name: 'Kubernetes: data with the newline of echo',
    filename: 'k8s/secret.yml',
    code: kubernetes('data', 'Y2hhbmdlbWUK'),
    found: ['known Y2hhbmdlbWUK'],
  },
  {
    name: 'Kubernetes: env of a container',
    filename: 'k8s/deployment.yml',
    code: 'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: api\n          env:\n            - name: JWT_SECRET\n              value: changeme\n',
    found: ['known changeme'],
  },
  {
    name: 'Kubernetes: ConfigMap',
    filename: 'k8s/config.yml',
    code: 'apiVersion: v1\nkind: ConfigMap\ndata:\n  JWT_SECRET: changeme\n',
    found: ['known changeme'],
  },
  {
    name: 'JSON: nested',
    filename: 'config.json',
    code: '{ "auth": { "jwt": { "secret": "changeme" } } }',
    found: ['known changeme'],
  },
  {
    name: 'JSON: with comments',
    filename: 'config.jsonc',
    code: '{\n  // for now\n  "jwtSecret": "changeme",\n}',
    found: ['known changeme'],
  },
  {
    name: 'JSON: sections of environments',
    filename: 'config.json',
    code: `{ "production": { "jwtSecret": "${HEX32}" }, "development": { "jwtSecret": "changeme" } }`,
    found: ['known changeme'],
  },
  {
    name: 'YAML: nested',
    filename: 'config/app.yml',
    code: 'auth:\n  jwt:\n    secret: changeme\n',
    found: ['known changeme'],
  },
  {
    name: 'YAML: quoted',
    filename: 'config/app.yml',
    code: "jwt_secret: 'changeme'\n",
    found: ['known changeme'],
  },
  {
    name: 'YAML: digits without quotes',
    filename: 'config/app.yml',
    code: 'jwt_secret: 48151623\n',
    found: ['guessable 48151623'],
  },
  {
    name: 'YAML: Spring default',
    filename: 'application.yml',
    code: 'app:\n  jwt:\n    secret: ${JWT_SECRET:changeme}\n',
    found: ['known changeme'],
  },
  {
    name: 'YAML: second document',
    filename: 'config/app.yml',
    code: 'name: api\n---\njwt:\n  secret: changeme\n',
    found: ['known changeme'],
  },
  {
    name: 'code: signs',
    code: `${JWT}jwt.sign({ sub }, 'changeme');`,
    found: ["known 'changeme'"],
    severities: ['critical'],
  },
  { name: 'code: verifies', code: `${JWT}jwt.verify(token, 'changeme');`, found: ["known 'changeme'"] },
  {
    name: 'code: by a constant',
    code: `${JWT}const key = 'purple-walrus-dances';\njwt.sign({ sub }, key);`,
    found: ["guessable 'purple-walrus-dances'"],
  },
  {
    name: 'code: fallback',
    code: `${JWT}jwt.sign({ sub }, process.env.JWT_SECRET || 'changeme');`,
    found: ["known 'changeme'"],
    severities: ['high'],
  },
  {
    name: 'code: named constant',
    code: "export const JWT_SECRET = 'changeme';",
    found: ["known 'changeme'"],
    severities: ['high'],
  },
  {
    name: 'code: HS384 with 32 bytes',
    code: `${JWT}jwt.sign({ sub }, '${URL_32}', { algorithm: 'HS384' });`,
    found: [`short '${URL_32}'`],
    message: 'generate --alg HS384',
  },
  {
    name: 'code: HS512 with 48 bytes',
    code: `${JWT}jwt.sign({ sub }, '${TEXT_48}', { algorithm: 'HS512' });`,
    found: [`short '${TEXT_48}'`],
    message: 'HS512 needs 64',
  },
  {
    name: 'code: 16 bytes read from hex',
    code: `${JWT}jwt.sign({ sub }, Buffer.from('${HEX16}', 'hex'));`,
    found: [`short '${HEX16}'`],
    message: '16 bytes',
  },
  {
    name: 'code: jose',
    code: `${JOSE}await jwtVerify(token, new TextEncoder().encode('changeme'));`,
    found: ["known 'changeme'"],
  },
  {
    name: 'code: jose, HS512',
    code: `${JOSE}await new SignJWT({}).setProtectedHeader({ alg: 'HS512' }).sign(new TextEncoder().encode('${URL_32}'));`,
    found: [`short '${URL_32}'`],
    message: 'HS512 needs 64',
  },
  {
    name: 'code: hono',
    code: "import { jwt } from 'hono/jwt';\napp.use('/api/*', jwt({ secret: 'changeme' }));",
    found: ["known 'changeme'"],
  },
  {
    name: 'code: Nest',
    code: "import { JwtModule } from '@nestjs/jwt';\nJwtModule.register({ secret: 'changeme' });",
    found: ["known 'changeme'"],
  },
  {
    name: 'code: express-jwt',
    code: "import { expressjwt } from 'express-jwt';\napp.use(expressjwt({ secret: 'changeme', algorithms: ['HS256'] }));",
    found: ["known 'changeme'"],
  },
  {
    name: 'code: CommonJS',
    filename: 'auth.cjs',
    code: "const jwt = require('jsonwebtoken');\njwt.sign({}, 'changeme');",
    found: ["known 'changeme'"],
  },
  {
    name: 'code: component of Vue',
    filename: 'src/Login.vue',
    code: `<template><p /></template>\n<script setup lang="ts">\n${JWT}const token = jwt.sign({}, 'changeme');\n</script>\n`,
    found: ["known 'changeme'"],
  },
  {
    name: 'code: JSX',
    filename: 'src/Login.jsx',
    code: `${JWT}export const Login = () => <p>{jwt.sign({}, 'changeme')}</p>;`,
    found: ["known 'changeme'"],
  },
  {
    name: 'length unasked: guessable still counts',
    filename: '.env',
    code: 'JWT_SECRET=purple-walrus\n',
    options: { checkLength: false },
    found: ['guessable purple-walrus'],
  },
  {
    name: 'message does not repeat the value',
    filename: '.env',
    code: 'JWT_SECRET=changeme\n',
    found: ['known changeme'],
    message: '`JWT_SECRET` is a known value',
  },
];

describeRule('no-weak-secret', valid, invalid);
