import tsParser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import path from 'node:path';
import * as vueParser from 'vue-eslint-parser';
import { rules } from '../../rules/index.ts';
import type { Report } from '../../src/findings/model.ts';
import plugin from '../../src/index.ts';
import type { RuleSetting } from '../../src/scanner/scan.ts';

/** A finding as every host can show it. */
export interface Shown {
  readonly rule: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number | undefined;
  readonly endColumn: number | undefined;
  readonly message: string;
}

/** Any other text is linted with the plugin's own language, which takes every text. */
const CONFIG = [
  { plugins: { 'jwt-secrets': plugin as never }, rules: plugin.configs.strict.rules ?? {} },
  { files: ['**/*.{js,cjs,mjs,ts,tsx,jsx,mts,cts}'], languageOptions: { parser: tsParser as never } },
  {
    files: ['**/*.vue'],
    languageOptions: { parser: vueParser as never, parserOptions: { parser: tsParser } },
  },
  ...plugin.configs['config-files'],
  ...plugin.configs['data-files'],
  { files: ['**/*.{md,mdx,adoc,html,pem,py,php,go,java,kt,cs,rs,rb,exs}'], language: 'jwt-secrets/text' },
];

/** What ESLint says about every file of a folder, with every rule on. */
export async function lintFolder(root: string): Promise<Map<string, Shown[]>> {
  const eslint = new ESLint({
    cwd: root,
    overrideConfigFile: true,
    overrideConfig: CONFIG as never,
    warnIgnored: false,
  });
  const results = await eslint.lintFiles(['.']);
  return new Map(
    results.map(({ filePath, messages }) => [
      path.relative(root, filePath).split(path.sep).join('/'),
      messages.map(({ ruleId, line, column, endLine, endColumn, message }) => {
        return {
          rule: (ruleId ?? 'parser').replace('jwt-secrets/', ''),
          line,
          column,
          endLine,
          endColumn,
          message,
        };
      }),
    ]),
  );
}

/** The scanner's findings in one file, as ESLint would show them. */
export function scannedIn(report: Report, file: string): Shown[] {
  return report.findings
    .filter((finding) => finding.path === file)
    .map(({ ruleId, line, column, endLine, endColumn, message }) => {
      return { rule: ruleId, line, column, endLine, endColumn, message };
    });
}

export function inOrder(a: Shown, b: Shown): number {
  return a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}

/** Those too that the scanner runs only when asked. */
export const EVERY_RULE: ReadonlyMap<string, RuleSetting> = new Map(
  rules.map(({ id }) => [id, { enabled: true }]),
);
