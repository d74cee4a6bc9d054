import { describeRule, type InvalidCase, type RuleCase } from '../support/rule-cases.ts';

/** Random once, made up for these tests. */
const HEX = 'b41fe0937ac25d8816f3a9de70c45b2184e6d3095fa7c21be83d6f40917a5ce2';
const OTHER = 'Zq8v-Lw3Rk_0yTnJ5bXcH2mPsA7dGf9UeQ1iOoVtYzE';
const FOUND = [`shared ${HEX}`];

const JWT = "import jwt from 'jsonwebtoken';\n";
const env = (value = HEX, name = 'JWT_SECRET'): string => `${name}=${value}\n`;
const compose = (value = HEX): string =>
  `services:\n  api:\n    image: acme/api\n    environment:\n      JWT_SECRET: ${value}\n`;
const secretManifest = (value = HEX, namespace = ''): string =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: api\n${namespace && `  namespace: ${namespace}\n`}stringData:\n  JWT_SECRET: ${value}\n`;
const encodedManifest = (value = HEX): string =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: api\ndata:\n  JWT_SECRET: ${Buffer.from(value).toString('base64')}\n`;
const yaml = (value = HEX): string => `jwt:\n  secret: ${value}\n`;
const json = (value = HEX): string => `{ "jwt": { "secret": "${value}" } }`;
const sections = (...pairs: readonly (readonly [environment: string, value: string])[]): string =>
  pairs.map(([environment, value]) => `${environment}:\n  jwt_secret: ${value}\n`).join('');

/** Two files of one project: their names, and what the first is for. */
function pair(name: string, filename: string, other: string, code = env(), otherCode = env()): RuleCase {
  return { name, filename, code, files: { [other]: otherCode } };
}

/** Values that two environments may well have in common. */
const harmless: Readonly<Record<string, string>> = {
  nothing: '',
  'a slot': '<jwt-secret>',
  'a row of x': 'xxxxxxxxxxxxxxxx',
  'a variable': '${VAULT_JWT_SECRET}',
  'a template value': '{{ vault_jwt_secret }}',
  '1Password': 'op://backend/jwt/secret',
  Vault: 'vault:secret/data/jwt#secret',
  'an encrypted value': 'ENC[AES256_GCM,data:p673w==,iv:YY=,aad:UQ=,tag:A1=,type:str]',
  'a file': '/run/secrets/jwt_secret',
  'the name of the variable': 'JWT_SECRET',
};

const others: readonly string[] = [
  'SESSION_SECRET', 'COOKIE_SECRET', 'STRIPE_SECRET_KEY', 'WEBHOOK_SECRET', 'TOTP_SECRET', 'OAUTH_CLIENT_SECRET', 'CSRF_SECRET', 'ENCRYPTION_KEY',
  'API_KEY', 'JWT_ISSUER',
]; // prettier-ignore

/** Two files of one environment. */
const together: readonly (readonly [string, string])[] = [
  ['.env.production', 'prod.env'],
  ['.env.production', 'apps/api/.env.production'],
  ['.env.production', '.env.prod'],
  ['.env.production', '.env.production.local'],
  ['.env.dev', '.env.development'],
  ['.env.staging', '.env.stage'],
  ['.env', '.env.local'],
  ['.env', 'apps/api/.env'],
  ['.env.test', '.env.ci'],
];

