import type { TSESTree } from '@typescript-eslint/types';
import type { Definition, JavaScriptModule, Variable } from './module.ts';
import { dottedPath, isFunction, keyName, memberName, staticString, unwrap, type Node } from './syntax.ts';
import { bindingPath } from './trace/patterns.ts';

/**
 * Where a value comes from: a module and the way into it. `#` marks an instance of the class before it,
 * `()` the result of a call. `default` never appears: bundlers, transpilers and Node disagree on it.
 */
export interface Provenance {
  readonly module: string;
  readonly members: readonly string[];
}

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** Chains longer than this are not followed; it also ends cycles. */
const MAX_STEPS = 40;

/** Helpers that hand back the function or module they are given. */
const TRANSPARENT_CALLS: ReadonlySet<string> = new Set([
  'promisify', 'util.promisify', 'callbackify', 'Promise.promisify', 'pify',
  '__importStar', '__importDefault', '_interopRequireDefault', '_interopRequireWildcard', '__toESM',
  'tslib.__importStar', 'tslib.__importDefault', 'tslib_1.__importStar', 'tslib_1.__importDefault',
  'Object.freeze', 'fp', 'promisifyAll', 'Promise.promisifyAll', 'Bluebird.promisifyAll',
]); // prettier-ignore

/** Class factories that give back the class they are given, to be extended: Nest's passport mixin. */
const CLASS_MIXINS: ReadonlySet<string> = new Set(['PassportStrategy', 'AuthGuard']);

/** Calls of dependency injection that give an instance of the class they are given: `app.get(JwtService)`. */
const CONTAINER_LOOKUPS: ReadonlySet<string> = new Set(['get', 'resolve', 'inject', 'create', 'getInstance']);

/** The module that a value comes from, followed through bindings, members, instances and class fields. */
export function provenance(
  module: JavaScriptModule,
  node: Node,
  steps: number = MAX_STEPS,
): Provenance | null {
  if (steps <= 0) return null;
  const inner = unwrap(node);
  const known = module.provenances.get(inner);
  if (known !== undefined) return known;
  // What is asked again while it is being looked for is a cycle.
  module.provenances.set(inner, null);
  const found = ofNode(module, inner, steps);
  module.provenances.set(inner, found);
  return found;
}

function ofNode(module: JavaScriptModule, inner: Node, steps: number): Provenance | null {
  switch (inner.type) {
    case 'Identifier':
      return ofIdentifier(module, inner, steps - 1);
    case 'MemberExpression':
      return ofMember(module, inner, steps - 1);
    case 'CallExpression':
      return ofCall(module, inner, steps - 1);
    case 'NewExpression':
      return into(provenance(module, inner.callee, steps - 1), '#');
    case 'ImportExpression': {
      const specifier = staticString(inner.source);
      return specifier === null ? null : { module: specifier, members: [] };
    }
    case 'LogicalExpression':
      return provenance(module, inner.left, steps - 1) ?? provenance(module, inner.right, steps - 1);
    default:
      return null;
  }
}

/** The class that `super(…)` constructs, as if it were called with `new`. */
export function superProvenance(module: JavaScriptModule, node: Node): Provenance | null {
  const owner = module.ancestor(node, isClass);
  return owner?.superClass ? provenance(module, owner.superClass) : null;
}

function into(base: Provenance | null, member: string): Provenance | null {
  if (base === null || member === 'default') return base;
  return { module: base.module, members: [...base.members, member] };
}

function ofIdentifier(module: JavaScriptModule, node: TSESTree.Identifier, steps: number): Provenance | null {
  const variable = module.variableOf(node);
  return variable ? ofVariable(module, variable, steps) : null;
}

function ofVariable(module: JavaScriptModule, variable: Variable, steps: number): Provenance | null {
  for (const definition of variable.defs) {
    const found = ofDefinition(module, variable, definition, steps);
    if (found) return found;
  }
  return ofAssignments(module, variable, steps);
}

