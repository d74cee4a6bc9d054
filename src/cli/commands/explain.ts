import pc from 'picocolors';
import { rules } from '../../../rules/index.ts';
import { ruleUrl } from '../../findings/documentation.ts';
import type { Rule } from '../../findings/rule.ts';
import { ADVICE, stepsFor } from '../../reports/advice.ts';
import { wrap } from '../../reports/wrap.ts';
import type { Arguments } from '../arguments.ts';
import { EXIT, UsageProblem } from '../exit-codes.ts';
import { whySection } from '../rule-page.ts';
import { didYouMean } from '../suggest.ts';
import type { Terminal } from '../terminal.ts';

/** What a rule finds, why that matters, its options, and what to do. */
export function explainRule({ operands }: Arguments, terminal: Terminal): number {
  const [name, ...rest] = operands;
  if (name === undefined || rest.length > 0) {
    throw new UsageProblem('explain needs the name of one rule: see jwt-secrets rules');
  }
  const id = name.replace(/^jwt-secrets\//, '');
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) {
    const near = didYouMean(
      id,
      rules.map((candidate) => candidate.id),
    );
    throw new UsageProblem(`no rule "${name}"${near}`);
  }
  terminal.out(`${describe(rule, terminal)}\n`);
  return EXIT.clean;
}

function describe(rule: Rule, { color, width }: Terminal): string {
  const paint = pc.createColors(color);
  const sections = sectionsOf(rule)
    .filter(([, paragraphs]) => paragraphs.length > 0)
    .map(([title, paragraphs]) =>
      [paint.bold(title), ...paragraphs.map((text) => `  ${wrap(text, width, '  ')}`)].join('\n'),
    );
  return [...sections, ruleUrl(rule.id)].join('\n\n');
}

function sectionsOf({
  id,
  meta,
}: Rule): readonly (readonly [title: string, paragraphs: readonly string[]])[] {
  const description = meta.description.charAt(0).toUpperCase() + meta.description.slice(1);
  const why = ADVICE[id]?.why;
  return [
    [id, [`${description}.`, `Severity: ${meta.severity} in a plain case. ${meta.cwe.join(', ')}.`]],
    ['Why', whySection(id) ?? (why === undefined ? [] : [why])],
    ['What it says', Object.values(meta.messages).map(withoutBraces)],
    ['What to do', stepsFor([id])],
    ['Options', optionsOf(meta)],
  ];
}

/** `{{name}}` is for machines. */
function withoutBraces(message: string): string {
  return message.replace(/\{\{\s?(\w+)\s?\}\}/g, '<$1>');
}

function optionsOf({ schema, defaultOptions }: Rule['meta']): string[] {
  return Object.entries(schema.properties).map(([name, { description }]) => {
    const value = JSON.stringify((defaultOptions as Record<string, unknown>)[name]);
    return `${name} (default ${value}): ${String(description ?? '')}`;
  });
}
