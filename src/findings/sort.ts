import type { Finding } from './model.ts';

const KEYS = ['path', 'line', 'column', 'ruleId', 'messageId'] as const;

/** The order of every report: path, line, column, rule; the same on every machine. */
export function byPlace(a: Finding, b: Finding): number {
  for (const key of KEYS) {
    if (a[key] < b[key]) return -1;
    if (a[key] > b[key]) return 1;
  }
  return 0;
}
