import { finish, searchSigningKeys, type SigningKey } from '../../jwt/proof.ts';
import type { Candidate } from './candidates.ts';

export type FoundSecret = SigningKey<Candidate>;

/** Values to try, the likelier first. */
export interface CandidateSources {
  /** Named values and keys of the project. */
  readonly values: ReadonlySet<string>;
  /** What everybody knows. */
  common(): Iterable<Candidate>;
  /** All other strings of the project that were not tried yet. */
  strings(isTried: (value: string) => boolean): Iterable<Candidate>;
  /** The user's own list, which may be long. */
  listed(): Iterable<Candidate>;
}

/**
 * Which value signs which token, as far as it was tried. Grows with the project: a token is tried on every value once, also when
 * an editor changes files around it.
 */
export class SigningSecrets {
  readonly #found = new Map<string, FoundSecret>();
  readonly #tokens = new Set<string>();
  readonly #values = new Set<string>();
  readonly #maxWork: number;
  #isCutOff = false;

  /** `maxWork` bounds one call of {@link search}, in compressions of SHA-256. */
  constructor(maxWork: number) {
    this.#maxWork = maxWork;
  }

  /** False where some token was not tried on all candidates. */
  get isComplete(): boolean {
    return !this.#isCutOff;
  }

  /** The value that signs a token, among those that were tried. */
  of(token: string): FoundSecret | null {
    return this.#found.get(token) ?? null;
  }

  /** Try tokens and values that are new on all of the other kind. */
  search(tokens: Iterable<string>, sources: CandidateSources): void {
    const newValues = [...sources.values].filter((value) => !this.#values.has(value));
    this.#run(this.#openTokens(), newValues.map((value) => ({ value, source: 'project' }))); // prettier-ignore
    for (const value of newValues) this.#values.add(value);
    const newTokens = [...new Set(tokens)].filter((token) => !this.#tokens.has(token));
    if (newTokens.length > 0) this.#run(newTokens, this.#allOf(sources));
    for (const token of newTokens) this.#tokens.add(token);
  }

  #openTokens(): string[] {
    return [...this.#tokens].filter((token) => !this.#found.has(token));
  }

  *#allOf(sources: CandidateSources): Generator<Candidate> {
    for (const value of this.#values) yield { value, source: 'project' };
    yield* sources.common();
    yield* sources.strings((value) => this.#values.has(value));
    yield* sources.listed();
  }

  #run(tokens: readonly string[], candidates: Iterable<Candidate>): void {
    if (tokens.length === 0) return;
    const result = finish(searchSigningKeys(tokens, candidates, { maxWork: this.#maxWork }));
    for (const [token, key] of result.keys) this.#found.set(token, key);
    if (!result.isComplete) this.#isCutOff = true;
  }
}
