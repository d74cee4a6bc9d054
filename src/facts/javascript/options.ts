import type { TSESTree } from '@typescript-eslint/types';
import type { ImportedValue, PassedValue } from '../model.ts';
import { chainOf } from './chain.ts';
import { settingRead } from './environment.ts';
import type { JavaScriptModule, Variable } from './module.ts';
import { exportedNames } from './exported-name.ts';
import { constructorAssignments, isClass, provenance } from './provenance.ts';
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
import { callsOf, localFunction, returnedBy } from './trace/functions.ts';
import { bindingPath, contains } from './trace/patterns.ts';

/**
 * What stands at a place of a call.
 *
 * - `value`: this node
 * - `absent`: nothing, for certain
 * - `imported`: what another module exports
 * - `passed`: what the callers of an exported function pass, all of them in other modules
 * - `unknown`: cannot be read, because an option object or a spread comes from elsewhere
 */
export type Looked =
  | { readonly state: 'value'; readonly node: Node }
  | { readonly state: 'absent' }
  | { readonly state: 'imported'; readonly from: ImportedValue }
  | { readonly state: 'passed'; readonly as: PassedValue }
  | { readonly state: 'unknown' };

const ABSENT: Looked = { state: 'absent' };
const UNKNOWN: Looked = { state: 'unknown' };

/** References that may be followed from an argument to the object it stands for. */
const MAX_HOPS = 12;

/** Calls of a wrapper that are looked at: what one of them leaves out is left out. */
const MAX_CALL_SITES = 50;

/** A call, or an object that stands for its first argument, as factories of option objects return it. */
export interface Target {
  /** What a diagnostic about the whole is tied to. */
  readonly anchor: Node;
  readonly call: CallNode | null;
  readonly object: Node | null;
}

/** The value at a {@link ValuePath} of a call, of the call its chain starts with, or of an options object. */
export function lookAt(module: JavaScriptModule, target: Target, path: string): Looked {
  if (path === '') return { state: 'value', node: target.anchor };
  const isBase = path.startsWith('<');
  const [index, ...names] = path.slice(isBase ? 1 : 0).split('.');
  if (target.object) return lookInto(module, target.object, names);
  const call = isBase && target.call ? chainOf(module, target.call.callee).base : target.call;
  if (!call) return UNKNOWN;
  return lookAtArgument(module, call, Number(index), names);
}

/** The value of `names…` in an argument of a call. */
export function lookAtArgument(
  module: JavaScriptModule,
  call: CallNode,
  index: number,
  names: readonly string[],
): Looked {
  const argument = argumentAt(call, index);
  if (argument === null) return UNKNOWN;
  return argument === undefined ? ABSENT : lookInto(module, argument, names);
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

/** The value of `names…` inside `node`, followed through constants, parameters, spreads and `Object.assign`. */
export function lookInto(
  module: JavaScriptModule,
  node: Node,
  names: readonly string[],
  hops: number = MAX_HOPS,
): Looked {
  if (names.length === 0) return { state: 'value', node };
  if (hops <= 0) return UNKNOWN;
  const inner = unwrap(node);
  if (isFunction(inner)) return inFunction(module, inner, names, hops - 1);
  if (isNullish(inner) || inner.type === 'Literal' || inner.type === 'TemplateLiteral') return ABSENT;
  // A variable of the environment is a text.
  if (settingRead(inner)?.source === 'environment') return ABSENT;
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
      return everyBranch(
        [inner.consequent, inner.alternate].map((branch) => lookInto(module, branch, names, hops - 1)),
      );
    case 'LogicalExpression':
      return anyBranch([inner.left, inner.right].map((branch) => lookInto(module, branch, names, hops - 1)));
    default:
      return UNKNOWN;
  }
}

/** `()` stands for what a function returns, on the way into another module. */
function inFunction(
  module: JavaScriptModule,
  node: TSESTree.FunctionLike,
  names: readonly string[],
  hops: number,
): Looked {
  if (names[0] !== '()') return ABSENT;
  const results = returnedBy(node);
  if (results.length === 0) return UNKNOWN;
  return everyBranch(results.map((result) => lookInto(module, result, names.slice(1), hops)));
}

/** Alternatives of which the program takes one: what one of them leaves out is left out. */
function everyBranch(looked: readonly Looked[]): Looked {
  return (
    looked.find(({ state }) => state !== 'value' && state !== 'absent') ??
    looked.find(({ state }) => state === 'absent') ??
    looked[0] ??
    ABSENT
  );
}

/** Callers, each of which is on its own: one that leaves it out is enough. */
function everyCaller(looked: readonly Looked[]): Looked {
  return looked.find(({ state }) => state === 'absent') ?? everyBranch(looked);
}

/** Alternatives that complete each other: `options || { expiresIn }`. */
function anyBranch(looked: readonly Looked[]): Looked {
  return (
    looked.find(({ state }) => state !== 'value' && state !== 'absent') ??
    looked.find(({ state }) => state === 'value') ??
    ABSENT
  );
}

