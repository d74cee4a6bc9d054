import { createHash } from 'node:crypto';
import { BATCH_KEYS, type HmacEngine, type HmacTarget } from './types.ts';
import { assembleKernel, BLOCK_BYTES, STATE_BYTES, type KernelExports } from './kernel.ts';
import { sha2, type HashName, type Sha2 } from './sha2.ts';
import { instantiate } from '../../wasm/runtime.ts';

/** Longer messages are cut off from the search: no token in a repository is that long. */
const MAX_MESSAGE_BYTES = 64 * 1024;
const VECTOR = 16;
const BLOCK_WORDS = 16;
const STATE_WORDS = 8;
/** Four bytes of each pad. */
const INNER_PAD = 0x36363636;
const OUTER_PAD = 0x5c5c5c5c;
/** The bit that ends a message, and the bytes of its length: FIPS 180-4 section 5.1. */
const END_OF_MESSAGE = 0x80;

/** Where things are in the kernel's memory; addresses in bytes. */
interface Layout {
  readonly constants: number;
  readonly initial: number;
  /** The two pads of the keys that are taken. */
  readonly innerPad: number;
  readonly outerPad: number;
  /** A block of a message. */
  readonly block: number;
  readonly outer: number;
  readonly target: number;
  readonly result: number;
  readonly schedule: number;
  readonly pads: number;
  readonly end: number;
}

/** HMAC in lanes of SIMD registers, four keys at a time for SHA-256 and two for SHA-384 and SHA-512. */
export class SimdHmac implements HmacEngine {
  readonly #sha: Sha2;
  readonly #lanes: number;
  readonly #kernel: KernelExports;
  readonly #layout: Layout;
  readonly #bytes: Uint8Array;
  readonly #words: DataView;
  /** A key with the zeros that fill its block. */
  readonly #key: Uint8Array;
  readonly #keyWords: DataView;
  #keys = 0;

