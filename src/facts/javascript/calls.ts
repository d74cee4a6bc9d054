import type { TSESTree } from '@typescript-eslint/types';
import type { JwtCall, KeyFact, UnsignedFact } from '../model.ts';
import { isHmacAlgorithm, type HmacAlgorithm } from '../../jwt/algorithms.ts';
import { algorithmsOf, resolveConstant } from './algorithms.ts';
import { entryPointOf, libraryOf, namesLibrary } from './libraries/index.ts';
import type { EntryPoint, Library, UnsignedSwitch } from './libraries/types.ts';
import type { JavaScriptModule } from './module.ts';
import { factoryResults, lookAt, lookAtTarget, lookInto, type Looked, type Target } from './options.ts';
import { isClass, provenance, superProvenance, type Provenance } from './provenance.ts';
import { keyName, spanOf, staticString, unwrap, type CallNode, type Node } from './syntax.ts';
import { trace, type Origin } from './trace/index.ts';

/** A call and the values that can reach its key. */
export interface CallWithKey {
  readonly call: JwtCall;
  readonly origins: readonly Origin[];
  /** The algorithm that the key is for, where the call says it. */
  readonly algorithm: HmacAlgorithm | null;
  readonly callSpan: JwtCall['span'];
}

interface Site {
  readonly node: CallNode;
  readonly callee: Node;
  readonly library: Library;
  readonly entry: EntryPoint;
}

/** All JWT calls of a file, in source order. */
export function findCalls(module: JavaScriptModule): CallWithKey[] {
  if (!namesLibrary(module.text)) return [];
  const sites = [...callSites(module), ...newSites(module)].sort((a, b) => a.node.range[0] - b.node.range[0]);
  return sites.flatMap((site) => describeSite(module, site));
}

/* ------------------------------------------------------------------ finding the calls */

function* callSites(module: JavaScriptModule): Iterable<Site> {
  for (const node of module.nodes('CallExpression')) {
    const callee = unwrap(node.callee);
    if (callee.type === 'Super') {
      yield* siteOf(node, callee, superProvenance(module, node), 'new');
      continue;
    }
    if (!isCallable(callee)) continue;
    yield* siteOf(node, callee, provenance(module, callee), 'call');
    const [first] = node.arguments;
    if (first && isCallable(unwrap(first))) yield* siteOf(node, callee, provenance(module, first), 'plugin');
  }
}

function* newSites(module: JavaScriptModule): Iterable<Site> {
  for (const node of module.nodes('NewExpression')) {
    const callee = unwrap(node.callee);
    if (!isCallable(callee) || isLocalClass(module, callee)) continue;
    yield* siteOf(node, callee, provenance(module, callee), 'new');
  }
}

const CALLABLE: ReadonlySet<string> = new Set([
  'Identifier',
  'MemberExpression',
  'CallExpression',
  'ImportExpression',
]);

function isCallable(node: Node): boolean {
  return CALLABLE.has(node.type);
}

/** `new MyStrategy()` constructs our own class, whatever that extends; its `super(…)` is the library's. */
function isLocalClass(module: JavaScriptModule, callee: Node): boolean {
  const definition = module.variableOf(callee)?.defs[0]?.node;
  return definition !== undefined && isClass(definition);
}

function* siteOf(
  node: CallNode,
  callee: Node,
  found: Provenance | null,
  invoked: EntryPoint['invoked'],
): Iterable<Site> {
  const library = found && libraryOf(found.module);
  const entry = library && entryPointOf(library, found.members, invoked);
  if (library && entry) yield { node, callee, library, entry };
}

/* ------------------------------------------------------------------ describing a call */

function describeSite(module: JavaScriptModule, site: Site): CallWithKey[] {
  const { node, callee, library, entry } = site;
  const results = entry.factory ? factoryResults(module, node, entry.factory.at) : [];
  const targets: (Node | null)[] = entry.factory ? results : [null];
  return targets.map((factoryResult) => {
    const keyNode = findKey(module, node, entry, factoryResult);
    const origins = keyNode ? trace(module, keyNode) : [];
    const algorithms = entry.algorithms
      ? algorithmsOf(module, entry.algorithms, { call: node, factoryResult })
      : null;
    const call: JwtCall = {
      library: library.name,
      entry: entry.name,
      operation: entry.operation,
      span: spanOf(node),
      calleeSpan: spanOf(callee),
      key: keyNode && keyFact(module, keyNode, origins),
      algorithms,
      unsigned: unsignedFacts(module, { call: node, factoryResult }, entry, keyNode, origins),
    };
    return { call, origins, algorithm: hmacOf(module, site, call), callSpan: spanOf(node) };
  });
}

