import { makeToken } from '../jwt/helpers.ts';
import { describeRule, type InvalidCase, type RuleCase } from '../support/rule-cases.ts';

const JWT = "import jwt from 'jsonwebtoken';\n";

/** Random once, made up for these tests. */
const HEX = 'b41fe0937ac25d8816f3a9de70c45b2184e6d3095fa7c21be83d6f40917a5ce2';
const BASE64 = 'p7Vw0kQ2ZsXy9LrT4mHdJ8uBf3GcNe6AaKoSiRj1WzE=';
const URL = 'Zq8v-Lw3Rk_0yTnJ5bXcH2mPsA7dGf9UeQ1iOoVtYzE';
const UUID = 'd3b07384-9a6e-4c1f-8b52-7e0f4a91c6d8';
const ENCODED = Buffer.from(HEX).toString('base64');
const FOUND = [`committed ${HEX}`];

const compose = (environment: string): string =>
  `services:\n  api:\n    image: acme/api\n    environment:\n${environment}`;
const manifest = (body: string, kind = 'Secret', namespace = ''): string =>
  `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: api\n${namespace && `  namespace: ${namespace}\n`}${body}`;

/** Values that say where the secret is, or that there is none. */
const empty: Readonly<Record<string, string>> = {
  nothing: '',
  'empty quotes': '""',
  'empty single quotes': "''",
  'slot in angle brackets': '<jwt-secret>',
  'slot in braces': '{your_secret}',
  'row of x': 'XXXXXXXXXXXXXXXX',
  'row of stars': '****************',
  'the name itself': 'JWT_SECRET',
  null: 'null',
  variable: '${VAULT_JWT_SECRET}',
  'variable in quotes': '"${VAULT_JWT_SECRET}"',
  'variable without braces': '$VAULT_JWT_SECRET',
  'variable that must be set': '${VAULT_JWT_SECRET:?}',
  'variable of Windows': '%VAULT_JWT_SECRET%',
  Jinja: '{{ vault_jwt_secret }}',
  'workflow secret': '${{ secrets.JWT_SECRET }}',
  ERB: '<%= vault_jwt_secret %>',
  'token replacement of a pipeline': '#{JwtSecret}#',
  Terraform: '__JWT_SECRET__',
  '1Password': 'op://backend/jwt/secret',
  Vault: 'vault:secret/data/jwt#secret',
  vals: 'ref+vault://secret/jwt#/value',
  Doppler: 'doppler:jwt-secret',
  'AWS Secrets Manager': 'arn:aws:secretsmanager:eu-west-1:123456789012:secret:jwt-AbCdEf',
  'AWS parameter': '{{resolve:ssm-secure:jwt-secret:1}}',
  'Google Cloud': 'projects/acme/secrets/jwt/versions/latest',
  Azure: '@Microsoft.KeyVault(SecretUri=https://acme.vault.azure.net/secrets/jwt)',
  SOPS: 'ENC[AES256_GCM,data:p673w==,iv:YY=,aad:UQ=,tag:A1=,type:str]',
  jasypt: 'ENC(G6N718UuyPE5bHyWKyuLQSm02auQPUtm)',
  'Spring Cloud Config': '{cipher}682bc583f4641835fa2db009355293665d2647dade3375c0ee201de2a49f7bda',
  dotenvx: 'encrypted:BDqDBibm4wsYqMpCjTQ6BsDHmMadg9K3dAt+Z9HPMfLEIRVz50hmLXPXRuDBXaJi',
  file: '/run/secrets/jwt_secret',
  command: '$(openssl rand -hex 32)',
};

const others: readonly string[] = [
  'SESSION_SECRET', 'COOKIE_SECRET', 'STRIPE_SECRET_KEY', 'WEBHOOK_SECRET', 'GITHUB_WEBHOOK_SECRET', 'TOTP_SECRET', 'GOOGLE_CLIENT_SECRET',
  'OAUTH_CLIENT_SECRET', 'CSRF_SECRET', 'ENCRYPTION_KEY', 'AWS_SECRET_ACCESS_KEY', 'DB_PASSWORD', 'API_KEY', 'JWT_ISSUER', 'JWT_SECRET_ARN',
  'JWT_SECRET_FILE', 'JWT_SECRET_LENGTH', 'CSRF_TOKEN_SECRET',
]; // prettier-ignore

const templates: readonly string[] = [
  '.env.example', '.env.sample', '.env.template', '.env.dist', 'env.example', '.env.production.example', 'config.example.json', 'config.sample.yml',
]; // prettier-ignore

function settingIn(filename: string, value: string): string {
  if (filename.endsWith('.json')) return `{ "jwt": { "secret": "${value}" } }`;
  return filename.endsWith('.yml') ? `jwt:\n  secret: "${value}"\n` : `JWT_SECRET=${value}\n`;
}

