import { describe, expect, it } from 'vitest';

import { judge, type JudgeOptions, type SecretKind } from '../../src/strength/judge.ts';

const kind = (value: string, options?: JudgeOptions): SecretKind => judge(value, options).kind;

describe('references', () => {
  it.each([
    '$JWT_SECRET', '${JWT_SECRET}', '${jwt.secret}', '${JWT_SECRET:?must be set}', '${JWT_SECRET:+set}', '$jwt_secret',
    '"${JWT_SECRET}"', '${JWT_SECRET:-}', '${JWT_SECRET:-${OTHER_SECRET}}', '${OLD_SECRET:${NEW_SECRET}}', '$$cap_secret',
    '%JWT_SECRET%', '%env(JWT_SECRET)%', '%env(resolve:JWT_SECRET)%',
    '${{ secrets.JWT_SECRET }}', '{{ jwt_secret }}', '{{ .Values.jwt.secret | quote }}', '{{vault.jwt_secret}}',
    '<%= ENV["JWT_SECRET"] %>', '#{ENV["JWT_SECRET"]}', '__JWT_SECRET__', '@@jwt.secret@@', '#{JwtSecret}#',
    '$(openssl rand -hex 32)', '`openssl rand -base64 32`', '$(cat /run/secrets/jwt)', '$(JWT_SECRET)',
    'process.env.JWT_SECRET', "process.env['JWT_SECRET']", 'import.meta.env.VITE_SECRET', 'os.getenv("JWT_SECRET")',
    "os.environ['JWT_SECRET']", 'System.getenv("JWT_SECRET")', "env('JWT_SECRET')", "configService.get('JWT_SECRET')",
    'config.jwt.secret', 'settings.SECRET_KEY', 'var.jwt_secret', 'random_password.jwt.result', 'secrets.JWT_SECRET',
    '{{resolve:secretsmanager:jwt:SecretString:secret}}', '!Ref JwtSecret', '!Sub "${JwtSecret}"',
    'arn:aws:secretsmanager:eu-west-1:123456789012:secret:jwt-AbCdEf', 'ssm:/prod/jwt/secret', 'aws-ssm:/prod/jwt',
    'projects/my-project/secrets/jwt/versions/latest', 'sm://my-project/jwt', '${sm://jwt-secret}', 'berglas://bucket/jwt',
    '@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/jwt)', 'akvs://v/jwt', 'https://v.vault.azure.net/secrets/jwt',
    'online_token:', 'jwt:refresh:', 'cache:jwt::', 'vault:secret/data/jwt#key', 'vault://secret/jwt', 'ref+vault://secret/jwt#/key', 'op://Private/jwt/secret', 'op://My Vault/jwt secret/password', 'bw://My Item/password', '${base64:64}',
    'doppler://project/jwt', 'infisical:prod/jwt', 'secretref:jwt', '<path:secret/data/jwt#key>', '${password:32}',
    'ENC[AES256_GCM,data:abc=,iv:def=,tag:ghi=,type:str]', 'ENC(Zm9vYmFyYmF6)', '{cipher}0a1b2c3d', 'locked:0a1b2c3d4e5f60718293a4b5c6d7e8f9:Zm9v-YmFy_Zg', 'vault:v1:8SDd3WHDOjf7mq69CyCqYjBX',
    '$ANSIBLE_VAULT;1.1;AES256\n6162636465', `age1${'q'.repeat(58)}`, `AgBy${'x7Q'.repeat(100)}`.replace('AgBy', 'AgBz'),
    '/run/secrets/jwt', './keys/jwt.pem', 'file:./jwt.key', 'classpath:jwt.pem', 'jwt-signing.p12',
    `$2b$12$${'a'.repeat(53)}`, '{bcrypt}$2a$10$abc', 'https://auth.example.com/.well-known/jwks.json',
    '-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----', '-----BEGIN PUBLIC KEY-----', '-----END PRIVATE KEY-----',
    '%kernel.secret%', '[[ .jwt_secret ]]', 'builder.Configuration["Jwt:Key"]', 'ENV.fetch("JWT_SECRET")', 'random_id.jwt.hex', '!env_var JWT_SECRET',
    's3://bucket/jwt.key', 'secretRef:jwt-secret', 'C:\\keys\\jwt.pem', '$JwtSecret', '$(bashio::config jwt_secret)', 'key-$(date +%s)', '~/.secrets/jwt',
    '/the/folder/of/keys', '/secret_folder/.zorblax', '$KEYS/zorblax/server.key', '@/config/zorblax/public.pem', 'zorblax-passphrase.txt', 'zorblax-secret.yaml', 'zorblax/jwt.properties', 'scripts/zorblax-secret.ts', 'client_secret.json',
    'data.zorblax_cluster.main.config[0].password', "module.zorblax['main'].client_key", 'base64decode(data.zorblax_cluster.main.config[0].client_key)',
    "zorblax-${{ hashFiles('**/quimbly.lock') }}", "${{ github.ref == 'refs/heads/main' && 'a' }}-zorblax",
    '$6$rounds=5000$zorblaxsalt$Qb7/zR.xW', '$pbkdf2-sha512$310000$zorblaxsalt$Qb7/zR.xW', '$scrypt$ln=16,r=8,p=1$zorblaxsalt$Qb7zRxW',
    'pbkdf2_sha256$260000$zorblaxsalt$Qb7/zR.xW', '$apr1$zorblaxs$Qb7/zR.xW',
    // forms of single tools
    '%CONFIG_DIR%/zorblax/public.pem', '%kernel.project_dir%/%CONFIG_DIR%/zorblax.pem', '%generate(secret, 32)%', '$env://ZORBLAX_SECRET',
    '$secret://vault/zorblax/secret', 'urn:k8s:secret:zorblax:key', '${doppler:zorblax-api/JWT_SECRET}', '${output:zorblax-auth.secret}', '$encrypted$',
    '${?JWT_SECRET}', '$ENV{JWT_SECRET}', "$_ENV['JWT_SECRET']", '__ENV.JWT_SECRET', '{:system, "JWT_SECRET"}', "%{lookup('zorblax::secret')}",
    '((zorblax-secret))', '((zorblax.secret))', "[parameters('jwtSecret')]", "[reference(variables('zorblaxId')).primaryKey]", '{vault://env/jwt-secret}',
    'credentialsJSON:5f0c9a7b-e2d4-4386-87ab-0e9f3c5d2187', "credentials('zorblax-jwt')", 'pkcs11:token=zorblax;object=jwt', "env.str('JWT_SECRET')",
    'v1:Zm9vYmFyYmF6cXV4:Zm9vYmFyYmF6cXV4Zm9vYmFy', '/zorblax/prod/JWT_SECRET',
    'projects/zorblax/locations/europe-west1/keyRings/main/cryptoKeys/jwt', 'sha1:5f0c9a7be2d4:86ab0e9f3c5d21876a9be04f7c83d15e2b60fa97',
    '$1', '${2}', 'prefix-${JWT_SECRET}', '${A}${B}', '{{ a }}-{{ b }}', "{{ lookup('env', 'JWT_SECRET') }}",
  ])('%s', (value) => {
    expect(judge(value)).toMatchObject({ kind: 'reference', bits: 0 });
  }); // prettier-ignore

  it.each([
    ['${JWT_SECRET:-changeme}', 'known'],
    ['${JWT_SECRET-changeme}', 'known'],
    ['${JWT_SECRET:=tomato-soup}', 'guessable'],
    ['${jwt.secret:tomato-soup}', 'guessable'],
    ['${A:-${B:-tomato-soup}}', 'guessable'],
    ["${JWT_SECRET:-'your-256-bit-secret'}", 'known'],
    ["${env:JWT_SECRET, 'tomato-soup'}", 'guessable'],
    ["{{ jwt_secret | default('tomato-soup') }}", 'guessable'],
    ['{{ .Secret | default .Other | default "tomato-soup" | b64enc }}', 'guessable'],
    ["{{ lookup('env', 'JWT_SECRET') | default('tomato-soup') }}", 'guessable'],
    ["${{ secrets.JWT_SECRET || 'tomato-soup' }}", 'guessable'],
    ['<%= ENV.fetch("JWT_SECRET", "tomato-soup") %>', 'guessable'],
    ['{{ default "tomato-soup" .Values.jwtSecret | b64enc | quote }}', 'guessable'],
    ['{{ getenv "JWT_SECRET" "tomato-soup" }}', 'guessable'],
    ['{{ envOr "JWT_SECRET"  "tomato-soup"  }}', 'guessable'],
    ['${JWT_SECRET:-5f0c9a7be2d4138647ab0e9f3c5d21876a9be04f7c83d15e2b60fa97c4d8e312}', 'strong'],
  ] as const)('judges the default in %s', (value, expected) => {
    expect(kind(value)).toBe(expected);
  });

  it.each(['process.env.JWT_SECRET', "config.get('jwt.secret')", 'settings.jwt.secret'])(
    'takes %s quoted in code for the key itself',
    (value) => {
      expect(kind(value, { context: 'config' })).toBe('reference');
      expect(kind(value, { context: 'code' })).toBe('guessable');
    },
  );

  it('takes the name of a variable that a call gets for the key itself', () => {
    expect(kind('ACCESS_TOKEN_SECRET')).toBe('placeholder');
    expect(kind('ACCESS_TOKEN_SECRET', { isGiven: true })).toBe('guessable');
    expect(kind('<your secret>', { isGiven: true })).toBe('placeholder');
  });

  it('takes a password hash with something beside it for a value', () => {
    expect(kind(`$2b$10$${'Ab3./'.repeat(10)}Xy9:5f0c9a7b-e2d4-4386-87ab-0e9f3c5d2187`)).toBe('strong');
  });

  it('takes base64 that begins with a slash for a value', () => {
    expect(kind('/kTq0Zr/9bVn4mXw7LpJc2/sYd8HgFa6Ru3')).toBe('strong');
  });

  it('takes look-alikes of references for values', () => {
    for (const value of [
      '$ecret',
      '${secret',
      '{{secret',
      'my.secret.token',
      '100%secret%',
      's.fakeTOKEN123',
    ]) {
      expect(kind(value), value).toMatch(/known|guessable/);
    }
  });
});

