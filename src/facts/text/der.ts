/** What the bytes of a private key say about it. */
export interface KeyFacts {
  readonly type: string;
  readonly bits: number | null;
  readonly curve: string | null;
  readonly encrypted: boolean;
}

export const UNKNOWN_KEY: KeyFacts = { type: 'unknown', bits: null, curve: null, encrypted: false };

/** Object identifiers as hexadecimal DER contents: RFC 8017, 5480, 8410, 3279. */
const KEY_TYPES: Readonly<Record<string, Partial<KeyFacts>>> = {
  '2a864886f70d010101': { type: 'RSA' },
  '2a864886f70d01010a': { type: 'RSA' },
  '2a8648ce3d0201': { type: 'EC' },
  '2a8648ce380401': { type: 'DSA' },
  '2b656e': { type: 'OKP', curve: 'X25519' },
  '2b656f': { type: 'OKP', curve: 'X448' },
  '2b6570': { type: 'OKP', curve: 'Ed25519' },
  '2b6571': { type: 'OKP', curve: 'Ed448' },
};
const CURVES: Readonly<Record<string, string>> = {
  '2a8648ce3d030107': 'P-256',
  '2b81040022': 'P-384',
  '2b81040023': 'P-521',
  '2b8104000a': 'secp256k1',
  // too weak, and in no algorithm of RFC 7518
  '2a8648ce3d030101': 'P-192',
  '2b81040021': 'P-224',
  '2b8104001f': 'secp192k1',
  '2b81040020': 'secp224k1',
  '2b81040008': 'secp160r1',
  '2b81040009': 'secp160k1',
};

const SEQUENCE = 0x30;
const INTEGER = 0x02;
const OCTET_STRING = 0x04;
const OID = 0x06;
const MAX_DEPTH = 8;
/** A sample that lost a few characters still gives the key away. */
const COMPLETE = 0.95;

interface Element {
  readonly tag: number;
  readonly content: Uint8Array;
  readonly end: number;
}

/** Read the DER of a private key of the given PEM label (`RSA`, `EC`, `DSA`, `ENCRYPTED` or none). Null where it is none. */
export function readDerKey(bytes: Uint8Array, label: string): KeyFacts | null {
  const outer = elementAt(bytes, 0);
  if (outer?.tag !== SEQUENCE || outer.end > bytes.length / COMPLETE || outer.content.length < 16)
    return null;
  if (label === 'ENCRYPTED') return { ...UNKNOWN_KEY, encrypted: true };
  const parts = elementsOf(outer.content);
  if (parts[0]?.tag !== INTEGER) return null;
  if (label === 'RSA') return rsaFacts(parts);
  if (label === 'EC') return { ...UNKNOWN_KEY, type: 'EC', curve: findCurve(outer.content, 0) };
  if (label === 'DSA') return { ...UNKNOWN_KEY, type: 'DSA', bits: bitsOf(parts[1]) };
  return pkcs8Facts(parts);
}

/** A private key that says itself which kind it is, and its PEM label. */
export interface LabelledKey {
  readonly facts: KeyFacts;
  readonly label: 'PRIVATE KEY' | 'RSA PRIVATE KEY' | 'EC PRIVATE KEY';
}

/** Read DER that is exactly one private key, whose kind nothing else tells: PKCS#8, PKCS#1 or SEC1 with a known curve. */
export function readBareKey(bytes: Uint8Array): LabelledKey | null {
  const outer = elementAt(bytes, 0);
  if (outer?.tag !== SEQUENCE || outer.end !== bytes.length) return null;
  const [version, second, third, ...others] = elementsOf(outer.content);
  if (version?.tag !== INTEGER || version.content.length !== 1 || second === undefined) return null;
  const label =
    second.tag === SEQUENCE ? 'PRIVATE KEY' : second.tag === INTEGER ? 'RSA PRIVATE KEY' : 'EC PRIVATE KEY';
  // Version, modulus, two exponents, two primes, and three numbers that go with them.
  if (label === 'RSA PRIVATE KEY' && others.length < 6) return null;
  if (label === 'PRIVATE KEY' && third?.tag !== OCTET_STRING) return null;
  const facts = readDerKey(bytes, label.replace(/ ?PRIVATE KEY$/, ''));
  const isKnown = facts !== null && facts.type !== 'unknown' && (facts.type !== 'EC' || facts.curve !== null);
  return isKnown ? { facts, label } : null;
}

function pkcs8Facts(parts: readonly Element[]): KeyFacts | null {
  const algorithm = parts[1];
  if (algorithm?.tag !== SEQUENCE) return null;
  const [identifier] = elementsOf(algorithm.content);
  const known = identifier?.tag === OID ? KEY_TYPES[hex(identifier.content)] : undefined;
  if (known === undefined) return UNKNOWN_KEY;
  const curve = known.curve ?? findCurve(algorithm.content, 0);
  return { ...UNKNOWN_KEY, ...known, curve, bits: known.type === 'RSA' ? innerRsaBits(parts[2]) : null };
}

function innerRsaBits(wrapped: Element | undefined): number | null {
  if (wrapped?.tag !== OCTET_STRING) return null;
  const inner = elementAt(wrapped.content, 0);
  return inner?.tag === SEQUENCE ? bitsOf(elementsOf(inner.content)[1]) : null;
}

/** RFC 8017, appendix A.1.2: version, modulus, public exponent, private exponent … */
function rsaFacts(parts: readonly Element[]): KeyFacts | null {
  return parts.length < 4 ? null : { ...UNKNOWN_KEY, type: 'RSA', bits: bitsOf(parts[1]) };
}

function findCurve(bytes: Uint8Array, depth: number): string | null {
  for (const element of elementsOf(bytes)) {
    const isWrapper = element.tag === SEQUENCE || (element.tag & 0xe0) === 0xa0;
    const curve =
      element.tag === OID
        ? CURVES[hex(element.content)]
        : isWrapper && depth < MAX_DEPTH
          ? findCurve(element.content, depth + 1)
          : null;
    if (curve) return curve;
  }
  return null;
}

/** Bits of an unsigned integer, leading zeros not counted. */
export function bitLength(bytes: Uint8Array): number {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first < 0 ? 0 : (bytes.length - first) * 8 - Math.clz32(bytes[first] ?? 0) + 24;
}

function bitsOf(element: Element | undefined): number | null {
  return element?.tag === INTEGER ? bitLength(element.content) : null;
}

function elementsOf(bytes: Uint8Array): readonly Element[] {
  const found: Element[] = [];
  for (let at = 0; at < bytes.length && found.length < 32;) {
    const element = elementAt(bytes, at);
    if (element === null) break;
    found.push(element);
    at = element.end;
  }
  return found;
}

function elementAt(bytes: Uint8Array, at: number): Element | null {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) return null;
  let length = first;
  let start = at + 2;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 3) return null;
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + (bytes[start + i] ?? 0);
    start += count;
  }
  return { tag, content: bytes.subarray(start, start + length), end: start + length };
}

function hex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