/** Files whose secrets are encrypted, or stand somewhere else. */
const kept: readonly (readonly [name: string, file: string, code: string])[] = [
  ['SOPS in YAML', 'secrets.yml', 'jwt:\n  secret: ENC[AES256_GCM,data:p673w==,iv:YY=,aad:UQ=,tag:A1=,type:str]\nsops:\n  mac: ENC[AES256_GCM,data:x,iv:y,tag:z,type:str]\n  version: 3.9.0\n'],
  ['SOPS in dotenv', '.env.production', 'JWT_SECRET=ENC[AES256_GCM,data:p673w==,iv:YY=,tag:A1=,type:str]\nsops_version=3.9.0\n'],
  ['SOPS in JSON', 'secrets.json', '{ "jwtSecret": "ENC[AES256_GCM,data:p673w==,iv:YY=,tag:A1=,type:str]", "sops": { "version": "3.9.0" } }'],
  ['SOPS in INI', 'secrets.ini', '[jwt]\nsecret = ENC[AES256_GCM,data:p673w==,iv:YY=,tag:A1=,type:str]\n'],
  ['a file of ansible-vault', 'group_vars/prod/vault.yml', '$ANSIBLE_VAULT;1.1;AES256\n62313365396662343061393464336163383764373764613633653634306231386433626436623361\n6134333665353966363534333632666535333761666131620a663537646436643839616531643561\n'],
  ['a value of ansible-vault', 'group_vars/prod/vars.yml', 'jwt_secret: !vault |\n  $ANSIBLE_VAULT;1.1;AES256\n  6231336539666234306139346433616338376437376461363365\n'],
  ['Rails credentials', 'config/credentials/production.yml.enc', 'Q2hhbmdlIG1lIGFuZCBJIHdpbGwgYmUgZW5jcnlwdGVk--bWFkZS11cA==--dGFn'],
  ['git-crypt', '.env.production', '\0GITCRYPT\0\x01\x02JWT_SECRET=x'],
  ['dotenv-vault', '.env.vault', 'DOTENV_VAULT_PRODUCTION="u+Q4dkQ0mDBCkgTz0JmeSBiCFzWkKQqZV0R8bBMw"\n'],
  ['eyaml', 'hiera/common.yaml', 'jwt_secret: ENC[PKCS7,MIIBeQYJKoZIhvcNAQcDoIIBajCCAWYCAQAxggEhMIIBHQ]\n'],
  ['jasypt in properties', 'application.properties', 'jwt.secret=ENC(G6N718UuyPE5bHyWKyuLQSm02auQPUtm)\n'],
  ['jasypt with an algorithm', 'application.yml', 'jwt:\n  secret: "{cipher}FKSAJDFGYOS8F7GLHAKERGFHLSAJ"\n'],
  ['Travis', '.travis.yml', 'env:\n  global:\n    secure: "bWFkZS11cA=="\n'],
  ['AppVeyor', 'appveyor.yml', 'environment:\n  JWT_SECRET:\n    secure: bWFkZS11cA==\n'],
  ['Drone', '.drone.yml', 'steps:\n  - name: a\n    environment:\n      JWT_SECRET:\n        from_secret: jwt_production\n'],
  ['GitLab', '.gitlab-ci.yml', 'a:\n  secrets:\n    JWT_SECRET:\n      vault: production/jwt/secret@kv\n      file: false\n'],
  ['ECS', 'task.json', '{ "secrets": [{ "name": "JWT_SECRET", "valueFrom": "arn:aws:secretsmanager:eu-west-1:1:secret:jwt" }] }'],
  ['Cloud Run', 'service.yaml', 'apiVersion: serving.knative.dev/v1\nkind: Service\nspec:\n  env:\n    - name: JWT_SECRET\n      valueFrom:\n        secretKeyRef:\n          name: jwt-secret\n          key: latest\n'],
  ['Terraform', 'main.tf', 'data "aws_secretsmanager_secret_version" "jwt" {\n  secret_id = "prod/jwt"\n}\nlocals {\n  jwt_secret = data.aws_secretsmanager_secret_version.jwt.secret_string\n}\n'],
  ['CloudFormation', 'template.json', '{ "Resources": { "F": { "JwtSecret": "{{resolve:secretsmanager:prod/jwt:SecretString}}" } } }'],
  ['name of a Secret', 'k8s/deployment.yaml', 'apiVersion: apps/v1\nkind: Deployment\nspec:\n  volumes:\n    - secret:\n        secretName: jwt-secret\n'],
  ['pair of AWS', 'config.json', `{ "auth": { "accessKey": "AKIAIOSFODNN7EXAMPLE", "secretKey": "${HEX}" } }`],
]; // prettier-ignore

