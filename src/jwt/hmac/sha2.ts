/** The hash functions of the HMAC algorithms of JSON Web Tokens: RFC 7518 section 3.2. */
export type HashName = 'sha256' | 'sha384' | 'sha512';

/** Two rotations and a shift or a third rotation: the shape of all four sigma functions. */
export type Sigma = readonly [number, number, number];

/** What tells the SHA-2 functions apart: FIPS 180-4, sections 4.1, 4.2 and 5.3. */
export interface Sha2 {
  readonly name: HashName;
  /** Size of a word, in bytes; a block is sixteen words, the state eight. */
  readonly wordBytes: 4 | 8;
  readonly blockBytes: 64 | 128;
  readonly digestBytes: number;
  /** Rotations of the state's words `a` and `e`. */
  readonly bigSigmas: readonly [Sigma, Sigma];
  /** Rotations and the last a shift, of the message schedule. */
  readonly smallSigmas: readonly [Sigma, Sigma];
  /** One constant a round. */
  readonly constants: readonly bigint[];
  readonly initial: readonly bigint[];
}

const ROUNDS = { sha256: 64, sha512: 80 } as const;

/** The parameters of a hash function. */
export function sha2(name: HashName): Sha2 {
  const primes = firstPrimes(ROUNDS.sha512);
  if (name === 'sha256') {
    return {
      name,
      wordBytes: 4,
      blockBytes: 64,
      digestBytes: 32,
      bigSigmas: [
        [2, 13, 22],
        [6, 11, 25],
      ],
      smallSigmas: [
        [7, 18, 3],
        [17, 19, 10],
      ],
      constants: primes.slice(0, ROUNDS.sha256).map((prime) => fractionOfRoot(prime, 3n) >> 32n),
      initial: primes.slice(0, 8).map((prime) => fractionOfRoot(prime, 2n) >> 32n),
    };
  }
  const first = name === 'sha512' ? 0 : 8;
  return {
    name,
    wordBytes: 8,
    blockBytes: 128,
    digestBytes: name === 'sha512' ? 64 : 48,
    bigSigmas: [
      [28, 34, 39],
      [14, 18, 41],
    ],
    smallSigmas: [
      [1, 8, 7],
      [19, 61, 6],
    ],
    constants: primes.map((prime) => fractionOfRoot(prime, 3n)),
    initial: primes.slice(first, first + 8).map((prime) => fractionOfRoot(prime, 2n)),
  };
}

function firstPrimes(count: number): bigint[] {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n++) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return primes.map(BigInt);
}

/** The first 64 bits behind the point of a square or cube root. */
function fractionOfRoot(n: bigint, degree: 2n | 3n): bigint {
  return BigInt.asUintN(64, integerRoot(n << (64n * degree), degree));
}

/** The largest integer whose power is not above `n`, by Newton's method from above. */
function integerRoot(n: bigint, degree: bigint): bigint {
  let root = 1n << (BigInt(n.toString(2).length) / degree + 1n);
  for (;;) {
    const next = ((degree - 1n) * root + n / root ** (degree - 1n)) / degree;
    if (next >= root) return root;
    root = next;
  }
}
