import { expect, test } from 'vitest';
import { collectFacts } from '../../../src/facts/collect.ts';
import { mayHoldSplitTokens } from '../../../src/facts/javascript/split-tokens.ts';
import { parseJavaScript } from '../../../src/project/parse-javascript.ts';
import { makeToken } from '../../jwt/helpers.ts';

const token = makeToken({ sub: 'someone' });
const [header = '', payload = '', signature = ''] = token.split('.');
const tokens = (code: string) => collectFacts('a.ts', code, parseJavaScript).facts.tokens;

test.each([
  ['sum', `f('${header}.' + '${payload}.' + '${signature}')`],
  ['sum of constants', `const a = '${header}';\nconst b = '${payload}';\nf(a + '.' + b + '.' + '${signature}')`],
  ['sum behind Bearer', `const a = '${header}.';\nf('Bearer ' + a + '${payload}.${signature}')`],
  ['template', `const s = '${signature}';\nf(\`${header}.${payload}.\${s}\`)`],
  ['template of three', `const [a] = x;\nconst h = '${header}';\nconst p = '${payload}';\nconst s = '${signature}';\nf(\`Bearer \${h}.\${p}.\${s}\`)`],
  ['joined list', `f(['${header}', '${payload}', '${signature}'].join('.'))`],
  ['list joined by nothing', `f(['${header}.', '${payload}.', '${signature}'].join(''))`],
  ['list of lines', `f([\n  '${token.slice(0, 40)}',\n  '${token.slice(40)}',\n].join(""))`],
  ['type assertion', `f(['${header}', '${payload}', '${signature}' as string].join('.'))`],
])('%s', (_, code) => expect(tokens(code).map((fact) => fact.token)).toEqual([token])); // prettier-ignore

test('the whole expression is the place', () => {
  const code = `const t = ['${header}', '${payload}', '${signature}'].join('.');`;
  expect(code.slice(...tokens(code)[0]!.span)).toBe(code.slice(10, -1));
});

test('a token that stands there is reported there, and once', () => {
  const code = `const t = '${token}';\nf(\`Bearer \${t}\`);\ng('Bearer ' + t);\nh([t, 'x'].join('.'));`;
  expect(tokens(code).map(({ span }) => code.slice(...span))).toEqual([token]);
});

test('parts that are used twice are one token', () => {
  const code = `const h = '${header}';\nf(h + '.${payload}.${signature}');\ng(h + '.${payload}.${signature}');`;
  expect(tokens(code)).toHaveLength(1);
});

test.each([
  ['a variable that may change', `let h = '${header}';\nf(h + '.${payload}.${signature}')`],
  ['an unknown part', `f('${header}.' + claims + '.${signature}')`],
  ['another separator', `f(['${header}', '${payload}', '${signature}'].join(' '))`],
  ['no separator', `f(['${header}', '${payload}', '${signature}'].join())`],
  ['a hole', `f(['${header}', , '${payload}', '${signature}'].join('.'))`],
  ['a subtraction', `f('${header}.' - '${payload}.' - '${signature}')`],
])('%s: none', (_, code) => expect(tokens(code)).toEqual([]));

test('files without the head of a token need not be parsed', () => {
  expect(mayHoldSplitTokens(`const a = '${header}';`)).toBe(true);
  expect(mayHoldSplitTokens(`f(\`${header}.\${p}\`)`)).toBe(true);
  expect(mayHoldSplitTokens(`const a = '${token}';`)).toBe(false);
  expect(mayHoldSplitTokens(`const a = '${Buffer.from('{"version":3}').toString('base64')}';`)).toBe(false);
  expect(mayHoldSplitTokens("const a = 'eyJ';")).toBe(false);
});

test('hostile code takes linear time', () => {
  const start = performance.now();
  for (const piece of ['eyJ', 'eyJhbGciOi', `${header}.`, `'${header}'`, `\`${header}.\${`, `${header}\``])
    mayHoldSplitTokens(piece.repeat(200_000));
  tokens(`f(${`'${header}.' + `.repeat(2000)}'x')`);
  expect(performance.now() - start).toBeLessThan(10_000);
});
