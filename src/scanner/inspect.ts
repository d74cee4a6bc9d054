import { isHmacAlgorithm } from '../jwt/algorithms.ts';
import { describeToken } from '../jwt/claims.ts';
import { inWords, numericDate } from '../jwt/dates.ts';
import type { KeyForm } from '../jwt/key-forms.ts';
import type { SearchProgress, SecretCandidate } from '../jwt/proof.ts';
import { risksOf } from '../jwt/risks.ts';
import { decodeToken, type DecodedToken } from '../jwt/token.ts';
import { builtInSecrets } from '../strength/known.ts';
import { stockPhrases } from '../project/proof/stock-words.ts';
import { searchSignatures } from './signature-search.ts';

export interface InspectOptions {
  /** Further secrets to try. */
  readonly words?: Iterable<string>;
  readonly now?: Date;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: SearchProgress) => void;
}

/** A time of the claims. */
export interface ClaimTime {
  readonly claim: 'iat' | 'nbf' | 'exp';
  readonly date: string;
  /** `3 years ago`, `in 5 days`. */
  readonly inWords: string;
}

/** The secret that signs the token, and how it was guessed. */
export interface FoundSecret {
  readonly value: string;
  readonly form: KeyForm | 'empty';
  readonly how: 'empty' | 'known' | 'common words' | 'word list';
}

/** What a token says, and whether its secret is guessable. */
export interface Inspection extends DecodedToken {
  readonly summary: string;
  readonly times: readonly ClaimTime[];
  readonly risks: readonly string[];
  /** Null where none was found, or none was looked for: only HMAC has a secret to find. */
  readonly secret: FoundSecret | null;
  /** How many secrets were tried; null where that makes no sense. */
  readonly tried: number | null;
  /** False where the search was cut off. */
  readonly isComplete: boolean;
}

/** Take a token apart and try to guess its secret. Null where the text is no token. */
export async function inspectToken(text: string, options: InspectOptions = {}): Promise<Inspection | null> {
  const token = text.trim().replace(/^Bearer\s+/i, '');
  const decoded = decodeToken(token);
  if (decoded === null) return null;
  const { header, claims, algorithm } = decoded;
  const now = options.now ?? new Date();
  const guess = isHmacAlgorithm(algorithm) ? await guessSecret(token, options) : NO_GUESS;
  return {
    header,
    claims,
    algorithm,
    summary: describeToken(header, claims, now),
    times: claims === null ? [] : timesOf(claims, now),
    risks: risksOf(header, claims),
    ...guess,
  };
}

const NO_GUESS = { secret: null, tried: null, isComplete: true } as const;

function timesOf(claims: Readonly<Record<string, unknown>>, now: Date): ClaimTime[] {
  return (['iat', 'nbf', 'exp'] as const).flatMap((claim) => {
    const date = numericDate(claims[claim]);
    return date ? [{ claim, date: date.toISOString(), inWords: inWords(date, now) }] : [];
  });
}

interface Guess extends SecretCandidate {
  readonly how: FoundSecret['how'];
}

function* guesses(words: Iterable<string>): Generator<Guess> {
  for (const value of builtInSecrets()) yield { value, how: 'known' };
  for (const value of words) yield { value, reading: 'text', how: 'word list' };
  for (const value of stockPhrases()) yield { value, reading: 'text', how: 'common words' };
}

async function guessSecret(
  token: string,
  { words = [], signal, onProgress }: InspectOptions,
): Promise<Pick<Inspection, 'secret' | 'tried' | 'isComplete'>> {
  const { keys, candidates, isComplete } = await searchSignatures([token], guesses(words), {
    ...(signal && { signal }),
    ...(onProgress && { onProgress }),
  });
  const found = keys.get(token);
  if (found === undefined) return { secret: null, tried: candidates, isComplete };
  const { candidate, form } = found;
  const secret: FoundSecret = { value: candidate?.value ?? '', form, how: candidate?.how ?? 'empty' };
  return { secret, tried: candidates, isComplete };
}
