import type { TSESTree } from '@typescript-eslint/types';
import type { AlgorithmsFact, AlgorithmsState, PinInsertion } from '../model.ts';
import type { AlgorithmsTable } from './libraries/types.ts';
import type { JavaScriptModule } from './module.ts';
import { entryPointOf, libraryOf } from './libraries/index.ts';
import { argumentAt, lookAtTarget, lookInto, type Looked, type Target } from './options.ts';
import { provenance } from './provenance.ts';
import { bindingPath } from './trace/patterns.ts';
import {
  dottedPath,
  isFunction,
  isNullish,
  isUndefined,
  memberName,
  spanOf,
  staticString,
  unwrap,
  type CallNode,
  type Node,
} from './syntax.ts';

/** What a call says about the algorithms it takes. */
export function algorithmsOf(
  module: JavaScriptModule,
  table: AlgorithmsTable,
  target: Target,
): AlgorithmsFact {
  const look = (path: string): Looked => lookAtTarget(module, target, path);
  const insertion = insertionOf(module, table, target);
  const grade = table.grades?.[0] ?? null;
  const base = { grade, span: spanOf(target.call), values: [], ...(insertion ? { insertion } : {}) };

  let isUnknown = false;
  for (const path of table.honoured) {
    const looked = look(path);
    if (looked.state === 'unknown') isUnknown = true;
    if (looked.state !== 'value' || isWholeArgument(path, resolveConstant(module, looked.node))) continue;
    return { ...base, ...pinOf(module, looked.node), span: spanOf(looked.node) };
  }
  if (isUnknown) return { ...base, state: 'unknown' };
  for (const path of table.ignored ?? []) {
    const looked = look(path);
    if (looked.state !== 'value') continue;
    const { values } = pinOf(module, looked.node);
    return {
      ...base,
      values,
      state: 'misplaced',
      span: spanOf(looked.node),
      option: path.split('.').slice(1).join('.'),
    };
  }
  return { ...base, state: 'missing' };
}

/** A path to a whole argument (`'2'`) means a name or a list there, not an options object or a callback. */
function isWholeArgument(path: string, node: Node): boolean {
  const inner = unwrap(node);
  return !path.includes('.') && (inner.type === 'ObjectExpression' || isFunction(inner));
}

function pinOf(module: JavaScriptModule, node: Node): { state: AlgorithmsState; values: string[] } {
  const inner = resolveConstant(module, node);
  if (isNullish(inner)) return { state: 'empty', values: [] };
  if (inner.type === 'ArrayExpression') return listPin(module, inner);
  const name = staticString(inner);
  if (name !== null) return { state: name === '' ? 'empty' : 'pinned', values: name === '' ? [] : [name] };
  if (isTokenHeader(module, inner)) return { state: 'from-token', values: [] };
  return { state: 'unknown', values: [] };
}

function listPin(
  module: JavaScriptModule,
  list: TSESTree.ArrayExpression,
): { state: AlgorithmsState; values: string[] } {
  const elements = list.elements.filter((element) => element !== null);
  if (elements.length === 0) return { state: 'empty', values: [] };
  if (elements.some((element) => isTokenHeader(module, resolveConstant(module, element))))
    return { state: 'from-token', values: [] };
  const values = elements.map((element) => staticString(resolveConstant(module, element)));
  return { state: 'pinned', values: values.filter((value) => value !== null) };
}

/** `decoded.header.alg` and its like: the attacker writes it. */
function isTokenHeader(module: JavaScriptModule, node: Node): boolean {
  const path = dottedPath(node);
  if (path && path.length > 1 && path.at(-1) === 'alg')
    return /header|decoded|token|jwt/i.test(path.slice(0, -1).join('.'));
  if (node.type === 'MemberExpression') return memberName(node) === 'alg' && isDecoded(module, node.object);
  const definition = node.type === 'Identifier' ? module.variableOf(node)?.defs[0]?.node : null;
  if (node.type !== 'Identifier' || definition?.type !== 'VariableDeclarator' || !definition.init)
    return false;
  const way = bindingPath(definition.id, node.name);
  return way?.path.at(-1) === 'alg' && isDecoded(module, definition.init);
}

