import type { TSESTree } from '@typescript-eslint/types';
import type { JavaScriptModule } from './module.ts';
import { isClass } from './provenance.ts';
import { dottedPath, keyName, type Node } from './syntax.ts';
import { holderOf } from './trace/holders.ts';

/** Objects and instances that may stand around a function before its module exports them. */
const MAX_HOPS = 4;

/**
 * The ways under which a module exports a function, as provenance sees them from elsewhere: `issue`, `tokens.issue`, `Issuer` for
 * its constructor, `Issuer.#.issue`. `default` is the module itself.
 */
export function exportedNames(module: JavaScriptModule, node: Node, hops: number = MAX_HOPS): string[] {
  const parent = module.parentOf(node);
  if (!parent || hops <= 0) return [];
  if (isTypeWrapper(parent)) return exportedNames(module, parent, hops);
  switch (parent.type) {
    case 'ExportDefaultDeclaration':
      return ['default'];
    case 'AssignmentExpression': {
      const member = parent.right === node ? exportsMember(parent.left) : null;
      return member === null ? [] : [member];
    }
    case 'Property':
      return propertyNames(module, parent, hops - 1);
    case 'MethodDefinition':
    case 'PropertyDefinition':
      return memberNames(module, parent, hops - 1);
    case 'VariableDeclarator':
      return parent.id.type === 'Identifier' && parent.init === node
        ? bindingNames(module, parent.id.name, module.parentOf(parent))
        : [];
    default:
      return isDeclaration(node) && node.id ? bindingNames(module, node.id.name, node) : [];
  }
}

function isDeclaration(node: Node): node is TSESTree.FunctionDeclaration | TSESTree.ClassDeclaration {
  return node.type === 'FunctionDeclaration' || node.type === 'ClassDeclaration';
}

function isTypeWrapper({ type }: Node): boolean {
  return type === 'TSAsExpression' || type === 'TSSatisfiesExpression' || type === 'TSNonNullExpression';
}

/** `exports.name = …` and `module.exports.name = …`; the module itself is its default. */
function exportsMember(left: Node): string | null {
  const path = dottedPath(left)?.join('.') ?? '';
  if (path === 'module.exports') return 'default';
  return /^(?:module\.)?exports\.([\w$]{1,100})$/.exec(path)?.[1] ?? null;
}

function propertyNames(module: JavaScriptModule, property: TSESTree.Property, hops: number): string[] {
  const key = keyName(property, property.key);
  const object = module.parentOf(property);
  return key === null || object?.type !== 'ObjectExpression' ? [] : within(module, object, [key], hops);
}

/** A constructor goes by its class; a method by its class and by the instances that the module exports. */
function memberNames(
  module: JavaScriptModule,
  member: TSESTree.MethodDefinition | TSESTree.PropertyDefinition,
  hops: number,
): string[] {
  const owner = module.ancestor(member, isClass);
  const key = keyName(member, member.key);
  if (!owner || key === null) return [];
  if (member.type === 'MethodDefinition' && member.kind === 'constructor')
    return exportedNames(module, owner, hops);
  if (member.static) return within(module, owner, [key], hops);
  const instances = module
    .nodes('NewExpression')
    .filter(({ callee }) => holderOf(module, callee)?.node === owner);
  return [
    ...within(module, owner, ['#', key], hops),
    ...instances.flatMap((instance) => within(module, instance, [key], hops)),
  ];
}

function within(module: JavaScriptModule, node: Node, keys: readonly string[], hops: number): string[] {
  return exportedNames(module, node, hops).map((name) =>
    (name === 'default' ? keys : [name, ...keys]).join('.'),
  );
}

/** By the statement that declares the name, or by one that exports it later. */
function bindingNames(module: JavaScriptModule, name: string, statement: Node | null): string[] {
  const isExported = statement !== null && module.parentOf(statement)?.type === 'ExportNamedDeclaration';
  const later = isExported ? name : exportedLater(module, name);
  return later === null ? [] : [later];
}

/** `export { name as other }`, `export default name`, `module.exports = { name }`, `exports.other = name`. */
function exportedLater(module: JavaScriptModule, name: string): string | null {
  const isName = (node: Node | null | undefined): boolean =>
    node?.type === 'Identifier' && node.name === name;
  for (const { source, specifiers } of module.nodes('ExportNamedDeclaration')) {
    const found = source ? undefined : specifiers.find(({ local }) => isName(local));
    if (found) return found.exported.type === 'Identifier' ? found.exported.name : found.exported.value;
  }
  if (module.nodes('ExportDefaultDeclaration').some(({ declaration }) => isName(declaration)))
    return 'default';
  for (const { left, right } of module.nodes('AssignmentExpression')) {
    const member = left.type === 'MemberExpression' ? exportsMember(left) : null;
    if (member !== null && isName(right)) return member;
    const found =
      member === 'default' && right.type === 'ObjectExpression'
        ? right.properties.find((one) => one.type === 'Property' && isName(one.value))
        : undefined;
    if (found?.type === 'Property') return keyName(found, found.key);
  }
  return null;
}