const valid: readonly RuleCase[] = [
  {
    name: 'secret of Flask beside one for JWT',
    filename: 'shop/settings.py',
    code: `SECRET_KEY = "${HEX}"\n`,
    files: {
      'shop/app.py': 'from flask_jwt_extended import JWTManager\njwt = JWTManager()\n',
      'shop/keys.py': "app.config['JWT_SECRET_KEY'] = os.environ['X']\n",
    },
  },
  {
    name: 'secret of Flask without JWT',
    filename: 'shop/settings.py',
    code: `SECRET_KEY = "${HEX}"\n`,
    files: { 'shop/app.py': 'from flask import Flask\napp = Flask()\n' },
  },
  {
    name: 'what something is called by, in PHP',
    filename: 'config/auth.php',
    code: "<?php\nreturn ['jwt' => ['name' => 'Tokens', 'key' => 'JWT', 'enabled' => true]];\n",
  },
  {
    name: 'half of a pair of a cloud, in a dump',
    filename: 'sql/shop.sql',
    code: `INSERT INTO files VALUES (1, '{"endpoint":"s3.example.test","accessKey":"AK1","accessSecret":"${HEX}"}');\n`,
  },
  {
    name: 'half of a pair of a cloud, in YAML',
    filename: 'config/files.yml',
    code: `files:\n  accessKey: AK1\n  accessSecret: ${HEX}\n`,
  },
  {
    name: 'beginning of the keys of a store',
    filename: 'application-prod.yml',
    code: 'jwt:\n  online-key: "online_token:"\n  code-key: "captcha:code:"\n',
  },
  {
    name: 'label of two words in a text about JWT',
    filename: 'lib/jwt-example.snap',
    code: 'const SECRET_VALUE = "SECRET_VALUE";\n',
  },
  {
    name: 'reference in a Deployment that is named after JWT',
    filename: 'k8s/deployment.yaml',
    code: 'apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: jwt-server\nspec:\n  containers:\n    - env:\n        - name: SALT\n          valueFrom:\n            secretKeyRef:\n              name: shop\n              key: tokenSalt\n',
  },
  {
    name: 'file that a script calls by the name of the secret in it',
    filename: 'install.sh',
    code: 'JWT_SECRET=jwt-values.yaml\nkubectl apply -f "$JWT_SECRET"\n',
  },
  {
    name: 'names of a claim and of a header, in Java',
    filename: 'src/Claims.java',
    code: 'class Claims {\n  static final String JWT_ACCOUNT_KEY = "acct";\n  static final String jwtHeaderNameKey = "X-Shop";\n}\n',
  },
  {
    name: 'token under the name of a signature',
    filename: 'auth/jwt_verifier.go',
    code: `package auth\nvar jwtWrongSignature = "${makeToken({ sub: 'a' }, HEX)}"\n`,
  },
  {
    name: 'permissions of a vault',
    filename: 'secrets.tf',
    code: 'resource "vault" "shop" {\n  access_policy {\n    secret_permissions = ["Get", "List"]\n  }\n}\n',
  },
  {
    name: 'button of a form',
    filename: 'web/form.html',
    code: '<form><input type="radio" name="mode" id="jwtSecret" value="hmac"><option id="jwtSecret" value="hmac">A</option></form>\n',
  },
  ...kept.map(([name, filename, code]) => ({ name: `kept elsewhere: ${name}`, filename, code })),
  ...Object.entries(empty).map(([name, value]) => ({
    name: `value: ${name}`,
    filename: '.env',
    code: `JWT_SECRET=${value}\n`,
  })),
  ...others.map((name) => ({
    name: `not a JWT secret: ${name}`,
    filename: '.env',
    code: `${name}=${HEX}\n`,
  })),
  ...templates.map((filename) => ({
    name: `template ${filename} with a stock phrase is the subject of another rule`,
    filename,
    code: settingIn(filename, 'your-secret-key'),
  })),
  ...templates.map((filename) => ({
    name: `template ${filename} with a slot`,
    filename,
    code: settingIn(filename, '<jwt-secret>'),
  })),
  {
    name: 'template with nothing',
    filename: '.env.example',
    code: '# npx jwt-secrets generate\nJWT_SECRET=\n',
  },
  { name: 'commented out', filename: '.env', code: `#JWT_SECRET=${HEX}\n# JWT_SECRET=${HEX}\nPORT=3000\n` },
  {
    name: 'documentation',
    filename: 'docs/setup.md',
    code: `Set it:\n\n\`\`\`sh\nJWT_SECRET=${HEX}\n\`\`\`\n`,
  },
  { name: 'literal in code is the subject of another rule', code: `${JWT}jwt.sign({ sub }, '${HEX}');` },
  { name: 'constant in code is the subject of another rule', code: `export const JWT_SECRET = '${HEX}';` },
  { name: 'environment in code', code: `${JWT}jwt.sign({ sub }, process.env.JWT_SECRET);` },
  {
    name: 'default of a reference is the subject of another rule',
    filename: 'docker-compose.yml',
    code: compose(`      JWT_SECRET: \${JWT_SECRET:-${HEX}}\n`),
  },
  {
    name: 'compose file: passed through',
    filename: 'docker-compose.yml',
    code: compose('      - JWT_SECRET\n'),
  },
  {
    name: 'compose file: from a file',
    filename: 'docker-compose.yml',
    code: 'services:\n  api:\n    image: acme/api\n    secrets: [jwt_secret]\nsecrets:\n  jwt_secret:\n    file: ./jwt_secret.txt\n',
  },
  {
    name: 'Kubernetes: reference to a Secret',
    filename: 'k8s/deployment.yml',
    code: 'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: api\n          env:\n            - name: JWT_SECRET\n              valueFrom:\n                secretKeyRef:\n                  name: api\n                  key: jwt-secret\n',
  },
  { name: 'Kubernetes: empty data', filename: 'k8s/secret.yml', code: manifest('data:\n  JWT_SECRET: ""\n') },
  {
    name: 'Kubernetes: slot in data',
    filename: 'k8s/secret.yml',
    code: manifest(`data:\n  JWT_SECRET: ${Buffer.from('<jwt-secret>').toString('base64')}\n`),
  },
  {
    name: 'Kubernetes: slot in stringData',
    filename: 'k8s/secret.yml',
    code: manifest('stringData:\n  JWT_SECRET: "<jwt-secret>"\n'),
  },
  {
    name: 'Kubernetes: sealed secret',
    filename: 'k8s/sealed.yml',
    code: `apiVersion: bitnami.com/v1alpha1\nkind: SealedSecret\nspec:\n  encryptedData:\n    JWT_SECRET: ${HEX}\n`,
  },
  {
    name: 'Kubernetes: external secret',
    filename: 'k8s/external.yml',
    code: 'apiVersion: external-secrets.io/v1beta1\nkind: ExternalSecret\nspec:\n  data:\n    - secretKey: JWT_SECRET\n      remoteRef:\n        key: prod/jwt\n        property: secret\n',
  },
  { name: 'YAML: tag of a store', filename: 'config.yml', code: 'jwt:\n  secret: !vault secret/jwt\n' },
  {
    name: 'YAML: reference of CloudFormation',
    filename: 'template.yml',
    code: 'Environment:\n  Variables:\n    JWT_SECRET: !Ref JwtSecret\n',
  },
  {
    name: 'YAML: workflow with a reference',
    filename: '.github/workflows/deploy.yml',
    code: 'env:\n  JWT_SECRET: ${{ secrets.JWT_SECRET }}\n',
  },
  { name: 'YAML: null', filename: 'config.yml', code: 'jwt:\n  secret:\n  issuer: acme\n' },
  { name: 'YAML: ~', filename: 'config.yml', code: 'jwt:\n  secret: ~\n' },
  { name: 'JSON: empty', filename: 'config.json', code: '{ "jwt": { "secret": "" } }' },
  {
    name: 'JSON: name of the variable',
    filename: 'config/custom-environment-variables.json',
    code: '{ "jwt": { "secret": "JWT_SECRET" } }',
  },
  {
    name: 'JSON: secret of a client',
    filename: 'config.json',
    code: `{ "oauth": { "clientSecret": "${HEX}" } }`,
  },
  {
    name: 'JSON: secret of a session',
    filename: 'config.json',
    code: `{ "session": { "secret": "${HEX}" } }`,
  },
  {
    name: 'JSON: translations',
    filename: 'locales/en.json',
    code: '{ "jwtSecret": "The secret that signs tokens" }',
  },
  {
    name: 'JSON: schema',
    filename: 'config.schema.json',
    code: '{ "properties": { "jwtSecret": { "type": "string", "description": "signs tokens" } } }',
  },
  {
    name: 'accepted environment',
    filename: '.env.test',
    code: `JWT_SECRET=${HEX}\n`,
    options: { allowEnvironments: ['test'] },
  },
  {
    name: 'accepted environment in another spelling',
    filename: '.env.dev',
    code: `JWT_SECRET=${HEX}\n`,
    options: { allowEnvironments: ['development'] },
  },
  {
    name: 'accepted environment by section',
    filename: 'config.yml',
    code: `test:\n  jwt_secret: ${HEX}\n`,
    options: { allowEnvironments: ['test'] },
  },
  {
    name: 'accepted environment by namespace',
    filename: 'k8s/secret.yml',
    code: manifest(`stringData:\n  JWT_SECRET: ${HEX}\n`, 'Secret', 'staging'),
    options: { allowEnvironments: ['staging'] },
  },
  {
    name: 'accepted custom environment',
    filename: '.env.qa',
    code: `JWT_SECRET=${HEX}\n`,
    options: { allowEnvironments: ['qa', 'test'] },
  },
];

