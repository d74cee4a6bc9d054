import type { Fallback, Span } from '../model.ts';
import { TOO_MANY_ENTRIES, type RawEntry, type RawReading } from './entry.ts';
import { hclTokens, type HclToken } from './hcl-tokens.ts';
import { MAX_DEPTH, MAX_ENTRIES } from './limits.ts';
import { parameterOfDefault, VALUE_KEYS, withoutIndex } from './settings-by-name.ts';

const FILE = /\.(?:tf|tfvars|hcl|nomad|tofu|pkr\.hcl)$/i;

export function isTerraformPath(path: string): boolean {
  return FILE.test(path);
}

/** Functions that give their only argument as it is, or only coded. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'sensitive',
  'nonsensitive',
  'tostring',
  'trimspace',
  'base64encode',
  'chomp',
]);
/** Functions that give a literal where something else is missing. */
const DEFAULTS: ReadonlySet<string> = new Set(['coalesce', 'try', 'lookup', 'get_env']);

interface Container {
  readonly path: readonly string[];
  readonly isList: boolean;
  index: number;
  name: string | null;
  nameEntry: number;
  valueEntry: number;
}

/** What stands behind `=` so far. */
interface Expression {
  readonly path: readonly string[];
  readonly tokens: HclToken[];
  depth: number;
}

/** Read Terraform and other HCL: attributes, blocks, maps, here-documents. Broken text gives what can be had of it. */
export function readTerraform(text: string): RawReading {
  const reader = new HclReader();
  for (const token of hclTokens(text)) {
    reader.take(token);
    if (reader.entries.length >= MAX_ENTRIES) return { entries: reader.entries, error: TOO_MANY_ENTRIES };
  }
  reader.end();
  return {
    entries: reader.settings(),
    error: reader.isTooDeep ? 'nests too deeply to be read in full' : null,
  };
}

