import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { hmacEngine } from '../../src/jwt/hmac/engine.ts';
import { NodeHmac } from '../../src/jwt/hmac/node-hmac.ts';
import { sha2, type HashName } from '../../src/jwt/hmac/sha2.ts';
import { SimdHmac } from '../../src/jwt/hmac/simd-hmac.ts';
import { isSimdAvailable } from '../../src/wasm/runtime.ts';
import { BATCH_KEYS } from '../../src/jwt/hmac/types.ts';
import { randomNumbers } from './helpers.ts';

const HASHES: readonly HashName[] = ['sha256', 'sha384', 'sha512'];
const macOf = (hash: HashName, key: Uint8Array, message: string): Buffer =>
  createHmac(hash, key).update(message, 'latin1').digest();
const flipped = (mac: Uint8Array): Uint8Array =>
  mac.map((byte, i) => (i === mac.length - 1 ? byte ^ 1 : byte));

it('has SIMD here, so that the kernel is what is tested', () => {
  expect(isSimdAvailable()).toBe(true);
  expect(hmacEngine('sha256')).toBeInstanceOf(SimdHmac);
});

describe('constants', () => {
  it('are those of FIPS 180-4, section 4.2 and 5.3', () => {
    expect(sha2('sha256').constants.slice(0, 2)).toEqual([0x428a2f98n, 0x71374491n]);
    expect(sha2('sha256').constants.at(-1)).toBe(0xc67178f2n);
    expect(sha2('sha512').constants.at(-1)).toBe(0x6c44198c4a475817n);
    expect(sha2('sha256').initial[0]).toBe(0x6a09e667n);
    expect(sha2('sha384').initial.at(-1)).toBe(0x47b5481dbefa4fa4n);
    expect(sha2('sha512').initial.at(-1)).toBe(0x5be0cd19137e2179n);
  });
});

describe.each(HASHES)('HMAC with %s', (hash) => {
  const engines = [new SimdHmac(hash), new NodeHmac(hash)] as const;

  it('finds 10,000 random pairs of key and message as node:crypto makes them, keys of 0 to 300 bytes', () => {
    const random = randomNumbers(7518);
    const bytes = (length: number): Buffer => Buffer.from(Array.from({ length }, () => random() % 256));
    for (let pair = 0; pair < 10_000; pair++) {
      const key = bytes(pair % 301);
      const message = bytes(random() % 400).toString('base64url');
      const mac = macOf(hash, key, message);
      engines[0].setKeys([key]);
      expect(engines[0].find({ hash, message, mac }), `key of ${key.length} bytes`).toBe(0);
      expect(engines[0].find({ hash, message, mac: flipped(mac) })).toBe(-1);
    }
  });

  it('says the same as node:crypto of any keys and messages', () => {
    const key = fc.uint8Array({ maxLength: 300 });
    fc.assert(
      fc.property(
        fc.array(key, { minLength: 1, maxLength: 12 }),
        fc.nat(),
        fc.base64String({ maxLength: 1000 }),
        fc.integer({ min: 0, max: 12 }),
        (keys, pick, message, from) => {
          const mac = macOf(hash, keys[pick % keys.length]!, message);
          const [simd, node] = engines.map((engine) => {
            engine.setKeys(keys);
            return engine.find({ hash, message, mac }, from);
          });
          expect(simd).toBe(node);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each([0, 1, 54, 55, 56, 63, 64, 65, 111, 112, 119, 120, 127, 128, 129, 1000, 65_536])(
    'a message of %i bytes',
    (length) => {
      const message = 'a'.repeat(length);
      const key = Buffer.from('made-up-test-key');
      engines[0].setKeys([key]);
      expect(engines[0].find({ hash, message, mac: macOf(hash, key, message) })).toBe(0);
    },
  );

  it('a key at every place of a full batch', () => {
    const keys = Array.from({ length: BATCH_KEYS }, (_, i) => Buffer.from(`made-up-key-${i}`));
    for (const engine of engines) engine.setKeys(keys);
    for (const index of [0, 1, 2, 3, 4, 5, 1001, BATCH_KEYS - 2, BATCH_KEYS - 1]) {
      const mac = macOf(hash, keys[index]!, 'message');
      expect(engines.map((engine) => engine.find({ hash, message: 'message', mac }))).toEqual([index, index]);
    }
  });

  it('the first of equal keys, and the next from there on', () => {
    const keys = ['a', 'b', 'a', 'c', 'b', 'a'].map((text) => Buffer.from(text));
    const target = { hash, message: 'message', mac: macOf(hash, Buffer.from('a'), 'message') };
    for (const engine of engines) {
      engine.setKeys(keys);
      expect([0, 1, 3, 6].map((from) => engine.find(target, from))).toEqual([0, 2, 5, -1]);
    }
  });

  it('new keys take the place of the old ones', () => {
    const [old, fresh] = [Buffer.from('old'), Buffer.from('new')];
    for (const engine of engines) {
      engine.setKeys([old, old, old, old, old]);
      engine.setKeys([fresh]);
      expect(engine.find({ hash, message: 'm', mac: macOf(hash, old, 'm') })).toBe(-1);
      expect(engine.find({ hash, message: 'm', mac: macOf(hash, fresh, 'm') })).toBe(0);
      engine.setKeys([]);
      expect(engine.find({ hash, message: 'm', mac: macOf(hash, fresh, 'm') })).toBe(-1);
    }
  });

  it('a MAC that was cut, and one that is too long', () => {
    const key = Buffer.from('made-up-test-key');
    const mac = macOf(hash, key, 'm');
    for (const engine of engines) {
      engine.setKeys([key]);
      expect(engine.find({ hash, message: 'm', mac: mac.subarray(0, 16) })).toBe(0);
      expect(engine.find({ hash, message: 'm', mac: Buffer.concat([mac, Buffer.from([0])]) })).toBe(-1);
    }
  });

  it('refuses more keys than a batch holds', () => {
    expect(() => engines[0].setKeys(Array<Buffer>(BATCH_KEYS + 1).fill(Buffer.from('a')))).toThrow(
      RangeError,
    );
  });
});
