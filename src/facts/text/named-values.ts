import { defaultOf } from '../config/interpolation.ts';
import type { ConfigEntry, Span } from '../model.ts';
import type { Language } from './language.ts';
import { literalAt } from './literal.ts';
import { called, optionDefault, pairInText, returned, set } from './named-arguments.ts';
import { entry, literalBehind, type Source } from './named-source.ts';
import { type NameOccurrence, namesOf } from './names.ts';

/** Named values that are looked for in one text. */
export const MAX_NAMED_VALUES: number = 2000;

/** What a text is to `findNamedValues`, where the caller knows more than the text shows. */
export interface NamedValueOptions {
  /** `NAME: value` without quotes counts, as in YAML. */
  readonly unquotedColon?: boolean;
  /** Literals are read by its rules. */
  readonly language?: Language | null;
}

/**
 * Values of secrets in a text of any language, by the name they are written under: assignments, settings, attributes, and defaults of
 * look-ups. Values without quotes count only where the line is nothing but an assignment.
 */
export function findNamedValues(text: string, options: NamedValueOptions = {}): ConfigEntry[] {
  const { unquotedColon = false, language = null } = options;
  const source: Source = { text, isCode: looksLikeCode(text), unquotedColon, language };
  const found: ConfigEntry[] = [];
  for (const name of namesOf(text, language !== null)) {
    const entry = entryAt(source, name);
    if (entry !== null && entry.value.trim() !== '') found.push(entry);
    if (found.length >= MAX_NAMED_VALUES) break;
  }
  return found;
}

