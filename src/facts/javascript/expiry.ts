import type { TSESTree } from '@typescript-eslint/types';
import type { ExpiryFact, ImportedValue, PassedValue } from '../model.ts';
import { chainArgument, chainOf } from './chain.ts';
import { lookUpExport } from './exports.ts';
import { secondsOfText } from './lifetime.ts';
import type { ExpiryTable } from './libraries/types.ts';
import type { JavaScriptModule } from './module.ts';
import { staticNumber } from './numbers.ts';
import { lookAt, lookAtArgument, resolveConstant, type Looked, type Target } from './options.ts';
import { isClass } from './provenance.ts';
import {
  dottedPath,
  isNullish,
  keyName,
  spanOf,
  staticString,
  unwrap,
  type CallNode,
  type Node,
} from './syntax.ts';

/** What is readable of a lifetime. */
interface Lifetime {
  readonly state: ExpiryFact['state'];
  readonly seconds: number | null;
  readonly isNumber?: boolean;
  readonly span?: ExpiryFact['span'];
  readonly imported?: ImportedValue;
  readonly passed?: PassedValue;
}

const FOR_EVER: Lifetime = { state: 'missing', seconds: null };
const UNSEEN: Lifetime = { state: 'unknown', seconds: null };

/** How long the tokens live that a call signs. */
export function expiryOf(module: JavaScriptModule, table: ExpiryTable, target: Target): ExpiryFact {
  const base = { span: spanOf(target.anchor), unit: table.unit, isNumber: false, isOpen: false };
  if (table.byDefault) return { ...base, state: 'set', seconds: null };
  const bySetting = settingOf(module, table, target);
  if (bySetting?.state === 'set') return { ...base, ...bySetting };
  const claims = table.payload === undefined ? null : claimsAt(module, target, table.payload);
  if (claims && claims.state !== 'missing') return { ...base, ...claims };
  return { ...base, ...(bySetting ?? FOR_EVER), isOpen: claims?.isOpen ?? false };
}

/* ------------------------------------------------------------------ options and builders */

function settingOf(module: JavaScriptModule, table: ExpiryTable, target: Target): Lifetime | null {
  const chained =
    table.chain && target.call ? chainArgument(chainOf(module, target.call.callee), table.chain) : null;
  if (chained) return lifetimeOf(module, chained, table.unit);
  let unseen: Lifetime | null = null;
  for (const path of table.options ?? []) {
    const looked = lookAt(module, target, path);
    if (looked.state === 'unknown') unseen ??= UNSEEN;
    if (looked.state === 'imported') unseen = { ...UNSEEN, imported: looked.from };
    if (looked.state === 'passed') unseen = { ...UNSEEN, passed: looked.as };
    if (looked.state !== 'value') continue;
    const found = lifetimeOf(module, looked.node, table.unit);
    if (found.state !== 'missing') return found;
  }
  return unseen;
}

/** Something is said, readable or not; `undefined` and `null` say nothing. */
function lifetimeOf(module: JavaScriptModule, node: Node, unit: ExpiryTable['unit']): Lifetime {
  const inner = resolveConstant(module, node);
  if (isNullish(inner)) return FOR_EVER;
  const text = staticString(inner);
  const number = text === null ? staticNumber(module, inner) : null;
  const seconds =
    text !== null ? secondsOfText(text) : number !== null && unit === 'milliseconds' ? number / 1000 : number;
  return { state: 'set', seconds, isNumber: number !== null, span: spanOf(node) };
}

/** The lifetime that a module exports under `members`, for a call in another file. */
export function exportedLifetime(
  module: JavaScriptModule,
  members: readonly string[],
  unit: ExpiryTable['unit'],
): Omit<Lifetime, 'span'> {
  return lifetimeAt(module, lookUpExport(module, members), unit);
}

/** The lifetime that a call passes to an exported function of another file. */
export function passedLifetime(
  module: JavaScriptModule,
  call: CallNode,
  { index, path }: PassedValue,
  unit: ExpiryTable['unit'],
): Omit<Lifetime, 'span'> {
  return lifetimeAt(module, lookAtArgument(module, call, index, path), unit);
}

function lifetimeAt(
  module: JavaScriptModule,
  looked: Looked,
  unit: ExpiryTable['unit'],
): Omit<Lifetime, 'span'> {
  if (looked.state === 'imported') return { ...UNSEEN, imported: looked.from };
  if (looked.state !== 'value') return looked.state === 'absent' ? FOR_EVER : UNSEEN;
  const { state, seconds } = lifetimeOf(module, looked.node, unit);
  return { state, seconds };
}

/* ------------------------------------------------------------------ claims */

