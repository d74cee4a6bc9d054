import { expect, test } from 'vitest';
import fc from 'fast-check';
import { classifyName } from '../../../src/facts/secret-names.ts';
import { readAssignments } from '../../../src/facts/text/assignments.ts';

const listed = (text: string) =>
  readAssignments(text).map((entry) => {
    expect(text.slice(...entry.span).trim()).toBe(entry.value);
    return `${entry.keyPath.join('/')}=${entry.value}${entry.fallback === null ? '' : ` (${entry.fallback.operator} ${entry.fallback.of})`}`;
  });

test.each([
  ['Python', 'import os\nJWT_SECRET = "made-up"\n', 'JWT_SECRET=made-up'],
  ['Python, typed', 'SECRET_KEY: str = "made-up"  # why', 'SECRET_KEY=made-up'],
  ['Python bytes', "JWT_SECRET = b'made-up'", 'JWT_SECRET=made-up'],
  ['Python settings', 'app.config["JWT_SECRET_KEY"] = "made-up"', 'JWT_SECRET_KEY=made-up'],
  ['Python look-up', 'os.environ.get("JWT_SECRET", "made-up")', 'JWT_SECRET=made-up (lookup JWT_SECRET)'],
  ['Python or', 'os.getenv("JWT_SECRET") or "made-up"', 'JWT_SECRET=made-up (|| JWT_SECRET)'],
  ['Python decouple', "config('JWT_SECRET', default='made-up')", 'JWT_SECRET=made-up (lookup JWT_SECRET)'],
  ['Go', 'var jwtSecret = []byte("made-up")', 'jwtSecret=made-up'],
  ['Go, short', 'jwtKey := []byte("made-up")', 'jwtKey=made-up'],
  ['Go, typed', 'const jwtSecret string = "made-up"', 'jwtSecret=made-up'],
  ['Go struct', '  JwtSecret:  "made-up",', 'JwtSecret=made-up'],
  ['viper', 'viper.SetDefault("jwt.secret", "made-up")', 'jwt/secret=made-up (lookup jwt.secret)'],
  ['Java', 'private static final String JWT_SECRET = "made-up";', 'JWT_SECRET=made-up'],
  ['Spring', '@Value("${jwt.secret:made-up}")', 'jwt/secret=made-up (interpolation jwt.secret)'],
  ['Rust', 'const JWT_SECRET: &str = "made-up";', 'JWT_SECRET=made-up'],
  ['Rust look-up', 'env::var("JWT_SECRET").unwrap_or_else(|_| "made-up".to_string())', 'JWT_SECRET=made-up (|| JWT_SECRET)'],
  ['C#', 'Environment.GetEnvironmentVariable("JWT_SECRET") ?? "made-up";', 'JWT_SECRET=made-up (?? JWT_SECRET)'],
  ['PHP', "'jwt_secret' => 'made-up',", 'jwt_secret=made-up'],
  ['Laravel', "'secret' => env('JWT_SECRET', 'made-up'),", 'JWT_SECRET=made-up (lookup JWT_SECRET)'],
  ['PHP variable', "$jwt_secret = 'made-up';", 'jwt_secret=made-up'],
  ['Ruby', "JWT_SECRET = ENV.fetch('JWT_SECRET', 'made-up')", 'JWT_SECRET=made-up (lookup JWT_SECRET)'],
  ['Ruby or', "ENV['JWT_SECRET'] || 'made-up'", 'JWT_SECRET=made-up (|| JWT_SECRET)'],
  ['JavaScript', "const s = process.env.JWT_SECRET || 'made-up';", 'process/env/JWT_SECRET=made-up (|| JWT_SECRET)'],
  ['JavaScript, nullish', "import.meta.env.SECRET_KEY ?? `made-up`", 'import/meta/env/SECRET_KEY=made-up (?? SECRET_KEY)'],
  ['object', "  jwtSecret: 'made-up',", 'jwtSecret=made-up'],
  ['JSON', '  "jwtSecret": "made-up"', 'jwtSecret=made-up'],
  ['Dockerfile', 'FROM node\nENV JWT_SECRET=made-up', 'JWT_SECRET=made-up'],
  ['Dockerfile, old', 'ENV JWT_SECRET made-up\n', 'JWT_SECRET=made-up'],
  ['docker run', 'docker run -e JWT_SECRET=made-up \\\n  image', 'JWT_SECRET=made-up'],
  ['shell', 'JWT_SECRET=made-up node .', 'JWT_SECRET=made-up'],
  ['shell default', 'export JWT_SECRET="${JWT_SECRET:-made-up}"', 'JWT_SECRET=made-up (interpolation JWT_SECRET)'],
  ['flag', '--jwt-secret=made-up', 'jwt-secret=made-up'],
  ['list item', '- JWT_SECRET=made-up', 'JWT_SECRET=made-up'],
  ['in backticks', 'Use `JWT_SECRET=made-up` here.', 'JWT_SECRET=made-up'],
  ['properties', 'jwt.secret=made-up', 'jwt/secret=made-up'],
  ['properties, spaced', 'jwt.secret = made-up', 'jwt/secret=made-up'],
  ['ini', '[jwt]\nsecret = made-up\n', null],
  ['ini, tight', '[jwt]\nsecret=made-up\n', 'jwt/secret=made-up'],
  ['TOML', '[auth.jwt]\nsecret = "made-up"\n', 'auth/jwt/secret=made-up'],
  ['XML attribute', '<add key="JwtSecret" value="made-up" />', 'JwtSecret=made-up'],
  ['XML element', '<jwt.secret>made-up</jwt.secret>', 'jwt/secret=made-up'],
  ['Terraform', 'jwt_secret = "made-up"', 'jwt_secret=made-up'],
  ['next line', 'const JWT_SECRET =\n  "made-up";', 'JWT_SECRET=made-up'],
  ['Markdown prose', 'Set\n\nJWT_SECRET: made-up\n', 'JWT_SECRET=made-up'],
  ['JSON block', '```json\n{"authentication": {"secret": "made-up"}}\n```', 'authentication/secret=made-up'],
  ['YAML block', 'x\n```yaml\njwt:\n  secret: made-up\n```\ny', 'jwt/secret=made-up'],
  ['shell block', '```bash\nJWT_SECRET=made-up\n```', 'JWT_SECRET=made-up'],
  ['call in a block', '```js\nconst t = jwt.sign({ a: [1, "x,y"] }, "made-up", { x: 1 })\n```', 'jwt.sign=made-up'],
  ['call over lines', 'jwt.verify(\n  token,\n  "made-up"\n)', 'jwt.verify=made-up'],
  ['call in Python', "jwt.encode(payload, 'made-up', algorithm='HS256')", 'jwt.encode=made-up'],
])('%s', (_, text, expected) => {
  const found = listed(text);
  if (expected === null) expect(found.length).toBeLessThan(2);
  else expect(found).toEqual([expected]);
}); // prettier-ignore

