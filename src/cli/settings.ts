import type { Severity } from '../findings/model.ts';
import type { Library } from '../scanner/libraries.ts';
import type { RuleSetting } from '../scanner/options.ts';

/** Settings of a project. */
export interface Config {
  readonly ignore: readonly string[];
  readonly rules: ReadonlyMap<string, RuleSetting>;
  /** Tables of the project's own JWT libraries and wrappers. */
  readonly libraries: readonly Library[];
  readonly failOn?: Severity | 'never';
  readonly minSeverity?: Severity;
  /** Environments by name, with further spellings. */
  readonly environments?: Readonly<Record<string, readonly string[]>>;
}

export const NO_CONFIG: Config = { ignore: [], rules: new Map(), libraries: [] };
