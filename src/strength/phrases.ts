import type { Description } from './describe.ts';
import type { Part } from './path.ts';
import { fold } from './text.ts';
import { FUNCTION_WORDS } from './words/function-words.ts';

/** Above this, even a sentence about the secret holds enough that is not the sentence. */
const LONGEST_PHRASE_BITS = 112;
/** Bits of single characters that a phrase may carry with it. */
const MOST_RESIDUAL_BITS = 52;
const LEAST_MARKER_LETTERS = 3;
const DEAREST_CORE_MARKER = 4.5;
/** One of the words must be of the first ranks (`secret`, `key`, `my`, `test`), with a capital at most. */
const DEAREST_LEADING_MARKER = 3.5;

const STOCK_BEGINNING =
  /^(?:your|my|a|the|this|some|any|change|replace|put|insert|enter|add|set|use|please|example|sample|dummy|todo|define|provide|fill|generate|test|dev|default)(?![a-z])/i;
const STOCK_INSIDE =
  /change.?(?:me|it|this)|replace.?(?:me|this|with)|your.?(?:own|secret|jwt|key|super)|in.?production|at.?least/i;

/**
 * Whether the value is a sentence about the secret it should be: two or more words people write when asked for one,
 * making up a quarter of its letters, while words and patterns cover half of it; or one in a stock phrase.
 */
export function isPhrase(description: Description): boolean {
  const { text, bits, parts } = description;
  if (bits >= LONGEST_PHRASE_BITS || residualBits(parts) >= MOST_RESIDUAL_BITS) return false;
  const core = coreMarkers(text, parts);
  const letters = Math.max(1, text.replace(/\P{L}/gu, '').length);
  const share = lengthOf(core) / letters;
  const cover = coverage(text, parts);
  if (!core.some((part) => part.bits <= DEAREST_LEADING_MARKER)) return false;
  if (core.length >= 2 && share >= 0.25 && cover >= 0.5) return true;
  return share >= 0.2 && cover >= 0.7 && isStock(text);
}

const LEAST_FUNCTION_WORDS = 3;
const FUNCTION_WORD_SHARE = 0.25;

/** Whether the value is a sentence of a natural language: words throughout, held together by function words. */
export function isSentence({ text, bits, parts }: Description): boolean {
  if (bits >= LONGEST_PHRASE_BITS || coverage(text, parts) < 0.8) return false;
  const words = parts.filter(({ kind }) => kind === 'marker' || kind === 'word' || kind === 'letters');
  const separated = hasBoundaries(text);
  const joints = words.filter(
    (part) =>
      FUNCTION_WORDS.has(fold(text.slice(part.start, part.end))) && (!separated || isBounded(text, part)),
  ).length;
  return joints >= LEAST_FUNCTION_WORDS && joints / words.length >= FUNCTION_WORD_SHARE;
}

function isStock(text: string): boolean {
  return STOCK_BEGINNING.test(text) || STOCK_INSIDE.test(text);
}

function residualBits(parts: readonly Part[]): number {
  return parts.reduce(
    (sum, part) => sum + (part.kind === 'character' || part.kind === 'digit' ? part.bits : 0),
    0,
  );
}

/** Markers that stand as words, not as the piece of a longer word. */
function coreMarkers(text: string, parts: readonly Part[]): Part[] {
  const separated = hasBoundaries(text);
  return parts.filter(
    (part, i) =>
      part.kind === 'marker' &&
      part.end - part.start >= LEAST_MARKER_LETTERS &&
      part.bits <= DEAREST_CORE_MARKER &&
      (separated
        ? isBounded(text, part)
        : isUnmistakable(part) || !isGlued(text, parts[i - 1], parts[i + 1])),
  );
}

/** Whether the text shows where its words end, by separators or by capitals. */
function hasBoundaries(text: string): boolean {
  return /\p{L}\P{L}+\p{L}|\p{Ll}\p{Lu}/u.test(text);
}

function isBounded(text: string, { start, end }: Part): boolean {
  return isBoundary(text, start) && isBoundary(text, end);
}

/** Not inside a run of lower case or of capitals; the end of a run of capitals counts (`SECRETkey`). */
function isBoundary(text: string, at: number): boolean {
  if (at === 0 || /^\p{Lu}{2}\p{Ll}$/u.test(text.slice(Math.max(0, at - 2), at + 1))) return true;
  return !/^(?:\p{L}\p{Ll}|\p{Lu}{2})$/u.test(text.slice(at - 1, at + 1));
}

const LEAST_UNMISTAKABLE = 6;

function isUnmistakable(part: Part): boolean {
  return part.end - part.start >= LEAST_UNMISTAKABLE && part.bits <= DEAREST_LEADING_MARKER;
}

/** Whether letters that no word explains stand beside a part. */
function isGlued(text: string, ...neighbours: readonly (Part | undefined)[]): boolean {
  return neighbours.some(
    (part) =>
      (part?.kind === 'letters' || part?.kind === 'character') && /^\p{L}/u.test(text.slice(part.start)),
  );
}

/** Share of letters and digits that words and patterns explain. */
function coverage(text: string, parts: readonly Part[]): number {
  const explained = parts.filter(
    ({ kind }) => kind !== 'character' && kind !== 'digit' && kind !== 'separator',
  );
  return lengthOf(explained) / Math.max(1, text.replace(/[^\p{L}\p{N}]/gu, '').length);
}

function lengthOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { start, end }) => sum + end - start, 0);
}
