import type { KeyText } from '../../jwt/asymmetric.ts';
import { decodeBase64, utf8 } from '../../jwt/base64.ts';
import type { PrivateKeyFact, PublicKeyFact, Span } from '../model.ts';
import { bitLength } from './der.ts';
import { publishedIn } from './published-keys.ts';
import { first, MAX_KEYS } from './limits.ts';

const BRACE_OR_TYPE = /[{}]|\bkty\\{0,3}["']?\s{0,20}:\s{0,20}\\{0,3}["'](RSA|EC|OKP|oct)\\{0,3}["']/g;
/** `"d": "…"`, `d: '…'`, `\"d\":\"…\"`; base64url may be broken over lines, as in the RFCs. */
const MEMBER =
  /(?<![\w$])([\w#]{1,10})\\{0,3}["']?\s{0,20}:\s{0,20}\\{0,3}["']([\w\s=+/-]{1,6000})\\{0,3}["']/g;
const MAX_OBJECT = 16 * 1024;
const MAX_NESTING = 200;

/** The JSON Web Keys of a text. */
export interface JwkKeys {
  readonly privateKeys: readonly PrivateKeyFact[];
  readonly publicKeys: readonly PublicKeyFact[];
}

/** JSON Web Keys (RFC 7517) as JSON, inside JSON strings, as JavaScript object literals, and wrapped in base64. */
export function findJwks(text: string): JwkKeys {
  const objects = [...plainKeyObjects(text), ...wrappedKeyObjects(text)];
  return {
    privateKeys: objects.flatMap(privateKeyOf),
    publicKeys: objects.filter((key) => privateMember(key) === undefined).flatMap(publicKeyFactOf),
  };
}

interface KeyObject {
  readonly type: string;
  readonly members: ReadonlyMap<string, string>;
  readonly span: Span;
}

function plainKeyObjects(text: string): KeyObject[] {
  if (!text.includes('kty')) return [];
  return [...first(keyObjects(text), MAX_KEYS)].map(({ type, span }) => ({
    type,
    span,
    members: membersOf(text.slice(...span)),
  }));
}

/** Base64 of `{"`, `{ ` and `{\n`, and of `kty` at each of the three ways that bytes fall into groups. */
const WRAPPED_OBJECT = /(?:ey[JA]|ewo)[\w+/-]{60,32768}={0,2}/g;
const WRAPPED_TYPE = /a3R5|t0e[Q-Za-f]|rdH[k-n]/;

function wrappedKeyObjects(text: string): KeyObject[] {
  if (!WRAPPED_TYPE.test(text)) return [];
  return [...first(text.matchAll(WRAPPED_OBJECT), MAX_KEYS)].flatMap((match) => {
    const bytes = WRAPPED_TYPE.test(match[0]) ? decodeBase64(match[0]) : null;
    const inner = bytes === null ? null : utf8(bytes);
    const span: Span = [match.index, match.index + match[0].length];
    // A set of keys stands at one place; a private one among them speaks for it.
    const objects = inner === null ? [] : plainKeyObjects(inner);
    const first = objects.find((key) => privateMember(key) !== undefined) ?? objects[0];
    return first ? [{ ...first, span }] : [];
  });
}

interface OpenObject {
  readonly start: number;
  type: string | null;
}

/** The innermost objects that say `kty`, in one pass over the braces. Braces inside of strings are rare in keys. */
function* keyObjects(text: string): Generator<{ type: string; span: Span }> {
  let open: OpenObject[] = [];
  for (const match of text.matchAll(BRACE_OR_TYPE)) {
    const top = open.at(-1);
    if (match[0] === '{') {
      if (open.length >= MAX_NESTING) open = open.slice(MAX_NESTING / 2);
      open.push({ start: match.index, type: null });
    } else if (match[0] !== '}') {
      if (top !== undefined) top.type ??= match[1] ?? null;
    } else {
      open.pop();
      if (top === undefined || top.type === null) continue;
      for (const outer of open) outer.type = null;
      if (match.index - top.start < MAX_OBJECT) yield { type: top.type, span: [top.start, match.index + 1] };
    }
  }
}

function privateMember({ type, members }: KeyObject): string | undefined {
  return members.get(type === 'oct' ? 'k' : 'd');
}

function privateKeyOf(key: KeyObject): PrivateKeyFact[] {
  const { type, members, span } = key;
  const material = privateMember(key);
  if (material === undefined || !isKeyMaterial(material, type)) return [];
  const bits = bitsOf(type, members, material);
  if (type === 'RSA' && (bits === null || bits < 256)) return [];
  return [
    {
      span,
      form: 'jwk',
      type,
      bits,
      curve: members.get('crv') ?? null,
      encrypted: false,
      material,
      written: null,
      publicKey: publicMembers(key),
      published: publishedIn(material),
    },
  ];
}

function publicKeyFactOf(key: KeyObject): PublicKeyFact[] {
  const text = publicMembers(key);
  return text ? [{ span: key.span, text, written: null }] : [];
}

/** The members that make a public key: RFC 7518 section 6, RFC 8037 section 2. */
const PUBLIC_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  RSA: ['n', 'e'],
  EC: ['crv', 'x', 'y'],
  OKP: ['crv', 'x'],
};

function publicMembers({ type, members }: KeyObject): KeyText | null {
  const names = PUBLIC_MEMBERS[type];
  if (names === undefined || !names.every((name) => members.has(name))) return null;
  const id = members.has('kid') ? ['kid'] : [];
  return {
    jwk: Object.fromEntries([['kty', type], ...[...names, ...id].map((name) => [name, members.get(name)!])]),
  };
}

function bitsOf(type: string, members: ReadonlyMap<string, string>, material: string): number | null {
  if (type !== 'oct' && type !== 'RSA') return null;
  const bytes = decodeBase64(type === 'oct' ? material : (members.get('n') ?? '*'));
  if (bytes === null) return null;
  return type === 'oct' ? bytes.length * 8 : bitLength(bytes);
}

/** Long enough for its type (RFC 7518, section 6) and no word or filler. */
function isKeyMaterial(text: string, type: string): boolean {
  const least = { RSA: 80, EC: 40, OKP: 40 }[type] ?? 16;
  const isWords = /^[a-z_-]+$/i.test(text) || /^[a-z\d]{1,40}(?:[_-][a-z\d]{1,40})+$/.test(text);
  return text.length >= least && decodeBase64(text) !== null && new Set(text).size > 7 && !isWords;
}

function membersOf(object: string): ReadonlyMap<string, string> {
  const members = new Map<string, string>();
  for (const [, name = '', value = ''] of object.matchAll(MEMBER)) {
    if (!members.has(name)) members.set(name, value.replace(/\s/g, '').replace(/={1,2}$/, ''));
  }
  return members;
}
