/** What an attacker gains, least first. Tables of facts grade with it, findings carry it. */
export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];
