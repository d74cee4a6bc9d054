import type { TSESTree } from '@typescript-eslint/types';
import type { Span } from '../model.ts';

export type Node = TSESTree.Node;
export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression;

/** The `[start, end)` offsets of a node, whatever the parser. */
export function spanOf(node: Node): Span {
  return [node.range[0], node.range[1]];
}

/** Objects in a node that are not part of the syntax below it. */
export const NOT_CHILDREN: ReadonlySet<string> = new Set(['parent', 'range', 'loc', 'tokens', 'comments']);

export function isNode(value: unknown): value is Node {
  return (
    typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string'
  );
}

/** Strip what does not change the value: type assertions, parentheses, optional chains, `await`, `(0, x)`. */
export function unwrap(node: Node): Node {
  let current = node;
  for (;;) {
    switch (current.type) {
      case 'TSAsExpression':
      case 'TSSatisfiesExpression':
      case 'TSNonNullExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'ChainExpression':
        current = current.expression;
        break;
      case 'AwaitExpression':
        current = current.argument;
        break;
      case 'SequenceExpression':
        current = current.expressions.at(-1)!;
        break;
      default:
        if ((current.type as string) !== 'ParenthesizedExpression') return current;
        current = (current as unknown as { expression: Node }).expression;
    }
  }
}

/** The value of a string literal or of a template literal without expressions; null for all else. */
export function staticString(node: Node): string | null {
  const inner = unwrap(node);
  if (inner.type === 'Literal' && typeof inner.value === 'string') return inner.value;
  if (inner.type === 'TemplateLiteral' && inner.expressions.length === 0)
    return inner.quasis[0]?.value.cooked ?? null;
  return null;
}

/** The name of a property, key or member, where it stands in the source: `a.b`, `a['b']`, `{ b: 1 }`. */
export function keyName(node: { readonly computed: boolean }, key: Node): string | null {
  if (!node.computed && key.type === 'Identifier') return key.name;
  if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  if (key.type === 'Literal' && typeof key.value === 'number') return String(key.value);
  return node.computed || key.type === 'Literal' ? staticString(key) : null;
}

/** The member name of `a.b` and `a['b']`. */
export function memberName(node: TSESTree.MemberExpression): string | null {
  return keyName(node, node.property);
}

export function isFunction(node: Node): node is TSESTree.FunctionLike {
  return (
    node.type === 'FunctionExpression' ||
    node.type === 'ArrowFunctionExpression' ||
    node.type === 'FunctionDeclaration'
  );
}

export function isUndefined(node: Node): boolean {
  return (
    (node.type === 'Identifier' && node.name === 'undefined') ||
    (node.type === 'UnaryExpression' && node.operator === 'void')
  );
}

/** Whether the expression is a value that libraries treat as no key and no option at all. */
export function isNullish(node: Node): boolean {
  return isUndefined(node) || (node.type === 'Literal' && node.value === null && node.raw === 'null');
}

/** `a.b.c` as `['a', 'b', 'c']`; `this` and `import.meta` are heads too. Null where a part is computed. */
export function dottedPath(node: Node): string[] | null {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return [inner.name];
  if (inner.type === 'ThisExpression') return ['this'];
  if (inner.type === 'MetaProperty') return [inner.meta.name, inner.property.name];
  if (inner.type !== 'MemberExpression') return null;
  const name = memberName(inner);
  const head = name === null ? null : dottedPath(inner.object);
  return head === null || name === null ? null : [...head, name];
}
