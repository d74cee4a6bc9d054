import type { TSESLint } from '@typescript-eslint/utils';
import { ruleUrl } from '../findings/documentation.ts';
import { SEVERITIES, type Problem, type Severity } from '../findings/model.ts';
import { interpolate } from '../findings/message.ts';
import { lineIndexOf } from '../findings/position.ts';
import { problemsOf } from '../findings/problems.ts';
import { cappedSeverity, severityRank } from '../findings/severity.ts';
import type { Rule } from '../findings/rule.ts';
import type { Span } from '../facts/model.ts';
import type { Elsewhere, LinkedFile } from '../project/model.ts';
import { linkedFileOf, type FileContext } from './linked-file.ts';

export type EslintRule = TSESLint.RuleModule<string, readonly unknown[]>;

/** The root node of every language a file may be linted in. */
const ROOTS = ['Program', 'Document', 'root'];

type Context = TSESLint.RuleContext<string, readonly unknown[]>;

/** The ESLint rule that judges with one of ours. */
export function toEslintRule(rule: Rule): EslintRule {
  const { description, configs, messages, schema, defaultOptions, hasSuggestions } = rule.meta;
  return {
    meta: {
      type: 'problem',
      docs: {
        description,
        url: ruleUrl(rule.id),
        ...(configs.includes('recommended') ? { recommended: true } : {}),
      },
      messages: { ...messages },
      schema: [schema as never],
      defaultOptions: [defaultOptions],
      ...(hasSuggestions ? { hasSuggestions: true } : {}),
    } as EslintRule['meta'],
    defaultOptions: [],
    create(context) {
      const linked = linkedFileOf(context as unknown as FileContext);
      if (!linked) return {};
      const report = once(() => {
        const options = (context.options[0] as object | undefined) ?? {};
        const least = leastSeverity(context.settings);
        const shownIn = (file: LinkedFile): Problem[] =>
          problemsOf(rule, file, options).filter(
            ({ severity }) => severityRank(cappedSeverity(severity, file.context)) >= least,
          );
        for (const problem of shownIn(linked)) context.report(descriptorOf(problem, context));
        for (const other of linked.elsewhere ?? []) {
          for (const problem of shownIn(other.file)) {
            const end = problem.flow?.at(-1);
            if (end?.path === linked.path)
              context.report(descriptorAt(problem, rule, end.span, other, context));
          }
        }
      });
      return Object.fromEntries(ROOTS.map((root) => [root, report]));
    },
  };
}

function once(run: () => void): () => void {
  let done = false;
  return () => {
    if (!done) run();
    done = true;
  };
}

/** The setting `jwt-secrets/minSeverity`: what is below it is not shown. */
function leastSeverity(settings: Readonly<Record<string, unknown>>): number {
  const wanted = settings['jwt-secrets/minSeverity'];
  return Math.max(0, SEVERITIES.indexOf(wanted as Severity));
}

/** At the call that uses a secret, where the file that it stands in is passed over. */
function descriptorAt(
  { messageId, data, span }: Problem,
  rule: Rule,
  [start, end]: Span,
  { file, text }: Elsewhere,
  { sourceCode }: Context,
): TSESLint.ReportDescriptor<string> {
  const { line } = lineIndexOf(text).at(span[0]);
  const message = interpolate(rule.meta.messages[messageId] ?? messageId, data);
  return {
    message: `${message} (It stands in \`${file.path}\`, line ${line}.)`,
    loc: { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) },
  } as unknown as TSESLint.ReportDescriptor<string>;
}

function descriptorOf(problem: Problem, context: Context): TSESLint.ReportDescriptor<string> {
  const { sourceCode } = context;
  const [start, end] = problem.span;
  return {
    messageId: problem.messageId,
    data: problem.data ?? {},
    loc: { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) },
    suggest: (problem.suggestions ?? []).map(({ messageId, data, edits }) => ({
      messageId,
      data: data ?? {},
      fix: (fixer) => edits.map(({ span, text }) => fixer.replaceTextRange([span[0], span[1]], text)),
    })),
  };
}
