import { findNamedValues } from '../text/named-values.ts';
import type { Decoded } from './decoded.ts';
import { isJsonText, moved, onePerPlace, type RawEntry, type ReadNested } from './entry.ts';
import { commandEntries, looksLikeCommand } from './shell/command.ts';

const MAX_CODE = 20_000;

/** Whether a value may hold settings of its own: a file of JSON, a command line, a line of code. One that is a reference says nothing else. */
export function mayHoldSettings(value: string): boolean {
  return (
    !/^(?:[$#]\{|\{\{|<%)/.test(value) &&
    (isJsonText(value) || looksLikeCommand(value) || looksLikeCode(value))
  );
}

/** The settings that stand inside of a value. */
export function settingsInside(value: Decoded, readNested: ReadNested): RawEntry[] {
  const file = isJsonText(value.text) ? readNested('inner.json', value.text) : null;
  if (file !== null) return moved(file, value);
  const named = looksLikeCode(value.text) ? moved(findNamedValues(value.text), value) : [];
  return onePerPlace([...commandEntries(value), ...named]);
}

function looksLikeCode(value: string): boolean {
  return value.length < MAX_CODE && !value.includes('```') && /["'`]/.test(value) && /[=(:]/.test(value);
}
