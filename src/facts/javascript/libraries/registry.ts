import { escape } from '../../escape.ts';
import type { Words } from '../../word-search/automaton.ts';
import type { EntryPoint, KeySource, Library } from './types.ts';

/** A library and one of its entry points. */
export interface KnownEntry {
  readonly library: Library;
  readonly entry: EntryPoint;
}

/** Names of the longest receiver: `app.jwt.sign`. */
const MAX_RECEIVER = 3;

/** The library tables, indexed by the ways a file can lead to an entry point. */
export class LibraryRegistry {
  readonly libraries: readonly Library[];
  readonly #byModule = new Map<string, Library>();
  readonly #byEnding: readonly { readonly ending: string; readonly library: Library }[];
  readonly #byReceiver = new Map<string, KnownEntry[]>();
  readonly #schemes: readonly KnownEntry[];
  readonly #files: readonly { readonly pattern: RegExp; readonly known: KnownEntry }[];
  /** Last names of receivers and schemes: most calls of a file end here. */
  readonly #lastNames: ReadonlySet<string>;
  readonly #specifier: RegExp;
  readonly #specifiers: RegExp;
  readonly #receiverWord: RegExp;
  readonly #receivers: readonly { readonly library: Library; readonly pattern: RegExp }[];
  readonly #entryWords = new Map<Library, EntryWords>();

