import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'vitest';
import { ROOT } from '../support/fixtures.ts';
import { rulesIndex } from '../support/rules-index.ts';

test('write rules/index.ts from the files beside it', () => {
  writeFileSync(path.join(ROOT, 'rules/index.ts'), rulesIndex());
});
