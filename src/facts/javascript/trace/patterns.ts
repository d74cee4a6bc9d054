import type { TSESTree } from '@typescript-eslint/types';
import { keyName, type Node } from '../syntax.ts';

/** Where a name is bound inside a destructuring pattern. */
export interface BindingPath {
  readonly path: readonly string[];
  readonly defaultValue: Node | null;
}

/** The property names from a pattern's root to the binding of `name`, and the default nearest to it. */
export function bindingPath(pattern: Node, name: string): BindingPath | null {
  if (pattern.type === 'Identifier') return pattern.name === name ? { path: [], defaultValue: null } : null;
  if (pattern.type === 'AssignmentPattern') {
    const inner = bindingPath(pattern.left, name);
    return (
      inner && {
        path: inner.path,
        defaultValue: inner.path.length === 0 ? pattern.right : inner.defaultValue,
      }
    );
  }
  if (pattern.type === 'ArrayPattern') return elementPath(pattern, name);
  if (pattern.type !== 'ObjectPattern') return null;
  for (const property of pattern.properties) {
    if (property.type !== 'Property') {
      const rest = bindingPath(property.argument, name);
      if (rest) return rest;
      continue;
    }
    const key = keyName(property, property.key);
    const inner = bindingPath(property.value, name);
    if (inner && key !== null) return { path: [key, ...inner.path], defaultValue: inner.defaultValue };
  }
  return null;
}

/** Elements go by their number; what a rest element gathers has other numbers. */
function elementPath(pattern: TSESTree.ArrayPattern, name: string): BindingPath | null {
  for (const [i, element] of pattern.elements.entries()) {
    const inner = element && element.type !== 'RestElement' ? bindingPath(element, name) : null;
    if (inner) return { path: [String(i), ...inner.path], defaultValue: inner.defaultValue };
  }
  return null;
}

export function contains(outer: Node, inner: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}
