import fc from 'fast-check';
import { mutate, mutations, type Mutation } from './mutate.ts';
import { findingsOf, holdsNoSecret, reportOn } from './pipeline.ts';
import { filesOf, MARKER, type SeedFile, type SeedTree } from './seeds.ts';
import { NAMES, TARGETS } from './targets.ts';
import { decodeText } from '../../src/project/text.ts';

/** A case that takes longer is a find. Milliseconds. */
const LONGEST = 1000;

/** What is tried: one reader with a changed file, all rules on one, or on a small repository with changed files. */
export interface Case {
  readonly target: string;
  readonly tree: SeedTree;
}

/** The targets that take a whole repository, and those that judge one file. */
const WHOLE = 'a repository';
const JUDGED = 'a file and the rules';

const targets = Object.keys(TARGETS);

/** Cases of all kinds, most of them for readers, which are fast. */
export function casesFrom(trees: readonly SeedTree[]): fc.Arbitrary<Case> {
  const files = filesOf(trees);
  const contents = files.map(({ bytes }) => bytes);
  const file = fc
    .record({ seed: fc.nat(), name: fc.nat(), changes: mutations })
    .map(({ seed, name, changes }) => changed(files[seed % files.length]!, changes, name, contents));
  const tree = fc
    .record({ seed: fc.nat(), changed: fc.array(fc.record({ at: fc.nat(), name: fc.nat(), changes: mutations }), { minLength: 1, maxLength: 3 }) })
    .map(({ seed, changed: list }) => changedTree(trees[seed % trees.length]!, list, contents)); // prettier-ignore
  return fc.oneof(
    { weight: 940, arbitrary: fc.record({ target: fc.constantFrom(...targets), tree: fc.tuple(file) }) },
    { weight: 55, arbitrary: fc.record({ target: fc.constant(JUDGED), tree: fc.tuple(file) }) },
    { weight: 5, arbitrary: fc.record({ target: fc.constant(WHOLE), tree }) },
  );
}

function changed(
  { path, bytes }: SeedFile,
  changes: readonly Mutation[],
  name: number,
  contents: readonly Buffer[],
): SeedFile {
  // A third of the files is taken for another format.
  const renamed = name % 3 === 0 ? NAMES[Math.floor(name / 3) % NAMES.length]! : path;
  return { path: renamed, bytes: mutate(bytes, changes, contents) };
}

function changedTree(
  tree: SeedTree,
  list: readonly { readonly at: number; readonly name: number; readonly changes: readonly Mutation[] }[],
  contents: readonly Buffer[],
): SeedTree {
  const files = new Map(tree.map((file) => [file.path, file]));
  for (const { at, name, changes } of list) {
    const file = tree[at % tree.length]!;
    files.delete(file.path);
    const other = changed(file, changes, name, contents);
    files.set(other.path, other);
  }
  return [...files.values()];
}

/** Run a case. Throws where something is wrong with what was found. */
export function runCase({ target, tree }: Case): void {
  let ms = timeOf({ target, tree });
  // Whoever else works on this machine is no find.
  for (let again = 0; again < 2 && ms > LONGEST; again++) ms = Math.min(ms, timeOf({ target, tree }));
  if (ms > LONGEST) throw new Error(`${target} took ${Math.round(ms)} ms`);
}

function timeOf({ target, tree }: Case): number {
  const began = performance.now();
  const [{ path, bytes }] = tree as [SeedFile];
  const read = TARGETS[target];
  if (read) read(textOf(bytes), path, bytes);
  else judgeTree(tree);
  return performance.now() - began;
}

function judgeTree(tree: SeedTree): void {
  const findings = findingsOf(tree, false);
  const isPlanted = tree.some(({ bytes }) => bytes.includes(MARKER.slice(0, 10)));
  holdsNoSecret(reportOn(findings), isPlanted ? findingsOf(tree, true) : []);
}

function textOf(bytes: Buffer): string {
  const decoded = decodeText(bytes);
  return decoded.kind === 'text' ? decoded.text : bytes.toString('latin1');
}