const valid: readonly RuleCase[] = [
  pair('services, which may share', 'apps/api/.env', 'apps/web/.env'),
  {
    ...pair('services with secrets of their own', 'apps/api/.env', 'apps/web/.env', env(), env(OTHER)),
    options: { acrossServices: true },
  },
  {
    ...pair('the whole project and a service', '.env', 'apps/web/.env'),
    options: { acrossServices: true },
  },
  pair('two templates', '.env.example', 'apps/web/.env.example'),
  pair('template with another value', '.env', '.env.example', env(), env(OTHER)),
  pair('template with a slot', '.env', '.env.example', env(), env('<jwt-secret>')),
  {
    ...pair('template that may be used', '.env', '.env.example'),
    options: { allowTogether: [['default', 'template']] },
  },
  ...Object.entries(harmless).map(([name, value]) =>
    pair(`value: ${name}`, '.env.production', '.env.development', env(value), env(value)),
  ),
  ...others.map((name) =>
    pair(`not a JWT secret: ${name}`, '.env.production', '.env.development', env(HEX, name), env(HEX, name)),
  ),
  ...together.map(([one, other]) => pair(`one environment: ${one} and ${other}`, one, other)),
  { name: 'one file', files: {}, filename: '.env.production', code: env() },
  {
    name: 'two variables of one file',
    files: {},
    filename: '.env.production',
    code: env() + env(HEX, 'ACCESS_TOKEN_SECRET'),
  },
  pair('different secrets', '.env.production', '.env.development', env(), env(OTHER)),
  pair('commented out in the other', '.env.production', '.env.development', env(), `# ${env()}`),
  pair('commented out in this one', '.env.production', '.env.development', `# ${env()}`, env()),
  pair(
    'the other is another kind of secret',
    '.env.production',
    '.env.development',
    env(),
    env(HEX, 'SESSION_SECRET'),
  ),
  pair('the same but for its case', '.env.production', '.env.development', env(), env(HEX.toUpperCase())),
  pair('the beginning of the other', '.env.production', '.env.development', env(), env(`${HEX}00`)),
  pair('documentation', '.env.production', 'docs/setup.md', env(), `\`\`\`sh\n${env()}\`\`\`\n`),
  pair('code', '.env.production', 'src/config.ts', env(), `export const JWT_SECRET = '${HEX}';`),
  pair('code of this file', 'src/config.ts', '.env.production', `export const JWT_SECRET = '${HEX}';`, env()),
  pair(
    'sealed secret',
    '.env.production',
    'k8s/sealed.yml',
    env(),
    `apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nspec:\n  encryptedData:\n    JWT_SECRET: ${HEX}\n`,
  ),
  pair(
    'same base64 text, which is decoded in one of them',
    '.env.production',
    'k8s/secret.yml',
    env(Buffer.from(HEX).toString('base64')),
    encodedManifest(),
  ),
  {
    name: 'sections with different secrets',
    files: {},
    filename: 'config/secrets.yml',
    code: sections(['development', OTHER], ['production', HEX]),
  },
  {
    name: 'sections with spellings of one environment',
    files: {},
    filename: 'config/secrets.yml',
    code: sections(['prod', HEX], ['production', HEX]),
  },
  {
    name: 'section that refers to the environment',
    files: {},
    filename: 'config/secrets.yml',
    code: sections(['development', HEX], ['production', '<%= ENV["JWT_SECRET"] %>']),
  },
  {
    name: 'allowed together',
    filename: '.env.test',
    code: env(),
    files: { '.env.development': env() },
    options: { allowTogether: [['test', 'development']] },
  },
  {
    name: 'allowed together, in the other order',
    filename: '.env.development',
    code: env(),
    files: { '.env.test': env() },
    options: { allowTogether: [['test', 'development']] },
  },
  {
    name: 'allowed together, three of them',
    filename: '.env.staging',
    code: env(),
    files: { '.env.test': env(), '.env.dev': env() },
    options: { allowTogether: [['test', 'development', 'staging']] },
  },
  {
    name: 'allowed together, two groups',
    filename: '.env.staging',
    code: env(),
    files: { '.env.test': env(), '.env.dev': env() },
    options: {
      allowTogether: [
        ['staging', 'test'],
        ['development', 'staging'],
      ],
    },
  },
  {
    name: 'allowed together, CI',
    filename: '.env.test',
    code: env(),
    files: { '.github/workflows/deploy.yml': `env:\n  JWT_SECRET: ${HEX}\n` },
    options: { allowTogether: [['test', 'CI']] },
  },
  {
    name: 'allowed together, sections',
    files: {},
    filename: 'config.json',
    code: `{ "test": { "jwtSecret": "${HEX}" }, "development": { "jwtSecret": "${HEX}" } }`,
    options: { allowTogether: [['development', 'test']] },
  },
  {
    name: 'allowed together, custom environments',
    filename: '.env.qa',
    code: env(),
    files: { '.env.demo': env() },
    options: { allowTogether: [['qa', 'demo']] },
  },
  {
    name: 'allowed together, a file that names no environment, and docker',
    filename: 'docker-compose.yml',
    code: compose(),
    files: { 'config.yml': yaml() },
    options: { allowTogether: [['docker', 'default']] },
  },
];

