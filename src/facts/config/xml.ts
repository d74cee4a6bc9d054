import { argumentIn, type Assignment } from './assignment-item.ts';
import { decode, XML_ESCAPES } from './decoded.ts';
import { TOO_MANY_ENTRIES, type RawEntry, type RawReading } from './entry.ts';
import { MAX_DEPTH, MAX_ENTRIES } from './limits.ts';

const FILE =
  /\.(?:xml|plist|csproj|vbproj|fsproj|props|targets|entitlements|pubxml|resx|xaml|storyboard|mobileconfig|wxs)$/i;
const CONFIG = /\.config$/i;

/** `.config` files of .NET are XML; those of other programs are not. */
export function isXmlPath(path: string, text: string): boolean {
  return FILE.test(path) || (CONFIG.test(path) && /^\s{0,100}</.test(text));
}

interface Element {
  readonly name: string;
  /** What an attribute `name` or `key` calls it, or in a property list the `<key>` before it. */
  readonly setting: string | null;
  /** Where its text begins. */
  readonly start: number;
  hasChildren: boolean;
  /** In a property list: the last `<key>`. */
  key: string | null;
  /** The last text in it. */
  text: string | null;
}

const TAG =
  /<(?:\/([\p{L}\w:.-]{1,200})\s{0,50}>|([\p{L}_][\p{L}\w:.-]{0,200})((?:\s{1,200}[\p{L}_][\p{L}\w:.-]{0,200}\s{0,20}=\s{0,20}(?:"[^"]{0,4000}"|'[^']{0,4000}')){0,100})\s{0,200}(\/?)>)/uy;
const ATTRIBUTE = /([\p{L}_][\p{L}\w:.-]{0,200})\s{0,20}=\s{0,20}(?:"([^"]{0,4000})"|'([^']{0,4000})')/gu;
/** What is passed over whole: how it begins and ends. */
const PASSED_OVER: readonly (readonly [begin: string, end: string])[] = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
];

/** Read XML and property lists: text of elements, attributes, and pairs of a name and a value. Broken text gives what can be had of it. */
export function readXml(text: string): RawReading {
  const reader = new XmlReader(text);
  for (const match of tagsOf(text)) {
    reader.take(match);
    if (reader.entries.length >= MAX_ENTRIES) return { entries: reader.entries, error: TOO_MANY_ENTRIES };
  }
  return { entries: reader.entries, error: reader.isTooDeep ? 'nests too deeply to be read in full' : null };
}

function* tagsOf(text: string): Generator<RegExpExecArray> {
  const lastEnds = PASSED_OVER.map(([, end]) => text.lastIndexOf(end));
  for (let at = text.indexOf('<'); at !== -1; at = text.indexOf('<', at)) {
    const passed = PASSED_OVER.findIndex(
      ([begin], i) => text.startsWith(begin, at) && at < (lastEnds[i] ?? -1),
    );
    const end = PASSED_OVER[passed]?.[1];
    if (end !== undefined) {
      at = text.indexOf(end, at) + end.length;
      continue;
    }
    TAG.lastIndex = at;
    const match = TAG.exec(text);
    at = match === null ? at + 1 : TAG.lastIndex;
    if (match !== null) yield match;
  }
}

class XmlReader {
  readonly entries: RawEntry[] = [];
  isTooDeep = false;
  readonly #text: string;
  readonly #stack: Element[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  take(match: RegExpExecArray): void {
    const [, closed, opened, attributes = '', isEmpty] = match;
    if (closed !== undefined) this.#close(closed, match.index);
    else if (opened !== undefined) this.#open(opened, attributes, match, isEmpty === '/');
  }

  #open(name: string, attributes: string, match: RegExpExecArray, isEmpty: boolean): void {
    const parent = this.#stack.at(-1);
    if (parent) parent.hasChildren = true;
    const start = match.index + 1 + name.length;
    const setting =
      this.#readAttributes(name, attributes, start) ?? (name === 'key' ? null : (parent?.key ?? null));
    if (isEmpty) return;
    if (this.#stack.length >= MAX_DEPTH) this.isTooDeep = true;
    else
      this.#stack.push({
        name,
        setting,
        start: match.index + match[0].length,
        hasChildren: false,
        key: null,
        text: null,
      });
  }

  /** Attributes that are settings; the name that one of them gives the element. */
  #readAttributes(name: string, attributes: string, start: number): string | null {
    const found = new Map<string, { value: string; at: number }>();
    for (const match of attributes.matchAll(ATTRIBUTE)) {
      const value = match[2] ?? match[3] ?? '';
      found.set(match[1] ?? '', { value, at: start + match.index + match[0].length - 1 - value.length });
    }
    const setting =
      (found.get('key') ?? found.get('name') ?? found.get('Key') ?? found.get('Name') ?? found.get('Include'))
        ?.value ?? null;
    for (const [key, { value, at }] of found) {
      const isValue = setting !== null && /^(?:value|Value|val|connectionString|content)$/.test(key);
      const keyPath = isValue ? [...this.#path(), setting] : [...this.#path(), name, key];
      if (isValue || !/^(?:key|name|id|class|xmlns.*|type)$/i.test(key)) this.#add(keyPath, value, at);
    }
    return setting;
  }

  #close(name: string, end: number): void {
    const depth = this.#stack.findLastIndex((element) => element.name === name);
    if (depth < 0) return;
    const element = this.#stack[depth] as Element;
    const isLeaf = depth === this.#stack.length - 1 && !element.hasChildren;
    this.#stack.length = depth;
    const parent = this.#stack.at(-1);
    if (!isLeaf) {
      if (parent) parent.key = null;
      return;
    }
    const written = this.#text.slice(element.start, end);
    if (name === 'key' && parent) parent.key = decode(written.trim(), 0, XML_ESCAPES).text;
    else {
      this.#addText(element, written);
      if (parent) parent.key = null;
    }
  }

  #addText({ name, setting, start }: Element, written: string): void {
    const cdata = /^\s{0,200}<!\[CDATA\[([\s\S]{0,20000})\]\]>\s{0,200}$/.exec(written);
    const inner = cdata?.[1] ?? written;
    const value = inner.trim();
    if (value === '') return;
    const at = start + (cdata === null ? 0 : written.indexOf('[CDATA[') + 7) + inner.indexOf(value);
    const above = this.#path();
    const isValue = name === 'value' || name === 'string' || name === 'data' || name === 'entry';
    const keyPath =
      setting === null ? (isValue && above.length > 0 ? above : [...above, name]) : [...above, setting];
    const argument = setting === null && isValue ? this.#argument(value) : null;
    if (argument === null) this.#add(keyPath, value, at, cdata !== null);
    else
      this.#add(
        [...above, argument.name],
        value.slice(...argument.span),
        at + argument.span[0],
        cdata !== null,
      );
  }

  /** `<string>--jwt-secret</string><string>x</string>` in a list. */
  #argument(value: string): Assignment | null {
    const list = this.#stack.at(-1);
    if (list?.name !== 'array') return null;
    const previous = list.text;
    list.text = value;
    return argumentIn(value, previous);
  }

  #add(keyPath: readonly string[], written: string, at: number, isPlain: boolean = false): void {
    const value = isPlain ? written : decode(written, at, XML_ESCAPES).text;
    this.entries.push({ keyPath, value, span: [at, at + written.length], format: 'xml' });
  }

  /** Containers of property lists and lists of settings add nothing to a name. */
  #path(): string[] {
    return this.#stack.flatMap(
      ({ name, setting }) =>
        setting ??
        (/^(?:plist|dict|array|configuration|appSettings|project|properties|resources|root)$/.test(name)
          ? []
          : [name]),
    );
  }
}
