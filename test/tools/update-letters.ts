import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'vitest';
import { ROOT } from '../support/fixtures.ts';
import { lettersModule } from '../support/letter-prices.ts';

test('write src/strength/words/letters.ts from the words beside it', () => {
  writeFileSync(path.join(ROOT, 'src/strength/words/letters.ts'), lettersModule());
});
