import { createHmac, generateKeyPairSync, randomBytes, sign as signWith, type KeyObject } from 'node:crypto';
import { describeRule, type InvalidCase, type RuleCase } from '../support/rule-cases.ts';

/* Tokens are signed here, so that none stands in the repository. */

type Json = Readonly<Record<string, unknown>>;

const HASHES: Readonly<Record<string, string>> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };
const RANDOM = randomBytes(48).toString('base64url');
const PROJECT_SECRET = 'b41fe0937ac25d8816f3a9de70c45b2184e6d3095fa7c21be83d6f40917a5ce2';
const EC = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const RSA = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ED = generateKeyPairSync('ed25519');

const encode = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

function hmac(
  claims: Json | string,
  { secret = RANDOM as string | Buffer, alg = 'HS256', header = {} as Json } = {},
): string {
  const signed = `${encode({ alg, typ: 'JWT', ...header })}.${encode(claims)}`;
  return `${signed}.${createHmac(HASHES[alg]!, secret).update(signed).digest('base64url')}`;
}

function asymmetric(alg: string, claims: Json): string {
  const signed = `${encode({ alg, kid: 'made-up' })}.${encode(claims)}`;
  const key = alg.startsWith('ES') ? EC.privateKey : alg === 'EdDSA' ? ED.privateKey : RSA.privateKey;
  const signature = signWith(alg === 'EdDSA' ? null : 'sha256', Buffer.from(signed), {
    key,
    dsaEncoding: 'ieee-p1363',
  });
  return `${signed}.${signature.toString('base64url')}`;
}

function pemOf(key: KeyObject): string {
  const type = key.type === 'public' ? 'spki' : 'pkcs8';
  return key
    .export({ type: type as 'spki', format: 'pem' })
    .toString()
    .trim();
}

const PAST = 1_500_000_000;
const FUTURE = 4_000_000_000;
const CLAIMS = { sub: 'made-up-user', iss: 'https://auth.example.com', exp: FUTURE };
const TOKEN = hmac(CLAIMS);
const [HEAD = '', BODY = '', SIGNATURE = ''] = TOKEN.split('.');
const EXPIRED = hmac({ ...CLAIMS, exp: PAST });
const FOREVER = hmac({ sub: 'made-up-user' });
const SERVICE_ROLE = hmac({ iss: 'supabase', ref: 'madeupproject', role: 'service_role', exp: FUTURE });
const ANON = hmac({ iss: 'supabase', ref: 'madeupproject', role: 'anon', exp: FUTURE });
const NONE = `${encode({ alg: 'none' })}.${encode(CLAIMS)}.`;
const JWE = [
  encode({ alg: 'RSA-OAEP', enc: 'A256GCM' }),
  ...[256, 12, 90, 16].map((size) => randomBytes(size).toString('base64url')),
].join('.');
const DIRECT_JWE = [
  encode({ alg: 'dir', enc: 'A128CBC-HS256' }),
  '',
  ...[16, 64, 16].map((size) => randomBytes(size).toString('base64url')),
].join('.');
const LEAKED = [`leaked ${TOKEN}`];
const RSA_TOKEN = asymmetric('RS256', CLAIMS);
const PUBLIC_PEM = pemOf(RSA.publicKey);
const PRIVATE_PEM = pemOf(RSA.privateKey);

