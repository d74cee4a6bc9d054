import type { createScanner } from 'jsonc-parser';
import { createRequire } from 'node:module';
import type { ConfigFormat, Span } from '../model.ts';
import { argumentIn } from './assignment-item.ts';
import { decode, JSON_ESCAPES } from './decoded.ts';
import { TOO_MANY_ENTRIES, type RawEntry, type RawReading, type ReadNested } from './entry.ts';
import { mayHoldSettings, settingsInside } from './inside.ts';
import { MAX_DEPTH, MAX_ENTRIES } from './limits.ts';
import { NAME_KEYS, parameterOfDefault, VALUE_KEYS, withoutIndex } from './settings-by-name.ts';

/** Kinds of tokens of the scanner, which the library declares as a const enum that isolated modules cannot use. */
const OPEN_BRACE = 1;
const CLOSE_BRACE = 2;
const OPEN_BRACKET = 3;
const CLOSE_BRACKET = 4;
const COMMA = 5;
const COLON = 6;
const STRING = 10;
const NUMBER = 11;
const UNKNOWN = 16;
const END = 17;
const UNTERMINATED = 2;

interface Container {
  readonly isArray: boolean;
  key: string;
  index: number;
  /** Behind a colon. */
  expectsValue: boolean;
  /** What `name:` or `key:` beside a `value:` says, and where it stands among all entries. */
  name: string | null;
  nameEntry: number;
  /** Positions of the `value:` entries among all entries. */
  readonly valueEntries: number[];
  /** The text before this one in a list. */
  previous: string | null;
}

type Scanner = ReturnType<typeof createScanner>;

const require = createRequire(import.meta.url);
let library: { readonly createScanner: typeof createScanner } | null = null;

interface Scalar {
  readonly value: string;
  readonly span: Span;
}

/**
 * Read settings from JSON, JSONC and JSON5-like text. Works on tokens with a stack of its own, so that broken and deeply nested text
 * gives what can be had instead of an error.
 */
export function readJson(text: string, _path: string = '', readNested: ReadNested = () => null): RawReading {
  const reading = new JsonReading(text, readNested);
  reading.run();
  return { entries: reading.settings().map(withDefault), error: reading.error };
}

class JsonReading {
  readonly entries: RawEntry[] = [];
  readonly #text: string;
  readonly #scanner: Scanner;
  readonly #stack: Container[] = [];
  readonly #readNested: ReadNested;
  /** Entries that are only the names of others. */
  readonly #names = new Set<number>();
  #format: ConfigFormat = 'json';
  #pendingKey = '';
  #tooDeep = 0;
  #wasTooDeep = false;

  constructor(text: string, readNested: ReadNested) {
    this.#text = text;
    this.#readNested = readNested;
    library ??= require('jsonc-parser') as NonNullable<typeof library>;
    this.#scanner = library.createScanner(text, true);
  }

  settings(): RawEntry[] {
    return this.#names.size === 0 ? this.entries : this.entries.filter((_, at) => !this.#names.has(at));
  }

  get error(): string | null {
    if (this.entries.length >= MAX_ENTRIES) return TOO_MANY_ENTRIES;
    return this.#wasTooDeep ? 'nests too deeply to be read in full' : null;
  }

