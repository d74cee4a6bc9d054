import type { ConfigEntry } from '../model.ts';
import { findFencedSettings } from './fences.ts';
import { findJwtCalls } from './jwt-calls.ts';
import { findNamedValues } from './named-values.ts';

/**
 * Secrets by name in a text that no other reader understands: other languages, Markdown, properties, INI, TOML, Dockerfiles, shell.
 * Only entries whose name `classifyName` takes for a secret, and literal keys of JWT calls.
 */
export function readAssignments(text: string): ConfigEntry[] {
  const byPlace = new Map<number, ConfigEntry>();
  const readers = [
    text.includes('```') || text.includes('~~~') ? findFencedSettings(text) : [],
    findJwtCalls(text),
    findNamedValues(text),
  ];
  for (const entry of readers.flat()) if (!byPlace.has(entry.span[0])) byPlace.set(entry.span[0], entry);
  return [...byPlace.values()].sort((a, b) => a.span[0] - b.span[0]);
}
