import type { ConfigEntry, Span } from '../model.ts';
import { classifyName } from '../secret-names.ts';

const OBJECT = /^\s{0,100}\{[\s\S]*\}\s{0,100}$/;
const LONGEST = 8000;

/**
 * A setting whose value is an object of JSON that holds the secret, as Hasura has it: `{"type": "HS256", "key": "…"}`. The secret takes
 * the object's place; an object without one, such as an address of keys, is no secret. Keys of RFC 7517 are left to their own reader.
 */
export function withKeyOfObject(text: string, entry: ConfigEntry): ConfigEntry | null {
  const { value, keyPath } = entry;
  if (!value.includes('{') || value.length > LONGEST || !OBJECT.test(value)) return entry;
  const object = classifyName(keyPath) === 'jwt-secret' ? parsed(value) : null;
  if (object === null || 'kty' in object || 'keys' in object) return entry;
  const key = ['key', 'secret'].find((name) => typeof object[name] === 'string');
  return key === undefined ? null : { ...entry, value: String(object[key]), span: spanOf(text, entry, key) };
}

function parsed(value: string): Readonly<Record<string, unknown>> | null {
  try {
    const object: unknown = JSON.parse(value);
    return typeof object === 'object' && object !== null && !Array.isArray(object) ? { ...object } : null;
  } catch {
    return null;
  }
}

/** Where the text of a member stands, whatever the quotes are escaped by; all of the object where that cannot be told. */
function spanOf(text: string, { span }: ConfigEntry, name: string): Span {
  const written = text.slice(...span);
  const member = new RegExp(`\\\\{0,2}"${name}\\\\{0,2}"\\s{0,50}:\\s{0,50}\\\\{0,2}"`).exec(written);
  if (member === null) return span;
  const start = member.index + member[0].length;
  const length = /\\{0,2}"/.exec(written.slice(start))?.index ?? -1;
  return length < 0 ? span : [span[0] + start, span[0] + start + length];
}
