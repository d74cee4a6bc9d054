import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeOfArguments } from '../../../src/facts/javascript/exposure/code-of-arguments.ts';

describe('the code among the arguments of a call', () => {
  const codeOf = (call: string): string => codeOfArguments(call, call.indexOf('(') + 1);

  it.each([
    ['f(a, b.c); d', 'a, b.c)'],
    ['f(g(a), { b: [c] }); d', 'g(a), { b: [c] })'],
    [`f('a :)', b, "c\\" d"); e`, ' , b,  )'],
    [`f(g('a', 'b'), c["d"]); e`, `g('a',  ), c["d"])`],
    ['f(`a ${b} c`, d); e', ' b}, d)'],
    ['f(`a ${b + `c ${d}`} \\` e`, g); h', ' b +  d}}, g)'],
    [`f(don't, a); b`, `don't, a)`],
    ['f(a, `b', 'a,  b'],
    ['f(a', 'a'],
  ])('%s', (call, expected) => expect(codeOf(call)).toBe(expected));

  it('is bounded', () => expect(codeOf(`f(${'a, '.repeat(5000)})`).length).toBe(1000));

  it('ends, whatever the text', () => {
    const text = fc.string({
      unit: fc.constantFrom('(', ')', '{', '}', '$', '`', '"', "'", '\\', '\n', 'a'),
    });
    fc.assert(
      fc.property(text, (made) => {
        expect(codeOfArguments(made, 0).length).toBeLessThanOrEqual(made.length);
      }),
    );
  });
});
