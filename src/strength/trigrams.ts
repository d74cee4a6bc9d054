/** A model of how letters follow one another in words, so that words nobody listed are seen to be words. */

const LETTERS = 27; // a–z, and 0 for the edge of a word
const SMOOTHING = 0.02;
const LOWEST = 0.25;
const HIGHEST = 15;

/** Cost in bits of a letter after the two before it, at `(first * 27 + second) * 27 + letter`; letters are 1–26. */
export type TrigramCosts = Float32Array;

export function trainTrigrams(words: Iterable<string>): TrigramCosts {
  const counts = new Float64Array(LETTERS ** 3).fill(SMOOTHING);
  const contexts = new Float64Array(LETTERS ** 2).fill(SMOOTHING * LETTERS);
  for (const word of words) count(word, counts, contexts);
  const costs = new Float32Array(counts.length);
  for (let i = 0; i < costs.length; i++) {
    const bits = Math.log2(contexts[(i / LETTERS) | 0]! / counts[i]!);
    costs[i] = Math.min(HIGHEST, Math.max(LOWEST, bits));
  }
  return costs;
}

function count(word: string, counts: Float64Array, contexts: Float64Array): void {
  let context = 0;
  for (let i = 0; i < word.length; i++) {
    const letter = word.charCodeAt(i) - 96;
    if (letter < 1 || letter > 26) return;
    counts[context * LETTERS + letter]! += 1;
    contexts[context]! += 1;
    context = nextContext(context, letter);
  }
}

export function trigramCost(costs: TrigramCosts, context: number, letter: number): number {
  return costs[context * LETTERS + letter]!;
}

/** The context after one more letter (1–26). */
export function nextContext(context: number, letter: number): number {
  return (context % LETTERS) * LETTERS + letter;
}
