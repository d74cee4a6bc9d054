import { publicKeyAlgorithm } from '../../jwt/algorithms.ts';
import { findVerifyingKey, fits, publicKeyOf, type KeyText, type PublicKey } from '../../jwt/asymmetric.ts';
import { decodeHeader } from '../../jwt/token.ts';
import type { PrivateKeyFact } from '../../facts/model.ts';
import type { KnownPlace, PublicKeyPlace } from '../model.ts';
import type { ProofFile } from './places.ts';
import { PUBLISHED_PAIRS } from './published-pairs.ts';

/** A key pair of which the project holds a half or both. */
export interface KeyPair extends PublicKey {
  readonly privatePlaces: KnownPlace[];
  readonly publicPlaces: PublicKeyPlace[];
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

/** Keys that are looked at. */
const MAX_KEYS = 2000;
/** What may be spent on signatures, in microseconds of an ordinary processor. */
const MAX_WORK = 3_000_000;
/** What a signature with a key costs. */
const WORK: Readonly<Record<string, number>> = {
  'P-256': 50,
  'P-384': 450,
  'P-521': 1000,
  secp256k1: 250,
  Ed25519: 60,
  Ed448: 160,
};

function workOf({ curve, bits }: PublicKey): number {
  return curve === null ? 20 * (bits / 2048) ** 2 : (WORK[curve] ?? 1000);
}

function isCertificate(text: KeyText): boolean {
  return 'pem' in text && text.pem.startsWith('-----BEGIN CERTIFICATE');
}

/** The key pairs of a project, and the tokens that belong to them. */
export class KeyPairs {
  readonly #pairs = new Map<string, KeyPair>();
  readonly #ids = new Map<string, string | null>();
  readonly #ofToken = new Map<string, KeyPair | null>();
  readonly #byKeyId = new Map<string, KeyPair[]>();
  #work = MAX_WORK;

  constructor(files: Iterable<ProofFile>) {
    for (const { facts } of files) {
      for (const { publicKey, published, span } of facts.privateKeys) {
        const pair = publicKey && this.#pairOf(publicKey);
        pair?.privatePlaces.push({ path: facts.path, span });
        if (pair && published !== null) pair.isPublished = true;
      }
      for (const { text, span } of facts.publicKeys)
        this.#pairOf(text)?.publicPlaces.push({ path: facts.path, span, isCertificate: isCertificate(text) });
    }
    for (const text of PUBLISHED_PAIRS) {
      const pair = this.#pairOf(text);
      if (pair) pair.isPublished = true;
    }
  }

  /** False where some token was not held to all keys. */
  get isComplete(): boolean {
    return this.#work >= 0;
  }

  /** The pair whose private key signed the token. */
  ofToken(token: string): KeyPair | null {
    let pair = this.#ofToken.get(token);
    if (pair === undefined) {
      pair = findVerifyingKey(token, this.#candidates(token));
      this.#ofToken.set(token, pair);
    }
    return pair;
  }

  /** The pair that a private key belongs to. */
  ofKey({ publicKey }: PrivateKeyFact): KeyPair | null {
    const id = publicKey && this.#ids.get(JSON.stringify(publicKey));
    return (id && this.#pairs.get(id)) || null;
  }

  /** Keys that the token's algorithm can have: the one it names first, then private keys, which say more about it. */
  *#candidates(token: string): Generator<KeyPair> {
    const head = decodeHeader(token.slice(0, token.indexOf('.')));
    const algorithm = head && publicKeyAlgorithm(head.algorithm);
    if (!algorithm) return;
    const named = this.#byKeyId.get(String(head.header['kid'])) ?? [];
    const pairs = [...this.#pairs.values()];
    const [own, others] = [true, false].map((isOwn) =>
      pairs.filter(({ privatePlaces }) => privatePlaces.length > 0 === isOwn),
    );
    for (const pair of new Set([...named, ...own!, ...others!])) {
      if (!fits(pair, algorithm)) continue;
      this.#work -= workOf(pair);
      if (this.#work < 0) return;
      yield pair;
    }
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
    const pair = id === null ? undefined : this.#pairs.get(id);
    if (pair && 'jwk' in text && text.jwk['kid'] !== undefined) this.#addKeyId(text.jwk['kid'], pair);
    return pair ?? null;
  }

  #addKeyId(id: string, pair: KeyPair): void {
    const list = this.#byKeyId.get(id);
    if (!list) this.#byKeyId.set(id, [pair]);
    else if (!list.includes(pair)) list.push(pair);
  }
}
