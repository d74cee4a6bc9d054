import { shifted, TOO_MANY_ENTRIES, type RawEntry, type RawReading } from './entry.ts';
import { MAX_ENTRIES } from './limits.ts';
import { readCommands } from './shell/command.ts';

const FILE = /\.(?:service|socket|timer|container|pod|kube)$|\.(?:service|container)\.d\/[^/]{1,100}\.conf$/i;

export function isSystemdPath(path: string): boolean {
  return FILE.test(path);
}

const LINE =
  /^(Environment|Exec[A-Za-z]{1,20}|PassEnvironment|SetCredential)[ \t]{0,20}=[ \t]{0,20}((?:[^\r\n\\]|\\(?:\r\n|[\s\S])){1,20000})/gm;

/** Settings of systemd units and Podman's quadlets: `Environment="A=x" B=y`, and the commands. */
export function readSystemd(text: string): RawReading {
  const entries: RawEntry[] = [];
  for (const match of text.matchAll(LINE)) {
    if (entries.length >= MAX_ENTRIES) return { entries, error: TOO_MANY_ENTRIES };
    const written = match[2] ?? '';
    const start = match.index + match[0].length - written.length;
    if (match[1] === 'SetCredential') entries.push(...credential(written, start));
    else
      entries.push(
        ...shifted(
          readCommands(written, () => null),
          start,
        ).map((entry) => ({ ...entry, format: 'ini' as const })),
      );
  }
  return { entries, error: null };
}

/** `SetCredential=jwt-secret:value` stands in the unit for everybody to read. */
function credential(written: string, start: number): RawEntry[] {
  const colon = written.indexOf(':');
  if (colon < 1) return [];
  const value = written.slice(colon + 1).trimEnd();
  const from = start + colon + 1;
  return [{ keyPath: [written.slice(0, colon)], value, span: [from, from + value.length], format: 'ini' }];
}
