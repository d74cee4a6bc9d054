import type { Part } from './cheapest-path.ts';
import type { Description } from './describe.ts';
import { NO_SYMBOL } from './text.ts';
import { FUNCTION_WORDS } from './words/common.ts';

/**
 * Values that hold more than 64 bits when their words are priced one by one, and yet are guessed: nobody chose these words one
 * by one. Phrases of random words (diceware) must not be among them.
 */

/** What the phrase rules look at, worked out once. */
interface Wording {
  readonly words: readonly Part[];
  /** Words people write when asked for a secret, of the first ranks, that stand as words. */
  readonly core: readonly Part[];
  /** Mean price of a word: low where most of them belong together. */
  readonly wordBits: number;
  /** Bits of single characters that nothing explains. */
  readonly residualBits: number;
  /** Share of letters and digits that words and patterns explain. */
  readonly coverage: number;
  /** Share of letters and digits that the words have. */
  readonly wordShare: number;
  /** Share of the letters that the core words have. */
  readonly coreShare: number;
  /** Whether separators or capitals show where words end. */
  readonly isSeparated: boolean;
}

const MOST_RESIDUAL_BITS = 52;

/** Whether the value is a phrase about the secret it should be, or other words that belong together. */
export function isPhrase(description: Description): boolean {
  const wording = wordingOf(description);
  return (
    wording.residualBits < MOST_RESIDUAL_BITS && (isOrdinary(wording) || isAboutSecrets(description, wording))
  );
}

const LEAST_ORDINARY_WORDS = 4;
const LEAST_ORDINARY_SHARE = 0.6;
/** Random words of a list cost 14 bits at the median; of 60,000 phrases of six of them none has a mean as low as this. */
const MOST_ORDINARY_BITS = { separated: 7.5, run: 6.5 } as const;

/** Whether most words are among the first that people write there. */
function isOrdinary({ words, wordBits, wordShare, isSeparated }: Wording): boolean {
  if (words.length < LEAST_ORDINARY_WORDS || wordShare < LEAST_ORDINARY_SHARE) return false;
  return wordBits <= (isSeparated ? MOST_ORDINARY_BITS.separated : MOST_ORDINARY_BITS.run);
}

const MOST_PHRASE_BITS = 112;
const LEAST_CORE_WORDS = 2;
const LEAST_CORE_SHARE = { separated: 0.25, run: 0.35 } as const;
const LEAST_CORE_OF_WORDS = 0.38;
const LEAST_PHRASE_COVERAGE = 0.5;

/** Whether two or more words people write when asked for a secret make up a good part of it. */
function isAboutSecrets(
  { bits }: Description,
  { words, core, coreShare, coverage, isSeparated }: Wording,
): boolean {
  if (bits >= MOST_PHRASE_BITS || core.length < LEAST_CORE_WORDS || coverage < LEAST_PHRASE_COVERAGE)
    return false;
  if (core.length < LEAST_CORE_OF_WORDS * words.length) return false;
  const isLed = core.some((part) => part.bits <= DEAREST_LEADING_MARKER);
  return isLed && coreShare >= (isSeparated ? LEAST_CORE_SHARE.separated : LEAST_CORE_SHARE.run);
}

const LEAST_FUNCTION_WORDS = 3;
const LEAST_FUNCTION_SHARE = 0.3;
/** Random words with a few function words among them cost more than this at the mean. */
const MOST_SENTENCE_BITS = 11;
const LEAST_SENTENCE_COVERAGE = { separated: 0.8, run: 1 } as const;

/** Whether the value is a sentence of a natural language: words throughout, held together by function words. */
export function isSentence(description: Description): boolean {
  const { words, wordBits, coverage, isSeparated } = wordingOf(description);
  if (description.bits >= MOST_PHRASE_BITS || wordBits > MOST_SENTENCE_BITS) return false;
  if (coverage < (isSeparated ? LEAST_SENTENCE_COVERAGE.separated : LEAST_SENTENCE_COVERAGE.run))
    return false;
  if (!isSeparated && words.some(({ kind }) => kind === 'letters')) return false;
  const joints = words.filter((part) => isFunctionWord(description, part)).length;
  return joints >= LEAST_FUNCTION_WORDS && joints / words.length >= LEAST_FUNCTION_SHARE;
}

