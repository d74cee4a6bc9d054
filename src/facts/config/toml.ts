import { createRequire } from 'node:module';
import type { AST } from 'toml-eslint-parser';
import { findNamedValues } from '../text/named-values.ts';
import { argumentIn } from './assignment-item.ts';
import { asWritten, decode, TOML_ESCAPES, type Decoded } from './decoded.ts';
import { TOO_MANY_ENTRIES, type RawEntry, type RawReading, type ReadNested } from './entry.ts';
import { mayHoldSettings, settingsInside } from './inside.ts';
import { MAX_DEPTH, MAX_ENTRIES, MAX_PARSED } from './limits.ts';
import { NAME_KEYS, VALUE_KEYS, withoutIndex } from './settings-by-name.ts';

const require = createRequire(import.meta.url);

let parser: typeof import('toml-eslint-parser') | null = null;

const FILE = /\.toml$|(?:^|\/)(?:Pipfile|\.cargo\/config|\.sentryclirc)$/;

export function isTomlPath(path: string): boolean {
  return FILE.test(path);
}

interface Reading {
  readonly text: string;
  readonly entries: RawEntry[];
  readonly readNested: ReadNested;
}

/** Read settings from TOML. Text with errors is read line by line, by the names of secrets. */
export function readToml(text: string, _path: string, readNested: ReadNested): RawReading {
  if (text.length > MAX_PARSED)
    return asText(text, 'is too large to be read as TOML: looked at as plain text');
  parser ??= require('toml-eslint-parser') as typeof import('toml-eslint-parser');
  let program: AST.TOMLProgram;
  try {
    program = parser.parseTOML(text.replace(/^\uFEFF/, ' '));
  } catch {
    return asText(text, 'is not valid TOML: looked at as plain text');
  }
  const reading: Reading = { text, entries: [], readNested };
  for (const node of program.body[0].body) {
    const path = node.type === 'TOMLTable' ? node.resolvedKey.map(String) : [];
    const pairs = node.type === 'TOMLTable' ? node.body : [node];
    walkPairs(reading, pairs, path);
  }
  const { entries } = reading;
  return { entries, error: entries.length < MAX_ENTRIES ? null : TOO_MANY_ENTRIES };
}

function asText(text: string, error: string): RawReading {
  return { entries: findNamedValues(text).map((entry) => ({ ...entry, format: 'toml' })), error };
}

function walkPairs(reading: Reading, pairs: readonly AST.TOMLKeyValue[], path: readonly string[]): void {
  const keyed = pairs.map((pair) => ({
    pair,
    keys: pair.key.keys.map((key) => (key.type === 'TOMLBare' ? key.name : key.value)),
  }));
  const name = settingName(keyed);
  for (const { pair, keys } of keyed) {
    const isPart = name !== null && keys.length === 1;
    // the name of a setting is none itself
    if (isPart && NAME_KEYS.has(keys[0] ?? '') && stringOf(pair.value) === name) continue;
    const isSetting = isPart && VALUE_KEYS.has(keys[0] ?? '');
    walkValue(reading, pair.value, isSetting ? [...withoutIndex(path), name] : [...path, ...keys]);
  }
}

/** `name = "JWT_SECRET"` beside `value = "…"` names the value. */
function settingName(pairs: readonly { pair: AST.TOMLKeyValue; keys: readonly string[] }[]): string | null {
  if (pairs.length > 20 || !pairs.some(({ keys }) => keys.length === 1 && VALUE_KEYS.has(keys[0] ?? '')))
    return null;
  const named = pairs.find(({ keys }) => keys.length === 1 && NAME_KEYS.has(keys[0] ?? ''))?.pair.value;
  return named?.type === 'TOMLValue' && named.kind === 'string' ? named.value : null;
}

function walkValue(reading: Reading, node: AST.TOMLContentNode, path: readonly string[]): void {
  if (reading.entries.length >= MAX_ENTRIES || path.length > MAX_DEPTH) return;
  if (node.type === 'TOMLInlineTable') walkPairs(reading, node.body, path);
  else if (node.type === 'TOMLArray')
    node.elements.forEach((element, index) =>
      walkElement(reading, element, [...path, String(index)], stringOf(node.elements[index - 1])),
    );
  else addValue(reading, node, path);
}

function stringOf(node: AST.TOMLContentNode | undefined): string | null {
  return node?.type === 'TOMLValue' && node.kind === 'string' ? node.value : null;
}

/** `["JWT_SECRET=…"]`, `["--jwt-secret", "…"]` */
function walkElement(
  reading: Reading,
  element: AST.TOMLContentNode,
  path: readonly string[],
  previous: string | null,
): void {
  const value = stringOf(element);
  const found = value === null ? null : argumentIn(value, previous);
  if (found === null) return walkValue(reading, element, path);
  const { at } = decodedOf(reading.text, element as AST.TOMLStringValue);
  const span = [at(found.span[0]), at(found.span[1])] as const;
  const keyPath = [...path.slice(0, -1), found.name];
  reading.entries.push({ keyPath, value: found.value, span, format: 'toml' });
}

function addValue(
  { text, entries, readNested }: Reading,
  node: AST.TOMLValue,
  path: readonly string[],
): void {
  if (node.kind === 'string') {
    entries.push({ keyPath: path, value: node.value, span: innerRange(text, node), format: 'toml' });
    if (!node.multiline && !mayHoldSettings(node.value)) return;
    for (const entry of settingsInside(decodedOf(text, node), readNested))
      entries.push({ ...entry, keyPath: [...path, ...entry.keyPath] });
  } else if (node.kind === 'integer' || node.kind === 'float') {
    entries.push({ keyPath: path, value: text.slice(...node.range), span: node.range, format: 'toml' });
  }
}

function decodedOf(text: string, node: AST.TOMLStringValue): Decoded {
  const span = innerRange(text, node);
  const written = text.slice(...span);
  return node.style === 'basic' ? decode(written, span[0], TOML_ESCAPES) : asWritten(written, span[0]);
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
