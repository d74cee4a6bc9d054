import { createPrivateKey, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { LinkedFile } from '../../src/project/model.ts';
import { Project } from '../../src/project/project.ts';
import { SigningSecrets } from '../../src/project/proof/index.ts';
import { searchSignatures } from '../../src/scanner/signature-search.ts';
import { makeToken } from '../jwt/helpers.ts';
import { VECTORS } from '../jwt/vectors.ts';

const SECRET = 'made-up-project-secret-91';

function projectOf(
  files: Readonly<Record<string, string>>,
  options: { signingSecrets?: SigningSecrets; words?: readonly string[] } = {},
): Project {
  const overlay = new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));
  const project = new Project({ root: '/no-such-folder', isCommitted: () => true, overlay, ...options });
  for (const name of overlay.keys()) project.load(name);
  return project;
}

const linked = (project: Project, path: string): LinkedFile => project.index().link(path)!;
const proofIn = (project: Project, path: string) => linked(project, path).tokens[0]?.proof ?? null;
const at = (project: Project, place: { path: string; span: readonly [number, number] } | null | undefined) =>
  place && `${place.path} ${project.textOf(place.path)!.slice(...place.span)}`;

describe('the value that signs a token', () => {
  const token = makeToken({ sub: 'x' }, SECRET);
  const http = `GET /\nAuthorization: Bearer ${token}\n`;

  it.each([
    ['environment file', { '.env': `JWT_SECRET=${SECRET}\n` }, `.env ${SECRET}`],
    ['other name', { '.env': `APP_THING=${SECRET}\n` }, `.env ${SECRET}`],
    ['YAML', { 'app.yml': `jwt:\n  key: ${SECRET}\n` }, `app.yml ${SECRET}`],
    ['code', { 'a.ts': `import jwt from 'jsonwebtoken';\njwt.sign({}, '${SECRET}');` }, `a.ts '${SECRET}'`],
    ['an import', { 'a.ts': "import jwt from 'jsonwebtoken';\nimport { k } from './k.js';\njwt.sign({}, k);", 'k.js': `export const k = '${SECRET}'; // token` }, `k.js '${SECRET}'`],
    ['any string in code', { 'a.ts': `// token\nboot("${SECRET}");` }, `a.ts "${SECRET}"`],
    ['any string in Go', { 'main.go': `// token\nkey := load("x", "${SECRET}")` }, `main.go "${SECRET}"`],
    ['a text', { 'notes.txt': `the token key: ${SECRET}\n` }, `notes.txt ${SECRET}`],
  ])('%s', (_, files, place) => {
    const project = projectOf({ 'requests.http': http, ...files });
    const proof = proofIn(project, 'requests.http');
    expect(proof?.how).toBe('secret');
    expect(at(project, proof?.place)).toBe(place);
  }); // prettier-ignore

  it('is named where it is used, rather than where it is documented or sampled', () => {
    const project = projectOf({
      '.env.example': `JWT_SECRET=${SECRET}\n`,
      'README.md': `JWT_SECRET=${SECRET}\n`,
      'requests.http': http,
      'src/config.ts': `export const jwtSecret = '${SECRET}';\n`,
    });
    expect(proofIn(project, 'requests.http')?.place?.path).toBe('src/config.ts');
  });

  it('is named in the file of the token first', () => {
    const project = projectOf({
      'a.env': `JWT_SECRET=${SECRET}\n`,
      'b.env': `JWT_SECRET=${SECRET}\nT=${token}\n`,
    });
    expect(proofIn(project, 'b.env')?.place?.path).toBe('b.env');
  });

  it.each([
    ['a published value', 'your-256-bit-secret', 'known-secret'],
    ['a common word', 'sunshine', 'guessable-secret'],
    ['nothing', '', 'empty-key'],
    ['a value of the list', 'made-up-listed', 'listed-secret'],
  ])('%s has no place', (_, secret, how) => {
    const project = projectOf({ 't.txt': makeToken({}, secret) }, { words: ['made-up-listed'] });
    expect(proofIn(project, 't.txt')).toMatchObject({ how, place: null });
  });

  it.each([
    ['as it stands', SECRET, `${SECRET}\n`, SECRET],
    ['with its line break', `${SECRET}\n`, `${SECRET}\n`, `${SECRET}\n`],
    ['in base64', SECRET, `${btoa(SECRET)}\n`, btoa(SECRET)],
    ['in lines of base64', SECRET, `${btoa(SECRET).replace(/.{16}/g, '$&\n')}\n`, btoa(SECRET).replace(/.{16}/g, '$&\n')],
  ])('a file that is nothing but the secret, %s', (_, key, written, place) => {
    const project = projectOf({ 't.txt': makeToken({}, key), 'secrets/signing': written });
    expect(at(project, proofIn(project, 't.txt')?.place)).toBe(`secrets/signing ${place}`);
  }); // prettier-ignore

  it('a word that everybody knows is not found in any string that says it', () => {
    const files = {
      't.txt': makeToken({}, 'secret'),
      'a.yml': 'kind: secret\n',
      'b.ts': "f('secret'); // token",
    };
    expect(proofIn(projectOf(files), 't.txt')).toMatchObject({ how: 'known-secret', place: null });
    const named = projectOf({ ...files, '.env': 'JWT_SECRET=secret\n' });
    expect(at(named, proofIn(named, 't.txt')?.place)).toBe('.env secret');
  });
});

