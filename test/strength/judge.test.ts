import { describe, expect, it } from 'vitest';

import { judge, type JudgeOptions, type SecretKind } from '../../src/strength/judge.ts';
import { builtInSecrets } from '../../src/strength/known.ts';
import { secretListOf } from '../../src/strength/secret-list.ts';

const kind = (value: string, options?: JudgeOptions): SecretKind => judge(value, options).kind;

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
    'bXktdmVyeS1zZWNyZXQtc2lnbmluZy1rZXkK', 'cGFzc3dvcmQK', 'dG9tYXRvLXNvdXANCg==', 'YldrdGRtVnllUzF6WldOeVpYUXRhMlY1', '1b9d6bcd-bbfd-1b2d-9b5d-ab8dfbbd4bed',
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
