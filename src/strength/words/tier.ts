/** Words of about the same rank: which of them it is costs a guesser `bits`. */
export interface WordTier {
  readonly bits: number;
  /** Lower case, without accents, separated by white space. */
  readonly words: string;
}
