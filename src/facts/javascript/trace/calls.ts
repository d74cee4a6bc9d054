import type { TSESTree } from '@typescript-eslint/types';
import type { KeyEncoding } from '../../model.ts';
import type { JavaScriptModule } from '../module.ts';
import { resolveConstant } from '../options.ts';
import { settingRead, type SettingRead } from '../environment.ts';
import { provenance, type Provenance } from '../provenance.ts';
import { dottedPath, memberName, staticString, unwrap, type Node } from '../syntax.ts';
import { constant } from './constants.ts';
import {
  CONVERSIONS,
  FILE_READERS,
  isConversion,
  RANDOM_SOURCES,
  secretOfDerivation,
  TRANSPARENT_METHODS,
} from './conversions.ts';
import { handedToCallback, localFunction, returnedBy } from './functions.ts';
import { restArguments } from './parameters.ts';
import type { Context, Tracer } from './tracer.ts';
import { parts } from './values.ts';

export function call(tracer: Tracer, node: TSESTree.CallExpression, context: Context): void {
  const callee = dottedPath(node.callee)?.join('.') ?? '';
  const [first, second] = node.arguments;
  if (FILE_READERS.test(callee)) return tracer.other('file', node, context);
  if (RANDOM_SOURCES.test(callee)) return tracer.other('random', node, context);
  const target = unwrap(node.callee);
  if (first && callee.endsWith('Buffer.from'))
    return tracer.visit(first, { ...context, encoding: encodingNamed(second) });
  if (callee.endsWith('Buffer.alloc')) return bytesOfSize(tracer, first, node, context);
  if (first && CONVERSIONS.has(callee)) {
    return tracer.visit(first, { ...context, encoding: CONVERSIONS.get(callee) ?? context.encoding });
  }
  if (target.type === 'MemberExpression') {
    const method = memberName(target);
    if (method === 'encode' && first && isTextEncoder(tracer.module, target.object))
      return tracer.visit(first, context);
    if (method === 'toString' && RANDOM_SOURCES.test(calleeText(target.object)))
      return tracer.other('random', node, context);
    if (method !== null && TRANSPARENT_METHODS.has(method)) return tracer.visit(target.object, context);
    if (method === 'digest') return digest(tracer, target.object, node, context);
    if (method === 'join') return joined(tracer, target.object, first, node, context);
    if (method !== null && first && isDefaultOfRead(target.object, method))
      return defaultOfRead(tracer, target.object, first, context);
    if (method === 'concat' && first) return parts(tracer, [target.object, first], node, context);
  }
  if (second && callee.endsWith('subtle.importKey')) return tracer.visit(second, context);
  const derived = node.arguments[secretOfDerivation(callee) ?? -1];
  const local = localFunction(tracer.module, node.callee);
  if (derived && !local) return tracer.visit(derived, context);
  if (local) return returned(tracer, local, node, context);
  if (callee === 'require' && first && staticString(first) !== null) {
    return tracer.imported(staticString(first)!, [], node, context);
  }
  const found = provenance(tracer.module, node.callee);
  if (found && isConversion(found.members.at(-1)) && first) return tracer.visit(first, context);
  if (found && isLodashGet(found)) return lodashGet(tracer, node, context);
  if (found) return tracer.imported(found.module, found.members, node, context);
  tracer.other('unknown', node, context);
}

export function construction(tracer: Tracer, node: TSESTree.NewExpression, context: Context): void {
  const callee = dottedPath(node.callee)?.join('.') ?? '';
  const [first] = node.arguments;
  if (callee === 'Uint8Array' && (!first || isNumber(first)))
    return bytesOfSize(tracer, first, node, context);
  if ((callee === 'Buffer' || callee === 'Uint8Array' || callee === 'String') && first)
    return tracer.visit(first, context);
  tracer.other('unknown', node, context);
}

/** An array of so many zero bytes, to be filled: no key at all where there are none. */
function bytesOfSize(tracer: Tracer, size: Node | undefined, node: Node, context: Context): void {
  const isEmpty = !size || (isNumber(size) && size.value === 0);
  tracer.other(isEmpty ? 'falsy' : 'unknown', node, context);
}

function isNumber(node: Node): node is TSESTree.NumberLiteral {
  return node.type === 'Literal' && typeof node.value === 'number';
}

/** `env.get('NAME').default('x')` of env-var, where the read may have checks around it. */
function isDefaultOfRead(node: Node, method: string): boolean {
  return method === 'default' && readInside(node) !== null;
}

