import type { ConfigEntry, Span } from '../model.ts';
import { classifyName } from '../secret-names.ts';
import type { Language } from './language.ts';

/** `SECRET_KEY = os.environ.get("SHOP_SECRET")`, `SECRET_KEY = env("SHOP_SECRET")`: a line of its own. */
const HANDED_ON =
  /^[ \t]{0,40}([A-Z][A-Z0-9_]{2,60})[ \t]{0,20}=[ \t]{0,20}[\w.]{0,40}(?:[eE]nv|environ|config)\w{0,20}(?:\.get)?[([][ \t]{0,5}["']([A-Z][A-Z0-9_]{2,80})["']/gm;
const MOST = 200;

/** Settings that take their value from a variable of another name. */
export function findHandedOn(text: string, language: Language | null): ConfigEntry[] {
  const found: ConfigEntry[] = [];
  if (language !== 'python') return found;
  for (const match of text.matchAll(HANDED_ON)) {
    const [, name = '', variable = ''] = match;
    if (name === variable || classifyName([name]) === 'other') continue;
    const end = match.index + match[0].length;
    const span: Span = [end - 1 - variable.length, end - 1];
    found.push({
      keyPath: [name],
      value: '',
      span,
      writtenAs: 'plain',
      format: 'text',
      environment: null,
      fallback: null,
      refersTo: variable,
    });
    if (found.length >= MOST) break;
  }
  return found;
}
