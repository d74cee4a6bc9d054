import { splitWords } from '../../secret-names.ts';
import { TALK_WORDS } from '../../secret-words.ts';

/** Tokens that open nothing, or nothing that a JWT secret signs. */
const OTHER_TOKENS: ReadonlySet<string> = new Set([
  'csrf', 'xsrf', 'push', 'device', 'fcm', 'apns', 'cancel', 'cancellation', 'abort', 'page', 'next', 'prev', 'previous', 'continuation', 'sync',
  'cursor', 'max', 'num', 'total', 'prompt', 'completion', 'input', 'output', 'used', 'bot', 'npm', 'github', 'gitlab', 'slack', 'telegram', 'discord', 'stripe',
  'mapbox', 'captcha', 'recaptcha', 'design', 'theme', 'color', 'css', 'lexer', 'syntax', 'current', 'has', 'is', 'no', 'invalid', 'missing', 'expired', 'return', 'returns', 'decoded', 'parsed', 'verified',
]); // prettier-ignore

/** Whether a name is that of a token that lets somebody in: `token`, `accessToken`, `jwt`. */
export function isTokenName(name: string): boolean {
  if (name.length > 60) return false;
  const words = splitWords(name);
  const last = words.at(-1) ?? '';
  if (last !== 'token' && last !== 'tokens' && last !== 'jwt') return false;
  // `shouldRefreshToken`, `getToken`: a statement or a function
  if (words.length > 1 && TALK_WORDS.has(words[0] ?? '')) return false;
  return !words.some((word) => OTHER_TOKENS.has(word));
}

/** What bundlers copy into the code of the browser, by the beginning of a variable's name. */
const INLINED_PREFIXES: readonly string[] = [
  'NEXT_PUBLIC_', 'VITE_', 'REACT_APP_', 'EXPO_PUBLIC_', 'NUXT_PUBLIC_', 'GATSBY_', 'PUBLIC_', 'VUE_APP_', 'PARCEL_PUBLIC_', 'NG_APP_', 'STORYBOOK_',
]; // prettier-ignore

const ANY_PREFIX = new RegExp(INLINED_PREFIXES.join('|'));

/** Whether a text may name a variable that a bundler inlines. */
export function mayInline(text: string): boolean {
  return ANY_PREFIX.test(text);
}

/** The prefix by which a bundler inlines a variable, and its name without it; null where there is none. */
export function inlinedName(name: string): { readonly prefix: string; readonly rest: string } | null {
  const prefix = INLINED_PREFIXES.find((one) => name.startsWith(one) && name.length > one.length);
  return prefix === undefined ? null : { prefix, rest: name.slice(prefix.length) };
}
