import type { PrivateKeyFact, Span } from '../../facts/model.ts';
import { isHmacAlgorithm } from '../../jwt/algorithms.ts';
import type { KnownPlace, TokenProof } from '../model.ts';
import { commonCandidates, stringCandidates, type Candidate, type TextFile } from './candidates.ts';
import { KeyPairs } from './key-pairs.ts';
import { bestPlace, placeOf, placesOfValues, writtenAt, type ProofFile, type ValuePlace } from './places.ts';
import { SigningSecrets } from './signing-secrets.ts';

export type { ProofFile } from './places.ts';
export { SigningSecrets } from './signing-secrets.ts';

/** What the proof needs beside the facts. */
export interface ProofContext {
  /** What was tried before; shared by all states of one project. */
  readonly secrets: SigningSecrets;
  /** Further values to try, such as a user's word list. */
  readonly words: Iterable<string>;
  textOf(path: string): string | null;
}

/** Shorter strings may be anything where no name says that they are secrets. */
const LEAST_UNNAMED = 8;

/** Which values and keys of a project sign which of its tokens: the proofs for one state of its files. Everything is done when asked. */
export class Proofs {
  readonly #files: ReadonlyMap<string, ProofFile>;
  readonly #context: ProofContext;
  #places: ReadonlyMap<string, readonly ValuePlace[]> | null = null;
  #pairs: KeyPairs | null = null;
  #tokensOf: ReadonlyMap<string, readonly KnownPlace[]> | null = null;
  #isSearched = false;
  #common: ReadonlyMap<string, Candidate['source']> | null = null;
  readonly #written = new Map<string, readonly ValuePlace[]>();

  constructor(files: ReadonlyMap<string, ProofFile>, context: ProofContext) {
    this.#files = files;
    this.#context = context;
  }