  run(): void {
    for (
      let token: number = this.#scanner.scan();
      token !== END && this.entries.length < MAX_ENTRIES;
      token = this.#scanner.scan()
    )
      this.#take(token);
    while (this.#stack.length > 0) this.#close();
  }

  #take(token: number): void {
    const top = this.#stack.at(-1);
    if (token === OPEN_BRACE || token === OPEN_BRACKET) this.#open(token === OPEN_BRACKET);
    else if (token === CLOSE_BRACE || token === CLOSE_BRACKET) {
      if (this.#tooDeep > 0) this.#tooDeep--;
      else this.#close();
    } else if (this.#tooDeep > 0 || top === undefined) return;
    else if (token === COMMA) {
      top.index++;
      top.expectsValue = false;
    } else if (token === COLON) {
      top.key = this.#pendingKey;
      top.expectsValue = true;
    } else if (token === STRING || token === NUMBER || token === UNKNOWN) this.#takeScalar(token, top);
  }

  #takeScalar(token: number, top: Container): void {
    const scalar = token === UNKNOWN ? this.#takeUnknown() : scalarOf(this.#scanner);
    if (!top.isArray && !top.expectsValue) this.#pendingKey = scalar?.value ?? this.#scanner.getTokenValue();
    else if (scalar) this.#add(scalar.value, scalar.span);
    if (!top.isArray) top.expectsValue = false;
  }

  /** JSON5: a string in single quotes, which the scanner does not know as one token. Null for a word without quotes. */
  #takeUnknown(): Scalar | null {
    const start = this.#scanner.getTokenOffset();
    const end = this.#text[start] === "'" ? closingQuote(this.#text, start) : null;
    if (end === null) return null;
    // A word goes on to the next separator: never back, since many quotes in one word would scan it as many times.
    const wordEnd = start + this.#scanner.getTokenLength();
    if (end + 1 > wordEnd) this.#scanner.setPosition(end + 1);
    const { text } = decode(this.#text.slice(start + 1, end), start + 1, JSON_ESCAPES);
    return { value: text, span: [start + 1, end] };
  }

  #open(isArray: boolean): void {
    if (this.#stack.length < MAX_DEPTH) {
      this.#stack.push({
        isArray,
        key: '',
        index: 0,
        expectsValue: false,
        name: null,
        nameEntry: -1,
        valueEntries: [],
        previous: null,
      });
    } else {
      this.#tooDeep++;
      this.#wasTooDeep = true;
    }
  }

  #add(value: string, span: Span): void {
    const top = this.#stack.at(-1);
    if (top === undefined) return;
    const keyPath = this.#path();
    const { previous } = top;
    top.previous = value;
    if (top.isArray && this.#addArgument(keyPath, value, span, previous)) return;
    if (!top.isArray) {
      if (NAME_KEYS.has(top.key)) [top.name, top.nameEntry] = [value, this.entries.length];
      if (VALUE_KEYS.has(top.key)) top.valueEntries.push(this.entries.length);
      if (top.key === 'AWSTemplateFormatVersion') this.#format = 'cloud-template';
    }
    this.entries.push({ keyPath, value, span, format: this.#format });
    if (mayHoldSettings(value)) this.#addInside(keyPath, span);
  }

  /** `["JWT_SECRET=…"]`, `["--jwt-secret", "…"]` */
  #addArgument(keyPath: readonly string[], value: string, span: Span, previous: string | null): boolean {
    const assignment = argumentIn(value, previous);
    if (assignment === null) return false;
    const { at } = decode(this.#text.slice(...span), span[0], JSON_ESCAPES);
    this.entries.push({
      keyPath: [...keyPath.slice(0, -1), assignment.name],
      value: assignment.value,
      span: [at(assignment.span[0]), at(assignment.span[1])],
      format: this.#format,
    });
    return true;
  }

  /** Scripts of package.json, commands of tasks; JSON and code in a text. */
  #addInside(keyPath: readonly string[], span: Span): void {
    const decoded = decode(this.#text.slice(...span), span[0], JSON_ESCAPES);
    for (const entry of settingsInside(decoded, this.#readNested)) {
      if (this.entries.length >= MAX_ENTRIES) return;
      this.entries.push({ ...entry, keyPath: [...keyPath, ...entry.keyPath] });
    }
  }

  #path(): string[] {
    return this.#stack.map((item) => (item.isArray ? String(item.index) : item.key));
  }

  /** `{ "key": "JWT_SECRET", "value": "…" }` is one setting. */
  #close(): void {
    const closed = this.#stack.pop();
    if (!closed || closed.name === null || closed.valueEntries.length === 0) return;
    this.#names.add(closed.nameEntry);
    const keyPath = [...withoutIndex(this.#path()), closed.name];
    for (const at of closed.valueEntries) {
      const entry = this.entries[at];
      if (entry) this.entries[at] = { ...entry, keyPath };
    }
  }
}

function scalarOf(scanner: Scanner): Scalar {
  const start = scanner.getTokenOffset();
  const end = start + scanner.getTokenLength();
  const value = scanner.getTokenValue();
  const token: number = scanner.getToken();
  if (token !== STRING) return { value, span: [start, end] };
  const error: number = scanner.getTokenError();
  return { value, span: [start + 1, Math.max(start + 1, error === UNTERMINATED ? end : end - 1)] };
}

const MAX_STRING = 64 * 1024;

function closingQuote(text: string, start: number): number | null {
  for (let end = start + 1; end < Math.min(text.length, start + MAX_STRING); end++) {
    if (text[end] === '\\') end++;
    else if (text[end] === "'") return end;
    else if (text[end] === '\n') return null;
  }
  return null;
}

function withDefault(entry: RawEntry): RawEntry {
  const of = parameterOfDefault(entry.keyPath);
  return of === null ? entry : { ...entry, fallback: { operator: 'default', of } };
}
