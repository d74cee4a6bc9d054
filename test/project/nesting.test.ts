import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isTooDeep } from '../../src/project/nesting.ts';
import { parseJavaScript } from '../../src/project/parse-javascript.ts';
import { REPO } from '../support/scratch.ts';

/** Ways to nest code; the parser ends the process for each, at some thousands. */
const WAYS: Readonly<Record<string, (deep: number) => string>> = {
  brackets: (deep) => `f(${'('.repeat(deep)}x${')'.repeat(deep)})`,
  blocks: (deep) => `${'{'.repeat(deep)}${'}'.repeat(deep)}`,
  lists: (deep) => `f(${'['.repeat(deep)}`,
  objects: (deep) => 'x={a:'.repeat(deep),
  functions: (deep) => 'function f(){'.repeat(deep),
  classes: (deep) => '(class extends '.repeat(deep),
  namespaces: (deep) => 'namespace a{'.repeat(deep),
  decorators: (deep) => '@a('.repeat(deep),
  templates: (deep) => '`${'.repeat(deep),
  generics: (deep) => `let x: ${'A<'.repeat(deep)}`,
  'generics with commas': (deep) => `let x: ${'A<a,'.repeat(deep)}`,
  elements: (deep) => '<a>'.repeat(deep),
  'elements on lines': (deep) => '<a>\n'.repeat(deep),
  conditions: (deep) => `x = ${'c ? '.repeat(deep)}a${' : b'.repeat(deep)}`,
  'conditional types': (deep) => `type A = ${'a extends b ? c : '.repeat(deep)}d`,
  arrows: (deep) => `f(${'x=>'.repeat(deep)}x)`,
  assignments: (deep) => `${'a='.repeat(deep)}a`,
  'if in if': (deep) => `${'if(a)'.repeat(deep)};`,
  'if in if on lines': (deep) => `${'if(a)\n'.repeat(deep)};`,
  'else if': (deep) => `${'if(a);else '.repeat(deep)};`,
  'else if in blocks': (deep) => `${'if(a){}else '.repeat(deep)};`,
  labels: (deep) => `${'a:'.repeat(deep)};`,
  'arrows on lines': (deep) => `f(${'x=>\n'.repeat(deep)}x)`,
  new: (deep) => `${'new '.repeat(deep)}x`,
  'new on lines': (deep) => `${'new\n'.repeat(deep)}x`,
  not: (deep) => `f(${'!'.repeat(deep * 5)}x)`,
  typeof: (deep) => `${'typeof '.repeat(deep * 5)}x`,
  powers: (deep) => `${'a**'.repeat(deep * 5)}a`,
  assertions: (deep) => `${'<any>'.repeat(deep * 5)}a`,
  sums: (deep) => `${'a+'.repeat(deep * 5)}a`,
  'alternatives of values': (deep) => `${'a||'.repeat(deep * 5)}a`,
  'hidden by comments': (deep) => `${'(/*)*/'.repeat(deep)}`,
  'hidden by texts': (deep) => `${'f(")",'.repeat(deep)}`,
};

const ways = Object.entries(WAYS);

describe('code that is nested too deeply', () => {
  it.each(ways)('is not parsed: %s', (_, write) => {
    const text = write(20_000);
    const began = performance.now();
    expect(isTooDeep(text)).toBe(true);
    expect(performance.now() - began).toBeLessThan(2000);
    expect(parseJavaScript(text, 'tsx')).toBeNull();
  });

  // Threads have half the room of the process itself.
  it.each(ways)('leaves room in a thread: %s', (_, write) => {
    let deep = 16;
    while (!isTooDeep(write(deep + deep / 16))) deep += Math.ceil(deep / 16);
    const parse = `require(${JSON.stringify(path.join(REPO, 'node_modules/oxc-parser'))}).parseSync('a.tsx', require('worker_threads').workerData, { astType: 'ts' }).program`;
    const script = `new (require('worker_threads').Worker)(${JSON.stringify(parse)}, { eval: true, workerData: require('fs').readFileSync(0, 'utf8') })`;
    const { status, signal } = spawnSync(process.execPath, ['-e', script], { cwd: REPO, input: write(Math.floor(deep * 1.4)) });
    expect([status, signal]).toEqual([0, null]);
  }); // prettier-ignore
});

describe('real code', () => {
  const sources = (folder: string): string[] =>
    readdirSync(folder, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.[cm]?[jt]s$/.test(entry.name))
      .map((entry) => path.join(entry.parentPath, entry.name));

  it('is parsed: ours, and that of the parser of TypeScript', () => {
    const files = [...sources(path.join(REPO, 'src')), ...sources(path.join(REPO, 'test'))];
    const large = path.join(REPO, 'node_modules/typescript/lib/_tsc.js');
    expect(files.length).toBeGreaterThan(250);
    expect([...files, large].filter((file) => isTooDeep(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it.each([
    ['a long list', `x = [${'{ a: 1, b: [2] },\n'.repeat(5000)}]`],
    ['many statements without semicolons', "a = b('x')\n".repeat(5000)],
    ['an interface without semicolons', `interface A {\n${'  a: Promise<string>\n'.repeat(5000)}}`],
    ['many elements', `x = <>${'<a b={c}>d</a>\n<e />\n'.repeat(5000)}</>`],
    ['a long sum of texts', `x = ${"'made-up' +\n".repeat(5000)}'x'`],
    ['a long chain of calls', `x${'\n  .a(b => c)'.repeat(5000)}`],
    ['a list of cases', `switch (a) {${'case 1: return b;\n'.repeat(5000)}}`],
    ['an encoded text', `x = '${'aB+/=='.repeat(50_000)}'`],
    ['smileys', '// :-( and :-(\nf();\n'.repeat(200)],
  ])('%s', (_, text) => {
    expect(isTooDeep(text)).toBe(false);
  });
});