const ACCESS_KEY = /access_?key(?:_?id)?["']?\s{0,3}[:=]/i;
/** How far from `accessSecret` the other half of a pair may stand. */
const NEAR = 300;

/** `accessSecret` beside `accessKey`: the pair that clouds hand out. */
function isHalfOfAccessKey(text: string, { name, span }: NameOccurrence): boolean {
  return (
    /access_?secret$/i.test(name) && ACCESS_KEY.test(text.slice(Math.max(0, span[0] - NEAR), span[1] + NEAR))
  );
}

function entryAt(source: Source, name: NameOccurrence): ConfigEntry | null {
  if (isHalfOfAccessKey(source.text, name)) return null;
  return (
    interpolated(source.text, name) ??
    templated(source.text, name) ??
    set(source, name) ??
    optionDefault(source, name) ??
    lookedUp(source, name) ??
    alternative(source, name) ??
    assigned(source, name) ??
    called(source, name) ??
    returned(source, name) ??
    pairInText(source, name) ??
    marked(source, name) ??
    unquoted(source, name)
  );
}

/* ------------------------------------------------------------------ defaults */

/** `${JWT_SECRET:-x}`, `@Value("${jwt.secret:x}")`. */
function interpolated(text: string, name: NameOccurrence): ConfigEntry | null {
  const start = name.span[0] - 2;
  if (start < 0 || !text.startsWith('${', start)) return null;
  const brace = text.slice(start, start + 800).indexOf('}');
  const reference = text.slice(start, start + brace + 1);
  const standIn = brace < 0 ? null : defaultOf(reference);
  if (standIn === null || /[\r\n]/.test(reference)) return null;
  const span: Span = [start + standIn.start, start + standIn.end];
  return entry(standIn.of.split('.'), text.slice(...span), span, {
    operator: 'interpolation',
    of: standIn.of,
  });
}

const TEMPLATE =
  /["']?[ \t]{0,5}[:=][ \t]{0,20}["']?(\{\{[^{}\r\n]{1,300}\}\}|<%=[^%\r\n]{1,300}%>|\$\{\{[^{}\r\n]{1,300}\}\})/dy;

/** `JWT_SECRET: {{ .Values.jwt | default "x" | quote }}`, where templates make no valid YAML. */
function templated(text: string, name: NameOccurrence): ConfigEntry | null {
  TEMPLATE.lastIndex = name.span[1];
  const at = TEMPLATE.exec(text)?.indices?.[1];
  const standIn = at === undefined ? null : defaultOf(text.slice(...at));
  if (at === undefined || standIn === null) return null;
  const span: Span = [at[0] + standIn.start, at[0] + standIn.end];
  return entry(name.keyPath, text.slice(...span), span, { operator: 'interpolation', of: standIn.of });
}

const LOOKUP =
  /(?:env|environ|conf|config|setting|prop|option|fetch|default|get|param|flags?)[\w.]{0,30}(?:<[^<>\r\n]{1,30}>)?\(\s{0,20}(?:&[\w.]{1,60},\s{0,5})?["'`]$/i;
const LOOKUP_DEFAULT =
  /["'`]\s{0,20}(?:,|=>|\)\s{0,5}\{)\s{0,20}(?:cast\s?=\s?\w{1,10},\s{0,5})?(?:default(?:_value|Value)?\s{0,5}[=:]\s{0,5}|fallback\s{0,5}[=:]\s{0,5})?/y;

/** `os.environ.get("JWT_SECRET", "x")`, `env('JWT_SECRET', 'x')`, `viper.SetDefault("jwt.secret", "x")`. */
function lookedUp(source: Source, name: NameOccurrence): ConfigEntry | null {
  if (!LOOKUP.test(source.text.slice(Math.max(0, name.span[0] - 90), name.span[0]))) return null;
  const literal = literalBehind(source, LOOKUP_DEFAULT, name.span[1]);
  return literal && entry(name.keyPath, literal.value, literal.span, { operator: 'lookup', of: name.name });
}

const QUOTED_ALTERNATIVE =
  /["'`]\s{0,5}[)\]]{1,3}(?:\?\.\w{1,30}\(\))?\s{0,20}(?:\.(?:orElse|or_else|getOrElse|unwrap_or(?:_else)?|unwrap_or_default)\(\s{0,5}(?:\|_?\w{0,20}\|\s{0,5})?|\|\||\?\?|\?:|or(?=\s))\s{0,60}/y;
const ALTERNATIVE = /!?\s{0,20}(?:\|\||\?\?|\?:|or(?=\s))\s{0,60}/y;

/** `getenv("X") or "d"`, `env.X || 'd'`, `ENV['X'] ?? 'd'`. */
function alternative(source: Source, name: NameOccurrence): ConfigEntry | null {
  const { text } = source;
  const isQuoted = /["'`]/.test(text[name.span[0] - 1] ?? '');
  if (!isQuoted && name.says !== 'jwt-secret' && !/^(?:process\.|import\.meta\.)?env\./.test(name.name))
    return null;
  const pattern = isQuoted ? QUOTED_ALTERNATIVE : ALTERNATIVE;
  pattern.lastIndex = name.span[1];
  const operator = pattern.exec(text)?.[0].includes('??') ? '??' : '||';
  const literal = literalBehind(source, pattern, name.span[1]);
  return (
    literal && entry(name.keyPath, literal.value, literal.span, { operator, of: name.keyPath.at(-1) ?? null })
  );
}

/* ------------------------------------------------------------------ assignments */

const ASSIGN =
  /\\{0,2}(["'`])?\s{0,3}\]?(?:\s{0,3}:\s{0,5}(?:&?\[\w{1,10};\s?\d{1,6}\]|[A-Za-z&?][\w.<>[\]?&'| ]{0,40})(?=\s{0,5}=)|\s{1,3}(?:string|\[\]byte)(?=\s{0,5}=)|\s{0,5}\{\s{0,5}(?:get|set|init)\b[^{}\r\n]{0,60}\})?\s{0,30}(=>|:=|\?=|\|\|=|\?\?=|=\{(?=["'`])|=(?![=~>])|:(?![:=]))\s{0,60}/y;
/** Signs that set a value only where there is none. */
const WHERE_UNSET: Readonly<Record<string, '||' | '??'>> = { '||=': '||', '??=': '??' };

/** `JWT_SECRET = "x"`, `"jwtSecret": "x"`, `const jwtSecret = []byte("x")`, `secret: String = "x"`, `'secret' => 'x'`. */
function assigned({ text, language }: Source, name: NameOccurrence): ConfigEntry | null {
  ASSIGN.lastIndex = name.span[1];
  const match = ASSIGN.exec(text);
  if (match === null) return null;
  const [, quote, operator = ''] = match;
  const before = text.slice(Math.max(0, name.span[0] - 3), name.span[0]);
  if (operator === '=>' && quote === undefined && language !== 'csharp' && !before.endsWith(':')) return null;
  // the second half of a conditional expression
  if (operator === ':' && /\?\s{0,2}$/.test(before)) return null;
  const literal = literalAt(text, ASSIGN.lastIndex, language);
  if (literal === null || isStartOfWords(text, name.span[0], quote)) return null;
  if (quote === undefined && JOINED.test(literal.value)) return null;
  // the first name of an object
  if (operator === '={' && /^\s{0,10}:/.test(text.slice(literal.end, literal.end + 12))) return null;
  const unset = WHERE_UNSET[operator];
  if (unset !== undefined)
    return entry(name.keyPath, literal.value, literal.span, {
      operator: unset,
      of: name.keyPath.at(-1) ?? null,
    });
  const reference = defaultOf(literal.value);
  if (reference === null) return entry(name.keyPath, literal.value, literal.span);
  const at =
    literal.span[0] +
    text.slice(...literal.span).indexOf(literal.value.slice(reference.start, reference.end));
  const span: Span = [at, at + reference.end - reference.start];
  return entry(name.keyPath, text.slice(...span), span, { operator: 'interpolation', of: reference.of });
}

/** What stands between two texts, the first of which ends in the name and the sign: `'JWT_SECRET=' + secret + '\n'`. */
const JOINED = /^\s{0,5}(?:[+.]|<<)\s|^\.\$/;

/** `"the secret": …` names a phrase: the quote that closes did not open right before the name. */
function isStartOfWords(text: string, start: number, quote: string | undefined): boolean {
  return quote !== undefined && !/["'`.$@\]:/]/.test(text[start - 1] ?? quote);
}

/** Other attributes may stand between the name and the value. */
const ATTRIBUTE =
  /["']\s{1,20}(?:[\w-]{1,30}=["'][^"'<>]{0,80}["']\s{1,20}){0,4}(?:value|content)\s{0,3}=\s{0,3}/y;
const ELEMENT = /\s{0,3}>([^<>\r\n]{1,500})<\//y;

/** Choices and buttons of a form: their value is what is sent when somebody takes them. */
const CHOICE =
  /^<(?:option|button|li|param|data)\b|\btype\s{0,3}=\s{0,3}["']?(?:radio|checkbox|submit|button)\b/i;
const LONGEST_TAG = 600;

/** `<add key="JwtSecret" value="x"/>`, `<jwt.secret>x</jwt.secret>`. */
function marked(source: Source, name: NameOccurrence): ConfigEntry | null {
  const { text } = source;
  const literal = literalBehind(source, ATTRIBUTE, name.span[1]);
  if (literal !== null)
    return CHOICE.test(tagAround(text, name.span[0], literal.end))
      ? null
      : entry(name.keyPath, literal.value, literal.span);
  ELEMENT.lastIndex = name.span[1];
  const value = text[name.span[0] - 1] === '<' ? ELEMENT.exec(text)?.[1] : undefined;
  if (value === undefined) return null;
  const start = ELEMENT.lastIndex - 2 - value.length;
  return entry(name.keyPath, value.trim(), [start, start + value.length]);
}

function tagAround(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - LONGEST_TAG), start);
  const behind = text.slice(start, end + LONGEST_TAG);
  const close = behind.indexOf('>', end - start);
  return (
    before.slice(Math.max(0, before.lastIndexOf('<'))) + behind.slice(0, close < 0 ? end - start : close)
  );
}

/* ------------------------------------------------------------------ values without quotes */

const TIGHT = /=([^\s"'`<>(){};,|&#\\]{1,500}|\$\{[^{}\s]{1,300}\})(?=[\s"'`<#]|\\n|$)/dy;
const LOOSE =
  /[ \t]{1,40}=[ \t]{0,40}([^\s"'`<>(){};,|&#\\]{1,500})(?=[ \t]{0,40}(?:#.{0,500})?(?:\r?\n|$))/dy;
const COLON =
  /["']?:[ \t]{1,40}([^\s"'`<>(){}[\];,|&*!#\\]{1,500})(?=[ \t]{0,40}(?:#.{0,500})?(?:\r?\n|$))/dy;
const DOCKER = /[ \t]{1,40}([^\s"'`<>(){};,|&#\\=]{1,500})(?=[ \t]{0,40}(?:\r?\n|$))/dy;
/** What may stand before a name on its line so that the line is nothing but an assignment. */
const LINE_START =
  /^[ \t]{0,100}(?:(?:[-*>|$]|#{1,2}|\/\/|RUN|ENV|ARG|set|export|setx|declare|local|env|-e|--env)[ \t]{1,20}){0,3}$/;
const SHELL_FLAG =
  /(?:^|\s)(?:-e|--env|-D|--|-D\s|--from-literal=?|export|env|ENV|ARG|cross-env|echo|&&|;)[ \t]{0,5}["']?$/;
const TYPE_WORDS =
  /^(?:string|str|text|bool|boolean|number|int|integer|any|unknown|object|bytes|byte|required|optional|true|false|null|nil|none|undefined|yes|no|secretstr|char|varchar|password)[?;]?$/i;
const CODE_PATH = /^[A-Z_$][\w$]{0,100}(?:(?:\.|->|::)[A-Z_$][\w$]{0,100}){1,20}$/i;
const CODE_START = /^(?:process\.|os\.|System\.|env\.|ENV\[|this\.|self\.|@|&|new$|await$|None$)/;

function unquoted(source: Source, name: NameOccurrence): ConfigEntry | null {
  const { text } = source;
  const near = text.slice(Math.max(0, name.span[0] - 200), name.span[0]);
  const before = near.slice(near.lastIndexOf('\n') + 1);
  const isLine = LINE_START.test(before);
  const span = unquotedValue(source, name, before, isLine);
  const value = span === null ? '' : text.slice(...span);
  if (span === null || TYPE_WORDS.test(value) || CODE_START.test(value)) return null;
  if (CODE_PATH.test(value) && !isSettingName(name.name)) return null;
  const reference = defaultOf(value);
  if (reference === null) return entry(name.keyPath, value, span);
  const inner: Span = [span[0] + reference.start, span[0] + reference.end];
  return entry(name.keyPath, text.slice(...inner), inner, { operator: 'interpolation', of: reference.of });
}

function unquotedValue(source: Source, name: NameOccurrence, before: string, isLine: boolean): Span | null {
  const { text, isCode } = source;
  const isTightPlace =
    isLine || SHELL_FLAG.test(before) || (isVariableName(name.name) && /(?:[\s"'`>]|\\[nrt])$/.test(before));
  const isProgram = isCode && !SHELL_FLAG.test(before) && !/[`#*]|\/\//.test(before);
  const tight = isTightPlace && !isProgram ? valueOf(TIGHT, text, name.span[1]) : null;
  if (tight !== null || !isLine || isCode) return tight;
  const loose = isSettingName(name.name) ? valueOf(LOOSE, text, name.span[1]) : null;
  if (loose !== null) return loose;
  if (/\bENV[ \t]{1,20}$/.test(before)) return valueOf(DOCKER, text, name.span[1]);
  return source.unquotedColon || isVariableName(name.name) ? valueOf(COLON, text, name.span[1]) : null;
}

function valueOf(pattern: RegExp, text: string, at: number): Span | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.indices?.[1] ?? null;
}

/** The way names look in settings: `JWT_SECRET`, `jwt.secret`, `signing-key`. */
function isSettingName(name: string): boolean {
  return isVariableName(name) || (/[.-]/.test(name) && name === name.toLowerCase());
}

function isVariableName(name: string): boolean {
  return /^[A-Z][A-Z0-9_]{2,}$/.test(name);
}

const CODE_LINE =
  /^[ \t]{0,40}(?:import |from \w|package |func |def |class |public |private |protected |using |namespace |#include|require[ (]|use \w|fn |pub |let |const |var |function |<\?php|@\w)/m;

const PROSE = /```|<(?:!doctype html|html|body|div|pre|p|table)[\s>]/i;

/** Whether a text is a program rather than settings or prose; Markdown and HTML with programs in them are prose. */
function looksLikeCode(text: string): boolean {
  const sample = text.slice(0, 100_000);
  return !PROSE.test(sample) && CODE_LINE.test(sample);
}
