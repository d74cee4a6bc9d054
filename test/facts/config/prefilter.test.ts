import { describe, expect, it } from 'vitest';
import { mayHoldConfigFacts } from '../../../src/facts/config/prefilter.ts';
import { readConfig } from '../../../src/facts/config/readers.ts';

describe('a file that is worth reading for its settings', () => {
  const text = '{ "jwtSecret": "made-up" }';

  it.each(['config.json', 'config.json.example', 'src/locales.json', 'notes.txt'])('%s', (path) =>
    expect(mayHoldConfigFacts(path, text)).toBe(true),
  );

  it.each(['locales/en/translation.json', 'i18n/de.json.bak', 'package-lock.json', 'tsconfig.base.json'])(
    '%s is none, whatever stands in it',
    (path) => {
      expect(mayHoldConfigFacts(path, text)).toBe(false);
      expect(readConfig(path, text)?.entries).toEqual([]);
    },
  );
});
