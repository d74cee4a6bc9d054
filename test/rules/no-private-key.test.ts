import { createHmac, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { openSsh } from '../support/openssh.ts';
import { describeRule, type InvalidCase, type RuleCase } from '../support/rule-cases.ts';

/* Keys are made here, so that none stands in the repository. */

const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 });
const SMALL_RSA = generateKeyPairSync('rsa', { modulusLength: 1024 });
const EC = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const EC384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });
const EC224 = generateKeyPairSync('ec', { namedCurve: 'secp224r1' });
const EC192K = generateKeyPairSync('ec', { namedCurve: 'secp192k1' });
const ED = generateKeyPairSync('ed25519');
const X25519 = generateKeyPairSync('x25519');

type Form = 'pkcs1' | 'pkcs8' | 'sec1';

function pem(key: KeyObject, type: Form = 'pkcs8'): string {
  return key
    .export({ type: type as 'pkcs8', format: 'pem' })
    .toString()
    .trim();
}

function encrypted(key: KeyObject, type: Form = 'pkcs8'): string {
  const options = {
    type: type as 'pkcs8',
    format: 'pem',
    cipher: 'aes-256-cbc',
    passphrase: 'made up',
  } as const;
  return key.export(options).toString().trim();
}

const publicPem = (key: KeyObject, type: 'spki' | 'pkcs1' = 'spki'): string =>
  key
    .export({ type: type as 'spki', format: 'pem' })
    .toString()
    .trim();
const jwk = (key: KeyObject): Record<string, unknown> => ({ ...key.export({ format: 'jwk' }) });
const bare = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'der' }).toString('base64');
const oneLine = (text: string, escape = '\\n'): string => text.replaceAll('\n', escape);
const indent = (text: string, by: string): string => text.replaceAll('\n', `\n${by}`);
const base64 = (text: string): string => Buffer.from(text).toString('base64');

const PEM = pem(EC.privateKey);
const SEC1 = pem(EC.privateKey, 'sec1');
const PKCS1 = pem(RSA.privateKey, 'pkcs1');
const LINES = PEM.split('\n');
const EC_JWK = JSON.stringify(jwk(EC.privateKey));
const PUBLIC = publicPem(EC.publicKey);
const OCT = randomBytes(32);
const OCT_JWK = JSON.stringify({ kty: 'oct', alg: 'HS256', k: OCT.toString('base64url') });

