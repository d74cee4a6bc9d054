import type { Finding, ScanError } from '../findings/model.ts';

/** What a scan found, before what is known already is taken out. */
export interface ScanResult {
  readonly findings: readonly Finding[];
  readonly suppressed: number;
  readonly files: number;
  readonly skipped: number;
  readonly errors: readonly ScanError[];
}
