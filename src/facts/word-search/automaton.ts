/** What to look for: any of the words and pairs, whatever their case. */
export interface Words {
  readonly words: readonly string[];
  readonly pairs: readonly WordPairs[];
}

/** Any first word with any second one behind it, joined by one of the joints: `signing`, `_`, `key`. */
export interface WordPairs {
  readonly first: readonly string[];
  readonly joints: readonly string[];
  readonly second: readonly string[];
}

/** For each state and byte the next state: see {@link DEAD}, {@link FOUND} and {@link START}. */
export type Transitions = readonly Uint16Array[];

/** No word goes on like this. */
export const DEAD = 0;
/** A word ends here. */
export const FOUND = 1;
export const START = 2;

export const BYTES = 256;

/** The states in which a word may be, from its first byte on: a deterministic automaton over the bytes of UTF-8 and Latin-1. */
export function automatonFor(words: Words): Transitions {
  return determine(graphOf(words));
}

/* ------------------------------------------------------------------ words as a graph */

/** A place in a word, which may be one in several. */
interface Place {
  readonly next: Map<number, Place[]>;
  /** Places that are reached from here by no byte. */
  readonly also: Place[];
  isEnd: boolean;
}

function graphOf({ words, pairs }: Words): Place {
  const start = newPlace();
  for (const word of words) walk(start, word).isEnd = true;
  for (const { first, joints, second } of pairs) {
    const then = newPlace();
    for (const word of second) walk(then, word).isEnd = true;
    for (const word of first) {
      const end = walk(start, word);
      for (const joint of joints) walk(end, joint).also.push(then);
    }
  }
  return start;
}

function newPlace(): Place {
  return { next: new Map(), also: [], isEnd: false };
}

const NOT_ASCII = '\u0080';

/** Go along a word, on new ways where there are none yet. */
function walk(from: Place, word: string): Place {
  let at = from;
  for (const char of word) {
    const known = char < NOT_ASCII ? at.next.get(folded(char.charCodeAt(0)))?.[0] : undefined;
    const to = known ?? newPlace();
    if (!known) for (const bytes of spellingsOf(char)) link(at, bytes, to);
    at = to;
  }
  return at;
}

function link(from: Place, bytes: readonly number[], to: Place): void {
  let at = from;
  for (const [i, byte] of bytes.entries()) {
    const place = i === bytes.length - 1 ? to : newPlace();
    const others = at.next.get(byte);
    if (others) others.push(place);
    else at.next.set(byte, [place]);
    at = place;
  }
}

/** A letter in both cases, in UTF-8 and, where it has one byte there, in Latin-1. ASCII has one spelling: its case is folded later. */
function spellingsOf(char: string): readonly (readonly number[])[] {
  if (char < NOT_ASCII) return [[folded(char.charCodeAt(0))]];
  const cases = [...new Set([char, char.toLowerCase(), char.toUpperCase()])];
  const utf8 = cases.map((one) => [...Buffer.from(one)]);
  const latin1 = cases.filter((one) => /^[\u0080-\u00FF]$/.test(one)).map((one) => [one.charCodeAt(0)]);
  return [...utf8, ...latin1];
}

function folded(byte: number): number {
  return isUpperCase(byte) ? byte + CASE : byte;
}

const CASE = 0x20;

function isUpperCase(byte: number): boolean {
  return byte >= 0x41 && byte <= 0x5a;
}

/* ------------------------------------------------------------------ the automaton */

/** The subset construction: a state is a set of places. */
function determine(start: Place): Transitions {
  const numbers = new Map<Place, number>();
  const states = new Map<string, number>();
  const sets: (readonly Place[])[] = [];
  const transitions: Uint16Array[] = [new Uint16Array(BYTES), new Uint16Array(BYTES)];
  const stateOf = (places: readonly Place[]): number => {
    const set = closure(places);
    if (set.some((place) => place.isEnd)) return FOUND;
    const key = set
      .map((place) => numberOf(numbers, place))
      .sort((a, b) => a - b)
      .join();
    const known = states.get(key);
    if (known !== undefined) return known;
    states.set(key, transitions.length);
    sets.push(set);
    return transitions.push(new Uint16Array(BYTES)) - 1;
  };
  stateOf([start]);
  for (let i = 0; i < sets.length; i++) {
    const row = transitions[START + i]!;
    for (const [byte, places] of successors(sets[i]!)) {
      row[byte] = stateOf(places);
      if (isUpperCase(byte - CASE)) row[byte - CASE] = row[byte];
    }
  }
  return transitions;
}

function closure(places: readonly Place[]): readonly Place[] {
  const all = new Set(places);
  for (const place of all) for (const other of place.also) all.add(other);
  return [...all];
}

function successors(places: readonly Place[]): ReadonlyMap<number, readonly Place[]> {
  const [only] = places;
  if (places.length === 1 && only) return only.next;
  const all = new Map<number, Place[]>();
  for (const { next } of places)
    for (const [byte, targets] of next) all.set(byte, [...(all.get(byte) ?? []), ...targets]);
  return all;
}

function numberOf(numbers: Map<Place, number>, place: Place): number {
  const known = numbers.get(place) ?? numbers.size;
  numbers.set(place, known);
  return known;
}
