import fc from 'fast-check';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { REPO } from '../support/scratch.ts';
import { casesFrom, runCase } from './cases.ts';
import { findingsOf, holdsNoSecret, reportOn } from './pipeline.ts';
import { loadTrees, MARKER } from './seeds.ts';
import { NAMES, TARGETS } from './targets.ts';

const trees = loadTrees(path.join(REPO, 'fixtures'));
const FOUND = path.join(REPO, 'test/fuzz/found');

interface Found {
  readonly target: string;
  readonly files: readonly { readonly path: string; readonly base64: string }[];
}

describe('changed files and repositories', () => {
  it('neither break nor hang what reads them, and nothing planted is shown', () => {
    // `npm run fuzz` takes other seeds and many more cases.
    fc.assert(fc.property(casesFrom(trees), runCase), { numRuns: 4000, seed: 20_261_128 });
  });

  const found = existsSync(FOUND) ? readdirSync(FOUND) : [];
  it.each(found.length > 0 ? found : ['none'])('what was found once stays mended: %s', (name) => {
    if (name === 'none') return expect(found).toEqual([]);
    const { target, files } = JSON.parse(readFileSync(path.join(FOUND, name), 'utf8')) as Found;
    const tree = files.map((file) => ({ path: file.path, bytes: Buffer.from(file.base64, 'base64') }));
    expect(() => runCase({ target, tree })).not.toThrow();
  });
});

describe('the fuzzer itself', () => {
  it('has seeds of many formats, with planted secrets that are found', () => {
    const endings = new Set(trees.flat().map((file) => path.extname(file.path)));
    expect(trees.length).toBeGreaterThan(60);
    expect(endings.size).toBeGreaterThan(15);
    const planted = trees.filter((tree) => tree.some(({ bytes }) => bytes.includes(MARKER)));
    const known = planted.filter((tree) => findingsOf(tree, true).some(({ secret }) => secret?.masked === MARKER));
    expect(known.length).toBeGreaterThan(15);
  }); // prettier-ignore

  it('sees a secret that is shown', () => {
    const tree = [{ path: '.env', bytes: Buffer.from(`JWT_SECRET=${MARKER}\n`) }];
    const shown = findingsOf(tree, true);
    expect(shown.length).toBeGreaterThan(0);
    expect(() => holdsNoSecret(reportOn(shown), shown)).toThrow(/planted secret/);
    expect(() => holdsNoSecret(reportOn(findingsOf(tree, false)), shown)).not.toThrow();
  });

  it('sees a reader that throws, and one that takes long', () => {
    const tree = [{ path: 'a', bytes: Buffer.from('x') }];
    const targets = TARGETS as Record<string, (typeof TARGETS)[string]>;
    targets['throws'] = () => {
      throw new Error('made up');
    };
    targets['sleeps'] = () => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1100);
    expect(() => runCase({ target: 'throws', tree })).toThrow('made up');
    expect(() => runCase({ target: 'sleeps', tree })).toThrow(/took 11\d\d ms/);
  });

  it('knows every reader of a format by a name', () => {
    expect(new Set(NAMES).size).toBe(NAMES.length);
    expect(Object.keys(TARGETS).length).toBeGreaterThan(40);
  });
});
