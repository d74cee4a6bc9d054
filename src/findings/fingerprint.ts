import { createHash } from 'node:crypto';
import type { Span } from '../facts/model.ts';
import type { LinkedFile } from '../project/model.ts';
import { maskSecret } from './mask.ts';
import type { Problem } from './model.ts';
import { lineIndexOf } from './position.ts';

/** What makes a finding the same finding after an edit elsewhere in the file. */
export interface FingerprintParts {
  readonly ruleId: string;
  readonly path: string;
  /** What the place is, without its line number and without the values of secrets. */
  readonly anchor: string;
}

/** Fingerprints of one scan: equal parts in one file are told apart by their order. */
export class Fingerprints {
  readonly #seen = new Map<string, number>();

  /** 32 hex characters. No secret goes in, so none can be found by trying values. */
  of({ ruleId, path, anchor }: FingerprintParts): string {
    const key = [ruleId, path, anchor.replace(/\s+/g, ' ').trim()].join('\0');
    const nth = this.#seen.get(key) ?? 0;
    this.#seen.set(key, nth + 1);
    return createHash('sha256').update(`${key}\0${nth}`).digest('hex').slice(0, 32);
  }
}

/** Lines longer than this are generated text: there the place itself is the anchor. */
const LONG_LINE = 500;

/**
 * What a problem hangs on. A secret hangs on its name and its mask, so that a new value is a new finding and an
 * edit beside it is not; without a name, and for calls, on the line with all values cut out.
 */
export function anchorOf(problem: Problem, file: LinkedFile, text: string): string {
  const { messageId, secret } = problem;
  const mask = secret ? maskSecret(secret.value) : '';
  return [messageId, mask, nameOf(problem, file) ?? bareLine(problem, file, text)].join(' ');
}

/** What the secret of a problem is called; null where it has no name. */
export function nameOf({ secret, span }: Problem, file: LinkedFile): string | null {
  return (secret && file.secrets.find((one) => isSame(one.span, span))?.name) ?? null;
}

function isSame(a: Span, b: Span): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** The line of the problem, without the values in it: neither JWT secrets nor any other text in quotes. */
export function bareLine({ span, secret }: Problem, file: LinkedFile, text: string): string {
  const index = lineIndexOf(text);
  const { line } = index.at(span[0]);
  const begin = index.startOf(line);
  const next = index.startOf(line + 1);
  const end = next > begin ? next : text.length;
  const [from, to] =
    end - begin > LONG_LINE ? [span[0], Math.min(span[1], span[0] + LONG_LINE)] : [begin, end];
  const facts = factsWithin(file, [from, to]);
  return withoutQuoted(withoutSpans(text, [from, to], secret ? [span, ...facts] : facts));
}

/** Where the facts of a file stand: sorted once, since a file may have many and a finding for each. */
const sortedSpans = new WeakMap<LinkedFile, readonly Span[]>();

function factsWithin(file: LinkedFile, [begin, end]: Span): readonly Span[] {
  let spans = sortedSpans.get(file);
  if (spans === undefined) {
    const facts = [...file.secrets, ...file.tokens, ...file.privateKeys];
    spans = facts.map((fact) => fact.span).sort((a, b) => a[0] - b[0]);
    sortedSpans.set(file, spans);
  }
  const last = firstFrom(spans, end);
  return spans.slice(0, last).filter(([, to]) => to > begin);
}

/** The index of the first span that begins at an offset or behind it. */
function firstFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.[0] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function withoutSpans(text: string, [begin, end]: Span, spans: readonly Span[]): string {
  let kept = '';
  let at = begin;
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (to <= at || from >= end) continue;
    kept += text.slice(at, Math.max(at, from));
    at = to;
  }
  return at < end ? kept + text.slice(at, end) : kept;
}

function withoutQuoted(line: string): string {
  return line.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|'[^'\\]*(?:\\.[^'\\]*)*'|`[^`\\]*(?:\\.[^`\\]*)*`/g, '""');
}
