import type { PartKind } from './cheapest-path.ts';
import type { Description } from './describe.ts';

/**
 * The words of the verdicts. They say what a value is made of, never with a piece of the value itself: reports go to
 * places the secret must not.
 */

interface Ingredient {
  readonly kinds: readonly PartKind[];
  readonly one: string;
  readonly many: string;
}

const INGREDIENTS: readonly Ingredient[] = [
  { kinds: ['project'], one: 'a name of the project', many: 'names of the project' },
  { kinds: ['marker'], one: 'a stock word of secrets', many: 'stock words of secrets' },
  { kinds: ['word'], one: 'a common word', many: 'common words' },
  { kinds: ['letters'], one: 'a pronounceable run of letters', many: 'pronounceable runs of letters' },
  { kinds: ['walk'], one: 'a keyboard or alphabet walk', many: 'keyboard or alphabet walks' },
  { kinds: ['sequence'], one: 'a run of consecutive characters', many: 'runs of consecutive characters' },
  { kinds: ['repeat'], one: 'one repeated character', many: 'runs of one repeated character' },
  { kinds: ['copy'], one: 'a repetition', many: 'repetitions' },
  { kinds: ['year'], one: 'a year', many: 'years' },
  { kinds: ['date'], one: 'a date', many: 'dates' },
  { kinds: ['digit'], one: 'a digit', many: 'digits' },
  { kinds: ['character'], one: 'another character', many: 'other characters' },
];

/** What a guessable value is made of, and how soon it is guessed. */
export function madeOf(description: Description): string {
  return `${composition(description)}: ${guesses(description.bits)}`;
}

function composition({ reading, parts }: Description): string {
  if (/^\d+$/.test(reading.text)) return 'digits only';
  const phrases = INGREDIENTS.flatMap(({ kinds, one, many }) => {
    const count = parts.filter((part) => kinds.includes(part.kind)).length;
    return count === 0 ? [] : [count === 1 ? one : `${count} ${many}`];
  });
  return phrases.length === 0 ? 'made of separators only' : `made of ${list(phrases)}`;
}

function list(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** How many guesses a value takes, as people of the field write it. */
export function guesses(bits: number): string {
  return bits < 1 ? 'guessed at once' : `about 2^${Math.round(bits)} guesses`;
}