/** Whether a value is a part of what a library's unverified decoding gave back. */
function isDecoded(module: JavaScriptModule, node: Node): boolean {
  let inner = unwrap(node);
  while (inner.type === 'MemberExpression') inner = unwrap(inner.object);
  if (inner.type !== 'CallExpression') return false;
  const found = provenance(module, inner.callee);
  const library = found && libraryOf(found.module);
  return (
    library !== null && found !== null && entryPointOf(library, found.members, 'call')?.operation === 'decode'
  );
}

/** The initialiser behind a `const` name or a member of a constant object. */
export function resolveConstant(module: JavaScriptModule, node: Node, hops: number = 8): Node {
  const inner = unwrap(node);
  if (hops <= 0 || isUndefined(inner)) return inner;
  if (
    inner.type === 'CallExpression' &&
    dottedPath(inner.callee)?.join('.') === 'Object.freeze' &&
    inner.arguments[0]
  ) {
    return resolveConstant(module, inner.arguments[0], hops - 1);
  }
  if (inner.type === 'Identifier') {
    const variable = module.variableOf(inner);
    const definition = variable?.defs[0]?.node;
    const isReassigned = variable?.references.some(
      (reference) =>
        reference.isWrite() && module.parentOf(reference.identifier)?.type === 'AssignmentExpression',
    );
    if (isReassigned || definition?.type !== 'VariableDeclarator' || !definition.init) return inner;
    return definition.id.type === 'Identifier' ? resolveConstant(module, definition.init, hops - 1) : inner;
  }
  if (inner.type === 'MemberExpression') {
    const path = dottedPath(inner);
    const head = inner.object;
    if (path === null || path.length !== 2 || head.type !== 'Identifier') return inner;
    const looked = lookInto(module, head, path.slice(1));
    return looked.state === 'value' ? resolveConstant(module, looked.node, hops - 1) : inner;
  }
  return inner;
}

/* ------------------------------------------------------------------ where a pin is written */

function insertionOf(module: JavaScriptModule, table: AlgorithmsTable, target: Target): PinInsertion | null {
  const [place] = table.honoured;
  if (!place) return null;
  const [index, ...names] = place.split('.');
  if (target.factoryResult) return intoObject(unwrap(target.factoryResult), names, table.form);
  const argument = argumentAt(target.call, Number(index));
  if (argument === null) return null;
  if (argument && unwrap(argument).type === 'ObjectExpression')
    return intoObject(unwrap(argument), names, table.form);
  if (argument && isUndefined(argument)) return replacing(argument, names, table.form);
  if (argument && !isFunction(unwrap(argument))) return null;
  return asArgument(module, target.call, Number(index), names, table.form);
}

function intoObject(node: Node, names: readonly string[], form: PinInsertion['form']): PinInsertion | null {
  if (node.type !== 'ObjectExpression') return null;
  const [name, ...rest] = names;
  if (name === undefined) return null;
  const own = node.properties.find(
    (property) =>
      property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === name,
  );
  if (own?.type === 'Property') {
    return rest.length > 0 ? intoObject(unwrap(own.value), rest, form) : replacing(own.value, [], form);
  }
  const at = node.range[0] + 1;
  const more = node.properties.length > 0 ? ',' : ' ';
  return { span: [at, at], prefix: ` ${opening(names)}`, suffix: `${closing(names)}${more}`, form };
}

function replacing(node: Node, names: readonly string[], form: PinInsertion['form']): PinInsertion {
  const isObject = names.length > 0;
  return {
    span: spanOf(node),
    prefix: isObject ? `{ ${opening(names)}` : '',
    suffix: isObject ? `${closing(names)} }` : '',
    form,
  };
}

/** A new argument: only where every argument before it is there. */
function asArgument(
  module: JavaScriptModule,
  call: CallNode,
  index: number,
  names: readonly string[],
  form: PinInsertion['form'],
): PinInsertion | null {
  const previous = call.arguments[index - 1];
  if (!previous || call.arguments.length < index) return null;
  const at = previous.range[1];
  if (module.text.slice(at, at + 1) === ')' && previous.type === 'SequenceExpression') return null;
  const isObject = names.length > 0;
  return {
    span: [at, at],
    prefix: isObject ? `, { ${opening(names)}` : ', ',
    suffix: isObject ? `${closing(names)} }` : '',
    form,
  };
}

/** `verifyOptions: { algorithms: ` for the names on the way to the list. */
function opening(names: readonly string[]): string {
  return names.map((name, i) => (i === names.length - 1 ? `${name}: ` : `${name}: { `)).join('');
}

function closing(names: readonly string[]): string {
  return ' }'.repeat(names.length - 1);
}
