import type { TSESTree } from '@typescript-eslint/types';
import type { Fallback } from '../../model.ts';
import type { JavaScriptModule } from '../module.ts';
import { isClass, provenance } from '../provenance.ts';
import { dottedPath, keyName, memberName, staticString, unwrap, type Node } from '../syntax.ts';
import { localFunction, returnedBy } from './functions.ts';
import type { Context, Tracer } from './tracer.ts';

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
  switch (inner.type) {
    case 'ObjectExpression':
      return objectMember(tracer, inner, members, deeper);
    case 'Identifier': {
      const variable = tracer.module.variableOf(inner);
      if (inner.name === 'module' || inner.name === 'exports') return tracer.other('unknown', inner, deeper);
      if (!variable || variable.defs.length === 0 || tracer.active.has(inner))
        return tracer.other('unknown', inner, deeper);
      tracer.active.add(inner);
      tracer.variable(variable, members, inner, deeper);
      tracer.active.delete(inner);
      return;
    }
    case 'ThisExpression': {
      const owner = tracer.module.ancestor(inner, isClass);
      return owner
        ? classMember(tracer, owner, members, deeper, false)
        : tracer.other('unknown', inner, deeper);
    }
    case 'MemberExpression': {
      const name = memberName(inner);
      if (name === null) return tracer.other('unknown', inner, deeper);
      return tracer.property(inner.object, [name, ...members], deeper);
    }
    case 'ConditionalExpression':
      tracer.property(inner.consequent, members, deeper);
      return tracer.property(inner.alternate, members, deeper);
    case 'LogicalExpression':
      tracer.property(inner.left, members, deeper);
      return tracer.property(inner.right, members, deeper);
    case 'CallExpression':
      return callMember(tracer, inner, members, deeper);
    case 'NewExpression':
      return instanceMember(tracer, inner, members, deeper);
    default:
      return tracer.other('unknown', inner, deeper);
  }
}

function objectMember(
  tracer: Tracer,
  node: TSESTree.ObjectExpression,
  members: readonly string[],
  context: Context,
): void {
  const [name, ...rest] = members;
  let spread = false;
  for (const property of node.properties.toReversed()) {
    if (property.type === 'SpreadElement') {
      tracer.property(property.argument, members, context);
      spread = true;
    } else if (keyName(property, property.key) === name) {
      const value = property.kind === 'get' ? returnedBy(property.value)[0] : property.value;
      return value ? tracer.property(value, rest, { ...context, name: name ?? null }) : undefined;
    }
  }
  if (!spread) tracer.other('unknown', node, context);
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
  if ((callee === 'Object.freeze' || callee === 'Object.seal' || callee === 'defineConfig') && first) {
    return tracer.property(first, members, context);
  }
  if (callee === 'Object.assign') {
    for (const argument of node.arguments.toReversed()) tracer.property(argument, members, context);
    return;
  }
  const target = localFunction(tracer.module, node.callee);
  if (!target) {
    const found = provenance(tracer.module, node.callee);
    if (found && found.members.every((member) => member !== '#')) {
      return tracer.imported(found.module, [...found.members, ...members], node, context);
    }
    return tracer.other('unknown', node, context);
  }
  for (const value of returnedBy(target)) tracer.property(value, members, { ...context, isReturned: true });
}

function instanceMember(
  tracer: Tracer,
  node: TSESTree.NewExpression,
  members: readonly string[],
  context: Context,
): void {
  const callee = unwrap(node.callee);
  const definition = callee.type === 'Identifier' ? tracer.module.variableOf(callee)?.defs[0]?.node : callee;
  if (definition && isClass(definition)) return classMember(tracer, definition, members, context, false);
  tracer.other('unknown', node, context);
}

export function classMember(
  tracer: Tracer,
  owner: TSESTree.ClassDeclaration | TSESTree.ClassExpression,
  members: readonly string[],
  context: Context,
  isStatic: boolean,
): void {
  const [name, ...rest] = members;
  if (name === undefined) return tracer.other('unknown', owner, context);
  const named = { ...context, name };
  let found = false;
  for (const { value, fallback } of isStatic ? [] : fieldWrites(tracer.module, owner, name)) {
    tracer.property(value, rest, { ...named, fallback: fallback ?? context.fallback });
    found = true;
  }
  for (const member of owner.body.body) {
    if (member.type !== 'PropertyDefinition' && member.type !== 'MethodDefinition') continue;
    if (member.static !== isStatic || keyName(member, member.key) !== name || !member.value) continue;
    found = true;
    if (member.type === 'PropertyDefinition') tracer.property(member.value, rest, named);
    else for (const value of returnedBy(member.value)) tracer.property(value, rest, named);
  }
  if (!found) tracer.other('unknown', owner, context);
}

interface FieldWrite {
  readonly value: Node;
  readonly fallback: Fallback | null;
}

/** `this.name = value` in any method of the class, and the default of a parameter property. */
function fieldWrites(module: JavaScriptModule, owner: Node, name: string): FieldWrite[] {
  const writes: FieldWrite[] = [];
  for (const { parameter } of module.nodes('TSParameterProperty')) {
    if (parameter.type !== 'AssignmentPattern' || parameter.left.type !== 'Identifier') continue;
    if (parameter.left.name !== name || module.ancestor(parameter, isClass) !== owner) continue;
    writes.push({ value: parameter.right, fallback: { operator: 'parameter', of: name } });
  }
  for (const { left, right, operator } of module.nodes('AssignmentExpression')) {
    if (left.type !== 'MemberExpression' || left.object.type !== 'ThisExpression') continue;
    if (memberName(left) !== name || module.ancestor(left, isClass) !== owner) continue;
    if (operator === '=') writes.push({ value: right, fallback: null });
    else if (operator === '||=' || operator === '??=')
      writes.push({ value: right, fallback: { operator: operator === '||=' ? '||' : '??', of: name } });
  }
  return writes;
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
