import type { JavaScriptModule } from './module.ts';
import { resolveConstant } from './options.ts';
import type { Node } from './syntax.ts';

/** Deeper sums are not written by people. */
const MAX_DEPTH = 20;

/** The value of an arithmetic expression of constants: `60 * 60 * 24`. Null for all else. */
export function staticNumber(module: JavaScriptModule, node: Node, depth = 0): number | null {
  const inner = resolveConstant(module, node);
  if (inner.type === 'Literal') return typeof inner.value === 'number' ? inner.value : null;
  if (inner.type === 'UnaryExpression' && inner.operator === '-') {
    const value = staticNumber(module, inner.argument, depth + 1);
    return value === null ? null : -value;
  }
  if (inner.type !== 'BinaryExpression' || depth > MAX_DEPTH) return null;
  const left = inner.left.type === 'PrivateIdentifier' ? null : staticNumber(module, inner.left, depth + 1);
  const right = staticNumber(module, inner.right, depth + 1);
  if (left === null || right === null) return null;
  switch (inner.operator) {
    case '*':
      return left * right;
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '/':
      return left / right;
    default:
      return null;
  }
}
