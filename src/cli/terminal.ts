import { UsageProblem } from './exit-codes.ts';

/** What a command needs of the outside, so that tests can stand in for it. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  readonly cwd: string;
  readonly color: boolean;
  readonly width: number;
  /** Whether standard error is a terminal: progress lines only go there. */
  readonly isInteractive: boolean;
  /** All of standard input, for commands that read it; null where nothing is piped in and `isAsked` is not set. */
  readInput?(isAsked: boolean): Promise<string | null>;
  /** Call back once when the user breaks off; the answer takes that back. A second time, the process ends at once. */
  onInterrupt?(handle: () => void): () => void;
}

/** Reports are not wrapped narrower, nor wider than can be read. */
const WIDTHS = { least: 40, usual: 100, most: 120 } as const;

/** The process's own terminal. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    get cwd() {
      return currentFolder();
    },
    color: wantsColor(env, stdout.isTTY === true),
    width: widthOf(stdout.columns),
    isInteractive: stderr.isTTY === true && env['TERM'] !== 'dumb',
    readInput: (isAsked) => readInput(process.stdin, isAsked),
    onInterrupt: (handle) => {
      process.once('SIGINT', handle);
      return () => void process.off('SIGINT', handle);
    },
  };
}

/** What is piped in for a command is a token or a short text; more than this is something else. */
const MAX_INPUT = 1 << 20;

/** Throws {@link UsageProblem} where there is far too much. */
async function readInput(stdin: NodeJS.ReadStream, isAsked: boolean): Promise<string | null> {
  if (stdin.isTTY && !isAsked) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stdin as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_INPUT) throw new UsageProblem('standard input: too much for a token');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Throws {@link UsageProblem} where the shell stands in a folder that was removed. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    throw new UsageProblem('the current folder does not exist any more');
  }
}

/** Some pseudo-terminals say that they have no columns at all. */
export function widthOf(columns: number | undefined): number {
  return Math.min(Math.max(columns || WIDTHS.usual, WIDTHS.least), WIDTHS.most);
}

/** `NO_COLOR` wins, as in picocolors: https://no-color.org, https://force-color.org. No colour in pipes, in CI too. */
export function wantsColor(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced) return forced !== '0' && forced !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}
