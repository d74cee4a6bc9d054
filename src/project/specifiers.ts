import { detached } from '../facts/detached.ts';

const SPECIFIER = /(?:\bfrom|\b(?:require|import)\s{0,4}\()\s{0,20}['"`]([^'"`\n]{1,300})['"`]/g;

/** What a text imports, by its specifiers. */
export function specifiersIn(text: string): string[] {
  return [...new Set([...text.matchAll(SPECIFIER)].map(([, specifier]) => detached(specifier!)))];
}

/** The last name of a specifier or a path, without endings: by it an import and the file that it leads to are held to each other. */
export function lastNameOf(specifier: string): string {
  return specifier.slice(specifier.lastIndexOf('/') + 1).split('.', 1)[0]!;
}
