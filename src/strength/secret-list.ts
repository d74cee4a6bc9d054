import { HashSet, HashState, hashOf } from './hash-set.ts';
import { canonicalOf, LEAST_CANONICAL, LEAST_PREFIX, type KnownMatch, type KnownSecrets } from './known.ts';

/**
 * The user's own list of secrets that are no longer secret, of any length: leaked values, or those of other projects. It keeps
 * hashes of 53 bits and no text, so that ten million lines fit into memory, and a dump of the memory tells nothing.
 */
export class SecretList implements KnownSecrets {
  readonly #values: HashSet = new HashSet();
  /** Forms that all spellings share, of those values that are not written so themselves. */
  readonly #canonical: HashSet = new HashSet();

  /** Takes up one value; white space around it does not count. */
  add(value: string): void {
    const text = value.trim();
    if (text === '') return;
    const hash = hashOf(text);
    this.#values.add(hash);
    const canonical = canonicalHashOf(text);
    if (canonical !== null && canonical !== hash) this.#canonical.add(canonical);
  }

  /** How many different values were taken up. */
  get size(): number {
    return this.#values.size;
  }

  has(value: string): boolean {
    return this.#values.has(hashOf(value));
  }

  findExact(value: string): KnownMatch | null {
    return this.has(value) ? { how: 'exact', origin: null, length: value.length } : null;
  }

  findRespelt(value: string): KnownMatch | null {
    const hash = canonicalHashOf(value);
    if (hash === null) return null;
    const isKnown = this.#canonical.has(hash) || this.#values.has(hash);
    return isKnown ? { how: 'respelt', origin: null, length: value.length } : null;
  }

  findPrefix(value: string): KnownMatch | null {
    const state = new HashState();
    let longest = 0;
    for (let length = 1; length < Math.min(value.length, LONGEST_PREFIX); length++) {
      state.add(value.charCodeAt(length - 1));
      if (length >= LEAST_PREFIX && this.#values.has(state.hash())) longest = length;
    }
    return longest === 0 ? null : { how: 'prefix', origin: null, length: longest };
  }
}

/** No secret that people share is longer. */
const LONGEST_PREFIX = 512;

/** A list of the given values. */
export function secretListOf(values: Iterable<string>): SecretList {
  const list = new SecretList();
  for (const value of values) list.add(value);
  return list;
}

/** The hash of the form that all spellings of a text share; plain ASCII without making that form. */
function canonicalHashOf(text: string): number | null {
  const state = new HashState();
  let letters = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 127 || i >= LONGEST_PREFIX) return hashOrNull(canonicalOf(text));
    const isCapital = code >= 65 && code <= 90;
    if (!isCapital && !(code >= 97 && code <= 122) && !(code >= 48 && code <= 57)) continue;
    state.add(isCapital ? code + 32 : code);
    letters++;
  }
  return letters < LEAST_CANONICAL ? null : state.hash();
}

function hashOrNull(text: string | null): number | null {
  return text === null ? null : hashOf(text);
}
