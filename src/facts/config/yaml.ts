import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { environmentNamed } from '../environment-names.ts';
import type { ConfigEntry, ConfigFormat, Span } from '../model.ts';
import { findNamedValues } from '../text/named-values.ts';
import { assignmentIn, assignmentsIn } from './assignment-item.ts';
import { composeValue, isCompose } from './compose.ts';
import { makeEntry } from './entry.ts';
import {
  decodedText,
  isEncodedData,
  isSealed,
  kubernetesObject,
  type KubernetesObject,
} from './kubernetes.ts';
import { MAX_DEPTH, MAX_ENTRIES, MAX_YAML, MAX_YAML_NODES } from './limits.ts';
import { parseYamlDocuments } from './yaml-documents.ts';

/** Reads a file inside a value: a block scalar `config.yaml: |` of a ConfigMap. Null where the name is of no known format. */
export type ReadNested = (path: string, text: string) => readonly ConfigEntry[] | null;

interface Reading {
  readonly text: string;
  readonly entries: ConfigEntry[];
  readonly anchors: Map<string, Node>;
  readonly isTravis: boolean;
  readonly readNested: ReadNested;
  nodes: number;
}

/** What one document, or one object of a list of manifests, is. */
interface Scope {
  readonly format: ConfigFormat;
  readonly environment: string | null;
  readonly kubernetes: KubernetesObject | null;
  readonly inAlias: boolean;
}

/** Read settings from all documents of a YAML file. Broken documents give what can be had of them. */
export function readYaml(
  path: string,
  text: string,
  readNested: ReadNested,
): { entries: ConfigEntry[]; error: string | null } {
  if (text.length > MAX_YAML)
    return { entries: [], error: 'is too large to be read as YAML: looked at as plain text' };
  const isTravis = /(?:^|\/)\.travis\.ya?ml$/.test(path);
  const reading: Reading = { text, entries: [], anchors: new Map(), isTravis, readNested, nodes: 0 };
  const documents = documentsOf(text);
  if (documents === null) return { entries: [], error: 'cannot be read as YAML: looked at as plain text' };
  for (const document of documents) readDocument(reading, path, document);
  if (documents.some((document) => document.errors.length > 0)) addFromText(reading);
  const isCutShort = reading.nodes > MAX_YAML_NODES;
  return { entries: reading.entries, error: isCutShort ? 'has more YAML nodes than are looked at' : null };
}

function documentsOf(text: string): readonly Document[] | null {
  try {
    return parseYamlDocuments(text);
  } catch {
    return null;
  }
}

function readDocument(reading: Reading, path: string, document: Document): void {
  const root = document.contents;
  if (!isNode(root)) return;
  reading.anchors.clear();
  walk(reading, root, [], scopeOf(path, root));
}

/** Templates and merge conflicts break the syntax; lines that still are assignments count. */
function addFromText(reading: Reading): void {
  const known = new Set(reading.entries.map((entry) => entry.span[0]));
  for (const entry of findNamedValues(reading.text, { unquotedColon: true })) {
    if (!known.has(entry.span[0])) reading.entries.push({ ...entry, format: 'yaml' });
  }
}

/* ------------------------------------------------------------------ scopes */

function scopeOf(path: string, root: Node): Scope {
  const none: Scope = { format: 'yaml', environment: null, kubernetes: null, inAlias: false };
  if (!isMap(root)) return none;
  const kubernetes = manifestOf(root);
  if (kubernetes !== null)
    return { ...none, format: 'kubernetes', environment: kubernetes.environment, kubernetes };
  const services = valueAt(root, ['services']);
  const firstService = isMap(services) ? services.items[0]?.value : null;
  if (isCompose(path, keysOf(root), isMap(firstService) ? keysOf(firstService) : []))
    return { ...none, format: 'compose' };
  return { ...none, environment: springProfile(root) };
}

function manifestOf(map: YAMLMap): KubernetesObject | null {
  const fields: Record<string, string> = {};
  for (const key of ['apiVersion', 'kind']) {
    const value = textAt(map, [key]);
    if (value !== null) fields[key] = value;
  }
  return kubernetesObject(fields, textAt(map, ['metadata', 'namespace']));
}

const PROFILES = [
  ['spring', 'profiles'],
  ['spring', 'config', 'activate', 'on-profile'],
  ['spring.profiles'],
  ['spring.config.activate.on-profile'],
] as const;

