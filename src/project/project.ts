import path from 'node:path';
import { collectFacts, isJavaScriptPath, type Collected } from '../facts/collect.ts';
import type { CodeContext } from '../facts/javascript/code-context.ts';
import { JavaScriptModule } from '../facts/javascript/module.ts';
import { knownLibraries } from '../facts/javascript/libraries/index.ts';
import type { LibraryRegistry } from '../facts/javascript/libraries/registry.ts';
import { isConfigPath } from '../facts/config/readers.ts';
import { type EnvironmentNames, USUAL_ENVIRONMENTS } from '../facts/environment-names.ts';
import type { FileFacts } from '../facts/model.ts';
import { mayHoldFacts, mayMatterElsewhere } from '../facts/prefilter.ts';
import { contextOf, environmentOf } from '../facts/context.ts';
import { InstalledPackages } from './installed/index.ts';
import { ProjectIndex } from './link.ts';
import { SigningSecrets, type SearchElsewhere } from './proof/index.ts';
import { resolveAmong, resolveModule } from './modules.ts';
import { originOfExport } from './reexports.ts';
import { parseScript } from './parse-script.ts';
import { isManifest, namesInManifest, namesOfRepository } from './project-words.ts';
import { parseJavaScript } from './parse-javascript.ts';
import { decodeText, readBytes } from './text.ts';

/** What became of one file. */
export type LoadResult =
  | { readonly kind: 'loaded'; readonly errors: readonly string[] }
  /** Read, and certain to hold nothing of interest. */
  | { readonly kind: 'quiet' }
  | { readonly kind: 'binary' }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'unreadable'; readonly reason: string };

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
  /** Look at no other file: what is not given is not there. */
  readonly isAlone?: boolean;
  /** What is known of signatures already, and how much may be spent on more: see {@link SigningSecrets}. */
  readonly signingSecrets?: SigningSecrets;
  /** Further values to try on tokens, such as a user's word list. */
  readonly words?: Iterable<string>;
  /** Spellings of environments, with those that the project adds. */
  readonly environments?: EnvironmentNames;
}

/** Something that could not be read in full, and why. */
export interface ReadProblem {
  readonly path: string;
  readonly message: string;
}

/** Work for signatures in one scan, in compressions of SHA-256: some five seconds, in projects with many tokens and strings. */
const MAX_PROOF_WORK = 80_000_000;

/** Characters of all files together up to which every string is worth trying on tokens: a few tenths of a second. */
const MAX_SMALL = 16 * 1024 * 1024;

const MANIFEST = /(?:^|\/)package\.json$/;

/** The facts of a folder's files, read on demand, and the index over them. */
export class Project {
  readonly root: string;
  readonly signingSecrets: SigningSecrets;
  readonly #options: ProjectOptions;
  readonly #facts = new Map<string, FileFacts>();
  readonly #texts = new Map<string, string>();
  readonly #words = new Set<string>();
  /** Code that says nothing by itself: only as caller of others. */
  readonly #asides = new Set<string>();
  readonly #modules = new Map<string, JavaScriptModule | null>();
  readonly #packages = new Map<string, string>();
  readonly #libraries: LibraryRegistry;
  readonly #installed: InstalledPackages;
  /** Files without a word of interest, which may still set a variable that code uses as a key. */
  #quiet: string[] = [];
  #size = 0;
  readonly #lateProblems: ReadProblem[] = [];
  #index: ProjectIndex | null = null;

  constructor(options: ProjectOptions) {
    this.root = options.root;
    this.#options = options;
    this.signingSecrets = options.signingSecrets ?? new SigningSecrets(MAX_PROOF_WORK);
    this.#libraries = options.libraries ?? knownLibraries;
    this.#installed = new InstalledPackages((file) => this.#read(file));
  }

