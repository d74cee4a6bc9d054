import type { ConfigEntry, Span } from '../model.ts';
import { classifyName } from '../secret-names.ts';

/** Heads of columns whose cells are values, not words about them. */
const VALUE_HEAD =
  /^(?:default(?:s| value)?|values?|examples?|example value|sample|sample value|wert|valeur|valor|beispiel|ejemplo|默认值|示例|值)$/i;
const HTML_ROW = /<tr(?:\s[^>]{0,300})?>/gi;
const HTML_CELL = /<t[dh][^>]{0,300}>([\s\S]{0,5000}?)<\/t[dh]>/gi;
const MAX_ROWS = 5000;
const MAX_ROW = 20_000;

interface Cell {
  readonly text: string;
  readonly span: Span;
}

/** Values of secrets in the tables of Markdown, AsciiDoc and HTML: a row with the name, under a head that says value, default or example. */
export function findTableSettings(text: string): ConfigEntry[] {
  const rows = text.includes('|') ? pipeRows(text) : [];
  const html = /<tr/i.test(text) ? htmlRows(text) : [];
  const asciidoc = text.includes('\n|===') || text.startsWith('|===') ? asciidocRows(text) : [];
  return [...entriesOf(asciidoc), ...entriesOf(rows), ...entriesOf(html)];
}

/** Rows of one text; a gap or a row without cells ends a table. */
function entriesOf(rows: readonly (readonly Cell[] | null)[]): ConfigEntry[] {
  const found: ConfigEntry[] = [];
  let valueColumns: readonly number[] = [];
  let isHead = true;
  for (const row of rows) {
    if (row === null) {
      isHead = true;
      continue;
    }
    if (isHead) valueColumns = row.flatMap((cell, column) => (VALUE_HEAD.test(cell.text) ? [column] : []));
    else {
      const name = row[0]?.text ?? '';
      if (valueColumns.length > 0 && /^[\w.-]{3,100}$/.test(name) && classifyName([name]) !== 'other')
        found.push(...valueColumns.flatMap((column) => entryOf(name, row[column])));
    }
    isHead = false;
  }
  return found;
}

function entryOf(name: string, cell: Cell | undefined): ConfigEntry[] {
  if (
    !cell ||
    !/^\S{4,500}$/.test(cell.text) ||
    /^(?:required|optional|none|empty|unset|string|random|generated|yes|true|false|null|n\/a)$/i.test(
      cell.text,
    )
  )
    return [];
  return [
    {
      keyPath: name.split('.'),
      value: cell.text,
      span: cell.span,
      writtenAs: 'plain',
      format: 'text',
      environment: null,
      fallback: null,
    },
  ];
}

function pipeRows(text: string): (readonly Cell[] | null)[] {
  const rows: (readonly Cell[] | null)[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    if (rows.length > MAX_ROWS) break;
    const isRow = /^\s{0,20}\|.{3,}/.test(line) && line.length < 4000;
    if (isRow && !/^[\s|:=-]{1,400}$/.test(line)) rows.push(cellsOf(line, start));
    else if (!isRow && rows.at(-1) !== null) rows.push(null);
    start += line.length + 1;
  }
  return rows;
}

/** Tables between lines of `|===`: the cells of the first row say how many there are in a row, wherever the lines end. */
function asciidocRows(text: string): (readonly Cell[] | null)[] {
  const rows: (readonly Cell[] | null)[] = [];
  let columns = 0;
  let cells: Cell[] | null = null;
  let start = 0;
  for (const line of text.split('\n')) {
    if (rows.length > MAX_ROWS) break;
    if (/^\|={3,20}\s{0,20}$/.test(line)) {
      rows.push(null);
      cells = cells === null ? [] : null;
      columns = 0;
    } else if (cells !== null && line.startsWith('|') && line.length < 4000) {
      cells.push(...cellsOf(line, start));
      columns ||= cells.length;
      while (cells.length >= columns) rows.push(cells.splice(0, columns));
    }
    start += line.length + 1;
  }
  return rows;
}

function cellsOf(line: string, start: number): Cell[] {
  const cells: Cell[] = [];
  let from = line.indexOf('|') + 1;
  for (let at = from; at <= line.length; at++) {
    if (at < line.length && (line[at] !== '|' || line[at - 1] === '\\')) continue;
    cells.push(trimmed(line.slice(from, at), start + from));
    from = at + 1;
  }
  return cells;
}

/** Without white space, code marks and quotes around it. */
function trimmed(written: string, start: number): Cell {
  const lead = /^(?:[\s`"']|\*\*){0,100}/.exec(written)?.[0].length ?? 0;
  const inner = written.slice(lead).replace(/(?:[\s`"']|\*\*){1,100}$/, '');
  return { text: inner, span: [start + lead, start + lead + inner.length] };
}

function htmlRows(text: string): (readonly Cell[] | null)[] {
  const rows: (readonly Cell[] | null)[] = [];
  let behind = 0;
  let end = -1;
  for (const row of text.matchAll(HTML_ROW)) {
    if (row.index < behind) continue;
    const start = row.index + row[0].length;
    if (end < start) end = text.indexOf('</tr', start);
    if (end < 0 || rows.length > MAX_ROWS) break;
    if (end - start > MAX_ROW) continue;
    if (/<table/i.test(text.slice(behind, Math.min(row.index, behind + 5000)))) rows.push(null);
    behind = end;
    const cells = text.slice(start, end).matchAll(HTML_CELL);
    rows.push(
      Array.from(cells, (cell) => htmlCell(cell[1] ?? '', start + cell.index + cell[0].indexOf('>') + 1)),
    );
  }
  return rows;
}

/** `<code>x</code>` inside a cell. */
function htmlCell(written: string, start: number): Cell {
  const code = /^(\s{0,100}<(?:code|kbd|tt|b|strong)>)([^<]{1,500})</i.exec(written);
  if (code === null)
    return /[<&]/.test(written) ? { text: '', span: [start, start] } : trimmed(written, start);
  return trimmed(code[2] ?? '', start + (code[1] ?? '').length);
}
