import type { RelatedPlace, Severity } from '../src/findings/model.ts';
import type { Rule } from '../src/findings/rule.ts';
import { describeToken, expiryOf, powerfulRoles } from '../src/jwt/claims.ts';
import type { LinkedToken, TokenProof } from '../src/project/model.ts';

interface Options {
  /** Report tokens that have expired. */
  readonly checkExpired: boolean;
}

/** A complete JSON Web Token that stands in the repository. CWE-798, CWE-540. */
const rule: Rule<Options> = {
  id: 'no-leaked-token',
  meta: {
    description: 'disallow complete JSON Web Tokens in the repository',
    configs: ['recommended', 'strict'],
    severity: 'medium',
    cwe: ['CWE-798', 'CWE-540'],
    schema: {
      type: 'object',
      properties: { checkExpired: { type: 'boolean', description: 'Report tokens that have expired.' } },
      additionalProperties: false,
    },
    defaultOptions: { checkExpired: true },
    messages: {
      leaked: 'A complete token stands here: {{what}}. Revoke it and keep tokens out of the repository.',
      proven: 'A complete token stands here: {{what}}. It is signed with {{key}}, so anyone can mint more.',
      verified:
        'A complete token stands here: {{what}}. It is genuine: a public key in this repository verifies it. Revoke it and keep tokens out of the repository.',
    },
    hasSuggestions: false,
  },
  *judge(file, { checkExpired }) {
    const now = new Date();
    for (const token of file.tokens) {
      if (!checkExpired && isExpired(token, now)) continue;
      const { proof } = token;
      yield {
        messageId: proof === null ? 'leaked' : proof.how === 'public-key' ? 'verified' : 'proven',
        data: {
          what: describeToken(token.header, token.claims, now),
          key: proof === null ? '' : describeKey(proof),
        },
        span: token.span,
        severity: severityOf(token, now),
        confidence: proof ? 'proven' : 'high',
        environment: file.environment,
        related: proof ? placeOfKey(proof) : [],
      };
    }
  },
};

export default rule;

const KEYS: Readonly<Record<TokenProof['how'], string>> = {
  secret: 'a secret that stands in this repository',
  'known-secret': 'a secret that everybody knows',
  'guessable-secret': 'a common word for a secret',
  'listed-secret': 'a secret of your word list',
  'empty-key': 'an empty secret',
  'public-key-as-secret': 'a public key of this repository for a secret',
  'private-key-as-secret': 'the text of a private key of this repository for a secret',
  'private-key': 'a private key that stands in this repository',
  'published-key': 'a private key that everybody has',
  'public-key': 'the private key to a public key of this repository',
};

function describeKey({ how, form }: TokenProof): string {
  const isDecoded = form === 'base64' || form === 'base64url' || form === 'hex';
  return isDecoded ? `${KEYS[how]} (decoded from ${form})` : KEYS[how];
}

function placeOfKey({ how, place }: TokenProof): RelatedPlace[] {
  if (place === null) return [];
  const message =
    how === 'public-key'
      ? 'the public key that verifies this token'
      : `the ${how === 'secret' ? 'secret' : 'key'} that signs this token`;
  return [{ ...place, message }];
}

function isExpired({ claims }: LinkedToken, now: Date): boolean {
  const expiry = claims && expiryOf(claims);
  return expiry !== null && expiry.getTime() <= now.getTime();
}

const SIGNED_BY_ANYONE: ReadonlySet<TokenProof['how'] | undefined> = new Set([
  'known-secret',
  'guessable-secret',
  'listed-secret',
  'empty-key',
  'published-key',
]);

/** A token that opens nothing any more, or that everybody could have made, is only bad style. */
function severityOf(token: LinkedToken, now: Date): Severity {
  if (isExpired(token, now) || token.algorithm.toLowerCase() === 'none') return 'low';
  if (SIGNED_BY_ANYONE.has(token.proof?.how)) return 'low';
  return token.claims && powerfulRoles(token.claims).length > 0 ? 'high' : 'medium';
}
