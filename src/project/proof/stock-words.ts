import type { WordTier } from '../../strength/words/tier.ts';
import { COMMON } from '../../strength/words/common.ts';
import { LANGUAGES } from '../../strength/words/languages.ts';
import { MARKERS } from '../../strength/words/markers.ts';

/** What people hang on a word to make it look like a secret. */
const ENDINGS = ['', '1', '123', '1234', '12345', '123456', '!', '@123', '2023', '2024', '2025'] as const;
/** Only the commonest of the words that speak of secrets are put together. */
const MOST_MARKER_BITS = 4;
const SEPARATORS = ['', '-', '_', '.', ' '] as const;

/** Common words as they stand. */
export function stockWords(): readonly string[] {
  return wordsOf([...MARKERS, ...COMMON, ...LANGUAGES]);
}

/** Common words with numbers behind them, in capitals, and two or three of those that speak of secrets: about a million. */
export function* stockPhrases(): Generator<string> {
  for (const word of stockWords()) {
    for (const written of [word, capitalised(word), word.toUpperCase()])
      for (const ending of ENDINGS) yield written + ending;
  }
  const markers = wordsOf(MARKERS.filter(({ bits }) => bits <= MOST_MARKER_BITS));
  for (const first of markers) {
    for (const second of markers) {
      for (const separator of SEPARATORS) yield first + separator + second;
      yield first + capitalised(second);
      for (const third of ['key', 'secret', 'token'])
        for (const separator of ['', '-', '_']) yield first + separator + second + separator + third;
    }
  }
}

function wordsOf(tiers: readonly WordTier[]): readonly string[] {
  return [...new Set(tiers.flatMap(({ words }) => words.split(/\s+/)))];
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
