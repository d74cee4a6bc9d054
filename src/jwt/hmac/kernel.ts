import {
  and,
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
  xor,
  type Code,
  type Lanes,
  type Local,
  type WasmFunction,
} from './assembler.ts';
import type { Sha2, Sigma } from './sha2.ts';

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

const VECTOR = 16;
const STATE_WORDS = 8;
const BLOCK_WORDS = 16;
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
  readonly #scheduleBytes: number;

  constructor(hash: Sha2) {
    this.#hash = hash;
    this.#lanes = hash.wordBytes === 4 ? I32X4 : I64X2;
    this.#scheduleBytes = hash.constants.length * hash.wordBytes;
  }

  /** Sixteen rounds on the block's words, then sixteen at a time on words made of the sixteen before. */
  compress(): WasmFunction {
    const [state, block, constants, result, end] = [0, 1, 2, 3, 4];
    const registers = new Registers(5);
    const words = consecutive(registers.end, BLOCK_WORDS);
    const step = BLOCK_WORDS * this.#hash.wordBytes;
    const round = (i: number): Code =>
      this.#round(registers, i, this.#lanes.add(get(words[i]!), this.#constant(constants, i)));
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
          ...words.map((word, i) => [set(word, this.#nextWord(words, i)), round(i)]),
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
          ...words.map((word, i) => [set(word, this.#nextWord(words, i)), put(i)]),
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
          ...consecutive(0, STATE_WORDS).map((i) => this.#round(registers, i, this.#constant(schedule, i))),
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

  /** FIPS 180-4, section 6.2.2, step 3. The registers are renamed instead of moved. */
  #round(registers: Registers, i: number, scheduled: Code): Code {
    const { add } = this.#lanes;
    const [a, b, , d, e, f, g, h] = registers.at(i);
    const { sum, differs, differed } = registers.temporaries(i);
    const choice = xor(get(g), and(get(e), xor(get(f), get(g))));
    // The majority of a, b and c: b, unless both others differ from it. `a ^ b` is the next round's `b ^ c`.
    const majority = xor(get(b), and(get(differs), get(differed)));
    return [
      set(sum, add(add(add(get(h), scheduled), this.#bigSigma(1, e)), choice)),
      set(d, add(get(d), get(sum))),
      set(differs, xor(get(a), get(b))),
      set(h, add(add(get(sum), this.#bigSigma(0, a)), majority)),
    ];
  }

  /** FIPS 180-4, section 6.2.2, step 1: the word sixteen places on takes the place of this one. */
  #nextWord(words: readonly Local[], i: number): Code {
    const { add } = this.#lanes;
    const word = (offset: number): Local => words[(i + offset) % BLOCK_WORDS]!;
    return add(
      add(get(word(0)), this.#smallSigma(0, word(1))),
      add(get(word(9)), this.#smallSigma(1, word(14))),
    );
  }

  #bigSigma(which: 0 | 1, word: Local): Code {
    const [first, second, third] = this.#hash.bigSigmas[which].map((bits) => this.#rotate(word, bits));
    return xor(xor(first!, second!), third!);
  }

  #smallSigma(which: 0 | 1, word: Local): Code {
    const [first, second, shift]: Sigma = this.#hash.smallSigmas[which];
    const rotated = xor(this.#rotate(word, first), this.#rotate(word, second));
    return xor(rotated, this.#lanes.shiftRight(get(word), shift));
  }

  #rotate(word: Local, bits: number): Code {
    const { shiftLeft, shiftRight } = this.#lanes;
    const width = this.#hash.wordBytes * 8;
    return xor(shiftRight(get(word), bits), shiftLeft(get(word), width - bits));
  }
}

/** The locals of the eight words of the state, and of a round's temporaries behind them. */
class Registers {
  static readonly COUNT: number = STATE_WORDS + 3;
  readonly #first: Local;

  constructor(first: Local) {
    this.#first = first;
  }

  /** The first local that is free again. */
  get end(): Local {
    return this.#first + Registers.COUNT;
  }

  /** `a` to `h` in round `i`: what was `h` in the round before is `a`. */
  at(i: number): [Local, Local, Local, Local, Local, Local, Local, Local] {
    const names = consecutive(0, STATE_WORDS).map(
      (word) => this.#first + ((word + STATE_WORDS - (i % STATE_WORDS)) % STATE_WORDS),
    );
    return names as [Local, Local, Local, Local, Local, Local, Local, Local];
  }

  /** `differed` is the `differs` of the round before. */
  temporaries(i: number): { sum: Local; differs: Local; differed: Local } {
    const first = this.#first + STATE_WORDS;
    return { sum: first, differs: first + 1 + (i % 2), differed: first + 2 - (i % 2) };
  }

  load(state: Local): Code {
    const [, b, c] = this.at(0);
    return [
      ...this.at(0).map((register, i) => set(register, load(get(state), i * VECTOR))),
      set(this.temporaries(0).differed, xor(get(b), get(c))),
    ];
  }

  addTo(state: Local, result: Local, { add }: Lanes): Code {
    return this.at(0).map((register, i) =>
      store(get(result), add(get(register), load(get(state), i * VECTOR)), i * VECTOR),
    );
  }
}

function consecutive(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => first + i);
}

function vectors(count: number): (typeof V128)[] {
  return Array<typeof V128>(count).fill(V128);
}
