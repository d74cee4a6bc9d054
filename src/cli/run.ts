import { ScanProblem } from '../scanner/scan.ts';
import { VERSION } from '../version.ts';
import { parseArguments } from './arguments.ts';
import { explainRule } from './commands/explain.ts';
import { generateSecret } from './commands/generate.ts';
import { listRules } from './commands/rules.ts';
import { runScan } from './commands/scan.ts';
import { EXIT, UsageProblem } from './exit-codes.ts';
import { HELP } from './help.ts';
import type { Terminal } from './terminal.ts';

/** Run the command line; the exit code. Never throws. */
export async function run(words: readonly string[], terminal: Terminal): Promise<number> {
  try {
    return await dispatch(words, terminal);
  } catch (error) {
    const isExpected = error instanceof UsageProblem || error instanceof ScanProblem;
    terminal.err(`jwt-secrets: ${isExpected ? error.message : unexpected(error, words.includes('--debug'))}\n`);
    return EXIT.failed;
  }
}

async function dispatch(words: readonly string[], terminal: Terminal): Promise<number> {
  const parsed = parseArguments(words);
  if (parsed.values['help'] || parsed.command === 'help') return print(terminal, HELP);
  if (parsed.values['version']) return print(terminal, `${VERSION}\n`);
  switch (parsed.command) {
    case 'rules':
      listRules(terminal);
      return EXIT.clean;
    case 'explain':
      explainRule(parsed.operands, terminal);
      return EXIT.clean;
    case 'generate':
      generateSecret(parsed, terminal);
      return EXIT.clean;
    default:
      return runScan(parsed, terminal);
  }
}

function print(terminal: Terminal, text: string): number {
  terminal.out(text);
  return EXIT.clean;
}

/** An error of ours: its kind only, since a message might quote what was scanned; the stack's places with --debug. */
function unexpected(error: unknown, withStack: boolean): string {
  const kind = error instanceof Error ? error.name : typeof error;
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const hint = withStack ? `\n${stack.join('\n')}` : '; --debug shows where';
  return `unexpected ${kind}, please report it${hint}`;
}
