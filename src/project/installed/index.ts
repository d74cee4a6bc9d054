import path from 'node:path';
import type { EngineTable } from '../../facts/javascript/libraries/types.ts';
import { readBunLock } from './bun.ts';
import type { Lockfile, ReadLockfile } from './lockfile.ts';
import { readNpmLock } from './npm.ts';
import { readPnpmLock } from './pnpm.ts';
import { compareVersions, lowestOf } from './versions.ts';
import { readYarnLock } from './yarn.ts';

/** A package's version, and how sure it is: a manifest only gives the lower end of a range. */
export interface InstalledVersion {
  readonly package: string;
  readonly version: string;
  readonly source: 'lockfile' | 'node_modules' | 'manifest' | 'wrapper';
}

/** Lock files by name, in the order in which npm itself prefers them. */
const LOCKFILES: readonly (readonly [name: string, read: ReadLockfile])[] = [
  ['npm-shrinkwrap.json', readNpmLock],
  ['package-lock.json', readNpmLock],
  ['pnpm-lock.yaml', readPnpmLock],
  ['yarn.lock', readYarnLock],
  ['bun.lock', readBunLock],
];

/** Lock files beyond this are not read: no package manager writes them. Characters. */
const MAX_LOCKFILE = 40_000_000;

interface Manifest {
  readonly name: string | null;
  readonly ranges: ReadonlyMap<string, string>;
}

/** The packages that are installed around the files of a project, read on demand and once. */
export class InstalledPackages {
  readonly #textOf: (file: string) => string | null;
  readonly #locks = new Map<string, Lockfile | null>();
  readonly #manifests = new Map<string, Manifest | null>();
  readonly #modules = new Map<string, string | null>();

  /** @param textOf the text of a file relative to the root; null where there is none */
  constructor(textOf: (file: string) => string | null) {
    this.#textOf = textOf;
  }

  /** Whether a package around the file depends on another one: the nearest manifest, or one above it. */
  declares(file: string, name: string): boolean {
    return foldersAbove(file).some((folder) => this.#manifestIn(folder)?.ranges.has(name));
  }

  /**
   * Whether variables that one file sets reach the code of another: they belong to one package, or one package is around the other,
   * or depends on it.
   */
  mayFeed(settings: string, code: string): boolean {
    const [own, used] = [this.#packageOf(settings), this.#packageOf(code)];
    if (isAround(own, used) || isAround(used, own)) return true;
    const name = this.#manifestIn(used)?.name;
    return typeof name === 'string' && this.declares(settings, name);
  }

  /** The folder of the nearest manifest; the root where there is none. */
  #packageOf(file: string): string {
    return foldersAbove(file).find((folder) => this.#manifestIn(folder) !== null) ?? '';
  }

  /**
   * The version of `engine` that a file's use of `library` runs on; null where nothing says it. The nearest lock file counts, then
   * `node_modules`, then the wrapper's version by the engine table, then the range of a manifest.
   */
  versionOf(
    file: string,
    library: string,
    engine: string,
    engines: EngineTable | null,
  ): InstalledVersion | null {
    if (engine === library) return this.#find(file, library, null) ?? this.#declared(file, library);
    const inside = this.#find(file, engine, library);
    if (inside) return inside;
    const wrapper = this.#find(file, library, null) ?? this.#declared(file, library);
    const known = engines?.package === engine ? engines.versions : [];
    const row = wrapper && known.find(({ since }) => compareVersions(wrapper.version, since) >= 0);
    return row ? { package: engine, version: row.is, source: 'wrapper' } : null;
  }

  #find(file: string, name: string, via: string | null): InstalledVersion | null {
    for (const folder of foldersAbove(file)) {
      const locked = this.#locked(folder, file, name, via);
      if (locked !== null) return { package: name, version: locked, source: 'lockfile' };
      const unpacked = this.#unpacked(folder, name, via);
      if (unpacked !== null) return { package: name, version: unpacked, source: 'node_modules' };
    }
    return null;
  }

  #locked(folder: string, file: string, name: string, via: string | null): string | null {
    const lock = this.#lockIn(folder);
    if (!lock) return null;
    const inside = path.posix.relative(folder, path.posix.dirname(file));
    const version = lock.versionOf(name, inside === '.' ? '' : inside, via);
    return version !== null && /^\d/.test(version) ? version : null;
  }

  #lockIn(folder: string): Lockfile | null {
    const known = this.#locks.get(folder);
    if (known !== undefined) return known;
    let found: Lockfile | null = null;
    for (const [name, read] of LOCKFILES) {
      const text = found ? null : this.#textOf(join(folder, name));
      if (text !== null && text.length <= MAX_LOCKFILE) found = read(text);
    }
    this.#locks.set(folder, found);
    return found;
  }

  #unpacked(folder: string, name: string, via: string | null): string | null {
    const places = via === null ? [name] : [`${via}/node_modules/${name}`, name];
    if (via !== null && this.#versionIn(join(folder, `node_modules/${via}/package.json`)) === null)
      return null;
    for (const place of places) {
      const version = this.#versionIn(join(folder, `node_modules/${place}/package.json`));
      if (version !== null) return version;
    }
    return null;
  }

  #versionIn(manifest: string): string | null {
    const known = this.#modules.get(manifest);
    if (known !== undefined) return known;
    const parsed = parse(this.#textOf(manifest));
    const version = typeof parsed?.['version'] === 'string' ? parsed['version'] : null;
    this.#modules.set(manifest, version);
    return version;
  }

  #declared(file: string, name: string): InstalledVersion | null {
    for (const folder of foldersAbove(file)) {
      const range = this.#manifestIn(folder)?.ranges.get(name);
      const version = range === undefined ? null : lowestOf(range);
      if (version !== null) return { package: name, version, source: 'manifest' };
    }
    return null;
  }

  #manifestIn(folder: string): Manifest | null {
    const known = this.#manifests.get(folder);
    if (known !== undefined) return known;
    const parsed = parse(this.#textOf(join(folder, 'package.json')));
    const name = typeof parsed?.['name'] === 'string' ? parsed['name'] : null;
    const manifest = parsed && { name, ranges: rangesOf(parsed) };
    this.#manifests.set(folder, manifest);
    return manifest;
  }
}

const DEPENDENCIES = ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'];

function rangesOf(manifest: Readonly<Record<string, unknown>>): Map<string, string> {
  const ranges = new Map<string, string>();
  for (const kind of DEPENDENCIES) {
    const listed = manifest[kind];
    if (typeof listed !== 'object' || listed === null) continue;
    for (const [name, range] of Object.entries(listed))
      if (typeof range === 'string' && !ranges.has(name)) ranges.set(name, range);
  }
  return ranges;
}

function parse(text: string | null): Record<string, unknown> | null {
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}

/** The folders from the file's own to the root, which is `''`. */
function foldersAbove(file: string): string[] {
  const folders: string[] = [];
  for (
    let folder = path.posix.dirname(file);
    folder !== '.' && folder !== '/';
    folder = path.posix.dirname(folder)
  )
    folders.push(folder);
  return [...folders, ''];
}

function isAround(outer: string, inner: string): boolean {
  return outer === '' || outer === inner || inner.startsWith(`${outer}/`);
}

function join(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
