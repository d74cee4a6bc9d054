import { TOO_MANY_ENTRIES, type RawReading, type ReadNested } from '../entry.ts';
import { MAX_ENTRIES } from '../limits.ts';
import { readCommands } from './command.ts';

const FILE =
  /\.(?:sh|bash|zsh|ksh|fish|command|bats|envrc)$|(?:^|\/)\.?(?:bashrc|bash_profile|zshrc|zshenv|profile|xinitrc)$/i;

export function isShellPath(path: string): boolean {
  return FILE.test(path);
}

/** Settings of shell scripts: assignments, `export`, options, and the files that here-documents write. */
export function readShell(text: string, _path: string, readNested: ReadNested): RawReading {
  const entries = readCommands(text, readNested);
  return { entries, error: entries.length < MAX_ENTRIES ? null : TOO_MANY_ENTRIES };
}

const PROCFILE = /(?:^|\/)procfile(?:\.[\w-]{1,40})?$/i;

export function isProcfilePath(path: string): boolean {
  return PROCFILE.test(path);
}

/** `web: JWT_SECRET=x node .`: the process type names a section. */
export function readProcfile(text: string): RawReading {
  const entries = [];
  for (const line of text.matchAll(/^\uFEFF?([\w-]{1,60}):[ \t]{0,20}([^\r\n]{1,20000})/gm)) {
    const start = line.index + line[0].length - (line[2] ?? '').length;
    for (const entry of readCommands(line[2] ?? '', () => null)) {
      entries.push({
        ...entry,
        keyPath: [line[1] ?? '', ...entry.keyPath],
        span: [entry.span[0] + start, entry.span[1] + start] as const,
      });
    }
    if (entries.length >= MAX_ENTRIES) return { entries, error: TOO_MANY_ENTRIES };
  }
  return { entries, error: null };
}