/** What looks like a token, or like a part of one. */
const noTokens: Readonly<Record<string, string>> = {
  'a header alone': HEAD,
  'header and claims without a signature': `${HEAD}.${BODY}`,
  'a word as signature': `${HEAD}.${BODY}.signature`,
  'another word as signature': `${HEAD}.${BODY}.your-signature`,
  'an ellipsis as signature': `${HEAD}.${BODY}.…`,
  'dots as signature': `${HEAD}.${BODY}....`,
  'a signature cut by an ellipsis': `${TOKEN.slice(0, -20)}…`,
  'a signature cut by dots': `${TOKEN.slice(0, -15)}...`,
  'a signature masked by stars': `${TOKEN.slice(0, -15)}***`,
  'claims cut by dots': `${HEAD}.${BODY.slice(0, 10)}...${SIGNATURE}`,
  'a header cut by dots': `${HEAD.slice(0, 10)}...`,
  'claims cut without a mark': `${HEAD}.${BODY.slice(0, -7)}.${SIGNATURE}`,
  'words for segments': 'eyJhbGciOiJIUzI1NiJ9.payload.signature',
  'a slot for each segment': '<header>.<payload>.<signature>',
  'one letter repeated as signature': `${HEAD}.${BODY}.${'x'.repeat(43)}`,
  'header without an algorithm': `${encode({ typ: 'JWT' })}.${BODY}.${SIGNATURE}`,
  'header that is no object': `${encode(['alg'])}.${BODY}.${SIGNATURE}`,
  'header that is not JSON': `${encode('{"alg":"HS256"')}.${BODY}.${SIGNATURE}`,
  'claims that are not JSON': `${HEAD}.${encode('made up')}.${SIGNATURE}`,
  'claims that are a list': `${HEAD}.${encode([1, 2])}.${SIGNATURE}`,
  'algorithm that is a number': `${encode({ alg: 256 })}.${BODY}.${SIGNATURE}`,
  'JSON in base64': encode({ alg: 'HS256', data: 'made up' }),
  'JSON in base64, a source map': `data:application/json;base64,${encode({ version: 3, sources: ['a.ts'] })}`,
  'a cookie of four segments': `${HEAD}.${BODY}.${SIGNATURE.slice(0, 12)}.${SIGNATURE.slice(12, 20)}`,
  'JWE without a tag': JWE.split('.').slice(0, 4).join('.'),
  'JWE without ciphertext': JWE.replace(/^([^.]*\.[^.]*\.[^.]*)\.[^.]*/, '$1.'),
  'JWE without encryption in the header': [encode({ alg: 'dir' }), ...DIRECT_JWE.split('.').slice(1)].join(
    '.',
  ),
  'a prefix that people check for': 'eyJ',
  'three words with dots': 'com.example.application',
  'a version and a hash': `1.2.3-${SIGNATURE}`,
};

const valid: readonly RuleCase[] = [
  ...Object.entries(noTokens).map(([name, text]) => ({
    name: `code: ${name}`,
    code: `export const sample = ${JSON.stringify(text)};\n`,
  })),
  ...Object.entries(noTokens)
    .filter(([name]) => !name.includes('slot'))
    .map(([name, text]) => ({
      name: `environment file: ${name}`,
      filename: '.env',
      code: `SAMPLE=${text}\n`,
    })),
  {
    name: 'pieces around a variable',
    code: `export const sample = '${HEAD}.' + claims + '.${SIGNATURE}';`,
  },
  {
    name: 'pieces with another separator',
    code: `export const sample = ['${HEAD}', '${BODY}', '${SIGNATURE}'].join(' ');`,
  },
  {
    name: 'pieces that are not joined',
    code: `export const sample = ['${HEAD}', '${BODY}', '${SIGNATURE}'];`,
  },
  {
    name: 'pieces that may change',
    code: `let head = '${HEAD}';\nexport const sample = head + '.${BODY}.${SIGNATURE}';`,
  },
  { name: 'lines of a table', filename: 'README.md', code: `header\n${HEAD}\nclaims\n${BODY}\n` },
  {
    name: 'lines that end early',
    filename: 'README.md',
    code: `${HEAD}.\n${BODY}.\nSee below.\n`,
  },
  {
    name: 'token that is made when the test runs',
    code: "import jwt from 'jsonwebtoken';\nconst token = jwt.sign({ sub: 'x' }, process.env.JWT_SECRET);",
  },
  {
    name: 'token from the environment',
    code: 'fetch(url, { headers: { authorization: `Bearer ${process.env.TOKEN}` } });',
  },
  {
    name: 'expired, and expired ones are accepted',
    code: `export const token = '${EXPIRED}';`,
    options: { checkExpired: false },
  },
  {
    name: 'two that have expired, and expired ones are accepted',
    filename: 'tokens.json',
    code: JSON.stringify([EXPIRED, hmac({ exp: PAST - 5 })]),
    options: { checkExpired: false },
  },
  { name: 'opaque token', filename: '.env', code: `ACCESS_TOKEN=${RANDOM}\n` },
];

