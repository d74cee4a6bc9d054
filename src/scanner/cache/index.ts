import { contentIds } from '../../project/content-ids.ts';
import type { GitAnswers } from '../../project/git/answers.ts';
import type { Influence } from '../../project/influence.ts';
import { quietReading, type Reading } from '../../project/reading.ts';
import type { ScanOptions } from '../options.ts';
import type { ScanResult } from '../result.ts';
import { IGNORE_FILE, type Scope } from '../scope.ts';
import type { Keep } from './keep.ts';
import { digestOf } from './store.ts';

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
  /** When the next token expires, if one does. */
  readonly nextExpiry: Date | null;
}

/** With more changes than that the project is looked at as a whole. */
const MAX_CHANGED = 200;

/**
 * What is known from earlier scans of a folder: the whole result where nothing changed since, and else which files say nothing.
 * Neither holds a secret, not even in parts: of files that say something, nothing is kept but what the report says.
 */
export class ScanCache {
  readonly #keep: Keep;
  readonly #ids: ReadonlyMap<string, string>;
  readonly #judged: string;
  readonly #content: string;
  readonly #manifests: string;
  readonly #aliases: string;
  readonly #layout: string;
  #files: FilesEntry | null | undefined;

  /** @param ids what the content of each file is known by */
  constructor(keep: Keep, judged: ReadonlySet<string> | undefined, ids: ReadonlyMap<string, string>) {
    this.#keep = keep;
    this.#ids = ids;
    const files = [...ids.keys()].sort();
    const digestOfThose = (isMeant: (file: string) => boolean): string =>
      digestOf(files.flatMap((file) => (isMeant(file) ? [`${ids.get(file)} ${file}`] : [])).join('\0'));
    this.#judged = digestOf([...(judged ?? [])].sort().join('\0'));
    this.#content = digestOfThose(() => true);
    this.#manifests = digestOfThose((file) => MANIFEST.test(file));
    // Compiler options, which have aliases in them, may extend any file.
    this.#aliases = digestOfThose((file) => /\.jsonc?$/.test(file));
    this.#layout = digestOf([...files, '', this.#aliases].join('\0'));
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
    return this.#keep.last.of({ content, judged: this.#judged });
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

  /** In bytes. */
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

  save(result: ScanResult, { readings, outside, influence, nextExpiry }: Learnt): void {
    const extent = { content: this.#content, judged: this.#judged };
    this.#keep.last.save(extent, result, { outside: [...outside, ...ALWAYS_ASKED], nextExpiry });
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
    this.#keep.store.write(this.#keep.filesName, entry);
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
    const { store, filesName } = this.#keep;
    if (this.#files === undefined) this.#files = store.read(filesName) as FilesEntry | null;
    return this.#files?.manifests === this.#manifests ? this.#files : null;
  }
}

function isKnown(one: readonly [file: string, id: string | undefined]): one is readonly [string, string] {
  return one[1] !== undefined;
}

/** The cache for the files of a scan. */
export function openCache(
  keep: Keep,
  { root }: ScanOptions,
  { sources }: Scope,
  answers: GitAnswers | null,
): ScanCache {
  return new ScanCache(keep, sources.judged, sources.ids ?? contentIds(root, sources, answers));
}
