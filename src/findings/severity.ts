import type { FileContext } from '../facts/model.ts';
import { SEVERITIES, type Severity } from '../facts/severity.ts';

/** Contexts in which a finding is kept, but opens nothing by itself. */
const LOW_CONTEXTS: ReadonlySet<FileContext> = new Set(['test', 'docs', 'template', 'history']);

/** The severity of a problem where it stands: tests, documents, samples and templates are `low`. */
export function cappedSeverity(severity: Severity, context: FileContext): Severity {
  return LOW_CONTEXTS.has(context) ? 'low' : severity;
}

export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity);
}

export function isAtLeast(severity: Severity, least: Severity): boolean {
  return severityRank(severity) >= severityRank(least);
}
