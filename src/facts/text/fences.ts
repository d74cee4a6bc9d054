import { readJson } from '../config/json.ts';
import { readYaml } from '../config/yaml.ts';
import type { ConfigEntry } from '../model.ts';
import { classifyName } from '../secret-names.ts';

const FENCE = /^([ \t>]{0,40})(`{3,12}|~{3,12})[ \t]{0,10}([\w+-]{0,40})[^\r\n`]{0,300}\r?\n/gm;
const MAX_BLOCK = 256 * 1024;
const MAX_BLOCKS = 2000;

/** Settings in the JSON and YAML blocks of Markdown, whose names are complete only with the keys above them. */
export function findFencedSettings(text: string): ConfigEntry[] {
  const found: ConfigEntry[] = [];
  let behind = 0;
  let blocks = 0;
  for (const match of text.matchAll(FENCE)) {
    if (match.index < behind || ++blocks > MAX_BLOCKS) continue;
    const start = match.index + match[0].length;
    const end = closingFence(text, start, match[2] ?? '```');
    behind = end + 3;
    for (const entry of readBlock((match[3] ?? '').toLowerCase(), text.slice(start, end))) {
      if (entry.value === '' || classifyName(entry.keyPath) === 'other') continue;
      found.push({ ...entry, format: 'text', span: [entry.span[0] + start, entry.span[1] + start] });
    }
  }
  return found;
}

function readBlock(language: string, block: string): readonly ConfigEntry[] {
  if (/^json[5c]?$/.test(language)) return readJson(block).entries;
  if (/^ya?ml$|^docker-?compose$/.test(language)) return readYaml('block.yml', block, () => null).entries;
  return [];
}

function closingFence(text: string, from: number, fence: string): number {
  const window = text.slice(from, from + MAX_BLOCK);
  const closing = new RegExp(`^[ \\t>]{0,40}${fence}`, 'm').exec(window);
  return from + (closing?.index ?? window.length);
}
