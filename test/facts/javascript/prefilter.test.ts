import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isJavaScriptPath, scriptOf } from '../../../src/facts/collect.ts';
import { contextAlone } from '../../../src/facts/javascript/code-context.ts';
import { collectJavaScript } from '../../../src/facts/javascript/collect.ts';
import { mayHoldJavaScriptFacts } from '../../../src/facts/javascript/prefilter.ts';
import { parseJavaScript } from '../../../src/project/parse-javascript.ts';
import { ROOT } from '../../support/fixtures.ts';

const context = contextAlone('src/file.ts');

describe('a program that is worth parsing', () => {
  it.each([
    ['library', `import { verify as check } from 'jsonwebtoken';`],
    ['library, as a whole', `const jwt = require("jsonwebtoken");\njwt.verify(token, key);`],
    ['library that is called itself', `import guard from 'express-jwt';\napp.use(guard({ secret }));`],
    ['library that is called itself, without braces or spaces', `import*as guard from'express-jwt'`],
    [
      'library with its names',
      `import jwt, { TokenExpiredError } from 'jsonwebtoken';\njwt.verify(token, key);`,
    ],
    [
      'library as the default among names',
      `import { default as jwt } from 'jsonwebtoken';\njwt.sign(claims, key);`,
    ],
    ['library when it is needed', `const { jwtVerify } = await import(/* chunk: 'jose' */ 'jose');`],
    ['library behind a comment', `import { verify } from /* types: none */ 'jsonwebtoken';`],
    ['library with a name that begins like a word', `import {\n  importJWK,\n  SignJWT,\n} from 'jose';`],
    ['library of Deno', `import { SignJWT } from 'npm:jose@5';`],
    ['options by their type', `import type { JwtModuleOptions } from '@nestjs/jwt';`],
    ['token function of our own', `import { signToken } from './auth';\nsignToken(user);`],
    [
      'function of our own beside a library',
      `import { JwtPayload } from 'jsonwebtoken';\nimport { sign } from './a';\nsign(user);`,
    ],
    ['function of our own token module', `import { sign } from '../lib/jwt';\nsign(user);`],
    [
      'variable of a plugin for another secret',
      `import session from '@fastify/session';\napp.register(session, { secret: app.config.KEY });`,
    ],
    ['variable', `process.env.APP_KEY ||= 'made-up';`],
    ['variable by its name in brackets', `process.env['APP_KEY'] = "made-up";`],
    ['name', `const JWT_SECRET = 'made-up';`],
    ['name with a type', `class A { private readonly jwtSecret: string = 'made-up'; }`],
    ['name as a default', `function f({ tokenSecret = 'made-up' }) {}`],
    ['name in quotes', `export default { "jwt-secret": 'made-up' };`],
    ['name in another language', `const jwtSchlüssel = 'made-up';`],
    ['name in another script', `const config = { jwt: { 密钥: 'made-up' } };`],
    ['name below another', `export default { jwt: { expires: '1h', secret: 'made-up' } };`],
    ['name below a namespace', `registerAs('jwt', () => ({ secret: 'made-up' }));`],
    [
      'name below one that text in braces stands under',
      "export default { jwt: {\n  note: 'it is {{a}}, don\\'t',\n  secret: 'made-up' } };",
    ],
    ['name below the name of a call', `app.set('authentication', ({ secret: 'made-up' }));`],
    ['name that may be absent, with a value', `class A { private jwtSecret?: string = 'made-up'; }`],
    ['name of a type, with a value', `class A { jwtSecret: Secret = 'made-up'; }`],
    ['name behind dots', `config.jwt.secret = 'made-up';`],
    ['name in a schema', `z.object({ JWT_SECRET: z.string().default('made-up') })`],
    ['name in a template', 'const file = `\nPORT=1\nJWT_SECRET=made-up\n`;'],
    ['name for the browser', `fetch(import.meta.env.VITE_JWT_SECRET)`],
    ['definition of a bundler', `new webpack.DefinePlugin({ KEY: '"made-up"' })`],
    ['log of a secret', `console.log('config', config.jwtSecret)`],
    ['log of a token, far down', `logger.info(\n  {\n    a: 1,\n    jwt,\n  },\n)`],
    ['log in a template', 'log.info(`key ${`of ${config.jwtSecret}`}`)'],
    ['log behind a template', 'console.log(`a ( \\` b`, req.headers)'],
    ['log behind a text with a bracket', `console.log('done :)', jwtSecret)`],
    ['log of a setting', `console.log('key', config.get('jwt.secret'))`],
    ['log of a variable', `console.log(process.env['JWT_SECRET'])`],
    ['log of all variables', `console.log('env', process.env)`],
    [
      'log of what a login gives back',
      `const a = await axios.post('/auth/login', user);\nconsole.log(a.data);`,
    ],
    ['log of a header by its name', `console.log(req.get('Authorization'))`],
    ['log of a header', `console.log(req.headers)`],
  ])('%s', (_, text) => expect(mayHoldJavaScriptFacts(text, context)).toBe(true));

  it('configures a framework by its place', () => {
    expect(mayHoldJavaScriptFacts('exports.x = 1', contextAlone('config/plugins.js'))).toBe(true);
    expect(mayHoldJavaScriptFacts('exports.x = 1', contextAlone('next.config.js'))).toBe(true);
  });

  it('calls what hangs on a framework, where the package depends on the library', () => {
    const text = `await request\n  .jwtVerify();`;
    const around = (name: string) => ({ ...context, declares: (asked: string) => asked === name });
    expect(mayHoldJavaScriptFacts(text, around('@fastify/jwt'))).toBe(true);
    expect(mayHoldJavaScriptFacts(text, around('another'))).toBe(false);
  });
});

