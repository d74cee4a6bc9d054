import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collectJavaScript } from '../../../src/facts/javascript/collect.ts';
import { JavaScriptModule } from '../../../src/facts/javascript/module.ts';
import { isCode, literalsIn } from '../../support/literals.ts';
import { parseJavaScript } from '../../../src/project/parse-javascript.ts';
import { Project } from '../../../src/project/project.ts';
import { ROOT } from '../../support/fixtures.ts';
import { Scratch } from '../../support/scratch.ts';

const SEED = 20261128;

/** Hostile or not, a program is done with in this time. Milliseconds. */
const PATIENCE = 4000;

/* ------------------------------------------------------------------ programs by pieces */

/** Pieces that programs around a JWT key are made of; put together in any order they may or may not parse. */
const name = fc.constantFrom('a', 'b', 'c', 'jwtSecret', 'o', 'K');
const text = fc.constantFrom("'fixture-one'", "'fixture-two'", '`fixture-three`', "''", '7', '/x/', 'null');

const expression: fc.Arbitrary<string> = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    name,
    text,
    fc.constantFrom(
      'this',
      'this.a',
      'new K()',
      'process.env',
      'require("./a")',
      'await import("./b")',
      'super.a',
    ),
    name.map((property) => `process.env.${property}`),
    name.map((property) => `process.env[${property}]`),
    fc
      .tuple(tie('expression'), fc.constantFrom('||', '??', '&&', '+', ','), tie('expression'))
      .map((parts) => `(${parts.join(' ')})`),
    fc
      .tuple(name, fc.constantFrom('=', '||=', '??=', '+='), tie('expression'))
      .map((parts) => `(${parts.join(' ')})`),
    fc
      .tuple(tie('expression'), tie('expression'), tie('expression'))
      .map(([a, b, c]) => `(${a} ? ${b} : ${c})`),
    fc.tuple(tie('expression'), name).map(([object, property]) => `(${object}).${property}`),
    fc.tuple(tie('expression'), tie('expression')).map(([object, key]) => `(${object})[${key}]`),
    fc
      .tuple(name, tie('expression'))
      .map(([key, value]) => `({ ${key}: ${value}, ...o, get b() { return ${value}; } })`),
    fc.tuple(tie('expression'), tie('expression')).map((parts) => `[${parts.join(', ')}, ...a]`),
    fc.tuple(tie('expression'), tie('expression')).map(([a, b]) => `\`x\${${a}}y\${${b}}\``),
    tie('expression').map((value) => `(() => ${value})()`),
    tie('expression').map((value) => `(async function f(a = ${value}) { return f(a); })`),
    fc.tuple(name, tie('expression')).map(([callee, argument]) => `${callee}(${argument})`),
    fc.tuple(name, tie('expression')).map(([callee, argument]) => `new ${callee}(${argument})`),
    fc
      .tuple(
        fc.constantFrom(
          'String',
          'Buffer.from',
          'Object.freeze',
          'z.object',
          'schema.parse',
          'registerAs',
          'cleanEnv',
          'env',
        ),
        tie('expression'),
        tie('expression'),
      )
      .map(([callee, a, b]) => `${callee}(${a}, ${b})`),
    fc
      .tuple(
        tie('expression'),
        fc.constantFrom('trim', 'toString', 'default', 'join', 'concat', 'parse', 'get'),
        text,
      )
      .map(([receiver, method, argument]) => `(${receiver}).${method}(${argument})`),
  ),
})).expression;

const pattern = fc.constantFrom(
  'a',
  '{ a }',
  '{ a = b }',
  '{ b: a = c, ...o }',
  '[a, b]',
  '[, a = b]',
  '{ a: { b } }',
  '{ a } = {}',
);

const statement: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(pattern, expression).map(([left, right]) => `var ${left.replace(' = {}', '')} = ${right};`),
  fc.tuple(name, fc.constantFrom('=', '||=', '??='), expression).map((parts) => `${parts.join(' ')};`),
  fc.tuple(name, name, expression).map(([object, property, right]) => `${object}.${property} = ${right};`),
  fc
    .tuple(name, pattern, expression)
    .map(([callee, parameter, value]) => `function ${callee}(${parameter}) { return ${value}; }`),
  fc
    .tuple(name, name, expression, expression)
    .map(
      ([owner, base, value, other]) =>
        `var ${owner} = class extends ${base} { static a = ${value}; b = ${other}; constructor(a) { super(a); this.c = a; } m(a) { return this.m(${other}); } };`,
    ),
  fc.tuple(name, expression).map(([test, value]) => `if (!${test}) ${test} = ${value};`),
  expression.map((key) => `jwt.sign({}, ${key});`),
  expression.map((key) => `process.env.K = ${key};`),
);

