import { decodeBase64 } from '../../jwt/base64.ts';
import type { PrivateKeyFact, Span } from '../model.ts';
import { bitLength } from './der.ts';
import { publishedIn } from './published-keys.ts';

const BRACE_OR_TYPE = /[{}]|\bkty\\{0,3}["']?\s{0,20}:\s{0,20}\\{0,3}["'](RSA|EC|OKP|oct)\\{0,3}["']/g;
/** `"d": "…"`, `d: '…'`, `\"d\":\"…\"`; base64url may be broken over lines, as in the RFCs. */
const MEMBER =
  /(?<![\w$])([\w#]{1,10})\\{0,3}["']?\s{0,20}:\s{0,20}\\{0,3}["']([\w\s=+/-]{1,6000})\\{0,3}["']/g;
const MAX_OBJECT = 16 * 1024;
const MAX_NESTING = 200;

/** JSON Web Keys (RFC 7517) with their private members, as JSON, inside JSON strings, or as JavaScript object literals. */
export function findJwks(text: string): PrivateKeyFact[] {
  const found: PrivateKeyFact[] = [];
  for (const { type, span } of keyObjects(text)) {
    const fact = keyOf(type, membersOf(text.slice(...span)), span);
    if (fact !== null) found.push(fact);
  }
  return found;
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

function keyOf(type: string, members: ReadonlyMap<string, string>, span: Span): PrivateKeyFact | null {
  const material = members.get(type === 'oct' ? 'k' : 'd');
  if (material === undefined || !isKeyMaterial(material, type)) return null;
  const bits = bitsOf(type, members, material);
  if (type === 'RSA' && (bits === null || bits < 256)) return null;
  const curve = members.get('crv') ?? null;
  return {
    span,
    form: 'jwk',
    type,
    bits,
    curve,
    encrypted: false,
    material,
    published: publishedIn(material),
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
