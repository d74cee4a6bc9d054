import { SEVERITIES } from '../../severity.ts';
import type { Library } from './types.ts';

/** Says why a value does not fit, as the end of a sentence that starts with the place; null where it fits. */
type Check = (value: unknown, place: string) => string | null;

const text: Check = (value, place) =>
  typeof value === 'string' && value.length <= 300 ? null : `${place} must be a text`;
const flag: Check = (value, place) => (typeof value === 'boolean' ? null : `${place} must be true or false`);
const count: Check = (value, place) =>
  typeof value === 'number' && Number.isFinite(value) ? null : `${place} must be a number`;

const oneOf =
  (...allowed: readonly unknown[]): Check =>
  (value, place) =>
    allowed.includes(value) ? null : `${place} must be one of ${allowed.map(String).join(', ')}`;

const list =
  (item: Check): Check =>
  (value, place) => {
    if (!Array.isArray(value)) return `${place} must be a list`;
    return firstOf(value.map((one, i) => item(one, `${place}[${i}]`)));
  };

const either =
  (first: Check, second: Check): Check =>
  (value, place) =>
    first(value, place) === null ? null : second(value, place);

function object(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  return (value, place) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      return `${place} must be an object`;
    const given = value as Readonly<Record<string, unknown>>;
    const missing = Object.keys(required).find((key) => given[key] === undefined);
    if (missing !== undefined) return `${place} lacks "${missing}"`;
    return firstOf(
      Object.entries(given).map(([key, one]) => {
        const check = Object.hasOwn(required, key)
          ? required[key]
          : Object.hasOwn(optional, key)
            ? optional[key]
            : undefined;
        return check ? check(one, `${place}.${key}`) : `${place} has an unknown key "${key}"`;
      }),
    );
  };
}

function firstOf(problems: readonly (string | null)[]): string | null {
  return problems.find((problem) => problem !== null) ?? null;
}

/* ------------------------------------------------------------------ the format, as types.ts has it */

/** `'1'`, `'0.secret'`, `'<0.expiresIn'` or the empty text. */
const path: Check = (value, place) =>
  typeof value === 'string' && /^(?:<?\d{1,2}(?:\.[\w$-]{1,60}){0,8})?$/.test(value)
    ? null
    : `${place} must be a place such as "1" or "0.secret"`;

const pattern: Check = (value, place) => {
  if (typeof value !== 'string' || value.length > 200) return `${place} must be a short regular expression`;
  try {
    void new RegExp(value);
    // A quantified group that holds a quantifier can take for ever, and so can many quantifiers in a row.
    if (/\)[*+{]/.test(value)) return `${place} must not repeat a group`;
    const open = value.match(/[*+]|\{\d{1,9}(?:,|\d{3})/g) ?? [];
    return open.length > 1 ? `${place} must repeat no more than one thing` : null;
  } catch {
    return `${place} is no regular expression`;
  }
};

const keyKind = oneOf('secret', 'public-key', 'padded-public-key', 'public-key-bytes', 'certificate', 'private-key', 'key-object', 'bound-key', 'jwk-text', 'key-set', 'resolver', 'falsy', 'unknown'); // prettier-ignore
const unit = oneOf('seconds', 'milliseconds');

const grades = list(
  object(
    { severity: oneOf(...SEVERITIES, 'none'), risk: text },
    { since: text, before: text, keys: list(keyKind), whenUnset: flag, refuses: flag },
  ),
);

const algorithms = object(
  { form: oneOf('array', 'string') },
  {
    honoured: list(path),
    chain: list(text),
    ignored: list(path),
    emptyList: oneOf('refuses', 'ignored'),
    unpinned: grades,
    mixed: grades,
    engine: text,
  },
);

const unsigned = object({
  at: path,
  when: oneOf(true, false, 'truthy', 'none', 'given'),
  how: oneOf('no-verify', 'signs-none', 'accepts-none'),
});

const lenient = object({
  at: path,
  what: oneOf('expiration', 'not-before', 'tolerance', 'clock'),
  when: either(oneOf(true, false, 'constant'), object({ above: count, unit })),
});

const entry = object(
  {
    name: text,
    invoked: oneOf('call', 'new', 'plugin', 'scheme', 'object'),
    operation: oneOf('sign', 'verify', 'decode', 'configure'),
  },
  {
    members: list(text),
    receivers: list(text),
    object: object({}, { types: list(text), files: pattern, under: text }),
    scheme: object({ method: text, argument: count, name: text }),
    key: list(path),
    keyChain: list(text),
    token: path,
    algorithms,
    unsigned: list(unsigned),
    expiry: object({ unit }, { options: list(path), payload: path, chain: list(text), byDefault: flag }),
    lenient: list(lenient),
    embedded: list(object({ at: path, when: either(oneOf(true), text) })),
    unset: grades,
    emptyBytes: grades,
    inherits: flag,
    factory: object({ at: path, members: list(text) }),
    decodesKey: oneOf('base64'),
  },
);

const library = object(
  { name: text, modules: list(text), entries: list(entry) },
  {
    fluent: list(text),
    engine: object({ package: text, versions: list(object({ since: text, is: text })) }),
    keys: list(object({ members: list(text), kind: keyKind }, { mayAnswerNothing: flag })),
  },
);

/** Tables that a user wrote, or why they cannot be taken: one line that names the place. */
export function checkLibraries(
  value: unknown,
  place: string,
): { readonly libraries: readonly Library[] } | { readonly problem: string } {
  const problem = list(library)(value, place);
  return problem === null ? { libraries: value as readonly Library[] } : { problem };
}