function signed(alg: string, signature: (text: Buffer) => Buffer): string {
  const text = [{ alg }, { sub: 'made-up-user' }]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${text}.${signature(Buffer.from(text)).toString('base64url')}`;
}

function rsaToken(): string {
  return signed('RS256', (text) => sign('sha256', text, RSA.privateKey));
}

/** A certificate of nobody, for a year: RFC 5280 section 4.1. */
function certificate({ publicKey, privateKey }: { publicKey: KeyObject; privateKey: KeyObject }): string {
  const isRsa = publicKey.asymmetricKeyType === 'rsa';
  const algorithm = der(
    0x30,
    Buffer.from(isRsa ? '06092a864886f70d01010b0500' : '06082a8648ce3d040302', 'hex'),
  );
  const version = der(0xa0, der(0x02, Buffer.of(2)));
  const [from, to] = ['260101000000Z', '270101000000Z'].map((date) => der(0x17, Buffer.from(date)));
  const name = der(0x30);
  const body = der(
    0x30,
    ...[version, der(0x02, Buffer.of(1)), algorithm, name, der(0x30, from!, to!), name],
    publicKey.export({ type: 'spki', format: 'der' }),
  );
  const signature = der(0x03, Buffer.of(0), sign('sha256', body, privateKey));
  const lines = der(0x30, body, algorithm, signature)
    .toString('base64')
    .match(/.{1,64}/g)!;
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----'].join('\n');
}

function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.of(tag, ...size), content]);
}

function octToken(): string {
  return signed('HS256', (text) => createHmac('sha256', OCT).update(text).digest());
}

/** Texts about keys, and keys that everyone may see. */
const noKeys: Readonly<Record<string, string>> = {
  'a public key': PUBLIC,
  'a public RSA key': publicPem(RSA.publicKey),
  'a public RSA key, PKCS#1': publicPem(RSA.publicKey, 'pkcs1'),
  'a public Ed25519 key': publicPem(ED.publicKey),
  'a public key on one line': oneLine(PUBLIC),
  'a public key in base64': base64(PUBLIC),
  'a certificate': `-----BEGIN CERTIFICATE-----\n${base64(randomBytes(300).toString('hex'))}\n-----END CERTIFICATE-----`,
  'a public SSH key': `ssh-ed25519 ${base64(randomBytes(51).toString('hex'))} made@up`,
  'a signed message': `-----BEGIN PGP MESSAGE-----\n${base64(randomBytes(60).toString('hex'))}\n-----END PGP MESSAGE-----`,
  'the first line': '-----BEGIN PRIVATE KEY-----',
  'the first line of an RSA key': '-----BEGIN RSA PRIVATE KEY-----',
  'first and last line': '-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----',
  'first and last line with escapes': '-----BEGIN PRIVATE KEY-----\\n-----END PRIVATE KEY-----',
  'dots for a body': '-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----',
  'an ellipsis for a body': '-----BEGIN PRIVATE KEY-----\n…\n-----END PRIVATE KEY-----',
  'words for a body': '-----BEGIN PRIVATE KEY-----\nyour private key\n-----END PRIVATE KEY-----',
  'a slot for a body': '-----BEGIN RSA PRIVATE KEY-----\n<paste here>\n-----END RSA PRIVATE KEY-----',
  'a long word for a body': '-----BEGIN PRIVATE KEY-----\nPUTYOURPRIVATEKEYHERE\n-----END PRIVATE KEY-----',
  'a body of x': `-----BEGIN PRIVATE KEY-----\n${'x'.repeat(64)}\n-----END PRIVATE KEY-----`,
  'a body of A': `-----BEGIN PRIVATE KEY-----\n${'A'.repeat(64)}\n-----END PRIVATE KEY-----`,
  'a template value for a body':
    '-----BEGIN PRIVATE KEY-----\n{{ jwt_private_key }}\n-----END PRIVATE KEY-----',
  'a variable for a body': '-----BEGIN PRIVATE KEY-----\n${JWT_PRIVATE_KEY}\n-----END PRIVATE KEY-----',
  'a body that is cut': `${LINES[0]}\n${LINES[1]}\n...\n${LINES.at(-1)}`,
  'a body that ends early': `${LINES[0]}\n${LINES[1]}\n${LINES.at(-1)}`,
  'a key without a last line': LINES.slice(0, -1).join('\n'),
  'a key with another last line': `${LINES.slice(0, -1).join('\n')}\n-----END PUBLIC KEY-----`,
  'the body alone': LINES.slice(1, -1).join('\n'),
  'base64 of the first line': base64('-----BEGIN PRIVATE KEY-----\n'),
  'a public JWK': JSON.stringify(jwk(EC.publicKey)),
  'a public RSA JWK': JSON.stringify(jwk(RSA.publicKey)),
  'a public Ed25519 JWK': JSON.stringify(jwk(ED.publicKey)),
  'a set of public JWKs': JSON.stringify({ keys: [jwk(EC.publicKey), jwk(RSA.publicKey)] }),
  'a JWK with a slot': '{"kty":"EC","crv":"P-256","d":"your-private-key"}',
  'a JWK with dots': '{"kty":"OKP","crv":"Ed25519","d":"...","x":"..."}',
  'a symmetric JWK with a slot': '{"kty":"oct","k":"base64url-encoded-secret"}',
  'a symmetric JWK of dots': '{"kty":"oct","alg":"HS256","k":"..."}',
  'a path': '/run/secrets/jwt.pem',
  'a reference': 'op://backend/jwt/private-key',
};

const valid: readonly RuleCase[] = [
  ...Object.entries(noKeys).map(([name, text]) => ({
    name: `text: ${name}`,
    filename: 'notes.txt',
    code: `${text}\n`,
  })),
  ...Object.entries(noKeys)
    .filter(([name]) => !name.includes('a variable'))
    .map(([name, text]) => ({ name: `code: ${name}`, code: `export const text = \`${text}\`;\n` })),
  {
    name: 'key that is made when the program runs',
    code: "import { generateKeyPairSync } from 'node:crypto';\nexport const { privateKey } = generateKeyPairSync('ed25519');",
  },
  {
    name: 'key from a file',
    code: "import { readFileSync } from 'node:fs';\nexport const privateKey = readFileSync('jwt.pem', 'utf8');",
  },
  {
    name: 'key from the environment',
    code: "export const privateKey = process.env.JWT_PRIVATE_KEY!.replace(/\\\\n/g, '\\n');",
  },
  {
    name: 'check of the first line',
    code: "if (!text.startsWith('-----BEGIN RSA PRIVATE KEY-----')) throw new Error('no key');",
  },
  {
    name: 'pieces around a variable',
    code: 'export const pem = `-----BEGIN PRIVATE KEY-----\\n${body}\\n-----END PRIVATE KEY-----`;',
  },
  {
    name: 'encrypted, and encrypted ones are accepted',
    filename: 'jwt.pem',
    code: `${encrypted(EC.privateKey)}\n`,
    options: { checkEncrypted: false },
  },
  {
    name: 'encrypted in the old way, and encrypted ones are accepted',
    filename: 'jwt.pem',
    code: `${encrypted(RSA.privateKey, 'pkcs1')}\n`,
    options: { checkEncrypted: false },
  },
  { name: 'type of a key', code: "export type Key = { kty: 'RSA' | 'EC' | 'OKP'; d?: string };" },
  {
    name: 'pattern for keys',
    code: 'export const KEY = /-----BEGIN (?:RSA |EC )?PRIVATE KEY-----[\\s\\S]+?-----END (?:RSA |EC )?PRIVATE KEY-----/;',
  },
];

