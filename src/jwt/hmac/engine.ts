import { NodeHmac } from './node-hmac.ts';
import type { HashName } from './sha2.ts';
import { SimdHmac } from './simd-hmac.ts';
import { isSimdAvailable } from '../../wasm/runtime.ts';
import type { HmacEngine } from './types.ts';

const engines = new Map<HashName, HmacEngine>();

/** The engine for a hash, made once: with SIMD where the runtime has it. */
export function hmacEngine(hash: HashName): HmacEngine {
  const known = engines.get(hash);
  if (known) return known;
  const engine = isSimdAvailable() ? new SimdHmac(hash) : new NodeHmac(hash);
  engines.set(hash, engine);
  return engine;
}
