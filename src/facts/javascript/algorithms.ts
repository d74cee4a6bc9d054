import type { TSESTree } from '@typescript-eslint/types';
import type { AlgorithmsFact, AlgorithmsState, ImportedValue, PassedValue } from '../model.ts';
import { chainArgument, chainOf } from './chain.ts';
import { lookUpExport } from './exports.ts';
import type { AlgorithmsTable } from './libraries/types.ts';
import type { JavaScriptModule } from './module.ts';
import {
  importedValue,
  lookAt,
  lookAtArgument,
  lookInto,
  resolveConstant,
  type Looked,
  type Target,
} from './options.ts';
import { insertionOf } from './pin-insertion.ts';
import { provenance } from './provenance.ts';
import {
  dottedPath,
  isFunction,
  isNullish,
  memberName,
  spanOf,
  staticString,
  unwrap,
  type CallNode,
  type Node,
} from './syntax.ts';
import { bindingPath } from './trace/patterns.ts';

/** What is readable of a pin, and where to look on. */
interface Pin {
  readonly state: AlgorithmsState;
  readonly values: readonly string[];
  readonly imported?: ImportedValue;
  readonly passed?: PassedValue;
}

const UNREADABLE: Pin = { state: 'unknown', values: [] };

/** What a call says about the algorithms it takes. */
export function algorithmsOf(
  module: JavaScriptModule,
  table: AlgorithmsTable,
  target: Target,
): AlgorithmsFact {
  const insertion = insertionOf(module, table, target);
  const base = { span: spanOf(target.anchor), values: [], ...(insertion && { insertion }) };
  const said = pinIn(module, table, target);
  if (said) return { ...base, ...said };
  return { ...base, ...(misplacedPin(module, table, target) ?? { state: 'missing' }) };
}

type Said = Pick<AlgorithmsFact, 'state' | 'values' | 'span' | 'option' | 'imported' | 'passed'>;

/** The pin where the library looks for it; null where there is none for certain. */
function pinIn(
  module: JavaScriptModule,
  table: AlgorithmsTable,
  target: Target,
): Omit<Said, 'option'> | null {
  let empty: Omit<Said, 'option'> | null = null;
  let unseen: Omit<Said, 'option'> | null = null;
  for (const looked of placesOf(module, table, target)) {
    if (looked.state === 'unknown') unseen ??= { ...UNREADABLE, span: spanOf(target.anchor) };
    if (looked.state === 'imported')
      unseen = { ...UNREADABLE, imported: looked.from, span: spanOf(target.anchor) };
    if (looked.state === 'passed') unseen = { ...UNREADABLE, passed: looked.as, span: spanOf(target.anchor) };
    if (looked.state !== 'value') continue;
    const pin = { ...pinOf(module, looked.node, table), span: spanOf(looked.node) };
    if (pin.state !== 'empty') return pin;
    empty ??= pin;
  }
  return empty ?? unseen;
}

function* placesOf(module: JavaScriptModule, table: AlgorithmsTable, target: Target): Iterable<Looked> {
  for (const path of table.honoured ?? []) {
    const looked = lookAt(module, target, path);
    if (looked.state !== 'value' || !isWholeArgument(path, resolveConstant(module, looked.node)))
      yield looked;
  }
  const given =
    table.chain && target.call ? chainArgument(chainOf(module, target.call.callee), table.chain) : null;
  if (given) yield headerOrName(module, given);
}

/** `setProtectedHeader({ alg })` takes a header, `setSigningAlgorithm('HS256')` a name. */
function headerOrName(module: JavaScriptModule, given: Node): Looked {
  const looked = lookInto(module, given, ['alg']);
  return looked.state === 'absent' ? { state: 'value', node: given } : looked;
}

/** A path to a whole argument (`'2'`) means a name or a list there, not an options object or a callback. */
function isWholeArgument(path: string, node: Node): boolean {
  const inner = unwrap(node);
  return !path.includes('.') && (inner.type === 'ObjectExpression' || isFunction(inner));
}

/** A pin where the library does not look. */
function misplacedPin(module: JavaScriptModule, table: AlgorithmsTable, target: Target): Said | null {
  for (const path of table.ignored ?? []) {
    const looked = lookAt(module, target, path);
    if (looked.state !== 'value') continue;
    const { values } = pinOf(module, looked.node, table);
    const option = path.split('.').slice(1).join('.');
    return { values, state: 'misplaced', span: spanOf(looked.node), option };
  }
  return null;
}

