import type { CST, Document } from 'yaml';
import { MAX_DEPTH } from '../limits.ts';
import { yaml } from './library.ts';

const OPTIONS = { uniqueKeys: false, strict: false, prettyErrors: false, logLevel: 'silent' } as const;
const MAX_ERRORS = 1000;

/**
 * Parse all documents of a YAML text; null where it nests too deeply or is no YAML at all. The composer recurses, and a stack that overflows
 * inside of it can end the process instead of throwing, so the tokens are measured before it sees them.
 */
export function parseYamlDocuments(text: string): readonly Document[] | null {
  const { Composer, Parser } = yaml();
  const composer = new Composer(OPTIONS);
  const documents: Document[] = [];
  let errors = 0;
  for (const token of new Parser().parse(text)) {
    if (token.type === 'error' && ++errors > MAX_ERRORS) return null;
    if (token.type === 'document' && isTooDeep(token.value)) return null;
    documents.push(...composer.next(token));
  }
  documents.push(...composer.end());
  return documents;
}

function isTooDeep(root: CST.Token | undefined): boolean {
  const open: [token: CST.Token | null | undefined, depth: number][] = [[root, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [token, depth] = next;
    if (token === undefined || token === null || !('items' in token)) continue;
    if (depth > MAX_DEPTH) return true;
    for (const item of token.items) open.push([item.key, depth + 1], [item.value, depth + 1]);
  }
  return false;
}
