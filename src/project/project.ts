import path from 'node:path';
import { isJavaScriptPath } from '../facts/collect.ts';
import { isConfigPath } from '../facts/config/readers.ts';
import { type EnvironmentNames, USUAL_ENVIRONMENTS } from '../facts/environment-names.ts';
import { isBundlerConfig } from '../facts/javascript/bundlers.ts';
import type { CodeContext } from '../facts/javascript/code-context.ts';
import { knownLibraries } from '../facts/javascript/libraries/index.ts';
import type { LibraryRegistry } from '../facts/javascript/libraries/registry.ts';
import { JavaScriptModule } from '../facts/javascript/module.ts';
import type { FileFacts } from '../facts/model.ts';
import { mayHoldFacts } from '../facts/prefilter.ts';
import { expiryOf } from '../jwt/claims.ts';
import type { Around } from './around.ts';
import { FileReader } from './file-reader.ts';
import { byCodeUnit } from './files.ts';
import { Imports, type Layout } from './imports.ts';
import { isSmall, type Influence } from './influence.ts';
import { InstalledPackages } from './installed/index.ts';
import { ProjectIndex } from './link.ts';
import { parseScript } from './parse-script.ts';
import { namesOfRepository } from './project-words.ts';
import { SigningSecrets, type SearchElsewhere } from './proof/index.ts';
import { emptyFacts, type LoadResult, type Reading } from './reading.ts';
import { RecentlyUsed } from './recently-used.ts';
import { originOfExport } from './reexports.ts';
import { lastNameOf } from './specifiers.ts';
import { Texts } from './texts.ts';

export interface ProjectOptions {
  /** Absolute path of the folder that all paths are relative to. */
  readonly root: string;
  readonly isCommitted: (path: string) => boolean;
  /** Content that stands for what is on disk: the index of a commit, an editor's buffer. */
  readonly overlay?: ReadonlyMap<string, Buffer>;
  /** The files that there are, where it is not the disk that says it; what is installed is always there. */
  readonly existing?: ReadonlySet<string>;
  /** Leave code aside that no other file is judged by: enough to link one file, and much less to parse. */
  readonly onlyLinks?: boolean;
  /** The libraries to look for; those we know, where nothing else is said. */
  readonly libraries?: LibraryRegistry;
  /** {@link Project.prove} will be called: files that say nothing by themselves are not kept for the search for secrets. */
  readonly willProve?: boolean;
  /** Look at no other file: what is not given is not there. */
  readonly isAlone?: boolean;
  /** What is known of signatures already, and how much may be spent on more: see {@link SigningSecrets}. */
  readonly signingSecrets?: SigningSecrets;
  /** Further values to try on tokens, such as a user's word list. */
  readonly words?: Iterable<string>;
  /** Told of each file that is asked for on demand, whether it is there or not. */
  readonly onRead?: (file: string) => void;
  /** Spellings of environments, with those that the project adds. */
  readonly environments?: EnvironmentNames;
  /** Many files will be read: a search is prepared that finds out sooner which of them say nothing. */
  readonly readsMany?: boolean;
  /** What is known of the project's files, where another thread looked: see {@link Project.layout}. */
  readonly layout?: Layout;
}

/** Something that could not be read in full, and why. */
export interface ReadProblem {
  readonly path: string;
  readonly message: string;
}

/** Work for signatures in one scan, in compressions of SHA-256: some five seconds, in projects with many tokens and strings. */
const MAX_PROOF_WORK = 80_000_000;

/** Characters of modules that are kept: their trees take some thirty times as much. */
const MAX_MODULES = 1024 * 1024;

/** The facts of a folder's files, read on demand, and the index over them. */
export class Project {
  readonly root: string;
  readonly signingSecrets: SigningSecrets;
  readonly #options: ProjectOptions;
  readonly #reader: FileReader;
  readonly #facts = new Map<string, FileFacts>();
  readonly #texts: Texts;
  readonly #words = new Set<string>();
  /** Files with words of interest that say nothing by themselves: callers of others, settings for their keys. */
  readonly #asides = new Set<string>();
  readonly #modules = new RecentlyUsed<JavaScriptModule | null>(MAX_MODULES);
  readonly #imports: Imports;
  readonly libraries: LibraryRegistry;
  readonly #installed: InstalledPackages;
  /** Files without a word of interest, which may still set a variable that code uses as a key. */
  readonly #quiet = new Set<string>();
  /** Files that were looked into for what others say. */
  readonly #used = new Set<string>();
  #size = 0;
  readonly #lateProblems: ReadProblem[] = [];
  #index: ProjectIndex | null = null;
  #repositoryNames: readonly string[] | null = null;

