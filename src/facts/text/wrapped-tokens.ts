import { decodeBase64, utf8 } from '../../jwt/base64.ts';
import type { Span, TokenFact } from '../model.ts';

/**
 * Where base64 of a token begins: `ey`, `ew` and `Bearer ey`, encoded once more, and JSON objects, which hold tokens where
 * sessions are kept in cookies and in recorded states of browsers.
 */
const WRAPPED_START = /ZX(?:lK|lB|dv|dr)|ZXcwS|QmVhcmVyIGV5|ey[JA]/g;
/** Base64 of `eyJ` within other bytes, at each of the three ways that bytes fall into groups. */
const INNER_START = /ZXlK|[GWm2]V5S|leU[o-r]/;
const RUN = /[\w+/-]{80,65536}={0,2}/y;

/** Tokens inside runs of base64, with the span of the whole run; `taken` are spans that are tokens already, in order. */
export function findWrappedTokens(
  text: string,
  taken: readonly Span[],
  findInner: (text: string) => readonly TokenFact[],
): TokenFact[] {
  const found: TokenFact[] = [];
  let next = 0;
  WRAPPED_START.lastIndex = 0;
  for (let match = WRAPPED_START.exec(text); match; match = WRAPPED_START.exec(text)) {
    const start = match.index;
    while (next < taken.length && taken[next]![1] <= start) next++;
    const token = taken[next];
    if (token !== undefined && token[0] <= start) {
      WRAPPED_START.lastIndex = token[1];
      continue;
    }
    RUN.lastIndex = start;
    const run = RUN.exec(text)?.[0];
    if (run === undefined) continue;
    const end = start + run.length;
    found.push(...unwrap(run, findInner).map((fact) => ({ ...fact, span: [start, end] as const })));
    WRAPPED_START.lastIndex = end;
  }
  return found;
}

function unwrap(run: string, findInner: (text: string) => readonly TokenFact[]): readonly TokenFact[] {
  if (!INNER_START.test(run) && !/^ZX/.test(run)) return [];
  const bytes = decodeBase64(run);
  const inner = bytes === null ? null : utf8(bytes);
  return inner === null ? [] : findInner(inner);
}