/** Keys of all kinds, with what the message calls them. */
const kinds: readonly (readonly [name: string, text: string, called: string])[] = [
  ['RSA, PKCS#1', PKCS1, 'An RSA private key (2048 bits), PEM'],
  ['RSA, PKCS#8', pem(RSA.privateKey), 'An RSA private key (2048 bits), PEM'],
  ['RSA, 1024 bits', pem(SMALL_RSA.privateKey), '(1024 bits, too few)'],
  ['RSA, 1024 bits, PKCS#1', pem(SMALL_RSA.privateKey, 'pkcs1'), '(1024 bits, too few)'],
  ['EC, PKCS#8', PEM, 'An EC private key (P-256), PEM'],
  ['EC, SEC1', SEC1, 'An EC private key (P-256), PEM'],
  ['EC, P-384', pem(EC384.privateKey), 'An EC private key (P-384), PEM'],
  ['EC, P-224', pem(EC224.privateKey), '(P-224, too weak)'],
  ['EC, secp192k1, SEC1', pem(EC192K.privateKey, 'sec1'), '(secp192k1, too weak)'],
  ['Ed25519', pem(ED.privateKey), 'private key (Ed25519), PEM'],
  ['X25519', pem(X25519.privateKey), 'private key (X25519), PEM'],
  ['JWK, RSA', JSON.stringify(jwk(RSA.privateKey)), 'An RSA private key (2048 bits), JWK'],
  ['JWK, RSA, 1024 bits', JSON.stringify(jwk(SMALL_RSA.privateKey)), 'too few'],
  ['JWK, EC', EC_JWK, 'An EC private key (P-256), JWK'],
  ['JWK, EC, P-384', JSON.stringify(jwk(EC384.privateKey)), '(P-384), JWK'],
  ['JWK, Ed25519', JSON.stringify(jwk(ED.privateKey)), 'An OKP private key (Ed25519), JWK'],
  ['JWK, symmetric', OCT_JWK, 'symmetric key (256 bits), JWK'],
  ['JWK over several lines', JSON.stringify(jwk(EC.privateKey), null, 2), 'An EC private key (P-256), JWK'],
  [
    'JWK with an id and a use',
    JSON.stringify({ kid: '2024', use: 'sig', alg: 'ES256', ...jwk(EC.privateKey) }),
    'JWK',
  ],
];

