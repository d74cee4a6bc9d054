import type { Lockfile } from './lockfile.ts';

interface YarnEntry {
  version: string | null;
  readonly dependencies: Map<string, string>;
}

/** `yarn.lock` of yarn 1 and of berry: blocks headed by the ranges they answer. */
export function readYarnLock(text: string): Lockfile | null {
  const entries = readEntries(text);
  if (entries.size === 0) return null;
  const byName = new Map<string, YarnEntry[]>();
  for (const [key, entry] of entries) {
    const name = key.slice(0, key.indexOf('@', 1));
    byName.set(name, [...(byName.get(name) ?? []), entry]);
  }
  const find = (name: string, range: string | undefined): YarnEntry | null =>
    (range === undefined
      ? undefined
      : (entries.get(`${name}@${range}`) ?? entries.get(`${name}@npm:${range}`))) ??
    (byName.get(name)?.length === 1 ? byName.get(name)![0]! : lowest(byName.get(name)));
  return {
    versionOf: (name, _, via) => {
      if (via === null) return find(name, undefined)?.version ?? null;
      const wrapper = find(via, undefined);
      return wrapper ? (find(name, wrapper.dependencies.get(name))?.version ?? null) : null;
    },
  };
}

/** Which copy a folder gets is not written in the file: the oldest is the one to worry about. */
function lowest(entries: readonly YarnEntry[] | undefined): YarnEntry | null {
  return [...(entries ?? [])].sort((a, b) => major(a) - major(b))[0] ?? null;
}

function major({ version }: YarnEntry): number {
  return Number.parseInt(version ?? '', 10) || 0;
}

function readEntries(text: string): Map<string, YarnEntry> {
  const entries = new Map<string, YarnEntry>();
  let current: YarnEntry | null = null;
  let inDependencies = false;
  for (const line of text.split(/\r?\n/)) {
    if (line === '' || line.startsWith('#')) continue;
    if (!line.startsWith(' ')) {
      current = { version: null, dependencies: new Map() };
      for (const key of keysOf(line)) entries.set(key, current);
      inDependencies = false;
    } else if (current) {
      const isDetail = line.startsWith('    ');
      if (!isDetail) inDependencies = /^ {2}(?:optionalDependencies|dependencies):/.test(line);
      const pair = PAIR.exec(line);
      if (!pair) continue;
      const [, name = '', value = ''] = pair;
      if (isDetail && inDependencies) current.dependencies.set(name, value.replace(/^npm:/, ''));
      else if (!isDetail && name === 'version') current.version = value;
    }
  }
  entries.delete('__metadata');
  return entries;
}

const PAIR = /^ {2,4}"?([^\s":]{1,200})"?:?\s{1,4}"?([^"\n]{1,200})"?$/;

/** `"jsonwebtoken@^8.5.1", jsonwebtoken@8:` and `"jsonwebtoken@npm:^8.5.1, jsonwebtoken@npm:8":` */
function keysOf(line: string): string[] {
  return line
    .replace(/:\s{0,4}$/, '')
    .split(',')
    .map((key) => key.trim().replace(/^"|"$/g, ''))
    .filter((key) => key.includes('@', 1));
}
