/** The other files that were asked for to understand one. */
export class Around {
  #files: Set<string> | null = null;

  /** Note that imports were asked about, whether they led to a file or not. */
  noteAsked(): void {
    this.#files ??= new Set();
  }

  note(file: string): void {
    this.noteAsked();
    this.#files!.add(file);
  }

  /** Null where nothing was asked about. */
  get files(): readonly string[] | null {
    return this.#files && [...this.#files];
  }
}
