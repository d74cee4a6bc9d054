import type { FileContext, Span } from '../facts/model.ts';
import type { Severity } from '../facts/severity.ts';

export { SEVERITIES, type Severity } from '../facts/severity.ts';

/** How sure we are. `proven`: a signature made with the value was checked. */
export type Confidence = 'proven' | 'high' | 'medium' | 'low';

/** A place that helps to understand a problem; `path` only when it is another file. */
export interface RelatedPlace {
  readonly path?: string;
  readonly span: Span;
  readonly message: string;
}

/** An edit the user may accept; never applied unasked, because it changes behaviour. */
export interface Suggestion {
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly edits: readonly { readonly span: Span; readonly text: string }[];
}

/** The value a problem is about. Only `id` and `masked` ever leave the process. */
export interface ProblemSecret {
  readonly value: string;
  readonly bits: number;
  readonly kind: 'known' | 'guessable' | 'short' | 'strong';
}

/** What a rule returns: a judgement on one place of one file, in offsets. */
export interface Problem {
  readonly messageId: string;
  readonly data?: Readonly<Record<string, string>>;
  readonly span: Span;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly environment?: string | null;
  readonly secret?: ProblemSecret;
  readonly related?: readonly RelatedPlace[];
  /** From the value to the call that uses it, in order. */
  readonly flow?: readonly RelatedPlace[];
  readonly suggestions?: readonly Suggestion[];
}

/** A place in a report: 1-based line and column, columns in UTF-16 code units. */
export interface Place {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** A finding as the JSON report gives it (design, section 5), and what other formats need beside it. */
export interface Finding {
  readonly ruleId: string;
  readonly messageId: string;
  readonly message: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly context: FileContext;
  readonly environment: string | null;
  readonly secret?: {
    /** Stable within one scan: equal for equal values, and says nothing about the value. */
    readonly id: string;
    readonly masked: string;
    readonly bits: number;
    readonly kind: ProblemSecret['kind'];
  };
  readonly related: readonly Place[];
  /** From the value to the call, for SARIF code flows; absent where there is no path to show. */
  readonly flow?: readonly Place[];
  readonly cwe: readonly string[];
  readonly url: string;
  readonly fingerprint: string;
  /** For baselines; in no report. */
  readonly identity: Identity;
}

/** What a finding is, whatever its file and its line: see `identity.ts`. */
export interface Identity {
  readonly place: string;
  /** A keyed hash of the secret, where there is a key. */
  readonly value?: string;
}

/** A file, or a part of the scan, that could not be looked at in full, and why. */
export interface ScanError {
  readonly path: string;
  readonly message: string;
}

export interface Summary {
  readonly files: number;
  readonly skipped: number;
  readonly durationMs: number;
  readonly findings: number;
  readonly suppressed: number;
  readonly baselined: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  readonly byRule: Readonly<Record<string, number>>;
}

/** All that a scan gives; every report format is a function of this value. */
export interface Report {
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'jwt-secrets'; readonly version: string };
  readonly summary: Summary;
  /** Sorted by path, line, column, rule. */
  readonly findings: readonly Finding[];
  readonly errors: readonly ScanError[];
  /** With a baseline: what it knows and the scan did not find any more. */
  readonly baseline?: { readonly stale: readonly StaleEntry[] };
  /** Where the time went, where that was asked for. */
  readonly stats?: Stats;
}

/** How a scan went. Times in milliseconds; they and nothing else differ from run to run. */
export interface Stats {
  /** Of all files together. */
  readonly bytes: number;
  /** Threads that read files. */
  readonly threads: number;
  /** Whether the whole result was known, and of how many files it was known that they say nothing. */
  readonly cache: { readonly result: boolean; readonly files: number };
  readonly stages: Readonly<Record<'list' | 'read' | 'prove' | 'judge', number>>;
  readonly rules: Readonly<Record<string, number>>;
}

/** A known finding that is gone. */
export interface StaleEntry {
  readonly path: string;
  readonly ruleId: string;
}