describe('placeholders', () => {
  it.each([
    '', '   ', '""', '",', '{}', '[ ]', "''", '<your secret>', '<JWT_SECRET>', '[secret]', '{secret}', 'xxxx', 'XXXXXXXXXXXXXXXX', '***', '...',
    '----', '________', 'null', 'None', 'undefined', 'TODO', '// TODO: set', 'n/a', 'JWT_SECRET', 'SECRET_KEY',
    'ACCESS_TOKEN_SECRET', 'APP_JWT_SIGNING_KEY', '"<change-me>"', '<paste (your) secret here!>', '<<your secret>>', '[***]', '<...>',
    '(your secret here)', '<32+ chars>', '<あなたの秘密鍵>', 'xxxx-xxxx-xxxx', '●●●●●●', 'TODO: generate a secret', '# TODO', '[REDACTED]',
    // a slot behind the prefix of a service
    'zq-xxxxxxxx', 'zq_live_xxxxxxxxxxxx', 'ZQ.xxxxx', 'whzq_***', 'zq-ab-...', 'zq_…', 'ZQRKTM-...', '<.env secret>', "<'zq'-for-zorblax|quimbly-for-others>", 'QZra...',
    // a value that is cut short
    'a1b...9z', 'abc...xyz', 'abcd…wxyz', 'eyJhbGciOiJIUzI1...', 'eyJhb...4q', '12f4...', '3.q...', 'zq_abc123...', 'zq-ab-...wxyz', 'qRfm...WKPZ', 'TRLM...QXo=', '...fgh', '…k4q2',
    'QZqrXXXX', 'zq12xxxxxxxx', 'zq12********', '****4242', 'qr3kxxxxxxxxxxxxkt4z', '5f0c9a7b-XXXX-XXXX-XXXX-XXXXXXXXXXXX', 'REDACTED', 'HIDDEN', 'masked', '__REPLACE_ME__', '__YOUR_SECRET__',
    // names of variables
    'DATABASE_PASSWORD', 'STORAGE_CREDENTIALS', 'STORAGE_CREDENTIALS_JSON', 'ZORBLAX_PRIVATE_KEY_BASE64', 'MAIL_PASSPHRASE',
  ])('%j', (value) => {
    expect(judge(value)).toMatchObject({ kind: 'placeholder', bits: 0 });
  }); // prettier-ignore

  it('leaves random characters between brackets what they are', () => {
    expect(kind('[Ed0uo~QrlVtNEu4*:#B)5?6y8pBbTz]')).toBe('strong');
    expect(kind('<w!9Kq!zR2@vLx7-Tn5&Bd8*Yp3^Mc6(Gf1>')).toBe('strong');
  });

  it.each([
    'YOUR_JWT_SECRET', 'MY_SECRET_KEY', 'CHANGE_ME', 'CHANGE_THIS_SECRET', 'your-secret', 'changeme', 'REPLACE_ME', '11111111',
    'TEST_SECRET', 'SUPER_SECRET_KEY', 'YOUR_PASSWORD', 'password123...', 'shhh...', 'wait...what', 'My...Key', 'K7q..............',  'xxx_secret_key', 'secret_xxx_key', 'xxx-token-xxx', '***token***',
  ])('%s runs as it stands', (value) => {
    expect(kind(value)).toMatch(/known|guessable/);
  }); // prettier-ignore
});
