/** A text that repeats its own name is a label, a header or the name of a variable. */
export function repeatsName(value: string, path: readonly string[]): boolean {
  const own = letters(value);
  return own === letters(path.at(-1) ?? '') || own === letters(path.join(''));
}

/** `jwt: { key: 'JWT' }`, `jwtSecretRow.key = 'jwtSecret'`: the key is what its owner is called by. */
export function namesOwner(value: string, path: readonly string[]): boolean {
  const own = letters(value);
  if (own === '' || !/^key$/i.test(path.at(-1) ?? '')) return false;
  return path.slice(0, -1).some((_, i) => letters(path.slice(i, -1).join('')).startsWith(own));
}

function letters(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
