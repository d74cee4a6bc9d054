import type { KeyEncoding } from '../../model.ts';

/** Calls that hand on their first argument as key bytes or text; the value is how they read a text. */
export const CONVERSIONS: ReadonlyMap<string, KeyEncoding | null> = new Map([
  ['String', null], ['Buffer', 'utf8'], ['createSecretKey', null], ['crypto.createSecretKey', null],
  ['Uint8Array.from', null], ['Object.freeze', null], ['Promise.resolve', null], ['structuredClone', null],
  ['base64url.decode', 'base64url'], ['jose.base64url.decode', 'base64url'], ['atob', 'base64'], ['utf8ToBytes', 'utf8'],
  ['Redacted.make', null], ['Secret.fromString', null], ['toRaw', null], ['unref', null],
]); // prettier-ignore

/** Calls whose result has the members of their arguments, and which of them: the later ones count more. */
const KEEPING_CALLS: ReadonlyMap<string, readonly [start: number, end?: number]> = new Map([
  ['Object.freeze', [0, 1]], ['Object.seal', [0, 1]], ['defineConfig', [0, 1]], ['structuredClone', [0, 1]],
  ['deepFreeze', [0, 1]], ['registerAs', [1, 2]], ['Object.assign', [0]], ['merge', [0]], ['_.merge', [0]], ['defaultsDeep', [0]],
  ['_.defaultsDeep', [0]], ['_.defaults', [0]], ['deepmerge', [0]], ['deepMerge', [0]], ['defu', [0]],
]); // prettier-ignore

export function argumentsKept(callee: string): readonly [start: number, end?: number] | null {
  return KEEPING_CALLS.get(callee) ?? null;
}

/** Functions that make a key of a secret, by the last name of the way to them, and which argument the secret is. */
const DERIVATIONS: ReadonlyMap<string, number> = new Map([
  ['scryptSync', 0], ['pbkdf2Sync', 0], ['hkdfSync', 1], ['hkdf', 1], ['sha256', 0], ['sha512', 0], ['SHA256', 0], ['SHA512', 0], ['md5', 0], ['MD5', 0],
]); // prettier-ignore

export function secretOfDerivation(callee: string): number | null {
  return DERIVATIONS.get(callee.slice(callee.lastIndexOf('.') + 1)) ?? null;
}

/** Methods that hand on their receiver. */
export const TRANSPARENT_METHODS: ReadonlySet<string> = new Set([
  'trim', 'trimEnd', 'trimStart', 'toString', 'valueOf', 'normalize', 'toLowerCase', 'toUpperCase', 'asString', 'required',
]); // prettier-ignore

export const FILE_READERS: RegExp = /(?:^|\.)(?:readFile(?:Sync)?|readTextFile(?:Sync)?)$/;
export const RANDOM_SOURCES: RegExp =
  /(?:^|\.)(?:randomBytes|randomUUID|getRandomValues|nanoid|uuid|uuidv4|v4|generateSecret|generateKeySync)$/;

/** Imported functions that hand on their first argument, by the last name of the way to them. */
export function isConversion(name: string | undefined): boolean {
  return name === 'createSecretKey' || name === 'from' || name === 'encode' || name === 'freeze';
}
