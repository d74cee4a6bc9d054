import type { HashName } from './sha2.ts';

/** What a key is tried on: the text that is signed, and what its HMAC must be. */
export interface HmacTarget {
  readonly hash: HashName;
  /** ASCII, as header and payload of a token are: RFC 7515 section 7.1. */
  readonly message: string;
  /** The HMAC or, where it was cut, its first bytes: 16 or more, so that a match is no chance. */
  readonly mac: Uint8Array;
}

/** HMAC (RFC 2104) with many keys on many messages: keys are taken once, and then tried on one message after the other. */
export interface HmacEngine {
  /** Take up to {@link BATCH_KEYS} keys in place of those before. */
  setKeys(keys: readonly Uint8Array[]): void;
  /** The index of the first key from `from` on that makes the target's MAC; -1 where none does. */
  find(target: HmacTarget, from?: number): number;
}

/** How many keys an engine takes at a time: their pads fit into a processor's cache. */
export const BATCH_KEYS = 4096;
