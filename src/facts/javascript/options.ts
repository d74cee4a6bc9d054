import type { TSESTree } from '@typescript-eslint/types';
import type { JavaScriptModule } from './module.ts';
import { returnedBy } from './trace/functions.ts';
import {
  dottedPath,
  isFunction,
  isNullish,
  keyName,
  memberName,
  unwrap,
  type CallNode,
  type Node,
} from './syntax.ts';

/**
 * What stands at a place of a call.
 *
 * - `value`: this node; `object` is the object literal it stands in, for edits
 * - `absent`: nothing, for certain
 * - `unknown`: cannot be read, because an option object or a spread comes from elsewhere
 */
export type Looked =
  | { readonly state: 'value'; readonly node: Node }
  | { readonly state: 'absent' }
  | { readonly state: 'unknown' };

const ABSENT: Looked = { state: 'absent' };
const UNKNOWN: Looked = { state: 'unknown' };

/** References that may be followed from an argument to the object it stands for. */
const MAX_HOPS = 12;

/** The value at `'2.algorithms'` of a call; `''` is the call itself. */
export function lookAt(module: JavaScriptModule, call: CallNode, path: string): Looked {
  if (path === '') return { state: 'value', node: call };
  const [index, ...names] = path.split('.');
  const argument = argumentAt(call, Number(index));
  if (argument === null) return UNKNOWN;
  if (argument === undefined) return ABSENT;
  return lookInto(module, argument, names, MAX_HOPS);
}

/** A call, or an object that stands for its first argument, as factories of option objects return it. */
export interface Target {
  readonly call: CallNode;
  readonly factoryResult: Node | null;
}

/** The value at `'0.algorithms'` of a call or of what its factory returns. */
export function lookAtTarget(module: JavaScriptModule, target: Target, path: string): Looked {
  return target.factoryResult
    ? lookInto(module, target.factoryResult, path.split('.').slice(1))
    : lookAt(module, target.call, path);
}

/** The argument at an index: undefined when there is none, null when a spread hides it. */
export function argumentAt(call: CallNode, index: number): Node | null | undefined {
  for (let i = 0; i <= index; i++) {
    const argument = call.arguments[i];
    if (!argument) return undefined;
    if (argument.type === 'SpreadElement') return null;
  }
  return call.arguments[index];
}

/** The value of `names…` inside `node`, followed through constants, spreads and `Object.assign`. */
export function lookInto(
  module: JavaScriptModule,
  node: Node,
  names: readonly string[],
  hops: number = MAX_HOPS,
): Looked {
  if (names.length === 0) return { state: 'value', node };
  if (hops <= 0) return UNKNOWN;
  const inner = unwrap(node);
  if (isFunction(inner) || isNullish(inner) || inner.type === 'Literal' || inner.type === 'TemplateLiteral')
    return ABSENT;
  switch (inner.type) {
    case 'ObjectExpression':
      return inObject(module, inner, names, hops - 1);
    case 'Identifier':
      return inVariable(module, inner, names, hops - 1);
    case 'MemberExpression':
      return inMember(module, inner, names, hops - 1);
    case 'CallExpression':
      return inCall(module, inner, names, hops - 1);
    case 'NewExpression':
    case 'ArrayExpression':
    case 'BinaryExpression':
      return ABSENT;
    case 'ConditionalExpression':
    case 'LogicalExpression': {
      const branches =
        inner.type === 'ConditionalExpression'
          ? [inner.consequent, inner.alternate]
          : [inner.left, inner.right];
      const looked = branches.map((branch) => lookInto(module, branch, names, hops - 1));
      return (
        looked.find((one) => one.state === 'unknown') ?? looked.find((one) => one.state === 'value') ?? ABSENT
      );
    }
    default:
      return UNKNOWN;
  }
}

function inObject(
  module: JavaScriptModule,
  node: TSESTree.ObjectExpression,
  names: readonly string[],
  hops: number,
): Looked {
  const [name, ...rest] = names;
  for (const property of node.properties.toReversed()) {
    if (property.type === 'SpreadElement') {
      const looked = lookInto(module, property.argument, names, hops);
      if (looked.state !== 'absent') return looked;
      continue;
    }
    const key = keyName(property, property.key);
    if (key === null) return UNKNOWN;
    if (key === name)
      return property.kind === 'init' ? lookInto(module, property.value, rest, hops) : UNKNOWN;
  }
  return ABSENT;
}

function inVariable(
  module: JavaScriptModule,
  node: TSESTree.Identifier,
  names: readonly string[],
  hops: number,
): Looked {
  const variable = module.variableOf(node);
  const definition = variable?.defs[0];
  if (definition?.type === 'FunctionName') return ABSENT;
  if (!variable || definition?.node.type !== 'VariableDeclarator') return UNKNOWN;
  const { init, id } = definition.node;
  if (!init || id.type !== 'Identifier') return UNKNOWN;
  let written: Looked = ABSENT;
  for (const reference of variable.references) {
    const parent = module.parentOf(reference.identifier);
    if (reference.isWrite() && parent?.type === 'AssignmentExpression') return UNKNOWN;
    if (parent?.type === 'MemberExpression' && parent.object === reference.identifier) {
      const assignment = module.parentOf(parent);
      if (assignment?.type !== 'AssignmentExpression' || assignment.left !== parent) continue;
      const key = memberName(parent);
      if (key === null) return UNKNOWN;
      if (key === names[0]) written = lookInto(module, assignment.right, names.slice(1), hops);
    }
  }
  return written.state === 'absent' ? lookInto(module, init, names, hops) : written;
}

function inMember(
  module: JavaScriptModule,
  node: TSESTree.MemberExpression,
  names: readonly string[],
  hops: number,
): Looked {
  const name = memberName(node);
  if (name === null || node.object.type === 'ThisExpression') return UNKNOWN;
  const looked = lookInto(module, node.object, [name, ...names], hops);
  return looked.state === 'absent' ? UNKNOWN : looked;
}

function inCall(
  module: JavaScriptModule,
  node: TSESTree.CallExpression,
  names: readonly string[],
  hops: number,
): Looked {
  const callee = dottedPath(node.callee)?.join('.') ?? '';
  const [first] = node.arguments;
  if ((callee === 'Object.freeze' || callee === 'Object.seal') && first)
    return lookInto(module, first, names, hops);
  if (callee !== 'Object.assign') return UNKNOWN;
  for (const argument of node.arguments.toReversed()) {
    const looked = lookInto(module, argument, names, hops);
    if (looked.state !== 'absent') return looked;
  }
  return ABSENT;
}

/** The objects a factory returns: `useFactory: () => ({ secret })`. */
export function factoryResults(module: JavaScriptModule, call: CallNode, path: string): Node[] {
  const looked = lookAt(module, call, path);
  if (looked.state !== 'value') return [];
  const node = unwrap(looked.node);
  if (isFunction(node)) return returnedBy(node);
  const definition = node.type === 'Identifier' ? module.variableOf(node)?.defs[0]?.node : null;
  if (definition?.type === 'FunctionDeclaration') return returnedBy(definition);
  return definition?.type === 'VariableDeclarator' && definition.init
    ? returnedBy(unwrap(definition.init))
    : [];
}
