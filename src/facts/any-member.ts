/** Stands in a path for a member whose name is decided when the program runs: `config[process.env.NODE_ENV].secret`. */
export const ANY_MEMBER = '*';

/** Whether a path of names leads to a value, where some of its names may be any. */
export function isPathTo(path: readonly string[], names: readonly string[]): boolean {
  return path.length === names.length && path.every((name, i) => name === ANY_MEMBER || name === names[i]);
}