test.each([
  'JWT_SECRET = getSecret()', 'JWT_SECRET=getSecret()', 'const jwtSecret = process.env.JWT_SECRET;', 'JWT_SECRET=process.env.JWT_SECRET',
  'jwt_secret = settings.JWT_SECRET', 'JWT_SECRET=', 'JWT_SECRET=""', 'JWT_SECRET = "a" + b', 'jwtSecret = "a" % b', 'if (jwtSecret === "x") {}',
  'if JWT_SECRET == "x":', 'secret != "x"', 'jwtSecret: string;', 'JWT_SECRET: str', 'import x\nsecret=key\n', 'f(secret=key, a=1)', 'COOKIE_SECRET="x"',
  'JWT_SECRET_LENGTH=12', 'The jwt secret is "x"', 'JWT_SECRET: `${a}`', 'x ? jwtSecret : "other"', 'jwtSecret => "x"', 'JWT_SECRET=$(openssl rand -hex 32)',
  'JWT_SECRET: ${{ secrets.JWT_SECRET }}', 'JWT_SECRET=<your secret>', 'print("JWT_SECRET", "is missing")', '| `JWT_SECRET` | the secret | yes |',
  'jwt.verify(token, secret)', 'jwt.sign(a, getKey("x"))', 'jwt.sign("x")', 'jwt.sign(a, "x" + y)', 'getSecret("jwt.secret")', '@Value("${jwt.secret}")',
  'let f = f"{x}"', 'jwt_secret = f"{x}-y"',
])('%j says none', (text) => expect(listed(text)).toEqual([])); // prettier-ignore

test('only names of secrets', () => {
  const text = 'JWT_SECRET="a1"\nDB_PASSWORD="b2"\nSECRET_KEY="c3"\nTITLE="d4"';
  expect(listed(text)).toEqual(['JWT_SECRET=a1', 'SECRET_KEY=c3']);
});

test('never throws, spans are inside, names are secrets', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('JWT_SECRET', 'jwt.secret', '=', ': ', ' = ', '"', "'", '\n', '${', ':-', '}', '(', ')', 'getenv(', ' or ', '|| ', '```json\n', '```\n', '[jwt]\n', 'jwt.sign(', ', ', '\\', '<', '>'),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('');
      for (const entry of readAssignments(text)) {
        expect(entry.span[0] >= 0 && entry.span[0] <= entry.span[1] && entry.span[1] <= text.length).toBe(true);
        expect(classifyName(entry.keyPath)).not.toBe('other');
      }
    }),
    { numRuns: 1000 },
  );
}); // prettier-ignore

test('hostile lines take linear time', () => {
  for (const piece of ['JWT_SECRET=', 'secret', 'jwt.secret ', 'JWT_SECRET: ', '"secret":"', 'jwt.sign(', '```json\n', '${JWT_SECRET:-', 'secret ?? ', '[jwt]\n', ' ', '"', '<secret>', 'getenv("SECRET"']) {
    const text = `x${piece.repeat(Math.ceil(500_000 / piece.length))}`;
    const start = performance.now();
    readAssignments(text);
    expect(performance.now() - start, piece).toBeLessThan(5000);
  }
}); // prettier-ignore
