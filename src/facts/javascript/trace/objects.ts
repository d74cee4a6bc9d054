import type { TSESTree } from '@typescript-eslint/types';
import { ANY_MEMBER } from '../../any-member.ts';
import { isClass, provenance } from '../provenance.ts';
import { isEnvironmentObject, type SettingRead } from '../environment.ts';
import { settingReadIn } from '../settings/readers.ts';
import {
  dottedPath,
  isFunction,
  keyName,
  memberName,
  spanOf,
  staticString,
  unwrap,
  type Node,
} from '../syntax.ts';
import { classMember, instanceMember, thisMember } from './classes.ts';
import { argumentsKept } from './conversions.ts';
import { localFunction, returnedBy } from './functions.ts';
import { isOfSchema, madeMember, schemaMember, settingsMaker } from './schemas.ts';
import type { Context, Tracer } from './tracer.ts';
import { assignment, conditional, logical } from './values.ts';

export function member(tracer: Tracer, node: TSESTree.MemberExpression, context: Context): void {
  const name = memberName(node);
  if (name === null) return tracer.other('unknown', node, context);
  tracer.property(node.object, [name], { ...context, name });
}

/** The value of `node.members…`. */
export function property(tracer: Tracer, node: Node, members: readonly string[], context: Context): void {
  if (members.length === 0) return tracer.visit(node, context);
  const inner = unwrap(node);
  if (!tracer.mayGoOn(context)) return;
  const deeper = { ...context, depth: context.depth + 1 };
  if (isEnvironmentObject(inner)) return environment(tracer, inner, members, deeper);
  const isSchema = isOfSchema(members);
  if (isSchema && (inner.type === 'ObjectExpression' || inner.type === 'CallExpression'))
    return schemaMember(tracer, inner, members, deeper);
  if (isClass(inner)) return classMember(tracer, inner, members, deeper, true);
  if (isFunction(inner)) return resultMember(tracer, inner, members, deeper);
  switch (inner.type) {
    case 'ObjectExpression':
      return objectMember(tracer, inner, members, deeper);
    case 'ArrayExpression':
      return element(tracer, inner, members, deeper);
    case 'Identifier':
      return variableMember(tracer, inner, members, deeper);
    case 'ThisExpression':
      return thisMember(tracer, inner, members, deeper);
    case 'MemberExpression': {
      const name = memberName(inner) ?? ANY_MEMBER;
      return tracer.property(inner.object, [name, ...members], deeper);
    }
    case 'ConditionalExpression':
      return conditional(tracer, inner, members, deeper);
    case 'LogicalExpression':
      return logical(tracer, inner, members, deeper);
    case 'AssignmentExpression':
      return assignment(tracer, inner, members, deeper);
    case 'CallExpression':
      return callMember(tracer, inner, members, deeper);
    case 'NewExpression':
      return instanceMember(tracer, inner, members, deeper);
    case 'ImportExpression':
      return importedModule(tracer, inner, members, deeper);
    default:
      return tracer.other('unknown', inner, deeper);
  }
}

/** A member of an object that holds the environment: `const env = process.env`. */
function environment(tracer: Tracer, node: Node, [name]: readonly string[], context: Context): void {
  const { steps, encoding } = context;
  const known = name === undefined || name === ANY_MEMBER ? null : name;
  tracer.origins.push({ kind: 'environment', name: known, span: spanOf(node), steps, encoding });
}

function variableMember(
  tracer: Tracer,
  node: TSESTree.Identifier,
  members: readonly string[],
  context: Context,
): void {
  const variable = tracer.module.variableOf(node);
  if (!variable || variable.defs.length === 0 || tracer.active.has(node))
    return tracer.other('unknown', node, context);
  tracer.active.add(node);
  tracer.variable(variable, members, node, context);
  tracer.active.delete(node);
}

/** `await import('./settings.js')`. */
export function importedModule(
  tracer: Tracer,
  node: TSESTree.ImportExpression,
  members: readonly string[],
  context: Context,
): void {
  const specifier = staticString(node.source);
  if (specifier === null) tracer.other('unknown', node, context);
  else tracer.imported(specifier, members, node, context);
}

