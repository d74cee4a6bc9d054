/** Longer arguments are looked at up to here. */
const MAX_ARGUMENTS = 1000;

/** A text in quotes, a bracket, or the beginning of a template. */
const SIGN = /'(?:[^'\\\n]|\\.){0,300}'|"(?:[^"\\\n]|\\.){0,300}"|[()[\]{}`]/g;
/** The text of a template, up to its end or to code in it. */
const TEMPLATE_TEXT = /(?:[^`\\$]|\\[\s\S]|\$(?!\{)){0,1000}(?:`|\$\{)/y;

/**
 * The arguments of a call that nobody has parsed, from behind the bracket that opens them, without the texts among them. A text that
 * stands first in brackets may be the name of a setting: it stays.
 */
export function codeOfArguments(text: string, start: number): string {
  const reader = new ArgumentsReader(text.slice(start, start + MAX_ARGUMENTS));
  reader.readCode();
  return reader.code;
}

class ArgumentsReader {
  code = '';
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** Code up to the bracket that closes it, whatever its kind. */
  readCode(): void {
    let from = this.#at;
    for (let found = this.#next(SIGN); found; found = this.#next(SIGN)) {
      const { 0: sign, index } = found;
      const isLeftOut = sign === '`' || (/^["']/.test(sign) && !this.#isFirst(index));
      this.code += isLeftOut ? `${this.#text.slice(from, index)} ` : this.#text.slice(from, this.#at);
      if (')]}'.includes(sign)) return;
      if (sign === '`') this.#readTemplate();
      else if ('([{'.includes(sign)) this.readCode();
      from = this.#at;
    }
  }

  #readTemplate(): void {
    let found = this.#next(TEMPLATE_TEXT);
    while (found?.[0].endsWith('{')) {
      this.readCode();
      found = this.#next(TEMPLATE_TEXT);
    }
  }

  /** What comes next; where nothing does, the rest of the text counts as code. */
  #next(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found === null) this.code += this.#text.slice(this.#at);
    this.#at = found === null ? this.#text.length : pattern.lastIndex;
    return found;
  }

  #isFirst(at: number): boolean {
    return /[([]\s{0,20}$/.test(this.#text.slice(Math.max(0, at - 21), at));
  }
}
