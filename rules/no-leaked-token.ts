import type { RelatedPlace, Severity } from '../src/findings/model.ts';
import type { Rule } from '../src/findings/rule.ts';
import { describeToken, expiryOf, powerfulRoles } from '../src/jwt/claims.ts';
import type { LinkedToken } from '../src/project/model.ts';

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
      proven:
        'A complete token stands here: {{what}}. It is signed with {{secret}}, so anyone can mint more.',
    },
    hasSuggestions: false,
  },
  *judge(file, { checkExpired }) {
    const now = new Date();
    for (const token of file.tokens) {
      if (!checkExpired && isExpired(token, now)) continue;
      const { signedBy } = token;
      yield {
        messageId: signedBy ? 'proven' : 'leaked',
        data: { what: describeToken(token.header, token.claims, now), secret: describeSecret(token) },
        span: token.span,
        severity: severityOf(token, now),
        confidence: signedBy ? 'proven' : 'high',
        environment: file.environment,
        related: provenBy(token),
      };
    }
  },
};

function describeSecret({ signedBy }: LinkedToken): string {
  if (!signedBy) return '';
  return signedBy.path === null ? 'a secret that everybody knows' : 'a secret that stands in this repository';
}

function provenBy({ signedBy }: LinkedToken): RelatedPlace[] {
  if (!signedBy || signedBy.path === null || !signedBy.span) return [];
  return [{ path: signedBy.path, span: signedBy.span, message: 'the secret that signs this token' }];
}

function isExpired({ claims }: LinkedToken, now: Date): boolean {
  const expiry = claims && expiryOf(claims);
  return expiry !== null && expiry.getTime() <= now.getTime();
}

/** A token that opens nothing any more, or that everybody could have made, is only bad style. */
function severityOf(token: LinkedToken, now: Date): Severity {
  if (isExpired(token, now) || token.algorithm.toLowerCase() === 'none') return 'low';
  if (token.signedBy && token.signedBy.path === null) return 'low';
  return token.claims && powerfulRoles(token.claims).length > 0 ? 'high' : 'medium';
}

export default rule;
