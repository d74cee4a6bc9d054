import type { Fallback } from '../model.ts';
import type { Language } from './language.ts';
import { type Literal, literalAt } from './literal.ts';

/** What stands around the value that is meant: `[]byte(x)`, `Encoding.UTF8.GetBytes(x)`, `bytes(x, 'utf-8')`, `Decoders.BASE64.decode(x)`, `base64.b64encode(x)`. */
const CONVERSION =
  /^(?:[\s&*@]{1,20}|(?:key|secret|signing_?key)\s{0,3}[=:]\s{0,3}|\[\]byte\(|(?:[\w.]{1,40}\.)?GetBytes\(|bytes\(|(?:[\w.]{1,20}\.)?b(?:ase)?64_?(?:url_?safe_?)?_?(?:de|en)code\(|\w{1,20}\.BASE64(?:URL)?\.(?:de|en)code\(|Base64\.get\w{0,10}(?:Decoder\(\)\.decode|Encoder\(\)\.encode(?:ToString)?)\(|(?:Convert\.)?FromBase64String\(|Keys\.hmacShaKeyFor\(|new\s{1,3}(?:SecretKeySpec|SymmetricSecurityKey)\(|InMemory::\w{1,20}\()/;
const MAX_CONVERSIONS = 6;

/** An expression without the conversions around it. */
export function withoutConversions(expression: string): string {
  let inner = expression;
  for (let i = 0; i < MAX_CONVERSIONS && CONVERSION.test(inner); i++) inner = inner.replace(CONVERSION, '');
  return inner;
}

/** Longer expressions are not looked through for a literal. */
const MAX_CONVERTED = 300;

/** The literal at an offset, or inside of the conversions that stand there. */
export function convertedLiteralAt(text: string, at: number, language: Language | null): Literal | null {
  const literal = literalAt(text, at, language);
  if (literal !== null) return literal;
  const expression = text.slice(at, at + MAX_CONVERTED);
  const inner = withoutConversions(expression);
  return inner === expression ? null : literalAt(text, at + expression.length - inner.length, language);
}

const IDENTIFIER =
  /^(?:\$this->|self\.|this\.|self::|static::|Self::|[@$])?([A-Za-z_]\w{1,200})(?=\.(?:as_ref|as_bytes|getBytes|toByteArray|encode|bytes|to_s|ToString)\b|[)\s,]|$)/;

/** The variable, field or constant that an expression is, but for conversions. */
export function identifierIn(expression: string): string | null {
  return IDENTIFIER.exec(withoutConversions(expression))?.[1] ?? null;
}

export interface AssignedLiteral {
  /** Where the assignment begins. */
  readonly at: number;
  readonly literal: Literal;
  readonly fallback: Fallback | null;
}

const LOOKUP_WITH_DEFAULT =
  /[\w.:$]{0,60}(?:env|ENV|[gG]et|fetch|config)\w{0,20}\s?\(\s{0,5}["']([\w.:-]{1,100})["']\s{0,3},\s{0,5}(?:default\s?=\s?)?/y;
/** Assignments of one name that are looked at. */
const MAX_ASSIGNMENTS = 200;

/** The literals that are assigned to a name in a text, or stand in for what is looked up there. */
export function literalsAssignedTo(text: string, identifier: string, language: Language): AssignedLiteral[] {
  const found: AssignedLiteral[] = [];
  const assignment = new RegExp(
    `(?<![\\w.$])\\$?${identifier}\\s{0,20}(?::\\s{0,5}[\\w<>&[\\]?'; ]{1,40}|\\s(?:string|\\[\\]byte)\\s{0,5})?:?=(?![=>~])\\s{0,20}`,
    'g',
  );
  let tried = 0;
  for (const match of text.matchAll(assignment)) {
    if (++tried > MAX_ASSIGNMENTS) break;
    const at = match.index + match[0].length;
    const literal = convertedLiteralAt(text, at, language);
    if (literal) {
      if (literal.value.trim() !== '') found.push({ at: match.index, literal, fallback: null });
      continue;
    }
    LOOKUP_WITH_DEFAULT.lastIndex = at;
    const of = LOOKUP_WITH_DEFAULT.exec(text)?.[1];
    const standIn = of === undefined ? null : literalAt(text, LOOKUP_WITH_DEFAULT.lastIndex, language);
    if (standIn && of !== undefined && standIn.value.trim() !== '')
      found.push({ at: match.index, literal: standIn, fallback: { operator: 'lookup', of } });
  }
  return found;
}
