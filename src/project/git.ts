import { execFileSync } from 'node:child_process';

/** Settings that keep a hostile repository's configuration from running anything. */
const HARDENING: readonly string[] = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.untrackedCache=false',
  'core.pager=cat',
  'core.attributesFile=/dev/null',
  'diff.external=',
  'protocol.allow=never',
  'submodule.recurse=false',
].flatMap((setting) => ['-c', setting]);

/** Variables that would point git at another repository or another program. */
const UNSET =
  /^GIT_(?:DIR|WORK_TREE|INDEX_FILE|EXTERNAL_DIFF|SSH|SSH_COMMAND|ASKPASS|PAGER|EDITOR|CONFIG.*|TRACE.*|PROXY_COMMAND)$/;

/** Output beyond this is refused: a repository with more names than that is not scanned in one go. */
const MAX_OUTPUT = 512 * 1024 * 1024;

/** Why git could not answer, in one line. */
export class GitProblem extends Error {}

function environment(keepIndex: boolean): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = { GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
  for (const [name, value] of Object.entries(process.env)) {
    // A pre-commit hook of `git commit FILE` names a temporary index: that index is what will be committed.
    if (!UNSET.test(name) || (keepIndex && name === 'GIT_INDEX_FILE')) env[name] ??= value;
  }
  return env;
}

interface GitOptions {
  readonly input?: string;
  readonly keepIndex?: boolean;
}

/** Run git in `cwd`, hardened; the raw output. Throws {@link GitProblem}. */
export function git(cwd: string, args: readonly string[], options: GitOptions = {}): Buffer {
  try {
    return execFileSync('git', [...HARDENING, '--no-pager', '--literal-pathspecs', ...args], {
      cwd,
      env: environment(options.keepIndex ?? false),
      input: options.input ?? '',
      maxBuffer: MAX_OUTPUT,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  } catch (error) {
    const { code, stderr } = error as NodeJS.ErrnoException & { stderr?: Buffer };
    if (code === 'ENOENT') throw new GitProblem('git is not installed');
    const line = stderr?.toString('utf8').trim().split('\n')[0] ?? '';
    if (/dubious ownership/.test(line)) {
      throw new GitProblem(
        'git refuses this repository because another user owns it; see safe.directory in git-config(1)',
      );
    }
    throw new GitProblem(line || 'git failed');
  }
}

/** Output of a `-z` command as a list. */
export function gitList(cwd: string, args: readonly string[], options: GitOptions = {}): string[] {
  return git(cwd, args, options).toString('utf8').split('\0').filter(Boolean);
}

/** Whether `cwd` lies in a git work tree. */
export function isInWorkTree(cwd: string): boolean {
  try {
    return git(cwd, ['rev-parse', '--is-inside-work-tree']).toString('utf8').trim() === 'true';
  } catch (error) {
    if (error instanceof GitProblem && /safe\.directory/.test(error.message)) throw error;
    return false;
  }
}

/** The contents of blobs by `git cat-file` name (`:path` is the index); null where one is missing. */
export function readBlobs(cwd: string, names: readonly string[]): (Buffer | null)[] {
  if (names.length === 0) return [];
  const output = git(cwd, ['cat-file', '--batch'], { input: `${names.join('\n')}\n`, keepIndex: true });
  const blobs: (Buffer | null)[] = [];
  for (let at = 0; blobs.length < names.length && at < output.length;) {
    const lineEnd = output.indexOf(10, at);
    const header = output.subarray(at, lineEnd).toString('utf8');
    const match = /^[0-9a-f]+ (\w+) (\d+)$/.exec(header);
    at = lineEnd + 1;
    if (!match) {
      blobs.push(null);
      continue;
    }
    const size = Number(match[2]);
    blobs.push(match[1] === 'blob' ? output.subarray(at, at + size) : null);
    at += size + 1;
  }
  return blobs;
}