describe('evidence', () => {
  const token = makeToken({ sub: 'x' }, SECRET);

  it('stands beside the secret, wherever the token is', () => {
    const project = projectOf({
      '.env': `JWT_SECRET=${SECRET}\n`,
      'a.http': token,
      'b.http': `${token}\n${token}`,
    });
    const [secret] = linked(project, '.env').secrets;
    expect(secret?.signedTokens.map((place) => place.path)).toEqual(['a.http', 'b.http', 'b.http']);
  });

  it('makes a secret of a value that nothing else names', () => {
    const project = projectOf({ '.env': `APP_THING=${SECRET}\n`, 't.txt': token });
    const [secret] = linked(project, '.env').secrets;
    expect(secret).toMatchObject({ value: SECRET, name: 'APP_THING', evidence: 'proof', source: 'config' });
    expect(secret?.signedTokens).toHaveLength(1);
  });

  it('makes a secret of a string in code', () => {
    const project = projectOf({ 'src/boot.ts': `// token\nboot('${SECRET}');`, 't.txt': token });
    expect(linked(project, 'src/boot.ts').secrets).toMatchObject([
      { evidence: 'proof', source: 'code', name: null },
    ]);
  });

  it('makes no secret of a common word or a short string', () => {
    for (const value of ['sunshine', 'x1y2']) {
      const project = projectOf({ '.env': `APP_THING=${value}\n`, 't.txt': makeToken({}, value) });
      expect(linked(project, '.env').secrets).toEqual([]);
    }
  });

  it('is none without a token, or with one of another secret', () => {
    for (const text of ['', makeToken({}, 'made-up-other-secret')]) {
      const project = projectOf({ '.env': `JWT_SECRET=${SECRET}\nAPP_THING=${SECRET}-2\n`, 't.txt': text });
      expect(linked(project, '.env').secrets).toMatchObject([{ evidence: 'name', signedTokens: [] }]);
    }
  });
});

