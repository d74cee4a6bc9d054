import path from 'node:path';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { libraries } from '../../src/facts/javascript/libraries/index.ts';
import type { EntryPoint, Grade, Library } from '../../src/facts/javascript/libraries/types.ts';
import type { KeyKind } from '../../src/facts/model.ts';
import { problemsOf } from '../../src/findings/problems.ts';
import type { Rule } from '../../src/findings/rule.ts';
import { Project } from '../../src/project/project.ts';
import requireAlgorithms from '../../rules/require-algorithms.ts';
import noAlgorithmConfusion from '../../rules/no-algorithm-confusion.ts';

/*
 * For every row of the tables that grades a missing pin or a mixed list, a call is made from the table itself and judged with a
 * version on either side of each boundary, for each kind of key. What comes out must be what the table says.
 */

const PEM = '-----BEGIN PUBLIC KEY-----\\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\\n-----END PUBLIC KEY-----';

/** Code that gives a key of a kind, and whether it may be missing at run time. */
// prettier-ignore
const KEYS: readonly (readonly [kind: KeyKind, code: string, isUnset: boolean])[] = [
  ['secret', "'fixture-secret'", false],
  ['secret', 'process.env.JWT_SECRET', true],
  ['public-key', `'${PEM}'`, false],
  ['padded-public-key', `'\\n${PEM}'`, false],
  ['public-key-bytes', `new TextEncoder().encode('${PEM}')`, false],
  ['certificate', `'${PEM.replaceAll('PUBLIC KEY', 'CERTIFICATE')}'`, false],
  ['key-object', 'createPublicKey(pem)', false],
  ['bound-key', "importSPKI(pem, 'RS256')", false],
  ['jwk-text', 'JSON.stringify(publicJwk)', false],
  ['key-set', 'createRemoteJWKSet(url)', false],
  ['key-set', 'passportJwtSecret({ jwksUri })', true],
  ['resolver', '(header, done) => done(null, keys[header.kid].pem)', false],
  ['resolver', '(header, done) => done(null, keys[header.kid]?.pem)', true],
  ['falsy', 'null', false],
];

const HEAD = `import { createPublicKey } from 'node:crypto';
import { createRemoteJWKSet, importSPKI } from 'jose';
import { passportJwtSecret } from 'jwks-rsa';
`;

interface Row {
  readonly library: Library;
  readonly entry: EntryPoint;
  readonly grades: readonly Grade[];
}

const rowsOf = (which: 'unpinned' | 'mixed'): Row[] =>
  libraries.flatMap((library) =>
    library.entries.flatMap((entry) => {
      const grades = entry.algorithms?.[which];
      const isJudged = entry.operation === 'verify' || entry.key !== undefined;
      return grades && isJudged && !entry.inherits ? [{ library, entry, grades }] : [];
    }),
  );

/** Versions just below and at each boundary of a row, and one far above. */
function versionsOf(grades: readonly Grade[]): string[] {
  const boundaries = grades.flatMap(({ since, before }) => [since ?? [], before ?? []].flat());
  return [...new Set([...boundaries.flatMap((version) => [below(version), version]), '99.0.0'])];
}

function below(version: string): string {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  if (patch > 0) return `${major}.${minor}.${patch - 1}`;
  return minor > 0 ? `${major}.${minor - 1}.999` : `${Math.max(0, major - 1)}.999.999`;
}

const order = (a: string, b: string): number => a.localeCompare(b, 'en', { numeric: true });

/** The table read as its comments say: the first row that fits. */
function expected(grades: readonly Grade[], version: string, kind: KeyKind, isUnset: boolean): string {
  const row = grades.find(
    ({ since, before, keys, whenUnset }) =>
      (since === undefined || order(version, since) >= 0) &&
      (before === undefined || order(version, before) < 0) &&
      (keys === undefined || keys.includes(kind)) &&
      (!whenUnset || isUnset),
  );
  return row?.severity ?? 'none';
}

/* ------------------------------------------------------------------ code from a table */

/** Options by path: `{ '0.secret': 'key' }` becomes `{ secret: key }` as first argument. */
function argumentsOf(values: Readonly<Record<string, string>>): string {
  const tree: Record<string, unknown> = {};
  for (const [place, code] of Object.entries(values)) {
    const steps = place.split('.');
    let node = tree;
    for (const step of steps.slice(0, -1)) node = (node[step] ??= {}) as Record<string, unknown>;
    node[steps.at(-1)!] = code;
  }
  const last = Math.max(-1, ...Object.keys(tree).map(Number));
  return Array.from({ length: last + 1 }, (_, i) => written(tree[i] ?? 'given')).join(', ');
}

