import type { TSESTree } from '@typescript-eslint/types';
import type { Fallback } from '../../model.ts';
import { classifyName } from '../../secret-names.ts';
import { settingRead, type SettingRead } from '../environment.ts';
import type { JavaScriptModule } from '../module.ts';
import { dottedPath, spanOf, staticString, unwrap, type Node } from '../syntax.ts';
import { constant, flattenSum } from './constants.ts';
import type { Context, Tracer } from './tracer.ts';

export function literal(tracer: Tracer, node: TSESTree.Literal, context: Context): void {
  if (typeof node.value === 'string') return tracer.text(node.value, node, context);
  if (node.value === null || node.value === false || node.value === 0)
    return tracer.other('falsy', node, context);
  if (typeof node.value === 'number') return tracer.text(String(node.value), node, context);
  tracer.other('unknown', node, context);
}

export function template(tracer: Tracer, node: TSESTree.TemplateLiteral, context: Context): void {
  parts(
    tracer,
    [...node.quasis, ...node.expressions].sort((a, b) => a.range[0] - b.range[0]),
    node,
    context,
  );
}

export function concatenation(tracer: Tracer, node: TSESTree.BinaryExpression, context: Context): void {
  if (node.operator !== '+') return tracer.other('unknown', node, context);
  parts(tracer, flattenSum(node), node, context);
}

/** Joined parts: one literal where all are constant; else those are followed that are called secrets, and what else is constant is partial. */
export function parts(tracer: Tracer, parts: readonly Node[], whole: Node, context: Context): void {
  const values = parts.map((part) => constant(tracer.module, part));
  if (values.every((value) => value !== null)) return tracer.text(values.join(''), whole, context);
  const isOnly = values.filter((value) => value !== '').length === 1;
  parts.forEach((part, i) => {
    const value = values[i];
    if (isOnly && value === null) tracer.visit(part, context);
    else if (isCalledSecret(part)) tracer.visit(part, context);
    else if (value === null || value === undefined) tracer.visit(part, { ...context, partial: true });
    else if (value !== '')
      tracer.text(value, part.type === 'TemplateElement' ? whole : part, { ...context, partial: true });
  });
}

/** `SECRET` of `SECRET + user.password`: what is added makes it no better known, and is no secret itself. */
function isCalledSecret(part: Node): boolean {
  const inner = unwrap(part);
  if (inner.type === 'LogicalExpression') return isCalledSecret(inner.left);
  const path = dottedPath(inner);
  return path !== null && classifyName(path) !== 'other';
}

export function setting(tracer: Tracer, node: Node, setting: SettingRead, context: Context): void {
  const { steps, encoding } = context;
  const names = setting.name === null && setting.key ? tracer.textsOf(setting.key, context) : [setting.name];
  for (const name of names.length > 0 ? names : [null])
    tracer.origins.push({ kind: setting.source, name, span: spanOf(node), steps, encoding });
  if (!setting.fallback) return;
  const of = names[0] ?? null;
  const fallback: Fallback = { operator: 'lookup', of };
  tracer.visit(setting.fallback, { ...context, fallback, name: of ?? context.name });
}

export function logical(
  tracer: Tracer,
  node: TSESTree.LogicalExpression,
  members: readonly string[],
  context: Context,
): void {
  if (node.operator === '&&') return tracer.property(node.right, members, context);
  tracer.property(node.left, members, context);
  if (staticString(node.left)) return;
  const of = describe(node.left);
  const removal = { span: [node.left.range[1], node.right.range[1]] as const, text: '' };
  // The finding stands at the value inside an object that is written here, not at the whole of it.
  const isWritten = unwrap(node.right).type === 'ObjectExpression';
  const fallback: Fallback = {
    operator: node.operator,
    of,
    ...(!isWritten && { at: spanOf(node.right) }),
    removal,
  };
  const name = members.length === 0 ? (of ?? context.name) : context.name;
  tracer.property(node.right, members, { ...context, fallback, name });
}

export function conditional(
  tracer: Tracer,
  node: TSESTree.ConditionalExpression,
  members: readonly string[],
  context: Context,
): void {
  const branches = [node.consequent, node.alternate];
  const setting = branches.find((branch) => settingRead(branch));
  for (const branch of branches) {
    if (!setting || branch === setting) tracer.property(branch, members, context);
    else {
      const of = describe(setting);
      const removal = { span: spanOf(node), text: source(tracer.module, setting) };
      tracer.property(branch, members, {
        ...context,
        fallback: { operator: '?:', of, removal },
        name: of ?? context.name,
      });
    }
  }
}

export function assignment(
  tracer: Tracer,
  node: TSESTree.AssignmentExpression,
  members: readonly string[],
  context: Context,
): void {
  if (!isAssigning(node)) return tracer.other('unknown', node, context);
  if (node.operator === '=') return tracer.property(node.right, members, context);
  const of = describe(node.left);
  const fallback = standIn(node, of, members) ?? context.fallback;
  tracer.property(node.left, members, context);
  tracer.property(node.right, members, { ...context, fallback, name: of ?? context.name });
}

/** Whether the value on the right may be that of the left afterwards. */
export function isAssigning({ operator }: TSESTree.AssignmentExpression): boolean {
  return operator === '=' || operator === '||=' || operator === '??=';
}

/** What `x ||= y` does to a value on the right. `shared ??= new Settings()` only puts off the making. */
export function standIn(
  { operator, right }: TSESTree.AssignmentExpression,
  of: string | null,
  members: readonly string[],
): Fallback | null {
  if (operator !== '||=' && operator !== '??=') return null;
  const isMade = members.length > 0 && unwrap(right).type === 'NewExpression';
  return isMade ? null : { operator: operator === '||=' ? '||' : '??', of };
}

/** How a person would name what a fallback stands in for. */
function describe(node: Node): string | null {
  const setting = settingRead(node);
  if (setting) return setting.name;
  return dottedPath(node)?.at(-1) ?? null;
}

function source(module: JavaScriptModule, node: Node): string {
  return module.text.slice(node.range[0], node.range[1]);
}
