import { get, load, set, store, xor, type Code, type Lanes, type Local } from '../../wasm/assembler.ts';

/** Bytes of a vector, which holds one word of each lane. */
export const VECTOR = 16;
export const STATE_WORDS = 8;

/** The locals of the eight words of the state, and of a round's temporaries behind them. */
export class Registers {
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
  at(i: number): readonly [Local, Local, Local, Local, Local, Local, Local, Local] {
    const names = consecutive(0, STATE_WORDS).map(
      (word) => this.#first + ((word + STATE_WORDS - (i % STATE_WORDS)) % STATE_WORDS),
    );
    return names as unknown as readonly [Local, Local, Local, Local, Local, Local, Local, Local];
  }

  /** `differed` is the `differs` of the round before. */
  temporaries(i: number): { readonly sum: Local; readonly differs: Local; readonly differed: Local } {
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

export function consecutive(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => first + i);
}
