import type { Span } from '../../model.ts';

/** A word of a command line, quotes removed. */
export interface Word {
  readonly text: string;
  /** The word as it is written. */
  readonly span: Span;
  /** Where each character of `text` begins and ends as it is written, with its escape. */
  readonly offsets: readonly number[];
  readonly ends: readonly number[];
}

/** A here-document, and the command it is given to. */
export interface Heredoc {
  readonly span: Span;
  readonly command: readonly Word[];
}

export interface Commands {
  /** Simple commands, each a list of words. */
  readonly commands: readonly (readonly Word[])[];
  readonly heredocs: readonly Heredoc[];
}

const MAX_WORDS = 200_000;
const MAX_WORD = 64 * 1024;
const SEPARATOR = /[;&|()]/;
const BLANK = /[ \t\r]/;
const ESCAPED_IN_QUOTES = /["\\$`\n]/;
const HEREDOC = /<<(-?)[ \t]{0,10}(["']?)([A-Z_][\w.-]{0,60})\2/iy;
const ANSI: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/**
 * Split a POSIX shell text into words. Quotes of all kinds are taken away, expansions stay as they are written, and what is never closed
 * ends with the text or at a limit. Linear in the length of the text.
 */
export function readWords(text: string): Commands {
  const lexer = new Lexer(text);
  lexer.run();
  return { commands: lexer.commands, heredocs: lexer.heredocs };
}

/** Adds a character that is written from `at` to `end`. */
type Put = (char: string, at: number, end?: number) => void;

interface OpenHeredoc {
  readonly delimiter: string;
  readonly isIndented: boolean;
  readonly command: readonly Word[];
}

class Lexer {
  readonly commands: (readonly Word[])[] = [];
  readonly heredocs: Heredoc[] = [];
  readonly #text: string;
  #at = 0;
  #words = 0;
  #command: Word[] = [];
  #open: OpenHeredoc[] = [];
  /** Delimiters that no line holds: once searched for to the end, they are not searched for again. */
  readonly #missing = new Set<string>();
  /** Quotes and brackets that are never closed; after some of them, no more are searched for beyond their line. */
  #unclosed = 0;

  constructor(text: string) {
    this.#text = text;
  }

  run(): void {
    const { length } = this.#text;
    while (this.#at < length && this.#words < MAX_WORDS) this.#step();
    this.#endCommand();
  }

  #step(): void {
    const char = this.#text[this.#at] ?? '';
    if (char === '\n') this.#endLine();
    else if (BLANK.test(char)) this.#at++;
    else if (char === '\\' && /^\r?\n/.test(this.#text.slice(this.#at + 1, this.#at + 3)))
      this.#at = this.#text.indexOf('\n', this.#at) + 1;
    else if (SEPARATOR.test(char)) {
      this.#endCommand();
      this.#at++;
    } else if (char === '#') this.#at = this.#lineEnd(this.#at);
    else if (char === '<' && this.#openHeredoc()) return;
    else if (char === '<' || char === '>') this.#at++;
    else this.#readWord();
  }

  #endLine(): void {
    this.#at++;
    if (this.#open.length > 0) this.#readHeredocs();
    this.#endCommand();
  }

  #endCommand(): void {
    if (this.#command.length > 0) this.commands.push(this.#command);
    this.#command = [];
  }

  /* ---------------------------------------------------------------- words */

  #readWord(): void {
    const start = this.#at;
    const characters: string[] = [];
    const offsets: number[] = [];
    const ends: number[] = [];
    const put: Put = (char, at, end = at + 1) => {
      if (characters.length >= MAX_WORD) return;
      characters.push(char);
      offsets.push(at);
      ends.push(end);
    };
    while (this.#at < this.#text.length) {
      const at = this.#at;
      const char = this.#text[at] ?? '';
      if (char === '\n' || BLANK.test(char) || SEPARATOR.test(char) || char === '<' || char === '>') break;
      if (char === "'") this.#quoted(put, false);
      else if (char === '"') this.#doubleQuoted(put);
      else if (char === '$' && this.#text[at + 1] === "'") {
        this.#at++;
        this.#quoted(put, true);
      } else if (char === '$' && (this.#text[at + 1] === '{' || this.#text[at + 1] === '('))
        this.#expansion(put);
      else if (char === '\\') {
        const next = this.#text[at + 1];
        if (next === '\n') this.#at += 2;
        else if (next === '\r' && this.#text[at + 2] === '\n') this.#at += 3;
        else {
          put(next ?? '\\', at, Math.min(at + 2, this.#text.length));
          this.#at += 2;
        }
      } else {
        put(char, at);
        this.#at++;
      }
    }
    this.#words++;
    this.#command.push({ text: characters.join(''), span: [start, this.#at], offsets, ends });
  }

  #quoted(put: Put, isAnsi: boolean): void {
    const end = this.#closing("'", isAnsi);
    for (let i = this.#at + 1; i < end; i++) {
      const char = this.#text[i] ?? '';
      const next = this.#text[i + 1] ?? '';
      if (isAnsi && char === '\\') put(ANSI[next] ?? next, i, ++i + 1);
      else put(char, i);
    }
    this.#at = this.#text[end] === '\n' ? end : Math.min(end + 1, this.#text.length);
  }

  #doubleQuoted(put: Put): void {
    const end = this.#closing('"', true);
    for (let i = this.#at + 1; i < end; i++) {
      const char = this.#text[i] ?? '';
      const next = this.#text[i + 1] ?? '';
      if (char === '\\' && ESCAPED_IN_QUOTES.test(next)) {
        if (next !== '\n') put(next, i, i + 2);
        i++;
      } else put(char, i);
    }
    this.#at = this.#text[end] === '\n' ? end : Math.min(end + 1, this.#text.length);
  }

  /** The quote that closes the one here; where there is none, the line's end. */
  #closing(quote: string, hasEscapes: boolean): number {
    const limit =
      this.#unclosed > 100 ? this.#lineEnd(this.#at) : Math.min(this.#text.length, this.#at + MAX_WORD);
    for (let i = this.#at + 1; i < limit; i++) {
      if (hasEscapes && this.#text[i] === '\\') i++;
      else if (this.#text[i] === quote) return i;
    }
    this.#unclosed++;
    return this.#lineEnd(this.#at);
  }

  /** `${…}` and `$(…)` as they are written, to the bracket that closes the first; no further than the line where none does. */
  #expansion(put: Put): void {
    const open = this.#text[this.#at + 1] === '{' ? '{' : '(';
    const close = open === '{' ? '}' : ')';
    const limit = this.#unclosed > 100 ? 0 : Math.min(this.#text.length, this.#at + 4000);
    let depth = 0;
    let end = this.#at + 1;
    for (; end < limit; end++) {
      const char = this.#text[end];
      if (char === '\\') end++;
      else if (char === open) depth++;
      else if (char === close && --depth === 0) break;
      else if (char === '\n' && open === '{') break;
    }
    const isClosed = depth === 0 && end < limit;
    if (!isClosed) this.#unclosed++;
    const to = isClosed ? end + 1 : this.#at + 2;
    for (let i = this.#at; i < to; i++) put(this.#text[i] ?? '', i);
    this.#at = to;
  }

  /* ---------------------------------------------------------------- here-documents */

  #openHeredoc(): boolean {
    HEREDOC.lastIndex = this.#at;
    const match = HEREDOC.exec(this.#text);
    if (match === null) return false;
    this.#at = HEREDOC.lastIndex;
    // the words behind the operator belong to the command too: `cat <<EOF > .env`
    this.#open.push({ delimiter: match[3] ?? '', isIndented: match[1] === '-', command: this.#command });
    return true;
  }

  #readHeredocs(): void {
    for (const { delimiter, isIndented, command } of this.#open) {
      if (this.#missing.has(delimiter) || this.#missing.size > 50) break;
      const start = this.#at;
      let end = this.#text.length;
      let next = end;
      for (let line = start; line < this.#text.length;) {
        const lineEnd = this.#lineEnd(line);
        const content = this.#text.slice(line, Math.min(lineEnd, line + 200)).trimEnd();
        if ((isIndented ? content.trimStart() : content) === delimiter) {
          end = line;
          next = lineEnd;
          break;
        }
        line = lineEnd + 1;
      }
      if (next === this.#text.length && end === next) {
        // never closed: not a here-document
        this.#missing.add(delimiter);
        break;
      }
      this.heredocs.push({ span: [start, end], command });
      this.#at = Math.min(next + 1, this.#text.length);
    }
    this.#open = [];
  }

  #lineEnd(from: number): number {
    const end = this.#text.indexOf('\n', from);
    return end < 0 ? this.#text.length : end;
  }
}
