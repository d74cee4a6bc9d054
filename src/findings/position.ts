/** A place in a text: lines and columns from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const indexes = new Map<string, LineIndex>();
const MAX_INDEXES = 8;
/** Characters of all texts whose indexes are kept. */
const MAX_KEPT = 16 * 1024 * 1024;
let kept = 0;

/** The index of a text; the last few are kept, since findings come file by file. */
export function lineIndexOf(text: string): LineIndex {
  const known = indexes.get(text);
  if (known) return known;
  kept += text.length;
  if (indexes.size >= MAX_INDEXES || kept > MAX_KEPT) {
    indexes.clear();
    kept = text.length;
  }
  const index = new LineIndex(text);
  indexes.set(text, index);
  return index;
}

/** Line starts of a text. A line ends with `\n`, `\r\n` or a lone `\r`, as editors have it. */
export class LineIndex {
  readonly #starts: number[] = [0];

  constructor(text: string) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) this.#starts.push(i + 1);
    }
  }

  get lines(): number {
    return this.#starts.length;
  }

  /** The line and column of an offset; offsets past the end are on the last line. */
  at(offset: number): Position {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: Math.max(0, offset - this.#starts[low]!) + 1 };
  }

  /** Where a line begins. */
  startOf(line: number): number {
    return this.#starts[line - 1] ?? this.#starts.at(-1)!;
  }
}
