import type { ConfigEntry } from '../model.ts';
import { literalAt } from './literal.ts';

const CALL =
  /(?<![\w$])(?:jwt|JWT|jsonwebtoken|Jwt|PyJWT|jwtService|JWTService|pyjwt)\s{0,3}(?:\.|->|::)\s{0,20}(sign|verify|encode|decode)(?:Async|Sync)?\s{0,3}\(/g;
const MAX_ARGUMENT = 2000;
/** Far more than a file has that people wrote. */
const MAX_CALLS = 5000;

/** Calls of JWT libraries in text that is no parsed program: the literal that stands where the key belongs, as the second argument. */
export function findJwtCalls(text: string): ConfigEntry[] {
  const found: ConfigEntry[] = [];
  let calls = 0;
  for (const match of text.matchAll(CALL)) {
    if (++calls > MAX_CALLS) break;
    const comma = endOfArgument(text, match.index + match[0].length);
    if (comma === null) continue;
    const indent = text.slice(comma, comma + 200);
    const literal = literalAt(text, comma + indent.length - indent.trimStart().length);
    if (
      literal === null ||
      literal.value === '' ||
      !/^\s{0,200}[,)]/.test(text.slice(literal.end, literal.end + 202))
    )
      continue;
    const keyPath = [`jwt.${match[1] ?? ''}`];
    found.push({
      keyPath,
      value: literal.value,
      span: literal.span,
      writtenAs: 'plain',
      format: 'text',
      environment: null,
      fallback: null,
    });
  }
  return found;
}

/** Behind the comma that ends the first argument. */
function endOfArgument(text: string, from: number): number | null {
  let depth = 0;
  let quote = '';
  for (let at = from; at < Math.min(text.length, from + MAX_ARGUMENT); at++) {
    const char = text[at] ?? '';
    if (quote !== '') {
      if (char === '\\') at++;
      else if (char === quote) quote = '';
    } else if (char === '"' || char === "'" || char === '`') quote = char;
    else if (char === '(' || char === '[' || char === '{') depth++;
    else if (char === ')' || char === ']' || char === '}') {
      if (depth-- === 0) return null;
    } else if (char === ',' && depth === 0) return at + 1;
  }
  return null;
}
