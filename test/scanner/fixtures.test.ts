import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/findings/model.ts';
import { formats } from '../../src/reports/index.ts';
import { scan } from '../../src/scanner/scan.ts';
import { expectedFindings, fixtureRepos, REPOS, type ExpectedFinding } from '../support/fixtures.ts';

/** `npm run update:expected` rewrites the expectation files from what the scanner says: review the diff. */
function facts(report: Report): ExpectedFinding[] {
  return report.findings.map(({ path: file, line, ruleId, messageId, severity, confidence }) => ({
    path: file,
    line,
    ruleId,
    messageId,
    severity,
    confidence,
  }));
}

describe.each(fixtureRepos())('%s', (name) => {
  let report: Report;
  beforeAll(async () => {
    report = await scan({ root: path.join(REPOS, name) });
  });

  it('gives the expected findings', () => {
    expect(facts(report)).toEqual(expectedFindings(name));
  });

  it('names no error', () => {
    expect(report.errors).toEqual([]);
  });

  it('gives the same bytes again', async () => {
    const again = await scan({ root: path.join(REPOS, name) });
    expect(JSON.stringify(again.findings)).toBe(JSON.stringify(report.findings));
  });
});

describe('masking', () => {
  it.each(fixtureRepos())('no format of %s shows a secret', async (name) => {
    const root = path.join(REPOS, name);
    const bare = await scan({ root });
    const shown = await scan({ root, showSecrets: true });
    const secrets = new Set(shown.findings.flatMap(({ secret }) => (secret ? [secret.masked] : [])));
    const tokens = shown.findings
      .filter(({ ruleId }) => ruleId === 'no-leaked-token' || ruleId === 'no-private-key')
      .map((finding) => sourceOf(root, finding));
    // Words that are secrets here and also part of our own sentences, names or paths cannot be searched for.
    const own = new Set(['test', 'secret', 'partner']);
    for (const [format, render] of formats) {
      const text = render(bare, { color: false, width: 100, minSeverity: 'low' });
      for (const value of [...secrets, ...tokens]) {
        if (!own.has(value) && value !== '')
          expect(text.includes(value), `${format} shows a secret`).toBe(false);
      }
    }
    expect(JSON.stringify(bare.findings).includes('-----BEGIN')).toBe(false);
  });

  it('shows them when asked', async () => {
    const report = await scan({ root: path.join(REPOS, 'vulnerable-shop'), showSecrets: true });
    expect(report.findings.some(({ secret }) => secret?.masked === 'vulnerable-shop-secret')).toBe(true);
  });
});

function sourceOf(root: string, finding: Report['findings'][number]): string {
  const lines = readFileSync(path.join(root, finding.path), 'utf8').split('\n');
  const line = lines[finding.line - 1] ?? '';
  return finding.line === finding.endLine
    ? line.slice(finding.column - 1, finding.endColumn - 1)
    : (lines[finding.line] ?? '');
}
