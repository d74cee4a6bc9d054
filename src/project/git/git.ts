import { execFile, execFileSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** Settings that keep a hostile repository's configuration from running anything; the command line wins over its files. */
const HARDENING: readonly string[] = [
  'core.fsmonitor=false',
  'core.hooksPath=/dev/null',
  'core.untrackedCache=false',
  'core.pager=cat',
  'core.attributesFile=/dev/null',
  'core.sshCommand=false',
  'core.askPass=false',
  'core.gitProxy=none',
  'credential.helper=',
  'diff.external=',
  'protocol.allow=never',
  'submodule.recurse=false',
  // A folder that looks like a bare repository is content, not a repository of ours.
  'safe.bareRepository=explicit',
].flatMap((setting) => ['-c', setting]);

/** What git is told by its environment. All other variables of git's are kept from it. */
const ENVIRONMENT: Readonly<Record<string, string>> = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  // No protocol at all, whatever `protocol.*.allow` says: a partial clone must not fetch what is missing.
  GIT_ALLOW_PROTOCOL: '',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  LC_ALL: 'C',
};

/** Output beyond this is refused: a repository with more names than that is not scanned in one go. */
const MAX_OUTPUT = 512 * 1024 * 1024;
/** A pipe in the place of one of its files makes git wait for ever. Milliseconds. */
const MAX_TIME = 120_000;

/** Why git could not answer, in one line. */
export class GitProblem extends Error {}

/** It had more to say than it was asked for. */
export class TooMuchOutput extends GitProblem {}

interface GitOptions {
  readonly input?: string;
  /** A pre-commit hook of `git commit FILE` names a temporary index: that index is what will be committed. */
  readonly keepIndex?: boolean;
  /** Further settings, by name. */
  readonly settings?: ReadonlyMap<string, string>;
  readonly timeout?: number;
  /** In bytes. */
  readonly maxOutput?: number;
}

/** Run git in a folder, hardened; the raw output. Throws {@link GitProblem}. */
export function git(
  folder: string,
  args: readonly string[],
  options: Omit<GitOptions, 'input'> = {},
): Buffer {
  const call = callOf(folder, args, options);
  try {
    return execFileSync('git', call.args, {
      ...call.options,
      input: '',
      stdio: ['pipe', 'pipe', 'pipe'],
    });
  } catch (error) {
    throw problemOf(error as NodeJS.ErrnoException & { stderr?: Buffer }, call.options.timeout);
  }
}

