import type { PrivateKeyFact, PublicKeyFact } from '../model.ts';
import { BARE_STARTS, findBareKeys } from './bare-keys.ts';
import { findJwks } from './jwk.ts';
import { findPemKeys } from './pem.ts';

/** The keys of a text, each kind in the order of the text. */
export interface Keys {
  readonly privateKeys: readonly PrivateKeyFact[];
  readonly publicKeys: readonly PublicKeyFact[];
}

/**
 * All complete keys of a text: PEM (PKCS#1, PKCS#8, SEC1, OpenSSH, DSA, public keys and certificates) and JWK, plain or wrapped in
 * base64, and private keys in base64 without armour. Header lines alone, cut samples, words in place of a body and placeholders are none.
 */
export function findKeys(text: string): Keys {
  const [pem, jwk] = [findPemKeys(text), findJwks(text)];
  return {
    privateKeys: inOrder([...pem.privateKeys, ...jwk.privateKeys, ...bareKeys(text, pem)]),
    publicKeys: inOrder([...pem.publicKeys, ...jwk.publicKeys]),
  };
}

function bareKeys(text: string, { privateKeys, publicKeys }: Keys): PrivateKeyFact[] {
  if (!BARE_STARTS.some((start) => text.includes(start))) return [];
  return findBareKeys(
    text,
    [...privateKeys, ...publicKeys].map(({ span }) => span),
  );
}

function inOrder<Fact extends { readonly span: readonly [number, number] }>(facts: Fact[]): Fact[] {
  return facts.sort((a, b) => a.span[0] - b.span[0]);
}
