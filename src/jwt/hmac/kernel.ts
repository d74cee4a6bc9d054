import {
  anyTrue,
  assembleModule,
  call,
  get,
  I32,
  i32,
  I32X4,
  i32Add,
  i32LessThan,
  I64X2,
  load,
  repeatWhile,
  returnValue,
  set,
  store,
  V128,
  when,
  type Code,
  type Lanes,
  type Local,
  type WasmFunction,
} from '../../wasm/assembler.ts';
import { consecutive, Registers, STATE_WORDS, VECTOR } from './registers.ts';
import { BLOCK_WORDS, Rounds } from './rounds.ts';
import type { Sha2 } from './sha2.ts';

/**
 * The SHA-2 compression function (FIPS 180-4 section 6) on vectors: four keys side by side for SHA-256, two for SHA-384 and
 * SHA-512. A word of the state or of a block is one vector of 16 bytes, so a state has 128 bytes and a block 256.
 *
 * All keys see the same message. Its schedule, with the constants of the rounds already added, is therefore expanded once
 * and needs a quarter or half of the room: single words, loaded into all lanes.
 */
export interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Compress a block of one word a lane: `(state, block, constants, result)`. */
  compress(state: number, block: number, constants: number, result: number): void;
  /** Expand a block of sixteen single words to a schedule of one word a round: `(block, constants, schedule)`. */
  expand(block: number, constants: number, schedule: number): void;
  /**
   * Try groups of keys, from their pads on (inner state, outer state), on one message; the address of the first group whose
   * first word of the HMAC is the one at `target` in any lane, or `padsEnd`. Its whole HMAC is then at `result`.
   * `outer` is the block of the outer hash, whose first words are overwritten.
   */
  search(
    pads: number,
    padsEnd: number,
    schedule: number,
    scheduleEnd: number,
    constants: number,
    outer: number,
    target: number,
    result: number,
  ): number;
}

/** Bytes of a state, and of a block, in all lanes. */
export const STATE_BYTES: number = STATE_WORDS * VECTOR;
export const BLOCK_BYTES: number = BLOCK_WORDS * VECTOR;

/** The kernel's module for one hash function. */
export function assembleKernel(hash: Sha2, pages: number): Uint8Array<ArrayBuffer> {
  const parts = new Parts(hash);
  return assembleModule([parts.compress(), parts.expand(), parts.rounds(), parts.search()], pages);
}

const ROUNDS_FUNCTION = 2;
const COMPRESS_FUNCTION = 0;

/** The functions of the kernel, for a size of word. */
class Parts {
  readonly #hash: Sha2;
  readonly #lanes: Lanes;
  readonly #rounds: Rounds;
  readonly #scheduleBytes: number;

  constructor(hash: Sha2) {
    this.#hash = hash;
    this.#lanes = hash.wordBytes === 4 ? I32X4 : I64X2;
    this.#rounds = new Rounds(hash, this.#lanes);
    this.#scheduleBytes = hash.constants.length * hash.wordBytes;
  }

