import type { Terminal } from './terminal.ts';

/** Short work shows no progress; then the line is renewed this often. Milliseconds. */
const SHOWN_AFTER = 500;
const RENEWED_EVERY = 100;

const CLEAR_LINE = '\r\u001B[2K';

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
    const { isInteractive, width } = this.#terminal;
    if (!isInteractive) return;
    const now = Date.now();
    if (now - this.#began < SHOWN_AFTER || now - this.#renewed < RENEWED_EVERY) return;
    this.#renewed = now;
    this.#isShown = true;
    const rate = Math.round((done / Math.max(1, now - this.#began)) * 1000);
    const line = `Scanning ${done} of ${total} files, ${rate} a second`;
    // A line that wraps cannot be cleared.
    this.#terminal.err(`${CLEAR_LINE}${line.slice(0, width - 1)}`);
  }

  /** Clear the line. */
  end(): void {
    if (this.#isShown) this.#terminal.err(CLEAR_LINE);
    this.#isShown = false;
  }
}
