/** Neighbouring characters, and whether something about them can still be chance. */

/** How many of `pairs` may have a property of the given chance before it is no chance any more. */
export function chanceLimit(chance: number, pairs: number, deviations: number): number {
  return chance * pairs + deviations * Math.sqrt(chance * (1 - chance) * pairs);
}

/** How many neighbours in `text` have a property. */
export function countPairs(text: string, has: (a: string, b: string) => boolean): number {
  let count = 0;
  for (let i = 1; i < text.length; i++) if (has(text.charAt(i - 1), text.charAt(i))) count++;
  return count;
}
