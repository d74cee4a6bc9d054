import { accessSync, closeSync, constants, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { SecretList } from '../strength/secret-list.ts';

/** A list of secrets, one a line, that cannot be read; the message is one clear line. */
export class WordListProblem extends Error {}

/** No secret that people share is longer; what is, is no list of secrets, and is passed over. UTF-16 code units. */
const LONGEST_LINE = 8192;
const CHUNK_BYTES = 256 * 1024;

/**
 * The lines of a word list in the order of the file, a chunk at a time: for lists of any size, and for pipes. UTF-8, any line
 * ends, byte order mark or none. Empty lines are left out, and so are lines above 8,192 characters. Throws {@link WordListProblem}.
 */
export async function* readWordList(file: string): AsyncGenerator<readonly string[]> {
  const lines = new LineReader();
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES }))
      yield lines.push(chunk as Buffer);
  } catch (error) {
    throw problemOf(file, error);
  }
  yield lines.end();
}

/** The secrets of a word list, as the judge asks for them. Throws {@link WordListProblem}. */
export async function loadSecretList(file: string): Promise<SecretList> {
  const list = new SecretList();
  for await (const lines of readWordList(file)) for (const line of lines) list.add(line);
  return list;
}

/** The same for hosts that cannot wait. Throws {@link WordListProblem}. */
export function loadSecretListSync(file: string): SecretList {
  const list = new SecretList();
  try {
    for (const line of readLinesSync(file)) list.add(line);
  } catch (error) {
    throw problemOf(file, error);
  }
  return list;
}

/** The lines of a word list, to try one by one; each iteration reads the file again. Throws {@link WordListProblem}. */
export function wordList(file: string): Iterable<string> {
  stampOfWordList(file);
  checkReadable(file);
  return {
    *[Symbol.iterator]() {
      try {
        yield* readLinesSync(file);
      } catch (error) {
        throw problemOf(file, error);
      }
    },
  };
}

function checkReadable(file: string): void {
  try {
    accessSync(file, constants.R_OK);
  } catch (error) {
    throw problemOf(file, error);
  }
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

function* readLinesSync(file: string): Generator<string> {
  const lines = new LineReader();
  const descriptor = openSync(file, 'r');
  try {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
    for (let read; (read = readSync(descriptor, chunk)) > 0;) yield* lines.push(chunk.subarray(0, read));
    yield* lines.end();
  } finally {
    closeSync(descriptor);
  }
}

function problemOf(file: string, error: unknown): WordListProblem {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new WordListProblem(`${file}: no such file`);
  if (code === 'EISDIR') return new WordListProblem(`${file}: a folder, not a word list`);
  return new WordListProblem(`${file}: cannot be read (${code ?? 'unknown error'})`);
}

/** Cuts a stream of bytes into lines. */
class LineReader {
  readonly #decoder = new TextDecoder('utf-8');
  #rest = '';
  /** In the midst of a line that is too long to matter. */
  #isPassing = false;

  push(chunk: Uint8Array): readonly string[] {
    return this.#take(this.#decoder.decode(chunk, { stream: true }), false);
  }

  end(): readonly string[] {
    return this.#take(this.#decoder.decode(), true);
  }

  #take(text: string, isLast: boolean): readonly string[] {
    const lines = (this.#rest + text).split(/\r\n|[\n\r]/);
    const rest = isLast ? '' : (lines.pop() ?? '');
    if (this.#isPassing && lines.length > 0) {
      lines.shift();
      this.#isPassing = false;
    }
    this.#isPassing ||= rest.length > LONGEST_LINE;
    this.#rest = this.#isPassing ? '' : rest;
    return lines.filter((line) => line !== '' && line.length <= LONGEST_LINE);
  }
}
