import { createScanner } from 'jsonc-parser';
import type { ConfigEntry, Span } from '../model.ts';
import { assignmentIn } from './assignment-item.ts';
import { makeEntry, type RawEntry } from './entry.ts';
import { MAX_DEPTH, MAX_ENTRIES } from './limits.ts';

const SKIPPED =
  /(?:^|\/)(?:package-lock|npm-shrinkwrap|composer\.lock|deno\.lock|tsconfig[^/]{0,60}|jsconfig[^/]{0,60}|[^/]{0,80}-lock|[^/]{0,80}\.lock|\.eslintrc|\.prettierrc|angular|nx|lerna|manifest|asset-manifest|components|turbo)\.(?:json5?|jsonc)$|\.(?:map|lock|geojson|topojson|ndjson|webmanifest)$/i;
const TRANSLATIONS =
  /(?:^|\/)(?:i18n|l10n|locales?|lang|langs|languages?|translations?|messages|nls|_locales|phrases)\/[\s\S]{0,300}\.(?:json5?|jsonc|ya?ml)$|(?:^|\/)(?:messages|strings|translations?)[._-][a-z]{2}(?:[_-][a-z]{2,4})?\.(?:json|ya?ml)$/i;

/** Files in JSON or YAML that hold no settings: lock files, compiler options, manifests, and translations. */
export function holdsNoSettings(path: string): boolean {
  return SKIPPED.test(path) || TRANSLATIONS.test(path);
}

/** Kinds of tokens of the scanner, which the library declares as a const enum that isolated modules cannot use. */
const OPEN_BRACE = 1;
const CLOSE_BRACE = 2;
const OPEN_BRACKET = 3;
const CLOSE_BRACKET = 4;
const COMMA = 5;
const COLON = 6;
const STRING = 10;
const NUMBER = 11;
const END = 17;
const UNTERMINATED = 2;

interface Container {
  readonly isArray: boolean;
  key: string;
  index: number;
  /** The last string, which is a key if a colon follows. */
  expectsValue: boolean;
  /** What `name:` or `key:` beside a `value:` says. */
  name: string | null;
  /** Position of the `value:` entry among all entries. */
  valueEntry: number;
}

/**
 * Read settings from JSON, JSONC and JSON5-like text. Works on tokens with a stack of its own, so that broken and deeply nested text
 * gives what can be had instead of an error.
 */
export function readJson(text: string): { entries: ConfigEntry[]; error: string | null } {
  const scanner = createScanner(text, true);
  const raw: RawEntry[] = [];
  const stack: Container[] = [];
  let pendingKey = '';
  let tooDeep = 0;
  for (
    let token: number = scanner.scan();
    token !== END && raw.length < MAX_ENTRIES;
    token = scanner.scan()
  ) {
    const top = stack.at(-1);
    if (token === OPEN_BRACE || token === OPEN_BRACKET) {
      if (stack.length < MAX_DEPTH) stack.push(container(token === OPEN_BRACKET));
      else tooDeep++;
    } else if (token === CLOSE_BRACE || token === CLOSE_BRACKET) {
      if (tooDeep > 0) tooDeep--;
      else closeContainer(stack, raw);
    } else if (tooDeep > 0 || top === undefined) continue;
    else if (token === COMMA) {
      top.index++;
      top.expectsValue = false;
    } else if (token === COLON) {
      top.key = pendingKey;
      top.expectsValue = true;
    } else if (token === STRING || token === NUMBER) {
      if (top.isArray || top.expectsValue) addValue(raw, stack, scanner.getTokenValue(), spanOf(scanner));
      else pendingKey = scanner.getTokenValue();
      if (!top.isArray) top.expectsValue = false;
    }
  }
  while (stack.length > 0) closeContainer(stack, raw);
  return { entries: raw.map((entry) => makeEntry(text, entry)), error: null };
}

type Scanner = ReturnType<typeof createScanner>;

function spanOf(scanner: Scanner): Span {
  const start = scanner.getTokenOffset();
  const end = start + scanner.getTokenLength();
  const token: number = scanner.getToken();
  if (token !== STRING) return [start, end];
  const error: number = scanner.getTokenError();
  return [start + 1, Math.max(start + 1, error === UNTERMINATED ? end : end - 1)];
}

function container(isArray: boolean): Container {
  return { isArray, key: '', index: 0, expectsValue: false, name: null, valueEntry: -1 };
}

function pathOf(stack: readonly Container[]): string[] {
  return stack.map((item) => (item.isArray ? String(item.index) : item.key));
}

function addValue(raw: RawEntry[], stack: readonly Container[], value: string, span: Span): void {
  const top = stack.at(-1);
  if (top === undefined) return;
  const keyPath = pathOf(stack);
  const assignment = top.isArray ? assignmentIn(value) : null;
  if (assignment !== null) {
    const start = span[1] - span[0] === value.length ? span[0] + assignment.span[0] : span[0];
    const end = start === span[0] ? span[1] : span[0] + assignment.span[1];
    raw.push({
      keyPath: [...keyPath.slice(0, -1), assignment.name],
      value: assignment.value,
      span: [start, end],
      format: 'json',
    });
    return;
  }
  if (!top.isArray) {
    if (/^(?:name|key|Name|Key)$/.test(top.key)) top.name = value;
    if (/^(?:value|Value|default|defaultValue)$/.test(top.key)) top.valueEntry = raw.length;
  }
  raw.push({ keyPath, value, span, format: 'json' });
}

/** `{ "key": "JWT_SECRET", "value": "…" }` is one setting. */
function closeContainer(stack: Container[], raw: RawEntry[]): void {
  const closed = stack.pop();
  if (closed === undefined || closed.name === null) return;
  const entry = raw[closed.valueEntry];
  if (entry !== undefined)
    raw[closed.valueEntry] = { ...entry, keyPath: [...withoutIndex(pathOf(stack)), closed.name] };
}

function withoutIndex(path: readonly string[]): readonly string[] {
  return /^\d+$/.test(path.at(-1) ?? '') ? path.slice(0, -1) : path;
}
