import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Braces } from '../../../src/facts/text/braces.ts';
import { mayNameSecret } from '../../../src/facts/text/secret-mentions.ts';

describe('what stands between braces', () => {
  const inside = (text: string): string => {
    const { start, end } = new Braces(text).after(text.indexOf('{'));
    return text.slice(start + 1, end);
  };

  it.each([
    ['a = { b: 1 }; c', ' b: 1 '],
    ['a = { b: { c: 1 }, d: {} }; e', ' b: { c: 1 }, d: {} '],
    ['a = { b: \'x\', c: { d: "y" } }; e', ' b: \'x\', c: { d: "y" } '],
    ['a = { b: `${c}` }; d', ' b: `${c}` '],
    ['a = {\n  b: "it\'s {{c}}",\n}; d', '\n  b: "it\'s {{c}}",\n'],
    ["a = {\n  b: '{', // }\n}; d", "\n  b: '{', // }\n"],
  ])('%s', (text, expected) => expect(inside(text)).toBe(expected));

  it.each([
    ["a = {\n  b: '}',\n  c: 1 };", 'c: 1'],
    ['a = {\n  b: "x }",\n  c: 1 };', 'c: 1'],
    ['a = {\n  // }\n  c: 1 };', 'c: 1'],
    ['a = {\n  /* } */\n  c: 1 };', 'c: 1'],
    ['a = {\n  b: /\\}/,\n  c: 1 };', 'c: 1'],
    ['a = {\n  b: `}`,\n  c: 1 };', 'c: 1'],
    [`a = {\n  ${'b, '.repeat(200)}}\n  c: 1 };`, 'c: 1'],
    ['a = {\n c: 1', 'c: 1'],
  ])('rather too much than too little: %j', (text, expected) => expect(inside(text)).toContain(expected));

  it('ends, whatever the text', () => {
    const text = fc.string({ unit: fc.constantFrom('{', '}', '\n', '"', "'", '`', '/', '\\', 'a') });
    fc.assert(
      fc.property(text, (made) => {
        const { start, end } = new Braces(`{${made}`).after(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(made.length + 1);
      }),
    );
  });
});

describe('a name counts as below another only where it stands there', () => {
  it.each([
    "export const jwt = { issuer: 'a', secret: 'made-up' };",
    "jwt: {\n  options: { a: '}' },\n  secret: 'made-up',\n}",
    "jwt: {\n  /* } */ issuer: 'a', // }\n  secret: 'made-up',\n}",
    "config.jwt = {\n  secret: 'made-up',\n};",
    "config.jwt.secret = 'made-up';",
    "registerAs('jwt', () => ({\n  secret: 'made-up',\n}))",
    "app.set('authentication', {\n  secret: 'made-up',\n})",
    "const jwt: Options = {\n  a: { b: { c: `${x}` } },\n  secret: 'made-up',\n};",
    "secrets: {\n  jwt: 'made-up',\n}",
  ])('%s', (text) => expect(mayNameSecret(text)).toBe(true));

  it.each([
    "const jwt = { issuer: 'a' };\nconst client = {\n  secret: 'made-up',\n};",
    "const client = {\n  secret: 'made-up',\n};\nconst jwt = { issuer: 'a' };",
    "token: { b: { c: 'x' } },\nmfa: { secret: 'made-up' },",
    "payload.token = { a: 'b' };\nmfa.secret = 'made-up';",
  ])('not %s', (text) => expect(mayNameSecret(text)).toBe(false));
});
