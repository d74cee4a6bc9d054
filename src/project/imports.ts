import path from 'node:path';
import { forgetFiles, resolveAmong, resolveModule } from './modules.ts';
import { isOddManifest, mayResolve } from './odd-manifests.ts';
import { lastNameOf, specifiersIn } from './specifiers.ts';

/** What modules are resolved by: plain data, which threads can send to each other. */
export interface Layout {
  /** The project's own packages and their folders. */
  readonly packages: ReadonlyMap<string, string>;
  /** The files that were listed. */
  readonly files: ReadonlySet<string>;
  /** Whether all manifests are files that the resolver can read. */
  readonly isResolvable: boolean;
}

export interface ImportsOptions {
  readonly root: string;
  /** The files that there are, where it is not the disk that says it. */
  readonly existing?: ReadonlySet<string> | undefined;
  /** Nothing leads anywhere. */
  readonly isAlone?: boolean | undefined;
  readonly layout?: Layout | undefined;
  /** The text of a file; null where there is none. */
  read(file: string): string | null;
  /** Whether the package around a file names another one among its dependencies. */
  declares(file: string, name: string): boolean;
}

const MANIFEST = /(?:^|\/)package\.json$/;

/** Where the imports of a project lead. */
export class Imports {
  readonly #options: ImportsOptions;
  readonly #packages: Map<string, string>;
  #files: ReadonlySet<string>;
  #isResolvable: boolean;
  /** By the importing folder. */
  readonly #resolved = new Map<string, string | null>();

  constructor(options: ImportsOptions) {
    this.#options = options;
    this.#packages = new Map(options.layout?.packages);
    this.#files = options.layout?.files ?? new Set();
    this.#isResolvable = options.layout?.isResolvable ?? true;
  }

  get layout(): Layout {
    return { packages: this.#packages, files: this.#files, isResolvable: this.#isResolvable };
  }

  /** Whether a file is one of those that were listed. */
  lists(file: string): boolean {
    return this.#files.has(file);
  }

  isOwnPackage(specifier: string): boolean {
    return this.#packages.has(specifier);
  }

  /** Learn the names of the project's own packages, which imports go by. */
  addPackages(files: readonly string[]): void {
    this.#files = new Set(files);
    for (const file of files) {
      if (!MANIFEST.test(file)) continue;
      if (isOddManifest(path.join(this.#options.root, file))) this.#isResolvable = false;
      const manifest = this.#options.read(file);
      if (manifest !== null) this.#addPackage(file, manifest);
    }
  }

  /** The file that an import leads to; null where it is none of the project's. */
  resolve(from: string, specifier: string): string | null {
    if (this.#options.isAlone) return null;
    const key = `${path.posix.dirname(from)}\0${specifier}`;
    const known = this.#resolved.get(key);
    if (known !== undefined) return known;
    const target = this.#resolveAnew(from, specifier);
    this.#resolved.set(key, target);
    return target;
  }

  /** The modules that a text imports, as far as they are the project's. */
  of(file: string, text: string): string[] {
    return specifiersIn(text).flatMap((specifier) => this.resolve(file, specifier) ?? []);
  }

  /** The last names of all specifiers that were asked about. */
  lastNames(): Set<string> {
    return new Set([...this.#resolved.keys()].map((key) => lastNameOf(key.slice(key.indexOf('\0') + 1))));
  }

  /** Ask the disk again. */
  forget(): void {
    this.#resolved.clear();
    forgetFiles();
  }

  #resolveAnew(from: string, specifier: string): string | null {
    const { root, existing, declares } = this.#options;
    const directory = path.dirname(path.join(root, from));
    const isSafe = this.#isResolvable && mayResolve(root, directory, specifier);
    const isDependency = (name: string): boolean => declares(from, name);
    const found = isSafe ? resolveModule(root, from, specifier, this.#packages, isDependency) : null;
    if (found !== null && (!existing || existing.has(found))) return found;
    return resolveAmong(existing ?? this.#files, from, specifier);
  }

  /** A package's folder by its name. */
  #addPackage(file: string, manifest: string): void {
    const name = /"name"\s{0,8}:\s{0,8}"([^"\n]{1,214})"/.exec(manifest)?.[1];
    if (name === undefined || this.#packages.has(name)) return;
    this.#packages.set(name, path.posix.dirname(file));
    this.#resolved.clear();
  }
}
