const YEAR = /^(?:19[5-9]|20[0-4])\d/;
const DATE =
  /^(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d)/;
const DATE_PARTS = /^(?:19|20)\d\d[-/._](?:0?[1-9]|1[0-2])[-/._](?:[12]\d|3[01]|0?[1-9])/;
const FAVOURITE =
  /^(?:123|007|321|111|000|666|777|888|999|101|100|200|500|420|404|911|786|256|512|384|128|1337)/;

/** Numbers with a meaning, at the beginning of `text`. */
export interface MeaningfulNumber {
  readonly kind: 'year' | 'date' | 'digit';
  readonly length: number;
  readonly bits: number;
}

/** Years, dates and favourite numbers that begin `text`. */
export function meaningfulNumbers(text: string): MeaningfulNumber[] {
  const found: MeaningfulNumber[] = [];
  if (YEAR.test(text)) found.push({ kind: 'year', length: 4, bits: 5 });
  const date = DATE.exec(text) ?? DATE_PARTS.exec(text);
  if (date) found.push({ kind: 'date', length: date[0].length, bits: 14 });
  const favourite = FAVOURITE.exec(text);
  if (favourite) found.push({ kind: 'digit', length: favourite[0].length, bits: 4.5 });
  return found;
}
