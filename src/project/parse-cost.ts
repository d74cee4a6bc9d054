/**
 * The parser of code quotes the whole line for each mistake that it finds, and goes on to the next one: lines that are
 * long and full of mistakes keep it busy for minutes. So what each line may cost is estimated before.
 */

/** Characters quoted, if every sign that may be a mistake is one: some seconds at worst. */
const MAX_QUOTED = 200_000_000;
/** Lines that are shorter cost little, however many there are. */
const HARMLESS = 200;

/** Data in a text is one thing, however long it is. */
const DATA = /[A-Z\d+/=]{40,}/gi;
const SIGN = /[^\w\s]/g;

/** Whether mistakes in code could cost more than the code is worth. */
export function isCostly(text: string): boolean {
  let quoted = 0;
  for (let start = 0; start < text.length;) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    if (end - start > HARMLESS) {
      const signs = text.slice(start, end).replace(DATA, '').match(SIGN)?.length ?? 0;
      quoted += signs * (end - start);
    }
    start = end + 1;
  }
  return quoted > MAX_QUOTED;
}