/** Places where tokens stand. */
const places: readonly (readonly [name: string, filename: string, before: string, after: string])[] = [
  ['constant', 'src/auth.ts', "export const token = '", "';\n"],
  ['double quotes', 'src/auth.js', 'const token = "', '";\n'],
  ['template literal', 'src/auth.ts', 'export const header = `Bearer ', '`;\n'],
  ['header object', 'src/auth.ts', "fetch(url, { headers: { Authorization: 'Bearer ", "' } });\n"],
  ['comment on a line', 'src/auth.ts', '// for example ', '\nexport {};\n'],
  ['comment block', 'src/auth.ts', '/**\n * @example ', '\n */\nexport {};\n'],
  ['JSX attribute', 'src/Page.tsx', 'export const page = <Chat token="', '" />;\n'],
  ['template of Vue', 'src/Page.vue', '<template><chat token="', '" /></template>\n'],
  ['script of Vue', 'src/Page.vue', "<script>\nconst token = '", "';\n</script>\n"],
  ['address', 'src/auth.ts', "open('https://app.example.com/?token=", "&next=%2F');\n"],
  ['fragment of an address', 'src/auth.ts', "open('https://app.example.com/#access_token=", "');\n"],
  ['cookie', 'src/auth.ts', "document.cookie = 'session=", "; path=/';\n"],
  ['regular expression beside', 'src/auth.ts', "if (!/^eyJ/.test('", "')) throw new Error();\n"],
  ['environment file', '.env', 'ACCESS_TOKEN=', '\n'],
  ['environment file with quotes', '.env', 'ACCESS_TOKEN="', '"\n'],
  ['environment file with a comment behind', '.env', 'ACCESS_TOKEN=', ' # until 2096\n'],
  ['environment file, commented out', '.env', '# ACCESS_TOKEN=', '\n'],
  ['environment file with CRLF', '.env', 'PORT=1\r\nACCESS_TOKEN=', '\r\n'],
  ['template', '.env.example', 'ACCESS_TOKEN=', '\n'],
  ['JSON', 'response.json', '{ "access_token": "', '" }'],
  ['JSON inside JSON', 'recording.json', '{ "body": "{\\"access_token\\":\\"', '\\"}" }'],
  ['lock file of a recording', 'fixtures/cassette.json', '{"headers":{"Authorization":["Bearer ', '"]}}'],
  ['YAML', 'config.yml', 'token: ', '\n'],
  ['YAML, folded', 'config.yml', 'token: >-\n  ', '\n'],
  [
    'compose file',
    'docker-compose.yml',
    'services:\n  api:\n    image: acme/api\n    environment:\n      - TOKEN=',
    '\n',
  ],
  ['Markdown', 'README.md', 'Send `', '` along.\n'],
  [
    'Markdown, fenced',
    'docs/api.md',
    '```sh\ncurl -H "Authorization: Bearer ',
    '" https://api.example.com\n```\n',
  ],
  ['Markdown, end of a sentence', 'README.md', 'The token is ', '. Do not use it.\n'],
  ['Markdown, in brackets', 'README.md', 'A token (', ') for you.\n'],
  [
    'HAR file',
    'session.har',
    '{"log":{"entries":[{"request":{"headers":[{"name":"Authorization","value":"Bearer ',
    '"}]}}]}}',
  ],
  [
    'Postman collection',
    'api.postman_collection.json',
    '{"auth":{"type":"bearer","bearer":[{"key":"token","value":"',
    '","type":"string"}]}}',
  ],
  ['Postman body', 'api.postman_collection.json', '{"body":"{\\n\\t\\"token\\": \\"', '\\"\\n}"}'],
  ['cookie of a request', 'requests.http', 'GET /\nCookie: a=b; session=', '; c=d\n'],
  ['address in a document', 'README.md', '[open](https://app.example.com/verify/', '?x=1)\n'],
  ['encoded address', 'requests.http', 'GET /?next=%2Fa%3Ftoken%3D', '%26b%3Dc\n'],
  ['HTTP file', 'requests.http', 'GET /me\nAuthorization: Bearer ', '\n'],
  ['shell script', 'login.sh', 'export TOKEN=', '\n'],
  ['HTML', 'index.html', '<meta name="token" content="', '">\n'],
  ['XML', 'web.config', '<add key="token" value="', '" />\n'],
  ['CSV', 'users.csv', 'id,token\n1,', ',x\n'],
  ['SQL', 'seed.sql', "INSERT INTO tokens VALUES ('", "');\n"],
  ['Python', 'client.py', 'TOKEN = b"', '"\n'],
  ['plain text without anything around', 'token.txt', '', ''],
  ['test', 'test/auth.test.ts', "const token = '", "';\n"],
  ['tabs and umlauts around', 'notes.txt', 'Schlüssel\t', '\tüber\n'],
];

