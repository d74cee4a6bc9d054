import type { Span } from '../../model.ts';
import { TOO_MANY_ENTRIES, type RawEntry, type RawReading } from '../entry.ts';
import { MAX_ENTRIES } from '../limits.ts';

const FILE = /\.(?:ps1|psm1|psd1|cmd|bat)$/i;

export function isWindowsScriptPath(path: string): boolean {
  return FILE.test(path);
}

/** Ways in which PowerShell and cmd set a variable; the groups are the name and the value with its quotes. */
const FORMS: readonly RegExp[] = [
  // $env:NAME = "x", $name = 'x', [string]$Name = "x", -Name "x"
  /(?:\$env:|\$\{env:|\$(?:global:|script:)?)([A-Z_]\w{0,200})\}?[ \t]{0,20}=[ \t]{0,20}("(?:[^"\r\n`]|`.|""){0,4000}"|'(?:[^'\r\n]|''){0,4000}')/dgi,
  // [Environment]::SetEnvironmentVariable("NAME", "x", …)
  /SetEnvironmentVariable\([ \t]{0,10}["']([A-Z_]\w{0,200})["'][ \t]{0,10},[ \t]{0,10}("[^"\r\n]{0,4000}"|'[^'\r\n]{0,4000}')/dgi,
  // Set-Item -Path Env:NAME -Value "x"; New-Item Env:\NAME -Value x
  /\bEnv:\\?([A-Z_]\w{0,200})["']?[ \t]{1,10}-Value[ \t]{1,10}("[^"\r\n]{0,4000}"|'[^'\r\n]{0,4000}'|[^\s"';|]{1,4000})/dgi,
  // @{ JwtSecret = "x" }, "JwtSecret" = 'x'
  /(?<=[{;\r\n][ \t]{0,40})["']?([A-Z_]\w{0,200})["']?[ \t]{0,20}=[ \t]{0,20}("[^"\r\n]{0,4000}"|'[^'\r\n]{0,4000}')/dgi,
  // set "NAME=x y", set NAME=x, set NAME="x"
  /^[ \t]{0,40}@?set[ \t]{1,10}"([A-Z_]\w{0,200})=([^"\r\n]{0,4000})"/dgim,
  /^[ \t]{0,40}@?set[ \t]{1,10}([A-Z_]\w{0,200})=([^"&|<>\r\n]{0,4000})/dgim,
  // setx NAME x
  /^[ \t]{0,40}@?setx[ \t]{1,10}(?:\/m[ \t]{1,10})?"?([A-Z_]\w{0,200})"?[ \t]{1,10}("[^"\r\n]{0,4000}"|[^\s"&|<>]{1,4000})/dgim,
];

/** Settings of PowerShell and of cmd scripts. */
export function readWindowsScript(text: string): RawReading {
  const byPlace = new Map<number, RawEntry>();
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const at = match.indices?.[2];
      if (byPlace.size >= MAX_ENTRIES) break;
      if (!at || isCommented(text, match.index)) continue;
      const entry = unquoted(text, match[1] ?? '', at);
      if (!byPlace.has(entry.span[0])) byPlace.set(entry.span[0], entry);
    }
  }
  const entries = [...byPlace.values()].sort((a, b) => a.span[0] - b.span[0]);
  return { entries, error: byPlace.size < MAX_ENTRIES ? null : TOO_MANY_ENTRIES };
}

function isCommented(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 200), at);
  return /^[ \t]*(?:#|::|rem\b)/i.test(before.slice(before.lastIndexOf('\n') + 1));
}

function unquoted(text: string, name: string, [start, end]: Span): RawEntry {
  const quote = text[start];
  const isQuoted = (quote === '"' || quote === "'") && end - start > 1;
  const trimmed = start + text.slice(start, end).trimEnd().length;
  const span: Span = isQuoted ? [start + 1, end - 1] : [start, trimmed];
  const written = text.slice(...span);
  const value =
    quote === "'"
      ? written.replaceAll("''", "'")
      : written.replace(/`(.)|""/g, (pair, char: string) => char ?? pair[0]);
  return { keyPath: [name], value: isQuoted ? value : written, span, format: 'shell' };
}
