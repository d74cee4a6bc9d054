/** What a lock file says, asked package by package. */
export interface Lockfile {
  /**
   * The version of a package as a folder of the project gets it, or as another package gets it.
   *
   * @param name the package, `jsonwebtoken`
   * @param folder the package that imports it, relative to the lock file; `''` for the one beside it
   * @param via the package in between, `passport-jwt`: its own copy counts
   */
  versionOf(name: string, folder: string, via: string | null): string | null;
}

/** Reads the text of a lock file; null where it is none of its kind. Never throws for what a file may hold. */
export type ReadLockfile = (text: string) => Lockfile | null;
