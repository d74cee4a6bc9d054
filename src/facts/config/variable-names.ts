import type { ConfigEntry } from '../model.ts';

/** node-config's map from settings to the environment variables that override them. */
const VARIABLE_NAMES = /(?:^|\/)custom-environment-variables\.(?:json5?|ya?ml|toml|hjson)$/i;

/** Values that are names of variables: what they lead to is written elsewhere. */
export function withVariableNames(path: string, entries: readonly ConfigEntry[]): readonly ConfigEntry[] {
  if (!VARIABLE_NAMES.test(path)) return entries;
  return entries
    .filter(({ keyPath }) => keyPath.at(-1) !== '__format')
    .map((entry) => {
      const keyPath = entry.keyPath.at(-1) === '__name' ? entry.keyPath.slice(0, -1) : entry.keyPath;
      return { ...entry, keyPath, value: `\${${entry.value}}`, refersTo: entry.value };
    });
}
