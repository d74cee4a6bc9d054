import { decodeBase64 } from '../../jwt/base64.ts';
import type { PrivateKeyFact, Span } from '../model.ts';
import { pemText } from './armour.ts';
import { readBareKey } from './der.ts';
import { first, MAX_KEYS } from './limits.ts';
import { publishedIn } from './published-keys.ts';

/**
 * How base64 of a private key begins: PKCS#8 and PKCS#1 of RSA, PKCS#8 and SEC1 of the NIST curves, PKCS#8 of Ed25519 and Ed448.
 * Programs in Java keep keys so, on one line and without armour.
 */
export const BARE_STARTS: readonly string[] = [
  'IBADANBgkqhkiG9w0BAQEF', 'IBAAKC', 'IBAAKB', 'AgEAMBMGByqGSM49', 'AgEAMBAGByqGSM49',
  'MC4CAQAwBQYDK2Vw', 'MEcCAQAwBQYDK2Vx', 'MHcCAQEEI', 'MIGkAgEBBD', 'MIHcAgEBBEI',
]; // prettier-ignore
const BARE_KEY =
  /(?<![\w+/=-])M(?:II[A-Z]|IG[A-Z\d]|IH[a-z]|HcC|C4C|EcC)[A-Z\d+/]{56,8192}={0,2}(?![\w+/=-])/gi;

/** Private keys in base64 without PEM armour, outside of the spans that are keys already. Only what is a whole key and nothing else. */
export function findBareKeys(text: string, taken: readonly Span[]): PrivateKeyFact[] {
  return [...first(text.matchAll(BARE_KEY), MAX_KEYS)].flatMap((match): PrivateKeyFact[] => {
    const span: Span = [match.index, match.index + match[0].length];
    const isTaken = taken.some(([start, end]) => start < span[1] && span[0] < end);
    return isTaken ? [] : keyOf(match[0], span);
  });
}

function keyOf(base64: string, span: Span): PrivateKeyFact[] {
  const bytes = decodeBase64(base64);
  const key = bytes && readBareKey(bytes);
  if (!key) return [];
  const material = pemText({ label: key.label, base64 });
  return [
    {
      span,
      form: 'der',
      ...key.facts,
      material,
      written: base64,
      publicKey: { pem: material },
      published: publishedIn(base64),
    },
  ];
}
