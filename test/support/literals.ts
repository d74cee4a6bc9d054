import type { JavaScriptModule } from '../../src/facts/javascript/module.ts';

/** What a text's literals can be put together to. */
export interface Literals {
  /** Whether a value is one of the literals, or some of them one behind the other. */
  make(value: string): boolean;
}

/** All texts that are written in a program: strings, numbers, parts of templates. */
export function literalsIn(module: JavaScriptModule): Literals {
  const texts = new Set<string>([',']);
  for (const { value } of module.nodes('Literal'))
    if (typeof value === 'string' || typeof value === 'number') texts.add(String(value));
  for (const { value } of module.nodes('TemplateElement')) texts.add(value.cooked ?? '');
  texts.delete('');
  return { make: (value) => isMadeOf(value, texts) };
}

function isMadeOf(value: string, texts: ReadonlySet<string>): boolean {
  const reached = new Set<number>([0]);
  for (let at = 0; at < value.length; at++) {
    if (!reached.has(at)) continue;
    for (const text of texts) if (value.startsWith(text, at)) reached.add(at + text.length);
  }
  return reached.has(value.length);
}

export function isCode(file: string): boolean {
  return /\.[cm]?[jt]s$/.test(file);
}