/** The same beside other work. Rejects with {@link GitProblem}. */
export async function gitLater(
  folder: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<Buffer> {
  const call = callOf(folder, args, options);
  return new Promise((resolve, reject) => {
    const child = execFile(
      'git',
      call.args,
      { ...call.options, encoding: 'buffer' },
      (error, stdout, stderr) => {
        if (!error) return resolve(stdout);
        const code = typeof error.code === 'string' ? error.code : error.killed ? 'ETIMEDOUT' : undefined;
        reject(
          problemOf({ ...error, ...(code !== undefined && { code }), stderr } as never, call.options.timeout),
        );
      },
    );
    // A git that has failed reads no more, and says why itself.
    child.stdin?.on('error', () => {});
    child.stdin?.end(options.input ?? '');
  });
}

function callOf(folder: string, args: readonly string[], options: GitOptions) {
  const settings = [...(options.settings ?? [])];
  const own = settings
    .filter(([name]) => !name.includes('='))
    .flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const search = trustedPath(folder);
  // An empty path would mean the current folder.
  if (search === '') throw new GitProblem('git is not installed');
  return {
    // `-C`, not `cwd`: Windows looks for programs in the current folder first.
    args: ['-C', folder, ...HARDENING, ...own, '--no-pager', '--literal-pathspecs', ...args],
    options: {
      cwd: path.dirname(process.execPath),
      env: { ...environmentFor(settings, options.keepIndex ?? false), PATH: search },
      maxBuffer: options.maxOutput ?? MAX_OUTPUT,
      timeout: options.timeout ?? MAX_TIME,
      killSignal: 'SIGKILL' as const,
    },
  };
}

/** What Node says of asynchronous output; of synchronous one, it says that there is no room for it. */
const OUTPUT_IS_FULL = 'ERR_CHILD_PROCESS_STDIO_MAXBUFFER';

function problemOf(
  { code, stderr }: NodeJS.ErrnoException & { stderr?: Buffer },
  timeout: number,
): GitProblem {
  if (code === 'ENOENT') return new GitProblem('git is not installed');
  if (code === 'ETIMEDOUT') return new GitProblem(`git did not answer within ${timeout / 1000} seconds`);
  if (code === OUTPUT_IS_FULL || code === 'ENOBUFS')
    return new TooMuchOutput('git lists more files than can be scanned in one go');
  const lines = (stderr?.toString('utf8') ?? '').split('\n').map((line) => line.trim());
  const owned = /dubious ownership in repository at '(.*)'$/.exec(
    lines.find((line) => line.includes('dubious')) ?? '',
  );
  if (owned) {
    const folder = `'${(owned[1] ?? '').replaceAll("'", String.raw`'\''`)}'`;
    return new GitProblem(
      `git refuses this repository because another user owns it; if you trust it: git config --global --add safe.directory ${folder}`,
    );
  }
  return new GitProblem(lines.find((line) => /^(?:fatal|error):/.test(line)) ?? (lines[0] || 'git failed'));
}

/* ------------------------------------------------------------------ the environment */

function environmentFor(
  settings: readonly (readonly [string, string])[],
  keepIndex: boolean,
): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (!/^GIT_/i.test(name) || (keepIndex && name === 'GIT_INDEX_FILE')) env[name] = value;
  }
  // Names with `=` cannot be given by `-c`.
  const odd = settings.filter(([name]) => name.includes('='));
  odd.forEach(([name, value], i) =>
    Object.assign(env, { [`GIT_CONFIG_KEY_${i}`]: name, [`GIT_CONFIG_VALUE_${i}`]: value }),
  );
  if (odd.length > 0) env['GIT_CONFIG_COUNT'] = String(odd.length);
  return { ...env, ...ENVIRONMENT };
}

/** By the folder and the path that they were made from. */
const trustedPaths = new Map<string, string>();

/** `npx` and `npm run` put the project's own programs first in the path; git must not be one of them. */
function trustedPath(folder: string): string {
  const search = process.env['PATH'] ?? '';
  const key = `${folder}\0${search}`;
  const known = trustedPaths.get(key);
  if (known !== undefined) return known;
  const top = topOf(realPathOf(folder));
  const isTrusted = (entry: string): boolean => {
    if (!path.isAbsolute(entry) || /[/\\]node_modules[/\\]\.bin[/\\]?$/.test(entry)) return false;
    const way = path.relative(top, realPathOf(entry));
    return way === '..' || way.startsWith(`..${path.sep}`) || path.isAbsolute(way);
  };
  const trusted = search.split(path.delimiter).filter(isTrusted).join(path.delimiter);
  trustedPaths.set(key, trusted);
  return trusted;
}

/** The folder that the repository around a folder begins at; the folder itself, where there is none. */
function topOf(folder: string): string {
  for (let at = folder; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at;
    if (at === path.dirname(at)) return folder;
  }
}

function realPathOf(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return path.resolve(folder);
  }
}

/* ------------------------------------------------------------------ answers */

/** Output of a `-z` command as a list; nothing where it was not asked for. */
export function partsOf(output: Buffer | null): string[] {
  return output === null ? [] : output.toString('utf8').split('\0').filter(Boolean);
}

/** Whether a folder lies in a git work tree; without git, none does. */
export function isInWorkTree(folder: string): boolean {
  try {
    requireWorkTree(folder);
    return true;
  } catch (error) {
    if (error instanceof GitProblem && /safe\.directory/.test(error.message)) throw error;
    return false;
  }
}

/** Throws {@link GitProblem} where a folder lies in no git work tree, and says why. */
export function requireWorkTree(folder: string): void {
  const answer = git(folder, ['rev-parse', '--is-inside-work-tree']).toString('utf8').trim();
  if (answer !== 'true') throw new GitProblem('a bare git repository: there is no work tree');
}
