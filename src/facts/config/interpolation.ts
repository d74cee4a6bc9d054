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
const MAX_TEMPLATE = 1000;

/** References of template languages with a default in quotes; the group `of` names what it stands in for, `value` is the default. */
const TEMPLATES: readonly RegExp[] = [
  // GitHub Actions: ${{ secrets.X || 'x' }}
  /^\$\{\{\s{0,20}(?:secrets|vars|env|inputs)\.(?<of>[\w-]{1,200})\s{0,20}\|\|\s{0,20}'(?<value>[^']{0,500})'\s{0,20}\}\}$/d,
  // Serverless Framework: ${env:X, 'x'}
  /^\$\{(?:env|opt|param|self|file|ssm|cf)[:(](?<of>[^,{}'"]{1,200}),\s{0,20}["'](?<value>[^"']{0,500})["']\s{0,20}\}$/d,
  // Helm, Jinja, Liquid: {{ .Values.x | default "x" | quote }}
  /^\{\{-?\s{0,20}(?<of>[\w.$-]{1,200})\s{0,20}\|\s{0,20}default[\s(:]{1,20}["'](?<value>[^"']{0,500})["'](?:\s{0,5},\s{0,5}true)?\s{0,5}\)?(?:\s{0,5}\|\s{0,5}\w{1,30}){0,5}\s{0,20}-?\}\}$/d,
  // Helm: {{ default "x" .Values.x | b64enc }}
  /^\{\{-?\s{0,20}default\s{1,20}["'](?<value>[^"']{0,500})["']\s{1,20}(?<of>[\w.$-]{1,200})(?:\s{0,5}\|\s{0,5}\w{1,30}){0,5}\s{0,20}-?\}\}$/d,
  // ERB: <%= ENV.fetch("X", "x") %>, <%= ENV["X"] || "x" %>
  /^<%=\s{0,20}ENV\.fetch\(?\s{0,5}["'](?<of>\w{1,200})["']\s{0,5}(?:,|\)\s{0,5}\{)\s{0,5}["'](?<value>[^"']{0,500})["']\s{0,5}[)}]?\s{0,20}-?%>$/d,
  /^<%=\s{0,20}ENV\[["'](?<of>\w{1,200})["']\]\s{0,5}\|\|\s{0,5}["'](?<value>[^"']{0,500})["']\s{0,20}-?%>$/d,
];

/** Read a value that is one reference with a default; null for all else. Defaults that are references again are followed. */
export function defaultOf(value: string, nesting: number = 0): InterpolationDefault | null {
  const first = value[0];
  if (first !== '$' && first !== '{' && first !== '<') return null;
  const template = templateDefault(value);
  if (template !== null) return template;
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

function templateDefault(value: string): InterpolationDefault | null {
  if (value.length > MAX_TEMPLATE) return null;
  for (const pattern of TEMPLATES) {
    const match = pattern.exec(value);
    const at = match?.indices?.groups?.['value'];
    if (match && at) return { of: (match.groups?.['of'] ?? '').trim(), start: at[0], end: at[1] };
  }
  return null;
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

/** A value that is nothing but the value of another variable. */
const REFERENCES: readonly RegExp[] = [
  /^\$\{([A-Z_][\w.-]{0,200})(?::?\?[^{}]{0,300})?\}$/i,
  /^\$([A-Z_]\w{0,200})$/i,
  /^\$\(([A-Z_]\w{0,200})\)$/i,
  /^\$env:([A-Z_]\w{0,200})$/i,
  /^%([A-Z_]\w{0,200})%$/i,
  /^\$\{env[:.]([A-Z_]\w{0,200})\}$/i,
];

/** The variable that a value is taken from as it is: `${NAME}`, `$NAME`, `%NAME%`. */
export function referenceIn(value: string): string | null {
  if (value.length > 300 || !/^[$%]/.test(value)) return null;
  for (const pattern of REFERENCES) {
    const name = pattern.exec(value)?.[1];
    if (name !== undefined) return name;
  }
  return null;
}