const WRAPPED = Buffer.from(TOKEN).toString('base64');
const SESSION = Buffer.from(JSON.stringify({ access_token: TOKEN, token_type: 'bearer' })).toString('base64');
const ENCODED = TOKEN.replaceAll('.', '%2E');

/** Tokens that do not stand in one piece, and the text that is reported. */
const spread: readonly (readonly [name: string, filename: string, code: string, text: string])[] = [
  ['concatenation', 'src/auth.ts', `f('${HEAD}.' +\n  '${BODY}.' +\n  '${SIGNATURE}');`, `${HEAD}.' +\n  '${BODY}.' +\n  '${SIGNATURE}`],
  ['concatenation within a segment', 'src/auth.ts', `f("${TOKEN.slice(0, 50)}" + "${TOKEN.slice(50)}");`, `${TOKEN.slice(0, 50)}" + "${TOKEN.slice(50)}`],
  ['list that is joined', 'src/auth.ts', `f(['${HEAD}', '${BODY}', '${SIGNATURE}'].join('.'));`, `['${HEAD}', '${BODY}', '${SIGNATURE}'].join('.')`],
  ['constants in a sum', 'src/auth.ts', `const a = '${HEAD}';\nconst b = '${BODY}';\nf(a + '.' + b + '.${SIGNATURE}');`, `a + '.' + b + '.${SIGNATURE}'`],
  ['constants in a template', 'src/auth.ts', `const s = '${SIGNATURE}';\nf(\`Bearer ${HEAD}.${BODY}.\${s}\`);`, `\`Bearer ${HEAD}.${BODY}.\${s}\``],
  ['constants in a list', 'src/auth.ts', `const a = '${HEAD}';\nconst list = [a, '${BODY}', '${SIGNATURE}'].join('.');`, `[a, '${BODY}', '${SIGNATURE}'].join('.')`],
  ['constant that is used in a template', 'src/auth.ts', `const t = '${TOKEN}';\nf(\`Bearer \${t}\`);`, TOKEN],
  ['literals side by side, as in Python', 'client.py', `TOKEN = ("${TOKEN.slice(0, 70)}"\n         "${TOKEN.slice(70)}")\n`, `${TOKEN.slice(0, 70)}"\n         "${TOKEN.slice(70)}`],
  ['dots of PHP', 'client.php', `$t = '${TOKEN.slice(0, 70)}' .\n  '${TOKEN.slice(70)}';\n`, `${TOKEN.slice(0, 70)}' .\n  '${TOKEN.slice(70)}`],
  ['continued lines of a shell', 'login.sh', `curl -H "Authorization: Bearer ${HEAD}.\\\n${BODY}.\\\n${SIGNATURE}"\n`, `${HEAD}.\\\n${BODY}.\\\n${SIGNATURE}`],
  ['lines that end in dots', 'README.md', `${HEAD}.\n${BODY}.\n${SIGNATURE}\nNext\n`, `${HEAD}.\n${BODY}.\n${SIGNATURE}`],
  ['lines that begin with dots', 'README.md', `  ${HEAD}\n  .${BODY}\n  .${SIGNATURE}\n`, `${HEAD}\n  .${BODY}\n  .${SIGNATURE}`],
  ['wrapped text', 'notes.txt', TOKEN.replace(/.{64}/g, '$&\n'), TOKEN.replace(/.{64}/g, '$&\n')],
  ['wrapped comment', 'app.rb', `# ${TOKEN.replace(/.{72}/g, '$&\n# ')}\n`, TOKEN.replace(/.{72}/g, '$&\n# ')],
  ['dots that are encoded', 'requests.http', `GET /?token=${ENCODED}&a=b\n`, ENCODED],
  ['Kubernetes Secret', 'k8s/secret.yml', `kind: Secret\ndata:\n  token: ${WRAPPED}\n`, WRAPPED],
  ['header in base64', 'notes.txt', `x ${Buffer.from(`Bearer ${TOKEN}`).toString('base64')}\n`, Buffer.from(`Bearer ${TOKEN}`).toString('base64')],
  ['session in a cookie', 'state.json', `{"name":"sb-auth-token","value":"base64-${SESSION}"}`, SESSION],
]; // prettier-ignore

