import { expect, test } from 'vitest';
import fc from 'fast-check';
import { stringsNearSecrets, writtenStrings } from '../../../src/facts/text/strings.ts';

const all = (text: string) => [...writtenStrings(text).near, ...writtenStrings(text).far];

test.each([
  ['double quotes', 'f("made-up")', 'made-up'],
  ['single quotes', "f('made-up')", 'made-up'],
  ['backticks', 'f(`made-up`)', 'made-up'],
  ['behind an apostrophe', `don't use "made-up" here, it isn't`, 'made-up'],
  ['escaped quotes, as written', String.raw`f("a\"b-made-up")`, String.raw`a\"b-made-up`],
  ['escaped quotes, as read', String.raw`f("a\"b-made-up")`, 'a"b-made-up'],
  ['environment file', 'KEY=made-up', 'made-up'],
  ['with a comment', 'KEY=made-up # why', 'made-up'],
  ['YAML', 'key: made-up', 'made-up'],
  ['XML', '<key>made-up</key>', 'made-up'],
  ['properties with CRLF', 'a.key = made-up\r\nb=1', 'made-up'],
  ['with spaces', 'key: "my made up secret of words"', 'my made up secret of words'],
])('%s', (_, text, value) => expect(all(text)).toContain(value));

test('strings beside words for secrets come first', () => {
  const { near, far } = writtenStrings('const secret = "made-up";\nconst title = "elsewhere";');
  expect([...near]).toContain('made-up');
  expect([...far]).toEqual(['elsewhere']);
});

test.each([
  'import x from "./auth/x"',
  'x = "https://example.org/x"',
  'x = "One two three four"',
  'x = "{}"',
  'x = ""',
])('%s says none', (text) => expect([...writtenStrings(text).far]).toEqual([]));

test('never throws, values are short, and stand in the text unless they have escapes', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.string(), fc.constantFrom('"', "'", '`', '\\', '\n', '=', ': ', 'key'))),
      (parts) => {
        const text = parts.join('');
        for (const value of all(text)) {
          expect(value.length).toBeLessThanOrEqual(256);
          if (!text.includes('\\')) expect(text).toContain(value);
        }
        expect([...stringsNearSecrets(text)].sort()).toEqual([...writtenStrings(text).near].sort());
      },
    ),
  );
});

test('hostile lines take linear time', () => {
  const start = performance.now();
  for (const piece of ['"', '\'"', '"\\', '= ', "a' ", ':', '"a\'b`', '\n"', '<a>', 'x="'])
    for (const line of [piece.repeat(500_000 / piece.length), `${piece.repeat(2000)}\n`.repeat(100)])
      expect(stringsNearSecrets(line)).toEqual(writtenStrings(line).near);
  expect(performance.now() - start).toBeLessThan(5000);
});
