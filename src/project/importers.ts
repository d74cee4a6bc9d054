import { byCodeUnit } from './files.ts';
import { handsOn } from './reexports.ts';
import { lastNameOf, specifiersIn } from './specifiers.ts';

export interface ImporterAccess {
  textOf(path: string): string | null;
  resolve(from: string, specifier: string): string | null;
  /** Whether a specifier is the name of one of the project's own packages, whose main file may be called anything. */
  isOwnPackage(specifier: string): boolean;
}

/** Modules an import may be handed on by. */
const MAX_HOPS = 6;

/** Imports that lead to the same place: by one specifier in one folder, and one of our own packages is the same everywhere. */
interface AlikeImports {
  readonly specifier: string;
  readonly files: string[];
  /** Looked for when it is first asked for. */
  target?: string | null;
}

/** Which files import a module, by the texts of all; only what may be meant is resolved. */
export class Importers {
  readonly #access: ImporterAccess;
  /** By the last name of the specifier; under '' what names no file. */
  readonly #byName = new Map<string, Map<string, AlikeImports>>();
  /** Files that may hand on what they import. */
  readonly #handing = new Set<string>();

  constructor(access: ImporterAccess) {
    this.#access = access;
  }

  add(file: string, text: string): void {
    if (handsOn(text)) this.#handing.add(file);
    const folder = file.slice(0, file.lastIndexOf('/') + 1);
    for (const specifier of specifiersIn(text)) {
      const isOwnPackage = this.#access.isOwnPackage(specifier);
      const named = this.#named(isOwnPackage ? '' : lastNameOf(specifier));
      const key = isOwnPackage ? specifier : `${folder}\n${specifier}`;
      const imports = named.get(key);
      if (imports) imports.files.push(file);
      else named.set(key, { specifier, files: [file] });
    }
  }

  /** Files that import the module at `path`, in the order of their paths. */
  of(path: string): string[] {
    const folder = path.split('/').at(-2) ?? '';
    const candidates = [...new Set([lastNameOf(path), folder, ''])].flatMap((name) => [
      ...(this.#byName.get(name)?.values() ?? []),
    ]);
    const importing = candidates.filter((imports) => this.#targetOf(imports) === path);
    const files = new Set(importing.flatMap((imports) => imports.files));
    files.delete(path);
    return [...files].sort(byCodeUnit);
  }

  /** The same, and files that import it through modules that hand it on; and those modules, itself among them. */
  through(path: string): { files: ReadonlySet<string>; modules: string[] } {
    const found = new Set<string>();
    const leading = new Set<string>();
    let modules = [path];
    for (let hop = 0; hop < MAX_HOPS && modules.length > 0; hop++) {
      for (const module of modules) leading.add(module);
      const importing = modules.flatMap((module) => this.of(module)).filter((file) => !found.has(file));
      for (const file of importing) found.add(file);
      modules = importing.filter((file) => this.#handing.has(file));
      for (const file of modules) this.#access.textOf(file);
    }
    found.delete(path);
    return { files: found, modules: [...leading].sort(byCodeUnit) };
  }

  #targetOf(imports: AlikeImports): string | null {
    if (imports.target === undefined)
      imports.target = this.#access.resolve(imports.files[0]!, imports.specifier);
    return imports.target;
  }

  #named(name: string): Map<string, AlikeImports> {
    let named = this.#byName.get(name);
    if (!named) this.#byName.set(name, (named = new Map()));
    return named;
  }
}
