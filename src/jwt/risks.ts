import { isHmacAlgorithm, publicKeyAlgorithm } from './algorithms.ts';
import { expiryOf } from './claims.ts';

type Json = Readonly<Record<string, unknown>>;

/** What can go wrong with a token, by its header and claims, a sentence each with its source. Names of claims only, no values. */
export function risksOf(header: Json, claims: Json | null): readonly string[] {
  return [
    ...RISKS.filter(({ applies }) => applies(header)).map(({ says }) => says),
    ...(claims === null ? [] : claimRisks(claims)),
  ];
}

interface Risk {
  readonly applies: (header: Json) => boolean;
  readonly says: string;
}

const nameOf = (header: Json): string => (typeof header['alg'] === 'string' ? header['alg'] : '');
const isIn = (names: readonly string[], name: string): boolean => names.includes(name);
const isEncrypted = (header: Json): boolean => typeof header['enc'] === 'string';
/** RFC 7518 section 4.1. */
const KEY_MANAGEMENT = [
  'RSA1_5', 'RSA-OAEP', 'RSA-OAEP-256', 'RSA-OAEP-384', 'RSA-OAEP-512', 'A128KW', 'A192KW', 'A256KW', 'dir', 'ECDH-ES', 'ECDH-ES+A128KW', 'ECDH-ES+A192KW', 'ECDH-ES+A256KW', 'A128GCMKW', 'A192GCMKW', 'A256GCMKW',
]; // prettier-ignore

const RISKS: readonly Risk[] = [
  {
    applies: (header) => nameOf(header).toLowerCase() === 'none',
    says: 'It is not signed: anyone can write another one, and a server that takes it takes those too (RFC 8725 sections 2.1 and 3.2).',
  },
  {
    applies: (header) => isHmacAlgorithm(header['alg']),
    says: 'HMAC: whoever can verify it can also sign, and with this token a weak secret can be found offline (RFC 8725 section 3.5).',
  },
  {
    applies: (header) => nameOf(header) === 'RSA1_5',
    says: 'RSA1_5 invites Bleichenbacher attacks: use RSA-OAEP (RFC 8725 section 3.2).',
  },
  {
    applies: (header) => nameOf(header).startsWith('PBES2'),
    says: 'PBES2: its password can be guessed offline, and a large `p2c` keeps the server busy (RFC 8725 section 3.5, CVE-2023-52428).',
  },
  {
    applies: (header) => {
      const name = nameOf(header);
      const isSigning =
        isHmacAlgorithm(name) || publicKeyAlgorithm(name) !== null || name.toLowerCase() === 'none';
      return !isSigning && !isIn(KEY_MANAGEMENT, name) && !name.startsWith('PBES2');
    },
    says: 'The algorithm is not registered (RFC 7518 section 7.1): a verifier must refuse it.',
  },
  {
    applies: (header) => header['jwk'] !== undefined,
    says: 'It brings its own key in `jwk`: a server that takes it takes any key (RFC 8725 section 3.10, CVE-2018-0114).',
  },
  {
    applies: (header) => header['jku'] !== undefined || header['x5u'] !== undefined,
    says: 'It says where to fetch the key: a server that follows takes an attacker’s key, or is made to call others (RFC 8725 section 3.10).',
  },
  {
    applies: (header) => typeof header['kid'] === 'string' && /[/\\'";\s]|\.\./.test(header['kid']),
    says: 'Its `kid` looks like a path or a query: it must not reach a file name or a database unchecked (RFC 8725 section 3.10).',
  },
  {
    applies: (header) => header['zip'] !== undefined,
    says: 'It is compressed: a small token can grow large when it is opened (RFC 8725 section 3.6).',
  },
  {
    applies: (header) => isEncrypted(header) && isIn(['dir', 'A128KW', 'A192KW', 'A256KW'], nameOf(header)),
    says: 'Encrypted with a shared key: whoever can open it can also make one.',
  },
];

const DAY = 86_400;
const LONG_LIFE = 365 * DAY;
/** Names of claims that do not belong where everyone can read them. */
const PRIVATE_CLAIM =
  /pass(?:word|wd)|(?:^|_)pwd|secret|private_?key|api_?key|credit|card_?(?:no|num)|ssn|iban/i;
/** bcrypt, argon2 and scrypt in their usual notation. */
const PASSWORD_HASH = /^\$(?:2[aby]|argon2(?:id?|d)|scrypt|[156])\$/;

function claimRisks(claims: Json): string[] {
  const risks: string[] = [];
  const expiry = expiryOf(claims);
  const [issued, expires] = [claims['iat'], claims['exp']];
  if (expires === undefined || expires === null)
    risks.push('It never expires: only a new secret or a deny list ends it (RFC 7519 section 4.1.4).');
  else if (expiry === null)
    risks.push('Its `exp` is no number: libraries disagree on what that means (RFC 7519 section 4.1.4).');
  else if (typeof issued === 'number' && typeof expires === 'number' && expires - issued > LONG_LIFE)
    risks.push(`It lives for ${Math.round((expires - issued) / DAY)} days.`);
  if (typeof expires === 'number' && expires > 1e11)
    risks.push(
      'Its `exp` counts milliseconds: libraries read it as a date in the far future (RFC 7519 section 2, NumericDate).',
    );
  if (claims['aud'] === undefined)
    risks.push('It names no audience: every service with the key takes it (RFC 8725 section 3.9).');
  const exposed = Object.entries(claims)
    .filter(
      ([name, value]) => PRIVATE_CLAIM.test(name) || (typeof value === 'string' && PASSWORD_HASH.test(value)),
    )
    .map(([name]) => `\`${name.slice(0, 40)}\``);
  if (exposed.length > 0)
    risks.push(`Its claims are readable for everyone, and ${exposed.slice(0, 3).join(', ')} should not be.`);
  return risks;
}
