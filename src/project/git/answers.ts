import { gitLater, GitProblem, isInWorkTree, partsOf } from './git.ts';

/** What git says of a work tree, as it says it: often it is enough to know that it says the same as before. */
export interface GitAnswers {
  /** What is tracked, in the lines of `ls-files`. */
  readonly tracked: Buffer;
  /** What is neither tracked nor ignored, in such lines; nothing where it was not asked for. */
  readonly others: Buffer;
  /** What the index has otherwise than the last commit, in the lines of `diff-index`; null where nobody asked. */
  readonly staged: Buffer | null;
  /** Names of files that differ between index and work tree; null where nobody asked. */
  readonly unstaged: Buffer | null;
}

/** A pre-commit hook of `git commit FILE` names a temporary index: that index is what will be committed. */
const OF_HOOK = { keepIndex: true };

export const TRACKED: readonly string[] = ['ls-files', '-z', '-v', '-s'];
const UNTRACKED = ['ls-files', '-z', '-v', '--others', '--exclude-standard'];

/**
 * Ask about the files of a folder, all at once; null where it lies in no work tree. Rejects with {@link GitProblem}.
 *
 * @param onTracked told what is tracked, long before git has looked for what is not
 */
export async function askAboutWorkTree(
  root: string,
  withUnstaged: boolean,
  onTracked: (tracked: Buffer) => void = () => {},
): Promise<GitAnswers | null> {
  try {
    const [tracked, others, unstaged] = await Promise.all([
      gitLater(root, TRACKED).then((answer) => (onTracked(answer), answer)),
      gitLater(root, UNTRACKED),
      withUnstaged ? unstagedIn(root, { settings: ONE_BY_ONE }) : null,
    ]);
    return { tracked, others, staged: null, unstaged };
  } catch (error) {
    if (error instanceof GitProblem && !isInWorkTree(root)) return null;
    throw error;
  }
}

/** Ask about the next commit, all at once. Rejects with {@link GitProblem}. */
export async function askAboutIndex(root: string): Promise<GitAnswers> {
  const [tracked, staged, unstaged] = await Promise.all([
    gitLater(root, TRACKED, OF_HOOK),
    stagedIn(root),
    unstagedIn(root, OF_HOOK),
  ]);
  return { tracked, others: Buffer.alloc(0), staged, unstaged };
}

/* ------------------------------------------------------------------ the index and a commit */

/** Compare the index with a commit. Reads no file of the work tree. */
export async function indexAgainst(root: string, commit: string): Promise<Buffer> {
  const args = ['diff-index', '--cached', '--raw', '-z', '--no-abbrev', '--no-renames', '--relative'];
  return gitLater(root, [...args, '--ignore-submodules=all', commit, '--'], OF_HOOK);
}

/** Before the first commit, everything is new. */
async function stagedIn(root: string): Promise<Buffer> {
  try {
    return await indexAgainst(root, 'HEAD');
  } catch (error) {
    if (!(error instanceof GitProblem) || (await commitOf(root, 'HEAD')) !== null) throw error;
    return indexAgainst(root, await emptyTree(root));
  }
}

/** The commit that a name means; null where it means none. */
export async function commitOf(root: string, name: string): Promise<string | null> {
  return wordOf(root, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]);
}

/** Where two lines of history parted; null where nothing says it, as in a shallow clone. */
export async function mergeBase(root: string, a: string, b: string): Promise<string | null> {
  return wordOf(root, ['merge-base', a, b]);
}

export async function isShallow(root: string): Promise<boolean> {
  return (await wordOf(root, ['rev-parse', '--is-shallow-repository'])) === 'true';
}

/** The tree without files, by its name in the repository's own kind of hash. */
async function emptyTree(root: string): Promise<string> {
  return (await gitLater(root, ['hash-object', '-t', 'tree', '--stdin'])).toString('utf8').trim();
}

async function wordOf(root: string, args: readonly string[]): Promise<string | null> {
  try {
    return (await gitLater(root, args)).toString('utf8').trim() || null;
  } catch (error) {
    if (error instanceof GitProblem) return null;
    throw error;
  }
}

/* ------------------------------------------------------------------ the index and the work tree */

/** Many threads would hold up the search for files that are not tracked, which goes on beside them and takes longer. */
const ONE_BY_ONE: ReadonlyMap<string, string> = new Map([['core.preloadIndex', 'false']]);

const UNSTAGED = ['diff-files', '--name-only', '-z', '--relative', '--ignore-submodules=all', '--no-renames'];

/**
 * Files that differ between index and work tree, deleted ones among them. Git compares contents where times do not
 * tell, and would run the repository's filters for that: all of them are switched off.
 */
async function unstagedIn(
  root: string,
  { keepIndex = false, settings = new Map() }: Asking,
): Promise<Buffer> {
  const all = new Map([...settings, ...(await withoutFilters(root))]);
  return gitLater(root, UNSTAGED, { keepIndex, settings: all });
}

interface Asking {
  readonly keepIndex?: boolean;
  readonly settings?: ReadonlyMap<string, string>;
}

async function withoutFilters(root: string): Promise<Map<string, string>> {
  const drivers = new Set((await filterSettings(root)).map((name) => name.slice(0, name.lastIndexOf('.'))));
  return new Map(
    [...drivers].flatMap((driver) => [
      [`${driver}.clean`, ''],
      [`${driver}.smudge`, ''],
      [`${driver}.process`, ''],
      [`${driver}.required`, 'false'],
    ]),
  );
}

async function filterSettings(root: string): Promise<string[]> {
  const names = ['config', '-z', '--includes', '--name-only', '--get-regexp', String.raw`^filter\.`];
  try {
    return partsOf(await gitLater(root, names));
  } catch (error) {
    // Git's answer where there are none.
    if (error instanceof GitProblem && error.message === 'git failed') return [];
    throw error;
  }
}
