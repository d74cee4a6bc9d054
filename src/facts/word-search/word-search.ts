import { instantiate, isSimdAvailable } from '../../wasm/runtime.ts';
import { automatonFor, BYTES, DEAD, FOUND, START, type Transitions, type Words } from './automaton.ts';
import {
  assembleKernel,
  HALVES_BYTES,
  HEAD,
  HEADS_BYTES,
  STATE_BYTES,
  VECTOR,
  type KernelExports,
} from './kernel.ts';

const PAGE = 64 * 1024;
/** Longer bytes are left to other means. */
const ROOM = 1024 * 1024;
/** All words together are no longer: a project may name libraries of its own, as many as it likes. */
const MAX_LETTERS = 20_000;
const MAX_STATES = 0xffff;
/** The search reads on behind the end, by a vector, or as far as a word goes: letters have up to four bytes. */
const SLACK = 4 * MAX_LETTERS;
/** Words are told apart by so many bits while only their heads are looked at. */
const GROUPS = 8;

/** Searches bytes for any of many words at once, whatever their case. */
export class WordSearch {
  /** Bytes that are put here need not be copied for the search; they are good until the next ones are. */
  readonly room: Uint8Array;
  readonly #kernel: KernelExports;
  readonly #start: number;

  /** Null where this runtime has no vectors ({@link isSimdAvailable}), or the words are too many. */
  static of(words: Words): WordSearch | null {
    if (!isSimdAvailable() || lettersOf(words) > MAX_LETTERS) return null;
    const states = automatonFor(words);
    return states.length > MAX_STATES ? null : new WordSearch(states);
  }

  private constructor(states: Transitions) {
    this.#start = HEADS_BYTES + states.length * STATE_BYTES;
    const pages = Math.ceil((this.#start + ROOM + SLACK) / PAGE);
    this.#kernel = instantiate<KernelExports>(assembleKernel(pages));
    const { buffer } = this.#kernel.memory;
    new Uint8Array(buffer).set(headsOf(states));
    const table = new Uint8Array(buffer, HEADS_BYTES);
    for (const [i, row] of states.entries())
      table.set(new Uint8Array(row.buffer, row.byteOffset, row.byteLength), i * STATE_BYTES);
    this.room = new Uint8Array(buffer, this.#start, ROOM);
  }

  /** Whether a word stands in the bytes. Says yes of what is too long to be searched, too. */
  mayFind(bytes: Uint8Array): boolean {
    if (bytes.length > ROOM) return true;
    const { room } = this;
    const isHere = bytes.buffer === room.buffer && bytes.byteOffset === room.byteOffset;
    if (!isHere) room.set(bytes);
    // What stood behind the end before must neither complete a word nor begin one in the last vector.
    room.fill(0, bytes.length, bytes.length + VECTOR);
    return this.#kernel.search(this.#start, this.#start + bytes.length) === 1;
  }
}

function lettersOf({ words, pairs }: Words): number {
  const lists = [words, ...pairs.flatMap(({ first, second }) => [first, second])];
  return lists.flat().reduce((sum, word) => sum + word.length, 0);
}

/** For each byte of a head, the groups of words that have it, by its lower and by its upper half. */
function headsOf(states: Transitions): Uint8Array {
  const tables = new Uint8Array(HEADS_BYTES);
  const heads = [...waysFrom(states, START, HEAD)];
  for (const [i, head] of heads.entries()) {
    // Neighbours begin alike: together they let little else through.
    const group = 1 << Math.floor((i * GROUPS) / heads.length);
    for (const [at, bytes] of head.entries()) {
      const table = at * HALVES_BYTES;
      for (const byte of bytes) {
        tables[table + (byte & 0x0f)]! |= group;
        tables[table + HALVES_BYTES / 2 + (byte >> 4)]! |= group;
      }
    }
  }
  return tables;
}

/** Each way that words take in so many steps, as the bytes that lead along it: letters in both cases, all kinds of quotes. */
function* waysFrom(
  states: Transitions,
  state: number,
  steps: number,
): Generator<readonly (readonly number[])[]> {
  if (steps === 0) return yield [];
  // Behind the end of a short word anything fits.
  if (state === FOUND) return yield Array.from({ length: steps }, () => ALL_BYTES);
  const bytesTo = new Map<number, number[]>();
  for (const [byte, next] of states[state]!.entries()) {
    if (next === DEAD) continue;
    const bytes = bytesTo.get(next);
    if (bytes) bytes.push(byte);
    else bytesTo.set(next, [byte]);
  }
  for (const [next, bytes] of bytesTo)
    for (const rest of waysFrom(states, next, steps - 1)) yield [bytes, ...rest];
}

const ALL_BYTES: readonly number[] = [...Array(BYTES).keys()];
