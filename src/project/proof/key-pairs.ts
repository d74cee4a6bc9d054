import { findVerifyingKey, publicKeyOf, type KeyText, type PublicKey } from '../../jwt/asymmetric.ts';
import type { PrivateKeyFact } from '../../facts/model.ts';
import type { KnownPlace } from '../model.ts';
import type { ProofFile } from './places.ts';
import { PUBLISHED_PAIRS } from './published-pairs.ts';

/** A key pair of which the project holds a half or both. */
export interface KeyPair extends PublicKey {
  readonly privatePlaces: KnownPlace[];
  readonly publicPlaces: KnownPlace[];
  /** Everybody has its private half. */
  isPublished: boolean;
}

/** Keys that were parsed already: an editor asks again with every change. */
const parsedKeys = new Map<string, PublicKey | null>();

function parse(text: KeyText, written: string): PublicKey | null {
  let key = parsedKeys.get(written);
  if (key === undefined) {
    if (parsedKeys.size >= MAX_KEYS) parsedKeys.clear();
    key = publicKeyOf(text);
    parsedKeys.set(written, key);
  }
  return key;
}

/** Keys that are looked at, and signatures that are checked: some seconds at the worst. */
const MAX_KEYS = 2000;
const MAX_CHECKS = 20_000;

/** The key pairs of a project, and the tokens that belong to them. */
export class KeyPairs {
  readonly #pairs = new Map<string, KeyPair>();
  readonly #ids = new Map<string, string | null>();
  readonly #ofToken = new Map<string, KeyPair | null>();
  #checks = MAX_CHECKS;

  constructor(files: Iterable<ProofFile>) {
    for (const { facts } of files) {
      for (const { publicKey, published, span } of facts.privateKeys) {
        const pair = publicKey && this.#pairOf(publicKey);
        pair?.privatePlaces.push({ path: facts.path, span });
        if (pair && published !== null) pair.isPublished = true;
      }
      for (const { text, span } of facts.publicKeys)
        this.#pairOf(text)?.publicPlaces.push({ path: facts.path, span });
    }
    for (const text of PUBLISHED_PAIRS) {
      const pair = this.#pairOf(text);
      if (pair) pair.isPublished = true;
    }
  }

  /** The pair whose private key signed the token. */
  ofToken(token: string): KeyPair | null {
    let pair = this.#ofToken.get(token);
    if (pair === undefined) {
      pair = findVerifyingKey(token, this.#bounded());
      this.#ofToken.set(token, pair);
    }
    return pair;
  }

  /** The pair that a private key belongs to. */
  ofKey({ publicKey }: PrivateKeyFact): KeyPair | null {
    const id = publicKey && this.#ids.get(JSON.stringify(publicKey));
    return (id && this.#pairs.get(id)) || null;
  }

  *#bounded(): Generator<KeyPair> {
    // Private keys first: they say more about a token.
    const pairs = [...this.#pairs.values()];
    for (const pair of pairs.sort(
      (a, b) => Number(b.privatePlaces.length > 0) - Number(a.privatePlaces.length > 0),
    ))
      if (this.#checks-- > 0) yield pair;
  }

  #pairOf(text: KeyText): KeyPair | null {
    const written = JSON.stringify(text);
    let id = this.#ids.get(written);
    if (id === undefined) {
      const key = this.#ids.size < MAX_KEYS ? parse(text, written) : null;
      id = key && key.id;
      this.#ids.set(written, id);
      if (key && !this.#pairs.has(key.id))
        this.#pairs.set(key.id, { ...key, privatePlaces: [], publicPlaces: [], isPublished: false });
    }
    return id === null ? null : (this.#pairs.get(id) ?? null);
  }
}
