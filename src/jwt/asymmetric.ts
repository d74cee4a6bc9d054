import {
  createPrivateKey,
  createPublicKey,
  verify,
  X509Certificate,
  constants,
  type KeyObject,
} from 'node:crypto';
import { publicKeyAlgorithm, type PublicKeyAlgorithm } from './algorithms.ts';
import { signedParts } from './token.ts';

/** A key as a repository has it: PEM text, or the public members of a JSON Web Key. */
export type KeyText = { readonly pem: string } | { readonly jwk: Readonly<Record<string, string>> };

/** The public half of a key, ready to verify. */
export interface PublicKey {
  readonly type: PublicKeyAlgorithm['keyType'];
  readonly curve: string | null;
  /** Of the modulus; 0 for keys that have none. */
  readonly bits: number;
  /** Equal for equal keys, however they are written: the SubjectPublicKeyInfo of RFC 5280, in base64. */
  readonly id: string;
  readonly object: KeyObject;
}

const TYPES: Readonly<Record<string, PublicKey['type']>> = {
  rsa: 'RSA',
  'rsa-pss': 'RSA',
  ec: 'EC',
  ed25519: 'OKP',
  ed448: 'OKP',
};
const CURVES: Readonly<Record<string, string>> = {
  prime256v1: 'P-256',
  secp384r1: 'P-384',
  secp521r1: 'P-521',
  secp256k1: 'secp256k1',
  ed25519: 'Ed25519',
  ed448: 'Ed448',
};
/** RSA keys above this are only there to keep a verifier busy; OpenSSL takes larger exponents with small moduli. */
const MAX_RSA_BITS = 16_384;
const MAX_EXPONENT = 2n ** 64n;

/** The public half of a private key, a public key or a certificate; null where it cannot be read or signs no tokens. */
export function publicKeyOf(text: KeyText): PublicKey | null {
  try {
    const object = readKey(text);
    const kind = object.asymmetricKeyType ?? '';
    const type = TYPES[kind];
    const { namedCurve = kind, modulusLength = 0, publicExponent = 3n } = object.asymmetricKeyDetails ?? {};
    const isCostly = modulusLength > MAX_RSA_BITS || publicExponent > MAX_EXPONENT;
    if (type === undefined || isCostly) return null;
    const id = object.export({ type: 'spki', format: 'der' }).toString('base64');
    return { type, curve: CURVES[namedCurve] ?? null, bits: modulusLength, id, object };
  } catch {
    return null;
  }
}

function readKey(text: KeyText): KeyObject {
  if ('jwk' in text) return createPublicKey({ key: { ...text.jwk }, format: 'jwk' });
  if (text.pem.startsWith('-----BEGIN CERTIFICATE')) return new X509Certificate(text.pem).publicKey;
  // A private key is parsed as one first, so that OpenSSL never asks for the passphrase of one that is encrypted.
  if (!text.pem.includes('PRIVATE KEY')) return createPublicKey(text.pem);
  return createPublicKey(createPrivateKey({ key: text.pem, format: 'pem', passphrase: '' }));
}

/** The keys that verify the signature of a token: RFC 7515 section 5.2. The first one counts. */
export function findVerifyingKey<Key extends PublicKey>(token: string, keys: Iterable<Key>): Key | null {
  const parts = signedParts(token);
  const algorithm = parts && publicKeyAlgorithm(parts.algorithm);
  if (!parts || !algorithm) return null;
  const signed = Buffer.from(parts.signed, 'latin1');
  const signature = Buffer.from(parts.signature, 'base64url');
  for (const key of keys)
    if (fits(key, algorithm) && isSignature(signature, signed, key, algorithm)) return key;
  return null;
}

/** Whether an algorithm can be used with a key. */
export function fits({ type, curve }: PublicKey, algorithm: PublicKeyAlgorithm): boolean {
  return type === algorithm.keyType && (algorithm.curve === null || algorithm.curve === curve);
}

function isSignature(
  signature: Buffer,
  signed: Buffer,
  { object }: PublicKey,
  { hash, isPss, keyType }: PublicKeyAlgorithm,
): boolean {
  const { modulusLength } = object.asymmetricKeyDetails ?? {};
  if (keyType === 'RSA' && signature.length !== Math.ceil((modulusLength ?? 0) / 8)) return false;
  const padding = isPss
    ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }
    : {};
  try {
    return verify(hash, signed, { key: object, dsaEncoding: 'ieee-p1363', ...padding }, signature);
  } catch {
    return false;
  }
}
