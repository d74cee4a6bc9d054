import type { ConfigEntry } from '../model.ts';
import { argumentsAt } from './call-arguments.ts';
import { literalAt } from './literal.ts';

const CALL =
  /(?<![\w$])(?:jwt|JWT|jsonwebtoken|Jwt|PyJWT|jwtService|JWTService|pyjwt)\s{0,3}(?:\.|->|::)\s{0,20}(sign|verify|encode|decode)(?:Async|Sync)?\s{0,3}\(/g;
/** Far more than a file has that people wrote. */
const MAX_CALLS = 5000;

/** Calls of JWT libraries in text that is no parsed program: the literal that stands where the key belongs, as the second argument. */
export function findJwtCalls(text: string): ConfigEntry[] {
  const found: ConfigEntry[] = [];
  let calls = 0;
  for (const match of text.matchAll(CALL)) {
    if (++calls > MAX_CALLS) break;
    const key = argumentsAt(text, match.index + match[0].length, 2)[1];
    if (key === undefined) continue;
    const indent = text.slice(key[0], key[0] + 200);
    const literal = literalAt(text, key[0] + indent.length - indent.trimStart().length);
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
