/** The default inside a reference, as offsets into the reference's text. */
export interface InterpolationDefault {
  readonly of: string;
  readonly start: number;
  readonly end: number;
}

/** `${X:-x}` and `${X-x}` of shells, compose and dotenv-expand; `:=` and `=` assign the default as well. */
const SHELL = /^\$\{\s{0,10}([A-Z_]\w{0,200})(?::-|:=|-|=)/i;
/** `${jwt.secret:x}` of Spring, Quarkus and their kin; not the operators of shells. */
const SPRING = /^\$\{\s{0,10}([A-Z_][\w.-]{0,200}):(?![-+?=])/i;
/** Names of generators and of secret stores that share the syntax: `${base64:64}`, `${sm://…}`. */
const GENERATOR =
  /^(?:base64|hex|password|passwd|random|uuid|alnum|secret|rand|env|file|ssm|vault|sm|op|aws|cf|opt|self|param|sys)$/i;
const MAX_NESTING = 5;

/** Read a value that is one reference with a default; null for all else. Defaults that are references again are followed. */
export function defaultOf(value: string, nesting: number = 0): InterpolationDefault | null {
  if (!value.startsWith('${') || !isOneReference(value)) return null;
  const match = SPRING.exec(value) ?? SHELL.exec(value);
  const of = match?.[1];
  if (match === null || of === undefined) return null;
  const start = match[0].length;
  const end = value.length - 1;
  const inner = value.slice(start, end);
  if (SPRING.test(match[0]) && (GENERATOR.test(of) || inner.startsWith('//'))) return null;
  const nested = nesting < MAX_NESTING ? defaultOf(inner, nesting + 1) : null;
  return nested === null ? { of, start, end } : { of, start: start + nested.start, end: start + nested.end };
}

/** The brace that opens first closes last. */
function isOneReference(value: string): boolean {
  let depth = 0;
  for (let i = 1; i < value.length; i++) {
    if (value[i] === '{') depth++;
    else if (value[i] === '}' && --depth === 0) return i === value.length - 1;
  }
  return false;
}
