import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A made-up secret, planted in place of those of the seeds; nothing of it may be in a report. */
export const MARKER = 'Zq8vLw3RkTyNJ5bXcH2mPsA7dGf9UeQ1';

export interface SeedFile {
  readonly path: string;
  readonly bytes: Buffer;
}

/** A small repository. */
export type SeedTree = readonly SeedFile[];

/** Files beyond this say nothing that smaller ones do not. Bytes. */
const MOST = 24 * 1024;

/** The repositories among the fixtures, as they are and with planted secrets. */
export function loadTrees(fixtures: string): SeedTree[] {
  const folders = ['repos', 'libraries'].flatMap((kind) =>
    readdirSync(path.join(fixtures, kind), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => path.join(fixtures, kind, entry.name)),
  );
  const trees = folders.map(loadTree).filter((tree) => tree.length > 0);
  return trees.flatMap((tree) => [tree, tree.map(planted)]);
}

function loadTree(folder: string): SeedTree {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({
      path: path.relative(folder, file).split(path.sep).join('/'),
      bytes: readFileSync(file),
    }))
    .filter(({ bytes }) => bytes.length > 0 && bytes.length <= MOST)
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Quoted values of names that speak of secrets, which `key` alone is not: texts that calls take, and plain values where files hold nothing else. */
const QUOTED = [
  /(?<=(?:secret|\w_?key|jwt)\w{0,20}["']?\s{0,3}[:=]\s{0,3}["'])[^"'\n]{4,80}(?=["'])/gi,
  /(?<=\.(?:sign|verify)\([^'"\n]{0,40}['"])[^'"\n]{4,80}(?=['"])/g,
];
const PLAIN = /(?<=(?:secret|key|jwt)\w{0,20}[=:] {0,3})[\w!@%^*+/-]{8,80}$/gim;

function planted({ path: file, bytes }: SeedFile): SeedFile {
  const patterns = /\.env|\.(?:ya?ml|properties|ini|service)$/.test(file) ? [...QUOTED, PLAIN] : QUOTED;
  const text = patterns.reduce((all, pattern) => all.replace(pattern, MARKER), bytes.toString('utf8'));
  return { path: file, bytes: Buffer.from(text) };
}

/** One file each, for readers. */
export function filesOf(trees: readonly SeedTree[]): SeedFile[] {
  const known = new Set<string>();
  return trees.flat().filter(({ path: file, bytes }) => {
    const key = `${file}\0${bytes.toString('latin1')}`;
    return known.size < known.add(key).size;
  });
}