  /** Sixteen rounds on the block's words, then sixteen at a time on words made of the sixteen before. */
  compress(): WasmFunction {
    const [state, block, constants, result, end] = [0, 1, 2, 3, 4];
    const registers = new Registers(5);
    const words = consecutive(registers.end, BLOCK_WORDS);
    const step = BLOCK_WORDS * this.#hash.wordBytes;
    const round = (i: number): Code =>
      this.#rounds.round(registers, i, this.#lanes.add(get(words[i]!), this.#constant(constants, i)));
    return {
      name: 'compress',
      parameters: 4,
      returnsValue: false,
      locals: [I32, ...vectors(Registers.COUNT + BLOCK_WORDS)],
      body: [
        set(end, i32Add(get(constants), i32(this.#scheduleBytes - step))),
        ...words.map((word, i) => set(word, load(get(block), i * VECTOR))),
        registers.load(state),
        ...words.map((_, i) => round(i)),
        repeatWhile(i32LessThan(get(constants), get(end)), [
          set(constants, i32Add(get(constants), i32(step))),
          ...words.map((word, i) => [set(word, this.#rounds.nextWord(words, i)), round(i)]),
        ]),
        registers.addTo(state, result, this.#lanes),
      ],
    };
  }

  /** The same schedule for one message, in the first lane only, with the constants added. */
  expand(): WasmFunction {
    const [block, constants, schedule, end] = [0, 1, 2, 3];
    const words = consecutive(4, BLOCK_WORDS);
    const step = BLOCK_WORDS * this.#hash.wordBytes;
    const put = (i: number): Code =>
      this.#lanes.storeFirst(
        get(schedule),
        this.#lanes.add(get(words[i]!), this.#constant(constants, i)),
        i * this.#hash.wordBytes,
      );
    return {
      name: 'expand',
      parameters: 3,
      returnsValue: false,
      locals: [I32, ...vectors(BLOCK_WORDS)],
      body: [
        set(end, i32Add(get(constants), i32(this.#scheduleBytes - step))),
        ...words.map((word, i) => set(word, this.#lanes.loadSplat(get(block), i * this.#hash.wordBytes))),
        ...words.map((_, i) => put(i)),
        repeatWhile(i32LessThan(get(constants), get(end)), [
          set(constants, i32Add(get(constants), i32(step))),
          set(schedule, i32Add(get(schedule), i32(step))),
          ...words.map((word, i) => [set(word, this.#rounds.nextWord(words, i)), put(i)]),
        ]),
      ],
    };
  }

  /** All rounds on an expanded schedule. After eight of them every word is back in its register. */
  rounds(): WasmFunction {
    const [state, schedule, result, end] = [0, 1, 2, 3];
    const registers = new Registers(4);
    const step = STATE_WORDS * this.#hash.wordBytes;
    return {
      name: 'rounds',
      parameters: 3,
      returnsValue: false,
      locals: [I32, ...vectors(Registers.COUNT)],
      body: [
        set(end, i32Add(get(schedule), i32(this.#scheduleBytes))),
        registers.load(state),
        repeatWhile(i32LessThan(get(schedule), get(end)), [
          ...consecutive(0, STATE_WORDS).map((i) =>
            this.#rounds.round(registers, i, this.#constant(schedule, i)),
          ),
          set(schedule, i32Add(get(schedule), i32(step))),
        ]),
        registers.addTo(state, result, this.#lanes),
      ],
    };
  }

  search(): WasmFunction {
    const [pads, padsEnd, schedule, scheduleEnd, constants, outer, target, result] = [0, 1, 2, 3, 4, 5, 6, 7];
    const [at, wanted] = [8, 9];
    const nextBlock = set(at, i32Add(get(at), i32(this.#scheduleBytes)));
    const outerState = i32Add(get(pads), i32(STATE_BYTES));
    return {
      name: 'search',
      parameters: 8,
      returnsValue: true,
      locals: [I32, V128],
      body: [
        set(wanted, this.#lanes.loadSplat(get(target))),
        repeatWhile(i32LessThan(get(pads), get(padsEnd)), [
          set(at, get(schedule)),
          call(ROUNDS_FUNCTION, get(pads), get(at), get(outer)),
          nextBlock,
          when(
            i32LessThan(get(at), get(scheduleEnd)),
            repeatWhile(i32LessThan(get(at), get(scheduleEnd)), [
              call(ROUNDS_FUNCTION, get(outer), get(at), get(outer)),
              nextBlock,
            ]),
          ),
          this.#restorePadding(outer),
          call(COMPRESS_FUNCTION, outerState, get(outer), get(constants), get(result)),
          when(anyTrue(this.#lanes.equal(load(get(result)), get(wanted))), returnValue(get(pads))),
          set(pads, i32Add(get(pads), i32(2 * STATE_BYTES))),
        ]),
        get(padsEnd),
      ],
    };
  }

  /** SHA-384 gives six words of its eight away; the padding behind them was overwritten. */
  #restorePadding(outer: Local): Code {
    const digestWords = this.#hash.digestBytes / this.#hash.wordBytes;
    return consecutive(digestWords, STATE_WORDS - digestWords).map((word, i) =>
      store(get(outer), load(get(outer), BLOCK_BYTES + i * VECTOR), word * VECTOR),
    );
  }

  #constant(address: Local, i: number): Code {
    return this.#lanes.loadSplat(get(address), i * this.#hash.wordBytes);
  }
}

function vectors(count: number): (typeof V128)[] {
  return Array<typeof V128>(count).fill(V128);
}