describe('a program that is not', () => {
  it.each([
    ['types', `export interface Config { jwtSecret: string; token?: string }`],
    ['types of a library', `import type { Payload, Where } from 'payload';\nexport type A = Where;`],
    ['names of a library that call nothing', `import { type Field, slugify } from 'payload';`],
    [
      'names of a library that something else has',
      `import type { Config } from 'payload';\nexport const init = ({ secret }: Config) => secret;`,
    ],
    ['library that is handed on', `export { sign } from 'jsonwebtoken';`],
    ['library that a test replaces', `vi.mock('jsonwebtoken', () => ({ verify: vi.fn() }));`],
    [
      'own functions that sign nothing',
      `import { tokens } from './tokens';\nObject.assign(a, b);\nsignIn(user);\nencodeURIComponent(a);`,
    ],
    [
      'cipher without a variable',
      `import crypto from 'crypto';\ncrypto.randomBytes(Number(process.env.TOKEN_SIZE));`,
    ],
    ['type that may be absent', `interface A { tokenSecret?: Secret }\ntype B = { tokenSecret: Secret; }`],
    ['test that is about tokens', `it('takes a valid token', () => {\n  const secret = load();\n});`],
    [
      'translations',
      "export default {\n  token: {\n    many: 'There\\'s {{count}}',\n  },\n  secrets: {\n    empty: 'None',\n  },\n};",
    ],
    ['word that is a module too', `const kind = 'payload' as const;`],
    ['text on tokens', `export default { signing_keys: { title: 'Secret keys of {{token}}' } };`],
    ['another secret', `export const clientSecret = 'made-up';`],
    ['comparison', `if (kind === 'secret' && token == null) render();`],
    ['read', `const { secret, token } = await load(); use(secret, token);`],
    ['React key', `items.map((token) => <li key={token.id}>{token.name}</li>)`],
    ['log of a text with names in it', 'console.log(`Secret key of ${name} — authorized`, { key })'],
    ['log of another variable', 'console.log(`token at ${process.env.PORT}`, response.data)'],
    ['log of a text', `console.log('Secret saved', "token gone");`],
    ['read of a variable', `const url = process.env.TOKEN_URL;`],
    ['design tokens', `import { tokens } from './tokens';\nexport const color = tokens.color;`],
  ])('%s', (_, text) => expect(mayHoldJavaScriptFacts(text, context)).toBe(false));
});

/** Whatever any fixture says when it is parsed, the look before finds worth parsing. */
describe('no fixture is passed over', () => {
  const root = path.join(ROOT, 'fixtures');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(isJavaScriptPath);

  it('there are many', () => expect(files.length).toBeGreaterThan(90));

  it.each(files)('%s', (file) => {
    const script = scriptOf(file, readFileSync(path.join(root, file), 'utf8'));
    const source = script && parseJavaScript(script.text, script.language);
    if (!script || !source) return;
    const around = { ...contextAlone(file.replaceAll('\\', '/')), declares: () => true };
    const isSilent = Object.values(collectJavaScript(source, around)).every((facts) => facts.length === 0);
    expect(isSilent || mayHoldJavaScriptFacts(script.text, around)).toBe(true);
  });
});
