import type { Document, Node, Scalar, YAMLMap } from 'yaml';
import type { Span } from '../../model.ts';
import { findNamedValues } from '../../text/named-values.ts';
import { argumentIn, assignmentsIn } from '../assignment-item.ts';
import {
  isJsonText,
  moved,
  onePerPlace,
  TOO_MANY_ENTRIES,
  type RawEntry,
  type RawReading,
  type ReadNested,
} from '../entry.ts';
import { mayHoldSettings } from '../inside.ts';
import { MAX_DEPTH, MAX_ENTRIES, MAX_YAML, MAX_YAML_NODES } from '../limits.ts';
import { NAME_KEYS, parameterOfDefault, VALUE_KEYS, withoutIndex } from '../settings-by-name.ts';
import { readCommands } from '../shell/command.ts';
import { composeValue } from './compose.ts';
import { parseYamlDocuments } from './documents.ts';
import { yaml } from './library.ts';
import { decodedText, isEncodedData, isSealed, nameOfSettings } from './kubernetes.ts';
import { ownKeyOf, secretKeyRef, settingName } from './maps.ts';
import { decodedOf, isBlock, spanOf, valueOf } from './scalars.ts';
import { maskTemplates, type MaskedTemplates } from './templates.ts';
import { manifestOf, scopeOf, type Scope } from './scopes.ts';

interface Reading {
  readonly text: string;
  readonly templates: MaskedTemplates;
  readonly entries: RawEntry[];
  readonly anchors: Map<string, Node>;
  readonly isTravis: boolean;
  readonly readNested: ReadNested;
  nodes: number;
}

/** Read settings from all documents of a YAML file. Broken documents give what can be had of them. */
export function readYaml(text: string, path: string, readNested: ReadNested): RawReading {
  if (text.length > MAX_YAML) return asText(text, 'is too large to be read as YAML: looked at as plain text');
  const isTravis = /(?:^|\/)\.travis\.ya?ml$/.test(path);
  const templates = maskTemplates(text);
  const reading: Reading = {
    text,
    templates,
    entries: [],
    anchors: new Map(),
    isTravis,
    readNested,
    nodes: 0,
  };
  const documents = documentsOf(templates.text);
  if (documents === null) return asText(text, 'cannot be read as YAML: looked at as plain text');
  documents.forEach((document, index) => readDocument(reading, path, document, index));
  if (templates.text !== text || documents.some((document) => document.errors.length > 0))
    addFromText(reading);
  return { entries: reading.entries, error: errorOf(reading) };
}

function errorOf({ nodes, entries }: Reading): string | null {
  if (nodes > MAX_YAML_NODES) return 'has more YAML nodes than are looked at';
  return entries.length >= MAX_ENTRIES ? TOO_MANY_ENTRIES : null;
}

function asText(text: string, error: string): RawReading {
  const found = findNamedValues(text, { unquotedColon: true });
  return { entries: found.map((entry) => ({ ...entry, format: 'yaml' })), error };
}

function documentsOf(text: string): readonly Document[] | null {
  try {
    return parseYamlDocuments(text);
  } catch {
    return null;
  }
}

function readDocument(reading: Reading, path: string, document: Document, index: number): void {
  const root = document.contents;
  if (!yaml().isNode(root)) return;
  reading.anchors.clear();
  walk(reading, root, [], scopeOf(path, root, index));
}

/** Templates and merge conflicts break the syntax; lines that still are assignments count. */
function addFromText(reading: Reading): void {
  const known = new Set(reading.entries.map((entry) => entry.span[0]));
  for (const entry of asText(reading.text, '').entries) {
    const template = reading.templates.around(entry.span[0]);
    if (!known.has(entry.span[0]) && (template === null || !known.has(template))) reading.entries.push(entry);
  }
}

/* ------------------------------------------------------------------ the tree */

