/**
 * Parsers of code are recursive, and the one we use is native: code that is nested some thousand levels deep ends the
 * process. So depth is estimated before, from characters alone.
 */

/** What real code stays far below, and what every parser bears. */
const MAX_DEPTH = 1500;

/** Shorter texts cannot be nested deeply enough to do harm. */
const HARMLESS = 3000;

/** A bracket costs a parser more than an operator. */
const BRACKET = 2;

/** Words that have an expression, a type or a statement behind them. */
const LEADING = new Set('new typeof void delete await yield keyof readonly infer unique extends if else for while with do class function async return throw case as in of'.split(' ')); // prettier-ignore
/** Words that have a statement behind them, which may lack brackets of its own. */
const STATEMENT = new Set(['if', 'else', 'for', 'while', 'with', 'do']);
const LONGEST_WORD = 8;

/** What characters are, by their codes; all others are letters of words to us. */
const [OTHER, WORD, SPACE, OPERATOR] = [0, 1, 2, 3];
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (/[\w$]/.test(character)) return WORD;
  if (code <= 32) return SPACE;
  return /[!~=?:&|+\-*/%^@.]/.test(character) ? OPERATOR : OTHER;
});

function kindAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code < 128 ? KINDS[code]! : at < text.length ? WORD : OTHER;
}

/** Whether code is nested too deeply to parse. What hides brackets in comments or texts is looked at both ways. */
export function isTooDeep(text: string): boolean {
  if (text.length < HARMLESS) return false;
  return (
    (mayBeDeep(text) &&
      (new Depth(text, { comments: false, texts: false }).isTooDeep() ||
        new Depth(text, { comments: true, texts: false }).isTooDeep())) ||
    new Depth(text, { comments: true, texts: true }).isTooDeep()
  );
}

