/** The texts of a file that someone may have written as a secret, whatever they are called. */
export interface WrittenStrings {
  /** On a line that speaks of keys, secrets, passwords or signatures. */
  readonly near: ReadonlySet<string>;
  readonly far: ReadonlySet<string>;
}

const MAX_LENGTH = 256;
/** A text with lines of this length on average was made by a bundler: its strings are not searched. */
const MAX_LINE_LENGTH = 5000;
const NEAR = /key|secret|token|jwt|pass|pwd|salt|sign|hmac|auth|clave|chave|geheim|schl(?:ue|ü)ssel|[密秘]/i;
const NEAR_ANYWHERE = new RegExp(NEAR, 'gi');
const QUOTED =
  /"((?:[^"\\\n]|\\[^\n]){1,256})"|'((?:[^'\\\n]|\\[^\n]){1,256})'|`((?:[^`\\\n]|\\[^\n]){1,256})`/g;
/** What stands behind `=` or `: `, or between tags, up to the end of the line. */
const UNQUOTED = /^[^=:>\n]{0,200}(?:=|:[ \t]|>)[ \t]{0,40}([^\s"'`<{[(][^\n<]{0,255})/;
/** Addresses, paths and sentences of four words or more are no secrets. */
const NO_SECRET = /^(?:https?:|\.{0,2}\/|@[\w-]+\/)|^\S+(?:\s+\S+){3,}$|^[\s{}()[\],;:.=<>]+$/;

/** Strings in quotes and values behind `=` and `:` of every line. Pure, and linear in the length of the text. */
export function writtenStrings(text: string): WrittenStrings {
  const near = new Set<string>();
  const far = new Set<string>();
  for (const line of linesOf(text)) {
    const wanted = NEAR.test(line) ? near : far;
    for (const value of stringsOf(line)) {
      const isNear = wanted === near;
      if (!isNear && NO_SECRET.test(value)) continue;
      wanted.add(value);
    }
  }
  return { near, far };
}

/** The strings beside words for secrets alone: many times faster, since most lines are not looked at. */
export function stringsNearSecrets(text: string): ReadonlySet<string> {
  const near = new Set<string>();
  NEAR_ANYWHERE.lastIndex = 0;
  for (let match = NEAR_ANYWHERE.exec(text); match; match = NEAR_ANYWHERE.exec(text)) {
    const start = text.lastIndexOf('\n', match.index) + 1;
    const newline = text.indexOf('\n', match.index);
    const end = newline < 0 ? text.length : newline;
    NEAR_ANYWHERE.lastIndex = end;
    if (end - start > MAX_LINE_LENGTH) continue;
    for (const value of stringsOf(text.slice(start, text[end - 1] === '\r' ? end - 1 : end))) near.add(value);
  }
  return near;
}

function* linesOf(text: string): Generator<string> {
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (end - start <= MAX_LINE_LENGTH) yield text.slice(start, text[end - 1] === '\r' ? end - 1 : end);
    start = end + 1;
  }
}

function* stringsOf(line: string): Generator<string> {
  QUOTED.lastIndex = 0;
  for (let match = QUOTED.exec(line); match; match = QUOTED.exec(line)) {
    const raw = match[1] ?? match[2] ?? match[3]!;
    yield* readings(raw);
    // An apostrophe may have paired with the wrong quote: what it swallowed is looked at again.
    if (/["'`]/.test(raw)) QUOTED.lastIndex = match.index + 1;
  }
  const bare = UNQUOTED.exec(line)?.[1];
  if (bare === undefined) return;
  const value = bare.replace(/\s(?:#|\/\/).*$/, '').replace(/[\s,;]{1,200}$/, '');
  if (value.length > 0 && value.length <= MAX_LENGTH) yield value;
}

/** A string with escapes as the program sees it, and as it is written. */
function* readings(raw: string): Generator<string> {
  yield raw;
  if (raw.includes('\\')) yield raw.replace(/\\(.)/g, (_, escaped: string) => ESCAPES[escaped] ?? escaped);
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', 0: '\0' };
