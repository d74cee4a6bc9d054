/** HMAC algorithms of RFC 7518 section 3.1. */
export type HmacAlgorithm = 'HS256' | 'HS384' | 'HS512';

/** Least key size in bytes for each HMAC algorithm: the size of the hash output, RFC 7518 section 3.2. */
export const HMAC_KEY_BYTES: Readonly<Record<HmacAlgorithm, number>> = { HS256: 32, HS384: 48, HS512: 64 };

/** Whether `alg` names an HMAC algorithm. */
export function isHmacAlgorithm(alg: unknown): alg is HmacAlgorithm {
  return alg === 'HS256' || alg === 'HS384' || alg === 'HS512';
}