function written(node: unknown): string {
  if (typeof node === 'string') return node;
  const pairs = Object.entries(node as Record<string, unknown>).map(
    ([key, value]) => `${key}: ${written(value)}`,
  );
  return `{ ${pairs.join(', ')} }`;
}

function callOf({ library, entry }: Row, values: Readonly<Record<string, string>>): string {
  const [module] = library.modules;
  const members = entry.members?.at(-1) ?? '';
  const way = members
    .split('.')
    .filter((step) => step !== '')
    .reduce(
      (code, step) => (step === '#' ? `new (${code})()` : step === '()' ? `${code}()` : `${code}.${step}`),
      'lib',
    );
  const given = argumentsOf(values);
  const head = `${HEAD}import * as lib from '${module}';\n`;
  if (entry.invoked === 'new') return `${head}new ${way}(${given});`;
  if (entry.invoked === 'plugin') return `${head}app.register(lib, ${given.replace(/^given, /, '')});`;
  if (entry.invoked === 'scheme')
    return `${head}server.${entry.scheme!.method}(given, '${entry.scheme!.name}', ${given.replace(/^given, given, /, '')});`;
  if (entry.invoked === 'object') return `${head}const options: lib.${entry.object?.types?.[0]} = ${given};`;
  if (entry.factory) return `${head}${way}({ useFactory: () => (${given}) });`;
  return `${head}${way}(${given});`;
}

function lockOf({ library, entry }: Row, version: string): string {
  const engine = entry.algorithms?.engine ?? library.name;
  const packages: Record<string, object> = { [`node_modules/${library.name}`]: { version: '1.0.0' } };
  packages[`node_modules/${engine}`] = { version };
  return JSON.stringify({ lockfileVersion: 3, packages });
}

function severities(row: Row, rule: Rule, code: string, version: string): string[] {
  const files: Record<string, string> = { 'src/auth.ts': code, 'package-lock.json': lockOf(row, version) };
  const overlay = new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));
  const root = path.join(tmpdir(), 'jwt-secrets-no-such-folder');
  const project = new Project({ root, isCommitted: () => true, overlay });
  project.load('src/auth.ts');
  const linked = project.index().link('src/auth.ts');
  if (!linked?.calls.some(({ entry }) => entry === row.entry.name)) throw new Error(`no call in ${code}`);
  const problems = problemsOf(rule, linked, {});
  return problems
    .filter(({ messageId }) => messageId === 'missing' || messageId === 'mixed')
    .map(({ severity }) => severity);
}

const label = ({ library, entry }: Row): string => `${library.modules[0]} ${entry.name}`;

describe.each(
  rowsOf('unpinned')
    .filter(({ entry }) => !entry.object?.files)
    .map((row) => [label(row), row] as const),
)('a missing pin of %s', (_, row) => {
  const keyPath = row.entry.key?.find((place) => !place.endsWith('.key')) ?? row.entry.key?.[0];
  const keys = keyPath === undefined ? [KEYS[0]!] : KEYS;

  it.each(versionsOf(row.grades))('has the grades of the table in %s', (version) => {
    for (const [kind, key, isUnset] of keys) {
      // An options object is no place for a function or null.
      const code = callOf(row, keyPath === undefined ? { '0': '{}' } : { [keyPath]: key });
      const wanted =
        keyPath === undefined
          ? expected(row.grades, version, 'unknown', false)
          : expected(row.grades, version, kind, isUnset);
      expect(severities(row, requireAlgorithms, code, version), `${kind} ${version}\n${code}`).toEqual(
        wanted === 'none' ? [] : [wanted],
      );
    }
  });
});

describe.each(
  rowsOf('mixed')
    .filter(({ entry }) => !entry.object?.files && entry.algorithms?.honoured)
    .map((row) => [label(row), row] as const),
)('a mixed list of %s', (_, row) => {
  it.each(versionsOf(row.grades))('has the grades of the table in %s', (version) => {
    const code = callOf(row, { [row.entry.algorithms!.honoured![0]!]: "['RS256', 'HS256']" });
    expect(severities(row, noAlgorithmConfusion, code, version), code).toEqual([
      expected(row.grades, version, 'unknown', false),
    ]);
  });
});
