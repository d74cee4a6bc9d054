import type { TSESTree } from '@typescript-eslint/types';
import { isEnvironmentObject } from '../environment.ts';
import type { Provenance } from '../provenance.ts';
import { DEFAULT_KEYS, DEFAULT_METHODS, DEFAULT_WRAPPERS } from '../settings/defaults.ts';
import { makerOf, UNKNOWN_MAKER, type SettingsMaker } from '../settings/makers.ts';
import { keyName, memberName, spanOf, unwrap, type Node } from '../syntax.ts';
import type { Context, Tracer } from './tracer.ts';

/**
 * On the way through a schema `?name` stands for what the schema says about a setting, and `?` alone for the default in the part
 * that is about it. Like other members they go through variables and modules.
 */
export const DEFAULT = '?';

export function isOfSchema(members: readonly string[]): boolean {
  return members[0]?.startsWith(DEFAULT) ?? false;
}

/** The names of a setting as members of its schema. */
export function ofSchema(names: readonly string[]): string[] {
  return names.map((name) => DEFAULT + name);
}

/** What a schema says about a setting: the members of objects, of calls that make one, and at last the default. */
export function schemaMember(
  tracer: Tracer,
  node: TSESTree.ObjectExpression | TSESTree.CallExpression,
  members: readonly string[],
  context: Context,
): void {
  const isAtField = members[0] === DEFAULT;
  if (node.type === 'ObjectExpression')
    return isAtField ? defaultProperty(tracer, node, context) : field(tracer, node, members, context);
  const callee = unwrap(node.callee);
  const method =
    callee.type === 'MemberExpression'
      ? memberName(callee)
      : callee.type === 'Identifier'
        ? callee.name
        : null;
  const [first, second] = node.arguments;
  if (isAtField && first && DEFAULT_METHODS.has(method ?? '') && !second) tracer.visit(first, context);
  if (isAtField && second && DEFAULT_WRAPPERS.has(method ?? '')) tracer.visit(second, context);
  if (callee.type === 'MemberExpression') within(tracer, callee.object, members, context);
  for (const argument of node.arguments) within(tracer, argument, members, context);
}

/** Schemas are built of objects, of other schemas, and of calls. */
function within(tracer: Tracer, node: Node, members: readonly string[], context: Context): void {
  const inner = unwrap(node);
  if (/^(?:ObjectExpression|CallExpression|Identifier|MemberExpression)$/.test(inner.type))
    tracer.property(inner, members, context);
}

function field(
  tracer: Tracer,
  node: TSESTree.ObjectExpression,
  [member = '', ...rest]: readonly string[],
  context: Context,
): void {
  const name = member.slice(DEFAULT.length);
  for (const property of node.properties) {
    const key = property.type === 'Property' ? keyName(property, property.key) : null;
    if (property.type === 'SpreadElement') tracer.property(property.argument, [member, ...rest], context);
    else if (key === name)
      tracer.property(property.value, rest.length > 0 ? rest : [DEFAULT], { ...context, name });
    // JSON Schema has the names one level deeper.
    else if (key === 'properties') tracer.property(property.value, [member, ...rest], context);
  }
}

function defaultProperty(tracer: Tracer, node: TSESTree.ObjectExpression, context: Context): void {
  for (const property of node.properties) {
    if (property.type === 'Property' && DEFAULT_KEYS.has(keyName(property, property.key) ?? ''))
      tracer.visit(property.value, context);
  }
}

/* ------------------------------------------------------------------ calls that make settings */

/** The call's row, or null where it makes no settings. */
export function settingsMaker(node: TSESTree.CallExpression, found: Provenance | null): SettingsMaker | null {
  const known = found && makerOf(found);
  if (known) return known;
  return node.arguments.some((argument) => isEnvironmentObject(argument)) ? UNKNOWN_MAKER : null;
}

/** The value of a setting that a call makes: from its input, by its defaults. */
export function madeMember(
  tracer: Tracer,
  node: TSESTree.CallExpression,
  maker: SettingsMaker,
  members: readonly string[],
  context: Context,
): void {
  const names = maker.result === undefined ? members : members.slice(1);
  if (names.length === 0 || (maker.result !== undefined && members[0] !== maker.result))
    return tracer.other('unknown', node, context);
  const of = names.at(-1) ?? null;
  const asDefault: Context = { ...context, fallback: { operator: 'schema', of } };
  for (const place of maker.input) at(tracer, node, place, names, context);
  for (const place of maker.defaults ?? []) at(tracer, node, place, names, asDefault);
  for (const place of maker.schema) at(tracer, node, place, ofSchema(names), asDefault);
}

function at(
  tracer: Tracer,
  node: TSESTree.CallExpression,
  place: string,
  names: readonly string[],
  context: Context,
): void {
  if (place === 'environment' || place === 'files') return ofItself(tracer, node, place, names, context);
  const [index = '', ...path] = place.split('.');
  const callee = unwrap(node.callee);
  const receiver = callee.type === 'MemberExpression' ? callee.object : null;
  const target = index === 'receiver' ? receiver : node.arguments[Number(index)];
  if (target && !(isOfSchema(names) && isEnvironmentObject(target)))
    tracer.property(target, [...path, ...names], context);
}

/** What a function reads by itself: a variable, or a setting of a file. */
function ofItself(
  tracer: Tracer,
  node: Node,
  place: 'environment' | 'files',
  names: readonly string[],
  { steps, encoding }: Context,
): void {
  const kind = place === 'environment' ? 'environment' : 'config';
  tracer.origins.push({ kind, name: names.join('.'), span: spanOf(node), steps, encoding });
}
