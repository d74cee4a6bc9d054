/** A text that stands escaped in a file, and where each of its characters comes from. */
export interface Decoded {
  readonly text: string;
  /** The offset in the file of a character; also for the length of the text, which is the end. */
  at(index: number): number;
}

/** A text that stands in the file as it is. */
export function asWritten(text: string, start: number): Decoded {
  return { text, at: (index) => start + index };
}

/** How a format escapes characters: what follows the mark, and what it stands for. */
export interface Escapes {
  /** Matches one escape at its place (sticky). */
  readonly pattern: RegExp;
  /** The text for a match; null leaves it as it is written. */
  readonly decode: (match: RegExpExecArray) => string | null;
}

/** Decode an escaped text that begins at offset `start` of its file. */
export function decode(written: string, start: number, { pattern, decode: meaning }: Escapes): Decoded {
  pattern.lastIndex = 0;
  const offsets: number[] = [];
  let text = '';
  for (let at = 0; at < written.length;) {
    pattern.lastIndex = at;
    const match = pattern.exec(written);
    const put = match === null || match[0] === '' ? null : meaning(match);
    if (put === null) {
      text += written[at];
      offsets.push(start + at++);
      continue;
    }
    for (let i = 0; i < put.length; i++) offsets.push(start + at);
    text += put;
    at += match?.[0].length ?? 1;
  }
  const end = start + written.length;
  return { text, at: (index) => offsets[index] ?? end };
}

const SIMPLE: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** Escapes of JSON; JSON5 adds `\x41`, quotes and line ends. */
export const JSON_ESCAPES: Escapes = {
  pattern: /\\(?:u([\da-f]{4})|x([\da-f]{2})|(\r\n|[\s\S]))/iy,
  decode: ([, unit, byte, char]) => {
    const code = unit ?? byte;
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return char === '\n' || char === '\r\n' ? '' : (SIMPLE[char ?? ''] ?? char ?? null);
  },
};

/** Escapes of TOML; a line end with the white space behind it is nothing. */
export const TOML_ESCAPES: Escapes = {
  pattern: /\\(?:u([\da-fA-F]{4})|U([\da-fA-F]{8})|([ \t]*\r?\n\s*)|([\s\S]))/y,
  decode: ([, short, long, lineEnd, char]) => {
    if (lineEnd !== undefined) return '';
    const code = short ?? long;
    if (code === undefined) return SIMPLE[char ?? ''] ?? char ?? null;
    const point = Number.parseInt(code, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : null;
  },
};

/** Escapes of Java's properties: as in JSON, and a line end with the indentation behind it is nothing. */
export const PROPERTIES_ESCAPES: Escapes = {
  pattern: /\\(?:u([\da-f]{4})|((?:\r\n?|\n)[ \t\f]*)|([\s\S]))/iy,
  decode: ([, unit, lineEnd, char]) => {
    if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
    return lineEnd === undefined ? (SIMPLE[char ?? ''] ?? char ?? null) : '';
  },
};

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Entities of XML and HTML. */
export const XML_ESCAPES: Escapes = {
  pattern: /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/iy,
  decode: ([, decimal, hex, name]) => {
    if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? null;
    const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
  },
};
