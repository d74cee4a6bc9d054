import { setImmediate as turn } from 'node:timers/promises';

/** How long work goes on before signals are looked for. Milliseconds. */
const EVERY = 50;
/** What is left to say after an interruption is said within this time. Milliseconds. */
const LAST_WORDS = 1000;

/** Long work that may be broken off: it lets other events through now and then. */
export class Interruption {
  readonly #signal: AbortSignal | undefined;
  #looked = performance.now();
  #heardAt: number | null = null;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
  }

  get signal(): AbortSignal | undefined {
    return this.#signal;
  }

  get isHeard(): boolean {
    return this.#signal?.aborted ?? false;
  }

  /** Whether to go on; waits for a turn of the event loop where the last one is long ago. */
  async goesOn(): Promise<boolean> {
    await this.#look();
    return !this.isHeard;
  }

  /** The same for work that sums up what was found: after an interruption it may go on for a moment. */
  async mayFinish(): Promise<boolean> {
    await this.#look();
    if (!this.isHeard) return true;
    this.#heardAt ??= performance.now();
    return performance.now() - this.#heardAt < LAST_WORDS;
  }

  async #look(): Promise<void> {
    if (!this.#signal || performance.now() - this.#looked < EVERY) return;
    await turn();
    this.#looked = performance.now();
  }
}