function inObject(
  module: JavaScriptModule,
  node: TSESTree.ObjectExpression,
  names: readonly string[],
  hops: number,
): Looked {
  const [name, ...rest] = names;
  let hidden: Looked | null = null;
  for (const property of node.properties.toReversed()) {
    if (property.type === 'SpreadElement') {
      const looked = inSpread(module, property.argument, names, hops);
      if (looked.state === 'value') return looked;
      // What is written before the spread holds where the spread does not say it.
      if (looked.state !== 'absent') hidden ??= looked;
      continue;
    }
    const key = keyName(property, property.key);
    if (key === null) return UNKNOWN;
    if (key === name)
      return property.kind === 'init' ? lookInto(module, property.value, rest, hops) : UNKNOWN;
  }
  return hidden ?? ABSENT;
}

/** `...(lifetime ? { expiresIn: lifetime } : {})` says that there is a way to set it. */
function inSpread(module: JavaScriptModule, node: Node, names: readonly string[], hops: number): Looked {
  const inner = unwrap(node);
  if (inner.type !== 'ConditionalExpression') return lookInto(module, inner, names, hops);
  return anyBranch(
    [inner.consequent, inner.alternate].map((branch) => lookInto(module, branch, names, hops)),
  );
}

function inVariable(
  module: JavaScriptModule,
  node: TSESTree.Identifier,
  names: readonly string[],
  hops: number,
): Looked {
  const variable = module.variableOf(node);
  const definition = variable?.defs[0];
  if (!variable || !definition) return UNKNOWN;
  if (definition.type === 'FunctionName') return lookInto(module, definition.node, names, hops);
  if (definition.type === 'Parameter') return inParameter(module, variable, names, hops);
  if (definition.node.type !== 'VariableDeclarator') return importedAt(module, node, names);
  const { init, id } = definition.node;
  if (!init) return UNKNOWN;
  const written = propertyWrites(module, variable, names, hops);
  if (written.state !== 'absent') return written;
  const way = bindingPath(id, variable.name);
  if (!way || way.defaultValue) return UNKNOWN;
  return lookInto(module, init, [...way.path, ...names], hops);
}

/** `options.algorithms = […]` after the declaration; an assignment to the variable itself hides everything. */
function propertyWrites(
  module: JavaScriptModule,
  variable: Variable,
  names: readonly string[],
  hops: number,
): Looked {
  let written: Looked = ABSENT;
  for (const reference of variable.references) {
    const parent = module.parentOf(reference.identifier);
    if (reference.isWrite() && parent?.type === 'AssignmentExpression') return UNKNOWN;
    if (parent?.type !== 'MemberExpression' || parent.object !== reference.identifier) continue;
    const assignment = module.parentOf(parent);
    if (assignment?.type !== 'AssignmentExpression' || assignment.left !== parent) continue;
    const key = memberName(parent);
    if (key === null) return UNKNOWN;
    if (key === names[0]) written = lookInto(module, assignment.right, names.slice(1), hops);
  }
  return written;
}

/** What the callers within the file pass; where there are none, those of an exported function stand in other modules. */
function inParameter(
  module: JavaScriptModule,
  variable: Variable,
  names: readonly string[],
  hops: number,
): Looked {
  const definition = variable.defs[0]!;
  const owner = definition.node;
  if (!isFunction(owner)) return UNKNOWN;
  const index = owner.params.findIndex((parameter) => contains(parameter, definition.name));
  const parameter = owner.params[index];
  if (!parameter) return UNKNOWN;
  const way = bindingPath(parameter, variable.name);
  const calls = callsOf(module, owner).slice(0, MAX_CALL_SITES);
  if (!way) return UNKNOWN;
  if (calls.length === 0) {
    const [exported] = exportedNames(module, owner);
    if (exported === undefined || way.defaultValue) return UNKNOWN;
    return { state: 'passed', as: { name: exported, index, path: [...way.path, ...names] } };
  }
  if (way.path.length > 0) return UNKNOWN;
  return everyCaller(
    calls.map((call) => {
      const argument = argumentAt(call, index);
      if (argument === null) return UNKNOWN;
      const given = argument ?? way.defaultValue;
      return given ? lookInto(module, given, names, hops) : ABSENT;
    }),
  );
}

function inMember(
  module: JavaScriptModule,
  node: TSESTree.MemberExpression,
  names: readonly string[],
  hops: number,
): Looked {
  const name = memberName(node);
  if (name === null) return UNKNOWN;
  if (node.object.type === 'ThisExpression') return inField(module, node, name, names, hops);
  const looked = lookInto(module, node.object, [name, ...names], hops);
  return looked.state === 'absent' ? UNKNOWN : looked;
}

