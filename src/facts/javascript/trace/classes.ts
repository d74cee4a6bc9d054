import type { TSESTree } from '@typescript-eslint/types';
import type { Fallback } from '../../model.ts';
import type { JavaScriptModule } from '../module.ts';
import { isClass, provenance } from '../provenance.ts';
import { dottedPath, isFunction, keyName, memberName, type Node } from '../syntax.ts';
import { returnedBy } from './functions.ts';
import { ownerOfThis } from './holders.ts';
import type { Context, Tracer } from './tracer.ts';
import { isAssigning, standIn } from './values.ts';

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** The value of `this.members…`. */
export function thisMember(tracer: Tracer, node: Node, members: readonly string[], context: Context): void {
  const owner = ownerOfThis(tracer.module, node) ?? classAround(tracer.module, node);
  if (!owner) return tracer.other('unknown', node, context);
  if (owner.kind === 'object') return tracer.property(owner.node, members, context);
  classMember(tracer, owner.node, members, context, owner.kind === 'class');
}

function classAround(module: JavaScriptModule, node: Node): { kind: 'instance'; node: ClassNode } | null {
  const owner = module.ancestor(node, isClass);
  return owner && { kind: 'instance', node: owner };
}

/** The value of `new callee(…).members…`. */
export function instanceMember(
  tracer: Tracer,
  node: TSESTree.NewExpression,
  members: readonly string[],
  context: Context,
): void {
  tracer.property(node.callee, ['#', ...members], context);
}

/** The value of a static member or, behind `#`, of an instance's. */
export function classMember(
  tracer: Tracer,
  owner: ClassNode,
  members: readonly string[],
  context: Context,
  isStatic: boolean,
): void {
  const [name, ...rest] = members;
  if (name === undefined) return tracer.other('unknown', owner, context);
  if (name === '#') return classMember(tracer, owner, rest, context, false);
  const named = { ...context, name };
  const writes = isStatic ? [] : fieldWrites(tracer.module, owner, members);
  for (const { value, fallback } of writes)
    tracer.property(value, rest, { ...named, fallback: fallback ?? context.fallback });
  const isDeclared = declaredMember(tracer, owner, name, rest, named, isStatic);
  const copies = isStatic ? [] : copiedOnto(owner);
  for (const source of copies) tracer.property(source, members, context);
  if (writes.length > 0 || isDeclared || copies.length > 0) return;
  if (!owner.superClass || !tracer.mayGoOn(context)) return tracer.other('unknown', owner, context);
  const deeper = { ...context, depth: context.depth + 1 };
  tracer.property(owner.superClass, isStatic ? members : ['#', ...members], deeper);
}

function declaredMember(
  tracer: Tracer,
  owner: ClassNode,
  name: string,
  rest: readonly string[],
  context: Context,
  isStatic: boolean,
): boolean {
  let found = false;
  for (const member of owner.body.body) {
    if (member.type !== 'PropertyDefinition' && member.type !== 'MethodDefinition') continue;
    if (member.static !== isStatic || keyName(member, member.key) !== name) continue;
    if (member.type === 'MethodDefinition') {
      for (const value of returnedBy(member.value)) tracer.property(value, rest, context);
      found = true;
    } else if (member.value) {
      tracer.property(member.value, rest, context);
      found = true;
    } else found = typedMember(tracer, member, rest, context) || found;
  }
  return found;
}

/** What the class of a binding's type says about a member: whoever made the instance used the class for it. */
export function typedMember(
  tracer: Tracer,
  binding: Node,
  members: readonly string[],
  context: Context,
): boolean {
  if (members.length === 0 || !('typeAnnotation' in binding)) return false;
  const annotation = binding.typeAnnotation as TSESTree.TSTypeAnnotation | undefined;
  const type = annotation?.typeAnnotation;
  if (type?.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return false;
  const [queried] = type.typeName.name === 'ConfigType' ? (type.typeArguments?.params ?? []) : [];
  if (queried?.type === 'TSTypeQuery' && queried.exprName.type === 'Identifier') {
    tracer.property(queried.exprName, members, context);
    return true;
  }
  const owner = tracer.module.variableOf(type.typeName)?.defs[0]?.node;
  if (owner && isClass(owner)) {
    classMember(tracer, owner, members, context, false);
    return true;
  }
  const found = provenance(tracer.module, type.typeName);
  if (found) tracer.imported(found.module, [...found.members, '#', ...members], binding, context);
  return found !== null;
}

interface FieldWrite {
  readonly value: Node;
  readonly fallback: Fallback | null;
}

/** `this.name = value` in any method of the class, and parameters of the constructor that are fields. */
function fieldWrites(
  module: JavaScriptModule,
  owner: Node,
  [name = '', ...rest]: readonly string[],
): FieldWrite[] {
  const writes: FieldWrite[] = [];
  for (const node of module.nodes('TSParameterProperty')) {
    const binding = node.parameter.type === 'AssignmentPattern' ? node.parameter.left : node.parameter;
    if (binding.type !== 'Identifier' || binding.name !== name) continue;
    if (module.ancestor(node, isClass) === owner) writes.push({ value: binding, fallback: null });
  }
  for (const node of module.nodes('AssignmentExpression')) {
    const { left, right } = node;
    if (left.type !== 'MemberExpression' || left.object.type !== 'ThisExpression') continue;
    if (memberName(left) !== name || module.ancestor(left, isClass) !== owner) continue;
    if (isAssigning(node)) writes.push({ value: right, fallback: standIn(node, name, rest) });
  }
  return writes;
}

/** `Object.assign(this, options)`. */
function copiedOnto(owner: ClassNode): Node[] {
  const constructor = owner.body.body.find(
    (member) => member.type === 'MethodDefinition' && member.kind === 'constructor',
  );
  const body =
    constructor?.type === 'MethodDefinition' && isFunction(constructor.value) ? constructor.value.body : null;
  if (body?.type !== 'BlockStatement') return [];
  return body.body.flatMap((statement): Node[] => {
    const call = statement.type === 'ExpressionStatement' ? statement.expression : null;
    if (call?.type !== 'CallExpression' || call.arguments[0]?.type !== 'ThisExpression') return [];
    return dottedPath(call.callee)?.join('.') === 'Object.assign' ? call.arguments.slice(1) : [];
  });
}
