import type { Lockfile } from './lockfile.ts';

/** `name: version` pairs under one key of the lock file: an importer or a package. */
type Versions = ReadonlyMap<string, string>;

/**
 * `pnpm-lock.yaml` of versions 5 to 9. pnpm writes it line by line in one shape, so a walk over its indentation reads in
 * milliseconds what a YAML parser needs seconds for.
 */
export function readPnpmLock(text: string): Lockfile | null {
  if (!/^lockfileVersion:/m.test(text.slice(0, 2000))) return null;
  const sections = readSections(text);
  return {
    versionOf: (name, folder, via) => {
      const own = via === null ? null : importedVersion(sections.importers, folder, via);
      if (via === null) return importedVersion(sections.importers, folder, name);
      return own === null ? null : (dependencyOf(sections.packages, via, own, name) ?? null);
    },
  };
}

function importedVersion(
  importers: ReadonlyMap<string, Versions>,
  folder: string,
  name: string,
): string | null {
  for (let at = folder; ; at = at.includes('/') ? at.slice(0, at.lastIndexOf('/')) : '') {
    const version = importers.get(at === '' ? '.' : at)?.get(name);
    if (version !== undefined) return version;
    if (at === '') return null;
  }
}

function dependencyOf(
  packages: ReadonlyMap<string, Versions>,
  via: string,
  version: string,
  name: string,
): string | undefined {
  for (const key of [`${via}@${version}`, `/${via}@${version}`, `/${via}/${version}`]) {
    const found = packages.get(key)?.get(name);
    if (found !== undefined) return found;
  }
  return undefined;
}

const KINDS = /^(?:dependencies|devDependencies|optionalDependencies)$/;
const LINE =
  /^( {0,40})(?:'([^']{1,300})'|"([^"]{1,300})"|([^\s'"#][^\n]{0,300}?))\s{0,4}:(?:\s{1,4}([^\n]{1,300}))?$/;

interface Sections {
  readonly importers: Map<string, Map<string, string>>;
  readonly packages: Map<string, Map<string, string>>;
}

function readSections(text: string): Sections {
  const sections: Sections = { importers: new Map([['.', new Map<string, string>()]]), packages: new Map() };
  const path: { indent: number; key: string }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const match = LINE.exec(line);
    if (!match) continue;
    const indent = match[1]!.length;
    const key = match[2] ?? match[3] ?? match[4] ?? '';
    while (path.length > 0 && path.at(-1)!.indent >= indent) path.pop();
    path.push({ indent, key });
    if (match[5] !== undefined)
      record(
        sections,
        path.map((step) => step.key),
        bareVersion(match[5]),
      );
  }
  return sections;
}

/** One `name: version` at the end of `path`. */
function record({ importers, packages }: Sections, path: readonly string[], version: string): void {
  const [section, ...rest] = path;
  if (section !== undefined && KINDS.test(section)) return put(importers, '.', rest, version);
  const [owner = '', kind = '', ...names] = rest;
  if (section === 'importers' && KINDS.test(kind)) put(importers, owner, names, version);
  if ((section === 'packages' || section === 'snapshots') && KINDS.test(kind))
    put(packages, withoutPeers(owner), names, version);
}

/** `jsonwebtoken: 9.0.2`, or `version: 9.0.2` under it since version 6. */
function put(
  map: Map<string, Map<string, string>>,
  owner: string,
  names: readonly string[],
  version: string,
): void {
  const [name, detail] = names;
  if (name === undefined || (detail !== undefined && detail !== 'version')) return;
  const versions = map.get(owner) ?? new Map<string, string>();
  versions.set(name, version);
  map.set(owner, versions);
}

/** `9.0.2(peer@1)` and `9.0.2_peer@1` are 9.0.2. */
function bareVersion(written: string): string {
  return written.replace(/^['"]|['"]$/g, '').split(/[(_]/, 1)[0]!;
}

function withoutPeers(key: string): string {
  return key.replace(/(?<=\d)[(_].*$/, '');
}
