import type { TSESTree } from '@typescript-eslint/types';
import type { Fallback } from '../../model.ts';
import { isEnvironmentObject, settingRead } from '../environment.ts';
import { exportedName } from '../exported-name.ts';
import type { Definition, JavaScriptModule, Variable } from '../module.ts';
import { provenance } from '../provenance.ts';
import { dottedPath, isUndefined, memberName, spanOf, type Node } from '../syntax.ts';
import { resolver } from './calls.ts';
import { callsOf } from './functions.ts';
import { classMember, typedMember } from './classes.ts';
import { enumMember, resultMember } from './objects.ts';
import { bindingPath, contains } from './patterns.ts';
import type { Context, Tracer } from './tracer.ts';
import { fallbackOperator } from './values.ts';

export function identifier(tracer: Tracer, node: TSESTree.Identifier, context: Context): void {
  if (isUndefined(node)) return tracer.other('falsy', node, context);
  const variable = tracer.module.variableOf(node);
  if (!variable || variable.defs.length === 0) return tracer.other('unknown', node, context);
  tracer.variable(variable, [], node, context);
}

/** Every value that `variable.members…` can have. */
export function variable(
  tracer: Tracer,
  variable: Variable,
  members: readonly string[],
  use: Node,
  context: Context,
): void {
  const here = tracer.step(context, use, `\`${variable.name}\` is used here`, variable.name);
  for (const one of variable.defs) traceDefinition(tracer, variable, one, members, use, here);
  const writes = variable.references.filter((reference) => reference.isWrite() && reference.writeExpr);
  for (const reference of writes) {
    const parent = tracer.module.parentOf(reference.identifier);
    if (parent?.type !== 'AssignmentExpression' || parent.left !== reference.identifier) continue;
    write(tracer, variable, parent, members, here);
  }
  if (members.length > 0) propertyWrites(tracer, variable, members, here);
}

function write(
  tracer: Tracer,
  variable: Variable,
  node: TSESTree.AssignmentExpression,
  members: readonly string[],
  context: Context,
): void {
  const asFallback = fallbackOperator(node.operator);
  if (node.operator !== '=' && !asFallback) return;
  const operator = asFallback ?? guardOf(tracer.module, variable, node);
  const of = firstSetting(variable) ?? variable.name;
  const fallback: Fallback | null = operator ? { operator, of } : context.fallback;
  tracer.property(node.right, members, { ...context, fallback });
}

/** `if (!s) s = 'x'`: the assignment only happens when the variable is unset. */
function guardOf(module: JavaScriptModule, variable: Variable, node: Node): Fallback['operator'] | null {
  const guard = module.ancestor(node, (candidate) => candidate.type === 'IfStatement');
  if (!guard) return null;
  const tests = variable.references.some(
    ({ identifier }) =>
      identifier.range[0] >= guard.test.range[0] && identifier.range[1] <= guard.test.range[1],
  );
  return tests ? 'if' : null;
}

function firstSetting(variable: Variable): string | null {
  for (const { node } of variable.defs) {
    if (node.type !== 'VariableDeclarator' || !node.init) continue;
    const setting = settingRead(node.init);
    if (setting) return setting.name;
  }
  return null;
}

/** `config.jwt.secret = 'x'` and `Object.assign(config, { … })` after the declaration. */
function propertyWrites(
  tracer: Tracer,
  variable: Variable,
  members: readonly string[],
  context: Context,
): void {
  for (const { identifier } of variable.references) {
    const owner = tracer.module.parentOf(identifier);
    if (owner?.type === 'CallExpression' && owner.arguments[0] === identifier && isObjectAssign(owner)) {
      for (const source of owner.arguments.slice(1)) tracer.property(source, members, context);
    }
    const written = memberWrite(tracer.module, identifier, members);
    if (!written) continue;
    const { right, operator } = written.assignment;
    const asFallback = fallbackOperator(operator);
    const fallback = asFallback && { operator: asFallback, of: members[written.depth - 1] ?? null };
    if (operator === '=' || fallback)
      tracer.property(right, members.slice(written.depth), {
        ...context,
        fallback: fallback ?? context.fallback,
      });
  }
}

/** The assignment to `identifier.a.b`, where `a.b` is the beginning of `members`. */
function memberWrite(
  module: JavaScriptModule,
  identifier: Node,
  members: readonly string[],
): { assignment: TSESTree.AssignmentExpression; depth: number } | null {
  let current = identifier;
  for (let depth = 1; depth <= members.length; depth++) {
    const owner = module.parentOf(current);
    if (owner?.type !== 'MemberExpression' || owner.object !== current) return null;
    if (memberName(owner) !== members[depth - 1]) return null;
    const assignment = module.parentOf(owner);
    if (assignment?.type === 'AssignmentExpression' && assignment.left === owner)
      return { assignment, depth };
    current = owner;
  }
  return null;
}