const program = fc
  .array(statement, { maxLength: 12 })
  .map((statements) => `const jwt = require('jsonwebtoken');\n${statements.join('\n')}`);

/** Collects the facts of a text, if it is a program, and holds them to what stands in it. */
function holds(code: string): boolean {
  const source = parseJavaScript(code, 'ts') ?? parseJavaScript(code, 'js');
  if (!source) return false;
  const began = performance.now();
  const { literals, entries } = collectJavaScript(source);
  expect(performance.now() - began).toBeLessThan(PATIENCE);
  const written = literalsIn(new JavaScriptModule(source));
  for (const { value, span } of [...literals, ...entries]) {
    expect(span[0]).toBeGreaterThanOrEqual(0);
    expect(span[1]).toBeGreaterThan(span[0]);
    expect(span[1]).toBeLessThanOrEqual(code.length);
    expect(written.make(value), `${JSON.stringify(value)} in ${code}`).toBe(true);
  }
  return true;
}

describe('trace, on any program', () => {
  it('ends, and reports no value that does not stand in the source', () => {
    let programs = 0;
    fc.assert(
      fc.property(program, (code) => {
        if (holds(code)) programs++;
      }),
      { numRuns: 1500, seed: SEED },
    );
    expect(programs).toBeGreaterThan(500);
  });
});

/* ------------------------------------------------------------------ real programs, changed at random */

function codeIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return codeIn(file);
    return isCode(file) ? [readFileSync(file, 'utf8')] : [];
  });
}

const samples = codeIn(path.join(ROOT, 'fixtures/trace')).filter((code) => /jsonwebtoken|jose/.test(code));

