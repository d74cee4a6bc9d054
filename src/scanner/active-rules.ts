import { rules as allRules } from '../../rules/index.ts';
import type { Rule } from '../findings/rule.ts';
import type { RuleSetting, ScanOptions } from './options.ts';

export interface ActiveRule {
  readonly rule: Rule;
  readonly setting: RuleSetting | undefined;
}

/** The rules that run: those of the settings, else all that nobody has to ask for. */
export function activeRules(settings: ScanOptions['rules']): ActiveRule[] {
  return allRules
    .map((rule) => ({ rule, setting: settings?.get(rule.id) }))
    .filter(({ rule, setting }) => setting?.enabled ?? !rule.meta.isOptIn);
}
