import { importsBehind } from '../facts/javascript/exports.ts';
import type { JavaScriptModule } from '../facts/javascript/module.ts';
import { provenance } from '../facts/javascript/provenance.ts';
import { unwrap, type CallNode } from '../facts/javascript/syntax.ts';
import type { ImportedValue } from '../facts/model.ts';
import type { CodeSurvey } from './code-survey.ts';
import { byCodeUnit } from './files.ts';
import { handsOn } from './reexports.ts';

/** A call of an exported function in another module. */
export interface Caller {
  readonly path: string;
  readonly module: JavaScriptModule;
  readonly call: CallNode;
}

export interface CallerAccess {
  textOf(path: string): string | null;
  /** The same where nothing follows from it for now. */
  peek(path: string): string | null;
  resolve(from: string, specifier: string): string | null;
  moduleAt(path: string): JavaScriptModule | null;
}

/** What a module exports under a name. */
export interface ExportedFunction {
  readonly path: string;
  readonly name: string;
}

interface CallerSearch extends ExportedFunction, CalledFunction {
  readonly files: ReadonlySet<string>;
  readonly callers: Caller[];
}

/** What makes a module a caller: the parts of the function's name, and an import of one of the modules that lead to it. */
export interface CalledFunction {
  readonly names: readonly string[];
  readonly modules: readonly string[];
}

/** Finds callers, each export's once. */
export class Callers {
  readonly #access: CallerAccess;
  readonly #survey: CodeSurvey;
  readonly #searches = new Map<string, CallerSearch>();

  constructor(access: CallerAccess, survey: CodeSurvey) {
    this.#access = access;
    this.#survey = survey;
  }

  /** All calls of what `path` exports as `name`, in other modules of the project. */
  of(path: string, name: string): readonly Caller[] {
    this.lookFor([{ path, name }]);
    return this.#searches.get(keyOf({ path, name }))!.callers;
  }

  /** The functions that were asked about. */
  get called(): readonly CalledFunction[] {
    return [...this.#searches.values()].map(({ names, modules }) => ({ names, modules }));
  }

  /** Look for the callers of several functions, for which each file is read once. */
  lookFor(functions: readonly ExportedFunction[]): void {
    const searches = functions.flatMap((one) => this.#begin(one) ?? []);
    const files = new Set(searches.flatMap((search) => [...search.files]));
    for (const file of [...files].sort(byCodeUnit)) {
      const text = this.#access.peek(file) ?? '';
      for (const search of searches) {
        const mayCall = search.files.has(file) && search.names.every((part) => text.includes(part));
        if (mayCall && search.callers.length < MAX_CALLERS) this.#lookInto(file, search);
      }
    }
  }

  /** Null for a function that was looked for before. */
  #begin(one: ExportedFunction): CallerSearch | null {
    const key = keyOf(one);
    if (this.#searches.has(key)) return null;
    const names = one.name.split('.').filter((part) => part !== '#' && part !== 'default');
    const { files, modules } = this.#survey.importers.through(one.path);
    const search = { ...one, names, modules, files, callers: [] };
    this.#searches.set(key, search);
    return search;
  }

  #lookInto(file: string, { path, name, callers }: CallerSearch): void {
    const module = this.#access.moduleAt(file);
    if (!module) return;
    for (const call of [...module.nodes('CallExpression'), ...module.nodes('NewExpression')]) {
      if (callers.length >= MAX_CALLERS) return;
      if (this.#isCallOf(path, name, file, module, call)) callers.push({ path: file, module, call });
    }
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

function keyOf({ path, name }: ExportedFunction): string {
  return `${path}\n${name}`;
}

function lastOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

function isExport(members: readonly string[], name: string): boolean {
  return name === 'default' ? members.length === 0 : members.join('.') === name;
}
