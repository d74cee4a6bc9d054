import type { LinkedFile } from '../project/model.ts';
import type { Problem } from './model.ts';
import type { Rule } from './rule.ts';
import { severityRank } from './severity.ts';

/**
 * What a rule has to say about a file, each thing once: options that three calls share are one mistake, at one place.
 * Of equal problems the most severe stays.
 */
export function problemsOf(rule: Rule, file: LinkedFile, options: object): readonly Problem[] {
  const problems = new Map<string, Problem>();
  for (const problem of rule.judge(file, { ...rule.meta.defaultOptions, ...options })) {
    const identity = JSON.stringify([problem.messageId, problem.span, problem.data]);
    const known = problems.get(identity);
    if (!known || severityRank(problem.severity) > severityRank(known.severity))
      problems.set(identity, problem);
  }
  return [...problems.values()];
}
