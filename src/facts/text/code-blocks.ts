import { readConfig } from '../config/readers.ts';
import type { ConfigEntry } from '../model.ts';
import { classifyName } from '../secret-names.ts';
import { mayHoldNames } from './names.ts';

/** A piece of a document that shows a file or commands. */
interface CodeBlock {
  readonly language: string;
  /** The name of the file it shows, where the document says it. */
  readonly file: string | null;
  readonly start: number;
  readonly end: number;
}

/** Languages of blocks whose settings a reader understands, as a file of that format. */
const FILES: Readonly<Record<string, string>> = {
  json: 'block.json', json5: 'block.json5', jsonc: 'block.jsonc', yaml: 'block.yml', yml: 'block.yml', 'docker-compose': 'compose.yml', compose: 'compose.yml',
  toml: 'block.toml', properties: 'block.properties', ini: 'block.ini', cfg: 'block.ini', conf: 'block.conf', hcl: 'block.hcl', terraform: 'block.tf', tf: 'block.tf', tfvars: 'block.tfvars',
  dockerfile: 'Dockerfile', docker: 'Dockerfile', env: '.env', dotenv: '.env', bash: 'block.sh', sh: 'block.sh', shell: 'block.sh', zsh: 'block.sh', powershell: 'block.ps1', ps1: 'block.ps1',
  bat: 'block.bat', cmd: 'block.bat', makefile: 'Makefile', make: 'Makefile', xml: 'block.xml', plist: 'block.plist', http: 'block.http', systemd: 'block.service',
}; // prettier-ignore

const FENCE = /^([ \t>*-]{0,40})(`{3,12}|~{3,12})[ \t]{0,10}(?:\{\.?)?([\w+-]{0,40})([^\r\n`]{0,300})\r?\n/gm;
/** The title, the language and the title again, which may stand on either side of the head. */
const ASCIIDOC =
  /^(?:\.([^\s.][^\r\n]{0,200})\r?\n)?\[(?:source|listing)?%?\w{0,20}(?:,[ \t]{0,5}"?([\w+-]{1,40})"?[^\]\r\n]{0,200})?\][ \t]{0,20}\r?\n(?:\.([^\r\n]{1,200})\r?\n)?(-{4,12}|\.{4,12})[ \t]{0,20}\r?\n/gm;
/** Numbers that lead to a note below the block. */
const CALLOUT = /[ \t]{1,20}<\d{1,2}>(?=[ \t]{0,20}\r?$)/gm;
const DIRECTIVE =
  /^([ \t]{0,40})\.\.[ \t]{1,5}(?:code-block|sourcecode|code)::[ \t]{1,5}([\w+-]{1,40})[ \t]{0,20}\r?\n/gm;
const HTML =
  /<(?:code|pre)[^>]{0,300}?(?:lang(?:uage)?-|highlight-source-|lang=["'])([\w+-]{1,40})[^>]{0,300}>/gi;
const FILE_NAME = /(?:title|filename|file|name)\s{0,3}[=:]\s{0,3}["']?([\w./-]{1,120})/i;
const MAX_BLOCK = 256 * 1024;
const MAX_BLOCKS = 2000;

/** Settings in the code blocks of Markdown, AsciiDoc, reStructuredText and HTML, each read as the format it is in. */
export function findBlockSettings(text: string): ConfigEntry[] {
  const found: ConfigEntry[] = [];
  let behind = 0;
  for (const block of [...blocksOf(text)].sort((a, b) => a.start - b.start)) {
    if (block.start < behind) continue;
    behind = block.end;
    for (const entry of entriesOf(block, text)) {
      if (entry.value === '' || classifyName(entry.keyPath) === 'other') continue;
      const span = [entry.span[0] + block.start, entry.span[1] + block.start] as const;
      found.push({ ...entry, format: 'text', span });
    }
  }
  return found;
}

function entriesOf({ language, file, start, end }: CodeBlock, text: string): readonly ConfigEntry[] {
  const name = FILES[language.toLowerCase()];
  const shown = text.slice(start, end);
  // an escaped block does not stand as it is
  if (name === undefined || !mayHoldNames(shown) || /&(?:lt|gt|amp|quot|#)/.test(shown)) return [];
  const inner = shown.replace(CALLOUT, (mark) => ' '.repeat(mark.length));
  const named = file === null ? null : readConfig(file, inner);
  return (named ?? readConfig(name, inner))?.entries ?? [];
}

function* blocksOf(text: string): Generator<CodeBlock> {
  let count = 0;
  if (/```|~~~/.test(text)) {
    let behind = 0;
    for (const match of text.matchAll(FENCE)) {
      if (match.index < behind || ++count > MAX_BLOCKS) continue;
      const start = match.index + match[0].length;
      const end = closing(text, start, new RegExp(`^[ \\t>]{0,40}${match[2] ?? '```'}`, 'm'));
      behind = end + 3;
      yield { language: match[3] ?? '', file: FILE_NAME.exec(match[4] ?? '')?.[1] ?? null, start, end };
    }
  }
  if (text.includes('\n----') || text.includes('\n....')) {
    for (const match of text.matchAll(ASCIIDOC)) {
      if (++count > MAX_BLOCKS) return;
      const start = match.index + match[0].length;
      const end = closing(text, start, match[4]?.startsWith('.') ? /^\.{4,12}/m : /^-{4,12}/m);
      const title = (match[1] ?? match[3] ?? '').trim();
      yield { language: match[2] ?? 'env', file: /^[\w./-]{1,120}$/.test(title) ? title : null, start, end };
    }
  }
  for (const match of text.includes('.. ') ? text.matchAll(DIRECTIVE) : []) {
    if (++count > MAX_BLOCKS) return;
    const start = match.index + match[0].length;
    const end = closing(text, start, new RegExp(`^[ \\t]{0,${(match[1] ?? '').length}}[^\\s]`, 'm'));
    yield { language: match[2] ?? '', file: null, start, end };
  }
  for (const match of /<(?:code|pre)/i.test(text) ? text.matchAll(HTML) : []) {
    if (++count > MAX_BLOCKS) return;
    const tag = match.index + match[0].length;
    const start =
      tag + (/^\s{0,20}<code(?:\s[^>]{0,300})?>/i.exec(text.slice(tag, tag + 330))?.[0].length ?? 0);
    yield { language: match[1] ?? '', file: null, start, end: closing(text, start, /<\/(?:code|pre)>/i) };
  }
}

function closing(text: string, from: number, pattern: RegExp): number {
  const window = text.slice(from, from + MAX_BLOCK);
  return from + (pattern.exec(window)?.index ?? window.length);
}