  constructor(options: ProjectOptions) {
    this.root = options.root;
    this.#options = options;
    this.signingSecrets = options.signingSecrets ?? new SigningSecrets(MAX_PROOF_WORK);
    this.libraries = options.libraries ?? knownLibraries;
    this.#texts = new Texts({
      ...options,
      keepsModules: options.onlyLinks ?? false,
      isListed: (file) => this.#imports.lists(file),
    });
    this.#installed = new InstalledPackages((file) => this.#texts.read(file));
    this.#imports = new Imports({
      ...options,
      read: (file) => this.#texts.read(file),
      declares: (file, name) => this.#installed.declares(file, name),
    });
    this.#reader = new FileReader({
      libraries: this.libraries,
      environments: this.#names,
      onlyLinks: options.onlyLinks ?? false,
      willProve: options.willProve ?? false,
      readsMany: options.readsMany ?? false,
      bytesOf: (file, memory) => this.#texts.bytesOf(file, memory),
      contextOf: (file, around) => this.contextOf(file, around),
      onText: (file, text) => this.#texts.spare(file, text),
    });
  }

  /** Files that were asked for beside those that were listed, there or not. */
  get outside(): ReadonlySet<string> {
    return this.#texts.outside;
  }

  /**
   * What the code of a file cannot say by itself.
   *
   * @param around told of the files that are asked for it
   */
  contextOf(file: string, around?: Around): CodeContext {
    return {
      path: file,
      libraries: this.libraries,
      declares: (name) => this.#installed.declares(file, name),
      originOf: (specifier, members) => {
        around?.noteAsked();
        return originOfExport(file, { module: specifier, members }, this.libraries, {
          resolve: (from, wanted) => this.#imports.resolve(from, wanted),
          moduleAt: (target) => this.#moduleAt(target),
          textOf: (target) => {
            around?.note(target);
            return this.textOf(target);
          },
        });
      },
    };
  }

  /** Learn the names of the project's own packages, which imports go by, before anything is collected. */
  addPackages(files: readonly string[]): void {
    this.#imports.addPackages(files);
  }

  get layout(): Layout {
    return this.#imports.layout;
  }

  /** Read a file and collect its facts. Never throws. */
  load(file: string): LoadResult {
    const reading = this.read(file);
    this.take(file, reading);
    return reading;
  }

  /** The same without taking the facts: what another thread does. */
  read(file: string): Reading {
    return this.#reader.read(file);
  }

  /** Take what was read of a file, here or by another thread. */
  take(file: string, reading: Reading): void {
    if (reading.kind !== 'loaded' && reading.kind !== 'quiet') return;
    this.#size += reading.size;
    for (const word of reading.words) this.#words.add(word);
    for (const other of reading.around ?? []) this.#used.add(other);
    if (reading.kind === 'loaded') this.#facts.set(file, reading.facts);
    else (reading.isAside ? this.#asides : this.#quiet).add(file);
    this.#index = null;
  }

  /** Ask the disk again which files imports lead to. */
  forgetPaths(): void {
    this.#imports.forget();
  }

  /** Read files again that have changed, and what may have been understood by them: modules that name them. */
  reload(changed: readonly string[]): void {
    const stems = changed.filter(isJavaScriptPath).map(stemOf);
    const dependents = [...this.#facts.keys()].filter((file) => {
      const text = isJavaScriptPath(file) ? this.textOf(file) : null;
      return text !== null && stems.some((stem) => text.includes(stem));
    });
    for (const file of changed) this.#texts.forget(file);
    const files = new Set([...changed, ...dependents]);
    for (const file of files) {
      this.#facts.delete(file);
      this.#modules.delete(file);
      this.#asides.delete(file);
      this.#quiet.delete(file);
    }
    this.#index = null;
    for (const file of files) this.load(file);
  }

  /** Take the facts of a file from elsewhere: ESLint has its own syntax tree. */
  set(facts: FileFacts, text: string): void {
    this.#used.add(facts.path);
    this.#facts.set(facts.path, facts);
    this.#quiet.delete(facts.path);
    this.#asides.delete(facts.path);
    this.#texts.keep(facts.path, text);
    this.#modules.delete(facts.path);
    this.#index = null;
  }

  /** Everything known, linked. */
  index(): ProjectIndex {
    if (this.#index) return this.#index;
    const index = this.#newIndex();
    this.#index = this.#loadSettings(index) ? this.#newIndex() : index;
    return this.#index;
  }

  /** Look for the secrets that sign the project's tokens, in files too that nothing else gives reason to read. */
  async prove(search: SearchElsewhere): Promise<void> {
    await this.index().prepareProofs(search);
    const values = [...this.signingSecrets.projectValues()];
    if (this.#loadHolding(values, [...this.#quiet, ...this.#asides]))
      await this.index().prepareProofs(search);
  }

  /** The modules that a text imports, as far as they are the project's. */
  importsOf(file: string, text: string): string[] {
    return this.#imports.of(file, text);
  }

  /** What the outcome depends on beside what files say by themselves; null where nobody can tell. */
  influence(): Influence | null {
    const index = this.index();
    if (!index.isProofComplete) return null;
    const files = [...this.#facts.values()];
    return {
      used: [...new Set([...this.#used, ...index.importedConfigs()])].sort(byCodeUnit),
      called: index.called,
      checked: index.checked,
      imported: [...this.#imports.lastNames()].sort(byCodeUnit),
      settings: index.settingNames(),
      tokens: files.flatMap(({ path: file, tokens }) => (tokens.length > 0 ? [[file, tokens.length]] : [])),
      size: this.#size,
    };
  }

  /** When the first of the tokens expires that are valid at a time; null where none does. */
  nextExpiry(now: Date): Date | null {
    const all = [...this.#facts.values()].flatMap(({ tokens }) =>
      tokens.flatMap(({ claims }) => (claims && expiryOf(claims)) ?? []),
    );
    const coming = all.map((expiry) => expiry.getTime()).filter((expiry) => expiry > now.getTime());
    return coming.length === 0 ? null : new Date(coming.reduce((a, b) => Math.min(a, b)));
  }

  /** What went wrong with files that were read only when the index asked for them. */
  get lateProblems(): readonly ReadProblem[] {
    return this.#lateProblems;
  }

  /** Whether a text without a word of interest holds the name of a setting that is used as a key. */
  isSetting(text: string): boolean {
    return this.index()
      .settingNames()
      .filter(isWordless)
      .some((name) => text.includes(name));
  }

  #newIndex(): ProjectIndex {
    return new ProjectIndex(this.#facts.values(), {
      isCommitted: this.#options.isCommitted,
      projectWords: this.#projectWords(),
      resolve: (from, specifier) => this.#imports.resolve(from, specifier),
      installed: this.#installed,
      moduleAt: (file) => this.#moduleAt(file),
      codeFiles: () => this.#codeFiles(),
      isOwnPackage: (specifier) => this.#imports.isOwnPackage(specifier),
      textOf: (file) => {
        this.#used.add(file);
        return this.#texts.peek(file);
      },
      peek: (file) => this.#texts.peek(file),
      emptyFacts: (file) => emptyFacts(file, this.#names),
      proof: {
        secrets: this.signingSecrets,
        words: this.#options.words ?? [],
        textOf: (file) => this.#texts.peek(file),
        isSmall: () => isSmall(this.#size),
        quietFiles: () => this.#silentFiles(),
      },
    });
  }

  get #names(): EnvironmentNames {
    return this.#options.environments ?? USUAL_ENVIRONMENTS;
  }

  /** Read the files of settings that were passed over, and holds what is used as a key. Says whether there is any. */
  #loadSettings(index: ProjectIndex): boolean {
    const names = index.settingNames();
    const found = [
      this.#loadHolding(names.filter(isWordless), [...this.#quiet].filter(setsVariables)),
      this.#loadHolding(names, [...this.#asides].filter(setsVariables)),
      this.#loadHolding(
        [''],
        index.importedConfigs().filter((file) => !this.#facts.has(file)),
      ),
    ];
    return found.includes(true);
  }

  /** Read the files that hold one of these texts. Says whether there is any. */
  #loadHolding(wanted: readonly string[], files: readonly string[]): boolean {
    let isAny = false;
    for (const file of wanted.length === 0 ? [] : files) {
      const text = this.#texts.read(file);
      if (text === null || !wanted.some((part) => text.includes(part))) continue;
      const { facts, errors } = this.#reader.collect(file, text);
      this.set(facts, text);
      this.#lateProblems.push(...errors.map((message) => ({ path: file, message })));
      isAny = true;
    }
    return isAny;
  }

  /** In the order of their paths, for the same candidates in every run. */
  *#silentFiles(): Generator<{ path: string; isAside: boolean; text(): string | null }> {
    for (const file of [...this.#quiet, ...this.#asides].sort(byCodeUnit))
      yield { path: file, isAside: this.#asides.has(file), text: () => this.#texts.read(file) };
  }

  #projectWords(): readonly string[] {
    this.#repositoryNames ??= this.#options.isAlone ? [] : namesOfRepository(this.root);
    return [...new Set([...this.#words, ...this.#repositoryNames])].sort();
  }

  /** The text of a file; null where there is none. */
  textOf(file: string): string | null {
    this.#used.add(file);
    return this.#texts.of(file);
  }

  /** The syntax tree of a module that others lead to. */
  #moduleAt(file: string): JavaScriptModule | null {
    this.#used.add(file);
    const known = this.#modules.get(file);
    if (known !== undefined) return known;
    const text = this.textOf(file) ?? '';
    const source = parseScript(file, text);
    const module = source && new JavaScriptModule(source, this.contextOf(file));
    this.#modules.set(file, module, text.length);
    return module;
  }

  #codeFiles(): string[] {
    return [...this.#facts.keys(), ...this.#asides].filter(isJavaScriptPath).sort();
  }
}

/** Whether a file may set a variable for others, by its name. */
export function setsVariables(file: string): boolean {
  return isJavaScriptPath(file) ? isBundlerConfig(file) : isConfigPath(file);
}

/** How an import names a module: by its file, or by its folder. */
function stemOf(file: string): string {
  const stem = lastNameOf(file);
  return stem === 'index' ? path.posix.basename(path.posix.dirname(file)) : stem;
}

/** A name that the search for words passes over. */
function isWordless(name: string): boolean {
  return name.length > 2 && !mayHoldFacts(name);
}
