import { utf8Length } from './text.ts';

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
