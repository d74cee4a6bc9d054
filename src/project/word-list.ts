import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { SecretList } from '../strength/secret-list.ts';

/** A list of secrets, one a line, that cannot be read; the message is one clear line. */
export class WordListProblem extends Error {}

/** No secret that people share is longer; what is, is no list of secrets, and is passed over. UTF-16 code units. */
const LONGEST_LINE = 4096;
const CHUNK_BYTES = 1 << 20;
const NEWLINE = 10;
const RETURN = 13;

/**
 * The lines of a word list in the order of the file, a chunk at a time: for lists of any size. UTF-8 or Latin-1, any line ends,
 * byte order mark or none. Empty lines are left out, and so are those above 4,096 characters. Each iteration reads the file
 * again. Throws {@link WordListProblem}, at once where there is no such file.
 */
export function wordList(file: string): Iterable<string> {
  stampOfWordList(file);
  return { [Symbol.iterator]: () => linesOf(file) };
}

/** The secrets of a word list, as the judge asks for them. Throws {@link WordListProblem}. */
export function loadSecretList(file: string): SecretList {
  const list = new SecretList();
  for (const line of wordList(file)) list.add(line);
  return list;
}

/** A stamp that changes when the file does. Throws {@link WordListProblem}. */
export function stampOfWordList(file: string): string {
  try {
    const stat = statSync(file);
    if (stat.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
    return `${stat.mtimeMs}:${stat.size}`;
  } catch (error) {
    throw problemOf(file, error);
  }
}

function* linesOf(file: string): Generator<string> {
  const descriptor = open(file);
  try {
    const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
    let kept = 0;
    // In the midst of a line that is too long to matter.
    let isPassing = false;
    for (let isFirst = true; ; isFirst = false) {
      const read = readSync(descriptor, buffer, kept, buffer.length - kept, null);
      const length = kept + read;
      const end = read === 0 ? length : lastLineEnd(buffer, length);
      if (end > 0) {
        const lines = cut(decode(buffer.subarray(isFirst ? markLength(buffer) : 0, end)));
        if (isPassing) lines.shift();
        isPassing = false;
        for (const line of lines) if (line !== '' && line.length <= LONGEST_LINE) yield line;
      }
      if (read === 0) return;
      const rest = length - end;
      isPassing ||= rest > 4 * LONGEST_LINE;
      kept = rest > 4 * LONGEST_LINE ? 0 : rest;
      buffer.copyWithin(0, end, end + kept);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** A pattern takes four times as long as the plain line feed that most lists have. */
function cut(text: string): string[] {
  return text.includes('\r') ? text.split(/\r\n|[\n\r]/) : text.split('\n');
}

/** Behind the last line end among the first `length` bytes; a return at the very end may be half of one. */
function lastLineEnd(buffer: Buffer, length: number): number {
  const newline = buffer.lastIndexOf(NEWLINE, length - 1);
  const carriage = length > 1 ? buffer.lastIndexOf(RETURN, length - 2) : -1;
  return Math.max(newline, carriage) + 1;
}

function markLength(buffer: Buffer): number {
  return buffer[0] === 0xef && buffer[1] === 0xbb && buffer[2] === 0xbf ? 3 : 0;
}

/** Old lists are in Latin-1: what is no UTF-8 is read as that. */
function decode(bytes: Buffer): string {
  const text = bytes.toString('utf8');
  return text.includes('\uFFFD') ? bytes.toString('latin1') : text;
}

function open(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (error) {
    throw problemOf(file, error);
  }
}

function problemOf(file: string, error: unknown): WordListProblem {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new WordListProblem(`${file}: no such file`);
  if (code === 'EISDIR') return new WordListProblem(`${file}: a folder, not a word list`);
  return new WordListProblem(`${file}: cannot be read (${code ?? 'unknown error'})`);
}
