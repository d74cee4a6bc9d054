/** Start tags end within this many characters; a longer one is no start tag but hostile text. */
const MAX_TAG = 2000;
const COMMENT_OR_SCRIPT = /<!--|<script(?=[\s>/])/gi;
const SCRIPT_END = /<\/script\s{0,100}>/gi;

type Range = readonly [start: number, end: number];

interface ScriptBlock {
  readonly range: Range;
  readonly attributes: string;
}

/**
 * The script of a component file (Vue, Svelte, Astro) as text of the same length, in which everything else is blanked,
 * so that all offsets stay right. Null for other files and for components without script.
 */
export function extractScripts(path: string, text: string): string | null {
  if (!isComponent(path)) return null;
  const ranges = [frontmatter(path, text), ...scriptBlocks(text).map((block) => block.range)].filter(
    (range) => range !== null,
  );
  if (ranges.length === 0) return null;
  let result = '';
  let from = 0;
  for (const [start, end] of ranges) {
    if (start < from) continue;
    result += blank(text.slice(from, start)) + text.slice(start, end);
    from = end;
  }
  return result + blank(text.slice(from));
}

/** The language that all script blocks of a component can be parsed as. Astro's frontmatter is always TypeScript. */
export function scriptLanguage(path: string, text: string): 'js' | 'jsx' | 'ts' | 'tsx' {
  if (/\.astro$/i.test(path)) return 'ts';
  const languages = scriptBlocks(text).map((block) => languageOf(block.attributes));
  if (languages.includes('tsx')) return 'tsx';
  if (languages.includes('ts')) return languages.includes('jsx') ? 'tsx' : 'ts';
  return languages.includes('jsx') ? 'jsx' : 'js';
}

function isComponent(path: string): boolean {
  return /\.(?:vue|svelte|astro)$/i.test(path);
}

function languageOf(attributes: string): 'js' | 'jsx' | 'ts' | 'tsx' {
  const lang = /\blang\s{0,5}=\s{0,5}["']?([a-z]{1,12})/i.exec(attributes)?.[1]?.toLowerCase();
  if (lang === 'tsx' || lang === 'jsx') return lang;
  return lang === 'ts' || lang === 'typescript' ? 'ts' : 'js';
}

/** Blocks with a `src` have their code elsewhere; JSON and templates are no code. */
function isCode(attributes: string): boolean {
  const type = /\btype\s{0,5}=\s{0,5}["']?([\w/+.-]{1,60})/i.exec(attributes)?.[1]?.toLowerCase();
  return type === undefined || /javascript|ecmascript|typescript|^module$|babel/.test(type);
}

function scriptBlocks(text: string): readonly ScriptBlock[] {
  const blocks: ScriptBlock[] = [];
  const lastCommentEnd = text.lastIndexOf('-->');
  let from = 0;
  for (;;) {
    COMMENT_OR_SCRIPT.lastIndex = from;
    const tag = COMMENT_OR_SCRIPT.exec(text);
    if (tag === null) return blocks;
    from = COMMENT_OR_SCRIPT.lastIndex;
    if (tag[0] === '<!--') {
      // a comment that is never closed hides nothing
      if (from <= lastCommentEnd) from = text.indexOf('-->', from) + 3;
      continue;
    }
    const block = blockAt(text, from);
    from = block.next;
    if (block.found !== null) blocks.push(block.found);
  }
}

/** The block whose start tag's attributes begin at `from`, and where to go on. */
function blockAt(text: string, from: number): { found: ScriptBlock | null; next: number } {
  const open = endOfTag(text, from);
  if (open === null) return { found: null, next: from };
  const attributes = text.slice(from, open - 1);
  if (attributes.endsWith('/')) return { found: null, next: open };
  SCRIPT_END.lastIndex = open;
  const close = SCRIPT_END.exec(text);
  const found: ScriptBlock = { range: [open, close?.index ?? text.length], attributes };
  return {
    found: isCode(attributes) ? found : null,
    next: close === null ? text.length : SCRIPT_END.lastIndex,
  };
}

/** Behind the `>` of a start tag; quoted attribute values may hold one. */
function endOfTag(text: string, from: number): number | null {
  let quote = '';
  for (let i = from; i < text.length && i < from + MAX_TAG; i++) {
    const char = text[i] ?? '';
    if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
    else if (char === '>') return i + 1;
    else if (char === '<') return null;
  }
  return null;
}

function frontmatter(path: string, text: string): Range | null {
  if (!/\.astro$/i.test(path)) return null;
  const open = /^\uFEFF?\s{0,200}---[ \t]{0,20}(?=\r?\n)/.exec(text)?.[0];
  if (open === undefined) return null;
  const close = text.indexOf('\n---', open.length);
  return close < 0 ? null : [open.length, close];
}

/** Spaces for everything but line ends, including the two that only JavaScript knows. */
function blank(text: string): string {
  return text.replace(/[^\r\n\u2028\u2029]/g, ' ');
}
