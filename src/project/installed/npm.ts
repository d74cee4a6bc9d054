import type { Lockfile } from './lockfile.ts';

interface Locked {
  readonly version?: unknown;
  readonly dependencies?: Readonly<Record<string, Locked>>;
}

/** `package-lock.json` and `npm-shrinkwrap.json` of versions 1 to 3: https://docs.npmjs.com/cli/configuring-npm/package-lock-json */
export function readNpmLock(text: string): Lockfile | null {
  const lock = parse(text);
  if (!lock) return null;
  const packages = lock['packages'];
  if (isRecord(packages)) return { versionOf: (...asked) => inPackages(packages, ...asked) };
  const root = lock as Locked;
  return isRecord(root.dependencies) ? { versionOf: (name, _, via) => inTree(root, name, via) } : null;
}

/** Version 2 and 3: paths of `node_modules` folders, nearest first. */
function inPackages(
  packages: Readonly<Record<string, unknown>>,
  name: string,
  folder: string,
  via: string | null,
): string | null {
  const home = via === null ? folder : placeOf(packages, folder, via);
  if (home === null) return null;
  const place = placeOf(packages, home, name);
  return place === null ? null : versionIn(packages[place]);
}

function placeOf(packages: Readonly<Record<string, unknown>>, from: string, name: string): string | null {
  for (let folder = from; ; folder = parentOf(folder)) {
    const place = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (Object.hasOwn(packages, place)) return place;
    if (folder === '') return null;
  }
}

function parentOf(folder: string): string {
  const slash = folder.lastIndexOf('/');
  return slash < 0 ? '' : folder.slice(0, slash);
}

/** Version 1: dependencies inside dependencies. */
function inTree(root: Locked, name: string, via: string | null): string | null {
  const own = via === null ? undefined : root.dependencies?.[via]?.dependencies?.[name];
  if (via !== null && !root.dependencies?.[via]) return null;
  return versionIn(own ?? root.dependencies?.[name]);
}

function versionIn(locked: unknown): string | null {
  return isRecord(locked) && typeof locked['version'] === 'string' ? locked['version'] : null;
}

function parse(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return isRecord(value) ? value : null;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
