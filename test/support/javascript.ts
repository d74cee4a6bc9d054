import { collectJavaScript, type JavaScriptFacts } from '../../src/facts/javascript/collect.ts';
import { parseJavaScript } from '../../src/project/parse-javascript.ts';

/** The facts of a program given as text; throws where it does not parse. */
export function factsOf(code: string, language: 'js' | 'jsx' | 'ts' | 'tsx' = 'ts'): JavaScriptFacts {
  const source = parseJavaScript(code, language);
  if (!source) throw new Error(`not a program: ${code}`);
  return collectJavaScript(source);
}

/** Literals as `evidence:value`, with `?operator` where they are fallbacks and `+` where they are parts. */
export function literalsOf(code: string, language?: 'js' | 'jsx' | 'ts' | 'tsx'): string[] {
  return factsOf(code, language).literals.map(({ evidence, value, fallback, partial }) => {
    const suffix = `${fallback ? `?${fallback.operator}` : ''}${partial ? '+' : ''}`;
    return `${evidence}:${value}${suffix}`;
  });
}