const dialects: Readonly<Record<string, string>> = {
  plain: `JWT_SECRET=${HEX}\n`,
  'double quotes': `JWT_SECRET="${HEX}"\n`,
  'single quotes': `JWT_SECRET='${HEX}'\n`,
  backticks: `JWT_SECRET=\`${HEX}\`\n`,
  export: `export JWT_SECRET=${HEX}\n`,
  'export with quotes': `export JWT_SECRET="${HEX}"\n`,
  'spaces around the sign': `JWT_SECRET = ${HEX}\n`,
  colon: `JWT_SECRET: ${HEX}\n`,
  tabs: `\tJWT_SECRET\t=\t${HEX}\n`,
  CRLF: `PORT=3000\r\nJWT_SECRET=${HEX}\r\n`,
  'CRLF with quotes': `PORT=3000\r\nJWT_SECRET="${HEX}"\r\n`,
  'no newline at the end': `JWT_SECRET=${HEX}`,
  'comment behind': `JWT_SECRET=${HEX} # rotate\n`,
  'comment behind quotes': `JWT_SECRET="${HEX}" # rotate\n`,
  'comments before': `# auth\n\n; not a comment of dotenv\nJWT_SECRET=${HEX}\n`,
  'an open quote before': `MOTTO='tis nothing\nJWT_SECRET=${HEX}\n`,
  'text over several lines before': `NOTE="one\ntwo"\nJWT_SECRET=${HEX}\n`,
};

