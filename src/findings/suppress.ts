import { lineIndexOf, type LineIndex } from './position.ts';

/** Rules by their names; null stands for all of ours. */
type Rules = ReadonlySet<string> | null;

/** Where `eslint-disable` or `eslint-enable` stands. */
interface Toggle {
  readonly line: number;
  readonly column: number;
  readonly isOff: boolean;
  readonly rules: Rules;
}

/** Where rules are silent, by comments in the file. */
export interface Suppressions {
  readonly lines: ReadonlyMap<number, readonly Rules[]>;
  /** In the order of the text. */
  readonly toggles: readonly Toggle[];
}

/** Our own directives and ESLint's. */
const DIRECTIVE =
  /(?:jwt-secrets-ignore(?:-next-line)?|eslint-(?:disable(?:-next-line|-line)?|enable))(?![\w-])/g;

/** How comments begin, in whatever language, and how they end where that is not the end of the line. */
const COMMENTS: readonly { readonly opener: RegExp; readonly closer: string | null }[] = [
  { opener: /(?<!:)\/\/[/!]?\s*$/, closer: null },
  { opener: /\/\*[*!]?\s*$/, closer: '*/' },
  { opener: /^\s*\*\s*$/, closer: '*/' },
  { opener: /<!--\s*$/, closer: '-->' },
  { opener: /<%--\s*$/, closer: '--%>' },
  { opener: /\{#\s*$/, closer: '#}' },
  { opener: /#\s*$/, closer: null },
  { opener: /(?:^|[\s,;)}\]])--\s*$/, closer: null },
  { opener: /(?:^|\s);+\s*$/, closer: null },
  { opener: /(?:^|\s)%+\s*$/, closer: null },
  { opener: /^\s*!+\s*$/, closer: null },
  { opener: /(?:^|[\s&])@?REM\s+$/i, closer: null },
];

/** How far a directive is read, and how far back its comment may have begun. */
const LONGEST = 500;
const LONGEST_OPENER = 40;

/** A file with more directives than this is generated, or made to keep us busy: the rest silences nothing. */
const MOST = 10_000;

/** Read the directives of a file. */
export function parseSuppressions(text: string): Suppressions {
  const lines = new Map<number, Rules[]>();
  const toggles: Toggle[] = [];
  const index = lineIndexOf(text);
  let count = 0;
  for (const { 0: directive, index: at } of text.matchAll(DIRECTIVE)) {
    if (++count > MOST) break;
    const comment = commentAround(text, at, index);
    if (!comment) continue;
    const after = at + directive.length;
    const { content, end } = contentOf(text, after, comment.closer);
    const rules = rulesIn(content, directive.startsWith('jwt-secrets'));
    if (rules?.size === 0) continue;
    const { line, column } = index.at(at);
    if (directive.endsWith('-next-line')) add(lines, index.at(end).line + 1, rules);
    else if (directive === 'eslint-disable' || directive === 'eslint-enable') {
      // As in ESLint, `// eslint-disable` is no directive: https://eslint.org/docs/latest/use/configure/rules
      const isLineComment = comment.closer === null && text[comment.start] === '/';
      if (!isLineComment) toggles.push({ line, column, isOff: directive === 'eslint-disable', rules });
    } else add(lines, line, rules);
  }
  return { lines, toggles };
}

/** Whether a rule is silent on a line; without a column, anywhere on it. */
export function isSuppressed(
  { lines, toggles }: Suppressions,
  ruleId: string,
  line: number,
  column?: number,
): boolean {
  const covers = (rules: Rules): boolean => rules === null || rules.has(ruleId);
  if (lines.get(line)?.some(covers)) return true;
  let isOff = false;
  for (const toggle of toggles) {
    if (toggle.line > line || (toggle.line === line && column !== undefined && toggle.column > column)) break;
    if (!covers(toggle.rules)) continue;
    // Without a column, a line that is off in part counts as off.
    if (toggle.line === line && column === undefined) isOff ||= toggle.isOff;
    else isOff = toggle.isOff;
  }
  return isOff;
}

/* ------------------------------------------------------------------ reading one directive */

/** The comment that begins right before an offset, or null where that is no comment. */
function commentAround(
  text: string,
  at: number,
  index: LineIndex,
): { start: number; closer: string | null } | null {
  const begin = Math.max(index.startOf(index.at(at).line), at - LONGEST_OPENER);
  const before = text.slice(begin, at);
  for (const { opener, closer } of COMMENTS) {
    const match = opener.exec(before);
    if (match) return { start: begin + match.index, closer };
  }
  return null;
}

/** What a directive says behind its name, and where its comment ends. */
function contentOf(text: string, from: number, closer: string | null): { content: string; end: number } {
  const rest = text.slice(from, from + LONGEST);
  const stops = [closer === null ? -1 : rest.indexOf(closer), rest.search(/[\r\n]/), rest.length];
  const length = stops.find((stop) => stop >= 0) ?? 0;
  return { content: rest.slice(0, length), end: from + length };
}

/** What a rule's name is made of, ours or another plugin's. */
const NAME = /^@?[a-z\d][\w@/-]*$/i;

/**
 * The rules a directive names: all words up to the first that is none, so that `-- why`, and a reason without
 * the dashes, end the list. Null for no names, which is all rules; empty where only other plugins' are named.
 */
function rulesIn(content: string, isOwn: boolean): Rules {
  const words = content.split(/[\s,:]+/).filter((word) => word !== '');
  const end = words.findIndex((word) => !isRuleName(word, isOwn));
  const names = end < 0 ? words : words.slice(0, end);
  if (names.length === 0) return null;
  const ours = names.flatMap((name) => {
    if (name.startsWith('jwt-secrets/')) return [name.slice('jwt-secrets/'.length)];
    return isOwn ? [name] : [];
  });
  return new Set(ours);
}

/** Rules of plugins have a dash or a slash in their names; ESLint's own may be one word: `semi`. */
function isRuleName(word: string, isOwn: boolean): boolean {
  return NAME.test(word) && (/[-/]/.test(word) || !isOwn);
}

function add(lines: Map<number, Rules[]>, line: number, rules: Rules): void {
  const list = lines.get(line);
  if (list) list.push(rules);
  else lines.set(line, [rules]);
}
