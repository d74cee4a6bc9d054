import type { ConfigEntry, Span } from '../model.ts';
import { argumentsAt } from './call-arguments.ts';
import type { Language } from './language.ts';
import { type Literal, literalAt } from './literal.ts';
import { mayHoldSinks, SINKS, type Sink } from './sinks.ts';

const CALL =
  /(?<![\w$])(?:jwt|JWT|jsonwebtoken|Jwt|PyJWT|jwtService|JWTService|pyjwt)\s{0,3}(?:\.|->|::)\s{0,20}(sign|verify|encode|decode)(?:Async|Sync)?\s{0,3}\(/g;
/** Far more than a file has that people wrote. */
const MAX_CALLS = 5000;
/** What an entry is called that is known by its place alone. */
const NAMES: Readonly<Record<Sink['operation'], string>> = {
  sign: 'jwt.encode',
  verify: 'jwt.decode',
  configure: 'jwt.encode',
};

/** Calls of JWT libraries in text that is no parsed program: the literal that stands where the key belongs. */
export function findJwtCalls(text: string, language: Language | null = null): ConfigEntry[] {
  const found: ConfigEntry[] = [];
  let calls = 0;
  for (const match of text.matchAll(CALL)) {
    if (++calls > MAX_CALLS) break;
    const key = argumentsAt(text, match.index + match[0].length, 2)[1];
    const literal = key && literalIn(text, key, language);
    if (literal) found.push(entryOf(`jwt.${match[1] ?? ''}`, literal));
  }
  if (language !== null && mayHoldSinks(text)) found.push(...literalsInSinks(text, language));
  return found;
}

function literalsInSinks(text: string, language: Language): ConfigEntry[] {
  const found: ConfigEntry[] = [];
  let calls = 0;
  for (const { call, argument, operation } of SINKS) {
    for (const match of text.matchAll(call)) {
      if (++calls > MAX_CALLS) return found;
      const key = argumentsAt(text, match.index + match[0].length, argument + 1)[argument];
      const literal = key && literalIn(text, key, language);
      if (literal) found.push(entryOf(NAMES[operation], literal));
    }
  }
  return found;
}

const NAMED = /\s{0,200}(?:(?:key|secret|signing_?key)\s{0,3}[=:]\s{0,3})?/y;

/** The literal that is all of an argument, but for conversions. */
function literalIn(text: string, [start, end]: Span, language: Language | null): Literal | null {
  NAMED.lastIndex = start;
  NAMED.test(text);
  const literal = literalAt(text, NAMED.lastIndex, language);
  if (literal === null || literal.value === '' || literal.end > end) return null;
  const rest = text.slice(literal.end, end);
  return /^\){0,2}(?:\.\w{1,20}\([\w.]{0,40}\)){0,2}\s{0,200}$/.test(rest) ? literal : null;
}

function entryOf(name: string, { value, span }: Literal): ConfigEntry {
  return {
    keyPath: [name],
    value,
    span,
    writtenAs: 'plain',
    format: 'text',
    environment: null,
    fallback: null,
  };
}
