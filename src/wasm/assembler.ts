/**
 * A small assembler for WebAssembly modules, as much as our kernels need: https://webassembly.github.io/spec/core/binary/.
 * Code is bytes and pieces of code; each function below puts its operands before its own instruction, so that nested
 * calls read like expressions.
 */
export type Code = readonly (number | Code)[];

/** A local variable or parameter, by its index; there are fewer than 128. */
export type Local = number;

export const I32 = 0x7f;
export const V128 = 0x7b;
type ValueType = typeof I32 | typeof V128;

const EMPTY_BLOCK = 0x40;
const SIMD = 0xfd;

/* ------------------------------------------------------------------ numbers */

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  do {
    const low = value & 0x7f;
    value >>>= 7;
    bytes.push(value === 0 ? low : low | 0x80);
  } while (value !== 0);
  return bytes;
}

function signed(value: number): number[] {
  const bytes: number[] = [];
  for (;;) {
    const low = value & 0x7f;
    value >>= 7;
    const isLast = (value === 0 && (low & 0x40) === 0) || (value === -1 && (low & 0x40) !== 0);
    bytes.push(isLast ? low : low | 0x80);
    if (isLast) return bytes;
  }
}

/* ------------------------------------------------------------------ instructions */

export const get = (local: Local): Code => [0x20, local];
export const set = (local: Local, value: Code): Code => [value, 0x21, local];
export const i32 = (value: number): Code => [0x41, ...signed(value)];
export const i32Add = (a: Code, b: Code): Code => [a, b, 0x6a];
export const i32LessThan = (a: Code, b: Code): Code => [a, b, 0x49];
export const i32GreaterThan = (a: Code, b: Code): Code => [a, b, 0x4b];
export const i32Equal = (a: Code, b: Code): Code => [a, b, 0x46];
export const i32And = (a: Code, b: Code): Code => [a, b, 0x71];
export const i32ShiftLeft = (a: Code, bits: number): Code => [a, i32(bits), 0x74];
/** How many zero bits stand below the lowest one. */
export const i32TrailingZeros = (value: Code): Code => [value, 0x68];
export const i32LoadByte = (address: Code): Code => [address, 0x2d, 0, 0];
export const i32LoadShort = (address: Code, offset = 0): Code => [address, 0x2f, 1, unsigned(offset)];
export const call = (index: number, ...values: readonly Code[]): Code => [
  ...values,
  0x10,
  ...unsigned(index),
];
export const returnValue = (value: Code): Code => [value, 0x0f];
export const when = (condition: Code, body: Code): Code => [condition, 0x04, EMPTY_BLOCK, body, 0x0b];

/** Run `body` at least once, and again as long as `condition` holds behind it. */
export const repeatWhile = (condition: Code, body: Code): Code => [
  ...[0x03, EMPTY_BLOCK, body],
  ...[condition, 0x0d, 0x00],
  0x0b,
];

const simd = (opcode: number): Code => [SIMD, ...unsigned(opcode)];
const [LOAD, STORE, AND, XOR, ANY_TRUE] = [0x00, 0x0b, 0x4e, 0x51, 0x53].map(simd) as [Code, Code, Code, Code, Code]; // prettier-ignore

export const load = (address: Code, offset = 0): Code => [address, LOAD, 4, unsigned(offset)];
export const store = (address: Code, value: Code, offset = 0): Code => [
  ...[address, value, STORE],
  ...[4, unsigned(offset)],
];
export const xor = (a: Code, b: Code): Code => [a, b, XOR];
export const and = (a: Code, b: Code): Code => [a, b, AND];
export const anyTrue = (value: Code): Code => [value, ANY_TRUE];

/** Vectors of sixteen bytes. */
export const I8X16 = {
  splat: (value: number): Code => [i32(value), simd(0x0f)],
  shiftRight: (a: Code, bits: number): Code => [a, i32(bits), simd(0x6d)],
  /** For each byte of `indexes`, the byte of `table` there; zero beyond it. */
  lookUp: (table: Code, indexes: Code): Code => [table, indexes, simd(0x0e)],
  /** One bit for each byte that differs. */
  differing: (a: Code, b: Code): Code => [a, b, simd(0x24), simd(0x64)],
};