describe('key pairs', () => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const pem = (key: KeyObject) =>
    key.export({ type: key.type === 'public' ? 'spki' : 'pkcs8', format: 'pem' } as never).toString();
  const text = ['{"alg":"ES256"}', '{"sub":"x"}']
    .map((part) => Buffer.from(part).toString('base64url'))
    .join('.');
  const signature = sign('sha256', Buffer.from(text), { key: pair.privateKey, dsaEncoding: 'ieee-p1363' });
  const token = `${text}.${signature.toString('base64url')}`;

  it('a token, its private key and its public key belong together', () => {
    const project = projectOf({
      'a.pem': pem(pair.privateKey),
      'b.json': JSON.stringify({ keys: [pair.publicKey.export({ format: 'jwk' })] }),
      'c.pem': pem(other.privateKey),
      't.txt': token,
    });
    expect(proofIn(project, 't.txt')).toMatchObject({ how: 'private-key', place: { path: 'a.pem' } });
    const [own] = linked(project, 'a.pem').privateKeys;
    expect(own?.tokens.map(({ path }) => path)).toEqual(['t.txt']);
    expect(own?.publicKeys.map(({ path }) => path)).toEqual(['b.json']);
    expect(linked(project, 'c.pem').privateKeys[0]).toMatchObject({ tokens: [], publicKeys: [] });
  });

  it('samples are signed by keys that everybody has', () => {
    for (const { token: sample, source } of VECTORS.filter(({ source }) => /A\.[23]/.test(source)))
      expect(proofIn(projectOf({ 't.txt': sample }), 't.txt'), source).toMatchObject({
        how: 'published-key',
      });
    const rfc8037 =
      '{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}';
    const key = createPrivateKey({ key: JSON.parse(rfc8037), format: 'jwk' });
    const head = text.replace(/^[^.]*/, Buffer.from('{"alg":"EdDSA"}').toString('base64url'));
    const signed = `${head}.${sign(null, Buffer.from(head), key).toString('base64url')}`;
    const project = projectOf({ 'k.json': rfc8037, 't.txt': signed });
    expect(proofIn(project, 't.txt')).toMatchObject({ how: 'published-key', place: { path: 'k.json' } });
  });

  it('a public key alone verifies', () => {
    const project = projectOf({ 'b.pem': pem(pair.publicKey), 't.txt': token });
    expect(proofIn(project, 't.txt')).toMatchObject({ how: 'public-key', place: { path: 'b.pem' } });
  });

  it('the key that a token names is tried first', () => {
    const key = { ...pair.publicKey.export({ format: 'jwk' }), kid: 'made-up-2' };
    const many = Array.from({ length: 40 }, () => randomBytes(256).toString('base64url')).map((n) => ({
      kty: 'RSA',
      e: 'AQAB',
      n,
    }));
    const project = projectOf({ 'jwks.json': JSON.stringify({ keys: [...many, key] }), 't.txt': token });
    expect(proofIn(project, 't.txt')).toMatchObject({ how: 'public-key', place: { path: 'jwks.json' } });
  });

  it('many tokens and many keys are bounded, and the project says so', () => {
    const random = (bytes: number) =>
      Buffer.concat([Buffer.from([0x7f]), randomBytes(bytes - 2), Buffer.from([1])]).toString('base64url');
    const keys = Array.from({ length: 500 }, () => ({ kty: 'RSA', e: 'AQAB', n: random(256) }));
    const tokens = Array.from(
      { length: 600 },
      () => `${Buffer.from('{"alg":"RS256"}').toString('base64url')}.e30.${random(256)}`,
    );
    const began = performance.now();
    const project = projectOf({ 'jwks.json': JSON.stringify({ keys }), 't.txt': tokens.join('\n') });
    expect(linked(project, 't.txt').tokens.filter(({ proof }) => proof)).toEqual([]);
    expect(project.index().isProofComplete).toBe(false);
    expect(performance.now() - began).toBeLessThan(30_000);
  });

  it('keys that OpenSSL refuses, and certificates that are none, end nothing', () => {
    const project = projectOf({
      'a.pem': `-----BEGIN PUBLIC KEY-----\n${'QUJD'.repeat(30)}\n-----END PUBLIC KEY-----\n`,
      'b.pem': `-----BEGIN CERTIFICATE-----\n${'QUJD'.repeat(30)}\n-----END CERTIFICATE-----\n`,
      'k.json': '{"kty":"RSA","n":"AQAB","e":"AQAB"}',
      'e.json': JSON.stringify({
        kty: 'RSA',
        n: randomBytes(256).toString('base64url'),
        e: randomBytes(256).toString('base64url'),
      }),
      't.txt': token,
    });
    expect(proofIn(project, 't.txt')).toBeNull();
  });
});

describe('an editor', () => {
  const token = makeToken({ sub: 'x' }, SECRET);

  it('sees unsaved tokens and secrets', () => {
    const old = makeToken({}, 'made-up-new-secret');
    const index = projectOf({ '.env': `JWT_SECRET=${SECRET}\n`, 'old.txt': old }).index();
    const fresh = projectOf({ 'new.txt': token, '.env': 'JWT_SECRET=made-up-new-secret\n' });
    const newFile = index.linkFresh(linked(fresh, 'new.txt').facts, false);
    expect(newFile.tokens[0]?.proof).toMatchObject({ how: 'secret', place: { path: '.env' } });
    const newEnv = index.linkFresh(linked(fresh, '.env').facts, false);
    expect(newEnv.secrets[0]?.signedTokens.map(({ path }) => path)).toEqual(['old.txt']);
  });

  it('does not name a value that was taken out', () => {
    const signingSecrets = new SigningSecrets(1e8);
    const files = { '.env': `JWT_SECRET=${SECRET}\n`, 't.txt': token };
    expect(proofIn(projectOf(files, { signingSecrets }), 't.txt')?.how).toBe('secret');
    expect(proofIn(projectOf({ ...files, '.env': '' }, { signingSecrets }), 't.txt')).toBeNull();
  });

  it('tries values that come later on tokens that were there before', () => {
    const signingSecrets = new SigningSecrets(1e8);
    expect(proofIn(projectOf({ 't.txt': token }, { signingSecrets }), 't.txt')).toBeNull();
    const project = projectOf({ 't.txt': token, '.env': `JWT_SECRET=${SECRET}\n` }, { signingSecrets });
    expect(proofIn(project, 't.txt')?.place?.path).toBe('.env');
  });
});

