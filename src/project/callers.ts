import type { JavaScriptModule } from '../facts/javascript/module.ts';
import { provenance } from '../facts/javascript/provenance.ts';
import { unwrap, type CallNode } from '../facts/javascript/syntax.ts';

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
  resolve(from: string, specifier: string): string | null;
  moduleAt(path: string): JavaScriptModule | null;
}

/** Finds callers, each export's once. */
export class Callers {
  readonly #access: CallerAccess;
  readonly #known = new Map<string, readonly Caller[]>();

  constructor(access: CallerAccess) {
    this.#access = access;
  }

  /** All calls of what `path` exports as `name`, in other modules of the project. */
  of(path: string, name: string): readonly Caller[] {
    const key = `${path}\n${name}`;
    let callers = this.#known.get(key);
    if (!callers) this.#known.set(key, (callers = callersOf(path, name, this.#access)));
    return callers;
  }
}

/** Callers that are looked at; a function with more is a library of its own. */
const MAX_CALLERS = 50;

function callersOf(path: string, name: string, access: CallerAccess): Caller[] {
  const callers: Caller[] = [];
  for (const file of access.codeFiles()) {
    if (file === path || !mayCall(access.textOf(file), path, name)) continue;
    const module = access.moduleAt(file);
    for (const call of module?.nodes('CallExpression') ?? []) {
      if (callers.length >= MAX_CALLERS) return callers;
      const callee = unwrap(call.callee);
      if (callee.type !== 'Identifier' && callee.type !== 'MemberExpression') continue;
      const found = module && provenance(module, callee);
      if (!module || !found || !isExport(found.members, name)) continue;
      if (access.resolve(file, found.module) === path) callers.push({ path: file, module, call });
    }
  }
  return callers;
}

/** A default export is called by any name, but its file has to be named. */
function mayCall(text: string | null, path: string, name: string): boolean {
  if (text === null) return false;
  if (name !== 'default') return text.includes(name);
  const stem = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  return text.includes(stem === 'index' ? (path.split('/').at(-2) ?? stem) : stem);
}

function isExport(members: readonly string[], name: string): boolean {
  return name === 'default' ? members.length === 0 : members.length === 1 && members[0] === name;
}
