import type { ConfigEntry } from '../model.ts';
import { findNamedValues } from '../text/named-values.ts';
import type { JavaScriptModule } from './module.ts';
import type { Node } from './syntax.ts';

/** A text with fewer settings is a message that mentions one. */
const LEAST_SETTINGS = 3;
const SETTING = /(?:^|\n)[ \t]{0,80}["']?[\w.-]{2,80}["']?[ \t]{0,4}[:=](?!=)/g;
const MAX_TEMPLATE = 64 * 1024;

/**
 * Settings in template literals that hold a whole file or snapshot: what a generator writes into `.env`, what a test expects.
 * They count as literals of the code, by their names.
 */
export function templateEntries(module: JavaScriptModule): ConfigEntry[] {
  return module.nodes('TemplateLiteral').flatMap((node): ConfigEntry[] => {
    const [start, end] = [node.range[0] + 1, node.range[1] - 1];
    if (end - start > MAX_TEMPLATE) return [];
    const text = withoutExpressions(module.text.slice(start, end), node.expressions, start);
    if (!/secret|jwt/i.test(text) || [...text.matchAll(SETTING)].length < LEAST_SETTINGS) return [];
    return findNamedValues(text).map((entry) => ({
      ...entry,
      format: 'code',
      span: [entry.span[0] + start, entry.span[1] + start] as const,
    }));
  });
}

/** Expressions end a line, as `${EOL}` does, and stand for no value; the text keeps its length. */
function withoutExpressions(text: string, expressions: readonly Node[], start: number): string {
  let result = '';
  let from = 0;
  for (const { range } of expressions) {
    const open = text.lastIndexOf('${', range[0] - start);
    const close = text.indexOf('}', range[1] - start) + 1;
    if (open < from || close <= open) continue;
    result += `${text.slice(from, open)}\n${' '.repeat(close - open - 1)}`;
    from = close;
  }
  return result + text.slice(from);
}
