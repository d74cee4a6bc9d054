import { closeSync, constants, fstatSync, lstatSync, openSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { UsageProblem } from './exit-codes.ts';

const { O_WRONLY, O_CREAT, O_TRUNC } = constants;
/** Windows has neither of these. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;

/** Find out before a long scan that its report will have no place. Throws {@link UsageProblem}. */
export function checkOutput(file: string): void {
  const folder = statSync(path.dirname(file), { throwIfNoEntry: false });
  if (!folder?.isDirectory()) throw problem(file, 'ENOENT');
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat?.isSymbolicLink()) throw problem(file, 'ELOOP');
  if (stat?.isDirectory()) throw problem(file, 'EISDIR');
}

/**
 * Write a report to a file, never through a link: a scanned repository could have put one there.
 * With unmasked secrets in it, only its owner may read it. Throws {@link UsageProblem}.
 */
export function writeOutput(file: string, text: string, isPrivate: boolean): void {
  const descriptor = open(file, isPrivate ? 0o600 : 0o666);
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile() && !stat.isCharacterDevice()) throw problem(file, 'EINVAL');
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
  } catch (error) {
    throw error instanceof UsageProblem ? error : problem(file, (error as NodeJS.ErrnoException).code);
  } finally {
    closeSync(descriptor);
  }
}

function open(file: string, mode: number): number {
  try {
    // Without O_NONBLOCK, a pipe that nobody reads would hold us up for ever.
    return openSync(file, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_NONBLOCK, mode);
  } catch (error) {
    throw problem(file, (error as NodeJS.ErrnoException).code);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ELOOP: 'is a link, which is not followed',
  ENOENT: 'its folder does not exist',
  EISDIR: 'is a folder',
  EACCES: 'no permission to write it',
  EPERM: 'no permission to write it',
  EROFS: 'no permission to write it',
  ENOSPC: 'no space left on the disk',
  ENXIO: 'is not a regular file',
  EINVAL: 'is not a regular file',
};

function problem(file: string, code = 'unknown error'): UsageProblem {
  return new UsageProblem(`--output ${file}: ${REASONS[code] ?? `cannot be written (${code})`}`);
}
