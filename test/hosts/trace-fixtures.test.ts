import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.ts';
import type { Report } from '../../src/findings/model.ts';
import { scan } from '../../src/scanner/scan.ts';
import { ROOT } from '../support/fixtures.ts';
import { EVERY_RULE, inOrder, lintFolder, scannedIn } from '../support/hosts.ts';

/**
 * Every way from a JWT call back to its secret has a folder in `fixtures/trace` with two small repositories: `invalid`,
 * where the secret is written in it, and `valid`, where only the way is the same. `expected.txt` says what is found in
 * `invalid`, a line for each finding: `path:line rule confidence`. In `valid` nothing is.
 */
const FOLDER = path.join(ROOT, 'fixtures/trace');

const MECHANISMS: Readonly<Record<string, readonly string[]>> = {
  'inside a file': [
    'const', 'let-assignments', 'var-assignments', 'destructuring', 'destructuring-default', 'default-parameter', 'call-sites',
    'ternary', 'logical-or', 'nullish', 'logical-and', 'logical-assignment', 'template', 'concatenation', 'array-join',
    'object-property', 'spread', 'as-const', 'satisfies', 'object-freeze', 'getter', 'class-field', 'static-member',
    'constructor-field', 'enum', 'function', 'async-function', 'iife', 'closure', 'buffer-from', 'text-encoder',
    'create-secret-key', 'import-jwk', 'import-key', 'lodash-get', 'base64url-decode', 'string-call', 'trim', 'to-string', 'digest',
  ],
  'across files': [
    'relative-import', 'default-export', 're-export', 'barrel', 'export-star', 'commonjs', 'mixed-modules', 'dynamic-import',
    'json-import', 'tsconfig-paths', 'tsconfig-references', 'paths-from-root', 'package-imports', 'package-exports', 'workspaces-npm',
    'workspaces-pnpm', 'workspaces-yarn', 'workspaces-bun', 'import-cycle', 'callers-elsewhere', 'settings-class',
    'settings-in-fields', 'settings-by-type', 'inherited-field',
  ],
  'environments and config frameworks': [
    'process-env', 'process-env-write', 'member-by-environment', 'import-meta-env', 'deno-env', 'bun-env', 'env-helpers', 'dotenv', 'dotenv-flow',
    'node-config', 'node-config-variables', 'nest-config-service', 'nest-register-as', 'convict', 'envalid', 'zod', 'valibot',
    't3-env', 'joi', 'nest-validation-schema', 'nconf', 'express-settings', 'fastify-env', 'rc', 'vite-define', 'webpack-define', 'by-use', 'other-use',
  ],
}; // prettier-ignore

const names = Object.values(MECHANISMS).flat();

const OPT_IN = new Set(rules.filter(({ meta }) => meta.isOptIn).map(({ id }) => id));

function foundIn(report: Report): string[] {
  return report.findings
    .filter(({ ruleId }) => !OPT_IN.has(ruleId))
    .map(({ path: file, line, ruleId, confidence }) => `${file}:${line} ${ruleId} ${confidence}`)
    .sort();
}

function expectedIn(name: string): string[] {
  const text = readFileSync(path.join(FOLDER, name, 'expected.txt'), 'utf8');
  return text.trim().split('\n').sort();
}

it('has a folder for every mechanism, and none besides', () => {
  expect(readdirSync(FOLDER).sort()).toEqual([...names].sort());
  expect(new Set(names).size).toBe(names.length);
});

describe.each(names)('%s', (name) => {
  it.each(['valid', 'invalid'])('%s: what is expected, and the same in both hosts', async (twin) => {
    const root = path.join(FOLDER, name, twin);
    const report = await scan({ root, rules: EVERY_RULE });
    expect(foundIn(report)).toEqual(twin === 'valid' ? [] : expectedIn(name));
    expect(report.errors).toEqual([]);
    const linted = await lintFolder(root);
    for (const file of new Set([...linted.keys(), ...report.findings.map((finding) => finding.path)])) {
      expect(linted.has(file), `${file} is linted`).toBe(true);
      const ofFile = [...(linted.get(file) ?? [])].sort(inOrder);
      expect(ofFile, file).toEqual(scannedIn(report, file).sort(inOrder));
    }
  });
});
