/** A YAML text whose templates were put out of the parser's way. */
export interface MaskedTemplates {
  /** As long as the text, with the same lines. */
  readonly text: string;
  /** What a value says, read from a place of the file, with its templates as they are written. */
  restore(value: string, from: number): string;
  /** Where the template around an offset begins; null outside of templates. */
  around(offset: number): number | null;
}

const ANY = /(?<!\$)\{\{|\{%|<%/;
/** A template within a line: Helm, Jinja, ERB. */
const TEMPLATE = /(?<!\$)\{\{[^\r\n]{0,1000}?\}\}|<%[^\r\n]{0,1000}?%>/g;
/** A line that is nothing but templates, or statements of one. */
const LINE =
  /^[ \t]{0,200}(?:\{\{[^\r\n]{0,1000}?\}\}|\{%[^\r\n]{0,1000}?%\}|\{#[^\r\n]{0,1000}?#\}|<%[^\r\n]{0,1000}?%>)[ \t]{0,200}(?=\r?$)/gm;
const BLOCK_HEADER = /[|>][+-]?\d?[ \t]{0,20}(?:#.{0,200})?$/;
/** Letters that no text uses, and that YAML takes for a plain word. */
const FIRST = '\uE000';
const FURTHER = '\uE001';
const MASK = /\uE000\uE001*/g;

/** Lines of templates become blank, and templates inside of lines a word of the same length: what is left is YAML. */
export function maskTemplates(text: string): MaskedTemplates {
  if (!ANY.test(text) || text.includes(FIRST)) return { text, restore: (value) => value, around: () => null };
  const places: number[] = [];
  const originals: string[] = [];
  const lines = text.replace(LINE, (line, at: number) =>
    isInBlock(text, at) ? line : ' '.repeat(line.length),
  );
  const masked = lines.replace(TEMPLATE, (template, at: number) => {
    places.push(at);
    originals.push(template);
    return FIRST + FURTHER.repeat(template.length - 1);
  });
  return {
    text: masked,
    restore(value, from) {
      if (!value.includes(FIRST)) return value;
      let next = firstFrom(places, from);
      return value.replace(MASK, (mask) => originals[next++] ?? mask);
    },
    around(offset) {
      const index = firstFrom(places, offset + 1) - 1;
      const start = places[index];
      return start !== undefined && offset < start + (originals[index]?.length ?? 0) ? start : null;
    },
  };
}

/** Whether the line above opens a block, whose lines are text. */
function isInBlock(text: string, at: number): boolean {
  const above = text.slice(Math.max(0, at - 500), at).trimEnd();
  return BLOCK_HEADER.test(above.slice(above.lastIndexOf('\n') + 1));
}

/** The index of the first place that is not before an offset. */
function firstFrom(places: readonly number[], offset: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
