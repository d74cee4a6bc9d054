import { Linter } from 'eslint';
import tsParser from '@typescript-eslint/parser';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import * as vueParser from 'vue-eslint-parser';
import { rules } from '../../rules/index.ts';
import { isJavaScriptPath } from '../../src/facts/collect.ts';
import type { Problem, Suggestion } from '../../src/findings/model.ts';
import plugin from '../../src/index.ts';
import { Project } from '../../src/project/project.ts';
import { problemsOf } from '../../src/findings/problems.ts';

/** One file, what a rule finds in it, and the files around it. */
export interface RuleCase {
  readonly name: string;
  readonly code: string;
  /** Default `src/auth.ts`. */
  readonly filename?: string;
  /** Other files of the project, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly options?: Readonly<Record<string, unknown>>;
}

export interface InvalidCase extends RuleCase {
  /** `messageId source text` of every finding, in order. */
  readonly found: readonly string[];
  /** Severities of the findings, where the case is about them. */
  readonly severities?: readonly string[];
  /** The code after each suggestion of the first finding that has one. */
  readonly suggestions?: readonly string[];
  /** Text that the first finding's message holds. */
  readonly message?: string;
}

interface Found {
  readonly messageId: string;
  readonly text: string;
  readonly message: string;
  readonly suggestions: readonly string[];
}

const folders: string[] = [];

/** Run every case in the scanner's host and in ESLint, and hold both to the same answer. */
export function describeRule(id: string, valid: readonly RuleCase[], invalid: readonly InvalidCase[]): void {
  describe(id, () => {
    afterAll(() => {
      for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
    });

    it('has 80 cases or more, each with a name of its own', () => {
      const names = [...valid, ...invalid].map(({ name }) => name);
      expect(names.length).toBeGreaterThanOrEqual(80);
      expect(new Set(names).size).toBe(names.length);
    });

    describe('accepts', () => {
      it.each(valid.map((one) => [one.name, one] as const))('%s', (_, one) => {
        const { scanned, linted } = runBoth(id, one);
        expect(shown(scanned)).toEqual([]);
        expect(shown(linted)).toEqual([]);
      });
    });

    describe('reports', () => {
      it.each(invalid.map((one) => [one.name, one] as const))('%s', (_, one) => {
        const { scanned, linted, severities } = runBoth(id, one);
        expect(shown(scanned)).toEqual(one.found);
        expect(shown(linted)).toEqual(shown(scanned));
        expect(linted.map(({ message }) => message)).toEqual(scanned.map(({ message }) => message));
        expect(linted.map(({ suggestions }) => suggestions)).toEqual(
          scanned.map(({ suggestions }) => suggestions),
        );
        if (one.severities) expect(severities).toEqual(one.severities);
        if (one.message) expect(scanned[0]?.message).toContain(one.message);
        if (one.suggestions) {
          const [first] = scanned.filter(({ suggestions }) => suggestions.length > 0);
          expect(first?.suggestions ?? []).toEqual(one.suggestions);
        }
      });
    });
  });
}

function shown(found: readonly Found[]): string[] {
  return found.map(({ messageId, text }) => `${messageId} ${text}`);
}

function runBoth(id: string, one: RuleCase): { scanned: Found[]; linted: Found[]; severities: string[] } {
  const root = one.files ? writeProject(one) : path.join(tmpdir(), 'jwt-secrets-no-such-folder');
  const { scanned, severities } = scanOne(id, one, root);
  return { scanned, severities, linted: lintOne(id, one, root) };
}

function fileOf(one: RuleCase): string {
  return one.filename ?? 'src/auth.ts';
}

function writeProject(one: RuleCase): string {
  const root = mkdtempSync(path.join(tmpdir(), 'jwt-secrets-case-'));
  folders.push(root);
  for (const [name, text] of [...Object.entries(one.files ?? {}), [fileOf(one), one.code] as const]) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}