/** Tokens of all kinds, with what the message says of each. */
const kinds: readonly (readonly [name: string, token: string, message: string, severity: string])[] = [
  ['HS256', TOKEN, 'issued by https://auth.example.com, of a user (name), valid until 2096-10-02', 'medium'],
  ['HS384', hmac(CLAIMS, { alg: 'HS384' }), 'valid until', 'medium'],
  ['HS512', hmac(CLAIMS, { alg: 'HS512' }), 'valid until', 'medium'],
  ['RS256', asymmetric('RS256', CLAIMS), 'valid until', 'medium'],
  ['ES256', asymmetric('ES256', CLAIMS), 'valid until', 'medium'],
  ['EdDSA', asymmetric('EdDSA', CLAIMS), 'valid until', 'medium'],
  [
    'of a user with an e-mail address',
    hmac({ ...CLAIMS, sub: 'made.up@example.com' }),
    'of a user (e-mail address)',
    'medium',
  ],
  ['of a service', hmac({ ...CLAIMS, sub: 'app', azp: 'app' }), 'of a service account', 'medium'],
  ['without an expiry', FOREVER, 'never expires', 'medium'],
  ['expired', EXPIRED, 'expired since 2017-07-14', 'low'],
  ['with an audience', hmac({ ...CLAIMS, aud: 'orders' }), 'for orders', 'medium'],
  ['with several audiences', hmac({ ...CLAIMS, aud: ['orders', 'billing'] }), 'for orders', 'medium'],
  ['service role of Supabase', SERVICE_ROLE, 'with role service_role', 'high'],
  ['anonymous role of Supabase', ANON, 'issued by supabase', 'medium'],
  ['administrator by role', hmac({ ...CLAIMS, role: 'admin' }), 'with role admin', 'high'],
  ['administrator in a list', hmac({ ...CLAIMS, roles: ['reader', 'admin'] }), 'with role admin', 'high'],
  ['role that is no power', hmac({ ...CLAIMS, role: 'reader' }), 'valid until', 'medium'],
  [
    'service role that has expired',
    hmac({ iss: 'supabase', role: 'service_role', exp: PAST }),
    'expired since',
    'low',
  ],
  ['algorithm none', NONE, 'unsigned (alg none)', 'low'],
  [
    'algorithm none, in capitals',
    `${encode({ alg: 'NONE' })}.${encode(CLAIMS)}.`,
    'unsigned (alg none)',
    'low',
  ],
  ['JWE', JWE, 'encrypted (JWE)', 'medium'],
  ['JWE with a direct key', DIRECT_JWE, 'encrypted (JWE)', 'medium'],
  ['without claims', hmac({}), 'never expires', 'medium'],
  ['with a key id', hmac(CLAIMS, { header: { kid: '2024-05' } }), 'valid until', 'medium'],
  [
    'header with its type first',
    `${encode('{"typ":"JWT","alg":"HS256"}')}.${BODY}.${SIGNATURE}`,
    'valid until',
    'medium',
  ],
  ['header with spaces', `${encode('{ "alg": "HS256" }')}.${BODY}.${SIGNATURE}`, 'valid until', 'medium'],
  [
    'header over several lines',
    `${encode('{\n  "alg": "HS256"\n}')}.${BODY}.${SIGNATURE}`,
    'valid until',
    'medium',
  ],
  [
    'header with CRLF, as in RFC 7515',
    `${encode('{"typ":"JWT",\r\n "alg":"HS256"}')}.${BODY}.${SIGNATURE}`,
    'valid until',
    'medium',
  ],
  ['claims with umlauts', hmac({ ...CLAIMS, name: 'Jürgen Müßig' }), 'valid until', 'medium'],
  ['expiry that is text', hmac({ sub: 'made-up-user', exp: 'tomorrow' }), 'unreadable expiry', 'medium'],
  ['long claims', hmac({ ...CLAIMS, note: 'made up '.repeat(400) }), 'valid until', 'medium'],
];