/** `this.options`: the field's initialiser, or what the constructor gives it. */
function inField(
  module: JavaScriptModule,
  node: Node,
  name: string,
  names: readonly string[],
  hops: number,
): Looked {
  const owner = module.ancestor(node, isClass);
  for (const member of owner?.body.body ?? []) {
    if (member.type === 'PropertyDefinition' && keyName(member, member.key) === name && member.value)
      return lookInto(module, member.value, names, hops);
    if (member.type !== 'MethodDefinition' || member.kind !== 'constructor') continue;
    const [value] = constructorAssignments(member.value, name);
    if (value) return lookInto(module, value, names, hops);
  }
  return UNKNOWN;
}

/** Calls whose result is a text or bytes, in which no options stand. */
const MAKES_TEXT = /^(?:encode|toString|trim|replace|replaceAll|stringify|String|readFileSync|Buffer\.from)$/;

function calleeName(node: TSESTree.CallExpression): string {
  const callee = unwrap(node.callee);
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression') return '';
  const path = dottedPath(callee)?.join('.') ?? '';
  return path === 'Buffer.from' ? path : (memberName(callee) ?? '');
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
  if (callee === 'Object.assign') {
    for (const argument of node.arguments.toReversed()) {
      const looked = lookInto(module, argument, names, hops);
      if (looked.state !== 'absent') return looked;
    }
    return ABSENT;
  }
  if (MAKES_TEXT.test(calleeName(node))) return ABSENT;
  const local = localFunction(module, node.callee);
  const results = local ? returnedBy(local) : [];
  if (results.length > 0) return everyBranch(results.map((result) => lookInto(module, result, names, hops)));
  return importedAt(module, node, names);
}

/** What `names…` of a value from another module are; a key that a library makes has no options inside. */
function importedAt(module: JavaScriptModule, node: Node, names: readonly string[]): Looked {
  const from = importedValue(module, node, names);
  if (!from) return UNKNOWN;
  const isKey =
    /^(?:node:)?crypto$/.test(from.module) || module.context.libraries.libraryOf(from.module) !== null;
  return isKey ? ABSENT : { state: 'imported', from };
}

/** The module and the way into it that a value comes from. */
export function importedValue(
  module: JavaScriptModule,
  node: Node,
  names: readonly string[] = [],
): ImportedValue | null {
  const found = provenance(module, node);
  if (!found || found.members.some((member) => member === '#')) return null;
  return { module: found.module, members: [...found.members, ...names] };
}

/** The objects a factory returns: `useFactory: () => ({ secret })`. */
export function factoryResults(module: JavaScriptModule, target: Target, path: string): Node[] {
  const looked = lookAt(module, target, path);
  if (looked.state !== 'value') return [];
  const node = unwrap(looked.node);
  if (isFunction(node)) return returnedBy(node);
  const definition = node.type === 'Identifier' ? module.variableOf(node)?.defs[0]?.node : null;
  if (definition?.type === 'FunctionDeclaration') return returnedBy(definition);
  return definition?.type === 'VariableDeclarator' && definition.init
    ? returnedBy(unwrap(definition.init))
    : [];
}

/** The initialiser behind a `const` name or a member of a constant object. */
export function resolveConstant(module: JavaScriptModule, node: Node, hops: number = 8): Node {
  const inner = unwrap(node);
  if (hops <= 0 || isNullish(inner)) return inner;
  if (inner.type === 'CallExpression') return ofFrozen(module, inner, hops);
  if (inner.type === 'Identifier') return ofConstant(module, inner, hops);
  if (inner.type !== 'MemberExpression') return inner;
  const name = memberName(inner);
  if (name === null) return inner;
  const looked =
    inner.object.type === 'ThisExpression'
      ? inField(module, inner, name, [], hops)
      : lookInto(module, inner.object, [name]);
  return looked.state === 'value' && looked.node !== inner
    ? resolveConstant(module, looked.node, hops - 1)
    : inner;
}

function ofFrozen(module: JavaScriptModule, node: TSESTree.CallExpression, hops: number): Node {
  const isFrozen = dottedPath(node.callee)?.join('.') === 'Object.freeze';
  return isFrozen && node.arguments[0] ? resolveConstant(module, node.arguments[0], hops - 1) : node;
}

function ofConstant(module: JavaScriptModule, node: TSESTree.Identifier, hops: number): Node {
  const variable = module.variableOf(node);
  const definition = variable?.defs[0]?.node;
  const isReassigned = variable?.references.some(
    (reference) =>
      reference.isWrite() && module.parentOf(reference.identifier)?.type === 'AssignmentExpression',
  );
  if (isReassigned || definition?.type !== 'VariableDeclarator' || !definition.init) return node;
  if (definition.id.type === 'Identifier') return resolveConstant(module, definition.init, hops - 1);
  const way = bindingPath(definition.id, node.name);
  if (!way || way.defaultValue) return node;
  const looked = lookInto(module, definition.init, way.path);
  return looked.state === 'value' ? resolveConstant(module, looked.node, hops - 1) : node;
}
