import { decodeBase64 } from '../../jwt/base64.ts';
import type { KeyText } from '../../jwt/asymmetric.ts';
import type { PrivateKeyFact, PublicKeyFact, Span } from '../model.ts';
import { findArmoured, pemText, writtenText, type Armoured } from './armour.ts';
import { readDerKey, UNKNOWN_KEY, type KeyFacts } from './der.ts';
import { MAX_KEYS } from './limits.ts';
import { readOpenSshKey } from './openssh.ts';
import { publishedIn } from './published-keys.ts';

/** The keys of a text that are in PEM armour. */
export interface PemKeys {
  readonly privateKeys: readonly PrivateKeyFact[];
  readonly publicKeys: readonly PublicKeyFact[];
}

export function findPemKeys(text: string): PemKeys {
  const blocks = findArmoured(text).slice(0, MAX_KEYS);
  return {
    // Several keys in one wrapped text stand at one place; the first speaks for it.
    privateKeys: onePerPlace(blocks.flatMap(privateKeyOf)),
    publicKeys: onePerPlace(blocks.flatMap(publicKeyFactOf)),
  };
}

/** Characters of the shortest public key, that of Ed25519: RFC 8410 section 10.1 has one. */
const MIN_PUBLIC_KEY = 56;

function privateKeyOf(block: Armoured): PrivateKeyFact[] {
  if (!block.label.endsWith('PRIVATE KEY')) return [];
  const bytes = decodeBase64(block.base64);
  const key = bytes === null ? null : readKey(bytes, block);
  if (key === null) return [];
  const material = pemText(block);
  return [
    {
      span: block.span,
      form: 'pem',
      ...key.facts,
      material,
      written: writtenText(block),
      publicKey: key.publicKey ?? (key.facts.encrypted ? null : { pem: material }),
      published: publishedIn(block.base64),
    },
  ];
}

function readKey(
  bytes: Uint8Array,
  { label, encrypted }: Armoured,
): { facts: KeyFacts; publicKey: KeyText | null } | null {
  const kind = label.replace(/ ?PRIVATE KEY$/, '');
  if (kind === 'OPENSSH') return readOpenSshKey(bytes);
  const facts = encrypted ? encryptedFacts(bytes, kind) : readDerKey(bytes, kind);
  return facts && { facts, publicKey: null };
}

/** RFC 1421 encryption: the bytes are ciphertext. */
function encryptedFacts(bytes: Uint8Array, kind: string): KeyFacts | null {
  return bytes.length < 64 ? null : { ...UNKNOWN_KEY, type: kind || 'unknown', encrypted: true };
}

function publicKeyFactOf(block: Armoured): PublicKeyFact[] {
  if (block.label.endsWith('PRIVATE KEY') || block.base64.length < MIN_PUBLIC_KEY) return [];
  return [{ span: block.span, text: { pem: pemText(block) }, written: writtenText(block) }];
}

function onePerPlace<Fact extends { readonly span: Span }>(facts: readonly Fact[]): Fact[] {
  const places = new Map<number, Fact>();
  for (const fact of facts) if (!places.has(fact.span[0])) places.set(fact.span[0], fact);
  return [...places.values()];
}
