import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { once } from 'node:events';

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Pending {
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Answers what a language server asks its client, by method. */
export type Answers = Readonly<Record<string, (params: unknown) => unknown>>;

/** The least of a client for a language server over standard input and output. */
export class LanguageClient {
  readonly #server: ChildProcessWithoutNullStreams;
  readonly #answers: Answers;
  readonly #pending = new Map<number, Pending>();
  #buffer: Buffer = Buffer.alloc(0);
  #lastId = 0;
  #said = '';

  constructor(program: string, words: readonly string[], cwd: string, answers: Answers) {
    this.#answers = answers;
    this.#server = spawn(program, words, { cwd, stdio: 'pipe' });
    this.#server.stdout.on('data', (chunk: Buffer) => this.#receive(chunk));
    this.#server.stderr.on('data', (chunk: Buffer) => (this.#said += chunk.toString()));
    this.#server.on('exit', () => {
      for (const { reject } of this.#pending.values()) reject(new Error(`the server ended: ${this.#said}`));
    });
  }

  /** What the server said in its log, for when a test fails. */
  get log(): string {
    return this.#said;
  }

  request<T>(method: string, params: unknown): Promise<T> {
    const id = ++this.#lastId;
    const answer = new Promise<T>((resolve, reject) => {
      this.#pending.set(id, { resolve: resolve as Pending['resolve'], reject });
    });
    this.#send({ id, method, params });
    return answer;
  }

  notify(method: string, params: unknown): void {
    this.#send({ method, params });
  }

  /** As the protocol has it: shutdown, exit; a server that does not go is ended. */
  async stop(): Promise<void> {
    if (this.#server.exitCode !== null) return;
    const gone = once(this.#server, 'exit');
    const timer = setTimeout(() => this.#server.kill('SIGKILL'), 5000);
    await this.request('shutdown', undefined).catch(() => undefined);
    this.notify('exit', undefined);
    await gone;
    clearTimeout(timer);
  }

  #send(message: Message): void {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }

  #receive(chunk: Buffer): void {
    this.#buffer = Buffer.concat([this.#buffer, chunk]);
    for (;;) {
      const end = this.#buffer.indexOf('\r\n\r\n');
      const header = /Content-Length: (\d+)/i.exec(this.#buffer.subarray(0, Math.max(0, end)).toString());
      if (!header) return;
      const from = end + 4;
      const to = from + Number(header[1]);
      if (this.#buffer.length < to) return;
      const message = JSON.parse(this.#buffer.subarray(from, to).toString()) as Message;
      this.#buffer = this.#buffer.subarray(to);
      this.#handle(message);
    }
  }

  #handle({ id, method, params, result, error }: Message): void {
    if (method === 'window/logMessage') this.#said += `${(params as { message: string }).message}\n`;
    if (method !== undefined) {
      // What needs no answer of its own still needs one.
      if (id !== undefined) this.#send({ id, result: this.#answers[method]?.(params) ?? null });
      return;
    }
    const pending = this.#pending.get(id as number);
    this.#pending.delete(id as number);
    if (error) pending?.reject(new Error(`${error.message}\n${this.#said}`));
    else pending?.resolve(result);
  }
}
