import type { Provenance } from '../facts/javascript/provenance.ts';
import { provenance } from '../facts/javascript/provenance.ts';
import { lookUpExport } from '../facts/javascript/exports.ts';
import type { LibraryRegistry } from '../facts/javascript/libraries/registry.ts';
import type { JavaScriptModule } from '../facts/javascript/module.ts';
import type { ImportedValue } from '../facts/model.ts';

/** Other files, on demand. */
export interface SourceAccess {
  resolve(from: string, specifier: string): string | null;
  moduleAt(path: string): JavaScriptModule | null;
  textOf(path: string): string | null;
}

/** Modules an export may be handed through before it is a library's. */
const MAX_HOPS = 6;

/**
 * Where an export of the project's own module really comes from: `export { sign } from 'jsonwebtoken'`,
 * `export const verify = promisify(jwt.verify)`. Null where it is no library's.
 */
export function originOfExport(
  from: string,
  imported: ImportedValue,
  libraries: LibraryRegistry,
  access: SourceAccess,
): Provenance | null {
  let file = from;
  let wanted = imported;
  for (let hop = 0; hop < MAX_HOPS; hop++) {
    const target = access.resolve(file, wanted.module);
    const text = target === null ? null : access.textOf(target);
    if (target === null || text === null || !mayLead(text, libraries)) return null;
    const module = access.moduleAt(target);
    const found = module && originIn(module, wanted.members);
    if (!found) return null;
    if (libraries.libraryOf(found.module)) return found;
    file = target;
    wanted = found;
  }
  return null;
}

/** Whether a module may hand on what others export. */
export function handsOn(text: string): boolean {
  return /export\s{0,4}(?:\*|\{[^}]{0,2000}\}\s{0,4}from)|__exportStar/.test(text);
}

/** Whether a module may export something under a name: by saying it, or by an export that goes by no name of its own. */
export function mayExport(text: string, name: string): boolean {
  return text.includes(name) || /\bexport(?:\s+type)?\s*[*=]|\bdefault\b|\bexports\b/.test(text);
}

/** A module that names a library, or hands on what others export. */
export function mayLead(text: string, libraries: LibraryRegistry): boolean {
  return libraries.isNamedIn(text) || handsOn(text);
}

function originIn(module: JavaScriptModule, members: readonly string[]): Provenance | null {
  const looked = lookUpExport(module, members);
  if (looked.state === 'imported') return looked.from;
  return looked.state === 'value' ? provenance(module, looked.node) : null;
}
