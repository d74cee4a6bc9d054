/**
 * Measures the judge: how often generated strong secrets are called weak, how right it is on a labelled file, and the clock.
 *
 *   npm run bench:strength -- [--each N] [--words FILE] [--labels FILE]...
 *
 * `--each`: values of each shape (default 20,000). `--words`: a list for the phrases, one word a line, instead of made-up words.
 * `--labels`: JSON lines, each { "value", "kind", "context"?, "algorithm"?, "projectWords"? }; besides the judge's kinds there are
 * `weak` (known or guessable) and `value` (neither a placeholder nor a reference). No value is ever printed.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { judge, type JudgeOptions, type SecretKind } from '../../src/strength/judge.ts';
import { madeUpWords, phrase, seeded, strongShapes } from '../strength/generate.ts';

const { values: given } = parseArgs({
  options: {
    each: { type: 'string', default: '20000' },
    words: { type: 'string' },
    labels: { type: 'string', multiple: true, default: [] },
  },
});
const each = Number(given.each);
const random = seeded(20_261_124);
const words = given.words
  ? readFileSync(given.words, 'utf8').split(/\s+/).filter(Boolean)
  : madeUpWords(random);

const WEAK: ReadonlySet<SecretKind> = new Set(['placeholder', 'reference', 'known', 'guessable']);
const line = (...cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);
const median = (sorted: readonly number[]): number => sorted[sorted.length >> 1] ?? 0;

/* ------------------------------------------------------------------ strong secrets */

function measure(name: string, values: readonly string[]): number {
  let weak = 0;
  let least = Infinity;
  const times = values.map((value) => {
    const start = performance.now();
    const { kind, bits } = judge(value);
    const took = performance.now() - start;
    if (WEAK.has(kind)) weak++;
    least = Math.min(least, bits);
    return took * 1000;
  });
  times.sort((a, b) => a - b);
  line(
    name,
    values.length,
    weak,
    least.toFixed(0),
    median(times).toFixed(0),
    times[Math.floor(times.length * 0.99)]!.toFixed(0),
  );
  return weak;
}

line('generated secrets', 'values', 'called weak', 'fewest bits', 'median µs', '99 % µs');
line('---', '--:', '--:', '--:', '--:', '--:');
let wrong = 0;
const shapes = Object.entries(strongShapes(words));
for (const [name, make] of shapes)
  wrong += measure(
    name,
    Array.from({ length: each }, () => make(random)),
  );
line(`**${shapes.length} shapes**`, shapes.length * each, wrong, '', '', '');
for (const count of [6, 7]) {
  for (const separator of ['-', ' ', '']) {
    const name = `${count} words joined by "${separator}"`;
    measure(
      name,
      Array.from({ length: each / 2 }, () => phrase(random, words, count, separator)),
    );
  }
}

/* ------------------------------------------------------------------ labelled values */

interface Labelled extends JudgeOptions {
  readonly value: string;
  readonly kind: SecretKind | 'weak' | 'value';
}

const isEmpty = (kind: string): boolean => kind === 'placeholder' || kind === 'reference';

function isRight(judged: SecretKind, label: Labelled['kind']): boolean {
  if (label === 'weak') return judged === 'known' || judged === 'guessable';
  return label === 'value' ? !isEmpty(judged) : judged === label;
}

const percent = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;

for (const file of given.labels) {
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((row) => JSON.parse(row) as Labelled);
  const judged = rows.map(({ value, kind, ...options }) => [kind, judge(value, options).kind] as const);
  console.log(`\n${path.basename(file)}: ${rows.length} values\n`);
  line('label', 'values', 'right');
  line('---', '--:', '--:');
  for (const kind of [...new Set(rows.map((row) => row.kind))]) {
    const own = judged.filter(([label]) => label === kind);
    line(kind, own.length, percent(own.filter(([label, found]) => isRight(found, label)).length, own.length));
  }
  const precision = (name: string, fits: (kind: string) => boolean): void => {
    const taken = judged.filter(([, found]) => fits(found));
    const right = taken.filter(([label]) => fits(label)).length;
    if (taken.length > 0) line(`precision of "${name}"`, taken.length, percent(right, taken.length));
  };
  for (const kind of ['placeholder', 'reference']) precision(kind, (found) => found === kind);
  precision('no value', isEmpty);
}

/* ------------------------------------------------------------------ the clock */

function milliseconds(run: () => unknown, times = 21): number {
  const took = Array.from({ length: times }, () => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return median(took.sort((a, b) => a - b));
}

console.log('');
line('time', 'ms');
line('---', '--:');
const long = strongShapes(words)['base64 64 bytes']!;
const tenThousand = Array.from({ length: 114 }, () => long(random))
  .join('')
  .slice(0, 10_000);
line('10,000 random characters', milliseconds(() => judge(tenThousand)).toFixed(2));
line('10,000 times one character', milliseconds(() => judge('a'.repeat(10_000))).toFixed(2));
line('a million characters', milliseconds(() => judge('0f9a'.repeat(250_000))).toFixed(2));

/** A process of its own each time: what is loaded once is measured cold. */
const COLD = `const start = performance.now(); const { judge } = await import(process.argv[1]); const loaded = performance.now();
judge?.('a first value'); console.log(loaded - start, performance.now() - loaded);`;

function cold(module: string): number[] {
  const output = execFileSync(process.execPath, ['--input-type=module', '-e', COLD, module], {
    encoding: 'utf8',
  });
  return output.trim().split(' ').map(Number);
}

const built = path.resolve(import.meta.dirname, '../../judge.js');
const empty = path.join(path.dirname(built), 'empty.js');
writeFileSync(empty, 'export const judge = null;\n');
// in turns, so that whatever else the machine does falls on both
const runs = Array.from({ length: 21 }, () => [...cold(built), ...cold(empty)]);
const column = (i: number): string => median(runs.map((run) => run[i]!).sort((a, b) => a - b)).toFixed(1);
line('loading the judge, one file', column(0));
line("of it Node's own: loading an empty module", column(2));
line('the first judgement, with all tables', column(1));
