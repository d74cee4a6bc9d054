import { parseSync, Visitor } from 'oxc-parser';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPO } from './support/scratch.ts';

/**
 * Besides the linter (`regexp/no-super-linear-*` in eslint.config.js): every expression of ours on texts that were made to
 * keep it busy. What takes quadratic time needs minutes for all of these, and seconds for one.
 */
const LENGTH = 100_000;
const LONGEST_MS = 400;

interface Expression {
  readonly file: string;
  readonly expression: RegExp;
}

function expressionsOf(file: string): Expression[] {
  const found: Expression[] = [];
  const add = (pattern: string, flags: string): void =>
    void found.push({ file: path.relative(REPO, file), expression: new RegExp(pattern, flags) });
  new Visitor({
    Literal(node) {
      if ('regex' in node && node.regex) add(node.regex.pattern, node.regex.flags);
    },
  }).visit(parseSync(file, readFileSync(file, 'utf8')).program);
  return found;
}

const files = ['src', 'rules'].flatMap((folder) =>
  readdirSync(path.join(REPO, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name)),
);
const expressions = files.flatMap(expressionsOf);

/** Pieces that the expression speaks of, and some that many do. */
function piecesOf({ source }: RegExp): string[] {
  const own = source.split(/[\\^$.*+?()[\]{}|]/).filter((piece) => piece !== '' && piece.length < 30);
  return [...new Set([...own, ...own.map((piece) => piece[0]!), ' ', 'a', '0', '"', '\n', '=', '-', '_', '.', '/', '<', '(', '[', '\\', ':'])]; // prettier-ignore
}

function timeOf(expression: RegExp, text: string): number {
  expression.lastIndex = 0;
  const began = performance.now();
  expression.test(text);
  return performance.now() - began;
}

function slowest({ expression }: Expression): { ms: number; text: string } {
  let worst = { ms: 0, text: '' };
  const pieces = piecesOf(expression);
  const pairs = pieces.map((piece, i) => piece + pieces[(i * 7 + 3) % pieces.length]!);
  for (const pump of [...pieces, ...pairs]) {
    const body = pump.repeat(Math.ceil(LENGTH / pump.length));
    for (const text of [body, `${pieces[0]!}${body}\u0001`]) {
      // Whoever else works on this machine is no fault of the expression's.
      let ms = timeOf(expression, text);
      for (let again = 0; again < 2 && ms > LONGEST_MS; again++) ms = Math.min(ms, timeOf(expression, text));
      if (ms > worst.ms) worst = { ms, text: JSON.stringify(pump) };
    }
  }
  return worst;
}

describe('regular expressions', () => {
  it('are found', () => {
    expect(expressions.length).toBeGreaterThan(400);
  });

  it('take no more than linear time, more or less', () => {
    const slow = expressions
      .map((one) => ({ one, worst: slowest(one) }))
      .filter(({ worst }) => worst.ms > LONGEST_MS)
      .map(
        ({ one, worst }) => `${one.file}: /${one.expression.source}/ took ${worst.ms} ms on ${worst.text}…`,
      );
    expect(slow).toEqual([]);
  });
});
