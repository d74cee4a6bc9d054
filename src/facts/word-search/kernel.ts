import {
  and,
  assembleModule,
  get,
  I32,
  i32,
  i32Add,
  i32And,
  i32Equal,
  i32GreaterThan,
  i32LessThan,
  i32LoadByte,
  i32LoadShort,
  i32ShiftLeft,
  i32TrailingZeros,
  I8X16,
  load,
  repeatWhile,
  returnValue,
  set,
  V128,
  when,
  type Code,
  type Local,
  type WasmFunction,
} from '../../wasm/assembler.ts';
import { FOUND, START } from './automaton.ts';

/**
 * The search for many words in bytes. Sixteen places at once are held against the first three bytes that words have, by the method
 * of Hyperscan's "Teddy": https://github.com/intel/hyperscan/blob/master/src/fdr/README.md. Where those fit, the automaton goes on by itself.
 */
export interface KernelExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  /** Whether a word begins between two addresses: 1 or 0. */
  search(at: number, end: number): number;
}

/** How many bytes of a word are looked at before the automaton is. */
export const HEAD = 3;
/** Bytes that are looked at together. */
export const VECTOR = 16;
/** Bytes of the two tables for each byte of a head, by its lower and by its upper half. */
export const HALVES_BYTES: number = 2 * VECTOR;
export const HEADS_BYTES: number = HEAD * HALVES_BYTES;
/** Bits of the address of a state: 256 entries of two bytes. */
const STATE_BITS = 9;
export const STATE_BYTES: number = 1 << STATE_BITS;

/** The kernel's module: the tables of heads stand at address 0, and those of the states behind them. */
export function assembleKernel(pages: number): Uint8Array<ArrayBuffer> {
  return assembleModule([SEARCH], pages);
}

const [AT, END, CANDIDATES, PLACE, STATE] = [0, 1, 2, 3, 4];
const [VALUES, LOWER_HALF, NOTHING] = [5, 6, 7];
const TABLES: readonly Local[] = Array.from({ length: 2 * HEAD }, (_, i) => NOTHING + 1 + i);

const NEXT_STATE: Code = i32LoadShort(
  i32Add(i32ShiftLeft(get(STATE), STATE_BITS), i32ShiftLeft(i32LoadByte(get(PLACE)), 1)),
  HEADS_BYTES,
);

/** Let the automaton go on from a place; return where it finds a word. */
const TRY_PLACE: Code = [
  set(STATE, i32(START)),
  repeatWhile(i32GreaterThan(get(STATE), i32(FOUND)), [
    set(STATE, NEXT_STATE),
    set(PLACE, i32Add(get(PLACE), i32(1))),
  ]),
  when(i32Equal(get(STATE), i32(FOUND)), returnValue(i32(1))),
];

const TRY_CANDIDATES: Code = repeatWhile(get(CANDIDATES), [
  set(PLACE, i32Add(get(AT), i32TrailingZeros(get(CANDIDATES)))),
  set(CANDIDATES, i32And(get(CANDIDATES), i32Add(get(CANDIDATES), i32(-1)))),
  TRY_PLACE,
]);

/** For each of sixteen places, the groups of words whose heads fit there, one bit a group. */
const HEADS: Code = Array.from({ length: HEAD }, (_, i): Code => {
  const [lower, upper] = [get(TABLES[2 * i]!), get(TABLES[2 * i + 1]!)];
  return [
    set(VALUES, load(get(AT), i)),
    and(
      I8X16.lookUp(lower, and(get(VALUES), get(LOWER_HALF))),
      I8X16.lookUp(upper, I8X16.shiftRight(get(VALUES), 4)),
    ),
  ];
}).reduce((all, one) => and(all, one));

const SEARCH: WasmFunction = {
  name: 'search',
  parameters: 2,
  returnsValue: true,
  locals: [I32, I32, I32, ...[VALUES, LOWER_HALF, NOTHING, ...TABLES].map((): typeof V128 => V128)],
  body: [
    set(LOWER_HALF, I8X16.splat(0x0f)),
    set(NOTHING, I8X16.splat(0)),
    ...TABLES.map((table, i) => set(table, load(i32(i * VECTOR)))),
    when(
      i32LessThan(get(AT), get(END)),
      repeatWhile(i32LessThan(get(AT), get(END)), [
        set(CANDIDATES, I8X16.differing(HEADS, get(NOTHING))),
        when(get(CANDIDATES), TRY_CANDIDATES),
        set(AT, i32Add(get(AT), i32(VECTOR))),
      ]),
    ),
    i32(0),
  ],
};