function findKey(
  module: JavaScriptModule,
  call: CallNode,
  entry: EntryPoint,
  factoryResult: Node | null,
): Node | null {
  if (factoryResult && entry.factory) {
    return firstValue(entry.factory.members.map((name) => lookInto(module, factoryResult, [name])));
  }
  const paths = entry.key ?? [];
  return firstValue(paths.map((path) => asKey(lookAt(module, call, path), path)));
}

/** An options object is not a key: `sign(payload, { key })` has its key inside. */
function asKey(looked: Looked, path: string): Looked {
  const isOptions =
    looked.state === 'value' && !path.includes('.') && unwrap(looked.node).type === 'ObjectExpression';
  return isOptions ? { state: 'absent' } : looked;
}

function firstValue(candidates: readonly Looked[]): Node | null {
  const found = candidates.find((looked) => looked.state === 'value');
  return found?.state === 'value' ? found.node : null;
}

function keyFact(module: JavaScriptModule, node: Node, origins: readonly Origin[]): KeyFact {
  return { kind: keyKind(module, node, origins), span: spanOf(node), variables: variablesOf(origins) };
}

function variablesOf(origins: readonly Origin[]): string[] {
  const names = origins.flatMap((origin) =>
    origin.kind === 'environment' && origin.name ? [origin.name] : [],
  );
  return [...new Set(names)];
}

const PUBLIC_NAME = /public|cert|jwks|_pub\b|pubkey/i;
const PRIVATE_NAME = /private|\.pem\b|\.key\b/i;

function keyKind(module: JavaScriptModule, node: Node, origins: readonly Origin[]): KeyFact['kind'] {
  if (origins.some((origin) => origin.kind === 'function')) return 'resolver';
  if (origins.length > 0 && origins.every((origin) => origin.kind === 'falsy')) return 'falsy';
  const texts = origins.flatMap((origin) => (origin.kind === 'literal' ? [origin.value] : []));
  if (texts.some((text) => text.includes('-----BEGIN')))
    return texts.some((text) => text.includes('PRIVATE')) ? 'private-key' : 'public-key';
  const name = `${module.text.slice(node.range[0], node.range[1]).slice(0, 200)} ${variablesOf(origins).join(' ')}`;
  if (PUBLIC_NAME.test(name)) return 'public-key';
  if (PRIVATE_NAME.test(name) || origins.some((origin) => origin.kind === 'file')) return 'private-key';
  return texts.length > 0 || origins.some((origin) => origin.kind === 'environment') ? 'secret' : 'unknown';
}

/** The HMAC algorithm named by the call itself or, for builders, by the chain it ends. */
function hmacOf(module: JavaScriptModule, site: Site, call: JwtCall): HmacAlgorithm | null {
  const named = call.algorithms?.values.filter(isHmacAlgorithm) ?? [];
  if (named.length > 0) return strongest(named);
  for (let link: Node = site.callee; link.type === 'MemberExpression';) {
    const owner = unwrap(link.object);
    if (owner.type !== 'CallExpression') break;
    const header = owner.arguments[0];
    if (methodOf(owner) === 'setProtectedHeader' && header) {
      const looked = lookInto(module, header, ['alg']);
      const alg = looked.state === 'value' ? staticString(resolveConstant(module, looked.node)) : null;
      if (isHmacAlgorithm(alg)) return alg;
    }
    link = unwrap(owner.callee);
  }
  return null;
}

function methodOf(call: TSESTree.CallExpression): string | null {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' ? keyName(callee, callee.property) : null;
}

/** A key that serves several algorithms must be long enough for the longest. */
function strongest(algorithms: readonly HmacAlgorithm[]): HmacAlgorithm {
  return algorithms.toSorted().at(-1)!;
}

/* ------------------------------------------------------------------ unsigned tokens */

function unsignedFacts(
  module: JavaScriptModule,
  target: Target,
  entry: EntryPoint,
  keyNode: Node | null,
  origins: readonly Origin[],
): UnsignedFact[] {
  const facts = (entry.unsigned ?? []).flatMap((unsignedSwitch) =>
    switchFacts(module, target, unsignedSwitch),
  );
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
  if (entry.at === '') return [{ how: entry.how, span: spanOf(target.call) }];
  const looked = lookAtTarget(module, target, entry.at);
  if (looked.state !== 'value') return [];
  if (entry.when === 'none') return noneIn(module, looked.node, entry.how);
  const node = resolveConstant(module, looked.node);
  const isOn =
    node.type === 'Literal' && (entry.when === 'truthy' ? Boolean(node.value) : node.value === entry.when);
  return isOn ? [{ how: entry.how, span: spanOf(looked.node) }] : [];
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
