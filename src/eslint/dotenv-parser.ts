import type { TSESTree } from '@typescript-eslint/types';
import { VERSION } from '../version.ts';
import { textComments } from './text-comments.ts';
import { locator } from './text-language.ts';

interface ParseResult {
  readonly ast: TSESTree.Program;
  readonly scopeManager: null;
  readonly visitorKeys: Readonly<Record<string, readonly string[]>>;
}

interface DotenvParser {
  readonly meta: { readonly name: string; readonly version: string };
  parseForESLint(text: string, options?: { readonly filePath?: string }): ParseResult;
}

/** Configuration files for ESLint 8.57, which knows no languages: an empty program with comments. */
export const dotenvParser: DotenvParser = {
  meta: { name: 'eslint-plugin-jwt-secrets/dotenv-parser', version: VERSION },
  parseForESLint(text: string, options): ParseResult {
    const path = options?.filePath ?? '.env';
    const locate = locator(text);
    const loc = (start: number, end: number): TSESTree.SourceLocation => ({
      start: locate(start),
      end: locate(end),
    });
    const comments = textComments(text, path).map(({ value, span: [start, end] }) => ({
      // A block comment may hold every directive, and line directives keep their meaning on one line.
      type: 'Block',
      value,
      range: [start, end],
      loc: loc(start, end),
    }));
    const range = [0, text.length];
    const ast = {
      type: 'Program',
      body: [],
      tokens: [],
      comments,
      sourceType: 'script',
      range,
      loc: loc(0, text.length),
    };
    return { ast: ast as unknown as TSESTree.Program, scopeManager: null, visitorKeys: { Program: [] } };
  },
};