function readInside(node: Node): SettingRead | null {
  for (let inner = unwrap(node); inner.type === 'CallExpression';) {
    const read = settingRead(inner);
    if (read) return read;
    const callee = unwrap(inner.callee);
    if (callee.type !== 'MemberExpression') return null;
    inner = unwrap(callee.object);
  }
  return null;
}

function defaultOfRead(tracer: Tracer, read: Node, value: Node, context: Context): void {
  const of = readInside(read)?.name ?? null;
  tracer.visit(read, context);
  tracer.visit(value, { ...context, fallback: { operator: 'lookup', of }, name: of ?? context.name });
}

/** `createHash('sha256').update(secret).digest()`: as easy to guess as what it is made of. A MAC's key is what it is made of. */
function digest(tracer: Tracer, hash: Node, whole: Node, context: Context): void {
  const updates: Node[] = [];
  let maker = unwrap(hash);
  while (maker.type === 'CallExpression') {
    const callee = unwrap(maker.callee);
    if (callee.type !== 'MemberExpression' || memberName(callee) !== 'update') break;
    if (maker.arguments[0]) updates.unshift(maker.arguments[0]);
    maker = unwrap(callee.object);
  }
  const kind = maker.type === 'CallExpression' ? dottedPath(maker.callee)?.at(-1) : null;
  const key = maker.type === 'CallExpression' ? maker.arguments[1] : null;
  if (kind === 'createHash' && updates.length > 0) return parts(tracer, updates, whole, context);
  if (kind === 'createHmac' && key) return tracer.visit(key, context);
  tracer.other('unknown', whole, context);
}

function joined(
  tracer: Tracer,
  array: Node,
  separator: Node | undefined,
  whole: Node,
  context: Context,
): void {
  const inner = resolveConstant(tracer.module, array);
  const glue = separator ? staticString(separator) : ',';
  const rest = restArguments(tracer, inner, context);
  if (rest) return parts(tracer, rest.values, whole, rest.outside);
  if (inner.type !== 'ArrayExpression' || glue === null) return tracer.other('unknown', whole, context);
  const values = inner.elements.map((element) => (element ? constant(tracer.module, element) : null));
  if (values.every((value) => value !== null)) return tracer.text(values.join(glue), whole, context);
  parts(
    tracer,
    inner.elements.filter((element) => element !== null),
    whole,
    context,
  );
}

function returned(
  tracer: Tracer,
  target: TSESTree.FunctionLike,
  call: TSESTree.CallExpression,
  context: Context,
): void {
  const here = {
    ...tracer.enter(tracer.step(context, call, 'returned by the function called here', null), target, call),
    isReturned: true,
  };
  const values = returnedBy(target);
  if (values.length === 0) tracer.other('unknown', call, context);
  for (const value of values) tracer.visit(value, here);
}

/** A function in the place of a value resolves it at run time: by what it returns or hands to its callback. */
export function resolver(tracer: Tracer, node: TSESTree.FunctionLike, context: Context): void {
  tracer.other('function', node, context);
  const here = tracer.step(context, node, 'resolved by this function', null);
  for (const value of [...returnedBy(node), ...handedToCallback(tracer.module, node)])
    tracer.visit(value, here);
}

function isLodashGet({ module, members }: Provenance): boolean {
  return /^lodash(?:-es)?(?:[./]get)?$/.test(module) && (members.at(-1) ?? 'get') === 'get';
}

/** `_.get(config, 'jwt.secret', 'x')`. */
function lodashGet(tracer: Tracer, node: TSESTree.CallExpression, context: Context): void {
  const [object, way, standIn] = node.arguments;
  const name = way ? staticString(way) : null;
  if (!object || name === null) return tracer.other('unknown', node, context);
  tracer.property(object, name.split('.'), context);
  if (standIn) tracer.visit(standIn, { ...context, fallback: { operator: 'lookup', of: name } });
}

function encodingNamed(node: Node | undefined): KeyEncoding {
  const name = node ? staticString(node) : null;
  return name === 'base64' || name === 'base64url' || name === 'hex' ? name : 'utf8';
}

function isTextEncoder(module: JavaScriptModule, node: Node): boolean {
  const inner = resolveConstant(module, node);
  if (inner.type === 'NewExpression') return dottedPath(inner.callee)?.at(-1) === 'TextEncoder';
  return /encoder$/i.test(dottedPath(inner)?.at(-1) ?? '');
}

function calleeText(node: Node): string {
  const inner = unwrap(node);
  return inner.type === 'CallExpression' ? (dottedPath(inner.callee)?.join('.') ?? '') : '';
}
