import { utf8Length } from './text.ts';

/** A way to read a text as encoded bytes, and the most entropy the text can carry if it is that. */
export interface Encoding {
  readonly name: 'hex' | 'base64' | 'base64url' | 'UUID';
  readonly bits: number;
  /** The text inside, where the bytes are readable text. */
  readonly text: string | null;
}

const HEX = /^(?:(?:[0-9a-f]{2}){4,}|(?:[0-9A-F]{2}){4,}|(?:[0-9a-fA-F]{2}){12,})$/;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-([1-8])[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
const BASE64 = /^[A-Z0-9+/]{8,}={0,2}$/i;
const BASE64URL = /^[\w-]{8,}={0,2}$/;

/** As much of a value as is looked at; the rest is taken to be like it. A multiple of 4. */
const LONGEST_DECODED = 1024;
const LEAST_TEXT = 6;
const LEAST_UNICODE_TEXT = 18;

/** Random bits of a UUID by its version, RFC 9562 section 5; versions 3, 5 and 8 do not tell. */
const UUID_BITS: Readonly<Record<string, number>> = { '1': 60, '2': 60, '6': 60, '7': 74 };
const UUID_BITS_DEFAULT = 122;

/** The encoding `text` looks like, the narrowest that fits. */
export function encodingOf(text: string): Encoding | null {
  const head = text.slice(0, LONGEST_DECODED);
  if (HEX.test(head)) return { name: 'hex', bits: text.length * 4, text: printable(fromHex(head)) };
  const version = UUID.exec(head)?.[1];
  if (version !== undefined)
    return { name: 'UUID', bits: UUID_BITS[version] ?? UUID_BITS_DEFAULT, text: null };
  const name = BASE64.test(head) ? 'base64' : BASE64URL.test(head) ? 'base64url' : null;
  const digits = head.replace(/={1,2}$/, '');
  if (name === null || digits.length % 4 === 1) return null;
  return { name, bits: text.replace(/={1,2}$/, '').length * 6, text: printable(fromBase64(digits)) };
}

function fromHex(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length >> 1);
  for (let i = 0; i < bytes.length; i++) bytes[i] = hexDigit(text, 2 * i) * 16 + hexDigit(text, 2 * i + 1);
  return bytes;
}

function hexDigit(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 58 ? code - 48 : (code & 7) + 9;
}

function fromBase64(digits: string): Uint8Array {
  const binary = atob(digits.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < bytes.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The bytes as text when a person can have written it: printable ASCII, or words of another script. */
function printable(all: Uint8Array): string | null {
  const bytes = withoutLineEnd(all);
  if (bytes.length < LEAST_TEXT) return null;
  if (bytes.every((byte) => byte >= 0x20 && byte < 0x7f)) return String.fromCharCode(...bytes);
  if (bytes.length < LEAST_UNICODE_TEXT) return null;
  return unicodeText(bytes);
}

/** `echo secret | base64` encodes the end of the line as well. */
function withoutLineEnd(bytes: Uint8Array): Uint8Array {
  if (bytes.at(-1) !== 0x0a) return bytes;
  return bytes.subarray(0, bytes.at(-2) === 0x0d ? -2 : -1);
}

/** Control characters, and places of Unicode that are for private use or for nothing. */
const UNWRITTEN = /[\0-\x08\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\uffff]/; // eslint-disable-line no-control-regex

function unicodeText(bytes: Uint8Array): string | null {
  try {
    const text = UTF8.decode(bytes);
    return UNWRITTEN.test(text) ? null : text;
  } catch {
    return null;
  }
}

/* ------------------------------------------------------------------ key bytes */

export type HmacName = 'HS256' | 'HS384' | 'HS512';
export type KeyReading = 'utf8' | 'base64' | 'base64url' | 'hex';

/** A key of at least the size of the hash output must be used: RFC 7518 section 3.2. */
export const LEAST_KEY_BYTES: Readonly<Record<HmacName, number>> = { HS256: 32, HS384: 48, HS512: 64 };

/**
 * Bytes of the key that a consumer makes of `text`. The decoders are as lenient as Node's `Buffer.from`: both base64
 * alphabets, other characters skipped, an end at `=`; hex up to the first pair that is none.
 */
export function keyBytes(text: string, reading: KeyReading): number {
  if (reading === 'utf8') return utf8Length(text);
  if (reading === 'hex') return (/^(?:[0-9a-f]{2})*/i.exec(text)?.[0].length ?? 0) / 2;
  const digits = (text.split('=', 1)[0] ?? '').replace(/[^\w+/-]/g, '');
  return Math.floor((digits.length * 6) / 8);
}
