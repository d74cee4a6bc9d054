import { describe, expect, it } from 'vitest';
import { contextAlone, type CodeContext } from '../../src/facts/javascript/code-context.ts';
import { libraries } from '../../src/facts/javascript/libraries/index.ts';
import type { EntryPoint, Library } from '../../src/facts/javascript/libraries/types.ts';
import { mayHoldJavaScriptFacts } from '../../src/facts/javascript/prefilter.ts';
import {
  mayHoldFacts as mayHoldFactsIn,
  mayHoldTokensOrKeys,
  wordsOfFacts,
} from '../../src/facts/prefilter.ts';
import { WordSearch } from '../../src/facts/word-search/word-search.ts';
import { knownLibraries } from '../../src/facts/javascript/libraries/index.ts';
import { classifyName } from '../../src/facts/secret-names.ts';
import {
  JWT_PHRASES,
  JWT_WORDS,
  KEY_ADJECTIVES,
  KEY_NOUNS,
  SECRET_NOUNS,
  TOKEN_WORDS,
} from '../../src/facts/secret-words.ts';
import { mayNameSecret, mayReferToSecret } from '../../src/facts/text/secret-mentions.ts';
import { makeToken } from '../jwt/helpers.ts';

const search = WordSearch.of(wordsOfFacts(knownLibraries))!;

/** Both first looks: the one at a text, and the one at its bytes, which may say yes more often. */
function mayHoldFacts(text: string): boolean {
  const isWorthIt = mayHoldFactsIn(text);
  const isFound = search.mayFind(Buffer.from(text));
  if (isWorthIt) expect(isFound, text).toBe(true);
  return isWorthIt;
}

/** Nothing that a table knows may be lost before it is looked at. */
describe('every name that is one of a JWT secret', () => {
  const qualifiers = ['', ...JWT_WORDS, ...TOKEN_WORDS];
  const adjectives = ['', ...KEY_ADJECTIVES];
  const nouns = [...SECRET_NOUNS, ...KEY_NOUNS];
  const names = qualifiers.flatMap((qualifier) =>
    adjectives.flatMap((adjective) => nouns.map((noun) => [qualifier, adjective, noun].filter(Boolean))),
  );
  const secrets = [...names, ...JWT_PHRASES].filter(
    (words) => classifyName([words.join('_')]) === 'jwt-secret',
  );

  it('there are many', () => expect(secrets.length).toBeGreaterThan(30_000));

  it.each([
    ['snake_case', (words: readonly string[]) => words.join('_')],
    ['UPPER_CASE', (words: readonly string[]) => words.join('_').toUpperCase()],
    ['kebab-case', (words: readonly string[]) => words.join('-')],
    [
      'camelCase',
      (words: readonly string[]) => words.map((word, i) => (i === 0 ? word : capital(word))).join(''),
    ],
  ])('passes, in %s', (_, write) => {
    const lost = secrets.map(write).filter((name) => {
      if (classifyName([name]) !== 'jwt-secret') return false;
      const [code, setting] = [`const x = { '${name}': 'made-up' };`, `${name}=made-up`];
      return !(
        mayHoldFacts(code) &&
        mayNameSecret(code) &&
        mayHoldFacts(setting) &&
        mayReferToSecret(setting)
      );
    });
    expect(lost).toEqual([]);
  });

  it('passes below the name that says so', () => {
    const above = [...JWT_WORDS, ...TOKEN_WORDS, 'json_web_token', 'JsonWebToken'];
    const below = adjectives.flatMap((adjective) =>
      nouns.flatMap((noun) => [[adjective, noun].filter(Boolean).join('_'), `${adjective}2${noun}`]),
    );
    const pairs = above.flatMap((one) => below.map((name) => [one, name] as const));
    const found = pairs.filter((path) => classifyName(path) === 'jwt-secret');
    expect(found.length).toBeGreaterThan(30_000);
    const lost = found.filter(([one, name]) => !mayNameSecret(`const ${one} = { '${name}': 'made-up' };`));
    expect(lost).toEqual([]);
  });
});

function capital(word: string): string {
  return word[0]!.toUpperCase() + word.slice(1);
}

