import { describe, expect, it } from 'vitest';
import { parseJavaScript } from '../../src/project/parse-javascript.ts';

describe('code that is full of mistakes', () => {
  it.each([
    ['escapes', String.raw`\u0n`, '"'],
    ['declarations', 'const a;', ''],
    ['numbers', '1_;', ''],
    ['texts', String.raw`"\x";`, ''],
    ['functions', 'let [a];', ''],
    ['declarations on lines', 'const a;\n', ''],
    ['texts on lines', `${String.raw`"\x";`.repeat(100)}\n`, ''],
    ['texts on long lines', `${String.raw`"\x";`.repeat(300)}\n`, ''],
  ])('does not keep the parser busy: %s', (_, mistake, quote) => {
    for (const length of [20_000, 100_000, 1_000_000, 4_000_000]) {
      const text = `${quote}${mistake.repeat(length / mistake.length)}${quote}`;
      const began = performance.now();
      expect(parseJavaScript(text, 'js')).toBeNull();
      expect(performance.now() - began).toBeLessThan(10_000);
    }
  });
});

describe('long lines', () => {
  it.each([
    ['data', `export const image = 'data:image/png;base64,${'aB+/'.repeat(50_000)}';`],
    ['minified code', `var a=1;${'function b(c,d){return c(d,[1,2])}'.repeat(400)}`],
    ['many short ones', 'call({ a: [1, 2], b: "c" });\n'.repeat(20_000)],
  ])('of real code are parsed: %s', (_, text) => {
    expect(parseJavaScript(text, 'js')).not.toBeNull();
  });
});
