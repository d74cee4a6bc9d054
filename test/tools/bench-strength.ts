/**
 * Measures the judge on a large number of generated secrets and on the clock.
 * Compile with tsc (or run on a Node that strips types): bench-strength.ts [secrets] [word list file]
 */
import { readFileSync } from 'node:fs';

import { judge } from '../../src/strength/judge.ts';
import { madeUpWords, phrase, seeded, strongShapes } from '../strength/generate.ts';

const total = Number(process.argv[2] ?? 400_000);
const random = seeded(20261124);
const words = process.argv[3]
  ? readFileSync(process.argv[3], 'utf8').split(/\s+/).filter(Boolean)
  : madeUpWords(random);

const started = performance.now();
const first = judge('a first value, to load the tables');
console.log(`first value ${(performance.now() - started).toFixed(1)} ms (${first.kind})`);

const shapes = Object.entries(strongShapes(words));
let wrong = 0;
for (const [name, make] of shapes) {
  const values = Array.from({ length: Math.ceil(total / shapes.length) }, () => make(random));
  const times: number[] = [];
  let shapeWrong = 0;
  let least = Infinity;
  for (const value of values) {
    const start = performance.now();
    const { kind, bits, reason } = judge(value);
    times.push(performance.now() - start);
    least = Math.min(least, bits);
    if (kind === 'strong' || kind === 'short') continue;
    if (shapeWrong++ < 5) console.log(`  ${kind} ${bits.toFixed(0)} ${value} ${reason}`);
  }
  wrong += shapeWrong;
  times.sort((a, b) => a - b);
  const median = (1000 * times[times.length >> 1]!).toFixed(0);
  console.log(
    `${name}: ${values.length} values, ${shapeWrong} called weak, least ${least.toFixed(0)} bits, median ${median} µs`,
  );
}
console.log(`${wrong} wrong of ${total}`);

for (const count of [6, 7]) {
  for (const separator of ['-', ' ', '']) {
    const weak: string[] = [];
    for (let i = 0; i < 10_000; i++) {
      const value = phrase(random, words, count, separator);
      const { kind } = judge(value);
      if (kind !== 'strong' && kind !== 'short') weak.push(value);
    }
    console.log(
      `${count} words joined by '${separator}': ${weak.length} of 10000 called weak; ${weak.slice(0, 3).join(' | ')}`,
    );
  }
}
