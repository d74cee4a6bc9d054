import { isJavaScriptPath } from '../facts/collect.ts';
import type { LibraryRegistry } from '../facts/javascript/libraries/registry.ts';
import { mayDefineSettings } from '../facts/javascript/settings/definitions.ts';
import { findTokens } from '../facts/text/tokens.ts';
import { finish, searchSigningKeys } from '../jwt/proof.ts';
import type { CalledFunction } from './callers.ts';
import { stringCandidates } from './proof/candidates.ts';
import { mayLead } from './reexports.ts';
import { mayCheck } from './setting-checks.ts';
import { lastNameOf } from './specifiers.ts';

/**
 * What the outcome of a scan depends on beside what files say by themselves: enough to tell whether a change to a file that says
 * nothing can change it. Names and paths only, no secret.
 */
export interface Influence {
  /** Files that were looked into for what others say. */
  readonly used: readonly string[];
  /** Functions whose callers were looked for. */
  readonly called: readonly CalledFunction[];
  /** Variables whose checks were looked for. */
  readonly checked: readonly string[];
  /** The last names of all imports that were followed, whether they led to a file or not. */
  readonly imported: readonly string[];
  /** The last words of settings that are keys. */
  readonly settings: readonly string[];
  /** Files with tokens, and how many. */
  readonly tokens: readonly (readonly [file: string, count: number])[];
  /** Bytes of all files: of few, every string is tried on tokens. */
  readonly size: number;
}

/** Bytes of all files together up to which every string is worth trying on tokens: a few tenths of a second. */
const MAX_SMALL = 16 * 1024 * 1024;

/** Whether all strings of all files are tried on tokens. */
export function isSmall(size: number): boolean {
  return size <= MAX_SMALL;
}

/** A file that says nothing by itself, as it is now. */
export interface SilentText {
  readonly path: string;
  readonly text: string;
  /** Whether code reads settings from it. */
  readonly setsVariables: boolean;
}

/** The rest of the project, on demand. */
export interface ProjectAccess {
  readonly libraries: LibraryRegistry;
  textOf(file: string): string | null;
  importsOf(file: string, text: string): readonly string[];
}

/** Tells whether silent files can change what was found, if they could not before. Says yes too often, never too rarely. */
export class InfluenceOnOthers {
  readonly #influence: Influence;
  readonly #used: ReadonlySet<string>;
  readonly #imported: ReadonlySet<string>;
  readonly #project: ProjectAccess;
  #tokens: readonly string[] | null | undefined;

  constructor(influence: Influence, project: ProjectAccess) {
    this.#influence = influence;
    this.#used = new Set(influence.used);
    this.#imported = new Set(influence.imported);
    this.#project = project;
  }

  /** Whether imports may lead elsewhere when a file comes or goes. */
  ofPlace(path: string): boolean {
    const stem = lastNameOf(path);
    return this.#used.has(path) || stem === 'index' || this.#imported.has(stem);
  }

  of({ path, text, setsVariables }: SilentText): boolean {
    const { checked, settings } = this.#influence;
    return (
      this.#used.has(path) ||
      mayLead(text, this.#project.libraries) ||
      mayDefineSettings(path, text) ||
      this.#mayCall(path, text) ||
      checked.some((name) => mayCheck(path, text, name)) ||
      (setsVariables && settings.some((name) => text.includes(name))) ||
      this.#mayHoldKey(path, text)
    );
  }

  #mayCall(path: string, text: string): boolean {
    const called = this.#influence.called.filter(({ names }) => names.every((name) => text.includes(name)));
    if (called.length === 0 || !isJavaScriptPath(path)) return false;
    const imported = new Set(this.#project.importsOf(path, text));
    return called.some(({ modules }) => modules.some((module) => imported.has(module)));
  }

  /** Whether a string of the file signs a token of the project. */
  #mayHoldKey(path: string, text: string): boolean {
    if (this.#influence.tokens.length === 0) return false;
    const tokens = this.#allTokens();
    if (tokens === null) return true;
    const candidates = stringCandidates([{ path, isClose: true, text: () => text }], () => false);
    return finish(searchSigningKeys(tokens, candidates)).keys.size > 0;
  }

  /** Null where some are not written as they are. */
  #allTokens(): readonly string[] | null {
    if (this.#tokens !== undefined) return this.#tokens;
    const tokens = this.#influence.tokens.map(([file, count]) => {
      const found = findTokens(this.#project.textOf(file) ?? '');
      return found.length === count ? found.map(({ token }) => token) : null;
    });
    this.#tokens = tokens.includes(null) ? null : tokens.flatMap((found) => found ?? []);
    return this.#tokens;
  }
}