function springProfile(root: YAMLMap): string | null {
  for (const path of PROFILES) {
    const profile = textAt(root, path);
    if (profile !== null) return environmentNamed(profile) ?? profile;
  }
  return null;
}

function valueAt(map: YAMLMap, path: readonly string[]): unknown {
  let current: unknown = map;
  for (const key of path) {
    if (!isMap(current)) return null;
    current = current.items.find((pair) => keyOf(pair) === key)?.value;
  }
  return current;
}

function textAt(map: YAMLMap, path: readonly string[]): string | null {
  const value = valueAt(map, path);
  return isScalar(value) && typeof value.value === 'string' ? value.value : null;
}

function keysOf(map: YAMLMap): readonly string[] {
  return map.items.slice(0, 1000).map((pair) => keyOf(pair) ?? '');
}

function keyOf(pair: Pair): string | null {
  if (!isScalar(pair.key)) return null;
  return typeof pair.key.value === 'string' ? pair.key.value : (pair.key.source ?? null);
}

/* ------------------------------------------------------------------ the tree */

function walk(reading: Reading, node: unknown, path: readonly string[], scope: Scope): void {
  if (
    !isNode(node) ||
    path.length > MAX_DEPTH ||
    reading.entries.length >= MAX_ENTRIES ||
    ++reading.nodes > MAX_YAML_NODES
  )
    return;
  if (isAlias(node)) return walkAlias(reading, node.source, path, scope);
  if (node.anchor !== undefined && !scope.inAlias) reading.anchors.set(node.anchor, node);
  if (isMap(node)) walkMap(reading, node, path, scope);
  else if (isSeq(node)) node.items.forEach((item, index) => walkItem(reading, item, path, index, scope));
  else if (isScalar(node)) readScalar(reading, node, path, scope);
}

/** An alias is followed, but not those inside of what it stands for: bombs are made of aliases of aliases. */
function walkAlias(reading: Reading, source: string, path: readonly string[], scope: Scope): void {
  const target = reading.anchors.get(source);
  if (target !== undefined && !scope.inAlias) walk(reading, target, path, { ...scope, inAlias: true });
}

function walkMap(reading: Reading, map: YAMLMap, path: readonly string[], scope: Scope): void {
  const setting = settingName(map);
  for (const pair of map.items) {
    const key = keyOf(pair);
    if (key === null) continue;
    // a merge key adds to the map it stands in
    const isMerge = key === '<<';
    const isSetting = setting !== null && VALUE_KEYS.has(key);
    const below = isMerge ? path : isSetting ? [...withoutIndex(path), setting] : [...path, key];
    walk(reading, pair.value, below, scope);
  }
}

const VALUE_KEYS: ReadonlySet<string> = new Set(['value', 'Value', 'default', 'defaultValue']);

/** `- name: JWT_SECRET` beside `value: …` names the value. */
function settingName(map: YAMLMap): string | null {
  if (
    map.items.length > 20 ||
    !map.items.some((pair) => VALUE_KEYS.has(keyOf(pair) ?? '') && isScalar(pair.value))
  )
    return null;
  return textAt(map, ['name']) ?? textAt(map, ['key']) ?? textAt(map, ['Name']) ?? textAt(map, ['Key']);
}

function withoutIndex(path: readonly string[]): readonly string[] {
  return /^\d+$/.test(path.at(-1) ?? '') ? path.slice(0, -1) : path;
}

function walkItem(
  reading: Reading,
  item: unknown,
  path: readonly string[],
  index: number,
  scope: Scope,
): void {
  const manifest = isMap(item) && path.length === 1 && path[0] === 'items' ? manifestOf(item) : null;
  if (manifest !== null) {
    return walk(reading, item, [], {
      ...scope,
      kubernetes: manifest,
      environment: manifest.environment ?? scope.environment,
    });
  }
  if (isScalar(item) && typeof item.value === 'string' && readAssignmentItem(reading, item, path, scope))
    return;
  walk(reading, item, [...path, String(index)], scope);
}

/* ------------------------------------------------------------------ scalars */

/** `- JWT_SECRET=value`. Says whether the item was one. */
function readAssignmentItem(reading: Reading, item: Scalar, path: readonly string[], scope: Scope): boolean {
  const span = spanOf(reading.text, item);
  const written = reading.text.slice(...span);
  const whole = assignmentIn(written);
  if (whole === null) return false;
  const assignments = reading.isTravis ? assignmentsIn(written) : [whole];
  for (const { name, value, span: inner } of assignments) {
    add(reading, scope, { path: [...path, name], value, span: [span[0] + inner[0], span[0] + inner[1]] });
  }
  return assignments.length > 0;
}

