import type { TSESTree } from '@typescript-eslint/types';
import { createRequire } from 'node:module';
import { isTooDeep } from './nesting.ts';
import { isCostly } from './parse-cost.ts';
import type { JavaScriptSource, ScopeManager } from '../facts/javascript/module.ts';

const require = createRequire(import.meta.url);

interface OxcParser {
  parseSync(
    name: string,
    text: string,
    options: { lang: string; astType: 'ts'; range: true; sourceType: string; preserveParens: false },
  ): { program: unknown; errors: readonly unknown[] };
}

/** The parser and the scope analysis take a quarter of a second to load: only when a file needs them. */
let parser: OxcParser | null = null;
let analyze: ((ast: TSESTree.Program, options: { sourceType: 'module'; lib: [] }) => unknown) | null = null;

/** The language of a file by its name; `script` for the script block of a component. */
export type JavaScriptLanguage = 'js' | 'jsx' | 'ts' | 'tsx';

/** Files beyond this are bundles: looked at as text only. */
export const MAX_PARSED_LENGTH: number = 1024 * 1024;

/** Parse JavaScript or TypeScript with its scopes; null where the text is no valid program in any reading. */
export function parseJavaScript(text: string, language: JavaScriptLanguage): JavaScriptSource | null {
  if (text.length > MAX_PARSED_LENGTH || isTooDeep(text) || isCostly(text)) return null;
  parser ??= require('oxc-parser') as OxcParser;
  for (const [lang, sourceType] of readings(language)) {
    const parsed = tryParse(parser, text, lang, sourceType);
    if (parsed === 'nonsense') return null;
    if (parsed) return withScopes(text, parsed);
  }
  return null;
}

/** The program with its scopes, which are analysed when somebody asks for them. */
function withScopes(text: string, ast: TSESTree.Program): JavaScriptSource {
  let scopeManager: ScopeManager | null = null;
  return {
    text,
    ast,
    get scopeManager() {
      scopeManager ??= scopesOf(ast);
      return scopeManager;
    },
  };
}

function scopesOf(ast: TSESTree.Program): ScopeManager {
  analyze ??= (require('@typescript-eslint/scope-manager') as { analyze: NonNullable<typeof analyze> })
    .analyze;
  try {
    return analyze(ast, { sourceType: 'module', lib: [] }) as ScopeManager;
  } catch {
    // Deeper than the analysis can follow: names stay unresolved.
    return { scopes: [] };
  }
}

/** Flow and JSX in `.js`, sloppy scripts, type-only syntax in odd places: each reading is cheap when the first one fits. */
function readings(language: JavaScriptLanguage): [lang: string, sourceType: string][] {
  const first = language === 'js' ? 'jsx' : language;
  return [
    [first, 'module'],
    [first, 'script'],
    ...(language === 'js'
      ? [
          ['ts', 'module'],
          ['tsx', 'module'],
        ]
      : []),
  ] as [string, string][];
}

/** More mistakes than any other reading of the text could mend. */
const NONSENSE = 30;

function tryParse(
  oxc: OxcParser,
  text: string,
  lang: string,
  sourceType: string,
): TSESTree.Program | 'nonsense' | null {
  try {
    const result = oxc.parseSync(`file.${lang}`, text, {
      lang,
      astType: 'ts',
      range: true,
      sourceType,
      preserveParens: false,
    });
    if (result.errors.length > NONSENSE) return 'nonsense';
    return result.errors.length === 0 ? (result.program as TSESTree.Program) : null;
  } catch {
    return null;
  }
}
