const UNITS: readonly (readonly [seconds: number, name: string])[] = [
  [31_557_600, 'year'],
  [86_400, 'day'],
  [3600, 'hour'],
  [60, 'minute'],
  [1, 'second'],
];

/** A number of seconds as a person says it: `2 years`, `90 minutes`. */
export function spell(seconds: number): string {
  const [size, name] = UNITS.find(([least]) => seconds >= 1.5 * least || least === 1) ?? [1, 'second'];
  const amount = Math.round((seconds / size) * 10) / 10;
  return `${amount.toLocaleString('en')} ${name}${amount === 1 ? '' : 's'}`;
}