describe('every entry point of every library', () => {
  const rows = libraries.flatMap((library) =>
    library.entries.map((entry) => [`${library.name} ${entry.name}`, library, entry] as const),
  );

  it('there are many', () => expect(rows.length).toBeGreaterThan(120));

  it.each(rows)('%s', (_, library, entry) => {
    const programs = programsOf(library, entry);
    expect(programs.length).toBeGreaterThan(0);
    for (const { text, path } of programs) {
      const context: CodeContext = { ...contextAlone(path), declares: (name) => name === library.name };
      if (path === 'src/a.ts' && text.includes(' from ')) expect(mayHoldFacts(text), text).toBe(true);
      expect(mayHoldJavaScriptFacts(text, context), text).toBe(true);
    }
  });
});

interface Program {
  readonly text: string;
  readonly path: string;
}

/** The least that a program must say to come to an entry point, in each way that the row knows. */
function programsOf(
  library: Library,
  { members = [], receivers = [], scheme, object }: EntryPoint,
): Program[] {
  const modules = library.modules.map((name) => name.replace(/^\*/, './generated'));
  const named = members.flatMap((path) => {
    const first = path.split('.').find((part) => /^\w/.test(part));
    const clause = first === undefined ? 'made' : `{ ${first} as made }`;
    return modules.map((module) => `import ${clause} from '${module}';\nmade(x);`);
  });
  const required = members.flatMap((path) =>
    modules.map(
      (module) => `const { made } = require("${module}");\n// ${path.replaceAll(/[#()]/g, '')}\nmade(x);`,
    ),
  );
  const called = receivers.map((path) => `await app\n  .${path.replaceAll('.', '?.')}(x);`);
  const schemes = scheme
    ? [`app.${scheme.method}(${'x, '.repeat(scheme.argument)}'${scheme.name}', x);`]
    : [];
  const typed = (object?.types ?? []).map(
    (type) => `import type { ${type} } from '${modules[0]}';\nconst x: ${type} = {};`,
  );
  const inCode = [...named, ...required, ...called, ...schemes, ...typed].map((text) => ({
    text,
    path: 'src/a.ts',
  }));
  return object?.files === undefined
    ? inCode
    : [...inCode, { text: 'module.exports = {}', path: pathFor(object.files) }];
}

/** A path that a row's pattern for files accepts. */
function pathFor(pattern: string): string {
  const candidates = ['config/config.default.js', 'config/config.default.ts', 'config/plugins.js', 'config/admin.js', 'config/default.json', 'src/config/config.default.ts']; // prettier-ignore
  return candidates.find((path) => new RegExp(`(?:^|/)${pattern}`, 'i').test(path)) ?? 'no path fits';
}

describe('every token and key', () => {
  it.each([
    ['one line', '{"alg":"HS256"}'],
    ['a space first', '{ "alg":"HS256"}'],
    ['Unix lines', '{\n"alg":"HS256"}'],
    ['Windows lines', '{\r\n"alg":"HS256"}'],
    ['a tab', '{\t"alg":"HS256"}'],
  ])('a header written with %s', (_, header) => {
    const text = Buffer.from(header).toString('base64url');
    expect([mayHoldFacts(text), mayHoldTokensOrKeys(text)]).toEqual([true, true]);
    const twice = Buffer.from(text).toString('base64');
    expect([mayHoldFacts(twice), mayHoldTokensOrKeys(twice)]).toEqual([true, true]);
  });

  it('a token', () => expect(mayHoldTokensOrKeys(makeToken({}, 'made-up'))).toBe(true));

  it.each([
    'RSA PRIVATE KEY',
    'EC PRIVATE KEY',
    'PRIVATE KEY',
    'OPENSSH PRIVATE KEY',
    'ENCRYPTED PRIVATE KEY',
    'PUBLIC KEY',
  ])('armour of %s', (kind) => {
    const armour = `-----BEGIN ${kind}-----`;
    expect([mayHoldFacts(armour), mayHoldTokensOrKeys(armour)]).toEqual([true, true]);
    expect(mayHoldFacts(Buffer.from(armour).toString('base64'))).toBe(true);
  });
});

it.each([
  ['prose', 'The quick brown fox jumps over the lazy dog.'],
  ['code', 'export const add = (a: number, b: number) => a + b;'],
  ['a page', '<button key={id} className="primary">{title}</button>'],
])('%s says nothing', (_, text) => expect(mayHoldFacts(text)).toBe(false));
