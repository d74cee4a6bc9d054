import tsParser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import * as vueParser from 'vue-eslint-parser';
import { isJavaScriptPath } from '../../src/facts/collect.ts';
import type { Report } from '../../src/findings/model.ts';
import { rules } from '../../rules/index.ts';
import plugin from '../../src/index.ts';
import { scan } from '../../src/scanner/scan.ts';
import { fixtureRepos, REPOS } from '../support/fixtures.ts';

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
  { files: ['**/*.{md,pem,py,php}'], language: 'jwt-secrets/text' },
];

interface Shown {
  readonly rule: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number | undefined;
  readonly endColumn: number | undefined;
  readonly message: string;
}

async function lint(root: string): Promise<Map<string, Shown[]>> {
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

function scanned(report: Report, file: string): Shown[] {
  return report.findings
    .filter((finding) => finding.path === file)
    .map(({ ruleId, line, column, endLine, endColumn, message }) => {
      return { rule: ruleId, line, column, endLine, endColumn, message };
    });
}

const inOrder = (a: Shown, b: Shown): number =>
  a.line - b.line || a.column - b.column || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);

/** Those too that the scanner runs only when asked. */
const ALL = new Map(rules.map(({ id }) => [id, { enabled: true }]));

describe.each(fixtureRepos())('%s', (name) => {
  it('gives the same findings in ESLint as in the scanner, file by file', async () => {
    const root = path.join(REPOS, name);
    const [linted, report] = await Promise.all([lint(root), scan({ root, rules: ALL })]);
    const files = new Set([...linted.keys(), ...report.findings.map((finding) => finding.path)]);
    expect(files.size).toBeGreaterThan(5);
    for (const file of files) {
      expect(linted.has(file), `${file} is linted`).toBe(true);
      expect([...(linted.get(file) ?? [])].sort(inOrder), file).toEqual(scanned(report, file).sort(inOrder));
    }
    expect([...files].some(isJavaScriptPath)).toBe(true);
  });
});
