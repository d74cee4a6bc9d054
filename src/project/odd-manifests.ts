import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/**
 * The resolver reads manifests with native code that waits for ever for a pipe, reads a device without end, and ends the
 * process when settings extend one another too often. So what it would read is looked at first.
 */

/** Manifests are short. Bytes. */
const MAX_MANIFEST = 8 * 1024 * 1024;
/** Settings that extend one another: nobody has this many. */
const MAX_EXTENDED = 64;

const checked = new Map<string, boolean>();
const MOST_CHECKED = 50_000;

/** Whether a module can be looked for from a folder, as far as the manifests on the way say. */
export function mayResolve(root: string, directory: string, specifier: string): boolean {
  return foldersOf(root, directory, specifier).every((folder) => !isOdd(folder));
}

function foldersOf(root: string, directory: string, specifier: string): string[] {
  const own = around(root, directory);
  if (/^\.\.?(?:\/|$)/.test(specifier)) return [...own, ...around(root, path.join(directory, specifier))];
  const depth = specifier.startsWith('@') ? 2 : 1;
  const name = specifier.split('/').slice(0, depth).join('/');
  return [...own, ...own.map((folder) => path.join(folder, 'node_modules', name))];
}

/** A folder and those around it, up to the root. */
function around(root: string, folder: string): string[] {
  const folders: string[] = [];
  for (let at = folder; at.startsWith(root); at = path.dirname(at)) {
    folders.push(at);
    if (at === path.dirname(at)) break;
  }
  return folders;
}

function isOdd(folder: string): boolean {
  const known = checked.get(folder);
  if (known !== undefined) return known;
  if (checked.size >= MOST_CHECKED) checked.clear();
  const is =
    isOddManifest(path.join(folder, 'package.json')) || isOddTsconfig(path.join(folder, 'tsconfig.json'));
  checked.set(folder, is);
  return is;
}

/** Whether there is something that is no file of a manifest's size, links followed. */
export function isOddManifest(file: string): boolean {
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    return stat !== undefined && !stat.isDirectory() && (!stat.isFile() || stat.size > MAX_MANIFEST);
  } catch {
    return false;
  }
}

/** Whether settings, or those that they extend, are too much. */
function isOddTsconfig(file: string): boolean {
  const seen = new Set<string>();
  const open = [file];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (seen.size > MAX_EXTENDED || isOddManifest(next)) return true;
    open.push(...extendedBy(next));
  }
  return false;
}

const EXTENDS = /"extends"\s{0,20}:\s{0,20}(?:"([^"\n]{1,1000})"|\[([^\]]{0,10000})\])/g;

/** Files that settings may extend, those among them that are there. */
function extendedBy(file: string): string[] {
  const text = textOf(file);
  const names = [...text.matchAll(EXTENDS)].flatMap(([, one, list = '']) =>
    one === undefined ? [...list.matchAll(/"([^"\n]{1,1000})"/g)].map((found) => found[1]!) : [one],
  );
  return names.flatMap((name) => filesNamed(path.dirname(file), name)).filter(isThere);
}

function filesNamed(folder: string, name: string): string[] {
  const isPath = /^\.\.?(?:[/\\]|$)/.test(name) || path.isAbsolute(name);
  const bases = isPath ? [folder] : around('', folder).map((one) => path.join(one, 'node_modules'));
  return bases.flatMap((base) => {
    const target = path.resolve(base, name);
    return [target, `${target}.json`, path.join(target, 'tsconfig.json')];
  });
}

function isThere(file: string): boolean {
  try {
    return statSync(file, { throwIfNoEntry: false })?.isDirectory() === false;
  } catch {
    return false;
  }
}

function textOf(file: string): string {
  try {
    return statSync(file).isFile() ? readFileSync(file, 'utf8') : '';
  } catch {
    return '';
  }
}
