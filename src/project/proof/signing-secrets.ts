import {
  finish,
  searchSigningKeys,
  workOfToken,
  type SearchResult,
  type SigningKey,
} from '../../jwt/proof.ts';
import type { Candidate } from './candidates.ts';

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

/** A search that lets others work meanwhile, on other processors perhaps. */
export type SearchElsewhere = (
  tokens: readonly string[],
  candidates: Iterable<Candidate>,
) => Promise<SearchResult<Candidate>>;

/** Tokens and candidates that were not tried on each other yet. */
interface DueSearch {
  readonly tokens: readonly string[];
  readonly candidates: Iterable<Candidate>;
  done(result: SearchResult<Candidate>): void;
}

/** Keys that a candidate gives, more or less. */
const KEYS = { text: 1, encoded: 2, lenient: 3 } as const;
/** Work for a key by itself, for its pads. */
const WORK_OF_PADS = 6;

/**
 * Which value signs which token, as far as it was tried. Grows with the project: a token is tried on every value once, also when
 * an editor changes files around it.
 */
export class SigningSecrets {
  readonly #found = new Map<string, SigningKey<Candidate>>();
  readonly #tokens = new Set<string>();
  readonly #values = new Set<string>();
  readonly #maxWork: number;
  #isCutOff = false;

  /** `maxWork` bounds one call of a search, in compressions of SHA-256. */
  constructor(maxWork: number) {
    this.#maxWork = maxWork;
  }

  /** False where some token was not tried on all candidates. */
  get isComplete(): boolean {
    return !this.#isCutOff;
  }

  /** The value that signs a token, among those that were tried. */
  of(token: string): SigningKey<Candidate> | null {
    return this.#found.get(token) ?? null;
  }

  /** The values of the project that sign some token. */
  projectValues(): Set<string> {
    const candidates = [...this.#found.values()].flatMap(({ candidate }) => candidate ?? []);
    return new Set(candidates.flatMap(({ value, source }) => (source === 'project' ? [value] : [])));
  }

  /** Try tokens and values that are new on all of the other kind. */
  search(tokens: Iterable<string>, sources: CandidateSources): void {
    for (const due of this.#due(tokens, sources))
      due.done(finish(searchSigningKeys(due.tokens, due.candidates)));
  }

  /** The same by another search. */
  async searchBy(
    search: SearchElsewhere,
    tokens: Iterable<string>,
    sources: CandidateSources,
  ): Promise<void> {
    for (const due of this.#due(tokens, sources)) due.done(await search(due.tokens, due.candidates));
  }

  *#due(tokens: Iterable<string>, sources: CandidateSources): Generator<DueSearch> {
    const newValues = [...sources.values].filter((value) => !this.#values.has(value));
    const open = [...this.#tokens].filter((token) => !this.#found.has(token));
    yield this.#dueSearch(open, ofProject(newValues), () => {
      for (const value of newValues) this.#values.add(value);
    });
    const newTokens = [...new Set(tokens)].filter((token) => !this.#tokens.has(token));
    yield this.#dueSearch(newTokens, this.#all(sources), () => {
      for (const token of newTokens) this.#tokens.add(token);
    });
  }

  #dueSearch(tokens: readonly string[], candidates: Iterable<Candidate>, remember: () => void): DueSearch {
    return {
      tokens,
      candidates: tokens.length === 0 ? [] : this.#affordable(tokens, candidates),
      done: ({ keys }) => {
        for (const [token, key] of keys) this.#found.set(token, key);
        remember();
      },
    };
  }

  *#all(sources: CandidateSources): Generator<Candidate> {
    // A sample's secret is found before all the names of a large project are tried. What it is called is seen later.
    yield* sources.common();
    yield* ofProject(this.#values);
    yield* sources.strings((value) => this.#values.has(value));
    yield* sources.listed();
  }

  /** As many candidates as the work allows, if no token is found: the same ones, however the search goes on and on how many processors. */
  *#affordable(tokens: readonly string[], candidates: Iterable<Candidate>): Generator<Candidate> {
    const workOfKey = tokens.reduce((sum, token) => sum + workOfToken(token), WORK_OF_PADS);
    let left = this.#maxWork;
    for (const candidate of candidates) {
      left -= workOfKey * KEYS[candidate.reading ?? 'lenient'];
      if (left < 0) {
        this.#isCutOff = true;
        return;
      }
      yield candidate;
    }
  }
}

function* ofProject(values: Iterable<string>): Generator<Candidate> {
  for (const value of values) yield { value, source: 'project' };
}
