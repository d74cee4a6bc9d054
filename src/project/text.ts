import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';

/** The text of a file, or why there is none. */
export type FileText =
  | { readonly kind: 'text'; readonly text: string }
  /** Not text: counted, not reported. */
  | { readonly kind: 'binary' }
  /** A link or a folder of another repository: nothing of this project. */
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'unreadable'; readonly reason: string };

/** The bytes of a file, or why there are none. */
export type FileBytes =
  { readonly kind: 'bytes'; readonly bytes: Buffer } | Exclude<FileText, { kind: 'text' | 'binary' }>;

/** Files above this are named in the report's errors instead of being read. */
export const MAX_FILE_BYTES: number = 64 * 1024 * 1024;

/** Files are read into the same memory one after the other, as long as they fit in it. */
let shared: Uint8Array | null = null;
const SHARED_BYTES = 1024 * 1024;

/** The text of a file, read without following a link and without waiting for a pipe. */
export function readText(file: string): FileText {
  return textIn(readBytes(file));
}

/** The text of what was read. */
export function textIn(found: FileBytes): FileText {
  return found.kind === 'bytes' ? decodeText(found.bytes) : found;
}

/** The bytes of a file, good until the next one is read; in `memory`, where that is given and they fit in it. */
export function readBytes(
  file: string,
  memory: Uint8Array = (shared ??= new Uint8Array(SHARED_BYTES)),
): FileBytes {
  let descriptor: number;
  try {
    descriptor = openSync(
      file,
      constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0),
    );
  } catch (error) {
    return describeOpenError(error as NodeJS.ErrnoException, file);
  }
  try {
    const stat = fstatSync(descriptor);
    if (stat.isDirectory()) return { kind: 'elsewhere' };
    if (!stat.isFile()) return { kind: 'unreadable', reason: 'not a regular file' };
    if (stat.size > MAX_FILE_BYTES) return { kind: 'unreadable', reason: tooLarge(stat.size) };
    const buffer = room(stat.size, memory);
    let length = 0;
    while (length < buffer.length) {
      const read = readSync(descriptor, buffer, length, buffer.length - length, length);
      if (read === 0) break;
      length += read;
    }
    return { kind: 'bytes', bytes: buffer.subarray(0, length) };
  } catch (error) {
    return { kind: 'unreadable', reason: (error as NodeJS.ErrnoException).code ?? 'cannot be read' };
  } finally {
    closeSync(descriptor);
  }
}

function room(size: number, { buffer, byteOffset, length }: Uint8Array): Buffer {
  return size > length ? Buffer.allocUnsafe(size) : Buffer.from(buffer, byteOffset, size);
}

export function tooLarge(bytes: number): string {
  return `larger than ${MAX_FILE_BYTES / 1024 / 1024} MB (${Math.round(bytes / 1024 / 1024)} MB): not scanned`;
}

function describeOpenError(
  error: NodeJS.ErrnoException,
  file: string,
): Exclude<FileBytes, { kind: 'bytes' }> {
  if (error.code === 'ELOOP' || error.code === 'EMLINK') return { kind: 'elsewhere' };
  if (file.includes('\uFFFD')) return { kind: 'unreadable', reason: 'its name is not UTF-8: not scanned' };
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR')
    return { kind: 'unreadable', reason: 'is gone: it vanished during the scan or was deleted' };
  if (error.code === 'EACCES' || error.code === 'EPERM')
    return { kind: 'unreadable', reason: 'no permission to read it' };
  if (error.code === 'ENAMETOOLONG') return { kind: 'unreadable', reason: 'its path is too long' };
  if (error.code === 'ENXIO') return { kind: 'unreadable', reason: 'not a regular file' };
  return { kind: 'unreadable', reason: error.code ?? 'cannot be opened' };
}

/** How many bytes are looked at to tell text from binary, as git does. */
const SNIFFED_BYTES = 8000;

/** Decode the bytes of a file: UTF-8 and UTF-16 with or without BOM, else Latin-1, so that no byte is lost. */
export function decodeText(bytes: Buffer): FileText {
  const wide = utf16Encoding(bytes);
  if (wide) return { kind: 'text', text: withoutMark(decodeWide(bytes, wide)) };
  if (isBinary(bytes)) return { kind: 'binary' };
  const text = bytes.toString('utf8');
  // U+FFFD stands where bytes were not UTF-8: one byte per character keeps the rest readable and aligned.
  if (text.includes('\uFFFD') && !bytes.includes(Buffer.from('\uFFFD')))
    return { kind: 'text', text: bytes.toString('latin1') };
  return { kind: 'text', text: withoutMark(text) };
}

function isBinary(bytes: Buffer): boolean {
  return bytes.subarray(0, SNIFFED_BYTES).includes(0);
}

/** Whether ASCII stands in the bytes as it is: in UTF-8 and Latin-1, but not in UTF-16. */
export function hasPlainAscii(bytes: Buffer): boolean {
  return utf16Encoding(bytes) === null && !isBinary(bytes);
}

/** Editors and ESLint do not count the byte order mark as a character. */
function withoutMark(text: string): string {
  return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
}

type WideEncoding = 'utf-16le' | 'utf-16be';

function utf16Encoding(bytes: Buffer): WideEncoding | null {
  if (bytes.length < 2) return null;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 512);
  if (sample.length < 8 || !sample.includes(0)) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < sample.length; i += 2) {
    if (sample[i] === 0) even++;
    if (sample[i + 1] === 0) odd++;
  }
  const pairs = sample.length >> 1;
  if (even === 0 && odd > pairs * 0.8) return 'utf-16le';
  if (odd === 0 && even > pairs * 0.8) return 'utf-16be';
  return null;
}

function decodeWide(bytes: Buffer, encoding: WideEncoding): string {
  const even = bytes.subarray(0, bytes.length & ~1);
  return encoding === 'utf-16le' ? even.toString('utf16le') : Buffer.from(even).swap16().toString('utf16le');
}