/** Whether the claims say when the token expires; `isOpen` where some of them cannot be read. */
function claimsAt(
  module: JavaScriptModule,
  target: Target,
  path: string,
): (Lifetime & { readonly isOpen: boolean }) | null {
  const looked = lookAt(module, target, `${path}.exp`);
  if (looked.state === 'value') {
    const isSet = !isNullish(resolveConstant(module, looked.node));
    return { state: isSet ? 'set' : 'missing', seconds: null, isOpen: false };
  }
  const isResult = looked.state === 'imported' && looked.from.members.slice(1).includes('()');
  if (looked.state === 'imported' && !isResult) return { ...UNSEEN, imported: looked.from, isOpen: true };
  if (looked.state === 'absent') return { ...FOR_EVER, isOpen: false };
  return openClaims(module, target, path);
}

function openClaims(
  module: JavaScriptModule,
  target: Target,
  path: string,
): Lifetime & { readonly isOpen: boolean } {
  const whole = lookAt(module, target, path);
  const sources = whole.state === 'value' ? claimSources(module, whole.node) : null;
  const isClosed = sources?.every((source) => hasNoExpiry(module, source)) ?? false;
  return isClosed ? { ...FOR_EVER, isOpen: true } : { ...UNSEEN, isOpen: true };
}

/** The nodes that claims come from: the object itself, what is spread into it, what a parameter gets. */
function claimSources(module: JavaScriptModule, node: Node): Node[] {
  const inner = resolveConstant(module, node);
  if (inner.type !== 'ObjectExpression') return [unwrap(node)];
  return inner.properties.flatMap((property) =>
    property.type === 'SpreadElement'
      ? claimSources(module, property.argument)
      : property.computed
        ? [property]
        : [],
  );
}

/** Names of things that may have been prepared as claims; a user, an account or a session is none of them. */
const PREPARED = /payload|claims|token|jwt|data|body|params|options|content|object|input|obj\b/i;

/**
 * A value that nothing is known of is taken to be what it mostly is, the record of a user; one whose type comes from
 * elsewhere or says `exp`, or whose name says that somebody prepared it, is not.
 */
function hasNoExpiry(module: JavaScriptModule, node: Node): boolean {
  const inner = unwrap(node);
  if (inner.type === 'MemberExpression') return isPlainMember(inner);
  if (inner.type === 'CallExpression')
    return /\.(?:toJSON|toObject|toString|id)$/.test(dottedPath(inner.callee)?.join('.') ?? '');
  if (inner.type !== 'Identifier') return false;
  const definition = module.variableOf(inner)?.defs[0];
  if (!definition) return false;
  const annotation = 'typeAnnotation' in definition.name ? definition.name.typeAnnotation : null;
  if (annotation) return typeHasNoExpiry(module, (annotation as TSESTree.TSTypeAnnotation).typeAnnotation);
  if (definition.type === 'Parameter') return true;
  return definition.node.type === 'VariableDeclarator' && !PREPARED.test(inner.name);
}

/** `user.id`, `this.id`, `req.body`: one value, not a set of claims that somebody has prepared. */
function isPlainMember(node: TSESTree.MemberExpression): boolean {
  const path = dottedPath(node);
  return path !== null && /^_?(?:id|uuid|sub|email|username|userId|name)$/i.test(path.at(-1) ?? '');
}

function typeHasNoExpiry(module: JavaScriptModule, type: TSESTree.TypeNode): boolean {
  switch (type.type) {
    case 'TSTypeLiteral':
      return !hasMember(type.members, 'exp');
    case 'TSStringKeyword':
    case 'TSNumberKeyword':
    case 'TSAnyKeyword':
    case 'TSUnknownKeyword':
    case 'TSObjectKeyword':
      return true;
    case 'TSIntersectionType':
      return type.types.every((part) => typeHasNoExpiry(module, part));
    case 'TSTypeReference':
      return referenceHasNoExpiry(module, type);
    default:
      return false;
  }
}

function referenceHasNoExpiry(module: JavaScriptModule, type: TSESTree.TSTypeReference): boolean {
  if (type.typeName.type !== 'Identifier') return false;
  if (/^(?:Record|Object)$/.test(type.typeName.name)) return true;
  const { name } = type.typeName;
  const declared = [
    ...module.nodes('TSInterfaceDeclaration'),
    ...module.nodes('TSTypeAliasDeclaration'),
    ...module.nodes('ClassDeclaration'),
  ].find(({ id }) => id?.name === name);
  if (declared?.type === 'TSInterfaceDeclaration')
    return declared.extends.length === 0 && !hasMember(declared.body.body, 'exp');
  if (declared?.type === 'TSTypeAliasDeclaration') return typeHasNoExpiry(module, declared.typeAnnotation);
  return (
    declared !== undefined &&
    isClass(declared) &&
    !declared.superClass &&
    !hasMember(declared.body.body, 'exp')
  );
}

function hasMember(members: readonly Node[], name: string): boolean {
  return members.some(
    (member) =>
      'key' in member && 'computed' in member && keyName(member as never, member.key as Node) === name,
  );
}
