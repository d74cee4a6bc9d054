/**
 * Characters shown of a value, by its length: enough to recognise one's own, and little help to guess another's.
 * Short values show less, because there every character is a good part of the whole.
 */
const SHOWN: readonly (readonly [atLeast: number, head: number, tail: number])[] = [
  [6, 2, 1],
  [5, 1, 0],
  [0, 0, 0],
];

/** `se…t (6)`: first and last characters, and the length in UTF-16 code units. */
export function maskSecret(value: string): string {
  // A private key of megabytes need not be taken apart for three characters; a mask never splits a pair.
  const isShort = value.length < 64;
  const characters = isShort ? [...value] : [...value.slice(0, 8), ...value.slice(-8)];
  const [, head, tail] = SHOWN.find(([atLeast]) => characters.length >= atLeast) ?? [0, 0, 0];
  const end = tail > 0 ? characters.slice(-tail) : [];
  return `${visible(characters.slice(0, head))}…${visible(end)} (${value.length})`;
}

/** Control characters and line breaks would break a report's layout, or steer the terminal. */
function visible(characters: readonly string[]): string {
  return characters
    .map((character) => (/^[\p{L}\p{N}\p{P}\p{S} ]$/u.test(character) ? character : '?'))
    .join('');
}

/** Values as short as this are only cut out where they stand alone: `a` is no secret inside `abc`. */
const SHORT = 3;

/** An expression of longer ones may be too large. */
const LONG = 500;

/** The text with every secret in it masked, as it stands and as JSON has it: for errors and debug output. */
export function redact(text: string, secrets: Iterable<string>): string {
  const masks = new Map<string, string>();
  for (const secret of secrets) {
    if (secret === '') continue;
    for (const written of [secret, JSON.stringify(secret).slice(1, -1)])
      masks.set(written, maskSecret(secret));
  }
  if (masks.size === 0) return text;
  const byLength = [...masks.keys()].sort((a, b) => b.length - a.length);
  const long = byLength.filter((written) => written.length > LONG);
  const rest = long.reduce((left, written) => left.replaceAll(written, () => masks.get(written)!), text);
  // One pass, longest first, so that a secret inside a longer one or inside a mask is no trouble.
  const patterns = byLength.slice(long.length).map(patternOf);
  if (patterns.length === 0) return rest;
  return rest.replace(new RegExp(patterns.join('|'), 'gu'), (found) => masks.get(found) ?? '…');
}

function patternOf(secret: string): string {
  const escaped = secret.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  return secret.length > SHORT ? escaped : `(?<![\\p{L}\\p{N}_])${escaped}(?![\\p{L}\\p{N}_])`;
}
