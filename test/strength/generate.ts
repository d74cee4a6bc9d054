/** Strong secrets of every usual shape, from a fixed seed. */

export type Random = () => number;

/** Integers of 32 bits: sfc32, good enough to stand in for a key generator. */
export function seeded(seed: number): Random {
  let [a, b, c, d] = [0x9e3779b9, 0x243f6a88, 0xb7e15162, seed];
  const next: Random = () => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  for (let i = 0; i < 20; i++) next();
  return next;
}

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const HEX = `${DIGITS}abcdef`;
const ALNUM = LOWER + LOWER.toUpperCase() + DIGITS;
const ASCII = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).join('');

function text(random: Random, alphabet: string, length: number): string {
  return Array.from({ length }, () => alphabet[random() % alphabet.length]).join('');
}

function bytes(random: Random, length: number): Buffer {
  return Buffer.from(Array.from({ length }, () => random() & 255));
}

function uuid(random: Random): string {
  const hex = text(random, HEX, 32);
  const variant = '89ab'[random() % 4]!;
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20),
  ].join('-');
}

/** Words of syllables: as many, as long and as word-like as those of a diceware list, and nobody's list. */
export function madeUpWords(random: Random, count = 7776): string[] {
  const onsets = ['b', 'br', 'c', 'ch', 'cl', 'd', 'dr', 'f', 'fl', 'g', 'gr', 'h', 'j', 'k', 'l', 'm', 'n', 'p', 'pl', 'qu', 'r', 's', 'sh', 'st', 't', 'tr', 'v', 'w', 'y', 'z']; // prettier-ignore
  const vowels = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'oo', 'ou', 'y'];
  const codas = ['', '', '', 'b', 'ck', 'd', 'g', 'l', 'll', 'm', 'n', 'nd', 'ng', 'nt', 'p', 'r', 'rd', 's', 'ss', 'st', 't', 'x']; // prettier-ignore
  const pick = (from: readonly string[]): string => from[random() % from.length]!;
  const words = new Set<string>();
  while (words.size < count) {
    const syllables = 1 + (random() % 3);
    const word = Array.from({ length: syllables }, () => pick(onsets) + pick(vowels)).join('') + pick(codas);
    if (word.length >= 3 && word.length <= 9) words.add(word);
  }
  return [...words];
}

export function phrase(random: Random, words: readonly string[], count: number, separator: string): string {
  return Array.from({ length: count }, () => words[random() % words.length]).join(separator);
}

/** Makers of one strong secret each. */
export function strongShapes(words: readonly string[]): Record<string, (random: Random) => string> {
  return {
    'hex 16 bytes': (random) => bytes(random, 16).toString('hex'),
    'hex 32 bytes': (random) => bytes(random, 32).toString('hex'),
    'hex 64 bytes': (random) => bytes(random, 64).toString('hex'),
    'upper-case hex 32 bytes': (random) => bytes(random, 32).toString('hex').toUpperCase(),
    'base64 24 bytes': (random) => bytes(random, 24).toString('base64'),
    'base64 32 bytes': (random) => bytes(random, 32).toString('base64'),
    'base64 48 bytes': (random) => bytes(random, 48).toString('base64'),
    'base64 64 bytes': (random) => bytes(random, 64).toString('base64'),
    'base64url 32 bytes': (random) => bytes(random, 32).toString('base64url'),
    'base64url 64 bytes': (random) => bytes(random, 64).toString('base64url'),
    'uuid 4': uuid,
    'two uuids': (random) => `${uuid(random)}${uuid(random)}`,
    'alnum 32': (random) => text(random, ALNUM, 32),
    'alnum 64': (random) => text(random, ALNUM, 64),
    'lower 32': (random) => text(random, LOWER, 32),
    'lower and digits 32': (random) => text(random, LOWER + DIGITS, 32),
    'upper 40': (random) => text(random, LOWER.toUpperCase(), 40),
    'base32 32': (random) => text(random, `${LOWER.toUpperCase()}234567`, 32),
    'printable ASCII 32': (random) => text(random, ASCII.replace(/[$%{}<>"'`]/g, ''), 32),
    'digits 48': (random) => text(random, DIGITS, 48),
    'base58 44': (random) => text(random, ALNUM.replace(/[0OIl]/g, ''), 44),
    'nanoid 32': (random) => text(random, `${ALNUM}_-`, 32),
    'hex 32 bytes with colons': (random) => bytes(random, 32).toString('hex').match(/../g)!.join(':'),
    'a prefix and hex 24 bytes': (random) => `jwt_live_${bytes(random, 24).toString('hex')}`,
    'eight words': (random) => phrase(random, words, 8, '-'),
  };
}