function objectMember(
  tracer: Tracer,
  node: TSESTree.ObjectExpression,
  members: readonly string[],
  context: Context,
): void {
  const [name, ...rest] = members;
  if (name === ANY_MEMBER) return anyMember(tracer, node, members, context);
  let spread = false;
  for (const property of node.properties.toReversed()) {
    if (property.type === 'SpreadElement') {
      tracer.property(property.argument, members, context);
      spread = true;
    } else if (keyName(property, property.key) === name) {
      const values = property.kind === 'get' ? returnedBy(property.value) : [property.value];
      for (const value of values) tracer.property(value, rest, { ...context, name: name ?? null });
      return;
    }
  }
  if (!spread) tracer.other('unknown', node, context);
}

/** Objects with more members are dictionaries of something, not settings by environment. */
const MAX_MEMBERS = 20;

/** The value of a member whose name nobody knows: that of each. */
function anyMember(
  tracer: Tracer,
  node: TSESTree.ObjectExpression,
  members: readonly string[],
  context: Context,
): void {
  const rest = members.slice(1);
  if (rest.length === 0 || node.properties.length > MAX_MEMBERS)
    return tracer.other('unknown', node, context);
  for (const property of node.properties)
    if (property.type === 'SpreadElement') tracer.property(property.argument, members, context);
    else tracer.property(property.value, rest, context);
}

/** The value of `[…][0]`; what stands behind a spread has no number. */
function element(
  tracer: Tracer,
  node: TSESTree.ArrayExpression,
  members: readonly string[],
  context: Context,
): void {
  const [name, ...rest] = members;
  const before = /^\d{1,6}$/.test(name ?? '') ? node.elements.slice(0, Number(name) + 1) : [];
  const found = before[Number(name)];
  if (!found || before.some((one) => one?.type === 'SpreadElement'))
    return tracer.other('unknown', node, context);
  tracer.property(found, rest, context);
}

/** A member of what a function returns. */
export function resultMember(
  tracer: Tracer,
  node: TSESTree.FunctionLike,
  members: readonly string[],
  context: Context,
): void {
  for (const value of returnedBy(node)) tracer.property(value, members, { ...context, isReturned: true });
}

function callMember(
  tracer: Tracer,
  node: TSESTree.CallExpression,
  members: readonly string[],
  context: Context,
): void {
  const callee = dottedPath(node.callee)?.join('.') ?? '';
  const [first] = node.arguments;
  if (callee === 'require' && first) {
    const specifier = staticString(first);
    if (specifier !== null) return tracer.imported(specifier, members, node, context);
  }
  const kept = argumentsKept(callee);
  if (kept) {
    for (const argument of node.arguments.slice(...kept).toReversed())
      tracer.property(argument, members, context);
    return;
  }
  const read = settingReadIn(tracer.module, node);
  if (read) return settingMember(tracer, node, read, members, context);
  const target = localFunction(tracer.module, node.callee);
  if (target) return resultMember(tracer, target, members, tracer.enter(context, target, node));
  const found = provenance(tracer.module, node.callee);
  const maker = settingsMaker(node, found);
  if (maker) return madeMember(tracer, node, maker, members, context);
  if (found) return tracer.imported(found.module, [...found.members, ...members], node, context);
  tracer.other('unknown', node, context);
}

/** `config.get('jwt').secret` is the setting `jwt.secret`. */
function settingMember(
  tracer: Tracer,
  node: Node,
  read: SettingRead,
  members: readonly string[],
  context: Context,
): void {
  if (read.source === 'environment' || read.name === null) return tracer.other('unknown', node, context);
  const name = [read.name, ...members].join('.');
  const { steps, encoding } = context;
  tracer.origins.push({ kind: 'config', name, span: spanOf(node), steps, encoding });
  if (read.fallback)
    tracer.property(read.fallback, members, { ...context, fallback: { operator: 'lookup', of: name } });
}

export function enumMember(
  tracer: Tracer,
  node: TSESTree.TSEnumDeclaration,
  members: readonly string[],
  context: Context,
): void {
  const list = node.body?.members ?? (node as unknown as { members: TSESTree.TSEnumMember[] }).members;
  const member = list.find((candidate) => keyName({ computed: false }, candidate.id) === members[0]);
  if (member?.initializer) tracer.visit(member.initializer, { ...context, name: members[0] ?? null });
  else tracer.other('unknown', node, context);
}
