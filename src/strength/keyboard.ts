/** Rows, columns and finger patterns people type along, each also in reverse. Well-known alphabets are walks too. */
const ROWS: readonly string[] = [
  '`1234567890-=', 'qwertyuiop[]\\', "asdfghjkl;'", 'zxcvbnm,./', '~!@#$%^&*()_+',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik,9ol.0p;/', '!qaz@wsx#edc$rfv%tgb^yhn&ujm*ik<(ol>)p:?',
  'qazwsxedcrfvtgbyhnujmikolp', 'zaq1xsw2cde3vfr4bgt5nhy6mju7', 'zaqxswcdevfrbgtnhymju',
  'qwertzuiopü', 'azertyuiopqsdfghjklmwxcvbn', 'yxcvbnm', 'qwertyuiopasdfghjklzxcvbnm', 'qwertzuiopasdfghjklyxcvbnm',
  'abcdefghijklmnopqrstuvwxyz', '01234567890123456789', '0123456789abcdef0123456789abcdef',
  'abcdef0123456789abcdef0123456789', '1234567890abcdefghijklmnopqrstuvwxyz',
  'qpwoeirutyalskdjfhgzmxncbv', '1q2w3e4r5t6y7u8i9o0p', 'q1w2e3r4t5y6u7i8o9p0',
  'a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6q7r8s9t0u1v2w3x4y5z6', '1a2b3c4d5e6f7g8h9i0j1k2l3m4n5o6p7q8r9s0t1u2v3w4x5y6z',
  'a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6e7f8a9b0c1d2e3f4', 'a1b2c3d4e5f60718293a4b5c6d7e8f90', 'a1s2d3f4g5h6j7k8l9', 'aabbccddeeffgghhiijjkkllmmnnooppqqrrssttuuvvwwxxyyzz', '00112233445566778899aabbccddeeff',
  '112233445566778899', '!@#$%^&*()!@#$%^&*()', '!1@2#3$4%5^6&7*8(9)0',
]; // prettier-ignore

interface Place {
  readonly row: string;
  readonly at: number;
}

let places: Map<number, Place[]> | null = null;

/** Where each three keys in a row stand. */
function index(): Map<number, Place[]> {
  if (places) return places;
  places = new Map();
  for (const row of ROWS) {
    for (const line of [row, [...row].reverse().join('')]) {
      for (let at = 0; at + 3 <= line.length; at++) {
        const three = threeAt(line, at);
        const known = places.get(three);
        if (known) known.push({ row: line, at });
        else places.set(three, [{ row: line, at }]);
      }
    }
  }
  return places;
}

/** The three characters at `at` as one number; all of the rows are in Latin-1. */
function threeAt(text: string, at: number): number {
  return text.charCodeAt(at) | (text.charCodeAt(at + 1) << 8) | (text.charCodeAt(at + 2) << 16);
}

/** Length of the longest walk along the keyboard that begins at `start`, 0 where there is none. */
export function walkLength(text: string, start: number): number {
  if (start + 3 > text.length) return 0;
  const found = index().get(threeAt(text, start));
  if (!found) return 0;
  let longest = 0;
  for (const { row, at } of found) {
    let length = 0;
    while (start + length < text.length && row[at + length] === text[start + length]) length++;
    longest = Math.max(longest, length);
  }
  return longest;
}
