import { randomBytes } from 'node:crypto';
import { HMAC_KEY_BYTES, type HmacAlgorithm } from '../../jwt/algorithms.ts';
import { oneOf, refuseOperands, type Arguments } from '../arguments.ts';
import { EXIT, UsageProblem } from '../exit-codes.ts';
import type { Terminal } from '../terminal.ts';

const ENCODINGS = ['base64url', 'base64', 'hex'] as const;

/** Print a secret of as many random bytes as RFC 7518 section 3.2 wants for the algorithm. */
export function generateSecret(parsed: Arguments, terminal: Terminal): number {
  refuseOperands(parsed);
  const { values } = parsed;
  const algorithms = Object.keys(HMAC_KEY_BYTES) as HmacAlgorithm[];
  const algorithm = oneOf('--alg', values['alg'], algorithms, 'HS256');
  const encoding = oneOf('--format', values['format'], ENCODINGS, 'base64url');
  const name = values['env'] as string | undefined;
  if (name !== undefined && !/^[a-z_]\w*$/i.test(name)) {
    throw new UsageProblem(`--env ${name}: not a variable's name`);
  }
  const secret = randomBytes(HMAC_KEY_BYTES[algorithm]).toString(encoding);
  terminal.out(`${name === undefined ? '' : `${name}=`}${secret}\n`);
  return EXIT.clean;
}
