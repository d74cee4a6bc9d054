import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isJavaScriptPath } from '../../src/facts/collect.ts';
import { scan } from '../../src/scanner/scan.ts';
import { fixtureRepos, REPOS } from '../support/fixtures.ts';
import { EVERY_RULE, inOrder, lintFolder, scannedIn } from '../support/hosts.ts';

describe.each(fixtureRepos())('%s', (name) => {
  it('gives the same findings in ESLint as in the scanner, file by file', async () => {
    const root = path.join(REPOS, name);
    const [linted, report] = await Promise.all([lintFolder(root), scan({ root, rules: EVERY_RULE })]);
    const files = new Set([...linted.keys(), ...report.findings.map((finding) => finding.path)]);
    expect(files.size).toBeGreaterThan(5);
    for (const file of files) {
      expect(linted.has(file), `${file} is linted`).toBe(true);
      expect([...(linted.get(file) ?? [])].sort(inOrder), file).toEqual(
        scannedIn(report, file).sort(inOrder),
      );
    }
    expect([...files].some(isJavaScriptPath)).toBe(true);
  });
});