/** Ways to write one key, and what of it is reported. */
const places: readonly (readonly [name: string, filename: string, code: string, text: string])[] = [
  ['file of a key', 'jwt.key', `${PEM}\n`, PEM],
  ['file of a key, CRLF', 'jwt.pem', `${PEM.replaceAll('\n', '\r\n')}\r\n`, PEM.replaceAll('\n', '\r\n')],
  ['file of a key, no newline at the end', 'jwt.pem', PEM, PEM],
  ['text before, as openssl writes', 'jwt.pem', `Bag Attributes\n    friendlyName: made up\n${PEM}\n`, PEM],
  [
    'EC parameters before',
    'jwt.pem',
    `-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n${SEC1}\n`,
    SEC1,
  ],
  ['template literal', 'src/auth.ts', `export const key = \`${PEM}\`;\n`, PEM],
  [
    'indented template literal',
    'src/auth.ts',
    `export const key = \`\n    ${indent(PEM, '    ')}\n  \`;\n`,
    indent(PEM, '    '),
  ],
  ['one line with escapes', 'src/auth.ts', `export const key = '${oneLine(PEM)}\\n';\n`, oneLine(PEM)],
  [
    'one line with escapes of CRLF',
    'src/auth.ts',
    `export const key = '${oneLine(PEM, '\\r\\n')}';\n`,
    oneLine(PEM, '\\r\\n'),
  ],
  ['comment block', 'src/auth.ts', `/*\n${PEM}\n*/\nexport {};\n`, PEM],
  [
    'comment block with stars',
    'src/auth.ts',
    `/*\n * ${indent(PEM, ' * ')}\n */\nexport {};\n`,
    indent(PEM, ' * '),
  ],
  ['line comments', 'src/auth.ts', `// ${indent(PEM, '// ')}\nexport {};\n`, indent(PEM, '// ')],
  [
    'joined strings',
    'src/auth.js',
    `const key = '${LINES.join("\\n' +\n  '")}\\n';\n`,
    LINES.join("\\n' +\n  '"),
  ],
  [
    'array of lines',
    'src/auth.js',
    `const key = ['${LINES.join("',\n  '")}'].join('\\n');\n`,
    LINES.join("',\n  '"),
  ],
  ['script of Vue', 'src/Page.vue', `<script>\nconst key = \`${PEM}\`;\n</script>\n`, PEM],
  [
    'call',
    'src/auth.ts',
    `import jwt from 'jsonwebtoken';\njwt.sign({}, \`${PEM}\`, { algorithm: 'ES256' });\n`,
    PEM,
  ],
  [
    'JWK as an object of JavaScript',
    'src/auth.ts',
    `export const key = { kty: 'EC', crv: 'P-256', d: '${String(jwk(EC.privateKey)['d'])}' };\n`,
    `{ kty: 'EC', crv: 'P-256', d: '${String(jwk(EC.privateKey)['d'])}' }`,
  ],
  ['JWK in a set', 'jwks.json', `{"keys":[${EC_JWK}]}`, EC_JWK],
  [
    'JWK behind a public one',
    'jwks.json',
    `{"keys":[${JSON.stringify(jwk(RSA.publicKey))},${EC_JWK}]}`,
    EC_JWK,
  ],
  [
    'JWK as text inside JSON',
    'config.json',
    `{"key":${JSON.stringify(EC_JWK)}}`,
    JSON.stringify(EC_JWK).slice(1, -1),
  ],
  ['JWK in an environment file', '.env', `JWT_PRIVATE_JWK='${EC_JWK}'\n`, EC_JWK],
  ['environment file, one line', '.env', `JWT_PRIVATE_KEY="${oneLine(PEM)}"\n`, oneLine(PEM)],
  ['environment file, one line without quotes', '.env', `JWT_PRIVATE_KEY=${oneLine(PEM)}\n`, oneLine(PEM)],
  ['environment file, several lines', '.env', `JWT_PRIVATE_KEY="${PEM}"\nPORT=1\n`, PEM],
  [
    'environment file, several lines and CRLF',
    '.env',
    `JWT_PRIVATE_KEY="${PEM.replaceAll('\n', '\r\n')}"\r\n`,
    PEM.replaceAll('\n', '\r\n'),
  ],
  ['environment file, commented out', '.env', `# JWT_PRIVATE_KEY="${oneLine(PEM)}"\n`, oneLine(PEM)],
  ['environment file, base64', '.env', `JWT_PRIVATE_KEY=${base64(`${PEM}\n`)}\n`, base64(`${PEM}\n`)],
  ['environment file, base64 of an RSA key', '.env', `JWT_PRIVATE_KEY="${base64(PKCS1)}"\n`, base64(PKCS1)],
  ['template', '.env.example', `JWT_PRIVATE_KEY="${oneLine(PEM)}"\n`, oneLine(PEM)],
  ['other name', '.env', `GITHUB_APP_KEY="${oneLine(PEM)}"\n`, oneLine(PEM)],
  ['JSON', 'config.json', `{"privateKey":${JSON.stringify(PEM)}}`, oneLine(PEM)],
  [
    'JSON of a service account',
    'account.json',
    `{"type":"service_account","private_key":${JSON.stringify(`${PEM}\n`)},"client_email":"made@up"}`,
    oneLine(PEM),
  ],
  [
    'JSON inside JSON',
    'recording.json',
    `{"body":${JSON.stringify(JSON.stringify({ key: PEM }))}}`,
    oneLine(PEM, '\\\\n'),
  ],
  [
    'YAML block',
    'config.yml',
    `jwt:\n  key: |\n    ${indent(PEM, '    ')}\n  alg: ES256\n`,
    indent(PEM, '    '),
  ],
  ['YAML, quoted', 'config.yml', `key: "${oneLine(PEM)}"\n`, oneLine(PEM)],
  [
    'Kubernetes, stringData',
    'k8s/secret.yml',
    `apiVersion: v1\nkind: Secret\nstringData:\n  jwt.pem: |\n    ${indent(PEM, '    ')}\n`,
    indent(PEM, '    '),
  ],
  [
    'Kubernetes, data',
    'k8s/secret.yml',
    `apiVersion: v1\nkind: Secret\ndata:\n  jwt.pem: ${base64(`${PEM}\n`)}\n`,
    base64(`${PEM}\n`),
  ],
  [
    'compose file',
    'docker-compose.yml',
    `services:\n  api:\n    image: acme/api\n    environment:\n      - JWT_KEY=${oneLine(PEM)}\n`,
    oneLine(PEM),
  ],
  ['Markdown', 'README.md', `Run it with:\n\n\`\`\`\n${PEM}\n\`\`\`\n`, PEM],
  ['Markdown, quoted', 'README.md', `> ${indent(PEM, '> ')}\n`, indent(PEM, '> ')],
  ['shell script', 'start.sh', `cat > jwt.pem <<'END'\n${PEM}\nEND\n`, PEM],
  ['Python', 'auth.py', `KEY = """${PEM}"""\n`, PEM],
  ['test', 'test/auth.test.ts', `const key = \`${PEM}\`;\n`, PEM],
  [
    'behind a placeholder',
    'notes.txt',
    `-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----\n\n${PEM}\n`,
    PEM,
  ],
];

