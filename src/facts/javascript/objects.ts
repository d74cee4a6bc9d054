import type { TSESTree } from '@typescript-eslint/types';
import type { KnownEntry } from './libraries/registry.ts';
import type { JavaScriptModule } from './module.ts';
import { isClass, typeProvenance } from './provenance.ts';
import type { Site } from './site.ts';
import { isFunction, keyName, memberName, unwrap, type Node } from './syntax.ts';
import { returnedBy } from './trace/functions.ts';

/** Objects that configure a library without being an argument of its calls. */
export function* configurationObjects(module: JavaScriptModule): Iterable<Site> {
  yield* typedObjects(module);
  yield* exportedObjects(module);
}

function* siteOf(node: Node | null | undefined, known: KnownEntry | null): Iterable<Site> {
  const object = node ? unwrap(node) : null;
  if (object?.type === 'ObjectExpression' && known)
    yield { node: object, callee: object, call: null, ...known };
}

/* ------------------------------------------------------------------ by their type */

/** `const options: StrategyOptions = {…}`, `{…} satisfies NextAuthConfig`, `(): JwtModuleOptions => ({…})`. */
function* typedObjects(module: JavaScriptModule): Iterable<Site> {
  for (const node of module.nodes('VariableDeclarator')) {
    const annotation = node.id.type === 'Identifier' ? node.id.typeAnnotation?.typeAnnotation : null;
    if (annotation) yield* siteOf(node.init, entryOfType(module, annotation));
  }
  for (const node of [...module.nodes('TSSatisfiesExpression'), ...module.nodes('TSAsExpression')])
    yield* siteOf(node.expression, entryOfType(module, node.typeAnnotation));
  for (const node of functionsOf(module)) {
    const annotation = returnType(node);
    const known = annotation && entryOfType(module, annotation);
    if (known) for (const value of returnedBy(node)) yield* siteOf(value, known);
  }
  yield* factoryClasses(module);
}

/** `class JwtConfig implements JwtOptionsFactory { createJwtOptions() { return {…}; } }`. */
function* factoryClasses(module: JavaScriptModule): Iterable<Site> {
  for (const owner of module.nodes('ClassDeclaration')) {
    for (const { expression } of owner.implements) {
      const found = typeProvenance(module, expression);
      const known = found && module.context.libraries.byType(found.module, found.members.join('.'));
      if (!known) continue;
      for (const member of owner.body.body)
        if (member.type === 'MethodDefinition' && isFunction(member.value))
          for (const value of returnedBy(member.value)) yield* siteOf(value, known);
    }
  }
}

function functionsOf(module: JavaScriptModule): TSESTree.FunctionLike[] {
  return [
    ...module.nodes('FunctionDeclaration'),
    ...module.nodes('FunctionExpression'),
    ...module.nodes('ArrowFunctionExpression'),
  ];
}

/** The type a function returns, without the promise around it. */
function returnType(node: TSESTree.FunctionLike): TSESTree.TypeNode | null {
  const annotation = node.returnType?.typeAnnotation;
  if (annotation?.type !== 'TSTypeReference') return null;
  const isPromise = annotation.typeName.type === 'Identifier' && annotation.typeName.name === 'Promise';
  return isPromise ? (annotation.typeArguments?.params[0] ?? null) : annotation;
}

function entryOfType(module: JavaScriptModule, annotation: TSESTree.TypeNode): KnownEntry | null {
  if (annotation.type !== 'TSTypeReference') return null;
  const found = typeProvenance(module, annotation.typeName);
  return found && module.context.libraries.byType(found.module, found.members.join('.'));
}

/* ------------------------------------------------------------------ by the file they stand in */

/** `exports.jwt = {…}` in a configuration file of a framework that the package depends on. */
function* exportedObjects(module: JavaScriptModule): Iterable<Site> {
  const { libraries, path } = module.context;
  const known = libraries.byFile(path).filter(({ library }) => module.context.declares(library.name));
  for (const one of known) {
    const under = one.entry.object?.under;
    for (const node of valuesNamed(module, under)) yield* siteOf(node, one);
  }
}

function valuesNamed(module: JavaScriptModule, name: string | undefined): Node[] {
  if (name === undefined) return [];
  const assigned = module
    .nodes('AssignmentExpression')
    .filter(({ left }) => left.type === 'MemberExpression' && memberName(left) === name)
    .map(({ right }) => right);
  const properties = module
    .nodes('Property')
    .filter((property) => keyName(property, property.key) === name && isOutermost(module, property))
    .map(({ value }) => value);
  const declared = module
    .nodes('VariableDeclarator')
    .filter(({ id }) => id.type === 'Identifier' && id.name === name)
    .flatMap(({ init }) => (init ? [init] : []));
  return [...assigned, ...properties, ...declared];
}

/** A property of the exported object itself, not of something inside it. */
function isOutermost(module: JavaScriptModule, property: Node): boolean {
  const object = module.parentOf(property);
  const around = object && module.parentOf(object);
  return around?.type !== 'Property' && !(around && isClass(around));
}