  constructor(libraries: readonly Library[]) {
    this.libraries = libraries;
    const modules = libraries.flatMap((library) => library.modules.map((name) => ({ name, library })));
    for (const { name, library } of modules)
      if (!name.startsWith('*') && !this.#byModule.has(name)) this.#byModule.set(name, library);
    this.#byEnding = modules
      .filter(({ name }) => name.startsWith('*'))
      .map(({ name, library }) => ({ ending: name.slice(1), library }));
    const entries = libraries.flatMap((library) => library.entries.map((entry) => ({ library, entry })));
    for (const known of entries) {
      for (const receiver of known.entry.receivers ?? []) {
        const list = this.#byReceiver.get(receiver);
        if (list) list.push(known);
        else this.#byReceiver.set(receiver, [known]);
      }
    }
    this.#schemes = entries.filter(({ entry }) => entry.invoked === 'scheme');
    this.#files = entries.flatMap((known) => {
      const { files } = known.entry.object ?? {};
      return files === undefined ? [] : [{ pattern: new RegExp(`(?:^|/)${files}`, 'i'), known }];
    });
    const methods = this.#schemes.map(({ entry }) => entry.scheme?.method ?? '');
    this.#lastNames = new Set(
      [...this.#byReceiver.keys(), ...methods].map((path) => path.split('.').at(-1) ?? ''),
    );
    this.#specifier = specifierPattern(modules.map(({ name }) => name));
    this.#specifiers = new RegExp(this.#specifier, 'g');
    this.#receiverWord = receiverPattern([...this.#byReceiver.keys()], this.#schemes);
    this.#receivers = libraries.flatMap((library) => {
      const patterns = receiverPatterns(library);
      return patterns.length === 0 ? [] : [{ library, pattern: new RegExp(patterns.join('|')) }];
    });
  }

  /** The library behind a module specifier: `npm:` and version suffixes of Deno are accepted. */
  libraryOf(specifier: string): Library | null {
    const name = specifier.startsWith('npm:') ? specifier.slice(4).replace(/(?<=.)@[^/]*/, '') : specifier;
    const exact = this.#byModule.get(name);
    if (exact) return exact;
    return this.#byEnding.find(({ ending }) => name.endsWith(ending))?.library ?? null;
  }

  /** The entry point by the way from its module, as `provenance` gives it. */
  entryAt(specifier: string, members: readonly string[], invoked: EntryPoint['invoked']): KnownEntry | null {
    const library = this.libraryOf(specifier);
    if (!library) return null;
    const path = members.join('.');
    const entry = library.entries.find((one) => one.invoked === invoked && one.members?.includes(path));
    return entry ? { library, entry } : null;
  }

  /** What kind of key a library's function gives. */
  keySourceAt(specifier: string, members: readonly string[]): KeySource | null {
    const path = members.join('.');
    return this.libraryOf(specifier)?.keys?.find((source) => source.members.includes(path)) ?? null;
  }

  /** Entry points that hang on a framework's object, by the last names of the way to the callee. */
  byReceiver(names: readonly string[]): readonly KnownEntry[] {
    const lengths = [...Array(Math.min(names.length, MAX_RECEIVER)).keys()].reverse();
    return lengths.flatMap((less) => this.#byReceiver.get(names.slice(-less - 1).join('.')) ?? []);
  }

  /** Entry points that are named in an argument: `server.auth.strategy('session', 'jwt', …)`. */
  byScheme(names: readonly string[]): readonly KnownEntry[] {
    const path = `.${names.join('.')}`;
    return this.#schemes.filter(({ entry }) => entry.scheme && path.endsWith(`.${entry.scheme.method}`));
  }

  /** Configuration objects that are declared with a type of the library. */
  byType(specifier: string, type: string): KnownEntry | null {
    const library = this.libraryOf(specifier);
    const entry = library?.entries.find((one) => one.object?.types?.includes(type));
    return library && entry ? { library, entry } : null;
  }

  /** Configuration objects that a file exports for a framework, by the file's path. */
  byFile(path: string): readonly KnownEntry[] {
    return this.#files.filter(({ pattern }) => pattern.test(path)).map(({ known }) => known);
  }

  /** Whether a call of a method with this name can be one of those. */
  isReceiverName(name: string): boolean {
    return this.#lastNames.has(name);
  }

  /** What {@link isNamedIn} looks for, of modules whose names are of interest. */
  specifierWords(isOfInterest: (module: string) => boolean): Words {
    return specifierWords(this.libraries.flatMap((library) => library.modules).filter(isOfInterest));
  }

  /** Whether a text names the module of a library; without that, no import in it leads to one. */
  isNamedIn(text: string): boolean {
    return this.#specifier.test(text);
  }

  /** Whether a text names the module of a library and one of its entry points. */
  isCalledIn(text: string): boolean {
    for (const { 0: quoted, index } of text.matchAll(this.#specifiers)) {
      const library = this.#byModule.get(quoted.slice(1, -1));
      // Of modules by their ending nothing is known beforehand.
      if (library === undefined || this.#mayEnter(library, text, index)) return true;
    }
    return false;
  }

  #mayEnter(library: Library, text: string, specifier: number): boolean {
    const taken = takenFrom(text, specifier);
    if (taken === null) return false;
    let words = this.#entryWords.get(library);
    if (words === undefined) this.#entryWords.set(library, (words = entryWords(library)));
    if (taken !== ALL) return words.names?.test(taken) ?? false;
    return words.isModuleCalled || (words.names?.test(text) ?? false);
  }

  /** The libraries that a call in a text may belong to, as something that hangs on a framework's object. */
  receiversIn(text: string): readonly Library[] {
    if (!this.hasReceiverIn(text)) return [];
    return this.#receivers.filter(({ pattern }) => pattern.test(text)).map(({ library }) => library);
  }

  /** Whether a text can hold a call of something that hangs on a framework's object. */
  hasReceiverIn(text: string): boolean {
    return this.#receiverWord.test(text);
  }
}

/** What stands before and behind a specifier: quotes; in Deno, `npm:` before it and a version behind it. */
const [BEFORE, BEHIND, BEHIND_ENDING] = [`"'\`:`, `"'\`@`, `"'\``];

/** A library's module as a specifier. */
function specifierPattern(modules: readonly string[]): RegExp {
  const exact = modules.filter((name) => !name.startsWith('*')).map(escape);
  const endings = modules.filter((name) => name.startsWith('*')).map((name) => escape(name.slice(1)));
  const alternatives = [
    `[${BEFORE}](?:${exact.join('|')})[${BEHIND}]`,
    ...endings.map((ending) => `${ending}[${BEHIND_ENDING}]`),
  ];
  return new RegExp(alternatives.join('|'));
}

/** The same for a search in bytes. */
function specifierWords(modules: readonly string[]): Words {
  const exact = modules.filter((name) => !name.startsWith('*'));
  const endings = modules.filter((name) => name.startsWith('*')).map((name) => name.slice(1));
  const withEach = (names: readonly string[], ends: string): string[] =>
    names.flatMap((name) => [...ends].map((end) => `${name}${end}`));
  return {
    words: withEach(endings, BEHIND_ENDING),
    pairs: [{ first: [...BEFORE], joints: [''], second: withEach(exact, BEHIND) }],
  };
}

function receiverPattern(receivers: readonly string[], schemes: readonly KnownEntry[]): RegExp {
  const names = receivers.map((receiver) => escape(receiver.split('.')[0] ?? ''));
  const methods = schemes.map(({ entry }) => escape(entry.scheme?.method.split('.')[0] ?? ''));
  return new RegExp(
    `\\.\\s{0,20}(?:${[...new Set([...names, ...methods])].join('|')})\\b|\\bjwt[A-Z]|\\bjwt\\s{0,3}[.:=]`,
  );
}

/** What a program that uses a library holds. */
interface EntryWords {
  readonly names: RegExp | null;
  /** The module itself is called too, by whatever name it is imported. */
  readonly isModuleCalled: boolean;
}

function entryWords({ entries }: Library): EntryWords {
  const paths = entries.flatMap(({ members = [] }) => members);
  const names = [
    ...paths.map((path) => path.split('.').find((part) => /^\w/.test(part)) ?? ''),
    ...entries.flatMap(({ object }) => object?.types ?? []),
  ];
  const words = [...new Set(names)].filter((name) => name !== '').map(escape);
  return {
    names: words.length === 0 ? null : new RegExp(`(?<![\\w$])(?:${words.join('|')})(?![\\w$])`),
    isModuleCalled: names.includes(''),
  };
}

/** The module as a whole, with all that it exports. */
const ALL = '*';

/** What may stand between an import and its specifier: spaces, a comment for a bundler, the prefix of Deno. */
const BEFORE_SPECIFIER = String.raw`\s{0,20}(?:\/\*[^*]{0,200}\*\/\s{0,20})?(?:["'\x60]npm)?$`;
const LOADED = new RegExp(String.raw`\b(?:require|import)\s{0,4}\(${BEFORE_SPECIFIER}`);
const IMPORTED = new RegExp(String.raw`\s{0,20}\bfrom${BEFORE_SPECIFIER}`);
const HANDED_ON = /\bexport(?:\s{1,20}type)?\s{0,20}(?:\*\s{0,20}(?:as\s{1,20}[\w$]{1,100})?)?$/;

/** What the code before a specifier takes of the module: names, as they stand in braces, all, or nothing. */
function takenFrom(text: string, specifier: number): string | null {
  const before = text.slice(Math.max(0, specifier - MAX_IMPORT), specifier);
  if (LOADED.test(before)) return ALL;
  const end = IMPORTED.exec(before)?.index;
  if (end === undefined) return null;
  const start = before[end - 1] === '}' ? before.lastIndexOf('{', end) : end;
  const head = before.slice(0, Math.max(0, start));
  if (HANDED_ON.test(head)) return null;
  const isNamed = start < end && /\bimport(?:\s{1,20}type)?\s{0,20}$/.test(head);
  const names = before.slice(start, end);
  return isNamed && !/\bdefault\b/.test(names) ? names : ALL;
}

const MAX_IMPORT = 2000;

/** Calls of a library by the last names of the way to them, with spaces, line breaks and `?.` in it, and by the name of a scheme. */
function receiverPatterns({ entries }: Library): string[] {
  return entries.flatMap(({ receivers = [], scheme }) => [
    ...receivers.map((path) => `\\b${pathPattern(path)}\\b`),
    ...(scheme
      ? [`${pathPattern(scheme.method)}\\s{0,40}\\([^)]{0,200}["'\`]${escape(scheme.name)}["'\`]`]
      : []),
  ]);
}

function pathPattern(path: string): string {
  return path.split('.').map(escape).join('\\s{0,40}[?!]?\\.\\s{0,40}');
}
