/**
 * Patterns as in `.gitignore`. A pattern comes from the scanned project, so it is matched in steps that grow with its
 * length times that of the path, never as a regular expression, which `*a*a*a*a*b` would keep busy for ever.
 */
export class IgnoreList {
  readonly #patterns: readonly Pattern[];
  readonly #folders = new Map<string, boolean>();

  constructor(lines: readonly string[]) {
    this.#patterns = lines.slice(0, MOST_PATTERNS).flatMap((line) => parseLine(line) ?? []);
  }

  /** Whether a file is ignored, by itself or with a folder around it. The path has no slash before or behind it. */
  ignores(file: string): boolean {
    if (this.#patterns.length === 0) return false;
    const cut = file.lastIndexOf('/');
    if (cut > 0 && this.#ignoresFolder(file.slice(0, cut))) return true;
    return this.decide(file, false) ?? false;
  }

  /** What lies in an ignored folder cannot be brought back. */
  #ignoresFolder(folder: string): boolean {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const cut = folder.lastIndexOf('/');
    const isIgnored =
      (cut > 0 && this.#ignoresFolder(folder.slice(0, cut))) || (this.decide(folder, true) ?? false);
    this.#folders.set(folder, isIgnored);
    return isIgnored;
  }

  /** What the last pattern that fits says of a path by itself: ignored or kept; null where none fits. */
  decide(path: string, isFolder: boolean): boolean | null {
    const segments = path.split('/');
    const pattern = this.#patterns.findLast((one) => (isFolder || !one.onlyFolders) && fits(one, segments));
    return pattern === undefined ? null : !pattern.isNegated;
  }
}

/** The matcher of an ignore file's text, or of single patterns. */
export function ignoreListOf(patterns: string | readonly string[]): IgnoreList {
  const lines = typeof patterns === 'string' ? patterns.split(/\r?\n/) : patterns;
  return new IgnoreList(lines);
}

/** A list that is longer was made to keep us busy: the rest ignores nothing. */
const MOST_PATTERNS = 10_000;
/** Longer than any path. */
const LONGEST_PATTERN = 4096;

interface Pattern {
  readonly isNegated: boolean;
  readonly onlyFolders: boolean;
  /** Null stands for `**`, any number of folders. */
  readonly segments: readonly (Segment | null)[];
}

/** A name without wildcards, or what it is made of. */
type Segment = string | readonly Part[];

/** One character, any one, any number, or one of a class. */
type Part = string | typeof ONE | typeof MANY | ((character: string) => boolean);
const ONE = Symbol('?');
const MANY = Symbol('*');

/* ------------------------------------------------------------------ reading */

function parseLine(line: string): Pattern | null {
  let rest = withoutTrailingSpace(line);
  if (rest === '' || rest.startsWith('#') || rest.length > LONGEST_PATTERN) return null;
  const isNegated = rest.startsWith('!');
  if (isNegated) rest = rest.slice(1);
  const onlyFolders = rest.endsWith('/');
  if (onlyFolders) rest = rest.slice(0, -1);
  // A slash before the end ties a pattern to the folder of its file.
  const isAnchored = rest.includes('/');
  const names = rest.replace(/^\//, '').split('/');
  if (names.some((name) => name === '')) return null;
  // More stars than two are two: https://git-scm.com/docs/gitignore, and git's wildmatch.c.
  const segments = names.map((name) => (/^\*{2,}$/.test(name) ? null : parseSegment(name)));
  if (segments.includes(undefined)) return null;
  return { isNegated, onlyFolders, segments: [...(isAnchored ? [] : [null]), ...(segments as Segment[])] };
}

/** Spaces at the end do not count, unless a backslash keeps one. */
function withoutTrailingSpace(line: string): string {
  let end = line.length;
  while (end > 0 && line[end - 1] === ' ' && !isEscaped(line, end - 1)) end--;
  return line.slice(0, end);
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes++;
  return slashes % 2 === 1;
}

/** Undefined for what git takes as no pattern: a class without an end, a backslash at the end. */
function parseSegment(name: string): Segment | undefined {
  const parts: Part[] = [];
  for (let at = 0; at < name.length; at++) {
    const character = name[at]!;
    if (character === '*') {
      if (parts.at(-1) !== MANY) parts.push(MANY);
    } else if (character === '?') parts.push(ONE);
    else if (character === '\\') {
      if (++at >= name.length) return undefined;
      parts.push(name[at]!);
    } else if (character === '[') {
      const found = parseClass(name, at + 1);
      if (!found) return undefined;
      parts.push(found.holds);
      at = found.end;
    } else parts.push(character);
  }
  return parts.every((part) => typeof part === 'string') ? parts.join('') : parts;
}

const CLASSES: Readonly<Record<string, RegExp>> = {
  alnum: /[a-z\d]/i,
  alpha: /[a-z]/i,
  digit: /\d/,
  lower: /[a-z]/,
  upper: /[A-Z]/,
  space: /\s/,
  punct: /[^\w\s\u0080-\uffff]|_/,
  xdigit: /[\da-f]/i,
};

/** A class behind its `[`; `end` is where its `]` stands. */
function parseClass(
  name: string,
  from: number,
): { holds: (character: string) => boolean; end: number } | null {
  let at = from;
  const isNegated = name[at] === '!' || name[at] === '^';
  if (isNegated) at++;
  const tests: ((character: string) => boolean)[] = [];
  for (let isFirst = true; at < name.length; isFirst = false) {
    if (name[at] === ']' && !isFirst)
      return { holds: (one) => tests.some((test) => test(one)) !== isNegated, end: at };
    const word = /^\[:(\w{1,10}):\]/.exec(name.slice(at, at + 15));
    if (word) {
      const known = Object.hasOwn(CLASSES, word[1]!) ? CLASSES[word[1]!]! : null;
      if (!known) return null;
      tests.push((one) => known.test(one));
      at += word[0].length;
      continue;
    }
    if (name[at] === '\\') at++;
    const low = name[at++] ?? '';
    let high = low;
    if (name[at] === '-' && at + 1 < name.length && name[at + 1] !== ']') {
      at += name[at + 1] === '\\' ? 2 : 1;
      high = name[at++] ?? '';
    }
    tests.push((one) => one >= low && one <= high);
  }
  return null;
}

/* ------------------------------------------------------------------ matching */

function fits({ segments }: Pattern, path: readonly string[]): boolean {
  // `a/**` is what is in `a`, and not `a` itself.
  if (segments.at(-1) === null && segments.length > 1)
    return path.length >= segments.filter((one) => one !== null).length + 1 && fitsAll(segments, path);
  return fitsAll(segments, path);
}

function fitsAll(segments: readonly (Segment | null)[], path: readonly string[]): boolean {
  return wildcard(
    segments,
    path,
    (segment) => segment === null,
    (segment, name) =>
      typeof segment === 'string'
        ? segment === name
        : wildcard(segment!, name, (part) => part === MANY, fitsOne),
  );
}

function fitsOne(part: Part, character: string): boolean {
  if (typeof part === 'function') return part(character);
  return part === ONE || part === character;
}

/** Whether a list with parts that stand for any number fits another: the last of those takes more where a try fails. */
function wildcard<P>(
  pattern: readonly P[],
  items: ArrayLike<string>,
  isMany: (part: P) => boolean,
  isFit: (part: P, item: string) => boolean,
): boolean {
  let [at, item] = [0, 0];
  let [back, taken] = [-1, 0];
  while (item < items.length) {
    if (at < pattern.length && isMany(pattern[at]!)) [back, taken, at] = [at, item, at + 1];
    else if (at < pattern.length && isFit(pattern[at]!, items[item]!)) [at, item] = [at + 1, item + 1];
    else if (back >= 0) [at, item, taken] = [back + 1, taken + 1, taken + 1];
    else return false;
  }
  while (at < pattern.length && isMany(pattern[at]!)) at++;
  return at === pattern.length;
}
