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
    this.#show(done, (rate) => {
      const left = rate > 0 && done < total ? `, ${Math.ceil((total - done) / rate)} s left` : '';
      return `Scanning ${done} of ${total} files, ${rate} a second${left}`;
    });
  }

  /** The same for secrets that were tried on a token, of which nobody knows how many there are. */
  tried(done: number): void {
    const count = (n: number): string => n.toLocaleString('en');
    this.#show(done, (rate) => `Tried ${count(done)} secrets, ${count(rate)} a second`);
  }

  #show(done: number, describe: (rate: number) => string): void {
    const { isInteractive, width } = this.#terminal;
    if (!isInteractive) return;
    const now = Date.now();
    if (now - this.#began < SHOWN_AFTER || now - this.#renewed < RENEWED_EVERY) return;
    this.#renewed = now;
    this.#isShown = true;
    const line = describe(Math.round((done / Math.max(1, now - this.#began)) * 1000));
    // A line that wraps cannot be cleared.
    this.#terminal.err(`${CLEAR_LINE}${line.slice(0, width - 1)}`);
  }

  /** Clear the line. */
  end(): void {
    if (this.#isShown) this.#terminal.err(CLEAR_LINE);
    this.#isShown = false;
  }
}
