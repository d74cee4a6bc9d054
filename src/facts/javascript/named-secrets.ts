import type { TSESTree } from '@typescript-eslint/types';
import type { Fallback, SecretLiteral } from '../model.ts';
import { isLookUpKey, namesOwner, repeatsName } from '../repeated-names.ts';
import { classifyName, isAboutJwt, splitWords } from '../secret-names.ts';
import { standsBesideJwt } from './beside.ts';
import { isEnvironmentObject } from './environment.ts';
import type { JavaScriptModule } from './module.ts';
import { dottedPath, keyName, memberName, staticString, unwrap, type Node } from './syntax.ts';
import { trace, traceDefaults, type LiteralOrigin, type Origin } from './trace/index.ts';

/** Literals that are written under the name of a JWT secret, wherever they go. */
export function findNamedSecrets(module: JavaScriptModule): SecretLiteral[] {
  const found: SecretLiteral[] = [];
  for (const { path, value, binding, property } of namedValues(module)) {
    const says = classifyName(path);
    const isBeside = says !== 'other' && property !== undefined && standsBesideJwt(module, property);
    if ((says !== 'jwt-secret' && !isBeside) || isRefusedValue(module, path, binding)) continue;
    const literals = literalsOf(module, path, value, isBeside);
    found.push(...literals.filter(({ fallback }) => !isOfService(module, property, fallback)));
  }
  return found;
}

interface NamedValue {
  readonly path: readonly string[];
  readonly value: Node;
  /** The identifier that is bound, when the value has a variable of its own. */
  readonly binding: Node | null;
  /** The property that it is the value of. */
  readonly property?: Node;
}

function* namedValues(module: JavaScriptModule): Iterable<NamedValue> {
  for (const node of module.nodes('VariableDeclarator')) {
    if (node.init && node.id.type === 'Identifier')
      yield { path: [node.id.name], value: node.init, binding: node.id };
  }
  for (const node of module.nodes('Property')) {
    const path = propertyPath(module, node);
    if (path && !isPattern(module, node)) yield { path, value: node.value, binding: null, property: node };
  }
  for (const node of module.nodes('PropertyDefinition')) {
    const name = keyName(node, node.key);
    if (name !== null && node.value) yield { path: [name], value: node.value, binding: null };
  }
  for (const node of module.nodes('AssignmentExpression')) {
    // Definitions of environment variables are collected on their own.
    if (node.left.type === 'MemberExpression' && isEnvironmentObject(node.left.object)) continue;
    const path =
      node.left.type === 'Identifier' || node.left.type === 'MemberExpression' ? dottedPath(node.left) : null;
    if (path) yield { path, value: node.right, binding: null };
  }
  for (const node of module.nodes('AssignmentPattern')) {
    if (node.left.type === 'Identifier') yield { path: [node.left.name], value: node.right, binding: null };
  }
}

function isPattern(module: JavaScriptModule, node: Node): boolean {
  return module.parentOf(node)?.type === 'ObjectPattern';
}

/** Key path of a property: the names of the objects around it, up to the variable they are assigned to. */
function propertyPath(module: JavaScriptModule, node: TSESTree.Property): string[] | null {
  const own = keyName(node, node.key);
  if (own === null) return null;
  const path = [own];
  let current: Node | null = module.parentOf(node);
  for (let depth = 0; current && depth < 12; depth++, current = module.parentOf(current)) {
    if (current.type === 'Property') path.unshift(keyName(current, current.key) ?? '');
    else if (current.type === 'VariableDeclarator' && current.id.type === 'Identifier')
      return [current.id.name, ...path];
    else if (current.type === 'AssignmentExpression') {
      const target = current.left.type === 'MemberExpression' ? memberName(current.left) : null;
      return target ? [target, ...path] : path;
    } else if (current.type === 'ArrowFunctionExpression') {
      const namespace = registeredName(module.parentOf(current));
      return namespace === null ? path : [namespace, ...path];
    } else if (current.type === 'CallExpression' || current.type === 'NewExpression') {
      const before = nameBefore(current, node);
      return before === null ? path : [before, ...path];
    } else if (!isWrapping(current)) return path;
  }
  return path;
}

/** Objects, type assertions and, where the parser keeps them, parentheses. */
function isWrapping({ type }: Node): boolean {
  return (
    type === 'ObjectExpression' || type.startsWith('TS') || (type as string) === 'ParenthesizedExpression'
  );
}

const SETTING_NAME = /^[a-z][\w.-]{2,40}$/i;

