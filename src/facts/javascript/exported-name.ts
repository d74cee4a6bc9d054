import type { TSESTree } from '@typescript-eslint/types';
import type { JavaScriptModule } from './module.ts';
import { dottedPath, keyName, type Node } from './syntax.ts';

/** The name under which a module exports a function; null where it keeps it to itself. */
export function exportedName(module: JavaScriptModule, owner: TSESTree.FunctionLike): string | null {
  const parent = module.parentOf(owner);
  if (parent?.type === 'ExportDefaultDeclaration') return 'default';
  if (parent?.type === 'AssignmentExpression') return exportsMember(parent.left);
  if (parent?.type === 'Property') return commonJsMember(module, parent);
  const name = bindingName(owner, parent);
  if (name === null) return null;
  const statement = parent?.type === 'VariableDeclarator' ? module.parentOf(parent) : owner;
  if (statement && module.parentOf(statement)?.type === 'ExportNamedDeclaration') return name;
  return exportedLater(module, name);
}

function bindingName(owner: TSESTree.FunctionLike, parent: Node | null): string | null {
  if (owner.type === 'FunctionDeclaration') return owner.id?.name ?? null;
  return parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id.name : null;
}

/** `exports.name = …` and `module.exports.name = …`; the module itself is its default. */
function exportsMember(left: Node): string | null {
  const path = dottedPath(left)?.join('.') ?? '';
  if (path === 'module.exports') return 'default';
  return /^(?:module\.)?exports\.([\w$]{1,100})$/.exec(path)?.[1] ?? null;
}

/** A method of the object in `module.exports = { … }`. */
function commonJsMember(module: JavaScriptModule, property: TSESTree.Property): string | null {
  const object = module.parentOf(property);
  const assignment = object && module.parentOf(object);
  const isExports =
    assignment?.type === 'AssignmentExpression' && exportsMember(assignment.left) === 'default';
  return isExports ? keyName(property, property.key) : null;
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
