import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { scan } from '../../src/scanner/scan.ts';

test('files beyond what is read, and settings beyond what is looked at, are named', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'jwt-secrets-large-'));
  try {
    writeFileSync(path.join(root, 'line.env'), `JWT_SECRET=${'x'.repeat(1000)}`);
    truncateSync(path.join(root, 'line.env'), 100 * 1024 * 1024);
    writeFileSync(path.join(root, 'big.json'), `{"jwt": [${'{"secret":"abcdefgh"},'.repeat(500_000)}]}`);
    writeFileSync(path.join(root, '.env'), 'JWT_SECRET=changeme\n');
    const { errors, findings } = await scan({ root });
    expect(errors).toEqual([
      {
        path: 'big.json',
        message: 'is longer than 8 million characters: settings are only looked for in the first',
      },
      { path: 'line.env', message: 'larger than 64 MB (100 MB): not scanned' },
    ]);
    expect(findings.map((finding) => finding.path)).toContain('.env');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
