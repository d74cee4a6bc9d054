import { withKeyOfObject } from '../config/object-value.ts';
import type { ConfigEntry } from '../model.ts';
import { findBlockSettings } from './code-blocks.ts';
import { findHandedOn } from './handed-on.ts';
import { findJwtCalls } from './jwt-calls.ts';
import { languageOf } from './language.ts';
import { findNamedValues } from './named-values.ts';
import { findTableSettings } from './tables.ts';

const DOCUMENT = /\.(?:mdx?|markdown|adoc|asciidoc|rst|html?|txt|org)$/i;

/**
 * Secrets by name in a text that no other reader understands: other languages, Markdown, HTML, prose.
 * Only entries whose name `classifyName` takes for a secret, and literal keys of JWT calls.
 */
export function readAssignments(text: string, path: string = 'text.md'): ConfigEntry[] {
  const byPlace = new Map<number, ConfigEntry>();
  const ofDocuments = DOCUMENT.test(path) ? [findBlockSettings(text), findTableSettings(text)] : [];
  const language = languageOf(path);
  const readers = [
    ...ofDocuments,
    findJwtCalls(text, language),
    findNamedValues(text, { language }),
    findHandedOn(text, language),
  ];
  for (const found of readers.flat()) {
    const entry = withKeyOfObject(text, found);
    if (entry !== null && !byPlace.has(entry.span[0])) byPlace.set(entry.span[0], entry);
  }
  return [...byPlace.values()].sort((a, b) => a.span[0] - b.span[0]);
}
