import { describeRule, type InvalidCase, type RuleCase } from '../support/rule-cases.ts';

/** Random once, made up for these tests. */
const HEX = '6c0d4b92e71fa853c9b26de80f14a37d5be8209c61f7d34a8b05c29e7f60d1ba';
const FOUND = [`plain ${HEX}`];
const VARIABLE = { allowVariables: false };

const env = (value: string, name = 'JWT_SECRET'): string => `${name}=${value}\n`;
const yaml = (value: string): string => `jwt:\n  secret: ${value}\n`;
const compose = (value: string): string =>
  `services:\n  api:\n    image: a\n    environment:\n      JWT_SECRET: ${value}\n`;
const manifest = (value: string): string =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: api\nstringData:\n  JWT_SECRET: ${value}\n`;
const encoded = (value: string): string =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: api\ndata:\n  JWT_SECRET: ${Buffer.from(value).toString('base64')}\n`;

/** How values say that a manager keeps them. */
const managed: readonly string[] = [
  'vault:secret/data/jwt#secret', 'op://backend/jwt/secret', 'ref+awssecrets://jwt/secret', 'ref+vault://secret/jwt#/key', 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:jwt',
  'projects/acme/secrets/jwt/versions/latest', '@Microsoft.KeyVault(SecretUri=https://a.vault.azure.net/secrets/jwt)', 'ENC[AES256_GCM,data:p673w==,iv:YY=,aad:UQ=,tag:A1=,type:str]',
  'doppler:backend/JWT_SECRET', 'sm://acme/jwt', 'encrypted:BEnRm0VJTkz8', '/run/secrets/jwt_secret', 'vault:v1:8SDd3WHDOjf7mq69CyCqYjBXAiQQAVZRkFM13ok481zoCmHnSeDX9vyf7w==',
]; // prettier-ignore

const placeholders: readonly string[] = [
  '',
  '<jwt-secret>',
  '{{ jwt_secret }}',
  '__JWT_SECRET__',
  'xxxxxxxxxxxx',
  '${JWT_SECRET}',
];

const others: readonly string[] = [
  'SESSION_SECRET', 'COOKIE_SECRET', 'STRIPE_SECRET_KEY', 'WEBHOOK_SECRET', 'OAUTH_CLIENT_SECRET', 'ENCRYPTION_KEY', 'API_KEY', 'JWT_ISSUER', 'DB_PASSWORD',
]; // prettier-ignore

/** Files that no secret manager is expected for. */
const elsewhere: readonly (readonly [file: string, code: string])[] = [
  ['.env', env(HEX)],
  ['.env.local', env(HEX)],
  ['.env.development', env(HEX)],
  ['.env.test', env(HEX)],
  ['.env.example', env(HEX)],
  ['.env.production.example', env(HEX)],
  ['config/default.yml', yaml(HEX)],
  ['docker-compose.yml', compose(HEX)],
  ['docker-compose.dev.yml', compose(HEX)],
  ['.github/workflows/ci.yml', `env:\n  JWT_SECRET: ${HEX}\n`],
  ['docs/production.md', `\`\`\`sh\n${env(HEX)}\`\`\`\n`],
  ['test/fixtures/.env.production', env(HEX)],
  ['src/config.ts', `export const jwtSecret = '${HEX}';\n`],
];

/** Files of deployed environments. */
const deployed: readonly (readonly [file: string, code: string])[] = [
  ['.env.production', env(HEX)],
  ['.env.prod', env(HEX)],
  ['prod.env', env(HEX)],
  ['.env.production.local', env(HEX)],
  ['.env.staging', env(HEX)],
  ['.env.uat', env(HEX)],
  ['config/production.yml', yaml(HEX)],
  ['config/production.json', `{ "jwt": { "secret": "${HEX}" } }`],
  ['application-prod.yml', yaml(HEX)],
  ['application-prod.properties', `jwt.secret=${HEX}\n`],
  ['appsettings.Production.json', `{ "Jwt": { "Key": "${HEX}" } }`],
  ['docker-compose.prod.yml', compose(HEX)],
  ['deploy/production/api.env', env(HEX)],
  ['k8s/secret.yaml', manifest(HEX)],
  ['overlays/production/secret.yaml', manifest(HEX)],
  ['main.tf', `locals {\n  jwt_secret = "${HEX}"\n}\n`],
  ['prod.tfvars', `jwt_secret = "${HEX}"\n`],
  ['wrangler.toml', `[env.production.vars]\nJWT_SECRET = "${HEX}"\n`],
  ['config/secrets.yml', `production:\n  jwt_secret: ${HEX}\n`],
  ['prod.Dockerfile', `FROM a\nENV JWT_SECRET=${HEX}\n`],
  ['deploy/prod/api.service', `[Service]\nEnvironment=JWT_SECRET=${HEX}\n`],
  [
    '.github/workflows/deploy.yml',
    `jobs:\n  a:\n    environment: production\n    env:\n      JWT_SECRET: ${HEX}\n`,
  ],
];

