import { createRequire } from 'node:module';
import type { AST } from 'toml-eslint-parser';
import { findNamedValues } from '../text/named-values.ts';
import { assignmentIn } from './assignment-item.ts';
import { TOO_MANY_ENTRIES, type RawEntry, type RawReading } from './entry.ts';
import { MAX_DEPTH, MAX_ENTRIES, MAX_PARSED } from './limits.ts';
import { NAME_KEYS, VALUE_KEYS, withoutIndex } from './settings-by-name.ts';
import { commandEntries, looksLikeCommand } from './shell/command.ts';
import { asWritten } from './decoded.ts';

const require = createRequire(import.meta.url);

let parser: typeof import('toml-eslint-parser') | null = null;

const FILE = /\.toml$|(?:^|\/)(?:Pipfile|\.cargo\/config|\.sentryclirc)$/;

export function isTomlPath(path: string): boolean {
  return FILE.test(path);
}

/** Read settings from TOML. Text with errors is read line by line, by the names of secrets. */
export function readToml(text: string): RawReading {
  if (text.length > MAX_PARSED)
    return asText(text, 'is too large to be read as TOML: looked at as plain text');
  parser ??= require('toml-eslint-parser') as typeof import('toml-eslint-parser');
  let program: AST.TOMLProgram;
  try {
    program = parser.parseTOML(text.replace(/^\uFEFF/, ' '));
  } catch {
    return asText(text, 'is not valid TOML: looked at as plain text');
  }
  const entries: RawEntry[] = [];
  for (const node of program.body[0].body) {
    const path = node.type === 'TOMLTable' ? node.resolvedKey.map(String) : [];
    const pairs = node.type === 'TOMLTable' ? node.body : [node];
    walkPairs(text, pairs, path, entries);
  }
  return { entries, error: entries.length < MAX_ENTRIES ? null : TOO_MANY_ENTRIES };
}

function asText(text: string, error: string): RawReading {
  return { entries: findNamedValues(text).map((entry) => ({ ...entry, format: 'toml' })), error };
}

function walkPairs(
  text: string,
  pairs: readonly AST.TOMLKeyValue[],
  path: readonly string[],
  entries: RawEntry[],
): void {
  const keyed = pairs.map((pair) => ({
    pair,
    keys: pair.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value)),
  }));
  const name = settingName(keyed);
  for (const { pair, keys } of keyed) {
    const isSetting = name !== null && keys.length === 1 && VALUE_KEYS.has(keys[0] ?? '');
    walkValue(text, pair.value, isSetting ? [...withoutIndex(path), name] : [...path, ...keys], entries);
  }
}

/** `name = "JWT_SECRET"` beside `value = "…"` names the value. */
function settingName(pairs: readonly { pair: AST.TOMLKeyValue; keys: readonly string[] }[]): string | null {
  if (pairs.length > 20 || !pairs.some(({ keys }) => keys.length === 1 && VALUE_KEYS.has(keys[0] ?? '')))
    return null;
  const named = pairs.find(({ keys }) => keys.length === 1 && NAME_KEYS.has(keys[0] ?? ''))?.pair.value;
  return named?.type === 'TOMLValue' && named.kind === 'string' ? named.value : null;
}

function walkValue(
  text: string,
  node: AST.TOMLContentNode,
  path: readonly string[],
  entries: RawEntry[],
): void {
  if (entries.length >= MAX_ENTRIES || path.length > MAX_DEPTH) return;
  if (node.type === 'TOMLInlineTable') walkPairs(text, node.body, path, entries);
  else if (node.type === 'TOMLArray')
    node.elements.forEach((element, index) => walkElement(text, element, path, index, entries));
  else addValue(text, node, path, entries);
}

/** `["JWT_SECRET=…"]` */
function walkElement(
  text: string,
  element: AST.TOMLContentNode,
  path: readonly string[],
  index: number,
  entries: RawEntry[],
): void {
  const assignment =
    element.type === 'TOMLValue' && element.kind === 'string' ? assignmentIn(element.value) : null;
  if (assignment === null) return walkValue(text, element, [...path, String(index)], entries);
  const [start] = innerRange(text, element as AST.TOMLStringValue);
  const span = [start + assignment.span[0], start + assignment.span[1]] as const;
  if (text.slice(...span) === assignment.value)
    entries.push({ keyPath: [...path, assignment.name], value: assignment.value, span, format: 'toml' });
}

function addValue(text: string, node: AST.TOMLValue, path: readonly string[], entries: RawEntry[]): void {
  if (node.kind === 'string') {
    const span = innerRange(text, node);
    entries.push({ keyPath: path, value: node.value, span, format: 'toml' });
    if (!looksLikeCommand(node.value) || text.slice(...span) !== node.value) return;
    for (const entry of commandEntries(asWritten(node.value, span[0])))
      entries.push({ ...entry, keyPath: [...path, ...entry.keyPath] });
  } else if (node.kind === 'integer' || node.kind === 'float') {
    entries.push({ keyPath: path, value: text.slice(...node.range), span: node.range, format: 'toml' });
  }
}

/** Without the quotes, and without the line end that follows three of them. */
function innerRange(
  text: string,
  { range: [start, end], multiline }: AST.TOMLStringValue,
): readonly [number, number] {
  const quotes = multiline ? 3 : 1;
  const lead = multiline
    ? (/^\r?\n/.exec(text.slice(start + quotes, start + quotes + 2))?.[0].length ?? 0)
    : 0;
  return [start + quotes + lead, end - quotes];
}