function ofDefinition(
  module: JavaScriptModule,
  variable: Variable,
  definition: Definition,
  steps: number,
): Provenance | null {
  const { node } = definition;
  switch (node.type) {
    case 'ImportDefaultSpecifier':
    case 'ImportNamespaceSpecifier':
      return ofImport(definition, null);
    case 'ImportSpecifier':
      return ofImport(
        definition,
        node.imported.type === 'Identifier' ? node.imported.name : node.imported.value,
      );
    case 'TSImportEqualsDeclaration':
      return ofImportEquals(module, node, steps);
    case 'VariableDeclarator':
      return ofDeclarator(module, variable, node, steps);
    case 'ClassDeclaration':
    case 'ClassExpression':
      return node.superClass ? provenance(module, node.superClass, steps) : null;
    default:
      return definition.type === 'Parameter' ? ofParameter(module, definition, steps) : null;
  }
}

/** By the annotation of the parameter or, in JavaScript, by the decorator that says what is injected. */
function ofParameter(module: JavaScriptModule, definition: Definition, steps: number): Provenance | null {
  const found = ofAnnotation(module, definition.name, steps);
  if (found) return found;
  const owner = module.ancestor(definition.name, isClass);
  const index = isFunction(definition.node) ? definition.node.params.indexOf(definition.name as never) : -1;
  for (const { expression } of owner?.decorators ?? []) {
    const isInjection =
      expression.type === 'CallExpression' && dottedPath(expression.callee)?.at(-1) === 'Dependencies';
    const injected = isInjection ? expression.arguments[index] : undefined;
    if (injected) return into(provenance(module, injected, steps), '#');
  }
  return null;
}

function ofImport(definition: Definition, imported: string | null): Provenance | null {
  const declaration = definition.parent;
  if (declaration?.type !== 'ImportDeclaration') return null;
  const base: Provenance = { module: declaration.source.value, members: [] };
  return imported === null ? base : into(base, imported);
}

function ofImportEquals(
  module: JavaScriptModule,
  node: TSESTree.TSImportEqualsDeclaration,
  steps: number,
): Provenance | null {
  const reference = node.moduleReference;
  if (reference.type === 'TSExternalModuleReference') {
    const specifier = staticString(reference.expression);
    return specifier === null ? null : { module: specifier, members: [] };
  }
  return ofEntityName(module, reference, steps);
}

/** The module and the way into it that a type's name comes from. */
export function typeProvenance(module: JavaScriptModule, name: Node): Provenance | null {
  if (name.type === 'MemberExpression') return provenance(module, name);
  return name.type === 'Identifier' || name.type === 'TSQualifiedName'
    ? ofEntityName(module, name, MAX_STEPS)
    : null;
}

function ofEntityName(module: JavaScriptModule, name: TSESTree.EntityName, steps: number): Provenance | null {
  if (name.type === 'Identifier') return ofIdentifier(module, name, steps);
  if (name.type === 'TSQualifiedName') return into(ofEntityName(module, name.left, steps), name.right.name);
  return null;
}

function ofDeclarator(
  module: JavaScriptModule,
  variable: Variable,
  node: TSESTree.VariableDeclarator,
  steps: number,
): Provenance | null {
  if (!node.init) return ofAnnotation(module, node.id, steps);
  const way = bindingPath(node.id, variable.name);
  if (way === null) return null;
  let found = provenance(module, node.init, steps);
  for (const member of way.path) found = into(found, member);
  return found ?? ofAnnotation(module, node.id, steps);
}

/** `let verify; verify = promisify(jwt.verify)` and `({ verify } = require(…))`. */
function ofAssignments(module: JavaScriptModule, variable: Variable, steps: number): Provenance | null {
  for (const reference of variable.references) {
    if (!reference.isWrite() || !reference.writeExpr) continue;
    const parent = module.parentOf(reference.identifier);
    if (parent?.type !== 'AssignmentExpression') continue;
    const found = provenance(module, reference.writeExpr, steps);
    if (found) return found;
  }
  return null;
}

function ofMember(
  module: JavaScriptModule,
  node: TSESTree.MemberExpression,
  steps: number,
): Provenance | null {
  const name = memberName(node);
  if (name === null) return null;
  if (unwrap(node.object).type === 'ThisExpression') return ofField(module, node, name, steps);
  return into(provenance(module, node.object, steps), name);
}

