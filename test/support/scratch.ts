import { execFileSync, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** The folder of this repository. */
export const REPO: string = path.resolve(import.meta.dirname, '../..');

/** What a child process said. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own under the system's temporary folder; `remove` leaves nothing behind. */
export class Scratch {
  /** Without links in it: ESLint compares paths as texts. */
  readonly root: string = realpathSync(mkdtempSync(path.join(tmpdir(), 'jwt-secrets-host-')));

  write(files: Readonly<Record<string, string>>): void {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(this.path(file)), { recursive: true });
      writeFileSync(this.path(file), text);
    }
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  path(file: string): string {
    return path.join(this.root, file);
  }

  /** Install packages of this repository, or the repository itself, by a link. */
  link(...names: readonly string[]): void {
    for (const name of names) {
      const isOwn = name === 'eslint-plugin-jwt-secrets';
      this.linkAs(name, isOwn ? REPO : path.join(REPO, 'node_modules', name));
    }
  }

  linkAs(name: string, target: string, folder = '.'): void {
    const link = this.path(`${folder}/node_modules/${name}`);
    mkdirSync(path.dirname(link), { recursive: true });
    symlinkSync(target, link, 'junction');
  }

  /** Run a program here, without colours. */
  run(program: string, ...words: readonly string[]): Ran {
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
    const { status, stdout, stderr, error } = spawnSync(program, words, {
      cwd: this.root,
      encoding: 'utf8',
      env,
    });
    if (error) throw error;
    return { code: status, out: stdout, err: stderr };
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** `npm test` builds before it tests; a test run by itself may come too early. */
export function ensureBuilt(): void {
  if (['dist/index.js', 'dist/cli.cjs'].every((file) => existsSync(path.join(REPO, file)))) return;
  execFileSync('npm', ['run', 'build'], { cwd: REPO, stdio: 'ignore', shell: process.platform === 'win32' });
}

/** A program of one of this repository's development dependencies. */
export function programOf(name: string): string {
  return path.join(REPO, 'node_modules/.bin', name);
}
