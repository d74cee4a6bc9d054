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
  if (pattern.type !== 'ObjectPattern') return null;
  for (const property of pattern.properties) {
    if (property.type !== 'Property') continue;
    const key = keyName(property, property.key);
    const inner = bindingPath(property.value, name);
    if (inner && key !== null) return { path: [key, ...inner.path], defaultValue: inner.defaultValue };
  }
  return null;
}

export function contains(outer: Node, inner: Node): boolean {
  return outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}
