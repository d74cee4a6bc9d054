interface Kept<Value> {
  readonly value: Value;
  readonly size: number;
}

/** Values by name, of which those that were used last are kept, as many as there is room for. */
export class RecentlyUsed<Value> {
  readonly #room: number;
  readonly #kept = new Map<string, Kept<Value>>();
  #size = 0;

  /** @param room sizes of all values together; the last one is kept whatever its size */
  constructor(room: number) {
    this.#room = room;
  }

  get(name: string): Value | undefined {
    const kept = this.#kept.get(name);
    if (kept === undefined) return undefined;
    this.#kept.delete(name);
    this.#kept.set(name, kept);
    return kept.value;
  }

  /** Keep a value, and let go of those that were not used for longest. */
  set(name: string, value: Value, size: number): void {
    this.delete(name);
    this.#kept.set(name, { value, size });
    this.#size += size;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.#room || oldest === name) break;
      this.delete(oldest);
    }
  }

  delete(name: string): void {
    this.#size -= this.#kept.get(name)?.size ?? 0;
    this.#kept.delete(name);
  }
}