  constructor(hash: HashName) {
    this.#sha = sha2(hash);
    this.#lanes = VECTOR / this.#sha.wordBytes;
    this.#layout = layoutFor(this.#sha, this.#lanes);
    const pages = Math.ceil(this.#layout.end / 65_536);
    this.#kernel = instantiate<KernelExports>(assembleKernel(this.#sha, pages));
    this.#bytes = new Uint8Array(this.#kernel.memory.buffer);
    this.#words = new DataView(this.#kernel.memory.buffer);
    this.#key = new Uint8Array(this.#sha.blockBytes);
    this.#keyWords = new DataView(this.#key.buffer);
    this.#writeTables();
  }

  setKeys(keys: readonly Uint8Array[]): void {
    if (keys.length > BATCH_KEYS) throw new RangeError(`at most ${BATCH_KEYS} keys at a time`);
    const { constants, initial, innerPad, outerPad, pads } = this.#layout;
    this.#keys = keys.length;
    for (let first = 0; first < keys.length; first += this.#lanes) {
      // A group that is not full repeats its last key; the first match counts.
      for (let lane = 0; lane < this.#lanes; lane++)
        this.#writeKey(keys[Math.min(first + lane, keys.length - 1)]!, lane);
      const group = pads + (first / this.#lanes) * 2 * STATE_BYTES;
      this.#kernel.compress(initial, innerPad, constants, group);
      this.#kernel.compress(initial, outerPad, constants, group + STATE_BYTES);
    }
  }

  find({ message, mac }: HmacTarget, from = 0): number {
    if (message.length > MAX_MESSAGE_BYTES || mac.length > this.#sha.digestBytes) return -1;
    const { constants, outer, target, result, schedule, pads } = this.#layout;
    const scheduleEnd = this.#writeMessage(message);
    this.#writeBigEndian(mac.subarray(0, this.#sha.wordBytes), target);
    const groupBytes = 2 * STATE_BYTES;
    const padsEnd = pads + Math.ceil(this.#keys / this.#lanes) * groupBytes;
    let group = pads + Math.floor(from / this.#lanes) * groupBytes;
    for (; group < padsEnd; group += groupBytes) {
      group = this.#kernel.search(group, padsEnd, schedule, scheduleEnd, constants, outer, target, result);
      if (group >= padsEnd) break;
      const first = ((group - pads) / groupBytes) * this.#lanes;
      for (let lane = 0; lane < this.#lanes; lane++) {
        const index = first + lane;
        if (index >= from && index < this.#keys && this.#isResult(mac, lane)) return index;
      }
    }
    return -1;
  }

  /* ---------------------------------------------------------------- memory */

  #writeTables(): void {
    const { constants, initial, outer } = this.#layout;
    const { wordBytes, digestBytes, blockBytes } = this.#sha;
    this.#sha.constants.forEach((word, i) => this.#writeWord(constants + i * wordBytes, word));
    this.#sha.initial.forEach((word, i) => this.#writeLanes(initial + i * VECTOR, word));
    // Behind the inner hash: its end, zeros, and the length of the padded key and the hash.
    const digestWords = digestBytes / wordBytes;
    const end = BigInt(END_OF_MESSAGE) << BigInt(8 * wordBytes - 8);
    this.#writeLanes(outer + digestWords * VECTOR, end);
    this.#writeLanes(outer + (BLOCK_WORDS - 1) * VECTOR, BigInt((blockBytes + digestBytes) * 8));
    // What the kernel takes to restore the padding that the inner state overwrites.
    if (digestWords < STATE_WORDS) this.#writeLanes(outer + BLOCK_BYTES, end);
  }

  /** Write the pads of a key to its lane of the two blocks: RFC 2104 section 2. */
  #writeKey(key: Uint8Array, lane: number): void {
    const { innerPad, outerPad } = this.#layout;
    const { name, wordBytes, blockBytes } = this.#sha;
    this.#key.fill(0);
    this.#key.set(key.length > blockBytes ? createHash(name).update(key).digest() : key);
    // Words are little-endian in WebAssembly's memory and big-endian in the hash; four bytes are half of one, or one.
    for (let i = 0; i < blockBytes; i += 4) {
      const at = Math.floor(i / wordBytes) * VECTOR + lane * wordBytes + (wordBytes - 4 - (i % wordBytes));
      const bytes = this.#keyWords.getUint32(i);
      this.#words.setUint32(innerPad + at, bytes ^ INNER_PAD, true);
      this.#words.setUint32(outerPad + at, bytes ^ OUTER_PAD, true);
    }
  }

  /** Pad a message and expand its blocks; the address behind the last schedule. */
  #writeMessage(message: string): number {
    const { constants, block, schedule } = this.#layout;
    const { blockBytes, wordBytes, constants: rounds } = this.#sha;
    const scheduleBytes = rounds.length * wordBytes;
    const padded = this.#pad(Buffer.from(message, 'latin1'));
    let at = schedule;
    for (let start = 0; start < padded.length; start += blockBytes, at += scheduleBytes) {
      this.#writeBigEndian(padded.subarray(start, start + blockBytes), block);
      this.#kernel.expand(block, constants, at);
    }
    return at;
  }

  /** The message with its end and its length, with that of the key's block before it. */
  #pad(message: Uint8Array): Uint8Array {
    const { blockBytes, wordBytes } = this.#sha;
    const blocks = Math.ceil((message.length + 1 + 2 * wordBytes) / blockBytes);
    const padded = new Uint8Array(blocks * blockBytes);
    padded.set(message);
    padded[message.length] = END_OF_MESSAGE;
    new DataView(padded.buffer).setUint32(padded.length - 4, (blockBytes + message.length) * 8);
    return padded;
  }

  #isResult(mac: Uint8Array, lane: number): boolean {
    return mac.every((byte, i) => byte === this.#resultByte(i, lane));
  }

  #resultByte(i: number, lane: number): number {
    const { wordBytes } = this.#sha;
    const word = Math.floor(i / wordBytes);
    return this.#bytes[
      this.#layout.result + word * VECTOR + lane * wordBytes + (wordBytes - 1 - (i % wordBytes))
    ]!;
  }

  #writeBigEndian(bytes: Uint8Array, address: number): void {
    const { wordBytes } = this.#sha;
    for (let i = 0; i < bytes.length; i++) {
      const word = i - (i % wordBytes);
      this.#bytes[address + word + (wordBytes - 1 - (i % wordBytes))] = bytes[i]!;
    }
  }

  #writeLanes(address: number, word: bigint): void {
    for (let lane = 0; lane < this.#lanes; lane++)
      this.#writeWord(address + lane * this.#sha.wordBytes, word);
  }

  #writeWord(address: number, word: bigint): void {
    if (this.#sha.wordBytes === 4) this.#words.setUint32(address, Number(word), true);
    else this.#words.setBigUint64(address, word, true);
  }
}

function layoutFor(sha: Sha2, lanes: number): Layout {
  let next = 0;
  const room = (bytes: number): number => {
    const address = next;
    next += Math.ceil(bytes / VECTOR) * VECTOR;
    return address;
  };
  const scheduleBytes = sha.constants.length * sha.wordBytes;
  const messageBlocks = Math.ceil((MAX_MESSAGE_BYTES + 1 + 2 * sha.wordBytes) / sha.blockBytes);
  return {
    constants: room(scheduleBytes),
    initial: room(STATE_BYTES),
    innerPad: room(BLOCK_BYTES),
    outerPad: room(BLOCK_BYTES),
    block: room(BLOCK_BYTES),
    outer: room(BLOCK_BYTES + 2 * VECTOR),
    target: room(VECTOR),
    result: room(STATE_BYTES),
    schedule: room(messageBlocks * scheduleBytes),
    pads: room(Math.ceil(BATCH_KEYS / lanes) * 2 * STATE_BYTES),
    end: next,
  };
}
