import type { ConfigEntry, Span } from '../model.ts';
import { argumentsAt } from './call-arguments.ts';
import type { Language } from './language.ts';
import type { Literal } from './literal.ts';
import {
  convertedLiteralAt,
  identifierIn,
  literalsAssignedTo,
  type AssignedLiteral,
} from './key-expressions.ts';
import { mayHoldSinks, sinksIn, type Sink } from './sinks.ts';
import { keyUseOf } from './setting-uses.ts';

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
  // calls of known libraries come first, for they say more of the same literals
  const found = language !== null && mayHoldSinks(text) ? literalsInSinks(text, language) : [];
  let calls = 0;
  for (const match of text.matchAll(CALL)) {
    if (++calls > MAX_CALLS) break;
    const key = argumentsAt(text, match.index + match[0].length, 2)[1];
    const literal = key && literalIn(text, key, language);
    if (literal) found.push(entryOf(`jwt.${match[1] ?? ''}`, literal));
  }
  return found;
}

function literalsInSinks(text: string, language: Language): ConfigEntry[] {
  const found: ConfigEntry[] = [];
  const variables = new Map<string, readonly AssignedLiteral[]>();
  let calls = 0;
  for (const sink of sinksIn(text)) {
    for (const match of text.matchAll(sink.call)) {
      if (++calls > MAX_CALLS) return found;
      const from = match.index + match[0].length;
      const key = argumentsAt(text, from, sink.argument + 1)[sink.argument];
      const entry = key && entryIn(text, key, language, NAMES[sink.operation], variables);
      if (entry) found.push({ ...entry, reaches: keyUseOf(text, sink, [match.index, from]) });
    }
  }
  return found;
}

/** The literal that is the key, here or where the variable gets its value. */
function entryIn(
  text: string,
  key: Span,
  language: Language,
  name: string,
  variables: Map<string, readonly AssignedLiteral[]>,
): ConfigEntry | null {
  const literal = literalIn(text, key, language);
  if (literal) return entryOf(name, literal);
  const identifier = identifierIn(text.slice(...key));
  if (identifier === null) return null;
  let all = variables.get(identifier);
  if (all === undefined) variables.set(identifier, (all = literalsAssignedTo(text, identifier, language)));
  // the last one before the call, for several functions may have a variable of that name
  const assigned = all.findLast(({ at }) => at < key[0]) ?? all[0];
  return assigned ? { ...entryOf(identifier, assigned.literal), fallback: assigned.fallback } : null;
}

const NAMED = /\s{0,200}(?:(?:key|secret|signing_?key)\s{0,3}[=:]\s{0,3})?/y;

/** The literal that is all of an argument, but for conversions. */
function literalIn(text: string, [start, end]: Span, language: Language | null): Literal | null {
  NAMED.lastIndex = start;
  NAMED.test(text);
  const literal = convertedLiteralAt(text, NAMED.lastIndex, language);
  if (literal === null || literal.value === '' || literal.end > end) return null;
  const rest = text.slice(literal.end, end);
  return /^(?:u8)?\){0,3}(?:\.\w{1,20}\([\w.]{0,40}\)){0,2}\){0,2}\s{0,200}$/.test(rest) ? literal : null;
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
