/**
 * Names for secrets that stay the same within one scan and say nothing about the value: numbers in the order
 * of first appearance. Files are judged in the order of their paths, so the same tree gives the same names.
 */
export class SecretIds {
  readonly #ids = new Map<string, string>();

  of(value: string): string {
    const known = this.#ids.get(value);
    if (known) return known;
    const id = `s${this.#ids.size + 1}`;
    this.#ids.set(value, id);
    return id;
  }
}