function walk(reading: Reading, node: unknown, path: readonly string[], scope: Scope): void {
  if (!yaml().isNode(node) || path.length > MAX_DEPTH || reading.entries.length >= MAX_ENTRIES) return;
  if (++reading.nodes > MAX_YAML_NODES) return;
  if (yaml().isAlias(node)) return walkAlias(reading, node.source, path, scope);
  if (node.anchor !== undefined && !scope.inAlias) reading.anchors.set(node.anchor, node);
  if (yaml().isMap(node)) walkMap(reading, node, path, scope);
  else if (yaml().isSeq(node))
    node.items.forEach((item, index) =>
      walkItem(reading, item, [...path, String(index)], scope, textOf(node.items[index - 1])),
    );
  else if (yaml().isScalar(node)) readScalar(reading, node, path, scope);
}

/** An alias is followed, but not those inside of what it stands for: bombs are made of aliases of aliases. */
function walkAlias(reading: Reading, source: string, path: readonly string[], scope: Scope): void {
  const target = reading.anchors.get(source);
  if (target !== undefined && !scope.inAlias) walk(reading, target, path, { ...scope, inAlias: true });
}

function walkMap(reading: Reading, map: YAMLMap, path: readonly string[], scope: Scope): void {
  addSecretKeyRef(reading, map, path, scope);
  const setting = settingName(map);
  for (const pair of map.items) {
    const written = ownKeyOf(pair, reading.text);
    if (written === null) continue;
    const key = restored(reading, written, pair.key as Scalar);
    // a merge key adds to the map it stands in
    const isMerge = key === '<<';
    const isSetting = setting !== null && VALUE_KEYS.has(key);
    // the name of a setting is none itself
    if (setting !== null && NAME_KEYS.has(key) && textOf(pair.value) === setting) continue;
    const below = isMerge ? path : isSetting ? [...withoutIndex(path), setting] : [...path, key];
    walk(reading, pair.value, below, scope);
  }
}

function restored({ templates }: Reading, value: string, node: Node): string {
  return templates.restore(value, node.range?.[0] ?? 0);
}

function addSecretKeyRef(reading: Reading, map: YAMLMap, path: readonly string[], scope: Scope): void {
  const reference = scope.kubernetes === null ? null : secretKeyRef(map);
  if (reference === null) return;
  const at = map.range?.[0] ?? 0;
  const { name, refersTo } = reference;
  add(reading, scope, { path: [...withoutIndex(path), name], value: '', span: [at, at], refersTo });
}

function textOf(item: unknown): string | null {
  return yaml().isScalar(item) && typeof item.value === 'string' ? item.value : null;
}

function walkItem(
  reading: Reading,
  item: unknown,
  path: readonly string[],
  scope: Scope,
  previous: string | null,
): void {
  const manifest = yaml().isMap(item) && path.length === 2 && path[0] === 'items' ? manifestOf(item) : null;
  if (manifest !== null) {
    const environment = manifest.environment ?? scope.environment;
    return walk(reading, item, [], { ...scope, kubernetes: manifest, environment });
  }
  if (textOf(item) !== null && readArgument(reading, item as Scalar, path.slice(0, -1), scope, previous))
    return;
  walk(reading, item, path, scope);
}

/* ------------------------------------------------------------------ scalars */

