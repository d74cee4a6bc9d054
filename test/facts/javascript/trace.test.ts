import { describe, expect, it } from 'vitest';
import { factsOf, literalsOf } from '../../support/javascript.ts';

const IMPORT = "import jwt from 'jsonwebtoken';";

/** The way a literal takes to the key, and what is found of it. */
const WAYS: readonly [name: string, code: string, found: readonly string[]][] = [
  ['in place', "jwt.sign(p, 'k1')", ['use:k1']],
  ['const', "const k = 'k1'; jwt.sign(p, k)", ['use:k1']],
  ['let with every assignment', "let k = 'k1'; if (x) k = 'k2'; jwt.sign(p, k)", ['use:k1', 'use:k2']],
  ['if unset', "let k = process.env.S; if (!k) { k = 'k1'; } jwt.sign(p, k)", ['use:k1?if']],
  ['var, assigned later', "var k; k = 'k1'; jwt.sign(p, k)", ['use:k1']],
  ['||', "jwt.sign(p, process.env.S || 'k1')", ['use:k1?||']],
  ['??', "jwt.sign(p, process.env.S ?? 'k1')", ['use:k1???']],
  ['??=', "let k = process.env.S; k ??= 'k1'; jwt.sign(p, k)", ['use:k1???']],
  ['||= on the environment', "process.env.S ||= 'k1'; jwt.sign(p, process.env.S)", []],
  ['chain of variables', "jwt.sign(p, process.env.A || process.env.B || 'k1')", ['use:k1?||']],
  ['&&', "jwt.sign(p, x && 'k1')", ['use:k1']],
  ['ternary with an environment branch', "jwt.sign(p, x ? process.env.S : 'k1')", ['use:k1??:']],
  ['ternary of two literals', "jwt.sign(p, x ? 'k1' : 'k2')", ['use:k1', 'use:k2']],
  ['template without expressions', 'jwt.sign(p, `k1`)', ['use:k1']],
  ['template with an unknown part', 'jwt.sign(p, `k1${x}`)', ['use:k1+']],
  ['template of constants', "const a = 'k'; jwt.sign(p, `${a}1`)", ['use:k1']],
  ['concatenation', "jwt.sign(p, 'k' + '1')", ['use:k1']],
  ['concatenation with an unknown part', "jwt.sign(p, 'k1' + x)", ['use:k1+']],
  ['array join', "jwt.sign(p, ['k', '1'].join(''))", ['use:k1']],
  ['object property', "const c = { k: 'k1' }; jwt.sign(p, c.k)", ['use:k1']],
  ['nested property', "const c = { a: { k: 'k1' } }; jwt.sign(p, c.a.k)", ['use:k1']],
  ['computed member', "const c = { 'k-1': 'k1' }; jwt.sign(p, c['k-1'])", ['use:k1']],
  ['spread', "const b = { k: 'k1' }; const c = { ...b }; jwt.sign(p, c.k)", ['use:k1']],
  ['property written later', "const c = {}; c.k = 'k1'; jwt.sign(p, c.k)", ['use:k1']],
  ['Object.freeze', "const c = Object.freeze({ k: 'k1' }); jwt.sign(p, c.k)", ['use:k1']],
  ['Object.assign', "const c = Object.assign({}, { k: 'k1' }); jwt.sign(p, c.k)", ['use:k1']],
  ['as const', "const c = { k: 'k1' } as const; jwt.sign(p, c.k)", ['use:k1']],
  ['satisfies', "const c = { k: 'k1' } satisfies object; jwt.sign(p, c.k)", ['use:k1']],
  ['non-null', "const k: string | undefined = 'k1'; jwt.sign(p, k!)", ['use:k1']],
  ['type assertion', "jwt.sign(p, <string>'k1')", ['use:k1']],
  ['destructuring', "const { k } = { k: 'k1' }; jwt.sign(p, k)", ['use:k1']],
  ['renamed destructuring', "const { k: s } = { k: 'k1' }; jwt.sign(p, s)", ['use:k1']],
  ['destructuring default', "const { S = 'k1' } = process.env; jwt.sign(p, S)", ['use:k1?default']],
  ['default parameter', "function f(k = 'k1') { return jwt.sign(p, k); }", ['use:k1?parameter']],
  ['argument of a call in the file', "function f(k) { return jwt.sign(p, k); } f('k1')", ['use:k1']],
  ['argument of an arrow', "const f = (k) => jwt.sign(p, k); f('k1')", ['use:k1']],
  ['destructured parameter', "const f = ({ k }) => jwt.sign(p, k); f({ k: 'k1' })", ['use:k1']],
  ['function that returns', "function k() { return 'k1'; } jwt.sign(p, k())", ['use:k1']],
  ['arrow that returns', "const k = () => 'k1'; jwt.sign(p, k())", ['use:k1']],
  ['async function', "async function k() { return 'k1'; } jwt.sign(p, await k())", ['use:k1']],
  [
    'several returns',
    "function k() { if (x) return 'k1'; return 'k2'; } jwt.sign(p, k())",
    ['use:k1', 'use:k2'],
  ],
  ['IIFE', "const k = (() => 'k1')(); jwt.sign(p, k)", ['use:k1']],
  ['closure', "const k = 'k1'; function f() { return () => jwt.sign(p, k); }", ['use:k1']],
  ['enum', "enum E { K = 'k1' } jwt.sign(p, E.K)", ['use:k1']],
  ['class field', "class A { k = 'k1'; m() { return jwt.sign(p, this.k); } }", ['use:k1']],
  ['private field', "class A { #k = 'k1'; m() { return jwt.sign(p, this.#k); } }", ['use:k1']],
  ['static member', "class A { static k = 'k1'; } jwt.sign(p, A.k)", ['use:k1']],
  ['getter', "class A { get k() { return 'k1'; } m() { jwt.sign(p, this.k); } }", ['use:k1']],
  [
    'set in the constructor',
    "class A { constructor() { this.k = 'k1'; } m() { jwt.sign(p, this.k); } }",
    ['use:k1'],
  ],
  ['method', "class A { k() { return 'k1'; } m() { jwt.sign(p, this.k()); } }", ['use:k1']],
  ['object getter', "const c = { get k() { return 'k1'; } }; jwt.sign(p, c.k)", ['use:k1']],
  ['Buffer.from', "jwt.sign(p, Buffer.from('k1'))", ['use:k1']],
  ['Buffer.from base64', "jwt.sign(p, Buffer.from('azE=', 'base64'))", ['use:azE=']],
  ['TextEncoder', "jwt.sign(p, new TextEncoder().encode('k1'))", ['use:k1']],
  ['encoder in a const', "const encoder = new TextEncoder(); jwt.sign(p, encoder.encode('k1'))", ['use:k1']],
  [
    'createSecretKey',
    "import { createSecretKey } from 'node:crypto'; jwt.sign(p, createSecretKey('k1'))",
    ['use:k1'],
  ],
  ['String()', "jwt.sign(p, String('k1'))", ['use:k1']],
  ['trim', "jwt.sign(p, 'k1'.trim())", ['use:k1']],
  ['toString', "const k = 'k1'; jwt.sign(p, k.toString())", ['use:k1']],
  ['number', 'jwt.sign(p, 12345)', ['use:12345']],
  ['optional chain', "const c = { k: 'k1' }; jwt.sign(p, c?.k)", ['use:k1']],
  ['sequence', "jwt.sign(p, (x, 'k1'))", ['use:k1']],
  ['ConfigService default', "jwt.sign(p, configService.get('jwt.secret', 'k1'))", ['use:k1?lookup']],
  [
    'ConfigService default with a type',
    "jwt.sign(p, this.configService.get<string>('jwt.secret', 'k1'))",
    ['use:k1?lookup'],
  ],
  ['env helper', "jwt.sign(p, env('JWT_SECRET', 'k1'))", ['use:k1?lookup']],
  ['key object', "jwt.sign(p, { key: 'k1', passphrase: '' })", ['use:k1']],
  ['shadowed name', "const k = 'other'; { const k = 'k1'; jwt.sign(p, k); }", ['use:k1']],
  [
    'helper with a default, by its own call',
    "const read = (n, d) => process.env[n] ?? d; const port = read('PORT', '3000'); jwt.sign(p, read('S', 'k1'))",
    ['use:k1???'],
  ],
  [
    'helper whose other calls have defaults',
    "const read = (n, d) => process.env[n] ?? d; const port = read('PORT', '3000'); jwt.sign(p, read('S'))",
    [],
  ],
  ['element of an array', "const [, k] = ['x', 'k1']; jwt.sign(p, k)", ['use:k1']],
  ['rest of an object', "const { a, ...c } = { k: 'k1' }; jwt.sign(p, c.k)", ['use:k1']],
  ['deep property written later', "const c = { a: {} }; c.a.k = 'k1'; jwt.sign(p, c.a.k)", ['use:k1']],
  ['inherited field', "class B { k = 'k1'; } class A extends B { m() { jwt.sign(p, this.k); } }", ['use:k1']],
  ['inherited static', "class B { static k = 'k1'; } class A extends B {} jwt.sign(p, A.k)", ['use:k1']],
  ['static through this', "class A { static k = 'k1'; static m() { jwt.sign(p, this.k); } }", ['use:k1']],
  ['object through this', "const o = { k: 'k1', m() { jwt.sign(p, this.k); } };", ['use:k1']],
  [
    'Object.assign onto this',
    "class A { constructor() { Object.assign(this, { k: 'k1' }); } m() { jwt.sign(p, this.k); } }",
    ['use:k1'],
  ],
  [
    'type of a field',
    "class S { k = 'k1'; } class A { constructor(private s: S) {} m() { jwt.sign(p, this.s.k); } }",
    ['use:k1'],
  ],
  [
    'argument of a constructor',
    "class A { constructor(k) { this.k = k; } m() { jwt.sign(p, this.k); } } new A('k1')",
    ['use:k1'],
  ],
  [
    'argument of super',
    "class B { constructor(k) { this.k = k; } m() { jwt.sign(p, this.k); } } class A extends B { constructor() { super('k1'); } }",
    ['use:k1'],
  ],
  [
    'put off',
    "let s; const get = () => (s ??= new S()); class S { k = 'k1'; } jwt.sign(p, get().k)",
    ['use:k1'],
  ],
  ['object behind ||', "const c = load() || { k: 'k1' }; jwt.sign(p, c.k)", ['use:k1?||']],
  ['environment object in a const', 'const e = process.env; jwt.sign(p, e.S)', []],
  [
    'schema default',
    "import { z } from 'zod'; const e = z.object({ S: z.string().default('k1'), T: z.string().default('k2') }).parse(process.env); jwt.sign(p, e.S)",
    ['use:k1?schema'],
  ],
  [
    'schema of strings without a default',
    "import { z } from 'zod'; const e = z.object({ S: z.string().regex(/x/, 'k1') }).parse(process.env); jwt.sign(p, e.S)",
    [],
  ],
  ['environment only', 'jwt.sign(p, process.env.S)', []],
  ['random', 'jwt.sign(p, crypto.randomBytes(32))', []],
  ['random as text', "jwt.sign(p, crypto.randomBytes(32).toString('hex'))", []],
  ['file', "jwt.sign(p, fs.readFileSync('key.pem'))", []],
  ['unknown call', "jwt.sign(p, load('k1'))", []],
  ['parameter', 'export function f(k) { return jwt.sign(p, k); }', []],
  ['the payload is no key', "jwt.sign('payload', process.env.S)", []],
  ['PEM text is no secret', "jwt.verify(t, '-----BEGIN PUBLIC KEY-----')", []],
];