const names: readonly string[] = [
  'JWT_SECRET_KEY', 'JWT_ACCESS_SECRET', 'JWT_REFRESH_SECRET', 'ACCESS_TOKEN_SECRET', 'REFRESH_TOKEN_SECRET', 'TOKEN_SECRET', 'AUTH_JWT_SECRET',
  'JWT_SIGNING_KEY', 'SUPABASE_JWT_SECRET', 'PGRST_JWT_SECRET', 'jwtSecret', 'JWT_KEY', 'jwt.secret',
]; // prettier-ignore

const files: readonly (readonly [filename: string, severity: string])[] = [
  ['.env.local', 'high'], ['.env.production', 'high'], ['.env.production.local', 'high'], ['prod.env', 'high'], ['.envrc', 'high'],
  ['.dev.vars', 'medium'], ['apps/api/.env', 'high'], ['.env.staging', 'high'], ['.env.development', 'medium'], ['.env.dev', 'medium'],
  ['.env.test', 'low'], ['.env.qa', 'high'],
]; // prettier-ignore

/** One secret in every format, with the text that is marked. */
const formats: readonly (readonly [file: string, code: string, text?: string])[] = [
  ['wrangler.toml', `[vars]\nJWT_SECRET = "${HEX}"\n`],
  ['application.properties', `jwt.secret = ${HEX}\n`],
  ['settings.ini', `[jwt]\nsecret = ${HEX}\n`],
  ['Dockerfile', `FROM a\nENV JWT_SECRET=${HEX}\n`],
  ['main.tf', `resource "a" "b" {\n  environment {\n    variables = { JWT_SECRET = "${HEX}" }\n  }\n}\n`],
  ['prod.tfvars', `jwt_secret = "${HEX}"\n`],
  ['deploy.sh', `export JWT_SECRET='${HEX}'\n`],
  ['deploy.ps1', `$env:JWT_SECRET = "${HEX}"\n`],
  ['deploy.bat', `set JWT_SECRET=${HEX}\n`],
  ['Makefile', `JWT_SECRET := ${HEX}\n`],
  ['Procfile', `web: JWT_SECRET=${HEX} node .\n`],
  ['api.service', `[Service]\nEnvironment="JWT_SECRET=${HEX}"\n`],
  ['web.config', `<configuration><add key="Jwt:Secret" value="${HEX}"/></configuration>`],
  ['Info.plist', `<plist><dict><key>JwtSecret</key><string>${HEX}</string></dict></plist>`],
  ['serverless.yml', `provider:\n  environment:\n    JWT_SECRET: ${HEX}\n`],
  ['appsettings.json', `{ "Jwt": { "Key": "${HEX}" } }`],
  ['package.json', `{ "scripts": { "start": "JWT_SECRET=${HEX} node ." } }`],
  ['config/jwt.yml', `secret: ${HEX}\n`],
  ['k8s/jwt.yaml', `apiVersion: v1\nkind: Secret\nmetadata:\n  name: jwt-secret\nstringData:\n  value: ${HEX}\n`],
  ['kustomization.yaml', `apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\nsecretGenerator:\n  - name: a\n    literals: [JWT_SECRET=${HEX}]\n`],
]; // prettier-ignore

