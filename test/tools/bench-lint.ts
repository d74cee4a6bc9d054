/**
 * `TREES=/path/one:/path/two npm run bench:lint`: what all rules together cost ESLint per file, in one run over a tree, and for files
 * with JWT calls that are linted again and again, as in an editor. Times are those that ESLint itself takes (`stats`).
 */
import tsParser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { knownLibraries } from '../../src/facts/javascript/libraries/index.ts';
import { mayHoldFacts } from '../../src/facts/prefilter.ts';

const trees = (process.env['TREES'] ?? '').split(':').filter(Boolean);
/** The built plugin, as it is published. */
const main = path.resolve(import.meta.dirname, '../../dist/index.js');
const WARM_UP = 15;
const ROUNDS = 35;

type Kind = 'no JWT word' | 'JWT words' | 'JWT calls';

function kindOf(text: string): Kind {
  if (knownLibraries.isCalledIn(text)) return 'JWT calls';
  return mayHoldFacts(text) ? 'JWT words' : 'no JWT word';
}

/** Milliseconds of all rules. */
function costOf({ stats }: ESLint.LintResult): number {
  const passes = stats?.times.passes ?? [];
  return passes.flatMap((pass) => Object.values(pass.rules ?? {})).reduce((sum, rule) => sum + rule.total, 0);
}

const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? Number.NaN;

function line(what: string, costs: readonly number[]): string {
  const mean = costs.reduce((sum, cost) => sum + cost, 0) / costs.length;
  const shown = [quantile(costs, 0.5), quantile(costs, 0.9), mean].map((cost) => cost.toFixed(3));
  return `| ${what} | ${costs.length} | ${shown.join(' | ')} |`;
}

async function eslintIn(cwd: string): Promise<ESLint> {
  const { default: plugin } = (await import(main)) as { default: { rules: Record<string, unknown> } };
  const rules = Object.fromEntries(Object.keys(plugin.rules).map((id) => [`jwt-secrets/${id}`, 'warn']));
  return new ESLint({
    cwd,
    overrideConfigFile: true,
    stats: true,
    overrideConfig: [
      {
        files: ['**/*.{js,cjs,mjs,ts,cts,mts,jsx,tsx}'],
        plugins: { 'jwt-secrets': plugin as never },
        rules: rules as never,
        languageOptions: {
          parser: tsParser as never,
          parserOptions: { ecmaFeatures: { jsx: true } },
        },
      },
    ],
  });
}

test.each(trees)('%s', async (tree) => {
  const eslint = await eslintIn(tree);
  const results = await eslint.lintFiles(['.']);
  const cold = new Map<Kind, number[]>([
    ['no JWT word', []],
    ['JWT words', []],
    ['JWT calls', []],
  ]);
  const calling: string[] = [];
  for (const result of results) {
    const text = readFileSync(result.filePath, 'utf8');
    const kind = kindOf(text);
    cold.get(kind)!.push(costOf(result));
    if (kind === 'JWT calls' && !result.fatalErrorCount) calling.push(result.filePath);
  }
  const warm = [];
  for (const filePath of calling) warm.push(await warmCost(eslint, filePath));
  const rows = [...cold].map(([kind, costs]) => line(`one run, ${kind}`, costs));
  console.log(
    [
      `\n${path.basename(tree)}, all rules together, ms`,
      '| files | number | median | 90 % | mean |',
      '| --- | --: | --: | --: | --: |',
      ...rows,
      line('again and again, JWT calls', warm),
    ].join('\n'),
  );
});

/** The median of a file that is typed in. */
async function warmCost(eslint: ESLint, filePath: string): Promise<number> {
  const text = readFileSync(filePath, 'utf8');
  const costs = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const [result] = await eslint.lintText(text + '\n'.repeat(round), { filePath });
    if (round >= WARM_UP) costs.push(costOf(result!));
  }
  return quantile(costs, 0.5);
}

test('trees are given', () => expect(trees.length, 'TREES=/path npm run bench:lint').toBeGreaterThan(0));
