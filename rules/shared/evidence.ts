import type { Confidence, RelatedPlace } from '../../src/findings/model.ts';
import type { KnownPlace, Secret } from '../../src/project/model.ts';

/** One secret can sign hundreds of recorded tokens: so many are named. */
const MAX_TOKENS = 3;

/** How sure we are that a value is a JWT secret: a token that it signs is proof. */
export function confidenceOf(secret: Secret): Confidence {
  if (secret.signedTokens.length > 0) return 'proven';
  return secret.evidence === 'use' ? 'high' : 'medium';
}

/** The tokens that a secret or a key signs, as evidence beside its finding. */
export function tokenEvidence(tokens: readonly KnownPlace[]): RelatedPlace[] {
  const more = tokens.length - MAX_TOKENS;
  return tokens.slice(0, MAX_TOKENS).map(({ path, span }, i) => ({
    path,
    span,
    message: `a token that it signs${more > 0 && i === MAX_TOKENS - 1 ? `, and ${more} more in the repository` : ''}`,
  }));
}