const invalid: readonly InvalidCase[] = [
  {
    name: 'secret of Flask that its plugin for JWT takes',
    filename: 'shop/settings.py',
    code: `SECRET_KEY = "${HEX}"\n`,
    files: { 'shop/app.py': 'from flask_jwt_extended import JWTManager\njwt = JWTManager()\n' },
    found: FOUND,
  },
  {
    name: 'variable that the secret of Flask comes from',
    filename: '.env',
    code: `SHOP_SALT=${HEX}\n`,
    files: {
      'shop/settings.py': "SECRET_KEY = os.environ.get('SHOP_SALT')\n",
      'shop/app.py': 'from flask_jwt_extended import JWTManager\njwt = JWTManager()\n',
    },
    found: FOUND,
  },
  {
    name: 'secret of Rails',
    filename: 'config/secrets.yml',
    code: `production:\n  secret_key_base: ${HEX}\n`,
    files: { 'app/user.rb': 'JWT.encode({ id: id }, Rails.application.secrets.secret_key_base)\n' },
    found: FOUND,
  },
  {
    name: 'the word itself, in a text about JWT',
    filename: 'lib/jwt_tokens.py',
    code: 'import x\nsecret = "secret"\n',
    found: ['committed secret'],
  },
  ...formats.map(([filename, code]) => ({ name: `format: ${filename}`, filename, code, found: FOUND })),
  {
    name: 'edit for compose',
    filename: 'docker-compose.yml',
    code: `services:\n  api:\n    image: a\n    environment:\n      JWT_SECRET: ${HEX}\n`,
    found: FOUND,
    suggestions: [
      'services:\n  api:\n    image: a\n    environment:\n      JWT_SECRET: ${JWT_SECRET:?JWT_SECRET is not set}\n',
    ],
  },
  {
    name: 'edit for a workflow',
    filename: '.github/workflows/deploy.yml',
    code: `env:\n  JWT_SECRET: "${HEX}"\n`,
    found: FOUND,
    suggestions: ['env:\n  JWT_SECRET: "${{ secrets.JWT_SECRET }}"\n'],
  },
  {
    name: 'edit for a template',
    filename: '.env.example',
    code: `JWT_SECRET=${HEX}\n`,
    found: [`template ${HEX}`],
    suggestions: ['JWT_SECRET=\n'],
  },
  {
    name: 'wordless variable that a compose file passes on',
    filename: '.env',
    code: `SALT=${HEX}\n`,
    files: {
      'docker-compose.yml': 'services:\n  api:\n    image: a\n    environment:\n      JWT_SECRET: ${SALT}\n',
    },
    found: FOUND,
  },
  {
    name: 'wordless setting of a JSON file that code uses',
    filename: 'config/default.json',
    code: `{ "app": { "salt": "${HEX}" } }`,
    files: {
      'src/a.ts':
        "import jwt from 'jsonwebtoken';\nimport config from 'config';\njwt.sign({}, config.get('app.salt'));\n",
    },
    found: FOUND,
  },
  {
    name: 'setting that Python uses',
    filename: '.env',
    code: `SECRET_KEY=${HEX}\n`,
    files: { 'app/security.py': 'import jwt\njwt.encode(claims, settings.SECRET_KEY, algorithm="HS256")\n' },
    found: FOUND,
  },
  {
    name: 'setting that C# uses',
    filename: 'appsettings.json',
    code: `{ "Tokens": { "Salt": "${HEX}" } }`,
    files: {
      'A.cs': 'using System;\nnew SymmetricSecurityKey(Encoding.UTF8.GetBytes(config["Tokens:Salt"]));\n',
    },
    found: FOUND,
  },
  {
    name: 'key of a Kubernetes Secret that a container takes',
    filename: 'k8s/secret.yaml',
    code: `apiVersion: v1\nkind: Secret\nmetadata:\n  name: api\nstringData:\n  salt: ${HEX}\n`,
    files: {
      'k8s/deployment.yaml':
        'apiVersion: apps/v1\nkind: Deployment\nspec:\n  env:\n    - name: JWT_SECRET\n      valueFrom:\n        secretKeyRef:\n          name: api\n          key: salt\n',
    },
    found: FOUND,
  },
  ...templates.map((filename) => ({
    name: `template ${filename} with a random value`,
    filename,
    code: settingIn(filename, HEX),
    found: [`template ${HEX}`],
  })),
  {
    name: 'template with a random value that is short',
    filename: '.env.example',
    code: 'JWT_SECRET=k9Xw2LpQ7vRt4ZsN\n',
    found: ['template k9Xw2LpQ7vRt4ZsN'],
    message: 'everyone who copies the file',
  },
  ...Object.entries(dialects).map(([name, code]) => ({
    name: `dialect: ${name}`,
    filename: '.env',
    code,
    found: FOUND,
  })),
  ...names.map((name) => ({
    name: `name: ${name}`,
    filename: '.env',
    code: `${name}=${HEX}\n`,
    found: FOUND,
  })),
  ...files.map(([filename, severity]) => ({
    name: `file ${filename}`,
    filename,
    code: `JWT_SECRET=${HEX}\n`,
    found: FOUND,
    severities: [severity],
  })),
  { name: 'base64', filename: '.env', code: `JWT_SECRET=${BASE64}\n`, found: [`committed ${BASE64}`] },
  { name: 'base64url', filename: '.env', code: `JWT_SECRET=${URL}\n`, found: [`committed ${URL}`] },
  { name: 'UUID', filename: '.env', code: `JWT_SECRET=${UUID}\n`, found: [`committed ${UUID}`] },
  { name: 'weak', filename: '.env', code: 'JWT_SECRET=changeme\n', found: ['committed changeme'] },
  { name: 'short', filename: '.env', code: 'JWT_SECRET=k9Xw2LpQ\n', found: ['committed k9Xw2LpQ'] },
  {
    name: 'sign inside the value',
    filename: '.env',
    code: 'JWT_SECRET=k9=Xw2=LpQ7vRt4ZsN\n',
    found: ['committed k9=Xw2=LpQ7vRt4ZsN'],
  },
  {
    name: 'hash sign inside quotes',
    filename: '.env',
    code: 'JWT_SECRET="k9#Xw2LpQ7vRt4ZsN"\n',
    found: ['committed k9#Xw2LpQ7vRt4ZsN'],
  },
  {
    name: 'spaces inside quotes',
    filename: '.env',
    code: 'JWT_SECRET="three made up words"\n',
    found: ['committed three made up words'],
  },
  {
    name: 'two secrets',
    filename: '.env',
    code: `ACCESS_TOKEN_SECRET=${HEX}\nSESSION_SECRET=${UUID}\nREFRESH_TOKEN_SECRET=${URL}\n`,
    found: [`committed ${HEX}`, `committed ${URL}`],
  },
  {
    name: 'one commented out, one not',
    filename: '.env',
    code: `# JWT_SECRET=${UUID}\nJWT_SECRET=${HEX}\n`,
    found: FOUND,
  },
  {
    name: 'the message names variable and environment',
    filename: '.env.production',
    code: `JWT_SECRET=${HEX}\n`,
    found: FOUND,
    message: '`JWT_SECRET` is committed for production',
  },
  {
    name: 'another name that code verifies with',
    filename: '.env',
    code: `APP_THING=${HEX}\n`,
    files: { 'src/auth.ts': `${JWT}jwt.verify(token, process.env.APP_THING);` },
    found: FOUND,
  },
  {
    name: 'session secret that code signs tokens with',
    filename: '.env',
    code: `SESSION_SECRET=${HEX}\n`,
    files: { 'src/auth.ts': `${JWT}jwt.sign({}, process.env.SESSION_SECRET);` },
    found: FOUND,
  },
  {
    name: 'setting that code reads by its path',
    filename: 'config/default.json',
    code: `{ "app": { "secret": "${HEX}" } }`,
    files: { 'src/auth.ts': `${JWT}import config from 'config';\njwt.sign({}, config.get('app.secret'));` },
    found: FOUND,
  },
  {
    name: 'settings that code imports',
    filename: 'config.json',
    code: `{ "app": { "secret": "${HEX}" } }`,
    files: { 'auth.ts': `${JWT}import config from './config.json';\njwt.sign({}, config.app.secret);` },
    found: FOUND,
  },
  {
    name: 'compose file: map',
    filename: 'docker-compose.yml',
    code: compose(`      JWT_SECRET: ${HEX}\n`),
    found: FOUND,
  },
  {
    name: 'compose file: quoted map',
    filename: 'docker-compose.yml',
    code: compose(`      JWT_SECRET: "${HEX}"\n`),
    found: FOUND,
  },
  {
    name: 'compose file: list',
    filename: 'docker-compose.yml',
    code: compose(`      - PORT=3000\n      - JWT_SECRET=${HEX}\n`),
    found: FOUND,
  },
  {
    name: 'compose file: quoted list',
    filename: 'compose.yaml',
    code: compose(`      - 'JWT_SECRET=${HEX}'\n`),
    found: FOUND,
  },
  {
    name: 'compose file: flow map',
    filename: 'compose.yaml',
    code: `services:\n  api:\n    image: acme/api\n    environment: { JWT_SECRET: "${HEX}" }\n`,
    found: FOUND,
  },
  {
    name: 'compose file of production',
    filename: 'docker-compose.prod.yml',
    code: compose(`      JWT_SECRET: ${HEX}\n`),
    found: FOUND,
    message: 'for production',
  },
  {
    name: 'compose file: CRLF',
    filename: 'docker-compose.yml',
    code: compose(`      JWT_SECRET: ${HEX}\n`).replaceAll('\n', '\r\n'),
    found: FOUND,
  },
  {
    name: 'Kubernetes: stringData',
    filename: 'k8s/secret.yml',
    code: manifest(`stringData:\n  JWT_SECRET: ${HEX}\n`),
    found: FOUND,
  },
  {
    name: 'Kubernetes: data',
    filename: 'k8s/secret.yml',
    code: manifest(`data:\n  JWT_SECRET: ${ENCODED}\n`),
    found: [`committed ${ENCODED}`],
  },
  {
    name: 'Kubernetes: data in quotes',
    filename: 'k8s/secret.yml',
    code: manifest(`data:\n  jwt-secret: "${ENCODED}"\n`),
    found: [`committed ${ENCODED}`],
  },
  {
    name: 'Kubernetes: ConfigMap',
    filename: 'k8s/config.yml',
    code: manifest(`data:\n  JWT_SECRET: ${HEX}\n`, 'ConfigMap'),
    found: FOUND,
  },
  {
    name: 'Kubernetes: file inside a ConfigMap',
    filename: 'k8s/config.yml',
    code: manifest(`data:\n  .env: |\n    PORT=3000\n    JWT_SECRET=${HEX}\n`, 'ConfigMap'),
    found: FOUND,
  },
  {
    name: 'Kubernetes: env of a container',
    filename: 'k8s/deployment.yml',
    code: `apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n        - name: api\n          env:\n            - name: JWT_SECRET\n              value: "${HEX}"\n`,
    found: FOUND,
  },
  {
    name: 'Kubernetes: namespace names the environment',
    filename: 'k8s/secret.yml',
    code: manifest(`stringData:\n  JWT_SECRET: ${HEX}\n`, 'Secret', 'acme-prod'),
    found: FOUND,
    message: 'for production',
  },
  {
    name: 'Kubernetes: two documents',
    filename: 'k8s/all.yml',
    code: `${manifest('data:\n  PORT: "3000"\n', 'ConfigMap')}---\n${manifest(`stringData:\n  JWT_SECRET: ${HEX}\n`)}`,
    found: FOUND,
  },
  {
    name: 'Helm values',
    filename: 'charts/api/values.yaml',
    code: `api:\n  env:\n    JWT_SECRET: ${HEX}\n`,
    found: FOUND,
  },
  { name: 'JSON: flat', filename: 'config.json', code: `{"jwtSecret":"${HEX}"}`, found: FOUND },
  {
    name: 'JSON: nested',
    filename: 'config.json',
    code: `{ "auth": { "jwt": { "secret": "${HEX}" } } }`,
    found: FOUND,
  },
  {
    name: 'JSON: in a list',
    filename: 'config.json',
    code: `{ "apps": [{ "jwtSecret": "${HEX}" }] }`,
    found: FOUND,
  },
  {
    name: 'JSON: list of names and values',
    filename: 'task-definition.json',
    code: `{ "environment": [{ "name": "JWT_SECRET", "value": "${HEX}" }] }`,
    found: FOUND,
  },
  {
    name: 'JSON: comments and trailing comma',
    filename: 'appsettings.json',
    code: `{\n  // for now\n  "Jwt": { "Secret": "${HEX}", },\n}`,
    found: FOUND,
  },
  {
    name: 'JSON: sections of environments',
    filename: 'config.json',
    code: `{ "production": { "jwtSecret": "${HEX}" }, "test": { "jwtSecret": "${UUID}" } }`,
    found: [`committed ${HEX}`, `committed ${UUID}`],
    severities: ['high', 'low'],
  },
  {
    name: 'YAML: nested',
    filename: 'config/app.yml',
    code: `auth:\n  jwt:\n    secret: ${HEX}\n`,
    found: FOUND,
  },
  { name: 'YAML: single quotes', filename: 'config/app.yaml', code: `jwt_secret: '${HEX}'\n`, found: FOUND },
  {
    name: 'YAML: comment behind',
    filename: 'config/app.yml',
    code: `jwt_secret: ${HEX} # rotate\n`,
    found: FOUND,
  },
  {
    name: 'YAML: sections of environments',
    filename: 'config/secrets.yml',
    code: `development:\n  jwt_secret: ${UUID}\nproduction:\n  jwt_secret: ${HEX}\n`,
    found: [`committed ${UUID}`, `committed ${HEX}`],
    severities: ['medium', 'high'],
  },
  {
    name: 'YAML: reference in production, value in development',
    filename: 'config/secrets.yml',
    code: `development:\n  jwt_secret: ${HEX}\nproduction:\n  jwt_secret: <%= ENV["JWT_SECRET"] %>\n`,
    found: FOUND,
    severities: ['medium'],
  },
  {
    name: 'YAML: serverless',
    filename: 'serverless.yml',
    code: `provider:\n  name: aws\n  environment:\n    JWT_SECRET: ${HEX}\n`,
    found: FOUND,
  },
  {
    name: 'YAML: workflow',
    filename: '.github/workflows/deploy.yml',
    code: `env:\n  JWT_SECRET: ${HEX}\n`,
    found: FOUND,
    severities: ['low'],
  },
  {
    name: 'accepted environment is another one',
    filename: '.env.production',
    code: `JWT_SECRET=${HEX}\n`,
    options: { allowEnvironments: ['test'] },
    found: FOUND,
  },
  {
    name: 'accepted environment, and a file of none',
    filename: '.env',
    code: `JWT_SECRET=${HEX}\n`,
    options: { allowEnvironments: ['test', 'development'] },
    found: FOUND,
  },
  {
    name: 'accepted section, and another section',
    filename: 'config.yml',
    code: `test:\n  jwt_secret: ${UUID}\nproduction:\n  jwt_secret: ${HEX}\n`,
    options: { allowEnvironments: ['test'] },
    found: FOUND,
  },
  {
    name: 'value that no name calls a secret, but that signs a token',
    filename: '.env',
    code: `APP_THING=${HEX}\n`,
    files: { 'requests.http': `GET /me\nAuthorization: Bearer ${makeToken({ sub: 'made-up' }, HEX)}\n` },
    found: FOUND,
    message: '`APP_THING` is committed',
  },
];

describeRule('no-committed-secret', valid, invalid);
