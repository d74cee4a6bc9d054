import type { PrivateKeyFact, PublicKeyFact, Span } from '../model.ts';
import { splitWords } from '../secret-names.ts';
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
  const privateKeys = [...pem.privateKeys, ...jwk.privateKeys, ...bareKeys(text, pem)];
  return {
    privateKeys: inOrder(privateKeys).map((key) =>
      isNamedForTests(text, key.span) ? { ...key, isForTests: true } : key,
    ),
    publicKeys: inOrder([...pem.publicKeys, ...jwk.publicKeys]),
  };
}

const NAME_BEFORE =
  /([\w-]{1,100})["'`]?\s{0,5}(?::[^=\n]{0,40})?(?::|=>?|:=)\s{0,20}(?:[\w.]{1,20}\()?[rb]?#?["'`]?$/;
const MADE_UP: ReadonlySet<string> = new Set(['test', 'tests', 'testing', 'fake', 'dummy', 'mock', 'mocked']);

/** `const TEST_KEY = '…'`, `FAKE_RSA_KEY: &str = "…"`. */
function isNamedForTests(text: string, [start]: Span): boolean {
  const name = NAME_BEFORE.exec(text.slice(Math.max(0, start - 200), start))?.[1];
  return name !== undefined && splitWords(name).some((word) => MADE_UP.has(word));
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
