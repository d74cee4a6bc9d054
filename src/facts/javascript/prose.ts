import type { Span } from '../model.ts';
import type { CodeContext } from './code-context.ts';
import { collectCalls, type CallFacts } from './collect.ts';
import type { ParseJavaScript } from './module.ts';
import { mayCallLibrary } from './prefilter.ts';

const PROSE = /\.(?:mdx?|markdown|mdoc)$/i;
const FENCE =
  /^[ \t>]{0,40}(`{3,12}|~{3,12})[ \t]{0,10}(jsx?|tsx?|javascript|typescript|mjs|cjs|node)\b[^\r\n`]{0,300}\r?\n/gim;
const MAX_BLOCK = 64 * 1024;
const MAX_BLOCKS = 500;

/** Documents whose code blocks people copy. */
export function isProse(path: string): boolean {
  return PROSE.test(path);
}

/** The JWT calls in the code blocks of a document; blocks that are no whole program are passed over. */
export function callsInProse(text: string, parse: ParseJavaScript, context: CodeContext): CallFacts {
  const found: CallFacts[] = [];
  let behind = 0;
  let blocks = 0;
  for (const fence of text.matchAll(FENCE)) {
    if (fence.index < behind || ++blocks > MAX_BLOCKS) continue;
    const start = fence.index + fence[0].length;
    const end = endOfBlock(text, start, fence[1] ?? '```');
    behind = end;
    const language = /^t/i.test(fence[2] ?? '') ? 'tsx' : 'jsx';
    found.push(callsInBlock(text.slice(start, end), start, language, parse, context));
  }
  for (const block of templateBlocks(text))
    found.push(callsInBlock(block.text, block.start, 'tsx', parse, context));
  return {
    calls: found.flatMap(({ calls }) => calls),
    literals: found.flatMap(({ literals }) => literals),
  };
}

/** Code that stands as a template literal in a component of MDX; its placeholders become letters of the same length. */
function templateBlocks(text: string): { text: string; start: number }[] {
  const blocks: { text: string; start: number }[] = [];
  for (let at = text.indexOf('{`'); at >= 0 && blocks.length < MAX_BLOCKS; at = text.indexOf('{`', at + 2)) {
    const end = text.indexOf('`}', at + 2);
    if (end < 0 || end - at > MAX_BLOCK) continue;
    const block = text.slice(at + 2, end).replace(/\$\{[^}\n]{0,300}\}/g, (hole) => 'x'.repeat(hole.length));
    blocks.push({ text: block, start: at + 2 });
  }
  return blocks;
}

function endOfBlock(text: string, from: number, fence: string): number {
  const window = text.slice(from, from + MAX_BLOCK);
  const closing = new RegExp(`^[ \\t>]{0,40}${fence}`, 'm').exec(window);
  return from + (closing?.index ?? window.length);
}

const NO_CALLS: CallFacts = { calls: [], literals: [] };

/** What `jwt` is where a block does not say: everybody writes it so. */
const USUAL_IMPORT = "import jwt from 'jsonwebtoken';";

function callsInBlock(
  block: string,
  start: number,
  language: 'jsx' | 'tsx',
  parse: ParseJavaScript,
  context: CodeContext,
): CallFacts {
  const isNamed = context.libraries.isNamedIn(block);
  const isUsual = !isNamed && /(?<![\w.])jwt\.(?:sign|verify|decode)\(/.test(block);
  if (!isUsual && !(isNamed && mayCallLibrary(block, context))) return NO_CALLS;
  const head = isUsual ? USUAL_IMPORT : '';
  const code = head + withoutRemarks(block);
  const source = parse(code, language) ?? parse(code, language === 'tsx' ? 'ts' : 'jsx');
  return source ? moved(collectCalls(source, context), start - head.length) : NO_CALLS;
}

/** Lines that only a reader understands: `# file.js`, `$ npm start`, `...`. Blanked, so that offsets stay right. */
function withoutRemarks(block: string): string {
  return block.replace(/^[ \t]{0,40}(?:#|\$ |\.\.\.[ \t]{0,4}$|…)[^\r\n]{0,500}/gm, (line) =>
    ' '.repeat(line.length),
  );
}

/** The same facts at other offsets: every `span` in them is one. */
function moved<T>(value: T, by: number): T {
  if (Array.isArray(value)) return value.map((item: unknown) => moved(item, by)) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]: [string, unknown]) => [
    key,
    isSpan(key, item) ? ([item[0] + by, item[1] + by] as Span) : key === 'table' ? item : moved(item, by),
  ]);
  return Object.fromEntries(entries) as T;
}

function isSpan(key: string, value: unknown): value is Span {
  return (
    (/span$/i.test(key) || key === 'removal' || key === 'at') &&
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((offset) => typeof offset === 'number')
  );
}
