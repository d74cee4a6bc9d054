import type { TSESTree } from '@typescript-eslint/types';
import type { JavaScriptModule } from '../module.ts';
import { isClass } from '../provenance.ts';
import { isFunction, keyName, memberName, unwrap, type CallNode, type Node } from '../syntax.ts';
import { holderOf, memberValue } from './holders.ts';

/** Calls of a function within its file: by its name, as an IIFE, as a method, or as the constructor of its class. */
export function callsOf(module: JavaScriptModule, node: TSESTree.FunctionLike): CallNode[] {
  const parent = module.parentOf(node);
  if (parent?.type === 'CallExpression' && parent.callee === node) return [parent];
  if (parent?.type === 'MethodDefinition' && parent.kind === 'constructor')
    return constructionsOf(module, parent);
  if (
    parent?.type === 'MethodDefinition' ||
    parent?.type === 'PropertyDefinition' ||
    parent?.type === 'Property'
  )
    return methodCalls(module, parent);
  const binding =
    node.type === 'FunctionDeclaration' ? node.id : parent?.type === 'VariableDeclarator' ? parent.id : null;
  const references = binding ? module.variableOf(binding)?.references : null;
  return (references ?? []).flatMap(({ identifier }) => {
    const call = module.parentOf(identifier);
    return call?.type === 'CallExpression' && call.callee === identifier ? [call] : [];
  });
}

/** `new Issuer(…)`, and `super(…)` in the classes below it. */
function constructionsOf(module: JavaScriptModule, constructor: Node): CallNode[] {
  const owner = module.ancestor(constructor, isClass);
  const isOwner = (node: Node | null | undefined): boolean =>
    node !== null && node !== undefined && holderOf(module, node)?.node === owner;
  return [
    ...module.nodes('NewExpression').filter(({ callee }) => isOwner(callee)),
    ...module
      .nodes('CallExpression')
      .filter((call) => call.callee.type === 'Super' && isOwner(module.ancestor(call, isClass)?.superClass)),
  ];
}

/** `this.issue(…)`, `issuer.issue(…)`, `Issuer.issue(…)`, where the object is written in this file. */
function methodCalls(
  module: JavaScriptModule,
  member: TSESTree.MethodDefinition | TSESTree.PropertyDefinition | TSESTree.Property,
): CallNode[] {
  const name = keyName(member, member.key);
  const body = module.parentOf(member);
  const owner = body?.type === 'ClassBody' ? module.parentOf(body) : body;
  if (name === null || !owner) return [];
  return callsByMember(module, name).filter(
    ({ callee }) => callee.type === 'MemberExpression' && holderOf(module, callee.object)?.node === owner,
  );
}

const memberCalls = new WeakMap<JavaScriptModule, Map<string, TSESTree.CallExpression[]>>();

/** All calls of a method of that name, whatever the object. */
function callsByMember(module: JavaScriptModule, name: string): readonly TSESTree.CallExpression[] {
  let byName = memberCalls.get(module);
  if (!byName) {
    byName = new Map();
    for (const call of module.nodes('CallExpression')) {
      const method = call.callee.type === 'MemberExpression' ? memberName(call.callee) : null;
      if (method === null) continue;
      const list = byName.get(method);
      if (list) list.push(call);
      else byName.set(method, [call]);
    }
    memberCalls.set(module, byName);
  }
  return byName.get(name) ?? [];
}

export function localFunction(module: JavaScriptModule, callee: Node): TSESTree.FunctionLike | null {
  const inner = unwrap(callee);
  if (isFunction(inner)) return inner;
  if (inner.type === 'MemberExpression') {
    const name = memberName(inner);
    const holder = name === null ? null : holderOf(module, inner.object);
    const value = holder && name !== null ? memberValue(holder, name) : null;
    const method = value && unwrap(value);
    return method && isFunction(method) ? method : null;
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
