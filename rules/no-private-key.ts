import type { RelatedPlace, Severity } from '../src/findings/model.ts';
import type { Rule } from '../src/findings/rule.ts';
import type { LinkedKey } from '../src/project/model.ts';
import { tokenEvidence } from './shared/evidence.ts';

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
      proven:
        '{{what}} stands here, and {{evidence}}: whoever can read it can mint tokens. Replace the key and keep the new one in a secret store.',
      certified:
        '{{what}} stands here, and {{evidence}}: whoever can read it can pose as the owner of the certificate, and mint tokens if it signs any. Replace both, and keep the new key in a secret store.',
      ssh: '{{what}} stands here: whoever can read it can log in wherever its public key is accepted. Replace the key and keep the new one in a secret store.',
      encrypted: '{{what}} stands here, encrypted: its passphrase is all that protects it.',
      published: '{{what}} stands here that everybody has ({{source}}): it protects nothing.',
    },
    hasSuggestions: false,
  },
  *judge(file, { checkEncrypted }) {
    for (const key of file.privateKeys) {
      if (key.encrypted && !checkEncrypted) continue;
      yield {
        messageId: messageOf(key),
        data: { what: describeKey(key), source: key.published ?? '', evidence: describeEvidence(key) },
        span: key.span,
        severity: severityOf(key),
        confidence: isProven(key) ? 'proven' : 'high',
        environment: file.environment,
        related: [...publicKeyEvidence(key), ...tokenEvidence(key.tokens)],
      };
    }
  },
};

export default rule;

function messageOf(key: LinkedKey): string {
  if (key.published) return 'published';
  if (key.encrypted) return 'encrypted';
  if (isOfCertificate(key)) return 'certified';
  if (!isProven(key) && isSshKey(key)) return 'ssh';
  return isProven(key) ? 'proven' : 'privateKey';
}

/** A signature or the public half shows that the key is one, and in use. */
function isProven({ tokens, publicKeys }: LinkedKey): boolean {
  return tokens.length + publicKeys.length > 0;
}

/** The form that only OpenSSH writes: https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key */
function isSshKey({ material }: LinkedKey): boolean {
  return material.startsWith('-----BEGIN OPENSSH');
}

/** Certificates are for servers and clients of TLS mostly. */
function isOfCertificate({ tokens, publicKeys }: LinkedKey): boolean {
  return (
    tokens.length === 0 && publicKeys.length > 0 && publicKeys.every(({ isCertificate }) => isCertificate)
  );
}

function describeEvidence({ tokens, publicKeys }: LinkedKey): string {
  if (tokens.length > 0) return 'it signs a token of this repository';
  const half = publicKeys.every(({ isCertificate }) => isCertificate) ? 'certificate' : 'public key';
  return publicKeys.length > 0 ? `its ${half} stands in this repository too` : '';
}

function publicKeyEvidence({ publicKeys }: LinkedKey): RelatedPlace[] {
  return publicKeys.slice(0, 3).map(({ path, span, isCertificate }) => ({
    path,
    span,
    message: isCertificate ? 'its certificate' : 'its public key',
  }));
}

function describeKey(key: LinkedKey): string {
  const type = key.type === 'unknown' ? '' : `${key.type} `;
  const size = key.curve ? ` (${key.curve}${isWeakCurve(key.curve) ? ', too weak' : ''})` : bitsOf(key);
  const kind = key.type === 'oct' ? 'symmetric key' : `${type}private key`;
  return `A${/^[AEIOR]/.test(kind) ? 'n' : ''} ${kind}${size}, ${FORMS[key.form]},`;
}

const FORMS: Readonly<Record<LinkedKey['form'], string>> = {
  pem: 'PEM',
  jwk: 'JWK',
  der: 'base64 without armour',
};

function bitsOf({ type, bits }: LinkedKey): string {
  if (!bits) return '';
  return ` (${bits} bits${type === 'RSA' && bits < LEAST_RSA_BITS ? ', too few' : ''})`;
}

/** RFC 7518 section 3.3. */
const LEAST_RSA_BITS = 2048;

/** Curves of fewer than 256 bits: RFC 7518 section 3.4 has none of them. */
function isWeakCurve(curve: string): boolean {
  return /^(?:P-|secp)(?:160|192|224)/.test(curve);
}

function severityOf(key: LinkedKey): Severity {
  if (key.published || key.isForTests) return 'low';
  if (key.encrypted) return 'medium';
  return isOfCertificate(key) ? 'high' : 'critical';
}
