import { gitLater, TooMuchOutput } from './git.ts';
import { MAX_FILE_BYTES, tooLarge } from '../text.ts';

/** A blob, or why there is none. */
export type Blob = Buffer | string;

/** What one call to git may bring, in bytes. */
const MOST_AT_ONCE = 128 * 1024 * 1024;

/** What stands beside the content of each. */
const MOST_BESIDE = 200;

/** The contents of blobs, in the order of their names. Rejects with {@link GitProblem}. */
export async function readBlobs(root: string, names: readonly string[]): Promise<Blob[]> {
  if (names.length === 0) return [];
  const all = await readAll(root, names);
  return all ? all.map((blob) => blob ?? MISSING) : readInGroups(root, names);
}

/** Few commits are so large that their sizes have to be asked for first: null for those. */
async function readAll(root: string, names: readonly string[]): Promise<(Blob | null)[] | null> {
  try {
    const blobs = await readGroup(root, names);
    return blobs.map((blob) => (blob ? (problemWith(blob.length) ?? blob) : null));
  } catch (error) {
    if (error instanceof TooMuchOutput) return null;
    throw error;
  }
}

async function readInGroups(root: string, names: readonly string[]): Promise<Blob[]> {
  const sizes = await sizesOf(root, names);
  const blobs: Blob[] = names.map((_, i) => problemWith(sizes[i] ?? null) ?? '');
  const wanted = names.flatMap((_, i) => (blobs[i] === '' ? [i] : []));
  for (const group of grouped(wanted, (i) => sizes[i]!)) {
    const read = await readGroup(
      root,
      group.map((i) => names[i]!),
    );
    group.forEach((i, at) => (blobs[i] = read[at] ?? MISSING));
  }
  return blobs;
}

const MISSING = 'git does not have its content';

function problemWith(size: number | null): string | null {
  if (size === null) return MISSING;
  return size > MAX_FILE_BYTES ? tooLarge(size) : null;
}

async function sizesOf(root: string, names: readonly string[]): Promise<(number | null)[]> {
  const output = await gitLater(root, ['cat-file', '--batch-check'], { input: `${names.join('\n')}\n` });
  return output
    .toString('utf8')
    .split('\n')
    .map((line) => {
      const size = / blob (\d+)$/.exec(line)?.[1];
      return size === undefined ? null : Number(size);
    });
}

function grouped(items: readonly number[], sizeOf: (item: number) => number): number[][] {
  const groups: number[][] = [];
  let room = 0;
  for (const item of items) {
    room -= sizeOf(item);
    if (room < 0 || groups.length === 0) {
      groups.push([]);
      room = MOST_AT_ONCE - sizeOf(item);
    }
    groups.at(-1)!.push(item);
  }
  return groups;
}

async function readGroup(root: string, names: readonly string[]): Promise<(Buffer | null)[]> {
  const output = await gitLater(root, ['cat-file', '--batch'], {
    input: `${names.join('\n')}\n`,
    maxOutput: MOST_AT_ONCE + names.length * MOST_BESIDE,
  });
  const blobs: (Buffer | null)[] = [];
  for (let at = 0; blobs.length < names.length && at < output.length;) {
    const lineEnd = output.indexOf(10, at);
    const size = / blob (\d+)$/.exec(output.toString('latin1', at, lineEnd))?.[1];
    at = lineEnd + 1;
    if (size === undefined) {
      blobs.push(null);
      continue;
    }
    blobs.push(output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return blobs;
}
