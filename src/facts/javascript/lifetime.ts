/** Seconds of the units people write, as the `ms` package and jose read them. */
const UNITS: Readonly<Record<string, number>> = {
  ms: 0.001, msec: 0.001, msecs: 0.001, millisecond: 0.001, milliseconds: 0.001,
  s: 1, sec: 1, secs: 1, second: 1, seconds: 1,
  m: 60, min: 60, mins: 60, minute: 60, minutes: 60,
  h: 3600, hr: 3600, hrs: 3600, hour: 3600, hours: 3600,
  d: 86_400, day: 86_400, days: 86_400, w: 604_800, week: 604_800, weeks: 604_800,
  y: 31_557_600, yr: 31_557_600, yrs: 31_557_600, year: 31_557_600, years: 31_557_600,
}; // prettier-ignore

const SPAN =
  /^\s{0,5}[+-]?\s{0,5}(\d{1,12}(?:\.\d{1,6})?)\s{0,5}([a-z]{1,12})?(?:\s{1,5}from\s{1,5}now)?\s{0,5}$/i;

/**
 * A time span in seconds: `'15m'`, `'10 years'`, and, without a unit, milliseconds, as jsonwebtoken reads such a text
 * (https://github.com/vercel/ms). Null where it is none.
 */
export function secondsOfText(text: string): number | null {
  const match = SPAN.exec(text);
  if (!match) return null;
  const factor = match[2] === undefined ? UNITS['ms'] : UNITS[match[2].toLowerCase()];
  return factor === undefined ? null : Number(match[1]) * factor;
}
