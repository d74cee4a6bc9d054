import { decodeBase64, utf8 } from './base64.ts';

type Json = Readonly<Record<string, unknown>>;

/** A token taken apart. `claims` is null for a JWE, whose payload is encrypted. */
export interface DecodedToken {
  readonly header: Json;
  readonly claims: Json | null;
  readonly algorithm: string;
}

const MAX_TOKEN = 64 * 1024;
/** Names of algorithms are short and of one shape (RFC 7518, section 7.1.1), also those that are not registered. */
const ALGORITHM = /^[A-Z][\w+.-]{1,31}$/i;
/** The shortest signature in use is HMAC-SHA-256 cut to 128 bits; anything shorter is a word, not a signature. */
const MIN_SIGNATURE = 20;
/** Of 64 letters, random texts of the least length use more than these. */
const MIN_LETTERS = 8;

/** Signature sizes that the algorithm alone decides, in base64url characters: RFC 7518 section 3, RFC 8037 section 3.1. */
const SIGNATURE_CHARS: ReadonlyMap<string, number> = new Map([
  ['HS256', 43],
  ['HS384', 64],
  ['HS512', 86],
  ['ES256', 86],
  ['ES256K', 86],
  ['ES384', 128],
  ['ES512', 176],
  ['EdDSA', 86],
]);

/** How many characters a signature of the algorithm has; null where that depends on the key. */
export function signatureChars(algorithm: string): number | null {
  return SIGNATURE_CHARS.get(algorithm) ?? null;
}

/** What a signature is made of, whatever the payload is: RFC 7515 section 5.2. */
export interface SignedParts {
  readonly algorithm: string;
  /** Header and payload as they are signed. */
  readonly signed: string;
  /** In base64url. */
  readonly signature: string;
}

/** Take a JWS in compact form apart, its payload untouched. Null for everything else. */
export function signedParts(token: string): SignedParts | null {
  const [first, , , rest] = token.split('.', 4);
  const head = token.length > MAX_TOKEN || rest !== undefined ? null : decodeHeader(first ?? '');
  const end = token.lastIndexOf('.');
  if (head === null || token.indexOf('.') === end) return null;
  return { algorithm: head.algorithm, signed: token.slice(0, end), signature: token.slice(end + 1) };
}

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

/** Decode the first segment of a token; null where it is no JSON object with a plausible algorithm. */
export function decodeHeader(segment: string): Pick<DecodedToken, 'header' | 'algorithm'> | null {
  const header = decodeObject(segment.replace(/={1,2}$/, ''));
  const algorithm = header?.['alg'];
  if (header === null || typeof algorithm !== 'string' || !ALGORITHM.test(algorithm)) return null;
  return { header, algorithm };
}

function decodeJws([first, second, signature]: [string, string, string]): DecodedToken | null {
  const head = decodeHeader(first);
  if (head === null) return null;
  if (head.algorithm.toLowerCase() === 'none') {
    if (signature !== '' && decodeBase64(signature) === null) return null;
  } else if (!isSignature(signature)) return null;
  const claims = decodeObject(second);
  return claims === null ? null : { ...head, claims };
}

function decodeJwe(segments: readonly string[]): DecodedToken | null {
  const head = decodeHeader(segments[0] ?? '');
  if (head === null) return null;
  const encryption = head.header['enc'];
  if (typeof encryption !== 'string' || !ALGORITHM.test(encryption)) return null;
  const [, key = '', iv = '', ciphertext = '', tag = ''] = segments;
  const isComplete = iv !== '' && ciphertext !== '' && tag.length >= MIN_SIGNATURE;
  return isComplete && [key, iv, ciphertext, tag].every(isBase64) ? { ...head, claims: null } : null;
}

function isBase64(text: string): boolean {
  return /^[\w+/-]*$/.test(text);
}

/**
 * Whether a text is what signing gives, and not words in its place. Not decoded: a sample whose last character was lost is still
 * a token that somebody used.
 */
function isSignature(text: string): boolean {
  if (text.length < MIN_SIGNATURE || !isBase64(text) || new Set(text).size <= MIN_LETTERS) return false;
  return /[A-Z]/.test(text) && /[a-z]/.test(text) && !areWords(text);
}

/** Letters with few capitals, and numbers between dashes. Half of the letters of a random text are capitals. */
function areWords(text: string): boolean {
  const capitals = text.replace(/[^A-Z]/g, '').length;
  return capitals * 4 <= text.length && text.split(/[_-]/).every((word) => /^(?:[A-Z]*|\d*)$/i.test(word));
}

function decodeObject(segment: string): Json | null {
  if (segment.length < 3) return null;
  const bytes = decodeBase64(segment);
  const text = bytes === null ? null : utf8(bytes);
  if (text === null || !/^\s{0,20}\{/.test(text) || !/\}\s{0,20}$/.test(text.slice(-24))) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
  } catch {
    return null;
  }
}
