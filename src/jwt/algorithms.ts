/** HMAC algorithms of RFC 7518 section 3.1. */
export type HmacAlgorithm = 'HS256' | 'HS384' | 'HS512';

/** Least key size in bytes for each HMAC algorithm: the size of the hash output, RFC 7518 section 3.2. */
export const HMAC_KEY_BYTES: Readonly<Record<HmacAlgorithm, number>> = { HS256: 32, HS384: 48, HS512: 64 };

/** Whether `alg` names an HMAC algorithm. */
export function isHmacAlgorithm(alg: unknown): alg is HmacAlgorithm {
  return alg === 'HS256' || alg === 'HS384' || alg === 'HS512';
}

/** An algorithm that signs with a private key. */
export interface PublicKeyAlgorithm {
  readonly keyType: 'RSA' | 'EC' | 'OKP';
  /** As node:crypto names it; null where the algorithm has a hash of its own. */
  readonly hash: 'sha256' | 'sha384' | 'sha512' | null;
  /** RSASSA-PSS instead of PKCS#1 v1.5. */
  readonly isPss: boolean;
  /** The only curve that it may be used with. */
  readonly curve: string | null;
}

const rsa = (hash: PublicKeyAlgorithm['hash'], isPss = false): PublicKeyAlgorithm => ({
  keyType: 'RSA',
  hash,
  isPss,
  curve: null,
});
const ec = (hash: PublicKeyAlgorithm['hash'], curve: string): PublicKeyAlgorithm => ({
  keyType: 'EC',
  hash,
  isPss: false,
  curve,
});
const okp = (curve: string | null): PublicKeyAlgorithm => ({
  keyType: 'OKP',
  hash: null,
  isPss: false,
  curve,
});

/** RFC 7518 section 3.1, RFC 8037 section 3.1, RFC 8812 section 3.2, RFC 9864 section 2.2. */
const PUBLIC_KEY_ALGORITHMS: ReadonlyMap<string, PublicKeyAlgorithm> = new Map([
  ['RS256', rsa('sha256')],
  ['RS384', rsa('sha384')],
  ['RS512', rsa('sha512')],
  ['PS256', rsa('sha256', true)],
  ['PS384', rsa('sha384', true)],
  ['PS512', rsa('sha512', true)],
  ['ES256', ec('sha256', 'P-256')],
  ['ES384', ec('sha384', 'P-384')],
  ['ES512', ec('sha512', 'P-521')],
  ['ES256K', ec('sha256', 'secp256k1')],
  ['EdDSA', okp(null)],
  ['Ed25519', okp('Ed25519')],
  ['Ed448', okp('Ed448')],
]);

/** What an algorithm with a private key needs; null for all others. */
export function publicKeyAlgorithm(name: string): PublicKeyAlgorithm | null {
  return PUBLIC_KEY_ALGORITHMS.get(name) ?? null;
}
