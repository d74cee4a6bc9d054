import { parseArgs } from 'node:util';
import { SEVERITIES, type Severity } from '../findings/model.ts';
import { formats } from '../reports/index.ts';
import { UsageProblem } from './exit-codes.ts';
import { didYouMean } from './suggest.ts';

export const COMMANDS = ['scan', 'rules', 'explain', 'generate', 'help'] as const;
export type CommandName = (typeof COMMANDS)[number];

type OptionTable = Readonly<Record<string, { readonly type: 'boolean' | 'string'; readonly multiple?: true }>>;

const COMMON: OptionTable = { help: { type: 'boolean' }, version: { type: 'boolean' }, debug: { type: 'boolean' } };

/** The options of each command. What is not in this table does not exist. */
const OPTIONS: Readonly<Record<CommandName, OptionTable>> = {
  scan: {
    ...COMMON,
    format: { type: 'string' },
    output: { type: 'string' },
    'fail-on': { type: 'string' },
    'min-severity': { type: 'string' },
    rule: { type: 'string', multiple: true },
    ignore: { type: 'string', multiple: true },
    config: { type: 'string' },
    'no-config': { type: 'boolean' },
    staged: { type: 'boolean' },
    quiet: { type: 'boolean' },
    'show-secrets': { type: 'boolean' },
  },
  rules: COMMON,
  explain: COMMON,
  generate: { ...COMMON, alg: { type: 'string' }, format: { type: 'string' }, env: { type: 'string' } },
  help: COMMON,
};

const ALIASES: Readonly<Record<string, string>> = { '-h': '--help', '-v': '--version', '-V': '--version', '-f': '--format', '-o': '--output', '-q': '--quiet' }; // prettier-ignore

/** A parsed command line. */
export interface Arguments {
  readonly command: CommandName;
  readonly values: Readonly<Record<string, string | boolean | readonly string[] | undefined>>;
  readonly operands: readonly string[];
}

/** Parse the words behind the program's name. Throws {@link UsageProblem}. */
export function parseArguments(words: readonly string[]): Arguments {
  const [first = ''] = words;
  const isCommand = (COMMANDS as readonly string[]).includes(first);
  const command = isCommand ? (first as CommandName) : 'scan';
  const rest = (isCommand ? words.slice(1) : words).map((word) => ALIASES[word] ?? word);
  const options = OPTIONS[command];
  try {
    const { values, positionals } = parseArgs({ args: [...rest], options, allowPositionals: true, strict: true });
    return { command, values: values as Arguments['values'], operands: positionals };
  } catch (error) {
    throw new UsageProblem(explain(error as NodeJS.ErrnoException, options));
  }
}

function explain(error: NodeJS.ErrnoException, options: OptionTable): string {
  const option = /'(--?[^'\s=]+)/.exec(error.message)?.[1] ?? '';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    return `unknown option ${option}${didYouMean(option, Object.keys(options).map((name) => `--${name}`))}`;
  }
  if (error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') {
    const takesNone = /does not take an argument/.test(error.message);
    return takesNone ? `${option} takes no value` : `${option} needs a value`;
  }
  return error.message.split('\n')[0] ?? 'bad arguments';
}

/** A value that must be one of a few words. Throws {@link UsageProblem}. */
export function oneOf<T extends string>(option: string, value: unknown, allowed: readonly T[], fallback: T): T {
  if (value === undefined) return fallback;
  if (allowed.includes(value as T)) return value as T;
  throw new UsageProblem(
    `${option} must be one of ${allowed.join(', ')}, not "${String(value)}"${didYouMean(String(value), allowed)}`,
  );
}

export const FORMAT_NAMES: readonly string[] = [...formats.keys()];
export const FAIL_ON: readonly (Severity | 'never')[] = [...SEVERITIES.toReversed(), 'never'];
