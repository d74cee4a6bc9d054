import { describe, expect, it } from 'vitest';

import { judge, type JudgeOptions, type SecretKind } from '../../src/strength/judge.ts';
import { builtInSecrets } from '../../src/strength/known.ts';
import { secretListOf } from '../../src/strength/secret-list.ts';

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
    'vault:secret/data/jwt#key', 'vault://secret/jwt', 'ref+vault://secret/jwt#/key', 'op://Private/jwt/secret', 'op://My Vault/jwt secret/password', 'bw://My Item/password', '${base64:64}',
    'doppler://project/jwt', 'infisical:prod/jwt', 'secretref:jwt', '<path:secret/data/jwt#key>', '${password:32}',
    'ENC[AES256_GCM,data:abc=,iv:def=,tag:ghi=,type:str]', 'ENC(Zm9vYmFyYmF6)', '{cipher}0a1b2c3d', 'locked:0a1b2c3d4e5f60718293a4b5c6d7e8f9:Zm9v-YmFy_Zg', 'vault:v1:8SDd3WHDOjf7mq69CyCqYjBX',
    '$ANSIBLE_VAULT;1.1;AES256\n6162636465', `age1${'q'.repeat(58)}`, `AgBy${'x7Q'.repeat(100)}`.replace('AgBy', 'AgBz'),
    '/run/secrets/jwt', './keys/jwt.pem', 'file:./jwt.key', 'classpath:jwt.pem', 'jwt-signing.p12',
    `$2b$12$${'a'.repeat(53)}`, '{bcrypt}$2a$10$abc', 'https://auth.example.com/.well-known/jwks.json',
    '-----BEGIN RSA PRIVATE KEY-----\nMIIB\n-----END RSA PRIVATE KEY-----', '-----BEGIN PUBLIC KEY-----',
    '%kernel.secret%', '[[ .jwt_secret ]]', 'builder.Configuration["Jwt:Key"]', 'ENV.fetch("JWT_SECRET")', 'random_id.jwt.hex', '!env_var JWT_SECRET',
    's3://bucket/jwt.key', 'secretRef:jwt-secret', 'C:\\keys\\jwt.pem', '$JwtSecret', '$(bashio::config jwt_secret)', 'key-$(date +%s)', '~/.secrets/jwt',
    '/the/folder/of/keys', '/secret_folder/.zorblax', '$KEYS/zorblax/server.key', '@/config/zorblax/public.pem', 'zorblax-passphrase.txt', 'client_secret.json',
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
    ["${{ secrets.JWT_SECRET || 'tomato-soup' }}", 'guessable'],
    ['<%= ENV.fetch("JWT_SECRET", "tomato-soup") %>', 'guessable'],
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
    '', '   ', '""', "''", '<your secret>', '<JWT_SECRET>', '[secret]', '{secret}', 'xxxx', 'XXXXXXXXXXXXXXXX', '***', '...',
    '----', '________', 'null', 'None', 'undefined', 'TODO', '// TODO: set', 'n/a', 'JWT_SECRET', 'SECRET_KEY',
    'ACCESS_TOKEN_SECRET', 'APP_JWT_SIGNING_KEY', '"<change-me>"', '<paste (your) secret here!>', '<<your secret>>', '[***]', '<...>',
    '(your secret here)', '<32+ chars>', '<あなたの秘密鍵>', 'xxxx-xxxx-xxxx', '●●●●●●', 'TODO: generate a secret', '# TODO', '[REDACTED]',
    // a slot behind the prefix of a service
    'zq-xxxxxxxx', 'zq_live_xxxxxxxxxxxx', 'ZQ.xxxxx', 'whzq_***', 'zq-ab-...', 'zq_…', 'ZQRKTM-...', '<.env secret>',
    // a value that is cut short
    'a1b...9z', 'eyJhbGciOiJIUzI1...', 'eyJhb...4q', '12f4...', '3.q...', 'zq_abc123...', 'zq-ab-...wxyz', 'qRfm...WKPZ', 'TRLM...QXo=', '...fgh', '…k4q2',
    'QZqrXXXX', 'zq12xxxxxxxx', 'zq12********', '****4242', '__REPLACE_ME__', '__YOUR_SECRET__',
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

