/** As much of the WebAssembly API as is used here; the type library of Node 20 has none. */
interface WebAssemblyApi {
  validate(bytes: Uint8Array): boolean;
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object) => { readonly exports: unknown };
}

const webAssembly = (globalThis as { WebAssembly?: WebAssemblyApi }).WebAssembly;

/** A module with one function that makes a vector and drops it: `(func (i32.const 0) (i8x16.splat) (drop))`. */
const SIMD_PROBE = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...[0x01, 0x04, 0x01, 0x60, 0x00, 0x00],
  ...[0x03, 0x02, 0x01, 0x00],
  ...[0x0a, 0x09, 0x01, 0x07, 0x00, 0x41, 0x00, 0xfd, 0x0f, 0x1a, 0x0b],
);

/** Whether this runtime has WebAssembly with SIMD; `--jitless` and old browsers have not. */
export function isSimdAvailable(): boolean {
  return webAssembly?.validate(SIMD_PROBE) ?? false;
}

/** What a module without imports exports. Throws where there is no WebAssembly: see {@link isSimdAvailable}. */
export function instantiate<Exports>(module: Uint8Array): Exports {
  if (!webAssembly) throw new Error('this runtime has no WebAssembly');
  return new webAssembly.Instance(new webAssembly.Module(module)).exports as Exports;
}
