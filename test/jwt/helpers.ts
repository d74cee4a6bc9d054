import { createHmac } from 'node:crypto';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token made on the spot, so that no real-looking one stands in the repository. */
export function makeToken(
  claims: object,
  key: string | Buffer = 'made-up-test-key',
  alg = 'HS256',
  header: object = {},
): string {
  const signed = `${encode({ alg, typ: 'JWT', ...header })}.${encode(claims)}`;
  const hash = { HS384: 'sha384', HS512: 'sha512' }[alg] ?? 'sha256';
  return `${signed}.${alg === 'none' ? '' : createHmac(hash, key).update(signed).digest('base64url')}`;
}

/** The five segments of a JWE with made-up contents. */
export function makeJwe(): string {
  return [
    encode({ alg: 'dir', enc: 'A256GCM' }),
    '',
    'AAECAwQFBgcICQoL',
    'c29tZSBjaXBoZXJ0ZXh0',
    'AAECAwQFBgcICQoLDA0ODw',
  ].join('.');
}

/** Numbers of 32 bits that are the same for the same seed: mulberry32. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
}
