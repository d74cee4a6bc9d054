import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** A list could not be read; the message completes "FILE: …". */
export class WordListProblem extends Error {}

const CHUNK = 1 << 20;
/** A line that is longer is no word. */
const MAX_LINE = 4096;
const NEWLINE = 10;

/** The words of a file, one a line, read as a stream; each iteration reads it again. Throws {@link WordListProblem}. */
export function wordList(file: string): Iterable<string> {
  closeSync(open(file));
  return { [Symbol.iterator]: () => wordsOf(file) };
}

function* wordsOf(file: string): Generator<string> {
  const descriptor = open(file);
  try {
    const buffer = Buffer.allocUnsafe(CHUNK);
    let kept = 0;
    for (;;) {
      const read = readSync(descriptor, buffer, kept, buffer.length - kept, null);
      const length = kept + read;
      const end = read === 0 ? length : buffer.lastIndexOf(NEWLINE, length - 1) + 1;
      if (end > 0) yield* linesOf(buffer.subarray(0, end));
      if (read === 0) return;
      // What is left of a line goes on in the next chunk, unless it is far too long.
      kept = length - end > MAX_LINE ? 0 : length - end;
      buffer.copyWithin(0, end, end + kept);
    }
  } finally {
    closeSync(descriptor);
  }
}

function* linesOf(bytes: Buffer): Generator<string> {
  const text = bytes.toString('utf8');
  // Old lists are in Latin-1: what is no UTF-8 is read as that, line by line.
  const lines = text.includes('\uFFFD') ? bytes.toString('latin1') : text;
  for (const line of lines.split('\n')) {
    const word = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (word !== '' && word.length <= MAX_LINE) yield word;
  }
}

function open(file: string): number {
  let descriptor: number;
  try {
    descriptor = openSync(file, 'r');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new WordListProblem(REASONS[code ?? ''] ?? `cannot be read (${code ?? 'unknown error'})`);
  }
  if (!fstatSync(descriptor).isDirectory()) return descriptor;
  closeSync(descriptor);
  throw new WordListProblem('is a folder');
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EACCES: 'no permission to read it',
};
