import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'vitest';
import { scan } from '../../src/scanner/scan.ts';
import { fixtureRepos, REPOS } from '../support/fixtures.ts';

test('write the expectation files from what the scanner says', async () => {
  for (const name of fixtureRepos()) {
    const { findings } = await scan({ root: path.join(REPOS, name) });
    const rows = findings.map(({ path: file, line, ruleId, messageId, severity, confidence }) =>
      JSON.stringify({ path: file, line, ruleId, messageId, severity, confidence }),
    );
    writeFileSync(
      path.join(REPOS, `${name}.expected.json`),
      rows.length > 0 ? `[\n  ${rows.join(',\n  ')}\n]\n` : '[]\n',
    );
  }
});
