import { parseArgs, type ParseArgsConfig } from 'node:util';
import { SEVERITIES, type Severity } from '../findings/model.ts';
import { formats } from '../reports/index.ts';
import { UsageProblem } from './exit-codes.ts';
import { didYouMean } from './suggest.ts';

export const COMMANDS = ['scan', 'rules', 'explain', 'inspect', 'generate', 'help'] as const;
export type CommandName = (typeof COMMANDS)[number];

type OptionTable = NonNullable<ParseArgsConfig['options']>;

const COMMON: OptionTable = {
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
  debug: { type: 'boolean' },
};

/** The options of each command. What is not in this table does not exist. */
const OPTIONS: Readonly<Record<CommandName, OptionTable>> = {
  scan: {
    ...COMMON,
    format: { type: 'string', short: 'f' },
    output: { type: 'string', short: 'o' },
    'fail-on': { type: 'string' },
    'min-severity': { type: 'string' },
    rule: { type: 'string', multiple: true },
    ignore: { type: 'string', multiple: true },
    config: { type: 'string' },
    'no-config': { type: 'boolean' },
    staged: { type: 'boolean' },
    changed: { type: 'string' },
    baseline: { type: 'string' },
    'update-baseline': { type: 'boolean' },
    wordlist: { type: 'string' },
    threads: { type: 'string' },
    'no-cache': { type: 'boolean' },
    stats: { type: 'boolean' },
    quiet: { type: 'boolean', short: 'q' },
    'show-secrets': { type: 'boolean' },
  },
  rules: COMMON,
  explain: COMMON,
  inspect: {
    ...COMMON,
    wordlist: { type: 'string', multiple: true },
    json: { type: 'boolean' },
    quiet: { type: 'boolean', short: 'q' },
    'show-secrets': { type: 'boolean' },
  },
  generate: {
    ...COMMON,
    alg: { type: 'string' },
    format: { type: 'string', short: 'f' },
    env: { type: 'string' },
  },
  help: COMMON,
};

/** A parsed command line. */
export interface Arguments {
  readonly command: CommandName;
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly operands: readonly string[];
}

/** Parse the words behind the program's name. Throws {@link UsageProblem}. */
export function parseArguments(words: readonly string[]): Arguments {
  const { command, rest } = splitCommand(words);
  const options = OPTIONS[command];
  const { values, positionals } = parseStrictly(rest, command, options);
  for (const [name, value] of Object.entries(values)) {
    if ([value].flat().includes('')) throw new UsageProblem(`--${name} needs a value`);
  }
  return { command, values, operands: positionals };
}

/** The command is the first word that is no option, wherever it stands; without one, it is `scan`. */
function splitCommand(words: readonly string[]): { command: CommandName; rest: string[] } {
  const options: OptionTable = Object.assign({}, ...Object.values(OPTIONS));
  const { tokens } = parseArgs({ args: [...words], options, strict: false, tokens: true });
  const first = tokens.find(({ kind }) => kind !== 'option');
  if (first?.kind === 'positional' && (COMMANDS as readonly string[]).includes(first.value)) {
    return { command: first.value as CommandName, rest: words.toSpliced(first.index, 1) };
  }
  return { command: 'scan', rest: [...words] };
}

function parseStrictly(
  args: string[],
  command: CommandName,
  options: OptionTable,
): { values: Arguments['values']; positionals: string[] } {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true });
    return { values: values as Arguments['values'], positionals };
  } catch (error) {
    throw new UsageProblem(explain(error as NodeJS.ErrnoException, command, options));
  }
}

function explain(error: NodeJS.ErrnoException, command: CommandName, options: OptionTable): string {
  const option = /'(?:-\w, )?(-[^'\s=]+)/.exec(error.message)?.[1] ?? '';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const known = Object.keys(options).map((name) => `--${name}`);
    const where = command === 'scan' ? '' : ` of ${command}`;
    return `unknown option ${option}${where}${option.startsWith('--') ? didYouMean(option, known) : ''}`;
  }
  if (error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    const takesNone = error.message.includes('does not take an argument');
    return takesNone ? `${option} takes no value` : `${option} needs a value`;
  }
  return error.message.split('\n')[0] ?? 'bad arguments';
}

/** A value that must be one of a few words. Throws {@link UsageProblem}. */
export function oneOf<T extends string>(
  option: string,
  value: unknown,
  allowed: readonly T[],
  fallback: T,
): T {
  if (value === undefined) return fallback;
  if (allowed.includes(value as T)) return value as T;
  throw new UsageProblem(
    `${option} must be one of ${allowed.join(', ')}, not "${String(value)}"${didYouMean(String(value), allowed)}`,
  );
}

/** A whole number from 1 on; undefined where none is given. Throws {@link UsageProblem}. */
export function countOf(option: string, value: unknown, most: number): number | undefined {
  if (value === undefined) return undefined;
  const count = Number(value);
  if (Number.isInteger(count) && count >= 1 && count <= most) return count;
  throw new UsageProblem(`${option} must be a number from 1 to ${most}, not "${String(value)}"`);
}

/** For commands that take none. Throws {@link UsageProblem}. */
export function refuseOperands({ command, operands }: Arguments): void {
  const [first] = operands;
  if (first !== undefined) throw new UsageProblem(`${command} takes no operand: ${first}`);
}

export const FORMAT_NAMES: readonly string[] = [...formats.keys()];
export const FAIL_ON: readonly (Severity | 'never')[] = [...SEVERITIES.toReversed(), 'never'];
