/** Characters shown of a value, by its length: enough to recognise one's own, useless to guess another's. */
const SHOWN: readonly (readonly [atLeast: number, head: number, tail: number])[] = [
  [12, 2, 1],
  [8, 1, 1],
  [5, 1, 0],
  [0, 0, 0],
];

/** `se…t (12)`: first and last characters, and the length in UTF-16 code units. */
export function maskSecret(value: string): string {
  const characters = [...value];
  const [, head, tail] = SHOWN.find(([atLeast]) => characters.length >= atLeast) ?? [0, 0, 0];
  const end = tail > 0 ? characters.slice(-tail) : [];
  return `${visible(characters.slice(0, head))}…${visible(end)} (${value.length})`;
}

/** Control characters and line breaks would break a report's layout. */
function visible(characters: readonly string[]): string {
  return characters.map((character) => (/^[\p{L}\p{N}\p{P}\p{S} ]$/u.test(character) ? character : '?')).join('');
}

/** The text with every secret in it masked: for errors and debug output. */
export function redact(text: string, secrets: Iterable<string>): string {
  let redacted = text;
  for (const secret of [...new Set(secrets)].sort((a, b) => b.length - a.length)) {
    if (secret.length > 3) redacted = redacted.split(secret).join(maskSecret(secret));
  }
  return redacted;
}
