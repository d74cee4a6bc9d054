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
  // Serverless Framework: ${env:X, 'x'}, ${env:X, opt:y, 'x'}
  /^\$\{(?:env|opt|param|self|file|ssm|cf)[:(](?<of>[^,{}'"]{1,200})(?:,\s{0,20}[^,{}'"]{1,200}){0,3},\s{0,20}["'](?<value>[^"']{0,500})["']\s{0,20}\}$/d,
  // Terraform: ${coalesce(var.x, "x")}
  /^\$\{\s{0,20}(?:coalesce|try|lookup)\((?<of>[^"'{}]{1,200}),\s{0,20}"(?<value>[^"]{0,500})"\s{0,20}\)\s{0,20}\}$/d,
  // Helm, Jinja, Liquid: {{ .Values.x | default "x" | quote }}, {{ lookup('env', 'X') | default('x', true) }}
  /^\{\{-?\s{0,20}\(?(?:lookup\('env',\s{0,5}')?(?<of>[\w.$-]{1,200})(?:'\))?[^{}"'`]{0,200}\|\s{0,20}(?:default|d)[\s(:]{1,20}(?:value\s?=\s?)?["'`](?<value>[^"'`]{0,500})["'`](?:\s{0,5},\s{0,5}true)?(?:[\s|)][^{}]{0,200})?-?\}\}$/d,
  // Helm: {{ default "x" .Values.x | b64enc }}, {{ default "x" (index .Values "x") }}
  /^\{\{-?\s{0,20}\(?default\s{1,20}["'`](?<value>[^"'`]{0,500})["'`]\s{1,20}(?<of>[\w.$-]{1,200}|\([^(){}]{1,200}\))(?:[\s|)][^{}]{0,200})?-?\}\}$/d,
  // Helm: {{ coalesce .Values.x .Values.y "x" | quote }}
  /^\{\{-?\s{0,20}\(?coalesce\s{1,20}(?<of>[\w.$-]{1,200})(?:\s{1,20}[\w.$-]{1,200}){0,5}\s{1,20}["'`](?<value>[^"'`]{0,500})["'`](?:[\s|)][^{}]{0,200})?-?\}\}$/d,
  // Jinja: {{ 'x' if a else b }}, {{ b if a else 'x' }}
  /^\{\{-?\s{0,20}["'](?<value>[^"']{0,500})["']\s{1,5}if\s{1,5}[^{}]{1,200}\selse\s{1,5}(?<of>[\w.]{1,200})\s{0,20}-?\}\}$/d,
  /^\{\{-?\s{0,20}(?<of>[\w.]{1,200})\s{1,5}if\s{1,5}[^{}]{1,200}\selse\s{1,5}["'](?<value>[^"']{0,500})["']\s{0,20}-?\}\}$/d,
  // ERB: <%= ENV.fetch("X", "x") %>, <%= ENV["X"] || "x" %>
  /^<%=\s{0,20}ENV\.fetch[\s(]{0,5}["'](?<of>\w{1,200})["']\s{0,5}(?:,|\)\s{0,5}\{)\s{0,5}["'](?<value>[^"']{0,500})["']\s{0,5}[)}]?\s{0,20}-?%>$/d,
  /^<%=\s{0,20}ENV\[["'](?<of>\w{1,200})["']\](?:\.\w{1,20})?\s{0,5}(?:\|\||or)\s{0,5}["'](?<value>[^"']{0,500})["']\s{0,20}-?%>$/d,
  // Spring: #{systemEnvironment['X'] ?: 'x'}
  /^#\{\s{0,10}(?:systemEnvironment|systemProperties|environment)\[['"](?<of>[\w.-]{1,200})['"]\]\s{0,10}\?:\s{0,10}['"](?<value>[^'"]{0,500})['"]\s{0,10}\}$/d,
];

/** Serverless Framework: what stands before the reference that is the default of another. */
const SERVERLESS = /^\$\{(?:env|opt|param|self|file|ssm|cf)[:(]([^,{}'"]{1,200}),\s{0,20}(?=\$\{)/;

/** Read a value that is one reference with a default; null for all else. Defaults that are references again are followed. */
export function defaultOf(value: string, nesting: number = 0): InterpolationDefault | null {
  const first = value[0];
  if (first !== '$' && first !== '{' && first !== '<' && first !== '#') return null;
  const template = templateDefault(value);
  if (template !== null) return template;
  if (!value.startsWith('${') || !isOneReference(value)) return null;
  const chained = nesting < MAX_NESTING ? chainedDefault(value, nesting) : null;
  if (chained !== null) return chained;
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

/** `${env:X, ${opt:y, 'x'}}` */
function chainedDefault(value: string, nesting: number): InterpolationDefault | null {
  const match = SERVERLESS.exec(value);
  if (match === null) return null;
  const start = match[0].length;
  const inner = defaultOf(value.slice(start, -1).trimEnd(), nesting + 1);
  return inner && { of: match[1] ?? inner.of, start: start + inner.start, end: start + inner.end };
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

/** Templates that put out nothing but a text of their own. */
const LITERALS: readonly RegExp[] = [
  /^\{\{-?\s{0,20}["'`](?<value>[^"'`{}]{1,500})["'`](?:\s{0,5}\|[^{}"'`]{0,100})?\s{0,20}-?\}\}$/d,
  /^\{\{-?\s{0,20}(?:b64enc|quote|squote)\s{1,5}["'`](?<value>[^"'`{}]{1,500})["'`](?:\s{0,5}\|[^{}"'`]{0,100})?\s{0,20}-?\}\}$/d,
  /^<%=\s{0,20}["'](?<value>[^"'%]{1,500})["']\s{0,20}-?%>$/d,
];

/** Where the text stands in `{{ "x" | b64enc }}` or `<%= "x" %>`, as offsets; null for all else. */
export function literalOf(value: string): readonly [start: number, end: number] | null {
  if (value.length > MAX_TEMPLATE || !/^(?:\{\{|<%)/.test(value)) return null;
  for (const pattern of LITERALS) {
    const at = pattern.exec(value)?.indices?.groups?.['value'];
    if (at) return at;
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
