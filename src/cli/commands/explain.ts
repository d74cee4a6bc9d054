import pc from 'picocolors';
import { rules } from '../../../rules/index.ts';
import { ruleUrl } from '../../findings/documentation.ts';
import type { Rule } from '../../findings/rule.ts';
import { ADVICE } from '../../reports/advice.ts';
import { wrap } from '../../reports/wrap.ts';
import { UsageProblem } from '../exit-codes.ts';
import { didYouMean } from '../suggest.ts';
import type { Terminal } from '../terminal.ts';

/** What a rule finds, why that matters, its options, and what to do. */
export function explainRule(operands: readonly string[], terminal: Terminal): void {
  const [name, ...rest] = operands;
  if (name === undefined || rest.length > 0) throw new UsageProblem('explain needs the name of one rule: see jwt-secrets rules');
  const id = name.replace(/^jwt-secrets\//, '');
  const rule = rules.find((candidate) => candidate.id === id);
  if (!rule) throw new UsageProblem(`no rule "${name}"${didYouMean(id, rules.map((candidate) => candidate.id))}`);
  terminal.out(`${describe(rule, terminal)}\n`);
}

function describe({ id, meta }: Rule, { color, width }: Terminal): string {
  const paint = pc.createColors(color);
  const paragraph = (text: string): string => `  ${wrap(text, width, '  ')}`;
  const options = Object.entries(meta.schema.properties).map(([name, schema]) => {
    const value = JSON.stringify((meta.defaultOptions as Record<string, unknown>)[name]);
    return paragraph(`${name} (default ${value}): ${String(schema['description'] ?? '')}`);
  });
  return [
    paint.bold(id),
    paragraph(`${meta.description[0]?.toUpperCase()}${meta.description.slice(1)}. Severity up to ${meta.severity}; ${meta.cwe.join(', ')}.`),
    '',
    'It says',
    ...Object.values(meta.messages).map(paragraph),
    '',
    'What to do',
    paragraph(ADVICE[id] ?? ''),
    ...(options.length > 0 ? ['', 'Options', ...options] : []),
    '',
    ruleUrl(id),
  ].join('\n');
}
