import { dottedPath, memberName, staticString, unwrap, type Node } from './syntax.ts';

/** A read of an environment variable or of a configuration service. */
export interface SettingRead {
  readonly source: 'environment' | 'config';
  /** The variable or key path; null where it is computed. */
  readonly name: string | null;
  /** What the name is computed from. */
  readonly key: Node | null;
  /** A default given to the lookup itself: `config.get('jwt.secret', 'x')`. */
  readonly fallback: Node | null;
}

/** Objects whose properties are environment variables. */
const ENVIRONMENT_OBJECTS: ReadonlySet<string> = new Set([
  'process.env', 'import.meta.env', 'Bun.env', 'globalThis.process.env', 'window.process.env', 'global.process.env',
]); // prettier-ignore

/** Functions that read one environment variable by name, with an optional default as second argument. */
const ENVIRONMENT_FUNCTIONS: ReadonlySet<string> = new Set([
  'Deno.env.get', 'process.env.get', 'env', 'getEnv', 'getEnvVar', 'requireEnv', 'getenv', 'useEnv', 'env.get', 'Env.get', 'Bun.env.get',
]); // prettier-ignore

/** Helpers of a project's own by the words of their names, where they are given the name of a variable. */
const ENVIRONMENT_HELPER =
  /^(?:get|read|load|require|required|must|mustGet|fetch|need|optional|use|str|string)?_?env(?:ironment)?_?(?:var(?:iable)?|value|string|str|or_?(?:throw|default|fail|die|else))?$/i;
const VARIABLE = /^[A-Z][A-Z\d_]{2,100}$/;

/** Receivers, by the last word of their path, whose `get` and the like read a setting. */
const CONFIG_RECEIVER =
  /^(?:conf|cfg|settings|nconf|convict|(?:app|my|the|nest|env|this)?_?config(?:uration)?_?(?:service|provider|store|manager)?|environment_?service|env_?service|settings_?service)$/i;

const CONFIG_METHODS: ReadonlySet<string> = new Set([
  'get',
  'getOrThrow',
  'getString',
  'require',
  'util.get',
  'value',
]);

/** `process.env.X`, `Deno.env.get('X')`, `configService.get('jwt.secret', 'x')`: null for all else. */
export function settingRead(node: Node): SettingRead | null {
  const inner = unwrap(node);
  if (inner.type === 'MemberExpression') {
    const owner = dottedPath(inner.object)?.join('.');
    if (owner === undefined || !ENVIRONMENT_OBJECTS.has(owner)) return null;
    return { source: 'environment', name: memberName(inner), key: inner.property, fallback: null };
  }
  if (inner.type !== 'CallExpression') return null;
  const callee = dottedPath(inner.callee);
  const [name, fallback] = inner.arguments;
  if (callee === null || !name || name.type === 'SpreadElement') return null;
  const source = sourceOf(callee, staticString(name));
  const isDefault = fallback && fallback.type !== 'ObjectExpression' && fallback.type !== 'SpreadElement';
  return source && { source, name: staticString(name), key: name, fallback: isDefault ? fallback : null };
}

/** The object of all environment variables, for `const { JWT_SECRET } = process.env`. */
export function isEnvironmentObject(node: Node): boolean {
  const path = dottedPath(node);
  return path !== null && ENVIRONMENT_OBJECTS.has(path.join('.'));
}

function sourceOf(callee: readonly string[], name: string | null): SettingRead['source'] | null {
  if (ENVIRONMENT_FUNCTIONS.has(callee.join('.'))) return 'environment';
  const isHelper = ENVIRONMENT_HELPER.test(callee.at(-1) ?? '') && name !== null && VARIABLE.test(name);
  if (isHelper) return 'environment';
  const method = callee.at(-1) ?? '';
  const receiver = callee.at(-2) ?? '';
  return CONFIG_METHODS.has(method) && CONFIG_RECEIVER.test(receiver) ? 'config' : null;
}
