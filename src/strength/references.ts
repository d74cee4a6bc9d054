/** Whether a value says that the secret is kept elsewhere, and what it falls back to. */

import { FORMS, INSIDE } from './reference-forms.ts';

const PEM = /^-----(?:BEGIN|END) [A-Z0-9 ]*(?:KEY|CERTIFICATE|PARAMETERS)/;

/** Without one of these signs, or one of these beginnings, nothing is a reference. */
const MARK = /[$%{}#@`:.([<\\]|^(?:__|!|~?\/|-----(?:BEGIN|END)|Ag[A-D]|age1|projects\/)|\/run\//;

/** References are short; anything longer than an encrypted file in a configuration value is none. */
const LONGEST_REFERENCE = 8192;

/** What `value` refers to, in words, or null where it is a value itself. */
export function referenceTo(value: string, inCode: boolean): string | null {
  if (PEM.test(value)) return 'a PEM key, which is no HMAC secret';
  if (value.length > LONGEST_REFERENCE || !MARK.test(value)) return null;
  const form = FORMS.find(
    ({ configOnly, patterns }) => !(configOnly && inCode) && patterns.some((pattern) => pattern.test(value)),
  );
  return form ? `a reference to ${form.to}` : null;
}

/** Whether a part of `value` is filled in from elsewhere. */
export function containsReference(value: string): boolean {
  return (
    value.length <= LONGEST_REFERENCE && /[{(%]/.test(value) && INSIDE.some((pattern) => pattern.test(value))
  );
}

/* ------------------------------------------------------------------ defaults inside references */

/** Defaults in quotes, which cannot be taken for anything else. */
const QUOTED: readonly RegExp[] = [
  // Serverless Framework: ${env:V, 'd'}
  /^\$\{(?:env|opt|self|param|ssm|cf):[^,{}]+,\s*['"]([^'"]+)['"]\}$/,
  // Jinja and Helm: {{ x | default('d') }} {{ x | default "d" }}
  /^\{\{[^{}]+?\|\s*default\s*(?:\(\s*)?["']([^"']+)["'][^{}]*\}\}$/,
  // Helm: {{ default "d" .Values.x }}
  /^\{\{-?\s*default\s+"([^"{}]+)"\s[^{}]*\}\}$/,
  // Go templates: {{ getenv "X" "d" }} {{ envOr "X" "d" }}
  /^\{\{-?\s*(?:getenv|env\w*|keyOrDefault)\s+"[^"{}]+"\s+"([^"{}]+)"[^{}]*\}\}$/,
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
  /^\$\{(?:sm|vault|aws|ssm|gcp|azure|doppler|infisical|terraform|output|appsync|file|env|sys|opt|self|param|sls|cf|secrets?|password|base64|hash|hex|uuid|random|jwt|op|cmd|keyvault)[:/](?![-=])/;

/** The default written into a reference, or null. It runs wherever the variable is not set, so it is judged like any other value. */
export function defaultOf(value: string): string | null {
  if (value.length > LONGEST_REFERENCE || !/^(?:\$\{|\{\{|<%)/.test(value)) return null;
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
