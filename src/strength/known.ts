import { KNOWN_DEFAULTS, KNOWN_HASHES } from './known-defaults.ts';
import { canonical } from './text.ts';

/** How a value is like a known one. */
export interface KnownMatch {
  readonly how: 'exact' | 'respelt' | 'prefix';
  /** Where the value is published, or null for the user's own list. */
  readonly origin: string | null;
  /** How much of the value the known one makes up, in UTF-16 code units. */
  readonly length: number;
}

/** Secrets that are no longer secret. */
export interface KnownSecrets {
  /** Finds the very value. */
  findExact(value: string): KnownMatch | null;
  /** Finds another spelling of a known value: other case, other separators, compatibility characters. */
  findRespelt(value: string): KnownMatch | null;
  /** Finds the longest known value of {@link LEAST_PREFIX} characters or more that `value` begins with. */
  findPrefix(value: string): KnownMatch | null;
}

/** Shorter forms are too short to tell values apart. */
export const LEAST_CANONICAL = 6;
/** Known values of this length are looked for at the beginning of longer ones. */
export const LEAST_PREFIX = 16;
/** Only values of ordinary length are spelt in other ways. */
const LONGEST_CANONICAL = 1024;

/** The form that all spellings of a value share, or null where that is too short to tell values apart. */
export function canonicalOf(value: string): string | null {
  if (value.length > LONGEST_CANONICAL) return null;
  const plain = canonical(value);
  return plain.length < LEAST_CANONICAL ? null : plain;
}

/** Values that are published, each with where. */
class PublishedSecrets implements KnownSecrets {
  readonly #exact: Map<string, string> = new Map();
  readonly #canonical: Map<string, string> = new Map();
  readonly #long: string[] = [];

  /** Takes `value` up; the first origin of a value counts. */
  add(value: string, origin: string): void {
    if (this.#exact.has(value)) return;
    this.#exact.set(value, origin);
    if (value.length >= LEAST_PREFIX) this.#long.push(value);
    const plain = canonicalOf(value);
    if (plain !== null && !this.#canonical.has(plain)) this.#canonical.set(plain, origin);
  }

  findExact(value: string): KnownMatch | null {
    const origin = this.#exact.get(value);
    return origin === undefined ? null : { how: 'exact', origin, length: value.length };
  }

  findRespelt(value: string): KnownMatch | null {
    const plain = canonicalOf(value);
    const origin = plain === null ? undefined : this.#canonical.get(plain);
    return origin === undefined ? null : { how: 'respelt', origin, length: value.length };
  }

  findPrefix(value: string): KnownMatch | null {
    if (value.length <= LEAST_PREFIX) return null;
    let longest = '';
    for (const known of this.#long)
      if (known.length > longest.length && value.startsWith(known)) longest = known;
    const origin = this.#exact.get(longest);
    return origin === undefined ? null : { how: 'prefix', origin, length: longest.length };
  }

  values(): Iterable<string> {
    return this.#exact.keys();
  }
}

let published: PublishedSecrets | null = null;

function publishedSecrets(): PublishedSecrets {
  if (published) return published;
  published = new PublishedSecrets();
  for (const [origin, values] of [...KNOWN_DEFAULTS, ...KNOWN_HASHES]) {
    for (const value of values) published.add(value, origin);
  }
  return published;
}

/** The published defaults, indexed at the first use. */
export function builtInKnown(): KnownSecrets {
  return publishedSecrets();
}

/** The values themselves, to try on a token that was found. */
export function builtInSecrets(): readonly string[] {
  return [...publishedSecrets().values()];
}