  /** What the code of a file cannot say by itself. */
  contextOf(file: string): CodeContext {
    return {
      path: file,
      libraries: this.#libraries,
      declares: (name) => this.#installed.declares(file, name),
      originOf: (specifier, members) =>
        originOfExport(file, { module: specifier, members }, this.#libraries, {
          resolve: (from, wanted) => this.#resolve(from, wanted),
          moduleAt: (target) => this.#moduleAt(target),
          textOf: (target) => this.textOf(target),
        }),
    };
  }

  /** Learn the names of the project's own packages, which imports go by, before anything is collected. */
  addPackages(files: readonly string[]): void {
    for (const file of files) {
      const manifest = MANIFEST.test(file) ? this.#read(file) : null;
      if (manifest !== null) this.#addPackage(file, manifest);
    }
  }

  /** Read a file and collect its facts. Never throws. */
  load(file: string): LoadResult {
    const bytes = this.#options.overlay?.get(file) ?? readBytes(path.join(this.root, file));
    if (!Buffer.isBuffer(bytes)) return bytes.kind === 'binary' ? { kind: 'binary' } : bytes;
    if (MANIFEST.test(file)) this.#addPackage(file, bytes.toString('utf8'));
    if (isManifest(file))
      for (const name of namesInManifest(file, bytes.toString('utf8'))) this.#words.add(name);
    const decoded = decodeText(bytes);
    if (decoded.kind !== 'text')
      return decoded.kind === 'binary' ? { kind: 'binary' } : { kind: 'elsewhere' };
    this.#size += decoded.text.length;
    const isRead = isAlwaysRead(file) || isSecretFile(file, decoded.text);
    if (!isRead && !mayHoldFacts(decoded.text, this.#libraries)) {
      this.#quiet.push(file);
      return { kind: 'quiet' };
    }
    const isAside =
      this.#options.onlyLinks && isJavaScriptPath(file) && !mayMatterElsewhere(decoded.text, this.#libraries);
    if (isAside) {
      this.#asides.add(file);
      return { kind: 'quiet' };
    }
    const collected = this.#collect(file, decoded.text);
    this.set(collected.facts, decoded.text);
    return { kind: 'loaded', errors: collected.errors };
  }

  /** Take the facts of a file from elsewhere: ESLint has its own syntax tree. */
  set(facts: FileFacts, text: string): void {
    this.#facts.set(facts.path, facts);
    this.#texts.set(facts.path, text);
    this.#modules.delete(facts.path);
    this.#index = null;
  }

  /** Everything known, linked. */
  index(): ProjectIndex {
    if (this.#index) return this.#index;
    const index = this.#newIndex();
    this.#index = this.#loadQuiet(index.settingNames()) ? this.#newIndex() : index;
    return this.#index;
  }

  /** Look for the secrets that sign the project's tokens, in files too that nothing else gives reason to read. */
  async prove(search: SearchElsewhere): Promise<void> {
    await this.index().prepareProofs(search);
    if (this.#loadHolding([...this.signingSecrets.projectValues()])) await this.index().prepareProofs(search);
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
      resolve: (from, specifier) => this.#resolve(from, specifier),
      installed: this.#installed,
      entries: (file) => this.#facts.get(file)?.entries ?? [],
      moduleAt: (file) => this.#moduleAt(file),
      codeFiles: () => this.#codeFiles(),
      textOf: (file) => this.textOf(file),
      emptyFacts: (file) => emptyFacts(file, this.#names),
      proof: {
        secrets: this.signingSecrets,
        words: this.#options.words ?? [],
        textOf: (file) => this.textOf(file),
        isSmall: () => this.#size <= MAX_SMALL,
        quietFiles: () => this.#quiet.map((file) => ({ path: file, text: () => this.#read(file) })),
      },
    });
  }

  get #names(): EnvironmentNames {
    return this.#options.environments ?? USUAL_ENVIRONMENTS;
  }

  /** A reader's own failure costs one file, not the scan. */
  #collect(file: string, text: string): Collected {
    try {
      return collectFacts(file, text, parseJavaScript, this.contextOf(file), this.#names);
    } catch (error) {
      return {
        facts: emptyFacts(file, this.#names),
        errors: [`could not be read in full: ${(error as Error).name}`],
      };
    }
  }

  /** Read the configuration files that were passed over and hold one of these names. Says whether there are any. */
  #loadQuiet(names: readonly string[]): boolean {
    return this.#loadHolding(names.filter(isWordless), isConfigPath);
  }

  /** Read what was passed over and holds one of these texts. Says whether there is any. */
  #loadHolding(wanted: readonly string[], isAsked: (file: string) => boolean = () => true): boolean {
    if (wanted.length === 0) return false;
    const loaded = new Set<string>();
    for (const file of this.#quiet.filter(isAsked)) {
      const text = this.#read(file);
      if (text === null || !wanted.some((part) => text.includes(part))) continue;
      const { facts, errors } = this.#collect(file, text);
      this.set(facts, text);
      this.#lateProblems.push(...errors.map((message) => ({ path: file, message })));
      loaded.add(file);
    }
    this.#quiet = this.#quiet.filter((file) => !loaded.has(file));
    return loaded.size > 0;
  }

  #projectWords(): readonly string[] {
    const repository = this.#options.isAlone ? [] : namesOfRepository(this.root);
    return [...new Set([...this.#words, ...repository])].sort();
  }

  /** The text of a file; null where there is none. */
  textOf(file: string): string | null {
    const known = this.#texts.get(file);
    if (known !== undefined) return known;
    const text = this.#read(file);
    if (text !== null) this.#texts.set(file, text);
    return text;
  }

  /** The syntax tree of a module that others lead to, kept while the project is. */
  #moduleAt(file: string): JavaScriptModule | null {
    const known = this.#modules.get(file);
    if (known !== undefined) return known;
    const source = parseScript(file, this.textOf(file) ?? '');
    const module = source && new JavaScriptModule(source, this.contextOf(file));
    this.#modules.set(file, module);
    return module;
  }

  #codeFiles(): string[] {
    return [...this.#facts.keys(), ...this.#asides].filter(isJavaScriptPath).sort();
  }

  #read(file: string): string | null {
    const given = this.#options.overlay?.get(file);
    if (!given && (this.#options.isAlone || !this.#exists(file))) return null;
    const bytes = given ?? readBytes(path.join(this.root, file));
    const decoded = Buffer.isBuffer(bytes) ? decodeText(bytes) : null;
    return decoded?.kind === 'text' ? decoded.text : null;
  }

  #exists(file: string): boolean {
    const { existing } = this.#options;
    return !existing || existing.has(file) || file.includes('node_modules/');
  }

  #resolve(from: string, specifier: string): string | null {
    const { existing, isAlone } = this.#options;
    if (isAlone) return null;
    const found = resolveModule(this.root, from, specifier, this.#packages);
    if (!existing || (found !== null && existing.has(found))) return found;
    return resolveAmong(existing, from, specifier);
  }

  /** A package's folder by its name. */
  #addPackage(file: string, manifest: string): void {
    const name = /"name"\s{0,8}:\s{0,8}"([^"\n]{1,214})"/.exec(manifest)?.[1];
    if (name !== undefined && !this.#packages.has(name)) this.#packages.set(name, path.posix.dirname(file));
  }
}

/** A name that the search for words passes over. */
function isWordless(name: string): boolean {
  return name.length > 2 && !mayHoldFacts(name);
}

/** Environment files are small, and their variables count by use, whatever they are called. */
function isAlwaysRead(file: string): boolean {
  return /(?:^|\/)[^/]*env(?:\.|$|example|rc)[^/]*$/i.test(file);
}

/** A short file in a place for secrets may be one, and nothing in it says so: Docker and Kubernetes mount them like that. */
function isSecretFile(file: string, text: string): boolean {
  return (
    text.length <= 4096 &&
    /(?:secret|jwt|token|passw|(?:^|[./_-])keys?(?:[./_-]|$))[^/]*(?:\/[^/]*)?$/i.test(file)
  );
}

function emptyFacts(file: string, names: EnvironmentNames): FileFacts {
  return {
    path: file,
    context: contextOf(file),
    environment: environmentOf(file, names),
    calls: [],
    literals: [],
    entries: [],
    tokens: [],
    privateKeys: [],
    publicKeys: [],
    settingUses: [],
    importUses: [],
    passedUses: [],
    logs: [],
    exposures: [],
  };
}
