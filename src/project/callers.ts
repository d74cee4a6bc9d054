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
    if (file === path || !mayCall(file, path, name, access)) continue;
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

/** By the text: the name stands in it, and some import leads to the module. Parsing costs more than both. */
function mayCall(file: string, path: string, name: string, access: CallerAccess): boolean {
  const text = access.textOf(file);
  if (text === null || (name !== 'default' && !text.includes(name))) return false;
  const specifiers = new Set([...text.matchAll(SPECIFIER)].map(([, specifier]) => specifier!));
  return [...specifiers].some(
    (specifier) => mayMean(specifier, path) && access.resolve(file, specifier) === path,
  );
}

const SPECIFIER = /(?:\bfrom|\b(?:require|import)\s{0,4}\()\s{0,20}['"`]([^'"`\n]{1,300})['"`]/g;
const PACKAGE_NAME = /^(?:@[^/]+\/)?[^./@#~][^/]*$/;

/** Whether a specifier ends like the path of a module, or names a package, whose main file may be anything. */
function mayMean(specifier: string, path: string): boolean {
  const [last = '', folder = ''] = path.split('/').reverse();
  const stem = last.replace(/\..*$/, '');
  const end = specifier.slice(specifier.lastIndexOf('/') + 1);
  const name = end.replace(/(?<=.)\..*$/, '');
  return name === stem || name === folder || /^\.{0,2}$/.test(end) || PACKAGE_NAME.test(specifier);
}

function isExport(members: readonly string[], name: string): boolean {
  return name === 'default' ? members.length === 0 : members.length === 1 && members[0] === name;
}
