import type { ConfigEntry } from '../model.ts';
import { literalAt } from './literal.ts';
import { entry, literalBehind, type Source } from './named-source.ts';
import type { NameOccurrence } from './names.ts';

/* ------------------------------------------------------------------ a name and its value as arguments */

const SETTER =
  /(?:\bdefine|\b(?:use)?set[\w.]{0,30}|\bput(?:env)?|\bMap\.(?:of|entry)|\benvironment|\b(?:buildConfig|res)\w{0,10})\(\s{0,20}(?:["']?[\w.]{1,60}["']?,\s{0,10}){0,2}["'`]$/i;
const SYMBOL_SETTER = /\bset\s{1,5}:$/;
/** The name is the key of a pair: `{ "a", "x" }` of C#, `"a" to "x"` of Kotlin. */
const PAIR = /\{\s{0,10}"$/;
const SECOND_ARGUMENT = /["'`]?\s{0,20},\s{0,20}/y;
const TO = /"\s{1,10}to\s{1,10}/y;

/** `define('JWT_SECRET', 'x')`, `System.setProperty("jwt.secret", "x")`, `Map.of("jwt.secret", "x")`. */
export function set(source: Source, name: NameOccurrence): ConfigEntry | null {
  const { text, language } = source;
  const before = text.slice(Math.max(0, name.span[0] - 160), name.span[0]);
  if (language === 'kotlin' && before.endsWith('"')) {
    const paired = literalBehind(source, TO, name.span[1]);
    if (paired !== null) return entry(name.keyPath, paired.value, paired.span);
  }
  const isSet =
    (SETTER.test(before) && !/setdefault\([^()]{0,60}$/i.test(before)) ||
    (language === 'ruby' && SYMBOL_SETTER.test(before)) ||
    (language === 'csharp' && PAIR.test(before));
  const literal = isSet ? literalBehind(source, SECOND_ARGUMENT, name.span[1]) : null;
  return literal && withoutInnerQuotes(text, entry(name.keyPath, literal.value, literal.span));
}

/** `"\"x\""` is a piece of source that a build writes. */
function withoutInnerQuotes(text: string, found: ConfigEntry): ConfigEntry {
  const { value, span } = found;
  const isCode = /^"[^"]{1,500}"$/.test(value) && text.startsWith('\\"', span[0]);
  return isCode ? { ...found, value: value.slice(1, -1), span: [span[0] + 2, span[1] - 2] } : found;
}

const CALL = /\(\s{0,10}(?=["'])/y;

/** `.jwtSecret("x")`, `.setJwtSecret("x")`: builders and setters, whose only argument is the value. */
export function called(source: Source, name: NameOccurrence): ConfigEntry | null {
  const { text, language } = source;
  const isMethod = language === 'java' || language === 'kotlin' || language === 'csharp';
  if (!isMethod || name.says !== 'jwt-secret' || /^(?:get|is|find|load)/i.test(name.keyPath.at(-1) ?? ''))
    return null;
  const isMember = text[name.span[0] - 1] === '.' || name.name.includes('.');
  const literal = isMember ? literalBehind(source, CALL, name.span[1]) : null;
  const isOnly = literal !== null && /^\s{0,10}\)/.test(text.slice(literal.end, literal.end + 20));
  return isOnly ? entry(name.keyPath.slice(-1), literal.value, literal.span) : null;
}

/* ------------------------------------------------------------------ defaults beside a name */

/** `add_argument("--jwt-secret", default="x")`, `name = "jwt.secret", defaultValue = "x"`, `env:"JWT_SECRET" envDefault:"x"`. */
const OPTION_DEFAULT =
  /["'](?:\s{0,10},\s{0,20}(?:\w{1,30}\s{0,3}=\s{0,3}["']?[\w.-]{1,60}["']?\s{0,3},\s{0,20}){0,3}default(?:_value|Value|_value_t)?\s{0,5}=\s{0,5}|\s{1,5}(?:envDefault|default|env-default):)/y;

export function optionDefault(source: Source, name: NameOccurrence): ConfigEntry | null {
  const literal = literalBehind(source, OPTION_DEFAULT, name.span[1]);
  return literal && entry(name.keyPath, literal.value, literal.span, { operator: 'lookup', of: name.name });
}

/* ------------------------------------------------------------------ functions and texts */

const RETURN = /\(\)\s{0,5}(?:->|:)?\s{0,5}[\w&'<>[\]?]{0,30}\s{0,5}\{\s{0,60}(?:return\s{1,5})?/y;

/** `fn default_jwt_secret() -> String { "x".into() }`: a function that gives nothing else. */
export function returned(source: Source, name: NameOccurrence): ConfigEntry | null {
  if (source.language === null || name.says !== 'jwt-secret') return null;
  RETURN.lastIndex = name.span[1];
  if (!RETURN.test(source.text)) return null;
  const literal = literalAt(source.text, RETURN.lastIndex, source.language);
  const rest = literal === null ? '' : source.text.slice(literal.end, literal.end + 60);
  const isAll = /^(?:\.\w{1,20}\(\))?\)?;?\s{0,60}\}/.test(rest);
  return literal !== null && isAll ? entry(name.keyPath, literal.value, literal.span) : null;
}

const WHOLE_PAIR = /=([^\s"'`&%${}\\]{1,500})(["'`])/y;

/** `"jwt.secret=x"`: a text of code that is a pair. */
export function pairInText({ text, isCode }: Source, name: NameOccurrence): ConfigEntry | null {
  const quote = text[name.span[0] - 1];
  if (!isCode || quote === undefined || !/["'`]/.test(quote)) return null;
  WHOLE_PAIR.lastIndex = name.span[1];
  const match = WHOLE_PAIR.exec(text);
  const value = match?.[1];
  if (
    value === undefined ||
    match?.[2] !== quote ||
    /^\s{0,5}[+.]/.test(text.slice(WHOLE_PAIR.lastIndex, WHOLE_PAIR.lastIndex + 6))
  )
    return null;
  const start = name.span[1] + 1;
  return entry(name.keyPath, value, [start, start + value.length]);
}