describe('known secrets', () => {
  it('finds every built-in one, in any spelling', () => {
    const inCode = { context: 'code' } as const;
    for (const value of builtInSecrets()) expect(kind(value, inCode), value).toBe('known');
    expect(judge('Your_256_Bit_SECRET').reason).toContain('another spelling');
    expect(kind('ｙｏｕｒ-256-bit-secret')).toBe('known');
  });

  it('finds one with something appended, but not at the beginning of a strong secret', () => {
    const known = '09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7';
    expect(judge(`${known}-prod2024`)).toMatchObject({
      kind: 'known',
      reason: expect.stringContaining('appended'),
    });
    expect(kind(`${known}znP7K6roNwxisEbO0BOs8qFekApxMc9b`)).toBe('strong');
  });

  it('finds one inside base64 and hex', () => {
    const text = Buffer.from('your-256-bit-secret');
    expect(kind(text.toString('base64'))).toBe('known');
    expect(kind(text.toString('hex'))).toBe('known');
  });

  it("takes the user's list besides its own", () => {
    const leaked = 'RAun1yfbaGp0QMf5R6C7RYvbleD1Dbl6A7';
    const knownSecrets = secretListOf([leaked]);
    expect(kind(leaked)).toBe('strong');
    expect(judge(leaked, { knownSecrets })).toMatchObject({
      kind: 'known',
      reason: 'on the list of known secrets',
    });
    expect(kind(leaked.toLowerCase(), { knownSecrets })).toBe('known');
    expect(kind('your-256-bit-secret', { knownSecrets })).toBe('known');
  });
});

describe('guessable secrets', () => {
  it.each([
    // words, leet, names, dates
    'supersecretkey123', 'my-application-jwt-signing-key', 'P@ssw0rd!', '5up3r53cr3t', 'y0ur-sup3r-s3cr3t-k3y', 'Liverpool2019',
    'maria.garcia', 'secret-2024-01-15', '19900515', 'correct horse battery staple', 'openssl rand -base64 32',
    // phrases and sentences
    'this-secret-is-only-for-local-development-please-change-it', 'ThisKeyIsOnlyForLocalDevelopmentNeverUseItInProd',
    'TheQuickBrownFoxJumpsOverTheLazyDog123', 'pleasechangethissecretbeforegoingtoproduction',
    // other languages
    'uma-chave-forte-com-tamanho-adequado', 'coquinha gelada, hmm', 'EstaEsUnaClaveSecretaMuyLargaParaFirmarTokens',
    'cette-cle-doit-etre-changee-avant-la-mise-en-production', 'dieser-schluessel-muss-geaendert-werden',
    'questa-e-la-mia-chiave-segreta', 'deze-sleutel-moet-worden-vervangen', 'to-jest-bardzo-tajny-klucz', 'bu-cok-gizli-bir-anahtar',
    'ini-kunci-rahasia-saya', 'det-har-ar-en-hemlighet', 'tama-on-salainen-avain', 'ez-egy-nagyon-titkos-kulcs',
    'acesta-este-un-secret', 'eto-moy-sekretnyy-klyuch', 'day-la-khoa-bi-mat', 'himitsu-no-kagi', 'clé très secrète',
    'секретный ключ приложения', '请在生产环境中更改此密钥', 'これは秘密のキーです', '비밀키입니다', 'مفتاح سري للتطبيق',
    // patterns
    '12345678901234567890123456789012', 'abcdefghijklmnopqrstuvwxyz0123456789', 'qwertyuiopasdfghjklzxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn',
    'zq_1234567891011121314151617181920212223', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'abcabcabcabcabcabcabcabcabcabcabcabc', 'deadbeefdeadbeefdeadbeefdeadbeef',
    '!@#$%^&*()_+!@#$%^&*()_+!@#$%^&*', 'askdjfhaksjdfhkajshdfkjahsdfkjhasd', 'aksjdh1827klajsdhlkajshd8172398127lkajsdh',
    'vbhjfkdvbhjkfvdbkjhvfdb', '4gb5j6kh4b56kjg4b56jh4b56j4h5b6',
    '3f8a1c9e2b7d4f6a8c1e3b5d7f9a2c4e6b8d1f3a5c7e9b2d4f6a8c1e3b5d7f9a', 'p2r5u8x/A?D(G+KbPeShVmYq3t6w9z$C',
    'vKxPQ9mNwR8sT5zL2jF6hA3bC7eD1gY4', 'a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6',
    // encoded
    'bXktdmVyeS1zZWNyZXQtc2lnbmluZy1rZXk=', '6d792d766572792d7365637265742d7369676e696e672d6b6579',
    'YldrdGRtVnllUzF6WldOeVpYUXRhMlY1', '1b9d6bcd-bbfd-1b2d-9b5d-ab8dfbbd4bed',
  ])('%s', (value) => {
    const { kind: judged, bits, reason } = judge(value);
    expect(judged, reason).toMatch(/guessable|known/);
    expect(bits).toBeLessThan(112);
  }); // prettier-ignore

  it('says what they are made of', () => {
    expect(judge('tomato-unicorn-2024').reason).toMatch(
      /^made of 2 common words and a year: about 2\^\d+ guesses$/,
    );
    expect(judge('83746501928374').reason).toMatch(/^digits only: about 2\^\d+ guesses$/);
    expect(judge('aGVsbG8tcHVycGxlLXBhbmRh').reason).toMatch(
      /^base64 of readable text: made of a stock word of secrets and 2 common words/,
    );
    expect(judge('zorblax-jwt-2024', { projectWords: ['zorblax'] }).reason).toMatch(
      /^made of a name of the project, a stock word of secrets and a year: about 2\^1\d guesses$/,
    );
  });

  it("knows the project's own words", () => {
    const projectWords = ['@zorblax/quimbly-api', 'QuimblyServer'];
    const bits = (value: string, options?: JudgeOptions): number => judge(value, options).bits;
    expect(bits('zorblax-quimbly-2024!')).toBeGreaterThan(40);
    expect(bits('zorblax-quimbly-2024!', { projectWords })).toBeLessThan(25);
    expect(bits('qu1mbly_Zorblax', { projectWords })).toBeLessThan(20);
  });
});

