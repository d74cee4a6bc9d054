import type { Terminal } from './terminal.ts';

/** Short work shows no progress; then the line is renewed this often. Milliseconds. */
const SHOWN_AFTER = 500;
const RENEWED_EVERY = 100;

/** One line on standard error while long work goes on, and none in a pipe. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #began = Date.now();
  #renewed = 0;
  #isShown = false;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  update(done: number, total: number): void {
    const now = Date.now();
    if (!this.#terminal.isInteractive || now - this.#began < SHOWN_AFTER || now - this.#renewed < RENEWED_EVERY) return;
    this.#renewed = now;
    this.#isShown = true;
    const rate = Math.round((done / Math.max(1, now - this.#began)) * 1000);
    this.#terminal.err(`\r\u001B[2KScanning ${done} of ${total} files, ${rate} a second`);
  }

  /** Clear the line. */
  end(): void {
    if (this.#isShown) this.#terminal.err('\r\u001B[2K');
    this.#isShown = false;
  }
}
