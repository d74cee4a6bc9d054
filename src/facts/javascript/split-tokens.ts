import type { TSESTree } from '@typescript-eslint/types';
import { decodeHeader } from '../../jwt/token.ts';
import type { TokenFact } from '../model.ts';
import { findTokens } from '../text/tokens.ts';
import type { JavaScriptModule } from './module.ts';
import { memberName, spanOf, staticString, unwrap, type Node } from './syntax.ts';
import { constant, flattenSum } from './trace/constants.ts';

/** Longer sums and lists are data. */
const MAX_PARTS = 200;
const MAX_LENGTH = 64 * 1024;

/** The first segment of a token, and a string or a template's constant part that ends before the third one. */
const FIRST_PART = /(?<![\w-])((?:ey[AJ]|ew[ko]|ew0K)[\w-]{10,4000})(?:\.[\w-]{0,16000})?\.?(?:["'`]|\$\{)/g;

/** Whether a program may put a token together: it holds a header whose token does not follow. */
export function mayHoldSplitTokens(text: string): boolean {
  return [...text.matchAll(FIRST_PART)].some((match) => decodeHeader(match[1]!) !== null);
}

/** Tokens of the text, and those that only the program puts together; each of these once, wherever it is used. */
export function withSplitTokens(
  tokens: readonly TokenFact[],
  split: readonly TokenFact[],
): readonly TokenFact[] {
  const taken = [...tokens];
  for (const fact of split) if (!taken.some(({ token }) => token === fact.token)) taken.push(fact);
  return taken.length === tokens.length ? tokens : taken.sort((a, b) => a.span[0] - b.span[0]);
}

/** Tokens whose parts stand apart: in a concatenation, a template literal, a list that is joined, or behind constants. */
export function findSplitTokens(module: JavaScriptModule): TokenFact[] {
  const wholes: readonly (readonly [Node, string | null])[] = [
    ...sums(module).map((node) => [node, joined(module, flattenSum(node), '')] as const),
    ...module.nodes('TemplateLiteral').map((node) => [node, ofTemplate(module, node)] as const),
    ...module.nodes('CallExpression').map((node) => [node, ofJoin(module, node)] as const),
  ];
  return wholes.flatMap(([node, text]) =>
    text === null ? [] : findTokens(text).map((fact) => ({ ...fact, span: spanOf(node) })),
  );
}

/** Sums that are not part of a larger one. */
function sums(module: JavaScriptModule): Node[] {
  return module.nodes('BinaryExpression').filter((node) => {
    const parent = module.parentOf(node);
    return node.operator === '+' && !(parent?.type === 'BinaryExpression' && parent.operator === '+');
  });
}

function ofTemplate(module: JavaScriptModule, node: TSESTree.TemplateLiteral): string | null {
  if (node.expressions.length === 0) return null;
  const parts = [...node.quasis, ...node.expressions].sort((a, b) => a.range[0] - b.range[0]);
  return joined(module, parts, '');
}

function ofJoin(module: JavaScriptModule, node: TSESTree.CallExpression): string | null {
  const callee = unwrap(node.callee);
  if (callee.type !== 'MemberExpression' || memberName(callee) !== 'join') return null;
  const list = unwrap(callee.object);
  const separator = node.arguments[0] ? staticString(node.arguments[0]) : ',';
  if (list.type !== 'ArrayExpression' || separator === null) return null;
  const elements = list.elements.filter((element) => element !== null);
  return elements.length === list.elements.length ? joined(module, elements, separator) : null;
}

/** The parts as one text; what is not constant ends a token, as a space does. */
function joined(module: JavaScriptModule, parts: readonly Node[], separator: string): string | null {
  if (parts.length < 2 || parts.length > MAX_PARTS) return null;
  const text = parts.map((part) => constant(module, part) ?? ' ').join(separator);
  return text.length <= MAX_LENGTH && text.includes('.') ? text : null;
}
