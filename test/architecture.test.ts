import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rulesIndex } from './support/rules-index.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

/** Who may import whom: the design's section 3. Types may come from anywhere below in the flow. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'src/strength': [],
  'src/wasm': [],
  'src/jwt': ['src/wasm'],
  'src/facts': ['src/jwt', 'src/strength', 'src/wasm'],
  'src/project': ['src/facts', 'src/jwt', 'src/strength'],
  'src/findings': ['src/facts'],
  rules: ['src/strength', 'src/jwt', 'src/findings'],
  'src/eslint': [
    'rules',
    'src/facts',
    'src/project',
    'src/findings',
    'src/jwt',
    'src/strength',
    'src/version.ts',
  ],
  'src/scanner': [
    'rules',
    'src/facts',
    'src/project',
    'src/findings',
    'src/jwt',
    'src/strength',
    'src/version.ts',
  ],
  'src/reports': ['src/findings'],
  'src/cli': ['rules', 'src/scanner', 'src/reports', 'src/findings', 'src/jwt', 'src/version.ts'],
  'src/index.ts': ['rules', 'src/eslint', 'src/version.ts'],
  'src/version.ts': [],
};

/** Parts whose types (not values) others may use as well: facts and linked files are plain data. */
const TYPES_OF: Readonly<Record<string, readonly string[]>> = {
  'src/findings': ['src/project'],
  rules: ['src/facts', 'src/project'],
  'src/eslint': [],
};

const MAY_TOUCH_FILES = ['src/scanner', 'src/project', 'src/cli'];

interface Import {
  readonly from: string;
  readonly target: string;
  readonly isType: boolean;
}

function sources(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder)).flatMap((name) => {
    const file = `${folder}/${name}`;
    if (statSync(path.join(ROOT, file)).isDirectory()) return sources(file);
    return file.endsWith('.ts') ? [file] : [];
  });
}

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  const pattern = /^(?:import|export)\b([^'";]*)'([^']+)'/gm;
  return [...text.matchAll(pattern)].map((match) => ({
    from: file,
    target: match[2]!,
    isType: match[1]!.startsWith(' type'),
  }));
}

function partOf(file: string): string {
  const parts = Object.keys(MAY_IMPORT).filter((part) => file === part || file.startsWith(`${part}/`));
  return parts.sort((a, b) => b.length - a.length)[0] ?? file;
}

const FILES = [...sources('src'), ...sources('rules')];

describe('architecture', () => {
  it('knows every part of the source', () => {
    expect(FILES.map(partOf).filter((part) => !(part in MAY_IMPORT))).toEqual([]);
    expect(FILES.length).toBeGreaterThan(80);
  });

  it('imports only downwards', () => {
    const wrong = FILES.flatMap(importsOf).filter(({ from, target, isType }) => {
      if (!target.startsWith('.')) return false;
      const own = partOf(from);
      const other = partOf(path.posix.join(path.posix.dirname(from), target));
      if (own === other || MAY_IMPORT[own]?.includes(other)) return false;
      return !(isType && TYPES_OF[own]?.includes(other));
    });
    expect(wrong.map(({ from, target }) => `${from} imports ${target}`)).toEqual([]);
  });

  it('touches the file system only in scanner, project and cli', () => {
    const wrong = FILES.flatMap(importsOf).filter(
      ({ from, target }) =>
        /^node:(?:fs|child_process)/.test(target) && !MAY_TOUCH_FILES.includes(partOf(from)),
    );
    expect(wrong.map(({ from }) => from)).toEqual([]);
  });

  it('keeps rules free of hosts', () => {
    const wrong = sources('rules')
      .flatMap(importsOf)
      .filter(({ target }) => /^node:|eslint/.test(target));
    expect(wrong).toEqual([]);
  });

  it('has a page, an index entry and cases for every rule', () => {
    const ids = readdirSync(path.join(ROOT, 'rules'))
      .filter((name) => name.endsWith('.ts') && name !== 'index.ts')
      .map((name) => name.slice(0, -3));
    const index = readFileSync(path.join(ROOT, 'rules/index.ts'), 'utf8');
    expect(ids.length).toBeGreaterThanOrEqual(9);
    expect(index).toBe(rulesIndex());
    for (const id of ids) {
      expect(index).toContain(`'./${id}.ts'`);
      expect(statSync(path.join(ROOT, `docs/rules/${id}.md`)).isFile()).toBe(true);
      expect(statSync(path.join(ROOT, `test/rules/${id}.test.ts`)).isFile()).toBe(true);
    }
  });
});
