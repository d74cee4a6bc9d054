import { describe, expect, test } from 'vitest';
import type { Problem } from '../../src/findings/model.ts';
import { problemsOf } from '../../src/findings/problems.ts';
import type { Rule } from '../../src/findings/rule.ts';
import type { LinkedFile } from '../../src/project/model.ts';

const problem = (more: Partial<Problem>): Problem => ({
  messageId: 'missing',
  data: { entry: 'verify' },
  span: [3, 9],
  severity: 'low',
  confidence: 'high',
  ...more,
});

/** A rule that finds the problems given, and shows which options came to it. */
function ruleOf(problems: readonly Problem[], options: object[] = []): Rule {
  const meta = { defaultOptions: { checkNames: true, least: 1 } } as Rule['meta'];
  return { id: 'a-rule', meta, judge: (_, given) => (options.push(given), problems) };
}

const judged = (...problems: Problem[]): readonly Problem[] =>
  problemsOf(ruleOf(problems), {} as LinkedFile, {});

describe('the problems of a rule', () => {
  test('say one thing once', () => {
    expect(judged(problem({}), problem({}))).toEqual([problem({})]);
  });

  test.each([
    ['messages', { messageId: 'mixed' }],
    ['data', { data: { entry: 'sign' } }],
    ['places', { span: [3, 10] as const }],
  ])('stay apart by their %s', (_, other) => {
    expect(judged(problem({}), problem(other))).toHaveLength(2);
  });

  test('keep the most severe of equal ones, at the place of the first', () => {
    const all = [
      problem({}),
      problem({ messageId: 'mixed' }),
      problem({ severity: 'high' }),
      problem({ severity: 'medium' }),
    ];
    expect(judged(...all).map(({ messageId, severity }) => [messageId, severity])).toEqual([
      ['missing', 'high'],
      ['mixed', 'low'],
    ]);
  });

  test('are found with the options given over those that the rule has', () => {
    const options: object[] = [];
    problemsOf(ruleOf([], options), {} as LinkedFile, { least: 2 });
    expect(options).toEqual([{ checkNames: true, least: 2 }]);
  });
});
