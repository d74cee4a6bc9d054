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
const LEADING =
  /^(?:new|typeof|void|delete|await|yield|keyof|readonly|infer|unique|extends|if|else|for|while|with|do|class|function|async|return|throw|case|as|in|of)$/;
/** Words that have a statement behind them, which may lack brackets of its own. */
const STATEMENT = /^(?:if|else|for|while|with|do)$/;

/** Whether code is nested too deeply to parse. What hides brackets in comments or texts is looked at both ways. */
export function isTooDeep(text: string): boolean {
  if (text.length < HARMLESS) return false;
  return (
    new Depth(text, { comments: false, texts: false }).isTooDeep() ||
    new Depth(text, { comments: true, texts: false }).isTooDeep() ||
    new Depth(text, { comments: true, texts: true }).isTooDeep()
  );
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

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

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
      const kind = KINDS[text.charCodeAt(this.#at)] ?? Kind.other;
      if (kind === Kind.space) this.#at++;
      else if (kind === Kind.word) {
        this.#takeWord();
        if (this.#isBeyond()) return true;
      } else if (kind !== Kind.quoteOrSlash || !this.#skip()) {
        this.#take(text[this.#at]!);
        this.#at++;
        if (this.#isBeyond()) return true;
      }
    }
    return false;
  }

  #isBeyond(): boolean {
    const { base, chain, statements } = this.#levels.at(-1)!;
    return base + chain + statements + this.#angles > MAX_DEPTH;
  }

  #take(character: string): void {
    if (character === '\n') return this.#endLine();
    const level = this.#levels.at(-1)!;
    const closer = CLOSERS[character];
    if (closer !== undefined) this.#open(closer);
    else if (character === ')' || character === ']' || character === '}') this.#close(character);
    else if (character === ';' || character === ',') level.chain = 0;
    else if (character === '<' || character === '>') this.#takeAngle(character);
    else if (this.#skips.texts) level.chain += WEIGHTS[character] ?? 0;
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
    while (KINDS[this.#text.charCodeAt(this.#at)] === Kind.word) this.#at++;
    const length = this.#at - from;
    const word = length <= 10 ? this.#text.slice(from, this.#at) : '';
    const level = this.#levels.at(-1)!;
    this.#isLeading = LEADING.test(word);
    if (STATEMENT.test(word)) level.statements++;
    else if (this.#isLeading && this.#skips.texts) level.chain++;
    this.#last = this.#text[this.#at - 1]!;
  }

  /** A line ends a chain where it ends with a value. */
  #endLine(): void {
    if (this.#isLeading || !/[\w$)\]}>'"`]/.test(this.#last)) return;
    this.#levels.at(-1)!.chain = 0;
    // What stands open over lines is a tag; types fit on one, more or less.
    if (this.#levels.length === 1 && this.#last !== '>') this.#angles = 0;
  }

  #isBeforeElse(): boolean {
    return /^\s{0,200}else\b/.test(this.#text.slice(this.#at + 1, this.#at + 210));
  }

  /** Move behind a comment or a text, where they are to be passed over. */
  #skip(): boolean {
    const [one, two] = [this.#text[this.#at], this.#text[this.#at + 1]];
    if (this.#skips.comments && one === '/' && two === '/') return this.#skipTo('\n', 0);
    if (this.#skips.comments && one === '/' && two === '*') return this.#skipTo('*/', 2);
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
const WEIGHTS: Readonly<Record<string, number>> = {
  '!': 1, '~': 1, '=': 1, '?': 1, '*': 1, '^': 1, '@': 1, ':': 0.5,
  '+': 0.1, '-': 0.1, '/': 0.1, '%': 0.1, '|': 0.1, '&': 0.1, '.': 0.05,
}; // prettier-ignore

const Kind = { other: 0, space: 1, word: 2, quoteOrSlash: 3 } as const;

/** What a character is, by its code: most of a text is words and spaces, which take no time like this. */
const KINDS: Uint8Array = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  if (character !== '\n' && /\s/.test(character)) return Kind.space;
  if (/[\w$]/.test(character)) return Kind.word;
  return /['"/]/.test(character) ? Kind.quoteOrSlash : Kind.other;
});
