import { detached } from './detached.ts';

/** The same few names come again in file after file; beyond this many the memory starts anew. */
const MAX_KEPT = 20_000;

/** What is made of a text, kept for the next time. */
export class Memo<Value> {
  readonly #values = new Map<string, Value>();

  get(text: string, make: (own: string) => Value): Value {
    const known = this.#values.get(text);
    if (known !== undefined) return known;
    if (this.#values.size >= MAX_KEPT) this.#values.clear();
    const own = detached(text);
    const value = make(own);
    this.#values.set(own, value);
    return value;
  }
}