/** A file, another of another environment, and what the message says of them. */
const apart: readonly (readonly [filename: string, other: string, environments: string, severity: string])[] =
  [
    ['.env.production', '.env.development', 'development and production', 'high'],
    ['.env.development', '.env.production', 'development and production', 'high'],
    ['.env.production', '.env.staging', 'production and staging', 'high'],
    ['.env.prod', '.env.dev', 'development and production', 'high'],
    ['prod.env', 'dev.env', 'development and production', 'high'],
    ['.env.staging', '.env.development', 'staging and development', 'medium'],
    ['.env.development', '.env.test', 'development and test', 'medium'],
    ['.env.qa', '.env.demo', 'qa and demo', 'medium'],
    ['.env.acme', '.env.globex', 'acme and globex', 'medium'],
    ['apps/api/.env.production', 'apps/web/.env.development', 'development and production', 'high'],
    ['environments/prod/.env', 'environments/dev/.env', 'development and production', 'high'],
    ['config/.env.production', '.env.test', 'production and test', 'high'],
    ['.env.production.local', '.env.development.local', 'development and production', 'high'],
  ];

/** The same secret in two environments, whatever the formats and the names. */
const acrossFormats: readonly (readonly [one: string, code: string, other: string, otherCode: string, written?: string])[] = [
  ['.env.production', env(), 'application-dev.properties', `jwt.secret=${HEX}\n`],
  ['application-prod.properties', `jwt.secret=${HEX}\n`, '.env.staging', env(HEX, 'ACCESS_TOKEN_SECRET')],
  ['wrangler.toml', `[env.production.vars]\nJWT_SECRET = "${HEX}"\n`, '.dev.vars', env()],
  ['prod.tfvars', `jwt_secret = "${HEX}"\n`, 'dev.tfvars', `jwt_secret = "${HEX}"\n`],
  ['Dockerfile', `FROM a\nENV JWT_SECRET=${HEX}\n`, '.env', env()],
  ['appsettings.Production.json', `{ "Jwt": { "Key": "${HEX}" } }`, 'appsettings.Development.json', `{ "Jwt": { "Key": "${HEX}" } }`],
  ['k8s/overlays/production/secret.yaml', encodedManifest(), '.env.development', env(), Buffer.from(HEX).toString('base64')],
  ['.github/workflows/deploy.yml', `jobs:\n  a:\n    environment: production\n    env:\n      JWT_SECRET: ${HEX}\n`, '.env.test', env()],
  ['serverless.yml', `custom:\n  prod:\n    jwtSecret: ${HEX}\n`, '.env.dev', env()],
  ['deploy/prod/api.service', `[Service]\nEnvironment=JWT_SECRET=${HEX}\n`, '.env', env()],
  ['Makefile', `JWT_SECRET := ${HEX}\n`, '.env.production', env()],
  ['.env', `JWT_SECRET_PROD=${HEX}\n`, 'dev.env', env()],
  ['config/production.json', json(), 'config/development.json', json()],
  ['ecosystem.config.json', `{ "apps": [{ "env_production": { "JWT_SECRET": "${HEX}" } }] }`, '.env.development', env()],
]; // prettier-ignore

const compose2 = (one: string, other: string): string =>
  `services:\n  api:\n    image: a\n    environment:\n      JWT_SECRET: ${one}\n  jobs:\n    image: b\n    environment:\n      JWT_SECRET: ${other}\n`;
const ACROSS = { acrossServices: true };

