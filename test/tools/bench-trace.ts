import tsParser from '@typescript-eslint/parser';
import { Linter } from 'eslint';
import { expect, test } from 'vitest';
import plugin from '../../src/index.ts';
import { Scratch } from '../support/scratch.ts';

/**
 * `npm run bench:trace`: what the plugin's rules add to the time that ESLint takes for a file whose key comes from three modules away,
 * in a project of some hundred files: at first, when it is linted again, and again after the files had to be looked at anew.
 */
const ROUNDS = 200;
const FILES = 300;

const TOKEN = `import jwt from 'jsonwebtoken';
import { phrase } from './one.js';

export const issue = (user) => jwt.sign({ sub: user.id }, phrase, { algorithm: 'HS256', expiresIn: '15m' });
`;

const project = {
  'package.json': '{ "name": "bench", "type": "module", "dependencies": { "jsonwebtoken": "^9.0.2" } }',
  'src/token.js': TOKEN,
  'src/one.js': "export { phrase } from './two.js';\n",
  'src/two.js': "import { settings } from './three.js';\n\nexport const { phrase } = settings;\n",
  'src/three.js':
    "export const settings = { phrase: process.env.PHRASE ?? 'fixture:Kq2Zr9Wt4Lx8Vd3NmU7pYs6BhC1gQe5R' };\n",
  ...Object.fromEntries(
    Array.from({ length: FILES }, (_, i) => [
      `src/routes/route${i}.js`,
      `import { issue } from '../token.js';\n\nexport const route${i} = (request) => issue(request.user);\n`,
    ]),
  ),
};

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;
const shown = (time: number): string => `${time.toFixed(2)} ms`;

test('a file whose key comes from three modules away', () => {
  const scratch = new Scratch();
  scratch.write(project);
  const linter = new Linter({ cwd: scratch.root });
  const lint = (rules: Linter.Config['rules'] & object, typed: number): number => {
    const began = performance.now();
    linter.verify(
      `${TOKEN}// ${typed}\n`,
      {
        files: ['**/*.js'],
        plugins: { 'jwt-secrets': plugin as never },
        languageOptions: { parser: tsParser as never },
        rules,
      },
      scratch.path('src/token.js'),
    );
    return performance.now() - began;
  };
  const every = plugin.configs.strict.rules ?? {};
  for (let i = 0; i < 20; i++) lint({}, i);
  const first = lint(every, 0);
  const without = median(Array.from({ length: ROUNDS }, (_, i) => lint({}, i)));
  const again = median(Array.from({ length: ROUNDS }, (_, i) => lint(every, i)));
  const clock = Date.now;
  let ahead = 0;
  Date.now = () => clock() + ahead;
  const anew = median(
    Array.from({ length: 30 }, (_, i) => {
      ahead += 10_000;
      return lint(every, i);
    }),
  );
  Date.now = clock;
  scratch.remove();
  console.log(`ESLint and its parser alone: ${shown(without)}`);
  console.log(`every rule, the first time:  + ${shown(first - without)}, ${FILES} files read`);
  console.log(`every rule, again:           + ${shown(again - without)}`);
  console.log(`every rule, files asked:     + ${shown(anew - without)}`);
  expect(again - without).toBeGreaterThan(0);
});