function readScalar(reading: Reading, node: Scalar, path: readonly string[], scope: Scope): void {
  const value = valueOf(node);
  if (value === null || (scope.kubernetes !== null && isSealed(scope.kubernetes))) return;
  const span = spanOf(reading.text, node);
  if (scope.kubernetes !== null && isEncodedData(scope.kubernetes, path))
    return readEncoded(reading, path, value, span, scope);
  if (reading.isTravis && path[0] === 'env' && readTravisLine(reading, path, span, scope)) return;
  add(reading, scope, { path, value, span });
  if (isBlock(node) || /\s[\s\S]{0,2000}=|=[\s\S]{0,2000}\s/.test(value.slice(0, 4000)))
    readInside(reading, node, path, span, scope);
}

function readTravisLine(reading: Reading, path: readonly string[], span: Span, scope: Scope): boolean {
  const assignments = assignmentsIn(reading.text.slice(...span));
  for (const { name, value, span: inner } of assignments) {
    add(reading, scope, {
      path: [...withoutIndex(path), name],
      value,
      span: [span[0] + inner[0], span[0] + inner[1]],
    });
  }
  return assignments.length > 0;
}

/** Numbers as they are written, for the consumer gets text; not null and booleans, and nothing under a tag of its own (`!vault`, `!Ref`). */
function valueOf(node: Scalar): string | null {
  if (node.tag !== undefined && !node.tag.startsWith('tag:yaml.org,')) return null;
  if (typeof node.value === 'string') return node.value;
  return typeof node.value === 'number' || typeof node.value === 'bigint'
    ? (node.source ?? String(node.value))
    : null;
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
  const nested = decoded.includes('\n') ? reading.readNested(path.at(-1) ?? '', decoded) : null;
  for (const entry of nested ?? []) {
    reading.entries.push({
      ...entry,
      keyPath: [...path, ...entry.keyPath],
      span,
      writtenAs: 'base64',
      environment: entry.environment ?? scope.environment,
    });
  }
}

/** Files and scripts inside a value, read where they stand so that offsets stay right; indentation does not matter to the readers. */
function readInside(reading: Reading, node: Scalar, path: readonly string[], span: Span, scope: Scope): void {
  const start = isBlock(node) ? reading.text.lastIndexOf('\n', span[0]) + 1 : span[0];
  const inner = reading.text.slice(start, span[1]);
  const nested =
    (isBlock(node) ? reading.readNested(path.at(-1) ?? '', inner) : null) ?? findNamedValues(inner);
  for (const entry of nested) {
    if (reading.entries.length >= MAX_ENTRIES) return;
    reading.entries.push({
      ...entry,
      keyPath: [...path, ...entry.keyPath],
      span: [entry.span[0] + start, entry.span[1] + start],
      environment: entry.environment ?? scope.environment,
    });
  }
}

interface Found {
  readonly path: readonly string[];
  readonly value: string;
  readonly span: Span;
  readonly writtenAs?: 'base64';
}

function add(reading: Reading, scope: Scope, found: Found): void {
  const value = scope.format === 'compose' ? composeValue(found.value) : found.value;
  const { span, writtenAs = 'plain' } = found;
  const entry = makeEntry(reading.text, {
    keyPath: found.path,
    value,
    span,
    format: scope.format,
    environment: scope.environment,
    writtenAs,
  });
  reading.entries.push(entry);
}

function isBlock(node: Scalar): boolean {
  return node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
}

/** The text of a scalar without quotes, and without the header of a block. */
function spanOf(text: string, node: Scalar): Span {
  const [start, end] = node.range ?? [0, 0];
  if (isBlock(node)) return blockSpan(text, start, end);
  const quote = text[start];
  const isQuoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE';
  if (!isQuoted) return [start, end];
  return [start + 1, Math.max(start + 1, end > start + 1 && text[end - 1] === quote ? end - 1 : end)];
}

function blockSpan(text: string, start: number, end: number): Span {
  const header = text.indexOf('\n', start);
  if (header < 0 || header >= end) return [end, end];
  let from = header + 1;
  while (from < end && /\s/.test(text[from] ?? '')) from++;
  let to = end;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return [from, to];
}
