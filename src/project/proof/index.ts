import type { PrivateKeyFact, Span } from '../../facts/model.ts';
import { isHmacAlgorithm } from '../../jwt/algorithms.ts';
import type { KnownPlace, PublicKeyPlace, TokenProof } from '../model.ts';
import { commonCandidates, stringCandidates, type Candidate, type TextFile } from './candidates.ts';
import { KeyPairs } from './key-pairs.ts';
import {
  bestPlace,
  placesOf,
  valuesOf,
  writtenPlacesOf,
  type ProofFile,
  type ValueKind,
  type ValuePlace,
} from './places.ts';
import { SigningSecrets, type CandidateSources, type SearchElsewhere } from './signing-secrets.ts';

export type { ProofFile } from './places.ts';
export { SigningSecrets, type SearchElsewhere } from './signing-secrets.ts';

/** What the proof needs beside the facts. */
export interface ProofContext {
  /** What was tried before; shared by all states of one project. */
  readonly secrets: SigningSecrets;
  /** Further values to try, such as a user's word list. */
  readonly words: Iterable<string>;
  textOf(path: string): string | null;
  /** Files that say nothing by themselves, and may still hold a secret: for a search that has the time. */
  quietFiles(): Iterable<SilentFile>;
  /** Small enough for every string of every file to be tried. */
  isSmall(): boolean;
}

interface SilentFile extends Omit<TextFile, 'isClose'> {
  /** It has words of interest. */
  readonly isAside: boolean;
}

interface TokenPlace {
  readonly token: string;
  readonly isHmac: boolean;
  readonly place: KnownPlace;
}

/** Shorter strings may be anything where no name says that they are secrets. */
const LEAST_UNNAMED = 8;

/** Which values and keys of a project sign which of its tokens: the proofs for one state of its files. Everything is done when asked. */
export class Proofs {
  readonly #files: readonly ProofFile[];
  readonly #context: ProofContext;
  /** The whole project, where this is one file of it as an editor has it. */
  readonly #base: Proofs | null;
  readonly #places = new Map<string, readonly ValuePlace[]>();
  #tokens: readonly TokenPlace[] | null = null;
  #tokensOf: ReadonlyMap<string, readonly KnownPlace[]> | null = null;
  #pairs: KeyPairs | null = null;
  #isSearched = false;
  #folders: ReadonlySet<string> | null = null;

  /** The files in the order of their paths. */
  constructor(files: readonly ProofFile[], context: ProofContext, base: Proofs | null = null) {
    this.#files = files;
    this.#context = context;
    this.#base = base;
  }

  /** The same project with one file as an editor has it. */
  with(file: ProofFile): Proofs {
    return new Proofs([file], this.#context, this);
  }

  /** False where some token was not tried on everything, since that was too much. */
  get isComplete(): boolean {
    return this.#context.secrets.isComplete && (this.#pairs === null || this.#pairs.isComplete);
  }

  /** Do the search for secrets now, by another search than our own, and not when the first answer is asked for. */
  async prepare(search: SearchElsewhere): Promise<void> {
    const tokens = this.#hmacTokens();
    if (this.#isSearched || tokens.length === 0) return;
    await this.#context.secrets.searchBy(search, tokens, this.#sources(this.#quietFiles()));
    this.#isSearched = true;
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
    const origin = commonSources().get(value) ?? source;
    // A value that was in the project, and was taken out meanwhile.
    return origin === 'project' ? null : { how: PROOF_BY[origin], form: found.form, place: null };
  }

  /** Places of a file where a value stands that signs tokens, though nothing else says that it is a secret. */
  unnamedSecrets(path: string): readonly { readonly value: string; readonly span: Span }[] {
    return [...this.#tokensByValue().keys()].flatMap((value) => {
      if (value.length < LEAST_UNNAMED || commonSources().has(value)) return [];
      const places = this.#placesOf(value).filter((place) => place.path === path && place.rank !== 'key');
      return places.map(({ span }) => ({ value, span }));
    });
  }

  /** The tokens that a value signs. */
  tokensSignedBy(value: string): readonly KnownPlace[] {
    return this.#tokensByValue().get(value) ?? [];
  }

  /** What in the project belongs to a private key. */
  ofKey(key: PrivateKeyFact): {
    readonly tokens: readonly KnownPlace[];
    readonly publicKeys: readonly PublicKeyPlace[];
  } {
    if (key.type === 'oct') return { tokens: this.tokensSignedBy(key.material), publicKeys: [] };
    const pairs = this.#keyPairs();
    const pair = pairs.ofKey(key);
    if (pair === null) return { tokens: [], publicKeys: [] };
    const own = this.#tokenPlaces().filter(({ token, isHmac }) => !isHmac && pairs.ofToken(token) === pair);
    return { tokens: own.map(({ place }) => place), publicKeys: pair.publicPlaces };
  }

  /* ---------------------------------------------------------------- secrets */

  /** Try what is new: of the whole project first, then of this file. */
  #search(): void {
    if (this.#isSearched) return;
    this.#isSearched = true;
    if (this.#base) this.#base.#search();
    this.#context.secrets.search(this.#hmacTokens(), this.#sources());
  }

  #hmacTokens(): readonly string[] {
    return this.#tokenPlaces().flatMap(({ token, isHmac }) => (isHmac ? [token] : []));
  }

  #sources(quietFiles: Iterable<TextFile> = []): CandidateSources {
    const { words } = this.#context;
    return {
      values: valuesOf(this.#files),
      common: commonCandidates,
      strings: (isTried) => stringCandidates(this.#textFiles(quietFiles), isTried),
      *listed() {
        for (const value of words) yield { value, reading: 'text', source: 'list' };
      },
    };
  }

  #tokensByValue(): ReadonlyMap<string, readonly KnownPlace[]> {
    if (this.#tokensOf) return this.#tokensOf;
    const tokens = new Map<string, KnownPlace[]>();
    const places = this.#tokenPlaces().filter(({ isHmac }) => isHmac);
    if (places.length > 0) this.#search();
    for (const { token, place } of places) {
      const value = this.#context.secrets.of(token)?.candidate?.value;
      if (value === undefined) continue;
      const list = tokens.get(value);
      if (list) list.push(place);
      else tokens.set(value, [place]);
    }
    this.#tokensOf = tokens;
    return tokens;
  }

  /** Where a value stands: by name or, where no name says so, as any string. A word like `secret` stands everywhere and says nothing. */
  #placesOf(value: string): readonly ValuePlace[] {
    const known = this.#places.get(value);
    if (known) return known;
    const files = this.#allFiles();
    let places = files.flatMap((file) => placesOf(file, value));
    if (commonSources().has(value)) places = places.filter(({ rank }) => rank !== 'any');
    else if (places.length === 0)
      places = files.flatMap((file) =>
        writtenPlacesOf(file, this.#context.textOf(file.facts.path) ?? '', value),
      );
    this.#places.set(value, places);
    return places;
  }

  /* ---------------------------------------------------------------- key pairs */

  #ofKeyPair(token: string, path: string): TokenProof | null {
    const pair = this.#keyPairs().ofToken(token);
    if (pair === null) return null;
    const isPrivate = pair.privatePlaces.length > 0;
    const places = isPrivate ? pair.privatePlaces : pair.publicPlaces;
    const place = places.find((one) => one.path === path) ?? places[0] ?? null;
    const how = pair.isPublished ? 'published-key' : isPrivate ? 'private-key' : 'public-key';
    return { how, form: null, place };
  }

  #keyPairs(): KeyPairs {
    this.#pairs ??= new KeyPairs(this.#allFiles());
    return this.#pairs;
  }

