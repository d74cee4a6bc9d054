/** The numbers of a version or of the lower end of a range: `^8.5.1` and `8.5.1-beta.2` give 8, 5, 1. Null where there are none. */
function numbersOf(version: string): readonly [number, number, number] | null {
  const match = /(\d{1,9})(?:\.(\d{1,9}|[x*]))?(?:\.(\d{1,9}|[x*]))?/.exec(version);
  if (!match) return null;
  const [major, minor, patch] = match.slice(1).map((part) => Number.parseInt(part ?? '0', 10) || 0);
  return [major ?? 0, minor ?? 0, patch ?? 0];
}

/** Order of two versions by their numbers; pre-releases count as the release. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  if (!left || !right) return 0;
  for (let i = 0; i < 3; i++) if (left[i] !== right[i]) return left[i]! - right[i]!;
  return 0;
}

/** The lower end of a range of a manifest; null for tags, links, git addresses and everything else without a number. */
export function lowestOf(range: string): string | null {
  const bare = range.replace(/^npm:(?:@[^/@]{1,100}\/)?[^@]{1,200}@/, '');
  if (!/^[\s^~>=v]{0,6}\d/.test(bare)) return null;
  const numbers = numbersOf(bare);
  return numbers && numbers.join('.');
}
