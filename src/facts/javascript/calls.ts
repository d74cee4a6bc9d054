import type { CallTable, JwtCall } from '../model.ts';
import { isHmacAlgorithm, type HmacAlgorithm } from '../../jwt/algorithms.ts';
import { algorithmsOf } from './algorithms.ts';
import { chainArgument, chainOf } from './chain.ts';
import { claimsOf } from './claims/index.ts';
import { embeddedKeyFacts } from './embedded.ts';
import { expiryOf } from './expiry.ts';
import { keyFact } from './keys.ts';
import { lenientFacts } from './lenient.ts';
import type { EntryPoint, Library } from './libraries/types.ts';
import type { JavaScriptModule } from './module.ts';
import { factoryResults, lookAt, lookInto, type Looked, type Target } from './options.ts';
import type { Site } from './site.ts';
import { findSites } from './sites.ts';
import { spanOf, unwrap, type Node } from './syntax.ts';
import { trace, type Origin } from './trace/index.ts';
import { unsignedFacts } from './unsigned.ts';

/** A call and the values that can reach its key. */
export interface CallWithKey {
  readonly call: JwtCall;
  readonly origins: readonly Origin[];
  /** The algorithm that the key is for, where the call says it. */
  readonly algorithm: HmacAlgorithm | null;
  readonly callSpan: JwtCall['span'];
}

/** All JWT calls of a file, in source order. */
export function findCalls(
  module: JavaScriptModule,
  sites: readonly Site[] = findSites(module),
): CallWithKey[] {
  const used = new Set<Node>();
  const described = sites
    .filter(({ call }) => call !== null)
    .flatMap((site) => describeSite(module, site, sites, used));
  // An object that a call takes is judged there.
  const objects = sites.filter(({ call, node }) => call === null && !used.has(node));
  return [...described, ...objects.flatMap((site) => describeSite(module, site, sites, used))].sort(
    (a, b) => a.callSpan[0] - b.callSpan[0],
  );
}

function describeSite(
  module: JavaScriptModule,
  site: Site,
  sites: readonly Site[],
  used: Set<Node>,
): CallWithKey[] {
  return targetsOf(module, site).map((target) => {
    for (const object of objectsOf(module, target)) used.add(object);
    return describeTarget(module, site, target, sites);
  });
}

/** What the table's paths are read from: the call, the object, or what a factory returns. */
function targetsOf(module: JavaScriptModule, site: Site): Target[] {
  const { node, call, entry } = site;
  const target: Target = { anchor: node, call, object: call ? null : node };
  if (!entry.factory) return [target];
  return factoryResults(module, target, entry.factory.at).map((object) => ({ ...target, object }));
}

/** The option objects that a call takes, wherever they are written. */
function objectsOf(module: JavaScriptModule, { call, object }: Target): Node[] {
  const given = object ? [object] : (call?.arguments ?? []);
  return given.flatMap((argument) => {
    const inner = unwrap(argument);
    if (inner.type !== 'Identifier') return [inner];
    const definition = module.variableOf(inner)?.defs[0]?.node;
    return definition?.type === 'VariableDeclarator' && definition.init ? [unwrap(definition.init)] : [];
  });
}

function describeTarget(
  module: JavaScriptModule,
  site: Site,
  target: Target,
  sites: readonly Site[],
): CallWithKey {
  const { node, callee, library, entry } = site;
  const keyNode = findKey(module, target, entry);
  const origins = keyNode ? trace(module, keyNode) : [];
  const algorithms = entry.algorithms ? algorithmsOf(module, entry.algorithms, target) : null;
  const call: JwtCall = {
    library: library.name,
    entry: entry.name,
    operation: entry.operation,
    span: spanOf(node),
    calleeSpan: site.call ? spanOf(callee) : headOf(node),
    key: keyNode && keyFact(module, keyNode, origins),
    algorithms,
    unsigned: unsignedFacts(module, target, entry, keyNode, origins),
    expiry: entry.expiry ? expiryOf(module, entry.expiry, target) : null,
    lenient: lenientFacts(module, target, entry.lenient ?? []),
    embeddedKeys: embeddedKeyFacts(module, target, entry, keyNode),
    claims: entry.operation === 'decode' ? claimsOf(module, site, sites) : null,
    inherits: entry.inherits ?? false,
    table: tableOf(library, entry),
  };
  return { call, origins, algorithm: hmacOf(algorithms?.values ?? []), callSpan: spanOf(node) };
}

/** The opening brace of an object stands for it: a whole object would hide the code in an editor. */
function headOf(node: Node): JwtCall['calleeSpan'] {
  return [node.range[0], node.range[0] + 1];
}

function tableOf(library: Library, entry: EntryPoint): CallTable {
  const { algorithms, unset, emptyBytes } = entry;
  const { unpinned, mixed, engine } = algorithms ?? {};
  return {
    ...(unpinned && { unpinned }),
    ...(mixed && { mixed }),
    ...(unset && { unset }),
    ...(emptyBytes && { emptyBytes }),
    pinAt: algorithms?.honoured?.[0] ?? null,
    engine: engine ?? library.name,
    engines: library.engine ?? null,
  };
}

function findKey(module: JavaScriptModule, target: Target, entry: EntryPoint): Node | null {
  const chained =
    entry.keyChain && target.call ? chainArgument(chainOf(module, target.call.callee), entry.keyChain) : null;
  if (chained) return chained;
  if (entry.factory && target.object) {
    const { object } = target;
    return firstValue(entry.factory.members.map((name) => lookInto(module, object, [name])));
  }
  return firstValue((entry.key ?? []).map((path) => asKey(lookAt(module, target, path), path)));
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

/** A key that serves several algorithms must be long enough for the longest. */
function hmacOf(names: readonly string[]): HmacAlgorithm | null {
  return names.filter(isHmacAlgorithm).toSorted().at(-1) ?? null;
}
