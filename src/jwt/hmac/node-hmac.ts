import { createHmac } from 'node:crypto';
import type { HmacEngine, HmacTarget } from './types.ts';
import type { HashName } from './sha2.ts';

/** HMAC by node:crypto: where there is no SIMD, and what the kernel is held to in tests. */
export class NodeHmac implements HmacEngine {
  readonly #hash: HashName;
  #keys: readonly Uint8Array[] = [];

  constructor(hash: HashName) {
    this.#hash = hash;
  }

  setKeys(keys: readonly Uint8Array[]): void {
    this.#keys = [...keys];
  }

  find({ message, mac }: HmacTarget, from = 0): number {
    for (let i = from; i < this.#keys.length; i++) {
      const made = createHmac(this.#hash, this.#keys[i]!).update(message, 'latin1').digest();
      if (mac.length <= made.length && mac.every((byte, at) => byte === made[at])) return i;
    }
    return -1;
  }
}
