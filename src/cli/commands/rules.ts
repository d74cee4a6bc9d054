import pc from 'picocolors';
import { rules } from '../../../rules/index.ts';
import type { Terminal } from '../terminal.ts';

/** One line a rule: name, severity, what it does. */
export function listRules(terminal: Terminal): void {
  const paint = pc.createColors(terminal.color);
  const width = Math.max(...rules.map(({ id }) => id.length));
  for (const { id, meta } of rules) {
    terminal.out(`${paint.bold(id.padEnd(width))}  ${meta.severity.padEnd(8)}  ${meta.description}\n`);
  }
}
