import type { Pair, YAMLMap } from 'yaml';
import { yaml } from './library.ts';
import { NAME_KEYS, VALUE_KEYS } from '../settings-by-name.ts';

export function keyOf(pair: Pair): string | null {
  if (!yaml().isScalar(pair.key)) return null;
  return typeof pair.key.value === 'string' ? pair.key.value : (pair.key.source ?? null);
}

/** The key as it stands on its own line: wrongly indented, it is joined to the value above it, which is no part of its name. */
export function ownKeyOf(pair: Pair, text: string): string | null {
  const key = keyOf(pair);
  if (key === null || !yaml().isScalar(pair.key) || pair.key.type !== 'PLAIN') return key;
  const [start, end] = pair.key.range ?? [0, 0];
  const cut = text.slice(start, end).search(/[\r\n][^\r\n]*$/);
  return cut < 0 ? key : text.slice(start + cut, end).trim();
}

export function keysOf(map: YAMLMap): readonly string[] {
  return map.items.slice(0, 1000).map((pair) => keyOf(pair) ?? '');
}

export function valueAt(map: YAMLMap, path: readonly string[]): unknown {
  let current: unknown = map;
  for (const key of path) {
    if (yaml().isSeq(current)) {
      current = current.items[Number(key)];
      continue;
    }
    if (!yaml().isMap(current)) return null;
    current = current.items.find((pair) => keyOf(pair) === key)?.value;
  }
  return current;
}

export function textAt(map: YAMLMap, path: readonly string[]): string | null {
  const value = valueAt(map, path);
  return yaml().isScalar(value) && typeof value.value === 'string' ? value.value : null;
}

/** `- name: JWT_SECRET` beside `value: …` names the value. */
export function settingName(map: YAMLMap): string | null {
  const hasValue = map.items.some((pair) => VALUE_KEYS.has(keyOf(pair) ?? '') && yaml().isScalar(pair.value));
  if (map.items.length > 20 || !hasValue) return null;
  const patched = patchedName(map);
  if (patched !== null) return patched;
  for (const pair of map.items) {
    if (
      NAME_KEYS.has(keyOf(pair) ?? '') &&
      yaml().isScalar(pair.value) &&
      typeof pair.value.value === 'string'
    )
      return pair.value.value;
  }
  return null;
}

/** `{ op: add, path: /data/JWT_SECRET, value: … }` of a JSON patch. */
function patchedName(map: YAMLMap): string | null {
  const path = textAt(map, ['op']) === null ? null : textAt(map, ['path']);
  const name = path?.split('/').at(-1) ?? '';
  return /^\d*$|^-$|^value$/.test(name) ? null : name.replaceAll('~1', '/').replaceAll('~0', '~');
}

/** `- name: JWT_SECRET, valueFrom: { secretKeyRef: { name: api, key: salt } }` takes its value from a key of another object. */
export function secretKeyRef(map: YAMLMap): { name: string; refersTo: string } | null {
  const name = textAt(map, ['name']);
  for (const kind of ['secretKeyRef', 'configMapKeyRef']) {
    const key = textAt(map, ['valueFrom', kind, 'key']);
    if (name !== null && key !== null)
      return { name, refersTo: `${textAt(map, ['valueFrom', kind, 'name']) ?? ''}/${key}` };
  }
  return null;
}