/** The instructions that depend on the size of a lane. */
export interface Lanes {
  readonly add: (a: Code, b: Code) => Code;
  readonly equal: (a: Code, b: Code) => Code;
  readonly shiftLeft: (a: Code, bits: number) => Code;
  readonly shiftRight: (a: Code, bits: number) => Code;
  /** Load one word into all lanes. */
  readonly loadSplat: (address: Code, offset?: number) => Code;
  /** Store the word of the first lane. */
  readonly storeFirst: (address: Code, value: Code, offset?: number) => Code;
}

interface LaneOpcodes {
  readonly add: number;
  readonly equal: number;
  readonly shiftLeft: number;
  readonly shiftRight: number;
  readonly loadSplat: number;
  readonly storeLane: number;
  readonly alignment: number;
}

function lanes(opcodes: LaneOpcodes): Lanes {
  const [add, equal] = [simd(opcodes.add), simd(opcodes.equal)];
  const [shiftLeft, shiftRight] = [simd(opcodes.shiftLeft), simd(opcodes.shiftRight)];
  const [loadSplat, storeLane] = [simd(opcodes.loadSplat), simd(opcodes.storeLane)];
  return {
    add: (a, b) => [a, b, add],
    equal: (a, b) => [a, b, equal],
    shiftLeft: (a, bits) => [a, i32(bits), shiftLeft],
    shiftRight: (a, bits) => [a, i32(bits), shiftRight],
    loadSplat: (address, offset = 0) => [address, loadSplat, opcodes.alignment, unsigned(offset)],
    storeFirst: (address, value, offset = 0) => [
      ...[address, value, storeLane],
      ...[opcodes.alignment, unsigned(offset), 0],
    ],
  };
}

export const I32X4: Lanes = lanes({ add: 0xae, equal: 0x37, shiftLeft: 0xab, shiftRight: 0xad, loadSplat: 0x09, storeLane: 0x5a, alignment: 2 }); // prettier-ignore
export const I64X2: Lanes = lanes({ add: 0xce, equal: 0xd6, shiftLeft: 0xcb, shiftRight: 0xcd, loadSplat: 0x0a, storeLane: 0x5b, alignment: 3 }); // prettier-ignore

/* ------------------------------------------------------------------ modules */

/** A function: parameters are 32-bit integers and come first among the locals. */
export interface WasmFunction {
  readonly name: string;
  readonly parameters: number;
  readonly returnsValue: boolean;
  /** The types of the further locals, in order. */
  readonly locals: readonly ValueType[];
  readonly body: Code;
}

/** The bytes of code, its pieces one behind the other. */
function bytesOf(code: Code): number[] {
  const bytes: number[] = [];
  const append = (piece: Code): void => {
    for (const part of piece) {
      if (typeof part === 'number') bytes.push(part);
      else append(part);
    }
  };
  append(code);
  return bytes;
}

const sized = (content: Code): Code => {
  const bytes = bytesOf(content);
  return [...unsigned(bytes.length), bytes];
};
const vector = (items: readonly Code[]): Code => [...unsigned(items.length), ...items];
const text = (value: string): Code => vector([...value].map((character) => [character.charCodeAt(0)]));

/** A module that exports its functions by name, and its memory of so many 64 KiB pages as `memory`. */
export function assembleModule(functions: readonly WasmFunction[], pages: number): Uint8Array<ArrayBuffer> {
  const types = functions.map(({ parameters, returnsValue }): Code => [
    ...[0x60, ...unsigned(parameters), Array<number>(parameters).fill(I32)],
    ...(returnsValue ? [1, I32] : [0]),
  ]);
  const exported = functions.map(({ name }, index): Code => [text(name), 0x00, ...unsigned(index)]);
  const bodies = functions.map(({ locals, body }) =>
    sized([vector(locals.map((type) => [1, type])), body, 0x0b]),
  );
  const code: Code = [
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...[1, sized(vector(types))],
    ...[3, sized(vector(functions.map((_, index) => unsigned(index))))],
    ...[5, sized([1, 0, ...unsigned(pages)])],
    ...[7, sized(vector([...exported, [text('memory'), 0x02, 0x00]]))],
    ...[10, sized(vector(bodies))],
  ];
  return new Uint8Array(bytesOf(code));
}
