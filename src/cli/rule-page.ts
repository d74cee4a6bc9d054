import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** The section "Why" of a rule's page, as paragraphs of plain text; null where the package has no such page. */
export function whySection(id: string): string[] | null {
  const page = readPage(id);
  if (page === null) return null;
  const lines = page.split(/\r?\n/);
  const start = lines.findIndex((line) => /^##\s+Why\b/i.test(line));
  if (start < 0) return null;
  const length = lines.slice(start + 1).findIndex((line) => /^#{1,2}\s/.test(line));
  const section = lines.slice(start + 1, length < 0 ? undefined : start + 1 + length).join('\n');
  const paragraphs = section
    .split(/\n{2,}/)
    .map((text) => plain(text))
    .filter((text) => text !== '');
  return paragraphs.length > 0 ? paragraphs : null;
}

function readPage(id: string): string | null {
  const manifest = createRequire(import.meta.url).resolve('eslint-plugin-jwt-secrets/package.json');
  try {
    return readFileSync(path.join(path.dirname(manifest), 'docs/rules', `${id}.md`), 'utf8');
  } catch {
    return null;
  }
}

/** Markdown without its links, and on one line. */
function plain(text: string): string {
  return text
    .replace(/\[([^\]]{0,500})\]\(([^)\s]{0,500})\)/g, (_, words: string, url: string) =>
      url.startsWith('http') ? `${words} (${url})` : words,
    )
    .replace(/\s+/g, ' ')
    .trim();
}
