import { and, get, set, xor, type Code, type Lanes, type Local } from '../../wasm/assembler.ts';
import type { Registers } from './registers.ts';
import type { Sha2, Sigma } from './sha2.ts';

/** Words of a block of the message. */
export const BLOCK_WORDS = 16;

/** The arithmetic of SHA-2 in all lanes: FIPS 180-4, section 4.1 and 6.2.2. */
export class Rounds {
  readonly #hash: Sha2;
  readonly #lanes: Lanes;

  constructor(hash: Sha2, lanes: Lanes) {
    this.#hash = hash;
    this.#lanes = lanes;
  }

  /** FIPS 180-4, section 6.2.2, step 3. The registers are renamed instead of moved. */
  round(registers: Registers, i: number, scheduled: Code): Code {
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
  nextWord(words: readonly Local[], i: number): Code {
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
