import { createHmac, timingSafeEqual } from 'node:crypto';
import { type HmacAlgorithm, isHmacAlgorithm } from './algorithms.ts';
import { decodeToken } from './token.ts';

/** How the text of a secret becomes the bytes of a key. `empty`: the token is signed with no key at all. */
export type KeyForm = 'utf8' | 'base64' | 'base64url' | 'hex' | 'empty';

/** The candidate that signs the token; null where the empty key does. */
export interface SigningKey<Candidate> {
  readonly candidate: Candidate | null;
  readonly form: KeyForm;
}

export interface ProofOptions {
  /** Give up after so many signatures. */
  readonly maxAttempts?: number;
}

const HASHES: Readonly<Record<HmacAlgorithm, string>> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };
const MAX_KEY = 16 * 1024;
const DEFAULT_ATTEMPTS = 2_000_000;

/**
 * Find the value whose HMAC is the signature of the token (RFC 7515, section 5.2). Each candidate is tried as UTF-8 text and,
 * where it is written so, decoded from base64, base64url and hexadecimal; the empty key is tried first.
 * Null where no candidate fits or the token's algorithm is not HMAC.
 */
export function findSigningKey<Candidate extends { readonly value: string }>(
  token: string,
  candidates: Iterable<Candidate>,
  options: ProofOptions = {},
): SigningKey<Candidate> | null {
  const check = signatureCheck(token);
  if (check === null) return null;
  if (check(Buffer.alloc(0))) return { candidate: null, form: 'empty' };
  let left = options.maxAttempts ?? DEFAULT_ATTEMPTS;
  for (const candidate of candidates) {
    for (const [form, key] of keyForms(candidate.value)) {
      if (left-- <= 0) return null;
      if (check(key)) return { candidate, form };
    }
  }
  return null;
}

/** Prepare the check of one token against many keys. */
function signatureCheck(token: string): ((key: Buffer) => boolean) | null {
  const decoded = decodeToken(token);
  if (decoded === null || decoded.claims === null || !isHmacAlgorithm(decoded.algorithm)) return null;
  const hash = HASHES[decoded.algorithm];
  const end = token.lastIndexOf('.');
  const signed = Buffer.from(token.slice(0, end), 'latin1');
  const signature = Buffer.from(token.slice(end + 1), 'base64url');
  return (key) => {
    const made = createHmac(hash, key).update(signed).digest();
    return made.length === signature.length && timingSafeEqual(made, signature);
  };
}

/** The keys that a text can mean, each once; the text as it stands first. */
export function* keyForms(value: string): Generator<readonly [Exclude<KeyForm, 'empty'>, Buffer]> {
  if (value === '' || value.length > MAX_KEY) return;
  yield ['utf8', Buffer.from(value, 'utf8')];
  if (/^[0-9a-f]+$/i.test(value) && value.length % 2 === 0) yield ['hex', Buffer.from(value, 'hex')];
  // Node and jjwt decode base64 leniently: characters outside the alphabet are skipped, padding may be missing
  const decoded = Buffer.from(value, 'base64');
  if (decoded.length === 0 || !/^[\w+/=.\s-]+$/.test(value)) return;
  yield [/[-_]/.test(value) ? 'base64url' : 'base64', decoded];
}