/** Keys under a passphrase. */
const locked: readonly (readonly [name: string, text: string])[] = [
  ['EC, PKCS#8', encrypted(EC.privateKey)],
  ['RSA, PKCS#8', encrypted(RSA.privateKey)],
  ['RSA, PKCS#1, with headers of RFC 1421', encrypted(RSA.privateKey, 'pkcs1')],
  ['EC, SEC1, with headers of RFC 1421', encrypted(EC.privateKey, 'sec1')],
];

/** RFC 8037, appendix A.1. */
const PUBLISHED =
  '{"kty":"OKP","crv":"Ed25519","d":"nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}';

const invalid: readonly InvalidCase[] = [
  ...kinds.map(([name, text, message]) => ({
    name: `key: ${name}`,
    filename: 'keys.txt',
    code: `${text}\n`,
    found: [`privateKey ${text}`],
    message,
    severities: ['critical'],
  })),
  ...places.map(([name, filename, code, text]) => ({
    name: `place: ${name}`,
    filename,
    code,
    found: [`privateKey ${text}`],
  })),
  ...locked.map(([name, text]) => ({
    name: `encrypted: ${name}`,
    filename: 'jwt.pem',
    code: `${text}\n`,
    found: [`encrypted ${text}`],
    message: 'its passphrase is all that protects it',
    severities: ['medium'],
  })),
  {
    name: 'with its public key in the same file',
    filename: 'jwt.pem',
    code: `${PUBLIC}\n${PEM}\n`,
    found: [`proven ${PEM}`],
    message: 'and its public key stands in this repository too',
  },
  {
    name: 'with its public key in another file, as JWK',
    filename: 'jwt.pem',
    code: `${PEM}\n`,
    files: { 'jwks.json': JSON.stringify({ keys: [jwk(EC.publicKey)] }) },
    found: [`proven ${PEM}`],
  },
  {
    name: 'of OpenSSH',
    filename: '.dev/host-key',
    code: `${openSsh('none')}\n`,
    found: [`ssh ${openSsh('none')}`],
    message: 'whoever can read it can log in wherever its public key is accepted',
    severities: ['critical'],
  },
  {
    name: 'with its certificate in another file',
    filename: 'ssl/server.key',
    code: `${PEM}\n`,
    files: { 'ssl/server.crt': `${certificate(EC)}\n` },
    found: [`certified ${PEM}`],
    message: 'and its certificate stands in this repository too: whoever can read it can pose as the owner',
    severities: ['high'],
  },
  {
    name: 'with its certificate and a token that it signs',
    filename: 'jwt.pem',
    code: `${PKCS1}\n`,
    files: { 'jwt.crt': certificate(RSA), 'a.http': `GET /\nAuthorization: Bearer ${rsaToken()}\n` },
    found: [`proven ${PKCS1}`],
    severities: ['critical'],
  },
  {
    name: 'with its certificate and its bare public key',
    filename: 'jwt.pem',
    code: `${PEM}\n`,
    files: { 'jwt.crt': certificate(EC), 'jwt.pub': PUBLIC },
    found: [`proven ${PEM}`],
    severities: ['critical'],
  },
  {
    name: 'whose name says that it is for tests',
    filename: 'src/keys.rs',
    code: `const TEST_FAKE_RSA_KEY_0: &str = "${PKCS1}";\nconst LATEST_KEY: &str = "${PEM}";\n`,
    found: [`privateKey ${PKCS1}`, `privateKey ${PEM}`],
    severities: ['low', 'critical'],
  },
  {
    name: 'whose name says that it is for tests, in settings',
    filename: 'keys.yml',
    code: `jwt:\n  dummy-key: "${oneLine(PEM)}"\n  private-key: "${oneLine(PKCS1)}"\n`,
    found: [`privateKey ${oneLine(PEM)}`, `privateKey ${oneLine(PKCS1)}`],
    severities: ['low', 'critical'],
  },
  {
    name: 'whose name says that it is for tests, in code',
    code: `export const testPrivateKey = \`${PEM}\`;\nexport const attestationKey = \`${PKCS1}\`;\n`,
    found: [`privateKey ${PEM}`, `privateKey ${PKCS1}`],
    severities: ['low', 'critical'],
  },
  {
    name: 'with the public key of another',
    filename: 'jwt.pem',
    code: `${PEM}\n`,
    files: { 'jwt.pub': publicPem(EC384.publicKey) },
    found: [`privateKey ${PEM}`],
  },
  {
    name: 'with a token that it signs',
    filename: 'jwt.pem',
    code: `${PKCS1}\n`,
    files: { 'requests.http': `GET /\nAuthorization: Bearer ${rsaToken()}\n` },
    found: [`proven ${PKCS1}`],
    message: 'and it signs a token of this repository',
  },
  {
    name: 'symmetric, with a token that it signs',
    filename: 'jwk.json',
    code: OCT_JWK,
    files: { 'requests.http': `GET /\nAuthorization: Bearer ${octToken()}\n` },
    found: [`proven ${OCT_JWK}`],
    message: 'and it signs a token of this repository',
  },
  {
    name: 'JWK in base64',
    filename: '.env',
    code: `JWT_JWK=${base64(EC_JWK)}\n`,
    found: [`privateKey ${base64(EC_JWK)}`],
  },
  {
    name: 'set of keys in base64',
    filename: '.env',
    code: `JWKS=${base64(`{"keys":[${JSON.stringify(jwk(RSA.publicKey))},${EC_JWK}]}`)}\n`,
    found: [`privateKey ${base64(`{"keys":[${JSON.stringify(jwk(RSA.publicKey))},${EC_JWK}]}`)}`],
    message: 'An EC private key (P-256), JWK',
  },
  {
    name: 'without armour, as programs in Java have it',
    filename: 'application.yml',
    code: `jwt:\n  private-key: ${bare(RSA.privateKey)}\n`,
    found: [`privateKey ${bare(RSA.privateKey)}`],
    message: 'An RSA private key (2048 bits), base64 without armour, stands here',
  },
  {
    name: 'without armour, in code',
    code: `export const key = '${bare(EC.privateKey)}';\n`,
    found: [`privateKey ${bare(EC.privateKey)}`],
    message: 'An EC private key (P-256)',
  },
  {
    name: 'published',
    filename: 'keys.json',
    code: PUBLISHED,
    found: [`published ${PUBLISHED}`],
    message: 'RFC 8037',
    severities: ['low'],
  },
  {
    name: 'two keys',
    filename: 'keys.pem',
    code: `${PEM}\n${PKCS1}\n`,
    found: [`privateKey ${PEM}`, `privateKey ${PKCS1}`],
  },
  {
    name: 'PEM and JWK',
    filename: 'notes.txt',
    code: `${EC_JWK}\n${PEM}\n`,
    found: [`privateKey ${EC_JWK}`, `privateKey ${PEM}`],
  },
  {
    name: 'encrypted ones accepted, one is not',
    filename: 'keys.pem',
    code: `${encrypted(EC.privateKey)}\n${PEM}\n`,
    options: { checkEncrypted: false },
    found: [`privateKey ${PEM}`],
  },
];

describeRule('no-private-key', valid, invalid);
