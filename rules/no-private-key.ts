import type { PrivateKeyFact } from '../src/facts/model.ts';
import type { Severity } from '../src/findings/model.ts';
import type { Rule } from '../src/findings/rule.ts';

interface Options {
  /** Report keys that are encrypted with a passphrase. */
  readonly checkEncrypted: boolean;
}

/** A private key, PEM or JWK, that stands in the repository. CWE-321, CWE-798. */
const rule: Rule<Options> = {
  id: 'no-private-key',
  meta: {
    description: 'disallow private keys in the repository',
    configs: ['recommended', 'strict'],
    severity: 'critical',
    cwe: ['CWE-321', 'CWE-798'],
    schema: {
      type: 'object',
      properties: {
        checkEncrypted: { type: 'boolean', description: 'Report keys that are encrypted with a passphrase.' },
      },
      additionalProperties: false,
    },
    defaultOptions: { checkEncrypted: true },
    messages: {
      privateKey:
        '{{what}} stands here: whoever can read it can mint tokens. Replace the key and keep the new one in a secret store.',
      encrypted: '{{what}} stands here, encrypted: its passphrase is all that protects it.',
      published: '{{what}} stands here that everybody has ({{source}}): it protects nothing.',
    },
    hasSuggestions: false,
  },
  *judge(file, { checkEncrypted }) {
    for (const key of file.privateKeys) {
      if (key.encrypted && !checkEncrypted) continue;
      yield {
        messageId: key.published ? 'published' : key.encrypted ? 'encrypted' : 'privateKey',
        data: { what: describeKey(key), source: key.published ?? '' },
        span: key.span,
        severity: severityOf(key),
        confidence: 'high',
        environment: file.environment,
      };
    }
  },
};

export default rule;

function describeKey(key: PrivateKeyFact): string {
  const type = key.type === 'unknown' ? '' : `${key.type} `;
  const size = key.curve ? ` (${key.curve}${isWeakCurve(key.curve) ? ', too weak' : ''})` : bitsOf(key);
  const kind = key.type === 'oct' ? 'symmetric key' : `${type}private key`;
  return `A${/^[AEIOR]/.test(kind) ? 'n' : ''} ${kind}${size}, ${key.form === 'pem' ? 'PEM' : 'JWK'},`;
}

function bitsOf({ type, bits }: PrivateKeyFact): string {
  if (!bits) return '';
  return ` (${bits} bits${type === 'RSA' && bits < LEAST_RSA_BITS ? ', too few' : ''})`;
}

/** RFC 7518 section 3.3. */
const LEAST_RSA_BITS = 2048;

/** Curves of fewer than 256 bits: RFC 7518 section 3.4 has none of them. */
function isWeakCurve(curve: string): boolean {
  return /^(?:P-|secp)(?:160|192|224)/.test(curve);
}

function severityOf(key: PrivateKeyFact): Severity {
  if (key.published) return 'low';
  return key.encrypted ? 'medium' : 'critical';
}