function pinOf(module: JavaScriptModule, node: Node, table: Pick<AlgorithmsTable, 'emptyList'>): Pin {
  const inner = resolveConstant(module, node);
  if (isNullish(inner)) return { state: 'empty', values: [] };
  if (inner.type === 'ArrayExpression') return listPin(module, inner, table);
  const name = staticString(inner);
  if (name !== null) return { state: name === '' ? 'empty' : 'pinned', values: name === '' ? [] : [name] };
  if (isTokenHeader(module, inner)) return { state: 'from-token', values: [] };
  const imported = importedValue(module, inner);
  return imported ? { ...UNREADABLE, imported } : UNREADABLE;
}

function listPin(
  module: JavaScriptModule,
  list: TSESTree.ArrayExpression,
  table: Pick<AlgorithmsTable, 'emptyList'>,
): Pin {
  const elements = list.elements.filter((element) => element !== null);
  if (elements.length === 0)
    return { state: table.emptyList === 'ignored' ? 'empty' : 'refusing', values: [] };
  if (elements.some((element) => isTokenHeader(module, resolveConstant(module, element))))
    return { state: 'from-token', values: [] };
  const values = elements.flatMap((element) => namesIn(module, element));
  return { state: 'pinned', values };
}

/** The names an element stands for; a spread stands for those of its list. */
function namesIn(module: JavaScriptModule, element: Node): string[] {
  if (element.type === 'SpreadElement') {
    const spread = resolveConstant(module, element.argument);
    return spread.type === 'ArrayExpression'
      ? spread.elements.flatMap((inner) => (inner ? namesIn(module, inner) : []))
      : [];
  }
  const name = staticString(resolveConstant(module, element));
  return name === null ? [] : [name];
}

/** The pin that a module exports under `members`, for a call in another file. */
export function exportedPin(module: JavaScriptModule, members: readonly string[]): Pin {
  return pinAt(module, lookUpExport(module, members));
}

/** The pin that a call passes to an exported function of another file. */
export function passedPin(module: JavaScriptModule, call: CallNode, { index, path }: PassedValue): Pin {
  return pinAt(module, lookAtArgument(module, call, index, path));
}

function pinAt(module: JavaScriptModule, looked: Looked): Pin {
  switch (looked.state) {
    case 'value':
      return pinOf(module, looked.node, {});
    case 'absent':
      return { state: 'missing', values: [] };
    case 'imported':
      return { ...UNREADABLE, imported: looked.from };
    default:
      return UNREADABLE;
  }
}

/** `decoded.header.alg` and its like: the attacker writes it. */
function isTokenHeader(module: JavaScriptModule, node: Node): boolean {
  const path = dottedPath(node);
  if (path && path.length > 1 && path.at(-1) === 'alg')
    return /header|decoded|token|jwt/i.test(path.slice(0, -1).join('.'));
  if (node.type === 'MemberExpression') return memberName(node) === 'alg' && isDecoded(module, node.object);
  const definition = node.type === 'Identifier' ? module.variableOf(node)?.defs[0]?.node : null;
  if (node.type !== 'Identifier' || definition?.type !== 'VariableDeclarator' || !definition.init)
    return false;
  const way = bindingPath(definition.id, node.name);
  return way?.path.at(-1) === 'alg' && isDecoded(module, definition.init);
}

/** Whether a value is a part of what a library's unverified decoding gave back, or a helper whose name says that it does that. */
function isDecoded(module: JavaScriptModule, node: Node): boolean {
  let inner = unwrap(node);
  while (inner.type === 'MemberExpression') inner = unwrap(inner.object);
  if (inner.type !== 'CallExpression') return false;
  const [token] = inner.arguments;
  if (
    token &&
    /header/i.test(dottedPath(inner.callee)?.at(-1) ?? '') &&
    /token|jwt/i.test(textOf(module, token))
  )
    return true;
  const found = provenance(module, inner.callee);
  const known = found && module.context.libraries.entryAt(found.module, found.members, 'call');
  return known?.entry.operation === 'decode';
}

function textOf(module: JavaScriptModule, node: Node): string {
  return module.text.slice(...spanOf(node));
}
