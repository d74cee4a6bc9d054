import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import { libraries } from '../../src/facts/javascript/libraries/index.ts';
import type { EntryPoint } from '../../src/facts/javascript/libraries/types.ts';
import { Project } from '../../src/project/project.ts';
import { ROOT } from '../support/fixtures.ts';
import { problemsOf } from '../../src/findings/problems.ts';

/**
 * `fixtures/libraries/<library>/valid` and `…/invalid` show every entry point of the tables in use. A line of `invalid` that a
 * rule reports says so at its end: `// expect: rule, rule`.
 */
const FOLDER = path.join(ROOT, 'fixtures/libraries');

const names = [...new Set(libraries.map(({ name }) => name))];
const folderOf = (name: string): string => path.join(FOLDER, name.replace('/', '+'));

const entriesOf = (name: string): EntryPoint[] =>
  libraries.filter((library) => library.name === name).flatMap((library) => library.entries);

/** There is nothing about these that could be wrong. */
const isHarmless = (entry: EntryPoint): boolean =>
  !entry.key &&
  !entry.algorithms &&
  !entry.unsigned &&
  !entry.lenient &&
  !entry.embedded &&
  entry.operation !== 'decode';

/** There is no right way to call these. */
const isAlwaysWrong = (entry: EntryPoint): boolean => entry.unsigned?.some(({ at }) => at === '') ?? false;

interface Line {
  readonly file: string;
  readonly line: number;
  readonly rules: readonly string[];
}

interface Scanned {
  readonly entries: ReadonlySet<string>;
  readonly found: readonly Line[];
  readonly expected: readonly Line[];
}

function filesIn(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    return statSync(file).isDirectory() ? filesIn(file) : [file];
  });
}

function scan(name: string, kind: 'valid' | 'invalid'): Scanned {
  const home = path.join(folderOf(name), kind);
  const files = filesIn(home).map((file) => path.relative(home, file));
  const overlay = new Map([
    ['package.json', readFileSync(path.join(folderOf(name), 'package.json'))],
    ...files.map((file) => [file, readFileSync(path.join(home, file))] as const),
  ]);
  const project = new Project({ root: path.join(FOLDER, 'none'), isCommitted: () => true, overlay });
  for (const file of overlay.keys()) project.load(file);
  const index = project.index();
  const entries = new Set<string>();
  const found: Line[] = [];
  const expected: Line[] = [];
  for (const file of files.sort()) {
    const linked = index.link(file);
    const text = overlay.get(file)!.toString();
    for (const call of linked?.calls ?? []) if (call.library === name) entries.add(call.entry);
    const byLine = new Map<number, Set<string>>();
    for (const rule of linked ? rules : []) {
      for (const { span } of problemsOf(rule, linked!, {})) {
        const line = text.slice(0, span[0]).split('\n').length;
        byLine.set(line, (byLine.get(line) ?? new Set()).add(rule.id));
      }
    }
    for (const [line, ids] of [...byLine].sort(([a], [b]) => a - b))
      found.push({ file, line, rules: [...ids].sort() });
    for (const [i, written] of text.split('\n').entries()) {
      const marker = /\/\/ expect: (.+)$/.exec(written)?.[1];
      if (marker) expected.push({ file, line: i + 1, rules: marker.split(', ') });
    }
  }
  return { entries, found, expected };
}

it('has a folder for every library that has entry points', () => {
  const missing = names.filter((name) => entriesOf(name).length > 0 && !existsSync(folderOf(name)));
  expect(missing).toEqual([]);
  expect(names.length).toBeGreaterThanOrEqual(32);
});

it('has no folder without a library', () => {
  const unknown = readdirSync(FOLDER).filter((folder) => !names.includes(folder.replace('+', '/')));
  expect(unknown).toEqual([]);
});

describe.each(names.filter((name) => entriesOf(name).length > 0))('%s', (name) => {
  const valid = scan(name, 'valid');

  it('shows every entry point used well', () => {
    const missing = entriesOf(name).filter(
      (entry) => !isAlwaysWrong(entry) && !valid.entries.has(entry.name),
    );
    expect(missing.map((entry) => entry.name)).toEqual([]);
  });

  it('reports nothing where it is used well', () => {
    expect(valid.found).toEqual([]);
  });

  const breakable = entriesOf(name).filter((entry) => !isHarmless(entry));

  if (breakable.length === 0) return;

  it('shows every entry point used badly, and reports just that', () => {
    const invalid = scan(name, 'invalid');
    const missing = breakable.filter((entry) => !invalid.entries.has(entry.name));
    expect(missing.map((entry) => entry.name)).toEqual([]);
    expect(invalid.found).toEqual(invalid.expected);
    expect(invalid.found.length).toBeGreaterThan(0);
  });
});