function ofCall(module: JavaScriptModule, node: TSESTree.CallExpression, steps: number): Provenance | null {
  const [first] = node.arguments;
  const callee = dottedPath(node.callee)?.join('.') ?? '';
  if (callee === 'require' && first) {
    const specifier = staticString(first);
    return specifier === null ? null : { module: specifier, members: [] };
  }
  if (first && (TRANSPARENT_CALLS.has(callee) || CLASS_MIXINS.has(callee)))
    return provenance(module, first, steps);
  const target = unwrap(node.callee);
  const method = target.type === 'MemberExpression' ? memberName(target) : null;
  if (target.type === 'MemberExpression' && method === 'bind')
    return provenance(module, target.object, steps);
  if (first && CONTAINER_LOOKUPS.has(method ?? callee)) {
    const injected = into(provenance(module, first, steps), '#');
    if (injected && module.context.libraries.libraryOf(injected.module)) return injected;
  }
  const found = provenance(module, target, steps);
  return found && (withoutFluentMethod(module, found) ?? into(found, '()'));
}

/** `new SignJWT(…).setIssuer(…)` is still the same `SignJWT`, `createVerifier().setSigningKey(…)` the same verifier. */
function withoutFluentMethod(module: JavaScriptModule, found: Provenance): Provenance | null {
  const [maker, made, method, ...rest] = found.members;
  if (maker === undefined || method === undefined || rest.length > 0) return null;
  const fluent = module.context.libraries.libraryOf(found.module)?.fluent ?? [];
  const isFluent =
    (made === '#' && fluent.includes(maker)) || (made === '()' && fluent.includes(`${maker}()`));
  return isFluent ? { module: found.module, members: found.members.slice(0, 2) } : null;
}

/* ------------------------------------------------------------------ classes and types */

export function isClass(node: Node): node is ClassNode {
  return node.type === 'ClassDeclaration' || node.type === 'ClassExpression';
}

/** `this.name`: the field's initialiser or type, the constructor's parameter property or assignment. */
function ofField(module: JavaScriptModule, node: Node, name: string, steps: number): Provenance | null {
  const owner = module.ancestor(node, isClass);
  if (!owner) return null;
  for (const member of owner.body.body) {
    if (member.type === 'PropertyDefinition' && keyName(member, member.key) === name) {
      const found = member.value ? provenance(module, member.value, steps) : null;
      if (found) return found;
      if (member.typeAnnotation) return ofType(module, member.typeAnnotation.typeAnnotation, steps);
    }
    if (member.type === 'MethodDefinition' && member.kind === 'constructor') {
      const found = ofConstructor(module, member.value, name, steps);
      if (found) return found;
    }
  }
  return null;
}

function ofConstructor(
  module: JavaScriptModule,
  constructor: Node,
  name: string,
  steps: number,
): Provenance | null {
  if (!isFunction(constructor)) return null;
  for (const parameter of constructor.params) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const target = parameter.parameter;
    const binding = target.type === 'AssignmentPattern' ? target.left : target;
    if (binding.type === 'Identifier' && binding.name === name) return ofAnnotation(module, binding, steps);
  }
  for (const value of constructorAssignments(constructor, name)) {
    const found = provenance(module, value, steps);
    if (found) return found;
  }
  return null;
}

/** Values of `this.name = value` at the top level of a constructor's body. */
export function constructorAssignments(constructor: TSESTree.FunctionLike, name: string): Node[] {
  const values: Node[] = [];
  if (constructor.body?.type !== 'BlockStatement') return values;
  for (const statement of constructor.body.body) {
    if (statement.type !== 'ExpressionStatement' || statement.expression.type !== 'AssignmentExpression')
      continue;
    const { left, right } = statement.expression;
    if (
      left.type === 'MemberExpression' &&
      left.object.type === 'ThisExpression' &&
      memberName(left) === name
    ) {
      values.push(right);
    }
  }
  return values;
}

function ofAnnotation(module: JavaScriptModule, binding: Node, steps: number): Provenance | null {
  if (!('typeAnnotation' in binding) || !binding.typeAnnotation) return null;
  const annotation = binding.typeAnnotation as TSESTree.TSTypeAnnotation;
  return annotation.type === 'TSTypeAnnotation' ? ofType(module, annotation.typeAnnotation, steps) : null;
}

function ofType(module: JavaScriptModule, type: TSESTree.TypeNode, steps: number): Provenance | null {
  // A parameter can have the name of its own type.
  if (type.type !== 'TSTypeReference' || steps <= 0) return null;
  return into(ofEntityName(module, type.typeName, steps - 1), '#');
}