/** Words, strings and signs, so that a change hits a whole one. */
const PIECES = /'[^'\n]*'|`[^`]*`|[\w$]+|\s+|[^\w\s]/g;
const WORD =
  /^(?:['`]|(?!(?:import|from|export|const|let|var|class|function|return|new|async|await|readonly|type)$)[\w$])/;

const change = fc.record({
  how: fc.constantFrom('swap', 'swap', 'copy', 'copy', 'drop', 'double'),
  from: fc.nat(),
  to: fc.nat(),
  length: fc.integer({ min: 1, max: 6 }),
});
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** Most changes put one word or string in the place of another, so that much of what comes of it is still a program. */
function changed(code: string, changes: readonly Change[]): string {
  const pieces = code.match(PIECES) ?? [];
  for (const { how, from, to, length } of changes) {
    const words = [...pieces.keys()].filter((i) => WORD.test(pieces[i]!));
    if (words.length === 0) return '';
    const [a, b] = [words[from % words.length]!, words[to % words.length]!];
    if (how === 'drop') pieces.splice(a, length);
    else if (how === 'double') pieces.splice(a, 0, ...pieces.slice(a, a + length));
    else if (how === 'copy') pieces[b] = pieces[a]!;
    else [pieces[a], pieces[b]] = [pieces[b]!, pieces[a]!];
  }
  return pieces.join('');
}

describe('trace, on real programs that were changed at random', () => {
  it('ends, and reports no value that does not stand in the source', () => {
    expect(samples.length).toBeGreaterThan(60);
    let programs = 0;
    fc.assert(
      fc.property(
        fc.nat(samples.length - 1),
        fc.array(change, { minLength: 1, maxLength: 4 }),
        (i, changes) => {
          if (holds(changed(samples[i]!, changes))) programs++;
        },
      ),
      { numRuns: 3000, seed: SEED },
    );
    expect(programs).toBeGreaterThan(300);
  });
});

/* ------------------------------------------------------------------ modules that lead to each other */

const specifier = fc.constantFrom('./a.js', './b.js', './c.js', './settings');
const value = fc.oneof(
  fc.constantFrom("'fixture-one'", "{ a: 'fixture-two', b: { a: 'fixture-three' } }", 'process.env.K'),
  fc.tuple(name, name).map(([a, b]) => `${a}.${b}`),
  fc.tuple(name, name).map(([a, b]) => `{ ...${a}, b: ${b} }`),
  fc.tuple(name, name).map(([a, b]) => `new ${a}(${b})`),
  fc.tuple(name, name).map(([a, b]) => `${a}(${b}) || 'fixture-four'`),
);

/** A name of a module: from elsewhere, or a value, a function, a class. */
const declaration = (as: string): fc.Arbitrary<string> =>
  fc.oneof(
    fc
      .tuple(name, specifier)
      .map(([from, module]) => `import { ${from} as ${as} } from '${module}'; export { ${as} };`),
    fc.tuple(name, specifier).map(([from, module]) => `export { ${from} as ${as} } from '${module}';`),
    specifier.map((module) => `import ${as} from '${module}'; export { ${as} };`),
    specifier.map((module) => `export * as ${as} from '${module}';`),
    value.map((is) => `export const ${as} = ${is};`),
    value.map((is) => `export function ${as}(a, b) { jwt.sign({}, a); return ${is}; }`),
    value.map(
      (is) =>
        `export class ${as} { constructor(a) { this.a = a; } b = ${is}; m(k) { return jwt.sign({}, this.a + k); } }`,
    ),
  );

const call = fc.oneof(
  fc.constantFrom("jwt.sign({}, config.get('a.b'));", "registerAs('a', () => ({ b: a }));"),
  fc.tuple(name, name).map(([a, b]) => `jwt.sign({}, ${a}.${b});`),
  name.map((a) => `jwt.sign({}, ${a});`),
  fc.tuple(name, value).map(([a, b]) => `jwt.sign({}, ${a}(${b}));`),
);

const moduleText = fc
  .tuple(
    fc.tuple(...['a', 'b', 'c', 'o', 'K'].map((as) => fc.option(declaration(as), { nil: '', freq: 4 }))),
    fc.array(
      fc.oneof(
        specifier.map((module) => `export * from '${module}';`),
        call,
      ),
      { maxLength: 4 },
    ),
    fc.option(
      value.map((is) => `export default ${is};`),
      { nil: '' },
    ),
  )
  .map(([names, more, last]) =>
    ["import jwt from 'jsonwebtoken'; // @nestjs/config", ...names, ...more, last].join('\n'),
  );

describe('trace, through modules that lead to each other', () => {
  const files = ['a.js', 'b.js', 'c.js', 'settings.ts'];
  const scratch = new Scratch();
  // Imports are resolved on the disk; the texts are those of each run.
  beforeAll(() => scratch.write(Object.fromEntries(files.map((file) => [file, '']))));
  afterAll(() => scratch.remove());

  it('ends, and places each value where it stands', () => {
    let found = 0;
    fc.assert(
      fc.property(fc.array(moduleText, { minLength: 4, maxLength: 4 }), (texts) => {
        const overlay = new Map(files.map((file, i) => [file, Buffer.from(texts[i]!)]));
        const project = new Project({
          root: scratch.root,
          isCommitted: () => true,
          overlay,
        });
        for (const file of files) project.load(file);
        const began = performance.now();
        const index = project.index();
        for (const [i, file] of files.entries()) {
          const source = parseJavaScript(texts[i]!, 'ts');
          if (!source) continue;
          const written = literalsIn(new JavaScriptModule(source));
          for (const { value } of index.link(file)?.secrets ?? []) {
            expect(written.make(value), `${JSON.stringify(value)} in ${file}: ${texts[i]}`).toBe(true);
            found++;
          }
        }
        expect(performance.now() - began).toBeLessThan(PATIENCE);
      }),
      { numRuns: 400, seed: SEED },
    );
    expect(found).toBeGreaterThan(100);
  });
});

/* ------------------------------------------------------------------ deep and circular programs */

const IMPORT = "const jwt = require('jsonwebtoken');\n";
const nested = (depth: number, open: string, close: string): string =>
  `${open.repeat(depth)}'fixture-one'${close.repeat(depth)}`;

/** A key inside so many of the same, which the trace can go through. */
const DEEP: readonly [name: string, open: string, close: string][] = [
  ['parentheses', '(', ')'],
  ['conversions', 'String(', ')'],
  ['objects', '({ a: ', ' }).a'],
  ['arrays', '[', '][0]'],
  ['functions', '(() => ', ')()'],
  ['ternaries', '(x ? y : ', ')'],
  ['fallbacks', '(x || ', ')'],
  ['templates', '`${', '}`'],
  ['sums', "('' + ", ')'],
  ['classes', '(class { static a = ', ' }).a'],
  ['instances', 'new (class { a = ', ' })().a'],
  ['assertions', '<any>(', ')'],
  ['schemas', 'z.object({ a: z.string().default(', ') }).parse(process.env).a'],
];

describe('trace, on deep nesting', () => {
  it.each(DEEP)('ends in %s', (_, open, close) => {
    for (const depth of [3, 30, 300, 1200]) {
      const source = parseJavaScript(`${IMPORT}jwt.sign({}, ${nested(depth, open, close)});`, 'ts');
      if (!source) continue;
      const began = performance.now();
      const values = collectJavaScript(source).literals.map(({ value }) => value);
      expect(performance.now() - began).toBeLessThan(PATIENCE);
      expect(values.filter((value) => value !== 'fixture-one')).toEqual([]);
      if (depth === 3 && open !== 'z.object({ a: z.string().default(')
        expect(values).toEqual(['fixture-one']);
    }
  });

  it('goes through parentheses however many there are', () => {
    const chain = `jwt.sign({}, ${'a.'.repeat(500)}b || ${nested(400, '(', ')')});`;
    const source = parseJavaScript(IMPORT + chain, 'js');
    expect(source && collectJavaScript(source).literals.map(({ value }) => value)).toEqual(['fixture-one']);
  });
});

const CIRCLES: readonly [name: string, code: string][] = [
  ['variables', 'let a = b; let b = c; let c = a; jwt.sign({}, a);'],
  ['a function of itself', 'function f(x) { return f(f(x)); } jwt.sign({}, f(f(1)));'],
  ['functions of each other', 'const f = (x) => g(x), g = (x) => f(x); jwt.sign({}, f(g));'],
  ['a parameter of itself', 'function f(k) { jwt.sign({}, k); f(k); } f(f);'],
  ['classes', 'class A extends B {} class B extends A {} jwt.sign({}, new A().k); jwt.sign({}, A.k);'],
  ['a field of itself', 'class A { k = this.k; m() { jwt.sign({}, this.k); } }'],
  ['an instance in itself', 'class A { a = new A(); m() { jwt.sign({}, this.a.a.a.k); } }'],
  ['spreads', 'const a = { ...b }, b = { ...a }; jwt.sign({}, a.k);'],
  ['an object in itself', 'const o = { get o() { return o; } }; jwt.sign({}, o.o.o.o.k);'],
  ['defaults', 'const f = (a = b, b = a) => jwt.sign({}, a); f();'],
  ['patterns', 'const { a = b } = b, { b = a } = a; jwt.sign({}, a);'],
  ['assignments', 'let a, b; a = b; b ||= a; a ??= b; jwt.sign({}, a);'],
  [
    'schemas',
    "import { z } from 'zod'; const s = z.object({ ...s, a: s }); jwt.sign({}, s.parse(process.env).a);",
  ],
  ['names of variables', 'const n = process.env[n]; jwt.sign({}, process.env[n]);'],
  [
    'constructors',
    'class A { constructor(k) { this.k = new A(this.k).k; } m() { jwt.sign({}, this.k); } } new A(new A().k);',
  ],
  ['a parameter that is named like its type', 'const f = (jwt: jwt) => jwt.sign({}, jwt.k);'],
  ['an import of itself', "import { k } from './file.js'; export { k }; jwt.sign({}, k);"],
];

describe('trace, on circles', () => {
  it.each(CIRCLES)('ends in %s', (_, code) => {
    const source = parseJavaScript(IMPORT + code, 'ts');
    expect(source).not.toBeNull();
    const began = performance.now();
    expect(collectJavaScript(source!).literals).toEqual([]);
    expect(performance.now() - began).toBeLessThan(PATIENCE);
  });
});
