import type { Library } from '../facts/javascript/libraries/types.ts';
import type { BaselineEntry } from '../findings/baseline.ts';
import type { Severity } from '../findings/model.ts';

/** How a rule is to run: on or off, with another severity, with options. */
export interface RuleSetting {
  readonly enabled: boolean;
  readonly severity?: Severity;
  readonly options?: object;
}

/** The baseline of a scan. */
export interface BaselineOptions {
  readonly known: readonly BaselineEntry[];
  /** The key of keyed hashes, where the user gave one. */
  readonly key: string | null;
  /** Take all that is found as known, and hand on what the file is to hold from now on. */
  readonly update?: (next: readonly BaselineEntry[]) => void;
}

export interface ScanOptions {
  /** The folder that is scanned; paths in the report are relative to it. */
  readonly root: string;
  /** Only findings in these files and folders, relative to the root; all files are still linked. */
  readonly paths?: readonly string[];
  /** Patterns as in `.gitignore`. */
  readonly ignore?: readonly string[];
  readonly rules?: ReadonlyMap<string, RuleSetting>;
  /** Tables of a user's own libraries and wrappers. */
  readonly libraries?: readonly Library[];
  /** Judge what is about to be committed, as the index has it. */
  readonly staged?: boolean;
  /** Judge what differs from the commit at which this branch left that one. */
  readonly changed?: string;
  /** A file of further secrets that are no longer secret, one a line; absolute. */
  readonly wordlist?: string;
  readonly showSecrets?: boolean;
  /** Environments that the project adds, or further spellings of the usual ones. */
  readonly environments?: Readonly<Record<string, readonly string[]>>;
  /** How many threads read files; 1 for none beside this one. Default: one for each processor, where there is enough to read. */
  readonly threads?: number;
  /** Keep what is known of files outside of the scanned folder, and start from what is kept there. */
  readonly cache?: boolean;
  /** Say in the report where the time went. */
  readonly stats?: boolean;
  readonly onProgress?: (done: number, total: number) => void;
  /** Findings that are known already. */
  readonly baseline?: BaselineOptions;
  /** Breaks the scan off: what was found till then is the report. */
  readonly signal?: AbortSignal;
}
