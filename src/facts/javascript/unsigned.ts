import type { TSESTree } from '@typescript-eslint/types';
import type { UnsignedFact } from '../model.ts';
import type { EntryPoint, UnsignedSwitch } from './libraries/types.ts';
import type { JavaScriptModule } from './module.ts';
import { lookAt, resolveConstant, type Target } from './options.ts';
import { isNullish, spanOf, type Node } from './syntax.ts';
import { trace, type Origin } from './trace/index.ts';

/** Settings by which a call accepts or produces unsigned tokens. */
export function unsignedFacts(
  module: JavaScriptModule,
  target: Target,
  entry: EntryPoint,
  keyNode: Node | null,
  origins: readonly Origin[],
): UnsignedFact[] {
  const facts = (entry.unsigned ?? []).flatMap((one) => switchFacts(module, target, one));
  const isKeyed = entry.operation === 'sign' || entry.operation === 'verify';
  const isFalsy = keyNode && isKeyed && origins.length > 0 && origins.every(isEmptyKey);
  // Where nothing is verified, the key does not matter.
  if (isFalsy && facts.every(({ how }) => how !== 'no-verify'))
    facts.push({ how: 'falsy-key', span: spanOf(keyNode) });
  return facts;
}

function isEmptyKey(origin: Origin): boolean {
  return origin.kind === 'falsy' || (origin.kind === 'literal' && origin.value === '' && !origin.partial);
}

function switchFacts(module: JavaScriptModule, target: Target, entry: UnsignedSwitch): UnsignedFact[] {
  if (entry.at === '') return [{ how: entry.how, span: spanOf(target.anchor) }];
  const looked = lookAt(module, target, entry.at);
  if (looked.state !== 'value') return [];
  if (entry.when === 'none') return noneIn(module, looked.node, entry.how);
  return isOn(resolveConstant(module, looked.node), entry.when)
    ? [{ how: entry.how, span: spanOf(looked.node) }]
    : [];
}

function isOn(node: Node, when: Exclude<UnsignedSwitch['when'], 'none'>): boolean {
  if (when === 'given') return !isNullish(node) && !(node.type === 'Literal' && node.value === false);
  if (node.type !== 'Literal') return false;
  return when === 'truthy' ? Boolean(node.value) : node.value === when;
}

/** `none` as the value of an option, in a list or in a branch. */
function noneIn(module: JavaScriptModule, node: Node, how: UnsignedFact['how']): UnsignedFact[] {
  const inner = resolveConstant(module, node);
  if (inner.type === 'ArrayExpression') return noneInList(module, inner, how);
  if (inner.type === 'ConditionalExpression')
    return [inner.consequent, inner.alternate].flatMap((branch) => noneIn(module, branch, how));
  if (inner.type === 'LogicalExpression')
    return [inner.left, inner.right].flatMap((branch) => noneIn(module, branch, how));
  return isNone(module, node) ? [{ how, span: spanOf(node) }] : [];
}

function noneInList(
  module: JavaScriptModule,
  list: TSESTree.ArrayExpression,
  how: UnsignedFact['how'],
): UnsignedFact[] {
  return list.elements.flatMap((element, i): UnsignedFact[] => {
    if (element?.type === 'SpreadElement') {
      const spread = resolveConstant(module, element.argument);
      return spread.type === 'ArrayExpression' ? noneInList(module, spread, how) : [];
    }
    if (!element || !isNone(module, element)) return [];
    return [{ how, span: spanOf(element), ...removalOf(list, i) }];
  });
}

function isNone(module: JavaScriptModule, node: Node): boolean {
  return trace(module, node).some(
    (origin) => origin.kind === 'literal' && !origin.partial && origin.value.toLowerCase() === 'none',
  );
}

/** The element with the comma that belongs to it; nothing where it is the only one. */
function removalOf(list: TSESTree.ArrayExpression, index: number): Pick<UnsignedFact, 'removal'> {
  const element = list.elements[index];
  const next = list.elements[index + 1];
  const previous = list.elements[index - 1];
  if (!element || list.elements.length < 2) return {};
  if (next) return { removal: [element.range[0], next.range[0]] };
  return previous ? { removal: [previous.range[1], element.range[1]] } : {};
}
