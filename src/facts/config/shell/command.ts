import { classifyName } from '../../secret-names.ts';
import type { Span } from '../../model.ts';
import type { Decoded } from '../decoded.ts';
import { moved, shifted, type RawEntry, type ReadNested } from '../entry.ts';
import { defaultOf } from '../interpolation.ts';
import { MAX_ENTRIES } from '../limits.ts';
import { readWords, type Word } from './words.ts';

/** `NAME=value`, also behind an option that takes one: `--build-arg=NAME=value`, `-DNAME=value`, `-eNAME=value`. */
const ASSIGNMENT =
  /^(?:--?[A-Za-z][\w-]{0,40}=(?=[A-Za-z_][\w.-]{0,200}=)|-[DePE])?([A-Za-z_][\w.:-]{0,200})\+?=/;
const OPTION = /^--?([A-Z][\w.-]{1,100})(?:=|$)/i;
/** Commands whose first words are a name and its value: `setx NAME value`, `set -x NAME value`. */
const SETTERS: ReadonlySet<string> = new Set(['setx', 'setenv', 'set', 'launchctl', 'putenv']);
/** Commands whose words are the lines of a file. */
const PRINTERS: ReadonlySet<string> = new Set(['echo', 'printf', 'print']);
/** What a step prints to set a variable for the steps behind it: `##vso[task.setvariable variable=X]`, `::set-env name=X::`. */
const SENT =
  /^(?:##vso\[task\.setvariable\s{1,5}variable=([A-Z_][\w.]{0,200})[^\]]{0,200}\]|::set-(?:env|output)\s{1,5}name=([A-Z_][\w.]{0,200})::)/i;
/** Options of secret stores' and platforms' own commands: the name, and the value of a setting. */
const NAME_OPTIONS: ReadonlySet<string> = new Set(['--name', '-n', '--secret-id', '--key', '--variable']);
const VALUE_OPTIONS: ReadonlySet<string> = new Set([
  '--value', '--secret-string', '--body', '-b', '--secret-value', '--plaintext-value', '--data', '-v',
]); // prettier-ignore
const NAME = /^[A-Z_/][\w./-]{0,200}$/i;

/** Whether a text may be a command line that sets something. */
export function looksLikeCommand(value: string): boolean {
  if (value.length >= 20_000) return false;
  const name = /^([A-Z_]\w{2,200})=\S/i.exec(value)?.[1];
  return (
    (name !== undefined && (name === name.toUpperCase() || classifyName([name]) === 'jwt-secret')) ||
    (/\s/.test(value) && (/[A-Z_]=\S/i.test(value) || /(?:^|\s)--?[a-z]/i.test(value)))
  );
}

/** What the commands of a text set; spans lead to where the text comes from. */
export function commandEntries(decoded: Decoded): RawEntry[] {
  return moved(
    readCommands(decoded.text, () => null),
    decoded,
  );
}

/** Read all assignments, options and here-documents of a shell text. */
export function readCommands(text: string, readNested: ReadNested): RawEntry[] {
  const { commands, heredocs } = readWords(text);
  const found: RawEntry[] = [];
  for (const words of commands) {
    if (found.length >= MAX_ENTRIES) break;
    found.push(...entriesOfCommand(words));
  }
  for (const { span, command } of heredocs) {
    const inner = text.slice(...span);
    const target = command.map((word) => readNested(word.text, inner)).find((entries) => entries !== null);
    found.push(...shifted(target ?? readNested('heredoc.env', inner) ?? [], span[0]));
  }
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

function entriesOfCommand(words: readonly Word[]): RawEntry[] {
  const script = words.findIndex((word) => /^-[a-z]{0,4}c$/.test(word.text));
  const inner = script > 0 ? words[script + 1] : undefined;
  if (inner) return [...entriesOfCommand(words.slice(0, script)), ...commandEntries(decodedWord(inner))];
  const isPrinted = PRINTERS.has(words[0]?.text ?? '');
  const found = words.flatMap((word, index) => entriesOfWord(word, words[index + 1], isPrinted));
  const setter = setterEntry(words);
  const option = optionPair(words);
  return [...found, ...(setter ? [setter] : []), ...(option ? [option] : [])];
}

/** The script of `sh -c "…"`. */
function decodedWord({ text, offsets, ends, span }: Word): Decoded {
  const end = ends.at(-1) ?? span[1];
  return { text, at: (index) => offsets[index] ?? end };
}

function entriesOfWord(word: Word, next: Word | undefined, isPrinted: boolean): RawEntry[] {
  const { text } = word;
  const lines = isPrinted && /\n|\\n/.test(text) ? entriesOfLines(word) : [];
  if (lines.length > 0) return lines;
  const sent = isPrinted ? SENT.exec(text) : null;
  if (sent !== null) return [entry(sent[1] ?? sent[2] ?? '', word, sent[0].length)];
  const match = ASSIGNMENT.exec(text);
  if (match !== null) return [entry((match[1] ?? '').replace(/^-+/, ''), word, match[0].length)];
  const option = OPTION.exec(text);
  if (option !== null) return optionEntry(option, word, next);
  const standIn = text.startsWith('${') ? defaultOf(text) : null;
  return standIn === null ? [] : [entry(standIn.of, word, 0)];
}

/** `--jwt-secret=x`, `--jwt-secret x`: options count by their names alone. */
function optionEntry(option: RegExpExecArray, word: Word, next: Word | undefined): RawEntry[] {
  const name = option[1] ?? '';
  if (classifyName([name]) !== 'jwt-secret') return [];
  if (option[0].endsWith('=')) return [entry(name, word, option[0].length)];
  return next === undefined || next.text.startsWith('-') ? [] : [entry(name, next, 0)];
}

/** `"A=1\nB=2"`, as `echo -e` and `printf` write files. */
function entriesOfLines(word: Word): RawEntry[] {
  const found: RawEntry[] = [];
  for (const match of word.text.matchAll(/(?:^|\n|\\n)[ \t]{0,20}(?:export )?([A-Za-z_]\w{0,200})=/g)) {
    const from = match.index + match[0].length;
    const rest = word.text.slice(from, from + 4000);
    const stop = rest.search(/\n|\\n/);
    const to = from + (stop < 0 ? rest.length : stop);
    const isQuoted = /^(["']).*\1$/.test(word.text.slice(from, to));
    found.push(entry(match[1] ?? '', word, from + (isQuoted ? 1 : 0), to - (isQuoted ? 1 : 0)));
  }
  return found;
}

function setterEntry(words: readonly Word[]): RawEntry | null {
  const at = words.findIndex((word) => SETTERS.has(word.text));
  if (at < 0 || at > 3) return null;
  const from = words.findIndex(
    (word, index) => index > at && !/^[-/]/.test(word.text) && word.text !== 'setenv',
  );
  const [name, value] = from < 0 ? [] : words.slice(from, from + 2);
  const isPair = name && value && /^[A-Z_]\w{0,200}$/i.test(name.text) && !value.text.startsWith('-');
  return isPair ? entry(name.text, value, 0) : null;
}

function optionPair(words: readonly Word[]): RawEntry | null {
  const value = behind(words, VALUE_OPTIONS);
  if (value === null) return null;
  const name = behind(words, NAME_OPTIONS) ?? words.find((word) => /^[A-Z][A-Z0-9_]{3,200}$/.test(word.text));
  return name && NAME.test(name.text) ? entry(name.text.replace(/^.*\//, ''), value, 0) : null;
}

function behind(words: readonly Word[], options: ReadonlySet<string>): Word | null {
  const at = words.findIndex((word) => options.has(word.text));
  return at < 0 ? null : (words[at + 1] ?? null);
}

function entry(name: string, word: Word, from: number, to: number = word.text.length): RawEntry {
  const value = word.text.slice(from, to);
  const keyPath = /[.:]/.test(name) ? name.split(/[.:]/) : [name];
  return { keyPath, value, span: spanOf(word, from, to), format: 'shell' };
}

function spanOf({ offsets, ends, span }: Word, from: number, to: number): Span {
  if (to <= from) {
    const end = Math.min(span[1], offsets[from] ?? span[1]);
    return [end, end];
  }
  return [offsets[from] ?? span[1], ends[to - 1] ?? span[1]];
}