const invalid: readonly InvalidCase[] = [
  ...places.map(([name, filename, before, after]) => ({
    name: `place: ${name}`,
    filename,
    code: before + TOKEN + after,
    found: LEAKED,
  })),
  ...spread.map(([name, filename, code, text]) => ({
    name: `spread: ${name}`,
    filename,
    code,
    found: [`leaked ${text}`],
  })),
  ...kinds.map(([name, token, message, severity]) => ({
    name: `token: ${name}`,
    code: `export const token = '${token}';\n`,
    found: [`leaked ${token}`],
    message,
    severities: [severity],
  })),
  {
    name: 'several in one file',
    filename: 'tokens.txt',
    code: `${TOKEN}\n${EXPIRED}\n${SERVICE_ROLE}\n`,
    found: [`leaked ${TOKEN}`, `leaked ${EXPIRED}`, `leaked ${SERVICE_ROLE}`],
  },
  { name: 'one twice', filename: 'tokens.txt', code: `${TOKEN} ${TOKEN}\n`, found: [...LEAKED, ...LEAKED] },
  {
    name: 'a cut one and a whole one',
    filename: 'tokens.txt',
    code: `${TOKEN.slice(0, 40)}… ${TOKEN}\n`,
    found: LEAKED,
  },
  {
    name: 'expired ones accepted, one has not',
    filename: 'tokens.txt',
    code: `${EXPIRED}\n${TOKEN}\n`,
    options: { checkExpired: false },
    found: LEAKED,
  },
  {
    name: 'expired ones accepted, one without an expiry',
    code: `export const token = '${FOREVER}';`,
    options: { checkExpired: false },
    found: [`leaked ${FOREVER}`],
  },
  {
    name: 'expired ones accepted, an encrypted one',
    code: `export const token = '${JWE}';`,
    options: { checkExpired: false },
    found: [`leaked ${JWE}`],
  },
  proven('a known secret', hmac(CLAIMS, { secret: 'secret' }), 'a secret that everybody knows', 'low'),
  proven(
    'the sample secret of jwt.io',
    hmac(CLAIMS, { secret: 'your-256-bit-secret' }),
    'a secret that everybody knows',
    'low',
  ),
  proven(
    'a secret of the environment file',
    hmac(CLAIMS, { secret: PROJECT_SECRET }),
    'a secret that stands in this repository',
    'medium',
    { '.env': `JWT_SECRET=${PROJECT_SECRET}\n` },
  ),
  proven(
    'a secret of the environment file, HS512',
    hmac(CLAIMS, { secret: PROJECT_SECRET, alg: 'HS512' }),
    'stands in this repository',
    'medium',
    { '.env': `JWT_SECRET=${PROJECT_SECRET}\n` },
  ),
  proven(
    'a secret read from hex',
    hmac(CLAIMS, { secret: Buffer.from(PROJECT_SECRET, 'hex') }),
    'stands in this repository',
    'medium',
    { '.env': `JWT_SECRET=${PROJECT_SECRET}\n` },
  ),
  proven(
    'a secret read from base64',
    hmac(CLAIMS, { secret: Buffer.from(RANDOM, 'base64url') }),
    'stands in this repository',
    'medium',
    { '.env': `JWT_SECRET=${RANDOM}\n` },
  ),
  proven(
    'a secret of a compose file',
    hmac(CLAIMS, { secret: PROJECT_SECRET }),
    'stands in this repository',
    'medium',
    {
      'docker-compose.yml': `services:\n  api:\n    image: acme/api\n    environment:\n      JWT_SECRET: ${PROJECT_SECRET}\n`,
    },
  ),
  proven(
    'a secret of a Kubernetes Secret',
    hmac(CLAIMS, { secret: PROJECT_SECRET }),
    'stands in this repository',
    'medium',
    {
      'k8s/secret.yml': `apiVersion: v1\nkind: Secret\ndata:\n  JWT_SECRET: ${Buffer.from(PROJECT_SECRET).toString('base64')}\n`,
    },
  ),
  proven(
    'a secret of the code',
    hmac(CLAIMS, { secret: PROJECT_SECRET }),
    'stands in this repository',
    'medium',
    { 'src/sign.ts': `import jwt from 'jsonwebtoken';\njwt.sign({}, '${PROJECT_SECRET}');` },
  ),
  proven(
    'a variable whose name does not say JWT',
    hmac(CLAIMS, { secret: PROJECT_SECRET }),
    'stands in this repository',
    'medium',
    { '.env': `APP_SECRET=${PROJECT_SECRET}\n` },
  ),
  proven(
    'a service role and a secret of the repository',
    hmac({ role: 'service_role' }, { secret: PROJECT_SECRET }),
    'with role service_role',
    'high',
    { '.env': `JWT_SECRET=${PROJECT_SECRET}\n` },
  ),
  proven('the empty secret', hmac(CLAIMS, { secret: '' }), 'signed with an empty secret', 'low'),
  proven(
    'any string of the code',
    hmac(CLAIMS, { secret: PROJECT_SECRET }),
    'stands in this repository',
    'medium',
    { 'src/boot.ts': `// jwt\nstart('${PROJECT_SECRET}');\n` },
  ),
  proven(
    'an old jjwt, which skips what is not base64',
    hmac(CLAIMS, { secret: Buffer.from('malladminsecret', 'base64').subarray(0, 9), alg: 'HS512' }),
    'stands in this repository (decoded from base64)',
    'medium',
    { 'application.yml': 'jwt:\n  secret: mall-admin-secret\n' },
  ),
  proven(
    'a symmetric key',
    hmac(CLAIMS, { secret: Buffer.from(RANDOM, 'base64url') }),
    'stands in this repository',
    'medium',
    { 'jwks.json': JSON.stringify({ keys: [{ kty: 'oct', alg: 'HS256', k: RANDOM }] }) },
  ),
  proven(
    'the text of a public key',
    hmac(CLAIMS, { secret: `${PUBLIC_PEM}\n` }),
    'a public key of this repository for a secret',
    'medium',
    { 'keys/jwt.pub': `${PUBLIC_PEM}\n` },
  ),
  proven(
    'the text of a public key with other line breaks',
    hmac(CLAIMS, { secret: PUBLIC_PEM.replaceAll('\n', '\r\n') }),
    'a public key of this repository for a secret',
    'medium',
    { '.env': `JWT_PUBLIC_KEY="${PUBLIC_PEM.replaceAll('\n', '\\n')}"\n` },
  ),
  proven(
    'the text of a private key',
    hmac(CLAIMS, { secret: PRIVATE_PEM }),
    'the text of a private key of this repository for a secret',
    'medium',
    { 'keys/jwt.key': `${PRIVATE_PEM}\n` },
  ),
  ...['RS256', 'ES256', 'EdDSA'].map((alg) =>
    proven(
      `a private key, ${alg}`,
      asymmetric(alg, CLAIMS),
      'a private key that stands in this repository',
      'medium',
      { 'keys.txt': [RSA, EC, ED].map(({ privateKey }) => pemOf(privateKey)).join('\n') },
    ),
  ),
  proven(
    'a private key, as JWK',
    asymmetric('ES256', CLAIMS),
    'a private key that stands in this repository',
    'medium',
    { 'jwk.json': JSON.stringify(EC.privateKey.export({ format: 'jwk' })) },
  ),
  {
    ...proven(
      'a key whose public half is here',
      asymmetric('RS256', CLAIMS),
      'a public key in this repository verifies it',
      'medium',
      {
        'jwt.pub': pemOf(RSA.publicKey),
      },
    ),
    found: [`verified ${RSA_TOKEN}`],
    code: `export const token = '${RSA_TOKEN}';\n`,
  },
  {
    name: 'not verified by another public key',
    code: `export const token = '${RSA_TOKEN}';`,
    files: { 'jwt.pub': pemOf(EC.publicKey) },
    found: [`leaked ${RSA_TOKEN}`],
  },
  {
    name: 'not proved by another secret',
    code: `export const token = '${TOKEN}';`,
    files: { '.env': `JWT_SECRET=${PROJECT_SECRET}\n` },
    found: LEAKED,
  },
  {
    name: 'secret and token in one file',
    filename: '.env',
    code: `JWT_SECRET=${PROJECT_SECRET}\nANON_KEY=${hmac(anonymous(), { secret: PROJECT_SECRET })}\n`,
    files: {},
    found: [`proven ${hmac(anonymous(), { secret: PROJECT_SECRET })}`],
  },
];

function anonymous(): Json {
  return { iss: 'supabase', role: 'anon', exp: FUTURE };
}

function proven(
  name: string,
  token: string,
  message: string,
  severity: string,
  files?: Readonly<Record<string, string>>,
): InvalidCase {
  const code = `export const token = '${token}';\n`;
  return {
    name: `signed with ${name}`,
    code,
    found: [`proven ${token}`],
    message,
    severities: [severity],
    ...(files && { files }),
  };
}

describeRule('no-leaked-token', valid, invalid);