/** All that makes code deeper where operators do not count; nothing adds more than a bracket. */
const DEEPENING = /[([{<]|\b(?:if|else|for|while|with|do)\b/g;

function mayBeDeep(text: string): boolean {
  return (text.match(DEEPENING)?.length ?? 0) * BRACKET > MAX_DEPTH;
}

/** What lies open at one place. */
interface Level {
  readonly closer: string;
  /** Depth around the level. */
  readonly base: number;
  /** Operators and words since the last expression began: each may hold the next. */
  chain: number;
  /** `if (a) if (b) …`, `else if`. */
  statements: number;
}

const CLOSERS = { '(': ')', '[': ']', '{': '}' } as const;

class Depth {
  readonly #text: string;
  readonly #skips: { readonly comments: boolean; readonly texts: boolean };
  readonly #levels: Level[] = [{ closer: '', base: 0, chain: 0, statements: 0 }];
  #at = 0;
  /** Tags of JSX and arguments of types that are open. */
  #angles = 0;
  /** The last character that is no space. */
  #last = '';
  #isLeading = false;

  constructor(text: string, skips: { readonly comments: boolean; readonly texts: boolean }) {
    this.#text = text;
    this.#skips = skips;
  }

  isTooDeep(): boolean {
    const text = this.#text;
    while (this.#at < text.length) {
      if (this.#skip()) continue;
      this.#take(text[this.#at]!);
      this.#at++;
      const { base, chain, statements } = this.#levels.at(-1)!;
      if (base + chain + statements + this.#angles > MAX_DEPTH) return true;
    }
    return false;
  }

  #take(character: string): void {
    if (character === '\n') this.#endLine();
    const kind = kindAt(this.#text, this.#at);
    if (kind === SPACE) return;
    if (kind === WORD) {
      this.#takeWord();
      return;
    }
    const level = this.#levels.at(-1)!;
    if (character === '(' || character === '[' || character === '{') this.#open(CLOSERS[character]);
    else if (character === ')' || character === ']' || character === '}') this.#close(character);
    else if (character === ';' || character === ',') level.chain = 0;
    else if (character === '<' || character === '>') this.#takeAngle(character);
    else if (this.#skips.texts && kind === OPERATOR) level.chain += WEIGHTS[character] ?? 1;
    if (character === ';' && !this.#isBeforeElse()) level.statements = 0;
    // The end of an arrow is no end of an element or a type.
    this.#last = character === '>' && this.#last === '=' ? '=' : character;
    this.#isLeading = false;
  }

  #open(closer: string): void {
    const { base, chain, statements } = this.#levels.at(-1)!;
    this.#levels.push({ closer, base: base + chain + statements + BRACKET, chain: 0, statements: 0 });
  }

  /** The nearest bracket of its kind, and all that were left open within. */
  #close(closer: string): void {
    const at = this.#levels.findLastIndex((level) => level.closer === closer);
    if (at > 0) this.#levels.length = at;
    if (closer !== '}') return;
    const level = this.#levels.at(-1)!;
    level.chain = 0;
    if (!this.#isBeforeElse()) level.statements = 0;
  }

  #takeAngle(character: string): void {
    const next = this.#text[this.#at + 1] ?? '';
    const isClosed = character === '<' ? next === '/' : this.#last !== '=' && next !== '=';
    const isTag = character === '<' && !/[\w$)\]]/.test(this.#last) && /[\w$>]/.test(next);
    if (isClosed) this.#angles = Math.max(0, this.#angles - 1);
    // A tag is closed by its `>` and opened once more by that, until `</` or `/>` ends the element.
    else if (isTag) this.#angles += 2;
    else if (character === '<' && next !== '=' && next !== '<') this.#angles++;
  }

  #takeWord(): void {
    const from = this.#at;
    while (kindAt(this.#text, this.#at + 1) === WORD) this.#at++;
    const isShort = this.#at - from < LONGEST_WORD;
    const word = isShort ? this.#text.slice(from, this.#at + 1) : '';
    this.#isLeading = isShort && LEADING.has(word);
    if (this.#isLeading) {
      const level = this.#levels.at(-1)!;
      if (STATEMENT.has(word)) level.statements++;
      else if (this.#skips.texts) level.chain++;
    }
    this.#last = this.#text[this.#at]!;
  }

  /** A line ends a chain where it ends with a value. */
  #endLine(): void {
    if (this.#isLeading || !/[\w$)\]}>'"`]/.test(this.#last)) return;
    this.#levels.at(-1)!.chain = 0;
    // What stands open over lines is a tag; types fit on one, more or less.
    if (this.#levels.length === 1 && this.#last !== '>') this.#angles = 0;
  }

  #isBeforeElse(): boolean {
    let at = this.#at + 1;
    while (kindAt(this.#text, at) === SPACE) at++;
    return this.#text.startsWith('else', at);
  }

  /** Move behind a comment or a text, where they are to be passed over. */
  #skip(): boolean {
    const one = this.#text[this.#at];
    if (this.#skips.comments && one === '/') {
      const two = this.#text[this.#at + 1];
      if (two === '/') return this.#skipTo('\n', 0);
      if (two === '*') return this.#skipTo('*/', 2);
    }
    if (this.#skips.texts && (one === "'" || one === '"')) return this.#skipQuoted(one);
    return false;
  }

  #skipTo(end: string, length: number): boolean {
    const at = this.#text.indexOf(end, this.#at + 2);
    this.#at = at < 0 ? this.#text.length : at + length;
    return true;
  }

  #skipQuoted(quote: string): boolean {
    let at = this.#at + 1;
    while (at < this.#text.length && this.#text[at] !== quote && this.#text[at] !== '\n')
      at += this.#text[at] === '\\' ? 2 : 1;
    this.#at = Math.min(at + 1, this.#text.length);
    this.#last = quote;
    this.#isLeading = false;
    return true;
  }
}

/** Operators that a parser takes from left to right cost it little. */
const WEIGHTS: Readonly<Record<string, number>> = { '+': 0.1, '-': 0.1, '/': 0.1, '%': 0.1, '|': 0.1, '&': 0.1, '.': 0.05 }; // prettier-ignore
