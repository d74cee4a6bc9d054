import { createHash, randomBytes } from 'node:crypto';
import {
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const { O_WRONLY, O_CREAT, O_EXCL } = constants;
const { O_NOFOLLOW = 0 } = constants as Partial<typeof constants>;

/** What all entries may take together, in bytes; the oldest go first. */
const MAX_TOTAL = 200 * 1024 * 1024;
const MAX_ENTRY = 64 * 1024 * 1024;

/**
 * Files of JSON outside of every scanned folder: what lies inside is the repository's, which could say there that it is clean.
 * Whatever goes wrong, there is no entry. Only the user can read them.
 */
export class CacheStore {
  readonly #folder: string;

  constructor(folder: string = defaultFolder()) {
    this.#folder = folder;
  }

  /** The value of an entry; null where there is none, or not the one that was written. */
  read(name: string): unknown {
    try {
      const text = readFileSync(this.#path(name), 'utf8');
      const end = text.indexOf('\n');
      const body = text.slice(end + 1);
      return text.slice(0, end) === digestOf(body) ? (JSON.parse(body) as unknown) : null;
    } catch {
      return null;
    }
  }

  /** Write an entry whole or not at all. */
  write(name: string, value: unknown): void {
    const body = JSON.stringify(value);
    if (body.length > MAX_ENTRY) return;
    const file = this.#path(name);
    const draft = `${file}.${randomBytes(6).toString('hex')}`;
    try {
      mkdirSync(this.#folder, { recursive: true, mode: 0o700 });
      const descriptor = openSync(draft, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
      try {
        writeSync(descriptor, `${digestOf(body)}\n${body}`);
      } finally {
        closeSync(descriptor);
      }
      renameSync(draft, file);
      this.#prune();
    } catch {
      discard(draft);
    }
  }

  #path(name: string): string {
    return path.join(this.#folder, `${name}.json`);
  }

  #prune(): void {
    const entries = readdirSync(this.#folder).map((name) => {
      const file = path.join(this.#folder, name);
      const { size, mtimeMs } = statSync(file);
      return { file, size, mtimeMs };
    });
    let total = 0;
    for (const { file, size } of entries.sort((a, b) => b.mtimeMs - a.mtimeMs)) {
      total += size;
      if (total > MAX_TOTAL) rmSync(file, { force: true });
    }
  }
}

function discard(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // Where nothing could be written, nothing is left.
  }
}

/** https://specifications.freedesktop.org/basedir-spec, and the usual places elsewhere. */
function defaultFolder(): string {
  const own = process.env['JWT_SECRETS_CACHE'];
  if (own) return path.resolve(own);
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  if (xdg && path.isAbsolute(xdg)) return path.join(xdg, 'jwt-secrets');
  if (process.platform === 'win32' && local) return path.join(local, 'jwt-secrets', 'cache');
  const home = os.homedir();
  return process.platform === 'darwin'
    ? path.join(home, 'Library', 'Caches', 'jwt-secrets')
    : path.join(home, '.cache', 'jwt-secrets');
}

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
