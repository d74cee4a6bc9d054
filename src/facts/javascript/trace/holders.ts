import type { TSESTree } from '@typescript-eslint/types';
import type { JavaScriptModule } from '../module.ts';
import { isClass } from '../provenance.ts';
import { dottedPath, keyName, memberName, unwrap, type Node } from '../syntax.ts';

type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** Something written in the file whose members can be looked up: an object, a class, or an instance of one. */
export type Holder =
  | { readonly kind: 'object'; readonly node: TSESTree.ObjectExpression }
  | { readonly kind: 'class' | 'instance'; readonly node: ClassNode };

/** References that may be followed to the object or class they stand for. */
const MAX_HOPS = 8;

/** The object or class that `node` stands for, where it is written in this file. */
export function holderOf(module: JavaScriptModule, node: Node, hops: number = MAX_HOPS): Holder | null {
  const inner = unwrap(node);
  if (hops <= 0) return null;
  if (isClass(inner)) return { kind: 'class', node: inner };
  switch (inner.type) {
    case 'ObjectExpression':
      return { kind: 'object', node: inner };
    case 'ThisExpression':
      return ownerOfThis(module, inner);
    case 'Identifier':
      return ofVariable(module, inner, hops - 1);
    case 'NewExpression':
      return instanceOf(holderOf(module, inner.callee, hops - 1));
    case 'CallExpression': {
      const [first] = inner.arguments;
      const isFrozen = dottedPath(inner.callee)?.join('.') === 'Object.freeze';
      return isFrozen && first ? holderOf(module, first, hops - 1) : null;
    }
    case 'MemberExpression': {
      const name = memberName(inner);
      const holder = name === null ? null : holderOf(module, inner.object, hops - 1);
      const value = holder && name !== null ? memberValue(holder, name) : null;
      return value && holderOf(module, value, hops - 1);
    }
    default:
      return null;
  }
}

function ofVariable(module: JavaScriptModule, node: TSESTree.Identifier, hops: number): Holder | null {
  const definition = module.variableOf(node)?.defs[0]?.node;
  if (!definition) return null;
  if (isClass(definition)) return { kind: 'class', node: definition };
  if (definition.type !== 'VariableDeclarator' || definition.id.type !== 'Identifier') return null;
  return definition.init ? holderOf(module, definition.init, hops) : null;
}

function instanceOf(holder: Holder | null): Holder | null {
  return holder?.kind === 'class' ? { kind: 'instance', node: holder.node } : null;
}

/** The class that `this` is an instance of or, in a static member, is itself; or the object whose method it stands in. */
export function ownerOfThis(module: JavaScriptModule, node: Node): Holder | null {
  for (
    let child = node, parent = module.parentOf(node);
    parent;
    [child, parent] = [parent, module.parentOf(parent)]
  ) {
    if (parent.type === 'ClassBody') {
      const owner = module.parentOf(parent);
      const isStatic = 'static' in child ? child.static : child.type === 'StaticBlock';
      return owner && isClass(owner) ? { kind: isStatic ? 'class' : 'instance', node: owner } : null;
    }
    if (parent.type !== 'FunctionExpression') continue;
    const around = module.parentOf(parent);
    const object = around?.type === 'Property' ? module.parentOf(around) : null;
    if (object?.type === 'ObjectExpression') return { kind: 'object', node: object };
    if (around?.type !== 'MethodDefinition' && around?.type !== 'PropertyDefinition') return null;
  }
  return null;
}

/** What is written under a name of an object or class: a value or a function. */
export function memberValue({ kind, node }: Holder, name: string): Node | null {
  if (kind === 'object') {
    const property = node.properties.findLast(
      (one) => one.type === 'Property' && keyName(one, one.key) === name,
    );
    return property?.type === 'Property' ? property.value : null;
  }
  for (const member of node.body.body) {
    if (member.type !== 'PropertyDefinition' && member.type !== 'MethodDefinition') continue;
    if (member.static === (kind === 'class') && keyName(member, member.key) === name) return member.value;
  }
  return null;
}
