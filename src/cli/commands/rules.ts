import pc from 'picocolors';
import { rules } from '../../../rules/index.ts';
import { refuseOperands, type Arguments } from '../arguments.ts';
import { EXIT } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';

/** One line a rule: name, severity, what it does. */
export function listRules(parsed: Arguments, terminal: Terminal): number {
  refuseOperands(parsed);
  const paint = pc.createColors(terminal.color);
  const width = Math.max(...rules.map(({ id }) => id.length));
  for (const { id, meta } of rules) {
    terminal.out(`${paint.bold(id.padEnd(width))}  ${meta.severity.padEnd(8)}  ${meta.description}\n`);
  }
  return EXIT.clean;
}
