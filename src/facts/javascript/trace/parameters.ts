import type { TSESTree } from '@typescript-eslint/types';
import type { Fallback } from '../../model.ts';
import { exportedNames } from '../exported-name.ts';
import type { Definition } from '../module.ts';
import { isFunction, spanOf, type Node } from '../syntax.ts';
import { typedMember } from './classes.ts';
import { pattern, patternDefault } from './destructuring.ts';
import { callsOf } from './functions.ts';
import { bindingPath, contains } from './patterns.ts';
import type { Context, Entered, Tracer } from './tracer.ts';

/** What a parameter gets: from the call on the way, from all calls in the file, from callers elsewhere, by default. */
export function parameter(
  tracer: Tracer,
  node: TSESTree.FunctionLike,
  definition: Definition,
  name: string,
  members: readonly string[],
  context: Context,
): void {
  const index = node.params.findIndex((parameter) => contains(parameter, definition.name));
  const parameter = node.params[index];
  if (!parameter) return tracer.other('unknown', definition.name, context);
  const target = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  const isPattern = target.type === 'ObjectPattern' || target.type === 'ArrayPattern';
  const entered = enteredBy(context, node);
  if (entered) return argumentOf(tracer, entered, index, target, name, members, context);
  if (target.type === 'AssignmentPattern') defaultArgument(tracer, target, name, members, context);
  const calls = callsOf(tracer.module, node);
  for (const call of calls) {
    const argument = call.arguments[index];
    if (!argument || argument.type === 'SpreadElement') continue;
    const step = tracer.step(context, argument, `passed as \`${name}\` here`, name);
    pattern(
      tracer,
      target.type === 'AssignmentPattern' ? target.left : target,
      name,
      argument,
      members,
      step,
    );
  }
  passed(tracer, node, index, bindingPath(target, name)?.path ?? null, members, definition.name, context);
  typedMember(tracer, definition.name, members, context);
  if (calls.length > 0) return;
  if (isPattern) patternDefault(tracer, target, name, members, context);
  tracer.other('unknown', definition.name, context);
}

/** The call through which the way came into a function. */
function enteredBy(context: Context, node: Node): Entered | null {
  for (let entered = context.entered; entered; entered = entered.outer)
    if (entered.node === node) return entered;
  return null;
}

/** What the one call passes that is on the way, or the default where it passes nothing. */
function argumentOf(
  tracer: Tracer,
  { call, outer }: Entered,
  index: number,
  target: Node,
  name: string,
  members: readonly string[],
  context: Context,
): void {
  const before = call.arguments.slice(0, index + 1);
  if (before.some(({ type }) => type === 'SpreadElement')) return tracer.other('unknown', call, context);
  const argument = before[index];
  const outside: Context = { ...context, entered: outer };
  if (!argument) {
    if (target.type === 'AssignmentPattern') defaultArgument(tracer, target, name, members, context);
    else tracer.other('unknown', call, outside);
    return;
  }
  const step = tracer.step(outside, argument, `passed as \`${name}\` here`, name);
  pattern(tracer, target.type === 'AssignmentPattern' ? target.left : target, name, argument, members, step);
}

/** What the call on the way passes for `...values`, and the context around that call. */
export function restArguments(
  tracer: Tracer,
  node: Node,
  context: Context,
): { readonly values: readonly Node[]; readonly outside: Context } | null {
  const definition = node.type === 'Identifier' ? tracer.module.variableOf(node)?.defs[0] : undefined;
  if (definition?.type !== 'Parameter' || !isFunction(definition.node)) return null;
  const index = definition.node.params.findIndex(
    (parameter) => parameter.type === 'RestElement' && parameter.argument === definition.name,
  );
  const entered = index < 0 ? null : enteredBy(context, definition.node);
  if (!entered || entered.call.arguments.some(({ type }) => type === 'SpreadElement')) return null;
  return { values: entered.call.arguments.slice(index), outside: { ...context, entered: entered.outer } };
}

/** `(key = 'x')`, `({ key } = { key: 'x' })`, `({ key = 'x' } = {})`. */
function defaultArgument(
  tracer: Tracer,
  { left, right }: TSESTree.AssignmentPattern,
  name: string,
  members: readonly string[],
  context: Context,
): void {
  const fallback: Fallback = { operator: 'parameter', of: name };
  if (left.type === 'Identifier') return tracer.property(right, members, { ...context, fallback, name });
  pattern(tracer, left, name, right, members, { ...context, fallback, name });
}

/** An exported function gets what callers in other modules pass. */
function passed(
  tracer: Tracer,
  node: TSESTree.FunctionLike,
  index: number,
  way: readonly string[] | null,
  members: readonly string[],
  use: Node,
  context: Context,
): void {
  if (!way || context.isReturned || context.partial) return;
  const { steps, encoding } = context;
  for (const name of exportedNames(tracer.module, node)) {
    const as = { name, index, path: [...way, ...members] };
    tracer.origins.push({ kind: 'passed', as, span: spanOf(use), steps, encoding });
  }
}
