import { isAtLeast } from '../findings/severity.ts';
import type { Format } from './format.ts';

/** The report as the design's section 5 has it. `flow` is for code flows, `identity` for baselines: both stay out. */
export const formatJson: Format = (report, { minSeverity }) => {
  const findings = report.findings
    .filter(({ severity }) => isAtLeast(severity, minSeverity))
    .map(({ flow: _, identity: __, ...finding }) => finding);
  return `${JSON.stringify({ ...report, findings }, null, 2)}\n`;
};
