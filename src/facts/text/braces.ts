/** A part of a text, from `start` to before `end`. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * What stands between braces in code that nobody has parsed. A stretch is rather too long than too short: a closing brace that may
 * be text or a comment closes nothing.
 */
export class Braces {
  readonly #text: string;
  readonly #ends = new Map<number, number>();

  constructor(text: string) {
    this.#text = text;
  }

  /** What stands behind the brace at a place, up to the one that closes it; its end is looked for when it is asked for. */
  after(open: number): Stretch {
    const endOf = (): number => this.#endOf(open);
    return {
      start: open,
      get end() {
        return endOf();
      },
    };
  }

  #endOf(open: number): number {
    let end = this.#ends.get(open);
    if (end === undefined) this.#ends.set(open, (end = this.#search(open)));
    return end;
  }

  #search(open: number): number {
    const text = this.#text;
    let depth = 0;
    /** Open braces of this line that may be text: only what may be text closes them. */
    let doubtful = 0;
    for (let at = open; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === NEW_LINE) doubtful = 0;
      if (code !== OPENING && code !== CLOSING) continue;
      const isCode = this.#isCode(at);
      if (code === OPENING) {
        depth++;
        if (!isCode) doubtful++;
      } else if (isCode || doubtful > 0) {
        if (!isCode) doubtful--;
        if (--depth === 0) return at;
      }
    }
    return text.length;
  }

  /** Not in a comment, behind an open quote or a backslash, or too far into a line to tell. */
  #isCode(at: number): boolean {
    const start = this.#text.lastIndexOf('\n', at) + 1;
    if (at - start > MAX_LINE) return false;
    const line = this.#text.slice(start, at);
    return (
      !/\/[/*]|^\s{0,200}\*|\\/.test(line) && QUOTES.every((quote) => line.split(quote).length % 2 === 1)
    );
  }
}

const MAX_LINE = 400;
const QUOTES = ['"', "'", '`'];
const NEW_LINE = 0x0a;
const OPENING = 0x7b;
const CLOSING = 0x7d;