  /* ---------------------------------------------------------------- files */

  #allFiles(): readonly ProofFile[] {
    return [...this.#unchanged(this.#base ? this.#base.#files : []), ...this.#files];
  }

  #tokenPlaces(): readonly TokenPlace[] {
    if (this.#tokens) return this.#tokens;
    const own = this.#files.flatMap(({ facts: { path, tokens } }) =>
      tokens.map(({ token, algorithm, span }) => ({
        token,
        isHmac: isHmacAlgorithm(algorithm),
        place: { path, span },
      })),
    );
    const path = this.#base && this.#files[0]?.facts.path;
    const others = (this.#base ? this.#base.#tokenPlaces() : []).filter(({ place }) => place.path !== path);
    this.#tokens = [...others, ...own];
    return this.#tokens;
  }

  /** The project's files without the one that an editor has. */
  #unchanged(files: readonly ProofFile[]): readonly ProofFile[] {
    const path = this.#files[0]?.facts.path;
    return files.filter(({ facts }) => facts.path !== path);
  }

  *#textFiles(quietFiles: Iterable<TextFile>): Generator<TextFile> {
    for (const { facts } of this.#allFiles()) {
      const { path } = facts;
      yield { path, isClose: this.#isClose(path), text: () => this.#context.textOf(path) };
    }
    yield* quietFiles;
  }

  *#quietFiles(): Generator<TextFile> {
    for (const file of this.#context.quietFiles()) {
      const isClose = this.#isClose(file.path);
      if (isClose || file.isAside || MAY_CONFIGURE.test(file.path)) yield { ...file, isClose };
    }
  }

  /** Whether a file lies in the folder of a token; in a small project, all are close. */
  #isClose(path: string): boolean {
    if (this.#context.isSmall()) return true;
    this.#folders ??= new Set(this.#tokenPlaces().map(({ place }) => folderOf(place.path)));
    return this.#folders.has(folderOf(path));
  }
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

/** Files that configure something, and code in languages in which we follow no key to where it is written. */
const MAY_CONFIGURE =
  /(?:^|\/)(?:[^/.]*|[^/]*\.(?:env|ya?ml|toml|ini|cfg|conf|properties|tf|tfvars|sh|bash|ps1|py|php|rb|go|java|kt|kts|cs|rs|scala|ex|exs|pl|lua|swift|xml|gradle)(?:\.\w{1,20})?)$/i;

const PROOF_OF: Readonly<Record<ValueKind, TokenProof['how']>> = {
  secret: 'secret',
  'public-key': 'public-key-as-secret',
  'private-key': 'private-key-as-secret',
};

const PROOF_BY: Readonly<Record<Exclude<Candidate['source'], 'project'>, TokenProof['how']>> = {
  known: 'known-secret',
  words: 'guessable-secret',
  list: 'listed-secret',
};

let common: ReadonlyMap<string, Candidate['source']> | null = null;

/** Where the values come from that say nothing about a project; built at the first use. */
function commonSources(): ReadonlyMap<string, Candidate['source']> {
  // Of two sources the first counts, as in the search.
  common ??= new Map([...commonCandidates()].toReversed().map(({ value, source }) => [value, source]));
  return common;
}
