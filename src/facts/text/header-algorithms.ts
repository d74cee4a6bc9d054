import type { JwtCall } from '../model.ts';

/** How other languages take the algorithm from the token's own header. Each pattern starts where the pin does. */
const PINS: readonly { readonly library: string; readonly entry: string; readonly pattern: RegExp }[] = [
  // PyJWT and python-jose: `algorithms=[jwt.get_unverified_header(token)['alg']]`
  {
    library: 'PyJWT',
    entry: 'decode',
    pattern:
      /\balgorithms?\s{0,3}=\s{0,3}\[?\s{0,20}(?:\w{1,20}\.)?get_unverified_headers?\([^()\n]{0,100}\)(?:\.get\(|\[)['"]alg['"]/g,
  },
  // the same through a variable; ruby-jwt with a colon
  {
    library: 'PyJWT',
    entry: 'decode',
    pattern: /\balgorithms?\s{0,3}[:=]\s{0,3}\[?\s{0,20}(?:\w{1,30}_)?headers?(?:\.get\(|\[)['"]alg['"]/g,
  },
  // firebase/php-jwt: `new Key($key, $header->alg)`
  {
    library: 'php-jwt',
    entry: 'JWT::decode',
    pattern: /\bnew\s{1,3}Key\(\s{0,20}[^,()\n]{1,100},\s{0,20}\$\w{0,30}header\w{0,10}->alg\b/gi,
  },
];

/** A text without one of these holds none of the pins. */
const MAY_HOLD = /header[^\n]{0,140}alg/i;
const MAX_FOUND = 200;

/** Verifications in other languages that let the token choose its algorithm. */
export function findHeaderAlgorithms(text: string): JwtCall[] {
  if (!MAY_HOLD.test(text)) return [];
  const found: JwtCall[] = [];
  for (const { library, entry, pattern } of PINS) {
    for (const match of text.matchAll(pattern)) {
      if (found.length >= MAX_FOUND) return found;
      found.push(verification(library, entry, [match.index, match.index + match[0].length]));
    }
  }
  return found;
}

function verification(library: string, entry: string, span: JwtCall['span']): JwtCall {
  return {
    library,
    entry,
    operation: 'verify',
    span,
    calleeSpan: span,
    key: null,
    algorithms: { state: 'from-token', values: [], span },
    unsigned: [],
    expiry: null,
    lenient: [],
    embeddedKeys: [],
    claims: null,
    inherits: false,
    table: { pinAt: null, engine: library, engines: null },
  };
}
