/** Characters of all texts that are kept. Projects that people wrote stay below it; texts beyond it are read again when they are needed. */
const MAX_KEPT = 32 * 1024 * 1024;

/** Texts of files, of which those that were used last are kept. */
export class TextCache {
  readonly #texts = new Map<string, string>();
  #kept = 0;

  get(file: string): string | undefined {
    const text = this.#texts.get(file);
    if (text === undefined) return undefined;
    this.#texts.delete(file);
    this.#texts.set(file, text);
    return text;
  }

  /** Keep a text, and let go of those that were not used for longest. */
  set(file: string, text: string): void {
    this.delete(file);
    this.#texts.set(file, text);
    this.#kept += text.length;
    for (const oldest of this.#texts.keys()) {
      if (this.#kept <= MAX_KEPT || oldest === file) break;
      this.delete(oldest);
    }
  }

  delete(file: string): void {
    this.#kept -= this.#texts.get(file)?.length ?? 0;
    this.#texts.delete(file);
  }
}