const valid: readonly RuleCase[] = [
  ...managed.map((value) => ({ name: `managed: ${value}`, filename: '.env.production', code: env(value) })),
  ...placeholders.map((value) => ({ name: `no value: ${value}`, filename: '.env.production', code: env(value) })),
  ...others.map((name) => ({ name: `other secret: ${name}`, filename: '.env.production', code: env(HEX, name) })),
  ...elsewhere.map(([filename, code]) => ({ name: `not deployed: ${filename}`, filename, code })),
  { name: 'sealed secret', filename: 'k8s/sealed.yaml', code: `apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nspec:\n  encryptedData:\n    JWT_SECRET: ${HEX}\n` },
  { name: 'external secret', filename: 'k8s/external.yaml', code: 'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nspec:\n  data:\n    - secretKey: JWT_SECRET\n      remoteRef:\n        key: jwt\n' },
  { name: 'key of another object', filename: 'k8s/deployment.yaml', code: 'apiVersion: apps/v1\nkind: Deployment\nspec:\n  env:\n    - name: JWT_SECRET\n      valueFrom:\n        secretKeyRef:\n          name: api\n          key: jwt\n' },
  { name: 'other environments wanted', filename: '.env.production', code: env(HEX), options: { environments: ['staging'] } },
  { name: 'none wanted', filename: 'k8s/secret.yaml', code: manifest(HEX), options: { environments: [] } },
  { name: 'managed, variables not allowed', filename: '.env.production', code: env('op://backend/jwt/secret'), options: VARIABLE },
  { name: 'template value, variables not allowed', filename: '.env.production', code: env('{{ jwt_secret }}'), options: VARIABLE },
  { name: 'secret of the platform, variables not allowed', filename: '.github/workflows/deploy.yml', code: 'jobs:\n  a:\n    environment: production\n    env:\n      JWT_SECRET: ${{ secrets.JWT_SECRET }}\n', options: VARIABLE },
  { name: 'variable of another secret', filename: '.env.production', code: env('${A}', 'SESSION_SECRET'), options: VARIABLE },
]; // prettier-ignore

const invalid: readonly InvalidCase[] = [
  ...deployed.map(([filename, code]) => ({ name: `deployed: ${filename}`, filename, code, found: FOUND })),
  { name: 'base64 of a manifest', filename: 'k8s/secret.yaml', code: encoded(HEX), found: [`plain ${Buffer.from(HEX).toString('base64')}`] },
  { name: 'weak as well', filename: '.env.production', code: env('changeme'), found: ['plain changeme'] },
  { name: 'severity of production', filename: '.env.production', code: env(HEX), found: FOUND, severities: ['medium'] },
  { name: 'severity of staging', filename: '.env.staging', code: env(HEX), found: FOUND, severities: ['low'] },
  { name: 'severity of a manifest', filename: 'k8s/secret.yaml', code: manifest(HEX), found: FOUND, severities: ['low'] },
  { name: 'environment of its own name', filename: '.env.acme', code: env(HEX), options: { environments: ['acme'] }, found: FOUND },
  { name: 'files without an environment', filename: '.env', code: env(HEX), options: { environments: ['default'] }, found: FOUND },
  { name: 'compose files', filename: 'docker-compose.yml', code: compose(HEX), options: { environments: ['docker'] }, found: FOUND, message: 'Use `secrets:`' },
  { name: 'advice for a cluster', filename: 'k8s/secret.yaml', code: manifest(HEX), found: FOUND, message: 'ExternalSecret' },
  { name: 'advice for Terraform', filename: 'prod.tfvars', code: `jwt_secret = "${HEX}"\n`, found: FOUND, message: 'data source' },
  { name: 'advice for an image', filename: 'prod.Dockerfile', code: `FROM a\nENV JWT_SECRET=${HEX}\n`, found: FOUND, message: 'Leave it out of the image' },
  { name: 'advice for the rest', filename: '.env.production', code: env(HEX), found: FOUND, message: 'Fetch it when the service starts' },
  { name: 'variable', filename: '.env.production', code: env('${JWT_KEY}'), options: VARIABLE, found: ['variable ${JWT_KEY}'], severities: ['low'] },
  { name: 'variable without braces', filename: '.env.production', code: env('$JWT_KEY'), options: VARIABLE, found: ['variable $JWT_KEY'] },
  { name: 'required variable', filename: 'docker-compose.prod.yml', code: compose('${JWT_SECRET:?must be set}'), options: VARIABLE, found: ['variable ${JWT_SECRET:?must be set}'] },
  { name: 'variable of Windows', filename: '.env.production', code: env('%JWT_KEY%'), options: VARIABLE, found: ['variable %JWT_KEY%'] },
  { name: 'variable and value', filename: '.env.production', code: env('${A}') + env(HEX, 'JWT_REFRESH_SECRET'), options: VARIABLE, found: ['variable ${A}', `plain ${HEX}`] },
  { name: 'default of a variable', filename: 'docker-compose.prod.yml', code: compose(`\${JWT_SECRET:-${HEX}}`), found: FOUND },
  { name: 'by its use', filename: '.env.production', code: env(HEX, 'SALT'), files: { 'src/a.ts': "import jwt from 'jsonwebtoken';\njwt.sign({}, process.env.SALT!);\n" }, found: FOUND },
  { name: 'two of them', filename: '.env.production', code: env(HEX) + env(HEX, 'JWT_REFRESH_SECRET'), found: [...FOUND, ...FOUND] },
]; // prettier-ignore

describeRule('prefer-secret-manager', valid, invalid);