const invalid: readonly InvalidCase[] = [
  ...acrossFormats.map(([filename, code, other, otherCode, written = HEX]) => ({
    name: `formats: ${filename} and ${other}`,
    filename,
    code,
    files: { [other]: otherCode },
    found: [`shared ${written}`],
  })),
  {
    name: 'services of one compose file',
    filename: 'docker-compose.yml',
    code: compose2(HEX, HEX),
    files: {},
    options: ACROSS,
    found: [`services ${HEX}`, `services ${HEX}`],
    severities: ['medium', 'medium'],
    message: '`api` and `jobs`',
  },
  {
    ...pair('services in folders', 'apps/api/.env', 'apps/web/.env'),
    options: ACROSS,
    found: [`services ${HEX}`],
    message: '`api` and `web`',
  },
  {
    ...pair('services by file names', 'deploy/prod/api.env', 'deploy/prod/web.env'),
    options: ACROSS,
    found: [`services ${HEX}`],
  },
  {
    ...pair('environments count more than services', 'apps/api/.env.production', 'apps/web/.env.development'),
    options: ACROSS,
    found: FOUND,
  },
  {
    ...pair('template of its own environment', '.env.staging', '.env.staging.example'),
    found: [`fromTemplate ${HEX}`],
    severities: ['medium'],
  },
  { ...pair('template of another service', 'apps/api/.env', '.env.sample'), found: [`fromTemplate ${HEX}`] },
  {
    ...pair('template of a settings file', 'config/app.yml', 'config/app.yml.example', yaml(), yaml()),
    found: [`fromTemplate ${HEX}`],
  },
  {
    ...pair('stock phrase of a template', '.env', '.env.example', env('changeme'), env('changeme')),
    found: ['fromTemplate changeme'],
  },
  {
    ...pair('template for tests', '.env.test', '.env.example'),
    found: [`fromTemplate ${HEX}`],
    severities: ['low'],
  },
  {
    name: 'production, development and the template',
    filename: '.env.production',
    code: env(),
    files: { '.env.development': env(), '.env.example': env() },
    found: FOUND,
    message: 'development, production and the template file',
  },
  ...apart.map(([filename, other, environments, severity]) => ({
    ...pair(`${filename} and ${other}`, filename, other),
    found: FOUND,
    message: `is the same in ${environments.split(' and ').sort().join(' and ')}:`,
    severities: [severity],
  })),
  {
    ...pair('three environments', '.env.production', '.env.staging'),
    files: { '.env.staging': env(), '.env.dev': env() },
    found: FOUND,
    message: 'the same in development, production and staging:',
  },
  {
    ...pair('two files of the other environment', '.env.production', '.env.dev'),
    files: { '.env.dev': env(), 'dev.env': env() },
    found: FOUND,
    message: 'the same in development and production:',
  },
  {
    ...pair(
      'another name in the other file',
      '.env.production',
      '.env.development',
      env(),
      env(HEX, 'ACCESS_TOKEN_SECRET'),
    ),
    found: FOUND,
  },
  {
    ...pair(
      'another name in this file',
      '.env.production',
      '.env.development',
      env(HEX, 'TOKEN_SECRET'),
      env(),
    ),
    found: FOUND,
    message: '`TOKEN_SECRET` is the same',
  },
  {
    ...pair('quotes here', '.env.production', '.env.development', `JWT_SECRET="${HEX}"\n`, env()),
    found: FOUND,
  },
  {
    ...pair(
      'quotes there',
      '.env.production',
      '.env.development',
      env(),
      `export JWT_SECRET='${HEX}' # soon\n`,
    ),
    found: FOUND,
  },
  {
    ...pair('CRLF here', '.env.production', '.env.development', `PORT=1\r\nJWT_SECRET=${HEX}\r\n`, env()),
    found: FOUND,
  },
  {
    ...pair('CRLF there', '.env.production', '.env.development', env(), `JWT_SECRET=${HEX}\r\nPORT=1\r\n`),
    found: FOUND,
  },
  {
    ...pair(
      'no newline at the end',
      '.env.production',
      '.env.development',
      `JWT_SECRET=${HEX}`,
      `JWT_SECRET=${HEX}`,
    ),
    found: FOUND,
  },
  {
    ...pair(
      'comments around',
      '.env.production',
      '.env.development',
      `# production\n\n${env()}# end\n`,
      env(),
    ),
    found: FOUND,
  },
  {
    ...pair('weak value', '.env.production', '.env.development', env('changeme'), env('changeme')),
    found: ['shared changeme'],
  },
  {
    ...pair(
      'one of two secrets',
      '.env.production',
      '.env.development',
      env(OTHER, 'REFRESH_TOKEN_SECRET') + env(),
      env(),
    ),
    found: FOUND,
  },
  {
    ...pair(
      'both secrets',
      '.env.production',
      '.env.development',
      env(OTHER, 'REFRESH_TOKEN_SECRET') + env(),
      env(OTHER, 'REFRESH_TOKEN_SECRET') + env(),
    ),
    found: [`shared ${OTHER}`, ...FOUND],
  },
  {
    ...pair(
      'swapped names',
      '.env.production',
      '.env.development',
      env(OTHER, 'REFRESH_TOKEN_SECRET') + env(),
      env(HEX, 'REFRESH_TOKEN_SECRET') + env(OTHER),
    ),
    found: [`shared ${OTHER}`, ...FOUND],
  },
  {
    name: 'names that only code makes JWT secrets',
    filename: '.env.production',
    code: env(HEX, 'APP_SECRET'),
    files: {
      '.env.development': env(HEX, 'APP_SECRET'),
      'src/auth.ts': `${JWT}jwt.sign({}, process.env.APP_SECRET);`,
    },
    found: FOUND,
  },
  {
    ...pair('template and .env', '.env', '.env.example'),
    found: [`fromTemplate ${HEX}`],
    message: 'still has the value of the template `.env.example`',
  },
  { ...pair('template', '.env.example', '.env'), found: [`usedTemplate ${HEX}`], severities: ['low'] },
  {
    ...pair('template and production', '.env.production', '.env.example'),
    found: [`fromTemplate ${HEX}`],
    severities: ['high'],
  },
  {
    ...pair('.env and production', '.env', '.env.production'),
    found: FOUND,
    message: 'the default file and production',
  },
  {
    ...pair('compose file and production', 'docker-compose.yml', '.env.production', compose(), env()),
    found: FOUND,
    message: 'docker and production',
  },
  {
    ...pair(
      'compose files of two environments',
      'docker-compose.prod.yml',
      'docker-compose.dev.yml',
      compose(),
      compose(),
    ),
    found: FOUND,
    message: 'development and production',
  },
  {
    ...pair(
      'compose list',
      'docker-compose.yml',
      '.env.production',
      `services:\n  api:\n    image: acme/api\n    environment:\n      - JWT_SECRET=${HEX}\n`,
      env(),
    ),
    found: FOUND,
  },
  {
    ...pair('compose file and .env', 'docker-compose.yml', '.env', compose(), env()),
    found: FOUND,
    message: 'the default file and docker',
  },
  {
    ...pair('Kubernetes and .env', '.env', 'k8s/secret.yml', env(), secretManifest()),
    found: FOUND,
    message: 'the default file and kubernetes',
  },
  {
    ...pair('Kubernetes, decoded, and .env', '.env', 'k8s/secret.yml', env(), encodedManifest()),
    found: FOUND,
  },
  {
    ...pair(
      'Kubernetes, decoded, is this file',
      'k8s/secret.yml',
      '.env.production',
      encodedManifest(),
      env(),
    ),
    found: [`shared ${Buffer.from(HEX).toString('base64')}`],
    message: 'kubernetes and production',
  },
  {
    ...pair(
      'Kubernetes, decoded, with the newline of echo',
      '.env',
      'k8s/secret.yml',
      env(),
      encodedManifest(`${HEX}\n`),
    ),
    found: FOUND,
  },
  {
    ...pair(
      'Kubernetes, two namespaces',
      'k8s/a.yml',
      'k8s/b.yml',
      secretManifest(HEX, 'acme-prod'),
      secretManifest(HEX, 'acme-staging'),
    ),
    found: FOUND,
    message: 'production and staging',
  },
  {
    ...pair(
      'Kubernetes, two overlays',
      'overlays/prod/secret.yml',
      'overlays/dev/secret.yml',
      secretManifest(),
      secretManifest(),
    ),
    found: FOUND,
    message: 'development and production',
  },
  {
    ...pair('Helm values', 'charts/api/values-prod.yaml', 'charts/api/values-dev.yaml', yaml(), yaml()),
    found: FOUND,
    message: 'development and production',
  },
  {
    ...pair('CI', '.github/workflows/deploy.yml', '.env.production', `env:\n  JWT_SECRET: ${HEX}\n`, env()),
    found: FOUND,
    message: 'CI and production',
    severities: ['high'],
  },
  {
    ...pair(
      'CI and test',
      '.env.test',
      '.github/workflows/deploy.yml',
      env(),
      `env:\n  JWT_SECRET: ${HEX}\n`,
    ),
    found: FOUND,
    severities: ['low'],
  },
  {
    ...pair('JSON files', 'config/production.json', 'config/development.json', json(), json()),
    found: FOUND,
    message: 'development and production',
  },
  {
    ...pair('JSON, default and production', 'config/default.json', 'config/production.json', json(), json()),
    found: FOUND,
    message: 'the default file and production',
  },
  {
    ...pair('JSON and environment file', 'config/production.json', '.env.development', json(), env()),
    found: FOUND,
  },
  {
    ...pair('YAML files', 'config/production.yml', 'config/staging.yml', yaml(), yaml()),
    found: FOUND,
    message: 'production and staging',
  },
  {
    ...pair(
      'settings of .NET',
      'appsettings.Production.json',
      'appsettings.Development.json',
      json(),
      json(),
    ),
    found: FOUND,
    message: 'development and production',
  },
  {
    ...pair(
      'settings of Spring',
      'src/main/resources/application-prod.yml',
      'src/main/resources/application-dev.yml',
      yaml(),
      yaml(),
    ),
    found: FOUND,
    message: 'development and production',
  },
  {
    name: 'YAML sections',
    files: {},
    filename: 'config/secrets.yml',
    code: sections(['development', HEX], ['production', HEX]),
    found: [...FOUND, ...FOUND],
    message: 'development and production',
  },
  {
    name: 'YAML sections, two of three',
    files: {},
    filename: 'config/secrets.yml',
    code: sections(['development', HEX], ['test', OTHER], ['production', HEX]),
    found: [...FOUND, ...FOUND],
  },
  {
    name: 'YAML sections, all three',
    files: {},
    filename: 'config/secrets.yml',
    code: sections(['development', HEX], ['test', HEX], ['production', HEX]),
    found: [...FOUND, ...FOUND, ...FOUND],
    message: 'development, production and test',
  },
  {
    name: 'YAML sections, deeper',
    files: {},
    filename: 'config/app.yml',
    code: `env:\n  staging:\n    jwt:\n      secret: ${HEX}\n  production:\n    jwt:\n      secret: ${HEX}\n`,
    found: [...FOUND, ...FOUND],
    message: 'production and staging',
  },
  {
    name: 'YAML, environments under the setting',
    files: {},
    filename: 'config/app.yml',
    code: `jwt_secret:\n  staging: ${HEX}\n  production: ${HEX}\n`,
    found: [...FOUND, ...FOUND],
    message: 'production and staging',
  },
  {
    name: 'YAML, profiles of Spring',
    files: {},
    filename: 'application.yml',
    code: `spring:\n  profiles: dev\njwt:\n  secret: ${HEX}\n---\nspring:\n  profiles: prod\njwt:\n  secret: ${HEX}\n`,
    found: [...FOUND, ...FOUND],
    message: 'development and production',
  },
  {
    name: 'JSON sections',
    files: {},
    filename: 'config/config.json',
    code: `{ "staging": { "jwtSecret": "${HEX}" }, "production": { "jwtSecret": "${HEX}" } }`,
    found: [...FOUND, ...FOUND],
    message: 'production and staging',
  },
  {
    name: 'JSON section and environment file',
    filename: 'config/config.json',
    code: `{ "staging": { "jwtSecret": "${HEX}" }, "production": { "jwtSecret": "${OTHER}" } }`,
    files: { '.env.production': env() },
    found: FOUND,
    message: 'production and staging',
  },
  {
    name: 'other groups are allowed',
    filename: '.env.production',
    code: env(),
    files: { '.env.test': env() },
    options: { allowTogether: [['test', 'development']] },
    found: FOUND,
  },
  {
    name: 'one of two others is allowed',
    filename: '.env.test',
    code: env(),
    files: { '.env.development': env(), '.env.production': env() },
    options: { allowTogether: [['test', 'development']] },
    found: FOUND,
    message: 'the same in production and test:',
  },
  {
    name: 'groups are not chained',
    filename: '.env.test',
    code: env(),
    files: { '.env.production': env() },
    options: {
      allowTogether: [
        ['test', 'staging'],
        ['staging', 'production'],
      ],
    },
    found: FOUND,
  },
];

describeRule('no-shared-secret', valid, invalid);