function isObjectAssign(call: TSESTree.CallExpression): boolean {
  return dottedPath(call.callee)?.join('.') === 'Object.assign';
}

function traceDefinition(
  tracer: Tracer,
  variable: Variable,
  definition: Definition,
  members: readonly string[],
  use: Node,
  context: Context,
): void {
  const { node } = definition;
  switch (node.type) {
    case 'VariableDeclarator':
      if (node.init) pattern(tracer, node.id, variable.name, node.init, members, context);
      else if (variable.references.every((reference) => !reference.isWrite()))
        tracer.other('unknown', node, context);
      return;
    case 'ImportSpecifier':
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
    case 'TSImportEqualsDeclaration':
      return importedBinding(tracer, use, members, context);
    case 'TSEnumDeclaration':
      return enumMember(tracer, node, members, context);
    case 'ClassDeclaration':
    case 'ClassExpression':
      return classMember(tracer, node, members, context, true);
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      if (definition.type === 'Parameter')
        return parameter(tracer, node, definition, variable.name, members, context);
      return members.length > 0
        ? resultMember(tracer, node, members, context)
        : resolver(tracer, node, context);
    default:
      return tracer.other('unknown', node, context);
  }
}

/** A binding inside a destructuring pattern, with the defaults on the way. */
export function pattern(
  tracer: Tracer,
  pattern: Node,
  name: string,
  init: Node,
  members: readonly string[],
  context: Context,
): void {
  const way = bindingPath(pattern, name);
  if (way === null) return tracer.other('unknown', pattern, context);
  patternDefault(tracer, pattern, name, members, context);
  if (way.path.length === 1 && isEnvironmentObject(init)) {
    const { steps, encoding } = context;
    tracer.origins.push({ kind: 'environment', name: way.path[0]!, span: spanOf(pattern), steps, encoding });
    return;
  }
  tracer.property(init, [...way.path, ...members], context);
}

function parameter(
  tracer: Tracer,
  node: TSESTree.FunctionLike,
  definition: Definition,
  name: string,
  members: readonly string[],
  context: Context,
): void {
  const index = node.params.findIndex((parameter) => contains(parameter, definition.name));
  const parameter = node.params[index];
  if (!parameter) return tracer.other('unknown', definition.name, context);
  const target = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  const isPattern = target.type === 'ObjectPattern' || target.type === 'ArrayPattern';
  if (target.type === 'AssignmentPattern') defaultArgument(tracer, target, name, members, context);
  const calls = callsOf(tracer.module, node);
  for (const call of calls) {
    const argument = call.arguments[index];
    if (!argument || argument.type === 'SpreadElement') continue;
    const step = tracer.step(context, argument, `passed as \`${name}\` here`, name);
    pattern(
      tracer,
      target.type === 'AssignmentPattern' ? target.left : target,
      name,
      argument,
      members,
      step,
    );
  }
  passed(tracer, node, index, bindingPath(target, name)?.path ?? null, members, definition.name, context);
  typedMember(tracer, definition.name, members, context);
  if (calls.length > 0) return;
  if (isPattern) patternDefault(tracer, target, name, members, context);
  tracer.other('unknown', definition.name, context);
}

/** `(key = 'x')`, `({ key } = { key: 'x' })`, `({ key = 'x' } = {})`. */
function defaultArgument(
  tracer: Tracer,
  { left, right }: TSESTree.AssignmentPattern,
  name: string,
  members: readonly string[],
  context: Context,
): void {
  const fallback: Fallback = { operator: 'parameter', of: name };
  if (left.type === 'Identifier') return tracer.property(right, members, { ...context, fallback, name });
  pattern(tracer, left, name, right, members, { ...context, fallback, name });
}

function patternDefault(
  tracer: Tracer,
  target: Node,
  name: string,
  members: readonly string[],
  context: Context,
): void {
  const way = bindingPath(target, name);
  if (!way?.defaultValue) return;
  const of = way.path.at(-1) ?? name;
  const fallback: Fallback = { operator: 'default', of };
  tracer.property(way.defaultValue, members, { ...context, fallback, name: of });
}

/** An exported function gets what callers in other modules pass. */
function passed(
  tracer: Tracer,
  node: TSESTree.FunctionLike,
  index: number,
  way: readonly string[] | null,
  members: readonly string[],
  use: Node,
  context: Context,
): void {
  const name = way && !context.isReturned ? exportedName(tracer.module, node) : null;
  if (!way || name === null) return;
  const { steps, encoding } = context;
  tracer.origins.push({
    kind: 'passed',
    as: { name, index, path: [...way, ...members] },
    span: spanOf(use),
    steps,
    encoding,
  });
}

function importedBinding(tracer: Tracer, use: Node, members: readonly string[], context: Context): void {
  const found = provenance(tracer.module, use);
  if (!found) return tracer.other('unknown', use, context);
  tracer.imported(found.module, [...found.members, ...members], use, context);
}
