import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { GitProblem } from '../../project/git.ts';
import { contentIds, stampOf } from '../../project/content-ids.ts';
import type { Influence } from '../../project/influence.ts';
import { quietReading, type Reading } from '../../project/reading.ts';
import { VERSION } from '../../version.ts';
import type { ScanOptions } from '../options.ts';
import type { ScanResult } from '../result.ts';
import { IGNORE_FILE, type Scope } from '../scope.ts';
import { CacheStore, digestOf } from './store.ts';

/** Files that a scan read beside those that it was given, such as installed packages, and how they were. */
type Outside = readonly (readonly [file: string, stamp: string | null])[];

interface ResultEntry {
  /** Of all files. */
  readonly content: string;
  /** When it was made, and for which files. */
  readonly extent: string;
  readonly outside: Outside;
  readonly result: ScanResult;
}

/** A file that says nothing, by its content: what has to be known of it to pass over it. */
type Silent = readonly [
  id: string,
  size: number,
  isAside: 0 | 1,
  words: readonly string[],
  /** Files by which its imports were understood, and how they were. */
  around: readonly (readonly [file: string, id: string])[] | null,
];

interface FilesEntry {
  readonly manifests: string;
  /** Files with settings of the compiler, which say where imports lead. */
  readonly aliases: string;
  /** The same with the list of all files. */
  readonly layout: string;
  /** Of all files. */
  readonly content: string;
  readonly silent: Readonly<Record<string, Silent>>;
  /** The other files, and what they were: some say something, some are no text. */
  readonly others: Readonly<Record<string, readonly [id: string, kind: Reading['kind']]>>;
  readonly influence: Influence | null;
}

/** What is different from a scan before. */
export interface Changes {
  readonly changed: readonly string[];
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** What the outcome of that scan depended on. */
  readonly influence: Influence;
}

/** Read by other ways than the rest: paths to leave out, and where the repository comes from, for its name. */
const ALWAYS_ASKED = [IGNORE_FILE, '.git/config', '.git/HEAD'];

/** Manifests and lock files say what a package depends on, and with that whether a method of a framework is a JWT call. */
const MANIFEST =
  /(?:^|\/)(?:package\.json|npm-shrinkwrap\.json|[^/]*-lock\.(?:json|yaml)|yarn\.lock|bun\.lockb?)$/;

/** What a scan has learnt for the next one. */
export interface Learnt {
  readonly readings: Iterable<readonly [file: string, reading: Reading]>;
  /** Files that were read beside those that it was given. */
  readonly outside: Iterable<string>;
  readonly influence: Influence | null;
}

/** With more changes than that the project is looked at as a whole. */
const MAX_CHANGED = 200;

/**
 * What is known from earlier scans of a folder: the whole result where nothing changed since, and else which files say nothing.
 * Neither holds a secret, not even in parts: of files that say something, nothing is kept but what the report says.
 */
export class ScanCache {
  readonly #store: CacheStore;
  readonly #root: string;
  readonly #ids: ReadonlyMap<string, string>;
  readonly #resultName: string;
  readonly #filesName: string;
  readonly #content: string;
  readonly #extent: string;
  readonly #manifests: string;
  readonly #aliases: string;
  readonly #layout: string;
  #files: FilesEntry | null | undefined;
  #result: ResultEntry | null | undefined;

  /** @param ids what the content of each file is known by */
  constructor(
    options: ScanOptions,
    judged: ReadonlySet<string> | undefined,
    ids: ReadonlyMap<string, string>,
    store: CacheStore = new CacheStore(),
  ) {
    this.#store = store;
    this.#root = options.root;
    this.#ids = ids;
    this.#resultName = nameOf('result', [options.root, ...tool(), ...settingsOf(options)]);
    // What a file says by itself is the same in every mode: a whole scan helps the next commit.
    this.#filesName = nameOf('files', [options.root, ...tool(), options.libraries ?? []]);
    const lines = [...ids].map(([file, id]) => `${id} ${file}`).sort();
    // What a token opens depends on the time: a result is good for the hour it was made in.
    const hour = new Date().toISOString().slice(0, 13);
    this.#extent = digestOf([hour, ...[...(judged ?? [])].sort()].join('\0'));
    this.#content = digestOf(lines.join('\0'));
    this.#manifests = digestOf(lines.filter((line) => MANIFEST.test(line)).join('\0'));
    // Compiler options, which have aliases in them, may extend any file.
    const settings = lines.filter((line) => /\.jsonc?$/.test(line));
    this.#aliases = digestOf(settings.join('\0'));
    this.#layout = digestOf([...[...ids.keys()].sort(), '', ...settings].join('\0'));
  }

  /** The result of an earlier scan; null where something changed since. */
  result(): ScanResult | null {
    return this.#resultOf(this.#content);
  }

  /** The result of the scan that `changes` speaks of; null where it was of other files, or something else has changed. */
  resultBefore(): ScanResult | null {
    const content = this.#known()?.content;
    return content === undefined ? null : this.#resultOf(content);
  }

