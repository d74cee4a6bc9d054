import { canonicalOf, LEAST_CANONICAL, LEAST_PREFIX, type KnownMatch, type KnownSecrets } from './known.ts';

/**
 * The user's own list of secrets that are no longer secret, of any length: leaked values, or those of other projects. It keeps
 * hashes of 53 bits and no text, so that ten million lines fit into memory, and a dump of the memory tells nothing.
 */
export class SecretList implements KnownSecrets {
  readonly #values: HashSet = new HashSet();
  /** Forms that all spellings share, of those values that are not written so themselves. */
  readonly #canonical: HashSet = new HashSet();

  /** Takes up one value; white space around it does not count. */
  add(value: string): void {
    const text = value.trim();
    if (text === '') return;
    const hash = hashOf(text);
    this.#values.add(hash);
    const canonical = canonicalHashOf(text);
    if (canonical !== null && canonical !== hash) this.#canonical.add(canonical);
  }

  /** How many different values were taken up. */
  get size(): number {
    return this.#values.size;
  }

  has(value: string): boolean {
    return this.#values.has(hashOf(value));
  }

  findExact(value: string): KnownMatch | null {
    return this.has(value) ? { how: 'exact', origin: null, length: value.length } : null;
  }

  findRespelt(value: string): KnownMatch | null {
    const hash = canonicalHashOf(value);
    if (hash === null) return null;
    const isKnown = this.#canonical.has(hash) || this.#values.has(hash);
    return isKnown ? { how: 'respelt', origin: null, length: value.length } : null;
  }

  findPrefix(value: string): KnownMatch | null {
    const state = new HashState();
    let longest = 0;
    for (let length = 1; length < Math.min(value.length, LONGEST_PREFIX); length++) {
      state.add(value.charCodeAt(length - 1));
      if (length >= LEAST_PREFIX && this.#values.has(state.hash())) longest = length;
    }
    return longest === 0 ? null : { how: 'prefix', origin: null, length: longest };
  }
}

/** No secret that people share is longer. */
const LONGEST_PREFIX = 512;

/** A list of the given values. */
export function secretListOf(values: Iterable<string>): SecretList {
  const list = new SecretList();
  for (const value of values) list.add(value);
  return list;
}

/** Hashes text unit by unit to 53 bits, which a number holds, and can say the hash of what it has seen so far. Never 0. */
class HashState {
  a = 0x51ed270b;
  b = 0x2545f491;

  add(unit: number): void {
    this.a = Math.imul(this.a ^ unit, 0x9e3779b1);
    this.b = Math.imul(this.b ^ unit ^ (this.b >>> 15), 0x85ebca6b);
  }

  hash(): number {
    const low = mixed(this.a ^ (this.b >>> 7));
    const high = mixed(this.b ^ low);
    return (high >>> 11) * 2 ** 32 + low + 1;
  }
}

/** The bits of a number, each spread over all of the result (the finalizer of MurmurHash3). */
function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

/** The hash of the form that all spellings of a text share; plain ASCII without making that form. */
function canonicalHashOf(text: string): number | null {
  const state = new HashState();
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127 || i >= LONGEST_PREFIX) return hashOrNull(canonicalOf(text));
    const isCapital = code >= 65 && code <= 90;
    if (!isCapital && !(code >= 97 && code <= 122) && !(code >= 48 && code <= 57)) continue;
    state.add(isCapital ? code + 32 : code);
    letters++;
  }
  return letters < LEAST_CANONICAL ? null : state.hash();
}

function hashOrNull(text: string | null): number | null {
  return text === null ? null : hashOf(text);
}

function hashOf(text: string): number {
  const state = new HashState();
  for (let i = 0; i < text.length; i++) state.add(text.charCodeAt(i));
  return state.hash();
}

const FIRST_CAPACITY = 1024;
const MOST_FULL = 0.7;

/** A set of hashes in one array: open addressing, with the next free place behind a taken one. */
class HashSet {
  #hashes: Float64Array = new Float64Array(FIRST_CAPACITY);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(hash: number): boolean {
    return this.#hashes[placeOf(hash, this.#hashes)] !== 0;
  }

  add(hash: number): void {
    const place = placeOf(hash, this.#hashes);
    if (this.#hashes[place] !== 0) return;
    this.#hashes[place] = hash;
    if (++this.#size > this.#hashes.length * MOST_FULL) this.#grow();
  }

  #grow(): void {
    const grown = new Float64Array(this.#hashes.length * 2);
    for (const hash of this.#hashes) if (hash !== 0) grown[placeOf(hash, grown)] = hash;
    this.#hashes = grown;
  }
}

/** Where the hash is, or the free place where it belongs. */
function placeOf(hash: number, hashes: Float64Array): number {
  const mask = hashes.length - 1;
  let place = (hash >>> 0) & mask;
  while (hashes[place] !== 0 && hashes[place] !== hash) place = (place + 1) & mask;
  return place;
}
