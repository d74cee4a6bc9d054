import { KNOWN_DEFAULTS } from './known-defaults.ts';
import { KNOWN_HASHES } from './known-hashes.ts';
import { canonical } from './text.ts';

/** How a value is like a known one. `length` is how much of the value the known one makes up. */
export interface KnownMatch {
  readonly how: 'exact' | 'respelt' | 'prefix';
  /** Where the value is published, or null for the user's own list. */
  readonly origin: string | null;
  readonly length: number;
}

const LEAST_CANONICAL = 6;
/** Known values of this length are looked for at the beginning of longer ones. */
const PREFIX = 16;
/** Only values of ordinary length are spelt in other ways. */
const LONGEST_CANONICAL = 1024;

/** Secrets that are no longer secret, found by their exact text, by another spelling, or as a beginning. */
export class KnownSecrets {
  readonly #exact: Map<string, string | null> = new Map();
  readonly #canonical: Map<string, string | null> = new Map();
  readonly #byPrefix: Map<string, string[]> = new Map();

  /** Takes `value` up; the first origin of a value counts. */
  add(value: string, origin: string | null): void {
    if (value === '' || this.#exact.has(value)) return;
    this.#exact.set(value, origin);
    const plain = canonicalOf(value);
    if (plain !== null && !this.#canonical.has(plain)) this.#canonical.set(plain, origin);
    if (value.length < PREFIX) return;
    const prefix = value.slice(0, PREFIX);
    const others = this.#byPrefix.get(prefix);
    if (others) others.push(value);
    else this.#byPrefix.set(prefix, [value]);
  }

  findExact(value: string): KnownMatch | null {
    const origin = this.#exact.get(value);
    return origin === undefined ? null : { how: 'exact', origin, length: value.length };
  }

  /** Finds another spelling of a known value: other case, other separators, compatibility characters. */
  findRespelt(value: string): KnownMatch | null {
    const plain = canonicalOf(value);
    const origin = plain === null ? undefined : this.#canonical.get(plain);
    return origin === undefined ? null : { how: 'respelt', origin, length: value.length };
  }

  /** Finds the longest known value that `value` begins with. */
  findPrefix(value: string): KnownMatch | null {
    let longest = '';
    for (const known of this.#byPrefix.get(value.slice(0, PREFIX)) ?? []) {
      if (known.length > longest.length && value.startsWith(known)) longest = known;
    }
    if (longest === '') return null;
    return { how: 'prefix', origin: this.#exact.get(longest) ?? null, length: longest.length };
  }

  values(): Iterable<string> {
    return this.#exact.keys();
  }
}

function canonicalOf(value: string): string | null {
  if (value.length > LONGEST_CANONICAL) return null;
  const plain = canonical(value);
  return plain.length < LEAST_CANONICAL ? null : plain;
}

/** An index of the user's own list: leaked values, or those of other projects. */
export function buildKnownSecrets(values: Iterable<string>): KnownSecrets {
  const known = new KnownSecrets();
  for (const value of values) known.add(value.trim(), null);
  return known;
}

let builtIn: KnownSecrets | null = null;

/** The index of the published defaults, built at the first use. */
export function builtInKnown(): KnownSecrets {
  if (builtIn) return builtIn;
  builtIn = new KnownSecrets();
  for (const [origin, values] of [...KNOWN_DEFAULTS, ...KNOWN_HASHES]) {
    for (const value of values) builtIn.add(value, origin);
  }
  return builtIn;
}

/** The values themselves, to try on a token that was found. */
export function builtInSecrets(): readonly string[] {
  return [...builtInKnown().values()];
}
