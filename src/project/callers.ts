import { importsBehind } from '../facts/javascript/exports.ts';
import type { JavaScriptModule } from '../facts/javascript/module.ts';
import { provenance } from '../facts/javascript/provenance.ts';
import { unwrap, type CallNode } from '../facts/javascript/syntax.ts';
import type { ImportedValue } from '../facts/model.ts';
import { byCodeUnit } from './files.ts';
import { handsOn } from './reexports.ts';
import { lastNameOf, specifiersIn } from './specifiers.ts';

/** A call of an exported function in another module. */
export interface Caller {
  readonly path: string;
  readonly module: JavaScriptModule;
  readonly call: CallNode;
}

export interface CallerAccess {
  /** Files of code that may call others. */
  codeFiles(): readonly string[];
  textOf(path: string): string | null;
  /** The same where nothing follows from it for now. */
  peek(path: string): string | null;
  resolve(from: string, specifier: string): string | null;
  moduleAt(path: string): JavaScriptModule | null;
  /** Whether a specifier is the name of one of the project's own packages, whose main file may be called anything. */
  isOwnPackage(specifier: string): boolean;
}

/** What makes a module a caller: the parts of the function's name, and an import of one of the modules that lead to it. */
export interface CalledFunction {
  readonly names: readonly string[];
  readonly modules: readonly string[];
}

/** Finds callers, each export's once. */
export class Callers {
  readonly #access: CallerAccess;
  readonly #known = new Map<string, readonly Caller[]>();
  readonly #called: CalledFunction[] = [];
  #importers: Importers | null = null;

  constructor(access: CallerAccess) {
    this.#access = access;
  }

  /** All calls of what `path` exports as `name`, in other modules of the project. */
  of(path: string, name: string): readonly Caller[] {
    const key = `${path}\n${name}`;
    let callers = this.#known.get(key);
    if (!callers) this.#known.set(key, (callers = this.#search(path, name)));
    return callers;
  }

  /** The functions that were asked about. */
  get called(): readonly CalledFunction[] {
    return this.#called;
  }

  #search(path: string, name: string): Caller[] {
    this.#importers ??= new Importers(this.#access);
    const names = name.split('.').filter((part) => part !== '#' && part !== 'default');
    const { files, modules } = this.#importers.through(path);
    this.#called.push({ names, modules });
    const callers: Caller[] = [];
    for (const file of files) {
      const text = this.#access.peek(file) ?? '';
      const module = names.every((part) => text.includes(part)) ? this.#access.moduleAt(file) : null;
      if (!module) continue;
      for (const call of [...module.nodes('CallExpression'), ...module.nodes('NewExpression')]) {
        if (callers.length >= MAX_CALLERS) return callers;
        if (this.#isCallOf(path, name, file, module, call)) callers.push({ path: file, module, call });
      }
    }
    return callers;
  }

  #isCallOf(path: string, name: string, file: string, module: JavaScriptModule, call: CallNode): boolean {
    const callee = unwrap(call.callee);
    if (callee.type !== 'Identifier' && callee.type !== 'MemberExpression') return false;
    const found = provenance(module, callee);
    return found !== null && this.#leadsTo(file, found, path, name, MAX_HOPS);
  }

  /** Whether an import means the export of `path`, by itself or through modules that hand it on. */
  #leadsTo(from: string, wanted: ImportedValue, path: string, name: string, hops: number): boolean {
    const isNamed = name === 'default' || lastOf(name) === (wanted.members.at(-1) ?? 'default');
    const target = isNamed && hops > 0 ? this.#access.resolve(from, wanted.module) : null;
    if (target === null) return false;
    if (target === path) return isExport(wanted.members, name);
    const module = handsOn(this.#access.textOf(target) ?? '') ? this.#access.moduleAt(target) : null;
    if (!module) return false;
    return importsBehind(module, wanted.members).some((next) =>
      this.#leadsTo(target, next, path, name, hops - 1),
    );
  }
}

/** Modules an import may be handed on by. */
const MAX_HOPS = 6;

/** Callers that are looked at; a function with more is a library of its own. */
const MAX_CALLERS = 50;

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function isExport(members: readonly string[], name: string): boolean {
  return name === 'default' ? members.length === 0 : members.join('.') === name;
}

/** Imports that lead to the same place: by one specifier in one folder, and one of our own packages is the same everywhere. */
interface AlikeImports {
  readonly specifier: string;
  readonly files: string[];
  /** Looked for when it is first asked for. */
  target?: string | null;
}

/** Which files import a module, by the text of all files, read once; only what may be meant is resolved. */
class Importers {
  readonly #access: CallerAccess;
  /** By the last name of the specifier; under '' what names no file. */
  readonly #byName = new Map<string, Map<string, AlikeImports>>();
  /** Files that may hand on what they import. */
  readonly #handing = new Set<string>();

  constructor(access: CallerAccess) {
    this.#access = access;
    for (const file of access.codeFiles()) this.#add(file, access.peek(file) ?? '');
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
  through(path: string): { files: string[]; modules: string[] } {
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
    return { files: [...found].sort(byCodeUnit), modules: [...leading].sort(byCodeUnit) };
  }

  #targetOf(imports: AlikeImports): string | null {
    if (imports.target === undefined)
      imports.target = this.#access.resolve(imports.files[0]!, imports.specifier);
    return imports.target;
  }

  #add(file: string, text: string): void {
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

  #named(name: string): Map<string, AlikeImports> {
    let named = this.#byName.get(name);
    if (!named) this.#byName.set(name, (named = new Map()));
    return named;
  }
}
