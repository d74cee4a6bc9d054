/** What a command needs of the outside, so that tests can stand in for it. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  readonly cwd: string;
  readonly color: boolean;
  readonly width: number;
  /** Whether standard error is a terminal: progress lines only go there. */
  readonly isInteractive: boolean;
}

/** The process's own terminal. `NO_COLOR` and `FORCE_COLOR` as in https://no-color.org. */
export function processTerminal(): Terminal {
  const { stdout, stderr, env } = process;
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    cwd: process.cwd(),
    color: wantsColor(env, stdout.isTTY),
    width: Math.min(stdout.columns ?? 100, 120),
    isInteractive: stderr.isTTY,
  };
}

function wantsColor(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}
