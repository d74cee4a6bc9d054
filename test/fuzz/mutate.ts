import fc from 'fast-check';

/** One change of a text; the numbers are taken modulo what they choose from. */
export interface Mutation {
  readonly kind: number;
  readonly at: number;
  readonly size: number;
  readonly pick: number;
}

export const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.record({ kind: fc.nat(), at: fc.nat(), size: fc.nat(), pick: fc.nat() }),
  { minLength: 1, maxLength: 6 },
);

/** Texts do not grow beyond this, so that a case is over soon. Bytes. */
const MOST = 48 * 1024;

/** Pieces that some format or other takes for more than text. */
const PIECES: readonly string[] = [
  '"', "'", '`', '\\', '{', '}', '[', ']', '(', ')', '<', '>', '=', ':', ',', ';', '#', '//', '/*', '*/', '<!--', '-->', '<![CDATA[', ']]>', '${', '$(', '{{', '}}', '%', '&', '*', '|', '>-', '---\n', '...', '\n', '\r', '\r\n', '\t', ' ', '\0', '\u2028', '\u202E', '\u001B[2J', '\uFEFF', '\uD800', '\u00A0', '\u0130', 'é', '密', '\u{1F600}',
  '&a [*a, *a]', '<<: *a', '!!binary', '? ', '- - - ', '"""', "'''", '[[', '= {', 'export ', 'ENV ', 'ARG ', 'RUN <<EOF\n', 'EOF\n', '\\u0041', '\\x41', '&#65;', '%41', '\\\n',
  'eyJ', 'eyJhbGciOiJIUzI1NiJ9.', 'eyJhbGciOiJub25lIn0.e30.', '-----BEGIN PRIVATE KEY-----\n', '-----END PRIVATE KEY-----\n', '{"kty":"oct","k":"', 'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC',
  'jwt', 'JWT_SECRET=', 'secretOrKey: ', 'process.env.', ' || ', ' ?? ', ' ? a : b', '=> ', 'await ', 'require(', 'import ', 'jwt.sign(', 'jwt.verify(', 'jwt-secrets-ignore', 'eslint-disable ',
  '__proto__', 'constructor', 'toString', 'null', 'undefined', 'NaN', '-1', '1e999', '9007199254740993', '99999999999999999999',
]; // prettier-ignore

const BRACKETS = ['()', '[]', '{}', '""', "''", '``', '<>', '\n\n', '  '] as const;

type Change = (bytes: Buffer, mutation: Mutation, other: Buffer) => Buffer;

const start = (bytes: Buffer, { at }: Mutation): number => at % (bytes.length + 1);
const end = (bytes: Buffer, mutation: Mutation): number =>
  Math.min(bytes.length, start(bytes, mutation) + (mutation.size % 200));
const range = (bytes: Buffer, mutation: Mutation): Buffer =>
  bytes.subarray(start(bytes, mutation), end(bytes, mutation));
const replaced = (bytes: Buffer, mutation: Mutation, by: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, start(bytes, mutation)), by, bytes.subarray(end(bytes, mutation))]);
const inserted = (bytes: Buffer, mutation: Mutation, by: Buffer): Buffer =>
  Buffer.concat([bytes.subarray(0, start(bytes, mutation)), by, bytes.subarray(start(bytes, mutation))]);
const times = (bytes: Buffer, count: number): Buffer =>
  Buffer.concat(Array.from({ length: Math.min(count, Math.ceil(MOST / (bytes.length + 1))) }, () => bytes));

const CHANGES: Readonly<Record<string, Change>> = {
  flip(bytes, mutation) {
    const changed = Buffer.from(bytes);
    for (let i = 0; i <= mutation.size % 4; i++) {
      const at = (mutation.at + i * 7919) % Math.max(1, changed.length);
      if (at < changed.length) changed[at]! ^= 1 << (mutation.pick + i) % 8;
    }
    return changed;
  },
  overwrite: (bytes, mutation) => replaced(bytes, mutation, Buffer.from([mutation.pick % 256])),
  insert: (bytes, mutation) =>
    inserted(bytes, mutation, Buffer.from(PIECES[mutation.pick % PIECES.length]!.repeat((mutation.size % 3) + 1))),
  replace: (bytes, mutation) => replaced(bytes, mutation, Buffer.from(PIECES[mutation.pick % PIECES.length]!)),
  remove: (bytes, mutation) => replaced(bytes, mutation, Buffer.alloc(0)),
  cut: (bytes, mutation) => bytes.subarray(0, start(bytes, mutation)),
  repeat: (bytes, mutation) =>
    inserted(bytes, mutation, times(range(bytes, mutation), 2 + (mutation.pick % (mutation.pick % 10 === 0 ? 500 : 8)))),
  splice: (bytes, mutation, other) =>
    inserted(bytes, mutation, range(other, { ...mutation, at: mutation.pick, size: mutation.size * 5 })),
  nest(bytes, mutation) {
    const [open, close] = BRACKETS[mutation.pick % BRACKETS.length]!;
    const deep = mutation.size % 300;
    const inner = range(bytes, mutation);
    return replaced(bytes, mutation, Buffer.concat([Buffer.from(open!.repeat(deep)), inner, Buffer.from(close!.repeat(deep))]));
  },
  encode(bytes, { pick }) {
    const text = bytes.toString('utf8');
    const ways = [
      () => Buffer.from(`\uFEFF${text}`, 'utf16le'),
      () => Buffer.from(text, 'utf16le'),
      () => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
      () => Buffer.from(text, 'latin1'),
      () => Buffer.from(bytes.toString('base64')),
      () => Buffer.from(JSON.stringify(text)),
      () => Buffer.from(`\uFEFF${text}`),
      () => Buffer.from(text.replaceAll('\n', '\r\n')),
      () => Buffer.from(text.replaceAll('\n', '\r')),
      () => Buffer.from(text.replaceAll('\n', ' ')),
      () => Buffer.from(text.toUpperCase()),
      () => Buffer.from(encodeURIComponent(bytes.toString('latin1'))),
    ];
    return ways[pick % ways.length]!();
  },
  indent: (bytes, { pick }) => Buffer.from(bytes.toString('latin1').replaceAll('\n', `\n${' '.repeat(pick % 5)}`), 'latin1'),
}; // prettier-ignore

const changes = Object.values(CHANGES);

/** A text with changes; `others` are what it is spliced with. */
export function mutate(bytes: Buffer, list: readonly Mutation[], others: readonly Buffer[]): Buffer {
  let changed = bytes;
  for (const mutation of list) {
    const other = others[mutation.pick % others.length] ?? bytes;
    changed = changes[mutation.kind % changes.length]!(changed, mutation, other).subarray(0, MOST);
  }
  return changed;
}
