import type { TSESTree } from '@typescript-eslint/types';
import type { JavaScriptModule } from '../module.ts';
import { isClass } from '../provenance.ts';
import { isFunction, keyName, memberName, unwrap, type Node } from '../syntax.ts';

/** Calls of a function within its file, by its name or as an IIFE. */
export function callsOf(module: JavaScriptModule, node: TSESTree.FunctionLike): TSESTree.CallExpression[] {
  const parent = module.parentOf(node);
  if (parent?.type === 'CallExpression' && parent.callee === node) return [parent];
  const binding =
    node.type === 'FunctionDeclaration' ? node.id : parent?.type === 'VariableDeclarator' ? parent.id : null;
  const variable = binding ? module.variableOf(binding) : null;
  const calls: TSESTree.CallExpression[] = [];
  for (const { identifier } of variable?.references ?? []) {
    const call = module.parentOf(identifier);
    if (call?.type === 'CallExpression' && call.callee === identifier) calls.push(call);
  }
  return calls;
}

export function localFunction(module: JavaScriptModule, callee: Node): TSESTree.FunctionLike | null {
  const inner = unwrap(callee);
  if (isFunction(inner)) return inner;
  if (inner.type === 'MemberExpression' && inner.object.type === 'ThisExpression') {
    const owner = module.ancestor(inner, isClass);
    const method = owner?.body.body.find(
      (member) => 'key' in member && 'value' in member && keyName(member, member.key) === memberName(inner),
    );
    const value = method && 'value' in method ? method.value : null;
    return value && isFunction(value) ? value : null;
  }
  if (inner.type !== 'Identifier') return null;
  const definition = module.variableOf(inner)?.defs[0]?.node;
  if (!definition) return null;
  if (definition.type === 'VariableDeclarator') {
    const init = definition.init && definition.id.type === 'Identifier' ? unwrap(definition.init) : null;
    return init && isFunction(init) ? init : null;
  }
  return isFunction(definition) && definition.type === 'FunctionDeclaration' ? definition : null;
}

/** Expressions that a function returns, itself only, not the functions inside it. */
export function returnedBy(node: Node): Node[] {
  if (!isFunction(node) || !node.body) return [];
  if (node.body.type !== 'BlockStatement') return [node.body];
  const values: Node[] = [];
  const pending: Node[] = [...node.body.body];
  for (let statement = pending.pop(); statement; statement = pending.pop()) {
    if (statement.type === 'ReturnStatement' && statement.argument) values.push(statement.argument);
    else pending.push(...statementsIn(statement));
  }
  return values;
}

/** `x` in `done(null, x)`, where `done` is the last parameter. */
export function handedToCallback(module: JavaScriptModule, node: TSESTree.FunctionLike): Node[] {
  const last = node.params.at(-1);
  const callback = last?.type === 'Identifier' ? module.variableOf(last) : null;
  return (callback?.references ?? []).flatMap(({ identifier }) => {
    const parent = module.parentOf(identifier);
    const value =
      parent?.type === 'CallExpression' && parent.callee === identifier ? parent.arguments[1] : null;
    return value ? [value] : [];
  });
}

function statementsIn(node: Node): Node[] {
  switch (node.type) {
    case 'BlockStatement':
      return node.body;
    case 'IfStatement':
      return node.alternate ? [node.consequent, node.alternate] : [node.consequent];
    case 'TryStatement':
      return [
        node.block,
        ...(node.handler ? [node.handler.body] : []),
        ...(node.finalizer ? [node.finalizer] : []),
      ];
    case 'SwitchStatement':
      return node.cases.flatMap((branch) => branch.consequent);
    case 'ForStatement':
    case 'ForInStatement':
    case 'ForOfStatement':
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'LabeledStatement':
      return [node.body];
    default:
      return [];
  }
}
