import { FIRST_DIGIT, NO_SYMBOL, SYMBOLS, symbolOf } from './text.ts';

export interface TrieWord {
  readonly word: string;
  readonly bits: number;
  readonly marker: boolean;
}

/** A text as the trie reads it. */
export interface Spelling {
  readonly folded: string;
  readonly length: number;
  readonly symbols: Uint8Array;
  /** Whether digits and signs may stand for letters. */
  readonly lookAlikes: boolean;
}

/** Called for each word found: where it ends, its cost, how many of its letters are written as look-alikes. */
export type WordVisitor = (end: number, bits: number, marker: boolean, swaps: number) => void;

/** Look-alikes: for each character code the symbols it may stand for. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ['0', 'o'], ['1', 'il'], ['3', 'e'], ['4', 'a'], ['5', 's'], ['6', 'g'], ['7', 't'], ['8', 'b'], ['9', 'g'],
  ['@', 'a'], ['$', 's'], ['!', 'il'], ['+', 't'], ['|', 'il'], ['(', 'c'],
]); // prettier-ignore

const STANDS_FOR: readonly (readonly number[])[] = Array.from({ length: 128 }, (_, code) =>
  [...(LOOK_ALIKES.get(String.fromCharCode(code)) ?? '')].map((letter) => symbolOf(letter.charCodeAt(0))),
);
const NOTHING: readonly number[] = [];

/** Words with their costs, found at any place of a text in one walk, look-alike spellings included. */
export class Trie {
  readonly #next: Uint16Array;
  readonly #bits: Uint8Array;
  readonly #marker: Uint8Array;
  #size = 1;

  constructor(words: readonly TrieWord[]) {
    const nodes = Math.min(
      65_535,
      words.reduce((sum, { word }) => sum + word.length, 1),
    );
    this.#next = new Uint16Array(nodes * SYMBOLS);
    this.#bits = new Uint8Array(nodes);
    this.#marker = new Uint8Array(nodes);
    for (const word of words) this.#add(word);
  }

  /** The cheapest meaning of a word counts; the first wins a tie. */
  #add({ word, bits, marker }: TrieWord): void {
    let node = 0;
    for (let i = 0; i < word.length; i++) {
      const slot = node * SYMBOLS + symbolOf(word.charCodeAt(i));
      const next = this.#next[slot]! || this.#size++;
      this.#next[slot] = next;
      node = next;
    }
    const known = this.#bits[node]!;
    if (known !== 0 && known <= bits) return;
    this.#bits[node] = bits;
    this.#marker[node] = marker ? 1 : 0;
  }

  /** Visits every word that begins at `start`. */
  match(text: Spelling, start: number, visit: WordVisitor): void {
    this.#walk(text, start, 0, 0, visit);
  }

  #walk(text: Spelling, at: number, node: number, swaps: number, visit: WordVisitor): void {
    if (this.#bits[node] !== 0) visit(at, this.#bits[node]!, this.#marker[node] === 1, swaps);
    if (at >= text.length) return;
    const symbol = text.symbols[at]!;
    if (symbol !== NO_SYMBOL) {
      const next = this.#next[node * SYMBOLS + symbol]!;
      if (next !== 0) this.#walk(text, at + 1, next, swaps, visit);
      if (symbol < FIRST_DIGIT) return;
    }
    if (!text.lookAlikes) return;
    for (const letter of STANDS_FOR[text.folded.charCodeAt(at)] ?? NOTHING) {
      const next = this.#next[node * SYMBOLS + letter]!;
      if (next !== 0) this.#walk(text, at + 1, next, swaps + 1, visit);
    }
  }
}