describe('key size', () => {
  const strong = 'znP7K6roNwxisEbO0BOs8qFekApxMc9b'; // 32 characters

  it.each([
    ['HS256', 32, 'strong'],
    ['HS256', 31, 'short'],
    ['HS384', 48, 'strong'],
    ['HS384', 47, 'short'],
    ['HS512', 64, 'strong'],
    ['HS512', 63, 'short'],
  ] as const)('%s and %i bytes: %s', (algorithm, length, expected) => {
    const value = `${strong}YxknXkd0AwYMkziUWZaPB3qji3JWFO02`.slice(0, length);
    expect(judge(value, { algorithm })).toMatchObject({ kind: expected, keyBytes: length });
  });

  it('names the size and the standard', () => {
    expect(judge(strong.slice(0, 20)).reason).toBe('20 bytes; HS256 needs 32 (RFC 7518 section 3.2)');
  });

  it('counts the bytes the consumer makes of the text', () => {
    const bytes = Buffer.from('9c1f7be02a6d84f35e90c7b1d2486fa3e5079b1c8d64f2a03b7e95c1d806f42a', 'hex');
    const cases = [
      [bytes.toString('hex'), 'hex', 32],
      [bytes.toString('hex'), 'utf8', 64],
      [bytes.toString('base64'), 'base64', 32],
      [bytes.toString('base64url'), 'base64url', 32],
      [bytes.toString('base64url'), 'base64', 32],
      [bytes.toString('base64'), 'utf8', 44],
    ] as const;
    for (const [value, consumer, keyBytes] of cases) {
      expect(judge(value, { consumer })).toMatchObject({ kind: 'strong', keyBytes });
      if (consumer !== 'utf8') expect(keyBytes).toBe(Buffer.from(value, consumer).length);
    }
    expect(judge(bytes.toString('hex').slice(0, 32), { consumer: 'hex' })).toMatchObject({
      kind: 'short',
      keyBytes: 16,
    });
    expect(judge('not hex at all, is it? 8Zk#pQ', { consumer: 'hex' })).toMatchObject({
      keyBytes: 0,
      bits: 0,
    });
  });

  it('advises, but does not fail, 128 bits written as 32 hex digits', () => {
    const judged = judge('9c1f7be02a6d84f35e90c7b1d2486fa3');
    expect(judged).toMatchObject({ kind: 'strong', keyBytes: 32 });
    expect(judged.reason).toContain('128 random bits are better');
  });
});
