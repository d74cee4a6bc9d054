import type { Reader } from './entry.ts';
import { readJson } from './json.ts';
import { readProperties } from './properties.ts';

/** `.shoprc`, in which programs look for their settings: JSON, or names with values in sections. */
export function isRunCommandsPath(path: string): boolean {
  return /(?:^|\/)\.[a-z][\w-]{0,40}rc$/i.test(path);
}

export const readRunCommands: Reader = (text, path, readNested) =>
  /^\s{0,100}[{/]/.test(text) ? readJson(text, path, readNested) : readProperties(text, `${path}.ini`);
