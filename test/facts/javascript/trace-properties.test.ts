import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collectJavaScript } from '../../../src/facts/javascript/collect.ts';
import { parseJavaScript } from '../../../src/project/parse-javascript.ts';

/** Pieces that programs around a JWT key are made of; put together in any order they may or may not parse. */
const NAMES = ['a', 'b', 'c', 'jwtSecret', 'o'];
const name = fc.constantFrom(...NAMES);
const text = fc.constantFrom("'fixture-one'", "'fixture-two'", '`fixture-three`', "''");

const expression: fc.Arbitrary<string> = fc.letrec<{ expression: string }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    name,
    text,
    name.map((property) => `process.env.${property}`),
    fc
      .tuple(tie('expression'), fc.constantFrom('||', '??', '&&', '+'), tie('expression'))
      .map((parts) => `(${parts.join(' ')})`),
    fc.tuple(name, name).map(([object, property]) => `${object}.${property}`),
    fc
      .tuple(name, tie('expression'))
      .map(([property, value]) => `({ ${property}: ${value}, ...o }).${property}`),
    tie('expression').map((value) => `(() => ${value})()`),
    fc.tuple(name, tie('expression')).map(([callee, argument]) => `${callee}(${argument})`),
    tie('expression').map((value) => `[${value}, ${value}].join('')`),
  ),
})).expression;

const statement: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(name, expression).map(([left, right]) => `var ${left} = ${right};`),
  fc.tuple(name, expression).map(([left, right]) => `${left} = ${right};`),
  fc.tuple(name, name, expression).map(([object, property, right]) => `${object}.${property} = ${right};`),
  fc
    .tuple(name, name, expression)
    .map(
      ([callee, parameter, value]) => `function ${callee}(${parameter} = ${value}) { return ${parameter}; }`,
    ),
  expression.map((key) => `jwt.sign({}, ${key});`),
);

describe('trace, on any program', () => {
  it('ends, and reports no value that does not stand in the source', () => {
    fc.assert(
      fc.property(fc.array(statement, { maxLength: 12 }), (statements) => {
        const code = `const jwt = require('jsonwebtoken');\n${statements.join('\n')}`;
        const source = parseJavaScript(code, 'js');
        if (!source) return;
        const began = performance.now();
        const { literals } = collectJavaScript(source);
        expect(performance.now() - began).toBeLessThan(2000);
        for (const { value, span } of literals) {
          expect(span[0]).toBeGreaterThanOrEqual(0);
          expect(span[1]).toBeLessThanOrEqual(code.length);
          const written = code.slice(...span);
          for (const part of value.match(/fixture-(?:one|two|three)/g) ?? []) {
            expect(code).toContain(part);
          }
          expect(written.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300, seed: 20261124 },
    );
  });

  it('ends on deep nesting', () => {
    const deep = `${'('.repeat(400)}'fixture-one'${')'.repeat(400)}`;
    const chain = `jwt.sign({}, ${'a.'.repeat(500)}b || ${deep});`;
    const source = parseJavaScript(`const jwt = require('jsonwebtoken');\n${chain}`, 'js');
    expect(source && collectJavaScript(source).literals.map(({ value }) => value)).toEqual(['fixture-one']);
  });
});