/* ------------------------------------------------------------------ the scanner's host */

function scanOne(id: string, one: RuleCase, root: string): { scanned: Found[]; severities: string[] } {
  const file = fileOf(one);
  const sources = { ...one.files, [file]: one.code };
  const overlay = new Map(Object.entries(sources).map(([name, text]) => [name, Buffer.from(text)]));
  const project = new Project({ root, isCommitted: () => true, overlay });
  for (const name of [...overlay.keys()].sort()) project.load(name);
  const rule = rules.find((candidate) => candidate.id === id);
  const linked = project.index().link(file);
  if (!rule) throw new Error(`no rule ${id}`);
  if (!linked) return { scanned: [], severities: [] };
  const problems = problemsOf(rule, linked, one.options ?? {}).toSorted(byPlace);
  return {
    scanned: problems.map((problem) => foundOf(problem, rule.meta.messages, one.code)),
    severities: problems.map(({ severity }) => severity),
  };
}

function byPlace(a: Problem, b: Problem): number {
  return a.span[0] - b.span[0] || a.span[1] - b.span[1];
}

function foundOf(problem: Problem, messages: Readonly<Record<string, string>>, code: string): Found {
  const template = messages[problem.messageId] ?? '';
  return {
    messageId: problem.messageId,
    text: code.slice(...problem.span),
    message: template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => problem.data?.[name] ?? `{{${name}}}`),
    suggestions: (problem.suggestions ?? []).map((suggestion) => applied(suggestion, code)),
  };
}

function applied({ edits }: Suggestion, code: string): string {
  const backwards = [...edits].sort((a, b) => b.span[0] - a.span[0]);
  return backwards.reduce(
    (text, { span, text: put }) => text.slice(0, span[0]) + put + text.slice(span[1]),
    code,
  );
}

/* ------------------------------------------------------------------ ESLint */

function lintOne(id: string, one: RuleCase, root: string): Found[] {
  const file = fileOf(one);
  const linter = new Linter({ cwd: root });
  const messages = linter.verify(one.code, configFor(id, file, one), { filename: path.join(root, file) });
  const starts = lineStarts(one.code);
  return messages.map((message) => {
    if (message.fatal || message.ruleId === null) throw new Error(`${file}: ${message.message}`);
    const start = starts[message.line - 1]! + message.column - 1;
    const end = starts[message.endLine! - 1]! + message.endColumn! - 1;
    return {
      messageId: message.messageId ?? '',
      text: one.code.slice(start, end),
      message: message.message,
      suggestions: (message.suggestions ?? []).map(
        ({ fix }) => one.code.slice(0, fix.range[0]) + fix.text + one.code.slice(fix.range[1]),
      ),
    };
  });
}

/** JavaScript by the TypeScript parser, components by Vue's, every other text as an environment file. */
function configFor(id: string, file: string, one: RuleCase): Linter.Config[] {
  const options = one.options ? [one.options] : [];
  const shared: Linter.Config = {
    files: [`**/${path.posix.basename(file)}`],
    plugins: { 'jwt-secrets': plugin as never },
    rules: { [`jwt-secrets/${id}`]: ['error', ...options] },
  };
  if (!isJavaScriptPath(file)) return [{ ...shared, language: 'jwt-secrets/dotenv' }];
  const jsx = /x$/.test(file);
  const parserOptions = {
    ecmaFeatures: { jsx },
    parser: tsParser,
    sourceType: file.endsWith('.cjs') ? 'script' : 'module',
  };
  const parser = file.endsWith('.vue') ? vueParser : tsParser;
  return [{ ...shared, languageOptions: { parser: parser as never, parserOptions } }];
}

function lineStarts(code: string): number[] {
  const starts = [0];
  for (const match of code.matchAll(/\r\n|[\r\n\u2028\u2029]/g)) starts.push(match.index + match[0].length);
  return starts;
}
