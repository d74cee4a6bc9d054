import { closeSync, constants, openSync, writeSync } from 'node:fs';
import { UsageProblem } from './exit-codes.ts';

/** Write a report to a file, never through a link: a scanned repository could have put one there. */
export function writeOutput(file: string, text: string): void {
  const flags = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | (constants.O_NOFOLLOW ?? 0);
  let descriptor: number;
  try {
    descriptor = openSync(file, flags, 0o600);
  } catch (error) {
    throw new UsageProblem(`--output ${file}: ${reasonOf(error as NodeJS.ErrnoException)}`);
  }
  try {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
  } finally {
    closeSync(descriptor);
  }
}

function reasonOf({ code }: NodeJS.ErrnoException): string {
  if (code === 'ELOOP') return 'is a link, which is not followed';
  if (code === 'ENOENT') return 'its folder does not exist';
  if (code === 'EISDIR') return 'is a folder';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'no permission to write it';
  return `cannot be written (${code ?? 'unknown error'})`;
}
