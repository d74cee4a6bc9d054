import { lineIndexOf } from './position.ts';

/** Lines on which rules are silent, by comments in the file. */
export interface Suppressions {
  /** Rules by line; null means all rules. */
  readonly lines: ReadonlyMap<number, readonly (ReadonlySet<string> | null)[]>;
  readonly ranges: readonly SuppressedRange[];
}

interface SuppressedRange {
  readonly from: number;
  readonly to: number;
  readonly rules: ReadonlySet<string> | null;
}

/** Our own directives and ESLint's, in the comment syntax of whatever language. */
const DIRECTIVE =
  /(jwt-secrets-ignore-next-line|jwt-secrets-ignore|eslint-disable-next-line|eslint-disable-line|eslint-disable|eslint-enable)(?![\w-])([^\r\n]{0,500})/g;

/** What may stand before a directive on its line for it to be in a comment. */
const COMMENT_OPENERS = /(?:\/\/|\/\*|#|<!--|--|;|%|\{#|\*|'|\bREM)[\s!]{0,20}$/i;

/** Read the directives of a file. */
export function parseSuppressions(text: string): Suppressions {
  const index = lineIndexOf(text);
  const lines = new Map<number, (ReadonlySet<string> | null)[]>();
  const ranges: SuppressedRange[] = [];
  const open: { from: number; rules: ReadonlySet<string> | null }[] = [];

  for (const match of text.matchAll(DIRECTIVE)) {
    const { line } = index.at(match.index);
    const before = text.slice(index.startOf(line), match.index).slice(-200);
    if (!COMMENT_OPENERS.test(before)) continue;
    const directive = match[1]!;
    const rules = rulesIn(match[2]!, directive.startsWith('jwt-secrets'));
    if (rules !== null && rules.size === 0) continue;
    if (directive.endsWith('next-line')) push(lines, line + 1, rules);
    else if (directive === 'eslint-disable') open.push({ from: line, rules });
    else if (directive === 'eslint-enable') ranges.push(...close(open, line, rules));
    else push(lines, line, rules);
  }
  ranges.push(...open.map(({ from, rules }) => ({ from, to: Infinity, rules })));
  return { lines, ranges };
}

/** Whether a rule is silent on a line. */
export function isSuppressed({ lines, ranges }: Suppressions, ruleId: string, line: number): boolean {
  const covers = (rules: ReadonlySet<string> | null): boolean => rules === null || rules.has(ruleId);
  return (
    (lines.get(line)?.some(covers) ?? false) ||
    ranges.some(({ from, to, rules }) => from <= line && line <= to && covers(rules))
  );
}

/**
 * The rules a directive names; null for all of ours. In ESLint's directives, names of other plugins' rules
 * do not count: a list of nothing but those is an empty set.
 */
function rulesIn(rest: string, isOwn: boolean): ReadonlySet<string> | null {
  const [list = ''] = rest.split(/\s--(?:\s|$)|\*\/|-->|#\}|%>/, 1);
  const names = list.split(/[\s,:]+/).filter((name) => /^[@\w][\w@/-]*$/.test(name));
  if (names.length === 0) return null;
  const ours = names.flatMap((name) => {
    if (name.startsWith('jwt-secrets/')) return [name.slice('jwt-secrets/'.length)];
    return isOwn ? [name] : [];
  });
  return new Set(ours);
}

function push<T>(map: Map<number, T[]>, line: number, item: T): void {
  const list = map.get(line);
  if (list) list.push(item);
  else map.set(line, [item]);
}

/** End what `eslint-enable` names; without names, everything. */
function close(
  open: { from: number; rules: ReadonlySet<string> | null }[],
  line: number,
  rules: ReadonlySet<string> | null,
): SuppressedRange[] {
  const ended: SuppressedRange[] = [];
  for (let i = open.length - 1; i >= 0; i--) {
    const item = open[i]!;
    const isNamed = rules === null || (item.rules !== null && [...item.rules].every((rule) => rules.has(rule)));
    if (!isNamed) continue;
    ended.push({ ...item, to: line });
    open.splice(i, 1);
  }
  return ended;
}
