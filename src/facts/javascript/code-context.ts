import { knownLibraries } from './libraries/index.ts';
import type { LibraryRegistry } from './libraries/registry.ts';
import type { Provenance } from './provenance.ts';

/** What the code of one file cannot say by itself: where it stands, and what is around it. */
export interface CodeContext {
  /** Relative to the root of the scan, with `/`. */
  readonly path: string;
  readonly libraries: LibraryRegistry;
  /** Whether the package around the file depends on another one. */
  declares(packageName: string): boolean;
  /** Where an export of the project's own module really comes from: `export { sign } from 'jsonwebtoken'`. */
  originOf(specifier: string, members: readonly string[]): Provenance | null;
}

/** A file on its own: nothing around it is known. */
export function contextAlone(path: string, libraries: LibraryRegistry = knownLibraries): CodeContext {
  return { path, libraries, declares: () => false, originOf: () => null };
}