/** `- JWT_SECRET=value`, `- --jwt-secret=value`. Says whether the item was one. */
function readArgument(
  reading: Reading,
  item: Scalar,
  path: readonly string[],
  scope: Scope,
  previous: string | null,
): boolean {
  const span = spanOf(reading.text, item);
  const decoded = decodedOf(reading.text.slice(...span), span[0], item);
  const written = decoded.text;
  const whole = isBlock(item) ? null : argumentIn(written, previous);
  if (whole === null) return false;
  if (
    /\s/.test(written) &&
    !reading.isTravis &&
    !/^["']/.test(written.slice(whole.span[0] - 1)) &&
    /script|run|command|cmd|args/i.test(path.at(-1) ?? '')
  )
    return false;
  const assignments = reading.isTravis ? assignmentsIn(written) : [whole];
  for (const { name, value: lines, span: inner } of assignments) {
    const value = lines
      .split('\n')
      .map((line, i) => (i === 0 ? line.trimEnd() : line.trim()))
      .join(' ');
    add(reading, scope, { path: [...path, name], value, span: [decoded.at(inner[0]), decoded.at(inner[1])] });
  }
  return assignments.length > 0;
}

function readScalar(reading: Reading, node: Scalar, path: readonly string[], scope: Scope): void {
  const masked = valueOf(reading.text, node);
  if (masked === null || (scope.kubernetes !== null && isSealed(scope.kubernetes))) return;
  const value = restored(reading, masked, node);
  const span = spanOf(reading.text, node);
  if (scope.kubernetes !== null && isEncodedData(scope.kubernetes, path))
    return readEncoded(reading, path, value, span, scope);
  if (reading.isTravis && path.includes('env') && readTravisLine(reading, path, span, scope)) return;
  add(reading, scope, { path, value, span });
  if (isBlock(node) || languageOf(path) !== undefined || mayHoldSettings(value))
    readInside(reading, node, path, span, scope);
}

function readTravisLine(reading: Reading, path: readonly string[], span: Span, scope: Scope): boolean {
  const assignments = assignmentsIn(reading.text.slice(...span));
  for (const { name, value, span: inner } of assignments) {
    const at: Span = [span[0] + inner[0], span[0] + inner[1]];
    add(reading, scope, { path: [...withoutIndex(path), name], value, span: at });
  }
  return assignments.length > 0;
}

function readEncoded(
  reading: Reading,
  path: readonly string[],
  value: string,
  span: Span,
  scope: Scope,
): void {
  const decoded = decodedText(value);
  if (decoded === null) return add(reading, scope, { path, value, span });
  add(reading, scope, { path, value: decoded, span, writtenAs: 'base64' });
  const nested = reading.readNested(path.at(-1) ?? '', decoded);
  for (const entry of nested ?? []) addNested(reading, scope, path, { ...entry, span, writtenAs: 'base64' });
}

/** Files and scripts inside a value, read where they stand so that offsets stay right; indentation does not matter to the readers. */
function readInside(reading: Reading, node: Scalar, path: readonly string[], span: Span, scope: Scope): void {
  const start = isBlock(node) ? reading.text.lastIndexOf('\n', span[0]) + 1 : span[0];
  const inner = decodedOf(reading.text.slice(start, span[1]), start, node);
  const isFile = isBlock(node) || isJsonText(inner.text) || languageOf(path) !== undefined;
  const file = isFile ? reading.readNested(languageOf(path) ?? path.at(-1) ?? '', inner.text) : null;
  const nested = file ?? onePerPlace(commandsAndNames(inner.text, reading.readNested));
  for (const entry of moved(nested, inner)) {
    if (reading.entries.length >= MAX_ENTRIES) return;
    addNested(reading, scope, path, entry);
  }
}

function commandsAndNames(text: string, readNested: ReadNested): RawEntry[] {
  return [...readCommands(text, readNested), ...findNamedValues(text)];
}

/** Keys of steps that say in which language their text is, as the name of a file. */
const LANGUAGES: ReadonlyMap<string, string> = new Map([
  ['powershell', 'inner.ps1'],
  ['pwsh', 'inner.ps1'],
]);

function languageOf(path: readonly string[]): string | undefined {
  return LANGUAGES.get(path.at(-1) ?? '');
}

function addNested(reading: Reading, scope: Scope, path: readonly string[], entry: RawEntry): void {
  const environment = entry.environment ?? scope.environment;
  reading.entries.push({
    ...entry,
    keyPath: [...path, ...entry.keyPath],
    environment,
    document: scope.document,
    object: nameOfSettings(scope.kubernetes),
  });
}

interface Found {
  readonly path: readonly string[];
  readonly value: string;
  readonly span: Span;
  readonly writtenAs?: 'base64';
  readonly refersTo?: string | null;
}

function add(reading: Reading, scope: Scope, found: Found): void {
  const { path, span, writtenAs = 'plain', refersTo = null } = found;
  const { format, environment, document, kubernetes } = scope;
  const value = format === 'compose' ? composeValue(found.value) : found.value;
  const of = parameterOfDefault(path);
  const fallback = of === null ? null : ({ operator: 'default', of } as const);
  reading.entries.push({
    keyPath: path,
    value,
    span,
    format,
    environment,
    writtenAs,
    fallback,
    refersTo,
    document,
    object: nameOfSettings(kubernetes),
  });
}