describe('a search elsewhere', () => {
  const files = {
    '.env': `JWT_SECRET=${SECRET}\n`,
    'a.txt': makeToken({ a: 1 }, SECRET),
    'b.txt': makeToken({ b: 1 }, 'sunshine'),
    'c.txt': makeToken({ c: 1 }, 'made-up-unknown'),
    'd.ts': "// token\nf('made-up-string-7');",
    'e.txt': makeToken({ e: 1 }, 'made-up-string-7'),
  };
  const tokens = ['a.txt', 'b.txt', 'c.txt', 'e.txt'];

  it('finds the same, and leaves nothing to do', async () => {
    const [plain, prepared] = [projectOf(files), projectOf(files)];
    let searches = 0;
    await prepared.index().prepareProofs((wanted, candidates) => {
      searches++;
      return searchSignatures(wanted, candidates, { threads: 1 });
    });
    expect(searches).toBe(2);
    const proofs = tokens.map((path) => proofIn(prepared, path));
    expect(proofs.map((proof) => proof?.how)).toEqual(['secret', 'guessable-secret', undefined, 'secret']);
    expect(proofs).toEqual(tokens.map((path) => proofIn(plain, path)));
  });

  it.each([
    ['configuration', 'config/default.json', '{"app":{"key":"made-up-unnamed-42"}}', 'made-up-unnamed-42'],
    ['code of another language', 'settings.py', 'K = "made-up-unnamed-42"\n', '"made-up-unnamed-42"'],
    ['code', 'src/app.js', "boot('made-up-unnamed-42');\n", "'made-up-unnamed-42'"],
  ])(
    'tries %s that has no word for tokens or secrets, and judges what it finds',
    async (_, file, text, written) => {
      const project = projectOf({
        [file]: text,
        'other.json': '{"app":{"key":"made-up-elsewhere"}}',
        't.txt': makeToken({}, 'made-up-unnamed-42'),
      });
      expect(project.index().paths()).toEqual(['t.txt']);
      await project.prove((a, b) => searchSignatures(a, b, { threads: 1 }));
      expect(project.index().paths()).toEqual([file, 't.txt'].sort());
      const proof = proofIn(project, 't.txt');
      expect([proof?.how, at(project, proof?.place)]).toEqual(['secret', `${file} ${written}`]);
      expect(linked(project, file).secrets.map(({ value }) => value)).toEqual(['made-up-unnamed-42']);
    },
  );

  it('reads no such file where no token is left to try', async () => {
    const project = projectOf({ '.env': files['.env'], 'a.txt': files['a.txt'], 'quiet.json': '{"a":"b"}' });
    await project.prove((a, b) => searchSignatures(a, b, { threads: 1 }));
    expect(project.index().paths()).toEqual(['.env', 'a.txt']);
  });

  it('is not asked without a token that has a secret', async () => {
    const project = projectOf({ '.env': files['.env'], 't.txt': makeToken({}, '', 'none') });
    await project.index().prepareProofs(() => Promise.reject(new Error('asked')));
    expect(proofIn(project, 't.txt')).toBeNull();
  });

  it('is bounded in the same way', async () => {
    const strings = Array.from({ length: 5000 }, (_, i) => `token: "made-up-string-${i}"`).join('\n');
    const last = makeToken({}, 'made-up-string-4999');
    for (const maxWork of [100_000, 10_000_000]) {
      const results = await Promise.all(
        [true, false].map(async (isPrepared) => {
          const signingSecrets = new SigningSecrets(maxWork);
          const project = projectOf({ 't.txt': last, 's.yml': strings }, { signingSecrets });
          if (isPrepared)
            await project.index().prepareProofs((a, b) => searchSignatures(a, b, { threads: 1 }));
          return [proofIn(project, 't.txt')?.how, signingSecrets.isComplete];
        }),
      );
      expect(results[0]).toEqual(results[1]);
      expect(results[0]).toEqual(maxWork > 1e6 ? ['secret', true] : [undefined, false]);
    }
  });
});

describe('bounds', () => {
  it('says when not everything was tried', () => {
    const strings = Array.from({ length: 20_000 }, (_, i) => `token: "made-up-string-${i}"`).join('\n');
    const files = { 't.txt': makeToken({}, 'made-up-unknown'), 'strings.yml': strings };
    const [narrow, wide] = [new SigningSecrets(200_000), new SigningSecrets(1e8)];
    expect(proofIn(projectOf(files, { signingSecrets: narrow }), 't.txt')).toBeNull();
    expect(narrow.isComplete).toBe(false);
    expect(proofIn(projectOf(files, { signingSecrets: wide }), 't.txt')).toBeNull();
    expect(wide.isComplete).toBe(true);
  });
});
