import { decodeBase64, utf8 } from './base64.ts';

/** A token taken apart. `claims` is null for a JWE, whose payload is encrypted. */
export interface DecodedToken {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>> | null;
  readonly algorithm: string;
}

const MAX_TOKEN = 64 * 1024;
/** Names of algorithms are short and of one shape (RFC 7518, section 7.1.1), also those that are not registered. */
const ALGORITHM = /^[A-Z][\w+.-]{1,31}$/i;
/** The shortest signature in use is HMAC-SHA-256 cut to 128 bits; anything shorter is a word, not a signature. */
const MIN_SIGNATURE = 20;

/**
 * Decode a JSON Web Token in compact form: a JWS of three segments (RFC 7515, section 3.1) or a JWE of five
 * (RFC 7516, section 3.1). Null for everything else. The signature is not checked.
 */
export function decodeToken(token: string): DecodedToken | null {
  if (token.length > MAX_TOKEN) return null;
  const segments = token.split('.').map((segment) => segment.replace(/={1,2}$/, ''));
  if (segments.length === 3) return decodeJws(segments as [string, string, string]);
  return segments.length === 5 ? decodeJwe(segments) : null;
}

function decodeJws([first, second, signature]: [string, string, string]): DecodedToken | null {
  const header = decodeObject(first);
  const algorithm = header?.['alg'];
  if (header === null || typeof algorithm !== 'string' || !ALGORITHM.test(algorithm)) return null;
  if (algorithm.toLowerCase() === 'none') {
    if (signature !== '' && decodeBase64(signature) === null) return null;
  } else if (!isSignature(signature)) return null;
  const claims = decodeObject(second);
  return claims === null ? null : { header, claims, algorithm };
}

function decodeJwe(segments: readonly string[]): DecodedToken | null {
  const header = decodeObject(segments[0] ?? '');
  const algorithm = header?.['alg'];
  if (header === null || typeof algorithm !== 'string' || !ALGORITHM.test(algorithm)) return null;
  if (typeof header['enc'] !== 'string' || !ALGORITHM.test(header['enc'])) return null;
  const [, key = '', iv = '', ciphertext = '', tag = ''] = segments;
  const isComplete = iv !== '' && ciphertext !== '' && tag.length >= MIN_SIGNATURE;
  return isComplete && [key, iv, ciphertext, tag].every(isBase64)
    ? { header, claims: null, algorithm }
    : null;
}

function isBase64(text: string): boolean {
  return /^[\w+/-]*$/.test(text);
}

/** Not decoded: a sample whose last character was lost is still a token somebody used. */
function isSignature(text: string): boolean {
  return text.length >= MIN_SIGNATURE && isBase64(text) && new Set(text).size > 4;
}

function decodeObject(segment: string): Readonly<Record<string, unknown>> | null {
  if (segment.length < 3) return null;
  const bytes = decodeBase64(segment);
  const text = bytes === null ? null : utf8(bytes);
  if (text === null || !/^\s{0,20}\{/.test(text) || !/\}\s{0,20}$/.test(text.slice(-24))) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