class HclReader {
  readonly entries: RawEntry[] = [];
  isTooDeep = false;
  readonly #stack: Container[] = [
    { path: [], isList: false, index: 0, name: null, nameEntry: -1, valueEntry: -1 },
  ];
  #pending: string[] = [];
  #expression: Expression | null = null;
  #tooDeep = 0;
  /** Entries that are only the names of others. */
  readonly #names = new Set<number>();

  take(token: HclToken): void {
    const { kind } = token;
    if (kind === '{' || kind === '[') this.#open(kind === '[');
    else if (kind === '}' || kind === ']') this.#close();
    else if (this.#tooDeep > 0) return;
    else if (this.#expression) this.#continue(this.#expression, token);
    else if (kind === '=' || kind === ':') this.#startValue();
    else if (kind === 'newline' || kind === ',') this.#endItem(kind);
    else if (kind === 'word' || kind === 'string') this.#name(token);
    else if (kind === 'heredoc' || kind === 'number') this.#element(token);
  }

  end(): void {
    this.#finish();
    while (this.#stack.length > 1) this.#close();
  }

  settings(): RawEntry[] {
    return this.entries.filter((_, at) => !this.#names.has(at));
  }

  get #top(): Container {
    return this.#stack.at(-1) as Container;
  }

  #name(token: HclToken): void {
    if (this.#top.isList && token.kind === 'string') this.#element(token);
    else this.#pending.push(token.text);
  }

  #startValue(): void {
    const name = this.#pending.at(-1);
    if (name === undefined) return;
    const isSetting = VALUE_KEYS.has(name);
    this.#expression = { path: [...this.#top.path, name], tokens: [], depth: 0 };
    if (isSetting) this.#top.valueEntry = this.entries.length;
    this.#pending = [];
  }

  #continue(expression: Expression, token: HclToken): void {
    if (token.kind === '(') expression.depth++;
    else if (token.kind === ')') expression.depth = Math.max(0, expression.depth - 1);
    const isEnd = (token.kind === 'newline' || token.kind === ',') && expression.depth === 0;
    if (isEnd) this.#endItem(token.kind);
    else if (token.kind !== 'newline') expression.tokens.push(token);
  }

  #endItem(kind: string): void {
    this.#finish();
    if (kind === ',' || !this.#top.isList) this.#pending = [];
    if (kind === ',') this.#top.index++;
  }

  #finish(): void {
    const expression = this.#expression;
    this.#expression = null;
    if (expression === null) return;
    const [first] = expression.tokens;
    if (
      expression.tokens.length === 1 &&
      first?.kind === 'string' &&
      /^(?:name|key|Name)$/.test(expression.path.at(-1) ?? '')
    )
      [this.#top.name, this.#top.nameEntry] = [first.text.replace(/^.*\//, ''), this.entries.length];
    const found = valueOf(expression);
    if (found !== null) this.entries.push({ keyPath: expression.path, format: 'terraform', ...found });
  }

  #element(token: HclToken): void {
    const { path, index } = this.#top;
    this.entries.push({
      keyPath: [...path, String(index)],
      value: token.text,
      span: token.span,
      format: 'terraform',
    });
  }

  /** A block with its labels, or a map or list that is a value. */
  #open(isList: boolean): void {
    if (this.#stack.length >= MAX_DEPTH || this.#tooDeep > 0) {
      this.#tooDeep++;
      this.isTooDeep = true;
      return;
    }
    const { path, isList: isInList, index } = this.#top;
    const value = this.#expression?.path;
    const own = value ?? (isInList ? [...path, String(index)] : [...path, ...this.#pending]);
    this.#expression = null;
    this.#pending = [];
    this.#stack.push({ path: own, isList, index: 0, name: null, nameEntry: -1, valueEntry: -1 });
  }

  #close(): void {
    if (this.#tooDeep > 0) {
      this.#tooDeep--;
      return;
    }
    this.#finish();
    this.#pending = [];
    if (this.#stack.length === 1) return;
    const { name, nameEntry, valueEntry, path } = this.#stack.pop() as Container;
    const entry = this.entries[valueEntry];
    if (name === null || !entry) return;
    this.#names.add(nameEntry);
    this.entries[valueEntry] = { ...entry, keyPath: [...withoutIndex(path), name], fallback: null };
  }
}

interface Value {
  readonly value: string;
  readonly span: Span;
  readonly fallback?: Fallback | null;
  readonly refersTo?: string;
}

function valueOf({ path, tokens }: Expression): Value | null {
  const literals = tokens.filter(({ kind }) => kind === 'string' || kind === 'heredoc' || kind === 'number');
  const last = literals.at(-1);
  const callee = tokens[1]?.kind === '(' ? (tokens[0]?.text ?? '') : '';
  if (last === undefined) return referenceOf(tokens);
  const { text: value, span } = last;
  const parameter = parameterOfDefault(path);
  if (tokens.length === 1) {
    return { value, span, fallback: parameter === null ? null : { operator: 'default', of: parameter } };
  }
  if (WRAPPERS.has(callee) && literals.length === 1 && tokens.at(-1)?.kind === ')') return { value, span };
  const of = tokens.find(({ kind, text }) => kind === 'word' && text.includes('.'))?.text ?? null;
  const isLast = tokens.at(-1) === last || (tokens.at(-1)?.kind === ')' && tokens.at(-2) === last);
  if (!isLast) return null;
  if (DEFAULTS.has(callee)) return { value, span, fallback: { operator: 'lookup', of } };
  const isAlternative = tokens.some(({ text }) => text === '?') && tokens.at(-2)?.kind === ':';
  return isAlternative ? { value, span, fallback: { operator: '?:', of } } : null;
}

/** `var.jwt_secret`, `local.secret` */
function referenceOf(tokens: readonly HclToken[]): Value | null {
  const [only] = tokens;
  if (tokens.length !== 1 || only?.kind !== 'word') return null;
  const name = /^(?:var|local)\.(\w{1,200})$/.exec(only.text)?.[1];
  return name === undefined ? null : { value: '', span: [only.span[0], only.span[0]], refersTo: name };
}
