import { handMadeSites, mayDecodeByHand } from './claims/by-hand.ts';
import type { LibraryRegistry, KnownEntry } from './libraries/registry.ts';
import type { EntryPoint, Library } from './libraries/types.ts';
import type { JavaScriptModule } from './module.ts';
import { configurationObjects } from './objects.ts';
import { isClass, provenance, superProvenance, type Provenance } from './provenance.ts';
import type { Site } from './site.ts';
import { dottedPath, memberName, staticString, unwrap, type CallNode, type Node } from './syntax.ts';

/** All uses of JWT libraries in a file, in source order. */
export function findSites(module: JavaScriptModule): Site[] {
  const { libraries, path } = module.context;
  const isNamed = libraries.isNamedIn(module.text);
  const hasReceivers = libraries.hasReceiverIn(module.text);
  const sites = [
    ...(isNamed || mayCallOwnFunction(module.text) ? [...callSites(module), ...newSites(module)] : []),
    ...(hasReceivers ? receiverSites(module) : []),
    ...(isNamed || libraries.byFile(path).length > 0 ? configurationObjects(module) : []),
    ...(mayDecodeByHand(module.text) ? handMadeSites(module) : []),
  ];
  return onePerPlace(sites).sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** Beginnings of the names of functions that make, check or read tokens: no `assign`, `signIn`, `verification`, `encodeURI`. */
const FUNCTION = String.raw`(?:(?<!as|de)sign(?!in|up|out|al)|verif(?!ication)|decode|encode(?!uri))`;
/** A function of the project's own module may be a library's, exported anew; its name or that of its module promises one. */
const TOKEN_CALL = new RegExp(
  [
    String.raw`${FUNCTION}\w{0,20}(?:token|jwt)\w{0,20}\s{0,4}\(`,
    String.raw`jwt\w{0,20}(?:sign|verif|decode|encode|strategy)\w{0,20}\s{0,4}\(`,
    String.raw`\bjwt\s{0,4}\(`,
    String.raw`jwt\w{0,20}\s{0,4}\??\.\s{0,20}(?:sign|verif|decode|encode)`,
  ].join('|'),
  'i',
);
const OWN_IMPORT = /(?:from|require\(|import\()\s{0,4}['"`][.@~#/]/;
const PLAIN_CALL = new RegExp(String.raw`${FUNCTION}\w{0,12}\s{0,4}\(`, 'i');
const TOKEN_MODULE = /(?:from|require\(|import\()\s{0,4}['"`][^'"`\n]{0,200}(?:jwt|jose|token)/i;

export function mayCallOwnFunction(text: string): boolean {
  if (!OWN_IMPORT.test(text)) return false;
  return TOKEN_CALL.test(text) || (PLAIN_CALL.test(text) && TOKEN_MODULE.test(text));
}

/* ------------------------------------------------------------------ by the way from a module */

function* callSites(module: JavaScriptModule): Iterable<Site> {
  for (const node of module.nodes('CallExpression')) {
    const callee = unwrap(node.callee);
    if (callee.type === 'Super') {
      yield* siteOf(module, node, callee, superProvenance(module, node), 'new');
      continue;
    }
    if (!isCallable(callee)) continue;
    yield* siteOf(module, node, callee, provenance(module, callee), 'call');
    const [first] = node.arguments;
    if (first && isCallable(unwrap(first)))
      yield* siteOf(module, node, callee, provenance(module, first), 'plugin');
  }
}

function* newSites(module: JavaScriptModule): Iterable<Site> {
  for (const node of module.nodes('NewExpression')) {
    const callee = unwrap(node.callee);
    if (!isCallable(callee) || isLocalClass(module, callee)) continue;
    yield* siteOf(module, node, callee, provenance(module, callee), 'new');
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
  module: JavaScriptModule,
  node: CallNode,
  callee: Node,
  found: Provenance | null,
  invoked: EntryPoint['invoked'],
): Iterable<Site> {
  if (!found) return;
  const known = entryOf(module, found, invoked);
  if (known) yield { node, callee, call: node, ...known };
}

function entryOf(
  module: JavaScriptModule,
  found: Provenance,
  invoked: EntryPoint['invoked'],
): KnownEntry | null {
  const { libraries } = module.context;
  if (libraries.libraryOf(found.module)) return libraries.entryAt(found.module, found.members, invoked);
  if (invoked === 'plugin' || !isTokenWord(found)) return null;
  const origin = module.context.originOf(found.module, found.members);
  return origin && libraries.entryAt(origin.module, origin.members, invoked);
}

/** Other modules are only opened where a name promises a library's function. */
function isTokenWord({ module, members }: Provenance): boolean {
  return /sign|verif|decode|encode|jwt|token|strategy/i.test(members.at(-1) ?? module);
}

/* ------------------------------------------------------------------ by what a framework makes */

/** `request.jwtVerify()`, `app.jwt.sign(…)`, `server.auth.strategy('a', 'jwt', …)`, where the package depends on the library. */
function* receiverSites(module: JavaScriptModule): Iterable<Site> {
  const { libraries } = module.context;
  const named = new NamedLibraries(module);
  for (const node of module.nodes('CallExpression')) {
    const callee = unwrap(node.callee);
    if (callee.type !== 'MemberExpression' || !libraries.isReceiverName(memberName(callee) ?? '')) continue;
    const names = dottedPath(callee);
    if (!names) continue;
    const found = [...libraries.byReceiver(names), ...schemesOf(libraries, node, names)];
    const known = named.choose(found);
    if (known && !comesFromElsewhere(module, callee, names.length))
      yield { node, callee, call: node, ...known };
  }
}

function schemesOf(
  libraries: LibraryRegistry,
  node: CallNode,
  names: readonly string[],
): readonly KnownEntry[] {
  return libraries.byScheme(names).filter(({ entry }) => {
    const argument = entry.scheme && node.arguments[entry.scheme.argument];
    return argument !== undefined && staticString(argument) === entry.scheme?.name;
  });
}

/** The libraries that a file names; each is looked for once. */
class NamedLibraries {
  readonly #module: JavaScriptModule;
  readonly #named = new Map<Library, boolean>();

  constructor(module: JavaScriptModule) {
    this.#module = module;
  }

  /** The library that the file imports or, else, that its package depends on. */
  choose(found: readonly KnownEntry[]): KnownEntry | null {
    const { context } = this.#module;
    const imported = found.find(({ library }) => this.#has(library));
    return imported ?? found.find(({ library }) => context.declares(library.name)) ?? null;
  }

  #has(library: Library): boolean {
    let isNamed = this.#named.get(library);
    if (isNamed === undefined) {
      const { text } = this.#module;
      isNamed = library.modules.some((name) => text.includes(`'${name}'`) || text.includes(`"${name}"`));
      this.#named.set(library, isNamed);
    }
    return isNamed;
  }
}

/** A receiver whose origin is known is no framework's object: a library's, or an import that is called `jwt`. */
function comesFromElsewhere(module: JavaScriptModule, callee: Node, length: number): boolean {
  const found = provenance(module, callee);
  if (found === null) return false;
  return length === 2 || module.context.libraries.libraryOf(found.module) !== null;
}

function onePerPlace(sites: readonly Site[]): Site[] {
  const seen = new Set<Node>();
  return sites.filter(({ node }) => !seen.has(node) && seen.add(node));
}
