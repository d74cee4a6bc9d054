/** HMAC algorithms of RFC 7518 section 3.1. */
export type HmacAlgorithm = 'HS256' | 'HS384' | 'HS512';

/** Least key size in bytes for each HMAC algorithm: the size of the hash output, RFC 7518 section 3.2. */
export const HMAC_KEY_BYTES: Readonly<Record<HmacAlgorithm, number>> = { HS256: 32, HS384: 48, HS512: 64 };

/** Signature algorithms (`alg` of a JWS header) registered by RFC 7518, RFC 8037, RFC 8812 and RFC 9864. */
export const JWS_ALGORITHMS: ReadonlySet<string> = new Set([
  'HS256', 'HS384', 'HS512',
  'RS256', 'RS384', 'RS512',
  'PS256', 'PS384', 'PS512',
  'ES256', 'ES384', 'ES512', 'ES256K',
  'EdDSA', 'Ed25519', 'Ed448',
  'none',
]); // prettier-ignore

/** Whether `alg` names an HMAC algorithm. */
export function isHmacAlgorithm(alg: unknown): alg is HmacAlgorithm {
  return alg === 'HS256' || alg === 'HS384' || alg === 'HS512';
}
