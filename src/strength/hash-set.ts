/** Hashes text unit by unit to 53 bits, which a number holds, and can say the hash of what it has seen so far. Never 0. */
export class HashState {
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

/** The hash of a text. */
export function hashOf(text: string): number {
  const state = new HashState();
  for (let i = 0; i < text.length; i++) state.add(text.charCodeAt(i));
  return state.hash();
}

const FIRST_CAPACITY = 1024;
const MOST_FULL = 0.7;

/** A set of hashes in one array: open addressing, with the next free place behind a taken one. */
export class HashSet {
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
