import { VERSION } from '../version.ts';
import { parseArguments, refuseOperands, type Arguments } from './arguments.ts';
import type { Scan } from './commands/scan.ts';
import { EXIT, UsageProblem } from './exit-codes.ts';
import { HELP } from './help.ts';
import type { Terminal } from './terminal.ts';

type Command = (parsed: Arguments, terminal: Terminal, scan?: Scan) => number | Promise<number>;

/** Commands are loaded when they run: parsers and word lists are not needed to print a version. */
const COMMANDS: Readonly<Record<Arguments['command'], () => Promise<Command>>> = {
  scan: async () => (await import('./commands/scan.ts')).runScan,
  rules: async () => (await import('./commands/rules.ts')).listRules,
  explain: async () => (await import('./commands/explain.ts')).explainRule,
  inspect: async () => (await import('./commands/inspect.ts')).inspect,
  generate: async () => (await import('./commands/generate.ts')).generateSecret,
  help: async () => printHelp,
};

/** Run the command line; the exit code. Never throws. `scan` stands in for the scanner in tests. */
export async function run(words: readonly string[], terminal: Terminal, scan?: Scan): Promise<number> {
  try {
    const parsed = parseArguments(words);
    if (parsed.values['help']) return print(HELP, terminal);
    if (parsed.values['version']) return print(`${VERSION}\n`, terminal);
    const command = await COMMANDS[parsed.command]();
    return await command(parsed, terminal, scan);
  } catch (error) {
    const isExpected = error instanceof UsageProblem;
    const text = isExpected ? oneLine(error.message) : describeUnexpected(error, words.includes('--debug'));
    terminal.err(`jwt-secrets: ${text}\n`);
    return EXIT.failed;
  }
}

function printHelp(parsed: Arguments, terminal: Terminal): number {
  refuseOperands(parsed);
  return print(HELP, terminal);
}

function print(text: string, terminal: Terminal): number {
  terminal.out(text);
  return EXIT.clean;
}

/** Names of files and operands may hold anything, and must not steer the terminal. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** An error of ours: its kind only, since a message might quote what was scanned; the stack's places with --debug. */
function describeUnexpected(error: unknown, withStack: boolean): string {
  if (!(error instanceof Error)) return `unexpected ${typeof error}, please report it`;
  const { code } = error as NodeJS.ErrnoException;
  const kind = typeof code === 'string' && /^[A-Z\d_]+$/.test(code) ? `${error.name} ${code}` : error.name;
  if (!withStack) return `unexpected ${kind}, please report it; --debug shows where`;
  const places = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return `unexpected ${kind}, please report it\n${places.join('\n')}`;
}
