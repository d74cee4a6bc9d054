/**
 * Defaults written into references. The value runs wherever the variable is not set, so it is judged like any other.
 */

/** Defaults in quotes, which cannot be taken for anything else. */
const QUOTED: readonly RegExp[] = [
  // Serverless Framework: ${env:V, 'd'}
  /^\$\{(?:env|opt|self|param|ssm|cf):[^,{}]+,\s*['"]([^'"]+)['"]\}$/,
  // Jinja and Helm: {{ x | default('d') }} {{ x | default "d" }}
  /^\{\{[^{}|]+\|\s*default\s*(?:\(\s*)?["']([^"']+)["'][^{}]*\}\}$/,
  // GitHub: ${{ secrets.X || 'd' }}
  /^\$\{\{[^{}|]+\|\|\s*'([^']+)'\s*\}\}$/,
  // ERB: <%= ENV.fetch("X", "d") %> <%= ENV["X"] || "d" %>
  /^<%=[^%]*(?:,|\|\|)\s*["']([^"']+)["']\s*(?:\)\s*)?-?%>$/,
];

const AFTER_OPERATOR: readonly RegExp[] = [
  // shell and compose: ${V:-d} ${V:=d} ${V-d} ${V=d}
  /^\$\{[A-Z_]\w*:[-=]([\s\S]+)\}$/i,
  /^\$\{[A-Z_][A-Z0-9_]*[-=]([\s\S]+)\}$/,
  // Spring and Micronaut: ${a.b-c:d}
  /^\$\{[A-Z_][\w.-]*:(?![-=?+])([\s\S]+)\}$/i,
];

/** Names before the colon that are generators or back ends: what follows is an address or a length, not a default. */
const SCHEME =
  /^\$\{(?:sm|vault|aws|ssm|gcp|azure|file|env|opt|self|param|cf|secrets?|password|base64|hash|hex|uuid|random|jwt|op|cmd|keyvault)[:/](?![-=])/;

const LONGEST = 8192;

/** The default inside a reference, or null. */
export function defaultOf(value: string): string | null {
  if (value.length > LONGEST || !/^(?:\$\{|\{\{|<%)/.test(value)) return null;
  const quoted = firstGroup(QUOTED, value);
  if (quoted !== null) return quoted;
  if (SCHEME.test(value)) return null;
  const found = firstGroup(AFTER_OPERATOR, value);
  return found !== null && isWhole(found) ? found : null;
}

function firstGroup(patterns: readonly RegExp[], value: string): string | null {
  for (const pattern of patterns) {
    const found = pattern.exec(value)?.[1];
    if (found !== undefined) return found;
  }
  return null;
}

/** Not a list or an object, and not the end of one reference and the beginning of the next. */
function isWhole(text: string): boolean {
  if (/^[[{]/.test(text)) return false;
  return !/[{}]/.test(text) || /^\$\{[\s\S]*\}$/.test(text);
}
