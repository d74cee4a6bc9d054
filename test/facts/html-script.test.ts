import { expect, test } from 'vitest';
import fc from 'fast-check';
import { extractScripts, scriptLanguage } from '../../src/facts/html-script.ts';

const code = (path: string, text: string) => extractScripts(path, text)?.trim().replace(/\s+/g, ' ') ?? null;

test.each([
  ['a.vue', '<template><p>x</p></template>\n<script>const a = 1</script>', 'const a = 1'],
  ['a.vue', '<script setup lang="ts">\nlet a\n</script>\r\n<script>let b</script>', 'let a let b'],
  ['a.svelte', '<script context="module" data-x="a > b">let a</script><p>{a}</p>', 'let a'],
  ['a.vue', '<!-- <script>old()</script> --><script>now()</script>', 'now()'],
  [
    'a.vue',
    '<!-- a --><script>let s = "<!--"</script><!-- b --><script>let b</script>',
    'let s = "<!--" let b',
  ],
  ['a.vue', '<script type="application/json">{}</script><script>x</script>', 'x'],
  ['a.vue', '<script src="./a.js" /><script>x</script>', 'x'],
  ['a.vue', '<script>open()', 'open()'],
  ['a.astro', '---\nconst a = 1\n---\n<p>x</p><script>let b</script>', 'const a = 1 let b'],
  ['a.astro', '<p>no frontmatter</p>', null],
  ['a.vue', '<scripts>no</scripts>', null],
  ['a.html', '<script>x</script>', null],
])('%s: %j', (path, text, expected) => {
  expect(code(path, text)).toBe(expected);
});

test.each([
  ['<script>', 'js'],
  ['<script lang="ts">', 'ts'],
  ["<script setup lang='tsx'>", 'tsx'],
  ['<script lang=jsx>', 'jsx'],
  ['<script>a</script><script lang="ts" setup>', 'ts'],
])('language of %s', (text, language) => expect(scriptLanguage('a.vue', text)).toBe(language));

test('Astro is TypeScript', () => expect(scriptLanguage('a.astro', '')).toBe('ts'));

test('the same length, the same lines, the same code at the same place', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '<script>',
      '</script>',
      '<!--',
      '-->',
      '---',
      '\n',
      '\r\n',
      '<script lang="ts">',
      'let a',
      '"',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece), fc.constantFrom('a.vue', 'a.astro', 'a.svelte'), (pieces, path) => {
      const text = pieces.join('');
      const scripts = extractScripts(path, text) ?? text;
      expect(scripts).toHaveLength(text.length);
      for (let i = 0; i < text.length; i++) expect([' ', text[i]]).toContain(scripts[i]);
      expect(scripts.split('\n')).toHaveLength(text.split('\n').length);
    }),
  );
});

test('hostile text takes linear time', () => {
  const start = performance.now();
  for (const piece of ['<script>', '<script ', '<!--<script>', '<!--', '-->'])
    extractScripts('a.vue', piece.repeat(50_000));
  expect(performance.now() - start).toBeLessThan(5000);
});