  /** The same project with one file as an editor has it. */
  with(file: ProofFile): Proofs {
    return new Proofs(new Map([...this.#files, [file.facts.path, file]]), this.#context);
  }

  /** How a token in the file at `path` is signed; null where no key was found. */
  ofToken(token: string, algorithm: string, path: string): TokenProof | null {
    if (!isHmacAlgorithm(algorithm)) return this.#ofKeyPair(token, path);
    this.#search();
    const found = this.#context.secrets.of(token);
    if (found === null) return null;
    if (found.candidate === null) return { how: 'empty-key', form: 'empty', place: null };
    const { value, source } = found.candidate;
    const place = bestPlace(this.#placesOf(value), path);
    if (place)
      return { how: PROOF_OF[place.kind], form: found.form, place: { path: place.path, span: place.span } };
    const origin = this.#commonSources().get(value) ?? source;
    // A value that was in the project, and was taken out meanwhile.
    return origin === 'project' ? null : { how: PROOF_BY[origin], form: found.form, place: null };
  }

  /** Places of a file where a value stands that signs tokens, though nothing else says that it is a secret. */
  unnamedSecrets(path: string): readonly { readonly value: string; readonly span: Span }[] {
    if (!this.#hasHmacTokens()) return [];
    this.#search();
    return this.#signingValues().flatMap((value) => {
      if (value.length < LEAST_UNNAMED || this.#isCommon(value)) return [];
      const places = this.#placesOf(value).filter((place) => place.path === path && place.rank !== 'key');
      return places.map(({ span }) => ({ value, span }));
    });
  }

  /** The tokens that a value signs. */
  tokensSignedBy(value: string): readonly KnownPlace[] {
    if (!this.#hasHmacTokens()) return [];
    this.#search();
    this.#tokensOf ??= this.#tokensByValue();
    return this.#tokensOf.get(value) ?? [];
  }

  /** What in the project belongs to a private key. */
  ofKey(key: PrivateKeyFact): {
    readonly tokens: readonly KnownPlace[];
    readonly publicKeys: readonly KnownPlace[];
  } {
    if (key.type === 'oct') return { tokens: this.tokensSignedBy(key.material), publicKeys: [] };
    const pairs = this.#keyPairs();
    const pair = pairs.ofKey(key);
    if (pair === null) return { tokens: [], publicKeys: [] };
    const tokens = this.#tokenPlaces().filter(
      ({ token, algorithm }) => !isHmacAlgorithm(algorithm) && pairs.ofToken(token) === pair,
    );
    return { tokens: tokens.map(({ place }) => place), publicKeys: pair.publicPlaces };
  }

  /* ---------------------------------------------------------------- secrets */

  #search(): void {
    if (this.#isSearched) return;
    this.#isSearched = true;
    const { secrets, words } = this.#context;
    this.#places = placesOfValues(this.#files.values());
    secrets.search(
      this.#tokenPlaces().map(({ token }) => token),
      {
        values: new Set(this.#places.keys()),
        *common() {
          yield* commonCandidates();
          for (const value of words) yield { value, reading: 'text', source: 'list' };
        },
        strings: (isTried) => stringCandidates(this.#textFiles(), isTried),
      },
    );
  }

  /** Where a value stands: by name or, where no name says so, as any string. A word like `secret` stands everywhere and says nothing. */
  #placesOf(value: string): readonly ValuePlace[] {
    const named = this.#places?.get(value) ?? [];
    if (this.#isCommon(value)) return named.filter(({ rank }) => rank !== 'any');
    if (named.length > 0) return named;
    let written = this.#written.get(value);
    if (written === undefined) {
      written = [...this.#files.values()].flatMap(({ facts }) =>
        writtenAt(this.#context.textOf(facts.path) ?? '', value).map((span) =>
          placeOf(facts, span, 'secret', 'any'),
        ),
      );
      this.#written.set(value, written);
    }
    return written;
  }

  #isCommon(value: string): boolean {
    return this.#commonSources().has(value);
  }

  #commonSources(): ReadonlyMap<string, Candidate['source']> {
    if (this.#common) return this.#common;
    const sources = new Map<string, Candidate['source']>();
    for (const { value, source } of commonCandidates()) if (!sources.has(value)) sources.set(value, source);
    this.#common = sources;
    return sources;
  }

  #signingValues(): readonly string[] {
    const values = this.#tokenPlaces().map(({ token }) => this.#context.secrets.of(token)?.candidate?.value);
    return [...new Set(values.filter((value) => value !== undefined))];
  }

  #tokensByValue(): ReadonlyMap<string, readonly KnownPlace[]> {
    const tokens = new Map<string, KnownPlace[]>();
    for (const { token, place } of this.#tokenPlaces()) {
      const value = this.#context.secrets.of(token)?.candidate?.value;
      if (value === undefined) continue;
      const list = tokens.get(value);
      if (list) list.push(place);
      else tokens.set(value, [place]);
    }
    return tokens;
  }

  /* ---------------------------------------------------------------- key pairs */

  #ofKeyPair(token: string, path: string): TokenProof | null {
    const pair = this.#keyPairs().ofToken(token);
    if (pair === null) return null;
    const isPrivate = pair.privatePlaces.length > 0;
    const places = isPrivate ? pair.privatePlaces : pair.publicPlaces;
    const place = places.find((one) => one.path === path) ?? places[0]!;
    return { how: isPrivate ? 'private-key' : 'public-key', form: null, place };
  }

  #keyPairs(): KeyPairs {
    this.#pairs ??= new KeyPairs(this.#files.values());
    return this.#pairs;
  }

  /* ---------------------------------------------------------------- files */

  #hasHmacTokens(): boolean {
    return this.#tokenPlaces().some(({ algorithm }) => isHmacAlgorithm(algorithm));
  }

  #tokens: readonly { token: string; algorithm: string; place: KnownPlace }[] | null = null;

  #tokenPlaces(): readonly { token: string; algorithm: string; place: KnownPlace }[] {
    this.#tokens ??= [...this.#files.values()].flatMap(({ facts: { path, tokens } }) =>
      tokens.map(({ token, algorithm, span }) => ({ token, algorithm, place: { path, span } })),
    );
    return this.#tokens;
  }

  *#textFiles(): Generator<TextFile> {
    for (const path of this.#files.keys()) yield { path, text: () => this.#context.textOf(path) };
  }
}

const PROOF_BY = {
  known: 'known-secret',
  words: 'guessable-secret',
  list: 'listed-secret',
} as const;

const PROOF_OF = {
  secret: 'secret',
  'public-key': 'public-key-as-secret',
  'private-key': 'private-key-as-secret',
} as const;
