import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../../src/cli/run.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import type { Report } from '../../src/findings/model.ts';

/** What a command line said. */
export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own, git in it, and the command line run there in this process. */
export class Workspace {
  readonly root: string = realpathSync(mkdtempSync(path.join(tmpdir(), 'jwt-secrets-work-')));

  path(file: string): string {
    return path.join(this.root, file);
  }

  write(file: string, text: string | Buffer): void {
    mkdirSync(path.dirname(this.path(file)), { recursive: true });
    writeFileSync(this.path(file), text);
  }

  read(file: string): string {
    return readFileSync(this.path(file), 'utf8');
  }

  remove(file: string): void {
    rmSync(this.path(file), { recursive: true, force: true });
  }

  /** Run git, with an identity, in the folder or one below. */
  git(...args: string[]): string {
    const identity = ['-c', 'user.email=fixture@example.org', '-c', 'user.name=fixture'];
    return execFileSync('git', [...identity, '-c', 'init.defaultBranch=main', ...args], {
      cwd: this.root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  commit(message = 'made-up'): void {
    this.git('add', '--all');
    this.git('commit', '-q', '--allow-empty', '-m', message);
  }

  async cli(...words: string[]): Promise<Said> {
    return this.cliIn('.', ...words);
  }

  async cliIn(folder: string, ...words: string[]): Promise<Said> {
    let out = '';
    let err = '';
    const terminal: Terminal = {
      cwd: this.path(folder),
      color: false,
      width: 100,
      isInteractive: false,
      out: (text) => void (out += text),
      err: (text) => void (err += text),
    };
    const code = await run(words, terminal);
    return { code, out, err };
  }

  async report(...words: string[]): Promise<Report> {
    const { out, err } = await this.cli(...words, '--format', 'json');
    if (out === '') throw new Error(err);
    return JSON.parse(out) as Report;
  }

  /** The files that have findings, each once. */
  async found(...words: string[]): Promise<string[]> {
    const { findings } = await this.report(...words);
    return [...new Set(findings.map((finding) => finding.path))];
  }

  end(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