  #resultOf(content: string): ScanResult | null {
    if (this.#result === undefined) this.#result = this.#store.read(this.#resultName) as ResultEntry | null;
    const entry = this.#result;
    if (entry?.content !== content || entry.extent !== this.#extent) return null;
    const isSame = entry.outside.every(([file, stamp]) => stampOf(path.join(this.#root, file)) === stamp);
    return isSame ? entry.result : null;
  }

  /** What is different from an earlier scan; null where that is too much, or there was none. */
  changes(): Changes | null {
    const known = this.#known();
    if (!known?.influence || known.aliases !== this.#aliases) return null;
    const { silent, others, influence } = known;
    const changed: string[] = [];
    const added: string[] = [];
    for (const [file, id] of this.#ids) {
      const before = silent[file] ?? others[file];
      if (before === undefined) added.push(file);
      else if (before[0] !== id) changed.push(file);
      if (changed.length + added.length > MAX_CHANGED) return null;
    }
    const before = [...Object.keys(silent), ...Object.keys(others)];
    const removed = before.filter((file) => !this.#ids.has(file));
    return removed.length > MAX_CHANGED ? null : { changed, added, removed, influence };
  }

  /** What was known of a file before it changed, and of one that did not. */
  kindBefore(file: string): Reading['kind'] | null {
    const known = this.#known();
    return known?.silent[file] ? 'quiet' : (known?.others[file]?.[1] ?? null);
  }

  /** In characters. */
  sizeBefore(file: string): number {
    return this.#known()?.silent[file]?.[1] ?? 0;
  }

  /** What is known of a file without reading it. */
  reading(file: string): Reading | null {
    const known = this.#silent()[file];
    if (!known || known[0] !== this.#ids.get(file)) return null;
    const [, size, isAside, words, around] = known;
    if (around && !this.#isAround(around)) return null;
    const files = around ? around.map(([other]) => other) : null;
    return quietReading({ size, words }, isAside === 1, files);
  }

  save(result: ScanResult, { readings, outside, influence }: Learnt): void {
    const stamps = [...new Set([...outside, ...ALWAYS_ASKED])]
      .sort()
      .map((file) => [file, stampOf(path.join(this.#root, file))] as const);
    this.#store.write(this.#resultName, {
      content: this.#content,
      extent: this.#extent,
      outside: stamps,
      result,
    } satisfies ResultEntry);
    const silent: Record<string, Silent> = {};
    // Lock files and the like are not read with the others, and what depends on them is known by them.
    const others: Record<string, readonly [string, Reading['kind']]> = {};
    const read = new Map(readings);
    for (const [file, id] of this.#ids) {
      const reading = read.get(file);
      const known = reading?.kind === 'quiet' ? this.#silentAs(id, reading) : null;
      if (known) silent[file] = known;
      else others[file] = [id, reading?.kind ?? 'loaded'];
    }
    const entry: FilesEntry = {
      manifests: this.#manifests,
      aliases: this.#aliases,
      layout: this.#layout,
      content: this.#content,
      silent,
      others,
      influence,
    };
    this.#store.write(this.#filesName, entry);
  }

  /** Null where it was understood by files of which nothing is known. */
  #silentAs(id: string, reading: Extract<Reading, { kind: 'quiet' }>): Silent | null {
    const { size, isAside, words } = reading;
    const around = reading.around && reading.around.map((other) => [other, this.#ids.get(other)] as const);
    return around === null || around.every(isKnown) ? [id, size, isAside ? 1 : 0, words, around] : null;
  }

  #isAround(around: NonNullable<Silent[4]>): boolean {
    return this.#files?.layout === this.#layout && around.every(([file, id]) => this.#ids.get(file) === id);
  }

  #silent(): FilesEntry['silent'] {
    return this.#known()?.silent ?? {};
  }

  #known(): FilesEntry | null {
    if (this.#files === undefined) this.#files = this.#store.read(this.#filesName) as FilesEntry | null;
    return this.#files?.manifests === this.#manifests ? this.#files : null;
  }
}

function isKnown(one: readonly [file: string, id: string | undefined]): one is readonly [string, string] {
  return one[1] !== undefined;
}

function nameOf(kind: string, parts: readonly unknown[]): string {
  return `${digestOf(JSON.stringify(parts)).slice(0, 32)}.${kind}`;
}

/** While this tool itself is worked on, its version stays. */
function tool(): readonly unknown[] {
  return [VERSION, stampOf(fileURLToPath(import.meta.url))];
}

/** All that a result depends on beside files. */
function settingsOf(options: ScanOptions): readonly unknown[] {
  const { paths, ignore, rules, libraries, environments, staged, changed, baseline } = options;
  const key = baseline?.key ?? null;
  return [
    paths ?? [],
    ignore ?? [],
    [...(rules ?? [])],
    libraries ?? [],
    environments ?? {},
    staged ?? false,
    changed ?? null,
    key === null ? null : digestOf(key),
  ];
}

/** The cache for a scan; null where there can be none. */
export async function openCache(options: ScanOptions, { sources }: Scope): Promise<ScanCache | null> {
  // A list of secrets may come from a pipe, and what is shown unmasked is kept nowhere.
  if (options.showSecrets || options.wordlist !== undefined) return null;
  try {
    const ids = sources.ids ?? (await contentIds(options.root, sources));
    return new ScanCache(options, sources.judged, ids);
  } catch (error) {
    if (error instanceof GitProblem) return null;
    throw error;
  }
}
