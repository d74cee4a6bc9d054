/** What one part of a description is. */
export type PartKind =
  | 'character'
  | 'digit'
  | 'separator'
  | 'marker'
  | 'word'
  | 'project'
  | 'letters'
  | 'repeat'
  | 'sequence'
  | 'walk'
  | 'copy'
  | 'year'
  | 'date';

/** One part of a description: `[start, end)` of the text, and what it costs a guesser. */
export interface Part {
  readonly kind: PartKind;
  readonly start: number;
  readonly end: number;
  readonly bits: number;
}

/** Cheapest way from the beginning of a text to each of its places, found from left to right. */
export class CheapestPath {
  readonly #best: Float64Array;
  readonly #from: Uint16Array;
  readonly #kind: PartKind[];

  constructor(length: number) {
    this.#best = new Float64Array(length + 1).fill(Infinity);
    this.#best[0] = 0;
    this.#from = new Uint16Array(length + 1);
    this.#kind = [];
  }

  /** Offers a part; it is kept when nothing cheaper leads to its end. */
  offer(kind: PartKind, start: number, end: number, bits: number): void {
    const total = this.#best[start]! + bits;
    if (total >= this.#best[end]!) return;
    this.#best[end] = total;
    this.#from[end] = start;
    this.#kind[end] = kind;
  }

  /** The parts of the cheapest description of the whole text. */
  parts(): Part[] {
    const parts: Part[] = [];
    for (let end = this.#best.length - 1; end > 0;) {
      const start = this.#from[end]!;
      parts.push({ kind: this.#kind[end]!, start, end, bits: this.#best[end]! - this.#best[start]! });
      end = start;
    }
    return parts.reverse();
  }
}
