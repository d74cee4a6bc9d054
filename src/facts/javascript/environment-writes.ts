import type { TSESTree } from '@typescript-eslint/types';
import type { ConfigEntry, Fallback } from '../model.ts';
import { isEnvironmentObject } from './environment.ts';
import type { JavaScriptModule } from './module.ts';
import { dottedPath, keyName, memberName, staticString, unwrap, type Node } from './syntax.ts';
import { trace } from './trace/index.ts';

/** Environment variables that code sets, with every literal that they can be: one, all at once, or for the time of a test. */
export function environmentWrites(module: JavaScriptModule): ConfigEntry[] {
  return [
    ...module.nodes('AssignmentExpression').flatMap((node) => entriesOfAssignment(module, node)),
    ...module.nodes('CallExpression').flatMap((node) => entriesOfCall(module, node)),
  ];
}

/** `process.env.X = 'x'`, `process.env = { ...before, X: 'x' }` */
function entriesOfAssignment(
  module: JavaScriptModule,
  { left, right, operator }: TSESTree.AssignmentExpression,
): ConfigEntry[] {
  if (left.type !== 'MemberExpression') return [];
  if (isEnvironmentObject(left)) return entriesOfObject(module, right);
  const name = isEnvironmentObject(left.object) ? memberName(left) : null;
  if (name === null) return [];
  return entriesOf(module, name, right, operator === '=' ? null : { operator: '??', of: name });
}

/** `Object.assign(process.env, { X: 'x' })`, `vi.stubEnv('X', 'x')` */
function entriesOfCall(
  module: JavaScriptModule,
  { callee, arguments: [first, second] }: TSESTree.CallExpression,
): ConfigEntry[] {
  const method = unwrap(callee);
  if (!first || !second || method.type !== 'MemberExpression') return [];
  const called = memberName(method);
  const isAssign = called === 'assign' && dottedPath(method)?.join('.') === 'Object.assign';
  if (isAssign && isEnvironmentObject(first)) return entriesOfObject(module, second);
  const name = called === 'stubEnv' ? staticString(first) : null;
  return name === null ? [] : entriesOf(module, name, second);
}

function entriesOfObject(module: JavaScriptModule, node: Node): ConfigEntry[] {
  const object = unwrap(node);
  if (object.type !== 'ObjectExpression') return [];
  return object.properties.flatMap((property) => {
    const name = property.type === 'Property' ? keyName(property, property.key) : null;
    return name === null || property.type !== 'Property' ? [] : entriesOf(module, name, property.value);
  });
}

function entriesOf(
  module: JavaScriptModule,
  name: string,
  node: Node,
  written: Fallback | null = null,
): ConfigEntry[] {
  return trace(module, node).flatMap((origin): ConfigEntry[] => {
    if (origin.kind !== 'literal' || origin.partial) return [];
    const { value, span, fallback } = origin;
    return [
      {
        keyPath: [name],
        value,
        span,
        writtenAs: 'plain',
        format: 'code',
        environment: null,
        fallback: fallback ?? written,
      },
    ];
  });
}
