const UNITS: readonly (readonly [seconds: number, name: string])[] = [
  [365.25 * 86_400, 'year'],
  [30.44 * 86_400, 'month'],
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
];

/** A time beside now: `3 years ago`, `in 5 days`, `just now`. */
export function inWords(date: Date, now: Date): string {
  const seconds = (date.getTime() - now.getTime()) / 1000;
  const [size, name] = UNITS.find(([unit]) => Math.abs(seconds) >= unit) ?? [1, null];
  if (name === null) return seconds > 0 ? 'in a moment' : 'just now';
  const count = Math.floor(Math.abs(seconds) / size);
  const span = `${count} ${name}${count === 1 ? '' : 's'}`;
  return seconds > 0 ? `in ${span}` : `${span} ago`;
}

/** A NumericDate (RFC 7519 section 2), also where the issuer counts milliseconds; null for all else. */
export function numericDate(value: unknown): Date | null {
  if (typeof value !== 'number' || !Number.isFinite(value)) return null;
  const date = new Date(value > 1e11 ? value : value * 1000);
  return Number.isNaN(date.getTime()) ? null : date;
}