let functionWords: ReadonlySet<string> | null = null;

function isFunctionWord(description: Description, part: Part): boolean {
  functionWords ??= new Set(FUNCTION_WORDS.words.split(/\s+/));
  const { reading } = description;
  return functionWords.has(reading.folded.slice(part.start, part.end)) && standsAsWord(description, part);
}

/* ------------------------------------------------------------------ measures */

const WORDS: ReadonlySet<string> = new Set(['marker', 'word', 'project', 'letters']);
const UNEXPLAINED: ReadonlySet<string> = new Set(['character', 'digit']);

function wordingOf(description: Description): Wording {
  const { parts, reading } = description;
  const words = parts.filter(({ kind }) => WORDS.has(kind));
  const unexplained = parts.filter(({ kind }) => UNEXPLAINED.has(kind));
  const core = coreMarkers(description);
  const explained = parts.filter(({ kind }) => kind !== 'separator' && !UNEXPLAINED.has(kind));
  const letters = count(reading.symbols, (symbol) => symbol < 26);
  const symbols = count(reading.symbols, (symbol) => symbol !== NO_SYMBOL);
  return {
    words,
    core,
    wordBits: bitsOf(words) / Math.max(1, words.length),
    residualBits: bitsOf(unexplained),
    coverage: lengthOf(explained) / Math.max(1, symbols),
    wordShare: lengthOf(words) / Math.max(1, symbols),
    coreShare: lengthOf(core) / Math.max(1, letters),
    isSeparated: isSeparated(description),
  };
}

const LEAST_MARKER_LETTERS = 3;
const DEAREST_CORE_MARKER = 4.5;
/** One of the words must be of the first ranks (`secret`, `key`, `my`, `test`), with a capital at most. */
const DEAREST_LEADING_MARKER = 3.5;

/** Markers that stand as words, not as the piece of a longer word. */
function coreMarkers(description: Description): Part[] {
  return description.parts.filter(
    (part, i, parts) =>
      part.kind === 'marker' &&
      part.end - part.start >= LEAST_MARKER_LETTERS &&
      part.bits <= DEAREST_CORE_MARKER &&
      standsAsWord(description, part) &&
      (isSeparated(description) || isUnmistakable(part) || !isGlued(description, parts[i - 1], parts[i + 1])),
  );
}

/** Whether the text shows where its words end, by separators or by capitals. */
function isSeparated({ reading }: Description): boolean {
  for (let i = 1; i < reading.length; i++) {
    if (reading.isLetter(i) && reading.beginsWord(i)) return true;
  }
  return false;
}

/** Whether a part ends where words end; in a text without separators words may end anywhere. */
function standsAsWord(description: Description, { start, end }: Part): boolean {
  if (!isSeparated(description)) return true;
  return isBoundary(description, start) && isBoundary(description, end);
}

/** Not inside a run of lower case or of capitals; the end of a run of capitals counts (`SECRETkey`). */
function isBoundary({ reading }: Description, at: number): boolean {
  if (at === 0 || at >= reading.length || !reading.isLetter(at) || !reading.isLetter(at - 1)) return true;
  const isUpper = reading.isUpper(at);
  if (isUpper !== reading.isUpper(at - 1)) return isUpper || reading.isUpper(at - 2);
  return false;
}

const LEAST_UNMISTAKABLE = 6;

function isUnmistakable(part: Part): boolean {
  return part.end - part.start >= LEAST_UNMISTAKABLE && part.bits <= DEAREST_LEADING_MARKER;
}

/** Whether letters that no word explains stand beside a part. */
function isGlued({ reading }: Description, ...neighbours: readonly (Part | undefined)[]): boolean {
  return neighbours.some(
    (part) => (part?.kind === 'letters' || part?.kind === 'character') && reading.isLetter(part.start),
  );
}

function count(symbols: Uint8Array, has: (symbol: number) => boolean): number {
  return symbols.reduce((sum, symbol) => sum + (has(symbol) ? 1 : 0), 0);
}

function bitsOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { bits }) => sum + bits, 0);
}

function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { start, end }) => sum + end - start, 0);
}
