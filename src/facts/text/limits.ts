/** Tokens of one text that are looked at: recordings of a whole session have fewer. */
export const MAX_TOKENS: number = 2000;
/** Keys of one kind in one text that are looked at. */
export const MAX_KEYS: number = 2000;

/** No more than so many of what may be endless. */
export function* first<Item>(items: Iterable<Item>, count: number): Generator<Item> {
  let taken = 0;
  for (const item of items) {
    if (taken++ >= count) return;
    yield item;
  }
}
