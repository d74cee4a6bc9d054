import {
  CharClass,
  NO_SYMBOL,
  alphabetBits,
  classOf,
  fold,
  isLookAlike,
  lookAlikesFor,
  symbolsOf,
} from './text.ts';

/** A way to read a text: as it stands, or with look-alikes taken for the letters they stand for. */
export interface Spelling {
  readonly text: string;
  /** How many of the first characters are look-alikes, for each number of them; null as it stands. */
  readonly swaps: Uint16Array | null;
}

/** A text prepared for the search: everything the edges ask again and again, computed once. */
export class Reading {
  readonly text: string;
  readonly folded: string;
  readonly length: number;
  readonly symbols: Uint8Array;
  readonly classes: Uint8Array;
  readonly spellings: readonly Spelling[];
  /** Cost of a character that nothing explains. */
  readonly characterBits: number;
  /** The separator used most, and at least twice: it costs next to nothing. */
  readonly favouriteSeparator: string | null;
  readonly #uppers: Uint16Array;
  readonly #lowers: Uint16Array;

  constructor(text: string) {
    this.text = text;
    this.folded = fold(text);
    this.length = text.length;
    this.symbols = symbolsOf(this.folded);
    this.classes = new Uint8Array(text.length);
    this.#uppers = new Uint16Array(text.length + 1);
    this.#lowers = new Uint16Array(text.length + 1);
    for (let i = 0; i < text.length; i++) this.#classify(i);
    this.spellings = spellingsOf(this.folded);
    this.characterBits = alphabetBits(text);
    this.favouriteSeparator = favouriteSeparator(text, this.classes);
  }

  #classify(i: number): void {
    const kind = classOf(this.text.charAt(i), this.symbols[i]!);
    this.classes[i] = kind;
    this.#uppers[i + 1] = this.#uppers[i]! + (kind === CharClass.upper ? 1 : 0);
    this.#lowers[i + 1] = this.#lowers[i]! + (kind === CharClass.lower ? 1 : 0);
  }

  isLetter(i: number): boolean {
    return this.symbols[i]! < 26;
  }

  isDigit(i: number): boolean {
    return this.symbols[i]! >= 26 && this.symbols[i] !== NO_SYMBOL;
  }

  isUpper(i: number): boolean {
    return this.classes[i] === CharClass.upper;
  }

  /** Whether a word can begin at `i`: after something else than a letter, or at a camel hump. */
  beginsWord(i: number): boolean {
    return i === 0 || !this.isLetter(i - 1) || this.#isHump(i);
  }

  /** Whether a word can end before `i`. */
  endsWord(i: number): boolean {
    return i === this.length || !this.isLetter(i) || this.#isHump(i);
  }

  /** `camelCase`, and the end of a run of capitals: `JWTSecret`. */
  #isHump(i: number): boolean {
    if (!this.isUpper(i)) return false;
    const before = this.classes[i - 1];
    return (
      before === CharClass.lower || (before === CharClass.upper && this.classes[i + 1] === CharClass.lower)
    );
  }

  /** Whether `[start, end)` has neither letters nor digits beside it. */
  standsAlone(start: number, end: number): boolean {
    return (
      (start === 0 || this.symbols[start - 1] === NO_SYMBOL) &&
      (end === this.length || this.symbols[end] === NO_SYMBOL)
    );
  }

  uppers(start: number, end: number): number {
    return this.#uppers[end]! - this.#uppers[start]!;
  }

  lowers(start: number, end: number): number {
    return this.#lowers[end]! - this.#lowers[start]!;
  }
}

/** The text as it stands and, where it has look-alikes, once for each way to read them. In hex every digit is one by chance. */
function spellingsOf(folded: string): Spelling[] {
  const plain = { text: folded, swaps: null };
  if (/^[0-9a-f-]+$/.test(folded)) return [plain];
  const others = lookAlikesFor(folded);
  if (others.length === 0) return [plain];
  const swaps = countSwaps(folded);
  return [plain, ...others.map((text) => ({ text, swaps }))];
}

function countSwaps(folded: string): Uint16Array {
  const swaps = new Uint16Array(folded.length + 1);
  for (let i = 0; i < folded.length; i++) swaps[i + 1] = swaps[i]! + (isLookAlike(folded.charAt(i)) ? 1 : 0);
  return swaps;
}

function favouriteSeparator(text: string, classes: Uint8Array): string | null {
  const counts = new Map<string, number>();
  let favourite: string | null = null;
  let most = 1;
  for (let i = 0; i < text.length; i++) {
    if (classes[i] !== CharClass.separator) continue;
    const unit = text.charAt(i);
    const count = (counts.get(unit) ?? 0) + 1;
    counts.set(unit, count);
    if (count > most) [favourite, most] = [unit, count];
  }
  return favourite;
}
