import type { JavaScriptModule } from '../module.ts';
import { staticString, unwrap, type Node } from '../syntax.ts';

/** The text of a part that is constant by itself or through one `const`. */
export function constant(module: JavaScriptModule, part: Node): string | null {
  if (part.type === 'TemplateElement') return part.value.cooked;
  const text = staticString(part);
  if (text !== null) return text;
  const inner = unwrap(part);
  if (inner.type === 'Literal' && typeof inner.value === 'number') return String(inner.value);
  if (inner.type !== 'Identifier') return null;
  const definition = module.variableOf(inner)?.defs[0]?.node;
  if (definition?.type !== 'VariableDeclarator' || definition.id.type !== 'Identifier' || !definition.init)
    return null;
  const declaration = module.parentOf(definition);
  const isConstant = declaration?.type === 'VariableDeclaration' && declaration.kind === 'const';
  return isConstant ? staticString(definition.init) : null;
}

/** The operands of a chain of `+`, in order. */
export function flattenSum(node: Node): Node[] {
  const parts: Node[] = [];
  let current = unwrap(node);
  while (current.type === 'BinaryExpression' && current.operator === '+') {
    parts.unshift(current.right);
    current = unwrap(current.left);
  }
  return [current, ...parts];
}