describe('trace', () => {
  it.each(WAYS)('%s', (_, code, found) => {
    expect(literalsOf(`${IMPORT} ${code}`)).toEqual(found);
  });

  it('ends on cycles', () => {
    const code = `${IMPORT} let a = b; let b = a; function f() { return f(); } const o = { ...o }; jwt.sign(p, a); jwt.sign(p, f()); jwt.sign(p, o.k);`;
    expect(literalsOf(code)).toEqual([]);
  });

  it('ends on long chains', () => {
    const chain = Array.from({ length: 500 }, (_, i) => `const k${i + 1} = k${i};`).join(' ');
    expect(() => literalsOf(`${IMPORT} const k0 = 'k'; ${chain} jwt.sign(p, k500);`)).not.toThrow();
  });

  it('says how the key text becomes bytes', () => {
    const [literal] = factsOf(`${IMPORT} jwt.sign(p, Buffer.from('azE=', 'base64'))`).literals;
    expect(literal?.encoding).toBe('base64');
  });

  it('keeps the way from the literal to the call, in order', () => {
    const code = `${IMPORT} const k = 'k1'; const c = { k }; jwt.sign(p, c.k);`;
    const [literal] = factsOf(code).literals;
    expect(literal?.flow.map(({ span }) => code.slice(...span))).toEqual(["'k1'", 'k', 'c', 'jwt.sign']);
  });

  it('lists the environment variables and settings that reach a key', () => {
    const code = `${IMPORT} jwt.sign(p, process.env.A || config.get('jwt.secret') || import.meta.env.B);`;
    expect(factsOf(code).settingUses.map(({ source, name }) => `${source}:${name}`)).toEqual([
      'environment:A',
      'config:jwt.secret',
      'environment:B',
    ]);
  });

  it('names variables that are read through an object or a helper', () => {
    const code = `${IMPORT} const e = process.env; const read = (n) => process.env[n]; jwt.sign(p, e.A || read('B'));`;
    expect(factsOf(code).settingUses.map(({ name }) => name)).toEqual(['A', 'B']);
  });

  it('lists the modules that a key comes from', () => {
    const code = `${IMPORT} import config from './config.js'; import { k as key } from './k.js'; jwt.sign(p, config.jwt.secret); jwt.sign(p, key); jwt.sign(p, require('./c').s);`;
    expect(factsOf(code).importUses.map(({ module, members }) => [module, ...members])).toEqual([
      ['./config.js', 'jwt', 'secret'],
      ['./k.js', 'k'],
      ['./c', 's'],
    ]);
  });
});
