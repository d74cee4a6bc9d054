import type { TSESTree } from '@typescript-eslint/types';
import { settingRead } from '../environment.ts';
import type { Definition, JavaScriptModule, Variable } from '../module.ts';
import { provenance } from '../provenance.ts';
import { dottedPath, isUndefined, memberName, spanOf, type Node } from '../syntax.ts';
import { resolver } from './calls.ts';
import { classMember } from './classes.ts';
import { pattern } from './destructuring.ts';
import { enumMember, resultMember } from './objects.ts';
import { parameter } from './parameters.ts';
import type { Context, Tracer } from './tracer.ts';
import { isAssigning, standIn } from './values.ts';

/** A name that nothing declares, as bundlers define them: `__JWT_SECRET__`. */
const DEFINED_CONSTANT = /^_{0,2}[A-Z][A-Z\d]*_[A-Z\d_]{1,100}$/;

export function identifier(tracer: Tracer, node: TSESTree.Identifier, context: Context): void {
  if (isUndefined(node)) return tracer.other('falsy', node, context);
  const variable = tracer.module.variableOf(node);
  if (variable && variable.defs.length > 0) return tracer.variable(variable, [], node, context);
  if (!DEFINED_CONSTANT.test(node.name)) return tracer.other('unknown', node, context);
  const { steps, encoding } = context;
  tracer.origins.push({ kind: 'environment', name: node.name, span: spanOf(node), steps, encoding });
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
  if (!isAssigning(node)) return;
  const of = firstSetting(variable) ?? variable.name;
  const isGuarded = members.length === 0 && isGuard(tracer.module, variable, node);
  const fallback =
    standIn(node, of, members) ?? (isGuarded ? { operator: 'if' as const, of } : context.fallback);
  tracer.property(node.right, members, { ...context, fallback });
}

/** `if (!s) s = 'x'`: the assignment only happens when the variable is unset. */
function isGuard(module: JavaScriptModule, variable: Variable, node: Node): boolean {
  const guard = module.ancestor(node, (candidate) => candidate.type === 'IfStatement');
  if (!guard) return false;
  return variable.references.some(
    ({ identifier }) =>
      identifier.range[0] >= guard.test.range[0] && identifier.range[1] <= guard.test.range[1],
  );
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
    const rest = members.slice(written.depth);
    const fallback =
      standIn(written.assignment, members[written.depth - 1] ?? null, rest) ?? context.fallback;
    tracer.property(written.assignment.right, rest, { ...context, fallback });
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
      return isAssigning(assignment) ? { assignment, depth } : null;
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

function importedBinding(tracer: Tracer, use: Node, members: readonly string[], context: Context): void {
  const found = provenance(tracer.module, use);
  if (!found) return tracer.other('unknown', use, context);
  tracer.imported(found.module, [...found.members, ...members], use, context);
}
