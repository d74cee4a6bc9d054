import { isHmacAlgorithm, type HmacAlgorithm } from './algorithms.ts';
import { hmacEngine } from './hmac/engine.ts';
import type { HashName } from './hmac/sha2.ts';
import { BATCH_KEYS, type HmacTarget } from './hmac/types.ts';
import { keyForms, type KeyForm, type KeyReading } from './key-forms.ts';
import { signedParts } from './token.ts';

/** A text that may be a secret; read leniently where nothing else is said. */
export interface SecretCandidate {
  readonly value: string;
  readonly reading?: KeyReading;
}

/** What signs a token: a candidate and how it is read, or no key at all. */
export type SigningKey<Candidate> =
  | { readonly candidate: Candidate; readonly form: KeyForm }
  | { readonly candidate: null; readonly form: 'empty' };

export interface SearchOptions {
  /** Give up after about so many compressions of SHA-256, 64 to 80 ns each with SIMD. */
  readonly maxWork?: number;
}

/** How far a search is. */
export interface SearchProgress {
  /** Candidates that were tried on every token that is still open. */
  readonly candidates: number;
  readonly found: number;
}

export interface SearchResult<Candidate> {
  /** By token. */
  readonly keys: ReadonlyMap<string, SigningKey<Candidate>>;
  readonly candidates: number;
  /** False where the work was cut off before all candidates had been tried. */
  readonly isComplete: boolean;
}

const HASHES: Readonly<Record<HmacAlgorithm, HashName>> = {
  HS256: 'sha256',
  HS384: 'sha384',
  HS512: 'sha512',
};
/** A cut signature is still proof if so much of it fits; Node's own limit for cut GCM tags is the same. */
const LEAST_MAC_BYTES = 16;
/** Progress is made, and a search can be left, each time so much has been done: some milliseconds. */
const WORK_PER_STEP = 250_000;

/** What a token signed with HMAC asks of a key; null for all others. */
export function hmacTarget(token: string): HmacTarget | null {
  const parts = signedParts(token);
  if (parts === null || !isHmacAlgorithm(parts.algorithm)) return null;
  const mac = Buffer.from(parts.signature, 'base64url');
  if (mac.length < LEAST_MAC_BYTES) return null;
  return { hash: HASHES[parts.algorithm], message: parts.signed, mac };
}

/**
 * Find the values whose HMAC are the signatures of the tokens (RFC 7515, section 5.2). Each candidate is tried as it stands and
 * decoded, as far as its reading says; the empty key is tried first. Of several that fit, the first counts. The search is a generator, so that its user can show progress, let others work, and leave it.
 */
export function* searchSigningKeys<Candidate extends SecretCandidate>(
  tokens: Iterable<string>,
  candidates: Iterable<Candidate>,
  options: SearchOptions = {},
): Generator<SearchProgress, SearchResult<Candidate>> {
  const search = new Search<Candidate>(tokens, options.maxWork ?? Infinity);
  yield* search.run([{ candidate: null, form: 'empty', bytes: new Uint8Array() }]);
  let batch: Key<Candidate>[] = [];
  for (const candidate of candidates) {
    if (search.isOver) break;
    for (const [form, bytes] of keyForms(candidate.value, candidate.reading))
      batch.push({ candidate, form, bytes });
    search.candidates++;
    // A candidate has a few forms at most.
    if (batch.length < BATCH_KEYS - 8) continue;
    yield* search.run(batch);
    batch = [];
  }
  yield* search.run(batch);
  return search.result();
}

/** Run a search to its end at once. */
export function finish<Result>(search: Generator<unknown, Result>): Result {
  for (;;) {
    const { done, value } = search.next();
    if (done) return value;
  }
}

type Key<Candidate> = SigningKey<Candidate> & { readonly bytes: Uint8Array };

class Search<Candidate> {
  candidates = 0;
  readonly #open: Map<HashName, Map<string, HmacTarget>> = new Map();
  readonly #found = new Map<string, SigningKey<Candidate>>();
  #work: number;
  #isCutOff = false;

  constructor(tokens: Iterable<string>, maxWork: number) {
    this.#work = maxWork;
    for (const token of tokens) {
      const target = hmacTarget(token);
      if (target === null) continue;
      const targets = this.#open.get(target.hash);
      if (targets) targets.set(token, target);
      else this.#open.set(target.hash, new Map([[token, target]]));
    }
  }

  get isOver(): boolean {
    return this.#isCutOff || this.#open.size === 0;
  }

  result(): SearchResult<Candidate> {
    return { keys: this.#found, candidates: this.candidates, isComplete: !this.#isCutOff };
  }

  /** Try up to {@link BATCH_KEYS} keys on every token that is open. */
  *run(keys: readonly Key<Candidate>[]): Generator<SearchProgress, void> {
    if (keys.length === 0) return;
    for (const [hash, targets] of this.#open) {
      const engine = hmacEngine(hash);
      engine.setKeys(keys.map(({ bytes }) => bytes));
      let since = this.#spend(keys.length * workOfKey(hash));
      for (const [token, target] of targets) {
        if (this.#isCutOff) return;
        const index = engine.find(target);
        if (index >= 0) this.#close(hash, token, keys[index]!);
        since += this.#spend((index < 0 ? keys.length : index + 1) * workOfMessage(target));
        if (since < WORK_PER_STEP) continue;
        since = 0;
        yield { candidates: this.candidates, found: this.#found.size };
        // Another search may have used the engine meanwhile.
        engine.setKeys(keys.map(({ bytes }) => bytes));
      }
    }
    yield { candidates: this.candidates, found: this.#found.size };
  }

  #close(hash: HashName, token: string, { candidate, form }: Key<Candidate>): void {
    this.#found.set(token, { candidate, form } as SigningKey<Candidate>);
    const targets = this.#open.get(hash);
    targets?.delete(token);
    if (targets?.size === 0) this.#open.delete(hash);
  }

  #spend(work: number): number {
    this.#work -= work;
    if (this.#work < 0) this.#isCutOff = true;
    return work;
  }
}

/** What one key costs on a token, in compressions of SHA-256; 0 for tokens that have no secret. */
export function workOfToken(token: string): number {
  const target = hmacTarget(token);
  return target === null ? 0 : workOfMessage(target);
}

/** SHA-384 and SHA-512 have half the lanes, and blocks of twice the size. */
function workOfKey(hash: HashName): number {
  return hash === 'sha256' ? 4 : 8;
}

function workOfMessage({ hash, message }: HmacTarget): number {
  const [blockBytes, cost] = hash === 'sha256' ? [64, 1] : [128, 2];
  return (Math.ceil((message.length + 17) / blockBytes) + 1) * cost;
}
