import { canonicalOf, LEAST_PREFIX, type KnownMatch, type KnownSecrets } from './known.ts';

/**
 * The user's own list of secrets that are no longer secret, of any length: leaked values, or those of other projects. It keeps
 * hashes of 64 bits and no text, so that ten million lines fit into memory, and a dump of the memory tells nothing.
 */
export class SecretList implements KnownSecrets {
  readonly #values: HashSet = new HashSet();
  /** Forms that all spellings share, of those values that are not written so themselves. */
  readonly #canonical: HashSet = new HashSet();

  /** Takes up one value; white space around it does not count. */
  add(value: string): void {
    const text = value.trim();
    if (text === '') return;
    this.#values.add(hashOf(text));
    const plain = canonicalOf(text);
    if (plain !== null && plain !== text) this.#canonical.add(hashOf(plain));
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
    const plain = canonicalOf(value);
    if (plain === null) return null;
    const hash = hashOf(plain);
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

/** A hash of 64 bits as two numbers of 32, never both 0. */
type Hash = readonly [high: number, low: number];

/** Hashes text unit by unit, and can say the hash of what it has seen so far. */
class HashState {
  #a = 0x51ed270b;
  #b = 0x2545f491;

  add(unit: number): void {
    this.#a = Math.imul(this.#a ^ unit, 0x9e3779b1);
    this.#b = Math.imul(this.#b ^ unit ^ (this.#b >>> 15), 0x85ebca6b);
  }

  hash(): Hash {
    const high = mixed(this.#a ^ (this.#b >>> 7));
    return [high, mixed(this.#b ^ high) || 1];
  }
}

/** The bits of a number, each spread over all of the result (the finalizer of MurmurHash3). */
function mixed(value: number): number {
  let bits = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

function hashOf(text: string): Hash {
  const state = new HashState();
  for (let i = 0; i < text.length; i++) state.add(text.charCodeAt(i));
  return state.hash();
}

const FIRST_CAPACITY = 1024;
const MOST_FULL = 0.7;

/** A set of hashes in two arrays: open addressing, with the next free place behind a taken one. */
class HashSet {
  #high: Uint32Array = new Uint32Array(FIRST_CAPACITY);
  #low: Uint32Array = new Uint32Array(FIRST_CAPACITY);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has([high, low]: Hash): boolean {
    return this.#low[this.#placeOf(high, low)] !== 0;
  }

  add([high, low]: Hash): void {
    const place = this.#placeOf(high, low);
    if (this.#low[place] !== 0) return;
    this.#high[place] = high;
    this.#low[place] = low;
    if (++this.#size > this.#low.length * MOST_FULL) this.#grow();
  }

  /** Where the hash is, or the free place where it belongs. */
  #placeOf(high: number, low: number): number {
    const mask = this.#low.length - 1;
    let place = high & mask;
    while (this.#low[place] !== 0 && !(this.#low[place] === low && this.#high[place] === high))
      place = (place + 1) & mask;
    return place;
  }

  #grow(): void {
    const [highs, lows] = [this.#high, this.#low];
    this.#high = new Uint32Array(highs.length * 2);
    this.#low = new Uint32Array(lows.length * 2);
    for (let i = 0; i < lows.length; i++) {
      if (lows[i] === 0) continue;
      const place = this.#placeOf(highs[i]!, lows[i]!);
      this.#high[place] = highs[i]!;
      this.#low[place] = lows[i]!;
    }
  }
}
