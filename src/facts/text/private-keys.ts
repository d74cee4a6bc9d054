import type { PrivateKeyFact } from '../model.ts';
import { findJwks } from './jwk.ts';
import { findPemKeys, findWrappedPemKeys } from './pem.ts';

/**
 * All complete private keys of a text: PEM (PKCS#1, PKCS#8, SEC1, OpenSSH, DSA), plain or wrapped in base64, and JWK.
 * Header lines alone, cut samples, words in place of a body and placeholders are none.
 */
export function findPrivateKeys(text: string): PrivateKeyFact[] {
  const found = [
    ...(text.includes('-----BEGIN') ? findPemKeys(text) : []),
    ...(text.includes('LS0tLS1CRUdJTi') ? findWrappedPemKeys(text) : []),
    ...(text.includes('kty') ? findJwks(text) : []),
  ];
  return found.sort((a, b) => a.span[0] - b.span[0]);
}
