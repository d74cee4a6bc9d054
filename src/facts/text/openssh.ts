import type { KeyText } from '../../jwt/asymmetric.ts';
import { bitLength, UNKNOWN_KEY, type KeyFacts } from './der.ts';

const MAGIC = 'openssh-key-v1\0';
const SSH_TYPES: Readonly<Record<string, Partial<KeyFacts>>> = {
  'ssh-rsa': { type: 'RSA' },
  'ssh-dss': { type: 'DSA' },
  'ssh-ed25519': { type: 'OKP', curve: 'Ed25519' },
  'ecdsa-sha2-nistp256': { type: 'EC', curve: 'P-256' },
  'ecdsa-sha2-nistp384': { type: 'EC', curve: 'P-384' },
  'ecdsa-sha2-nistp521': { type: 'EC', curve: 'P-521' },
};

export interface OpenSshKey {
  readonly facts: KeyFacts;
  /** The public half, which stands beside the private one and is never encrypted. */
  readonly publicKey: KeyText | null;
}

/** Read a key in OpenSSH's own format (PROTOCOL.key of OpenSSH). Null where it is none. */
export function readOpenSshKey(bytes: Uint8Array): OpenSshKey | null {
  if (ascii(bytes.subarray(0, MAGIC.length)) !== MAGIC) return null;
  const [cipher] = stringsAt(bytes, MAGIC.length, 1);
  const publicKey = publicPart(bytes);
  if (cipher === undefined || publicKey === null) return null;
  const [name, ...values] = stringsAt(publicKey, 0, 4);
  const known = SSH_TYPES[ascii(name ?? new Uint8Array())] ?? {};
  const bits = known.type === 'RSA' && values[1] !== undefined ? bitLength(values[1]) : null;
  const facts = { ...UNKNOWN_KEY, ...known, bits, encrypted: ascii(cipher) !== 'none' };
  const jwk = jwkOf(facts, values);
  return { facts, publicKey: jwk && { jwk } };
}

/** Cipher, KDF and KDF options, then the number of keys, then the public key. */
function publicPart(bytes: Uint8Array): Uint8Array | null {
  const before = stringsAt(bytes, MAGIC.length, 3);
  if (before.length < 3) return null;
  const at = before.reduce((sum, item) => sum + 4 + item.length, MAGIC.length) + 4;
  const [publicKey, privatePart] = stringsAt(bytes, at, 2);
  return publicKey !== undefined && privatePart !== undefined && privatePart.length > 32 ? publicKey : null;
}

/** RFC 4253 section 6.6, RFC 5656 section 3.1, RFC 8709 section 4. */
function jwkOf({ type, curve }: KeyFacts, values: readonly Uint8Array[]): Record<string, string> | null {
  const [first, second] = values;
  if (type === 'RSA' && first && second)
    return { kty: type, e: encode(first), n: encode(withoutZeros(second)) };
  if (type === 'OKP' && curve && first) return { kty: type, crv: curve, x: encode(first) };
  // A point that is not compressed: RFC 5480 section 2.2.
  if (type !== 'EC' || !curve || second?.[0] !== 4) return null;
  const middle = (second.length + 1) / 2;
  return {
    kty: type,
    crv: curve,
    x: encode(second.subarray(1, middle)),
    y: encode(second.subarray(middle)),
  };
}

function withoutZeros(bytes: Uint8Array): Uint8Array {
  return bytes.subarray(
    Math.max(
      0,
      bytes.findIndex((byte) => byte !== 0),
    ),
  );
}

function encode(bytes: Uint8Array): string {
  const base64 = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return base64
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/={1,2}$/, '');
}

function stringsAt(bytes: Uint8Array, from: number, count: number): readonly Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = from; found.length < count;) {
    const [a, b, c, d] = bytes.subarray(at, at + 4);
    if (a === undefined || b === undefined || c === undefined || d === undefined) break;
    const length = ((a * 256 + b) * 256 + c) * 256 + d;
    if (at + 4 + length > bytes.length) break;
    found.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return found;
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes.subarray(0, 64));
}
