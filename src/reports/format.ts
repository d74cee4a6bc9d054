import type { Report, Severity } from '../findings/model.ts';

/** How a report is to look. Formats use what concerns them. */
export interface FormatOptions {
  readonly color: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  /** What is below is counted, not shown. */
  readonly minSeverity: Severity;
}

export type Format = (report: Report, options: FormatOptions) => string;
