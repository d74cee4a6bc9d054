import { isJavaScriptPath, scriptOf } from '../facts/collect.ts';
import type { JavaScriptSource } from '../facts/javascript/module.ts';
import { parseJavaScript } from './parse-javascript.ts';

/** The syntax tree of a module that an import leads to; null where it is no code. */
export function parseScript(path: string, text: string): JavaScriptSource | null {
  if (!isJavaScriptPath(path)) return null;
  const script = scriptOf(path, text);
  return script && parseJavaScript(script.text, script.language);
}
