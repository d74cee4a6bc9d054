import { expect, test } from 'vitest';
import fc from 'fast-check';
import { readConfig } from '../../../src/facts/config/readers.ts';

const b64 = (text: string) => Buffer.from(text).toString('base64');
const entries = (path: string, text: string) => readConfig(path, text)?.entries ?? [];

/** `key/path=value`, each checked to stand at its span where it is written as it is. */
function listed(path: string, text: string): string[] {
  return entries(path, text).map((entry) => {
    const written = text.slice(...entry.span);
    const isAsWritten = entry.writtenAs === 'plain' && !/[\\\n$']/.test(written);
    if (isAsWritten) expect(written).toBe(entry.value);
    return `${entry.keyPath.join('/')}=${entry.value}`;
  });
}

test.each([
  ['JWT_SECRET=made-up', ['JWT_SECRET=made-up']],
  ['JWT_SECRET = made-up  ', ['JWT_SECRET=made-up']],
  ['export JWT_SECRET="made up"', ['JWT_SECRET=made up']],
  ["A='x' # why\r\nB=y # why\r\n", ['A=x', 'B=y']],
  ['\uFEFFA=1\n# B=2\nC: 3', ['A=1', 'C=3']],
  ['A="one\\ntwo"', ['A=one\ntwo']],
  ["A='one\\ntwo'", ['A=one\\ntwo']],
  ['A="one\ntwo"\nB=3', ['A=one\ntwo', 'B=3']],
  ['A="open\nB=2', ['A="open', 'B=2']],
  ['A="x" y\nB=2', ['A="x" y', 'B=2']],
  ['A=`x#y`', ['A=x#y']],
  ['A="x#y"', ['A=x#y']],
  ['A= # nothing', ['A=']],
  ['A=', ['A=']],
  ['A=$B${C}', ['A=$B${C}']],
  ['A=x=y==', ['A=x=y==']],
  ['A=123;', ['A=123;']],
  ['A ="it\\"s"', ['A=it"s']],
  ['no assignment\n=x\n', []],
])('dotenv %j', (text, expected) => expect(listed('.env', text)).toEqual(expected));

test.each([
  '.env', '.env.local', '.env.production', '.env-prod', 'prod.env', '.envrc', 'env.example', '.envexample', 'env-example', '.env.example',
  'a/b/.development.env', '.dev.vars', '.flaskenv', '.env.sample.local',
])('%s is read as dotenv', (path) => expect(entries(path, 'A=1')[0]?.format).toBe('dotenv')); // prettier-ignore

test.each([
  'env.ts',
  '.env.ts',
  'src/env.js',
  'index.ts',
  'README.md',
  'environment.py',
  'main.go',
  'LICENSE',
  '',
])('%j has no reader', (path) => expect(readConfig(path, 'A=1')).toBeNull());

test('defaults of references', () => {
  const of = (text: string) =>
    entries('a.yml', text).map((entry) => [
      entry.value,
      entry.fallback?.of ?? null,
      text.slice(...entry.span),
    ]);
  expect(of('a: ${X:-made-up}')).toEqual([['made-up', 'X', 'made-up']]);
  expect(of('a: "${X-made-up}"')).toEqual([['made-up', 'X', 'made-up']]);
  expect(of('a: ${jwt.secret-key:made-up}')).toEqual([['made-up', 'jwt.secret-key', 'made-up']]);
  expect(of('a: ${X:-${Y:-deep}}')).toEqual([['deep', 'X', 'deep']]);
  expect(of('a: ${X:-}')[0]?.slice(0, 2)).toEqual(['', 'X']);
  expect(of('a: ${X:?must be set}')).toEqual([['${X:?must be set}', null, '${X:?must be set}']]);
  expect(of('a: ${X}')[0]?.[1]).toBeNull();
  expect(of('a: x${X:-y}')[0]?.[1]).toBeNull();
  expect(of('a: ${sm://vault/secret}')[0]?.[1]).toBeNull();
  expect(of('a: ${base64:64}')[0]?.[1]).toBeNull();
  expect(of('a: ${{ secrets.X }}')[0]?.[1]).toBeNull();
});

test.each([
  ['{"jwt": {"secret": "made-up", "n": 12}}', ['jwt/secret=made-up', 'jwt/n=12']],
  ['// c\n{"a": "x", /* c */ "b": ["y", {"c": "z"}],}', ['a=x', 'b/0=y', 'b/1/c=z']],
  ['{"env": ["JWT_SECRET=made-up", "X"]}', ['env/JWT_SECRET=made-up', 'env/1=X']],
  ['[{"key": "JWT_SECRET", "value": "made-up"}]', ['JWT_SECRET=made-up']],
  ['{"vars": [{"value": "made-up", "name": "JWT_SECRET"}]}', ['vars/JWT_SECRET=made-up']],
  ['{"a": "x", "broken', ['a=x']],
  ['{"a": {"b": "x"', ['a/b=x']],
  ['{"a" "b": "x"}', ['b=x']],
  ['{"a": true, "b": null, "c": "x"}', ['c=x']],
  ['{"a": {}, "b": [], "c": "x"}', ['c=x']],
  ['"x"', []],
  ['', []],
])('JSON %j', (text, expected) => expect(listed('config.json', text)).toEqual(expected));

test('JSON escapes', () => {
  const text = '{"a": "x\\u0041\\n"}';
  const [entry] = entries('a.json', text);
  expect(entry?.value).toBe('xA\n');
  expect(text.slice(...(entry?.span ?? []))).toBe('x\\u0041\\n');
});

test.each([
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'locales/en.json',
  'src/i18n/de/app.json',
  'locales/en.yml',
  'composer.lock.json',
])('%s holds no settings', (path) =>
  expect(readConfig(path, '{"jwt_secret": "JWT Secret"}')).toEqual({ entries: [], error: null }),
);

test('sections of environments', () => {
  const environments = (path: string, text: string) => entries(path, text).map((entry) => entry.environment);
  expect(environments('a.json', '{"production": {"jwt": {"secret": "x"}}, "jwt": {"secret": "y"}}')).toEqual([
    'production',
    null,
  ]);
  expect(environments('a.yml', 'env:\n  staging:\n    vars:\n      A: x\n  dev: {A: y}\n')).toEqual([
    'staging',
    'development',
  ]);
  expect(environments('a.json', '{"jwtSecret": {"prod": "x"}}')).toEqual(['production']);
  expect(
    environments('a.yml', 'spring:\n  profiles: prod\njwt:\n  secret: x\n---\njwt:\n  secret: y\n'),
  ).toEqual(['production', 'production', null]);
});

test.each([
  ['a.yml', 'jwt:\n  secret: made-up # why\n  n: 0123\n  t: true\n  e:\n', ['jwt/secret=made-up', 'jwt/n=0123']],
  ['a.yml', "a: 'it''s'\nb: \"x y\"\r\nc: z\r\n", ["a=it's", 'b=x y', 'c=z']],
  ['a.yml', 'a: x\n---\na: y\n', ['a=x', 'a=y']],
  ['a.yml', 'a: &s made-up\nb: *s\n', ['a=made-up', 'b=made-up']],
  ['a.yml', 'base: &b\n  S: x\nprod:\n  <<: *b\n  T: y\n', ['base/S=x', 'prod/S=x', 'prod/T=y']],
  ['a.yml', 'a: !vault |\n  $ANSIBLE_VAULT;1.1\nb: !Ref Name\nc: !!str 12\n', ['c=12']],
  ['render.yaml', 'envVars:\n  - key: JWT_SECRET\n    value: made-up\n  - key: X\n    generateValue: true\n', ['envVars/JWT_SECRET=made-up', 'envVars/1/key=X']],
  ['docker-compose.yml', 'services:\n  api:\n    environment:\n      - JWT_SECRET=made-up\n      - NAME\n      - "Q=a b"\n      - R="q"\n', ['services/api/environment/JWT_SECRET=made-up', 'services/api/environment/1=NAME', 'services/api/environment/Q=a b', 'services/api/environment/R=q']],
  ['compose.yaml', 'services:\n  api:\n    environment:\n      JWT_SECRET: a$$b\n', ['services/api/environment/JWT_SECRET=a$b']],
  ['.travis.yml', 'env:\n  global:\n    - A=1 JWT_SECRET="made up"\n    - secure: "xyz"\n', ['env/global/A=1', 'env/global/JWT_SECRET=made up', 'env/global/1/secure=xyz']],
  ['.travis.yml', 'env: JWT_SECRET=made-up\n', ['env/JWT_SECRET=made-up']],
  ['.github/workflows/ci.yml', 'jobs:\n  t:\n    env:\n      JWT_SECRET: made-up\n    steps:\n      - run: JWT_SECRET=inline-one npm test\n', ['jobs/t/env/JWT_SECRET=made-up', 'jobs/t/steps/0/run=JWT_SECRET=inline-one npm test', 'jobs/t/steps/0/run/JWT_SECRET=inline-one']],
])('YAML %s %j', (path, text, expected) => expect(listed(path, text)).toEqual(expected)); // prettier-ignore

test('a script in a block', () => {
  const text = 'steps:\n  - run: |\n      npm ci\n      echo "JWT_SECRET=made-up" >> .env\n';
  const entry = entries('ci.yml', text).at(-1);
  expect(entry).toMatchObject({ keyPath: ['steps', '0', 'run', 'JWT_SECRET'], value: 'made-up' });
  expect(text.slice(...(entry?.span ?? []))).toBe('made-up');
});

test('a Kubernetes Secret', () => {
  const text = `apiVersion: v1\nkind: Secret\nmetadata:\n  namespace: shop-prod\ndata:\n  JWT_SECRET: ${b64('made-up\n')}\n  BAD: "%%"\nstringData:\n  PLAIN: as-it-is\n`;
  const found = entries('secret.yaml', text).filter((entry) =>
    /^(?:data|stringData)$/.test(entry.keyPath[0] ?? ''),
  );
  expect(found).toMatchObject([
    {
      keyPath: ['data', 'JWT_SECRET'],
      value: 'made-up',
      writtenAs: 'base64',
      format: 'kubernetes',
      environment: 'production',
    },
    { keyPath: ['data', 'BAD'], value: '%%', writtenAs: 'plain' },
    { keyPath: ['stringData', 'PLAIN'], value: 'as-it-is', writtenAs: 'plain' },
  ]);
  expect(text.slice(...(found[0]?.span ?? []))).toBe(b64('made-up\n'));
});

test('a file inside a Secret', () => {
  const text = `kind: Secret\napiVersion: v1\ndata:\n  .env: ${b64('A=1\nJWT_SECRET=made-up\n')}\n`;
  expect(entries('s.yaml', text).at(-1)).toMatchObject({
    keyPath: ['data', '.env', 'JWT_SECRET'],
    value: 'made-up',
    writtenAs: 'base64',
  });
});

test('files inside a ConfigMap, at their places', () => {
  const text = [
    'apiVersion: v1', 'kind: List', 'items:', '  - apiVersion: v1', '    kind: ConfigMap', '    data:', '      app.yaml: |', '        jwt:',
    "          signing-key: 'made-up-1'", '      .env: |', '        A=1', '        JWT_SECRET=made-up-2', '      app.json: |-', '        {"jwt": {"secret": "made-up-3"}}',
    '      app.properties: |', '        jwt.secret=made-up-4', '',
  ].join('\n'); // prettier-ignore
  const found = entries('cm.yaml', text).filter((entry) => entry.value.startsWith('made-up'));
  expect(found.map((entry) => [entry.keyPath.join('/'), text.slice(...entry.span)])).toEqual([
    ['data/app.yaml/jwt/signing-key', 'made-up-1'],
    ['data/.env/JWT_SECRET', 'made-up-2'],
    ['data/app.json/jwt/secret', 'made-up-3'],
    ['data/app.properties/jwt/secret', 'made-up-4'],
  ]);
});

test("sealed secrets are nobody's", () => {
  expect(
    entries(
      's.yaml',
      'apiVersion: a/v1\nkind: SealedSecret\nspec:\n  encryptedData:\n    JWT_SECRET: AgBy3i\n',
    ),
  ).toEqual([]);
});

test("a container's environment", () => {
  const text =
    'apiVersion: apps/v1\nkind: Deployment\nspec:\n  env:\n    - name: JWT_SECRET\n      value: made-up\n    - name: X\n      valueFrom: {}\n';
  expect(listed('d.yaml', text)).toContain('spec/env/JWT_SECRET=made-up');
});

test('a template that is no YAML still gives its lines', () => {
  const text = '{{- if .Values.x }}\na: [\nJWT_SECRET: made-up\n{{- end }}\n';
  const reading = readConfig('templates/secret.yaml', text);
  expect(reading?.error).toBeNull();
  expect(reading?.entries.map((entry) => entry.value)).toContain('made-up');
});

test('alias bombs, deep nesting and size are bounded', () => {
  const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x]'];
  for (let i = 1; i < 40; i++) bomb.push(`a${i}: &a${i} [${`*a${i - 1}, `.repeat(9)}x]`);
  expect(entries('bomb.yml', bomb.join('\n')).length).toBeLessThan(10_000);
  for (const [path, text] of [
    ['a.json', '['.repeat(200_000)],
    ['a.json', '{"a":'.repeat(200_000)],
    ['a.yml', '['.repeat(50_000)],
    ['a.yml', '- '.repeat(20_000)],
    ['a.yml', '{a: '.repeat(20_000)],
    ['a.yml', `a: ${'x'.repeat(5_000_000)}`],
    ['.env', 'A="\n'.repeat(100_000)],
    ['.env', "A='x\nB=`\n".repeat(50_000)],
    ['.env', ' '.repeat(1_000_000)],
  ] as const) {
    const start = performance.now();
    expect(readConfig(path, text)).not.toBeNull();
    expect(performance.now() - start, `${path} ${text.slice(0, 10)}`).toBeLessThan(5000);
  }
});

test('never throws, spans are inside', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      'JWT_SECRET',
      '=',
      ': ',
      '\n',
      '  ',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      '- ',
      '|\n',
      '&a ',
      '*a',
      '${X:-',
      '---\n',
      'kind: Secret\n',
      'apiVersion: v1\n',
      'data:\n  a: ',
      '#',
      '\\',
    ),
  );
  fc.assert(
    fc.property(
      fc.array(piece),
      fc.constantFrom('.env', 'a.json', 'a.yml', 'docker-compose.yml', '.travis.yml'),
      (pieces, path) => {
        const text = pieces.join('');
        for (const { span } of readConfig(path, text)?.entries ?? []) {
          expect(span[0] >= 0 && span[0] <= span[1] && span[1] <= text.length).toBe(true);
        }
      },
    ),
    { numRuns: 1000 },
  );
});