/** `app.set('authentication', { secret })`: an object and, right before it, what it is called. */
function nameBefore(call: TSESTree.CallExpression | TSESTree.NewExpression, within: Node): string | null {
  const index = call.arguments.findIndex(
    ({ range }) => range[0] <= within.range[0] && within.range[1] <= range[1],
  );
  const before = call.arguments[index - 1];
  const name = before && staticString(before);
  return name && SETTING_NAME.test(name) ? name : null;
}

/** Nest's configuration namespaces: `registerAs('jwt', () => ({ secret }))`. */
function registeredName(call: Node | null): string | null {
  if (call?.type !== 'CallExpression' || dottedPath(call.callee)?.at(-1) !== 'registerAs') return null;
  const [name] = call.arguments;
  return name ? staticString(name) : null;
}

/* ------------------------------------------------------------------ values that are no secrets */

const REFUSED_NAME =
  /forbid|insecure|weak|block|den(?:y|ied)|disallow|placeholder|unsafe|invalid|bad_|known|example|regex|pattern/i;

/** `new Zorblax({ authSecret: process.env.ZORBLAX_SECRET || 'x' })`: the variable is named after the one who takes its value. */
function isOfService(
  module: JavaScriptModule,
  property: Node | undefined,
  fallback: Fallback | null,
): boolean {
  const [owner = '', ...rest] = splitWords(fallback?.of ?? '');
  if (property === undefined || rest.length === 0 || owner.length < 3 || isAboutJwt(owner)) return false;
  const object = module.parentOf(property);
  const call = object && module.parentOf(object);
  if (call?.type !== 'NewExpression' && call?.type !== 'CallExpression') return false;
  return (dottedPath(call.callee)?.at(-1) ?? '').toLowerCase().includes(owner);
}

/** Values that the program only compares with, to refuse them. */
function isRefusedValue(module: JavaScriptModule, path: readonly string[], binding: Node | null): boolean {
  if (path.some((name) => REFUSED_NAME.test(name))) return true;
  if (isTokenSecret(path.at(-1) ?? '') && CONSUMER.test(module.text)) return true;
  const variable = binding && module.variableOf(binding);
  const reads = variable?.references.filter((reference) => reference.isRead()) ?? [];
  return reads.length > 0 && reads.every(({ identifier }) => isComparison(module.parentOf(identifier)));
}

/** OAuth 1.0 signs with the secrets of a consumer and of its token: RFC 5849 section 3.4.2. */
const CONSUMER = /consumer_?(?:key|secret)/i;

function isTokenSecret(name: string): boolean {
  const words = splitWords(name);
  return words.at(-2) === 'token' && words.at(-1) === 'secret' && !isAboutJwt(name);
}

function isComparison(node: Node | null): boolean {
  return node?.type === 'BinaryExpression' && /^[!=]==?$/.test(node.operator);
}

/* ------------------------------------------------------------------ literals */

/** @param mayRepeat what stands beside it says that even a text such as `secret: 'secret'` is meant as one */
function literalsOf(
  module: JavaScriptModule,
  path: readonly string[],
  value: Node,
  mayRepeat: boolean,
): SecretLiteral[] {
  const defaults = mayBeSchema(value) ? traceDefaults(module, value).filter(isLiteral) : [];
  const fallback: Fallback | null =
    defaults.length > 0 ? { operator: 'schema', of: path.at(-1) ?? null } : null;
  const origins = defaults.length > 0 ? defaults : trace(module, value).filter(isLiteral);
  return origins.flatMap((origin) => {
    const isOwn = origin.steps.length === 0;
    if (origin.partial || (isOwn && isName(origin.value, path, mayRepeat))) return [];
    return [toLiteral(origin, path, origin.fallback ?? fallback)];
  });
}

function isName(value: string, path: readonly string[], mayRepeat: boolean): boolean {
  if (namesOwner(value, path) || isLookUpKey(value, path)) return true;
  return !mayRepeat && repeatsName(value, path);
}

function isLiteral(origin: Origin): origin is LiteralOrigin {
  return origin.kind === 'literal';
}

function mayBeSchema(value: Node): boolean {
  const { type } = unwrap(value);
  return type === 'ObjectExpression' || type === 'CallExpression';
}

function toLiteral(origin: LiteralOrigin, path: readonly string[], fallback: Fallback | null): SecretLiteral {
  return {
    value: origin.value,
    span: origin.span,
    name: path.at(-1) ?? null,
    evidence: 'name',
    fallback,
    partial: origin.partial,
    algorithm: null,
    encoding: origin.encoding,
    flow: [],
    call: null,
  };
}
