import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { randomBytes } from 'node:crypto';
import path from 'node:path';
import { UsageProblem } from './exit-codes.ts';

const { O_WRONLY, O_CREAT, O_TRUNC, O_EXCL } = constants;
/** Windows has neither of these. */
const { O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants>;

/** Find out before a long scan that its report will have no place. Throws {@link UsageProblem}. */
export function checkOutput(file: string): void {
  checkTarget(file, `--output ${file}`);
}

/** The same for any file; `option` is what the user called it. */
export function checkTarget(file: string, option: string): void {
  const folder = statSync(path.dirname(file), { throwIfNoEntry: false });
  if (!folder?.isDirectory()) throw problem(option, 'ENOENT');
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat?.isSymbolicLink()) throw problem(option, 'ELOOP');
  if (stat?.isDirectory()) throw problem(option, 'EISDIR');
}

/**
 * Write a report to a file, never through a link: a scanned repository could have put one there.
 * With unmasked secrets in it, only its owner may read it. Throws {@link UsageProblem}.
 */
export function writeOutput(file: string, text: string, isPrivate: boolean): void {
  const option = `--output ${file}`;
  // Without O_NONBLOCK, a pipe that nobody reads would hold us up for ever.
  const flags = O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_NONBLOCK;
  write(open(file, { flags, mode: isPrivate ? 0o600 : 0o666, option }), text, option);
}

/**
 * Write a file whole or not at all, by a new one that takes its place: whoever reads it meanwhile, or breaks off, has the
 * old one. Throws {@link UsageProblem}.
 */
export function replaceFile(file: string, text: string, option: string): void {
  checkTarget(file, option);
  const stat = lstatSync(file, { throwIfNoEntry: false });
  if (stat && !stat.isFile()) throw problem(option, 'EINVAL');
  const name = `.${path.basename(file)}.${randomBytes(6).toString('hex')}`;
  const draft = path.join(path.dirname(file), name);
  try {
    const mode = stat ? stat.mode & 0o777 : 0o666;
    write(open(draft, { flags: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode, option }), text, option);
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error instanceof UsageProblem ? error : problem(option, (error as NodeJS.ErrnoException).code);
  }
}

function write(descriptor: number, text: string, option: string): void {
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile() && !stat.isCharacterDevice()) throw problem(option, 'EINVAL');
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length;) at += writeSync(descriptor, bytes, at);
  } catch (error) {
    throw error instanceof UsageProblem ? error : problem(option, (error as NodeJS.ErrnoException).code);
  } finally {
    closeSync(descriptor);
  }
}

function open(
  file: string,
  { flags, mode, option }: { flags: number; mode: number; option: string },
): number {
  try {
    return openSync(file, flags, mode);
  } catch (error) {
    throw problem(option, (error as NodeJS.ErrnoException).code);
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

function problem(option: string, code = 'unknown error'): UsageProblem {
  return new UsageProblem(`${option}: ${REASONS[code] ?? `cannot be written (${code})`}`);
}
