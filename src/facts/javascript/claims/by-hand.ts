import type { Library } from '../libraries/types.ts';
import type { JavaScriptModule } from '../module.ts';
import { resolveConstant } from '../options.ts';
import type { Site } from '../site.ts';
import { dottedPath, isFunction, memberName, staticString, unwrap, type Node } from '../syntax.ts';

/** What stands for a library where a program takes a token apart by itself. */
const BY_HAND: Library = {
  name: 'by hand',
  modules: [],
  entries: [{ name: 'JSON.parse', members: [], invoked: 'call', operation: 'decode' }],
};

/** Whether a text may take a token apart: at its dots, out of base64, and as JSON. */
export function mayDecodeByHand(text: string): boolean {
  return (
    /\.split\(\s{0,4}['"`]\.['"`]\s{0,4}\)/.test(text) &&
    /atob|base64/.test(text) &&
    /JSON\.parse/.test(text) &&
    /token|jwt|authorization/i.test(text)
  );
}

/** `JSON.parse(atob(token.split('.')[1]))`, by itself or in steps, where nothing checks the signature by hand as well. */
export function* handMadeSites(module: JavaScriptModule): Iterable<Site> {
  const [entry] = BY_HAND.entries;
  for (const node of module.nodes('CallExpression')) {
    const [text] = node.arguments;
    const isParse = dottedPath(node.callee)?.join('.') === 'JSON.parse';
    if (!isParse || !text || !entry || checksByHand(module, node)) continue;
    if (isMiddleOfToken(module, decodedIn(module, text)))
      yield { node, callee: node.callee, call: node, library: BY_HAND, entry };
  }
}

const MAX_STEPS = 8;

/** What is decoded, within calls such as `Buffer.from(x, 'base64').toString()` and `atob(x)`. */
function decodedIn(module: JavaScriptModule, node: Node): Node {
  let inner = resolved(module, node);
  for (let i = 0; i < MAX_STEPS && inner.type === 'CallExpression'; i++) {
    const callee = unwrap(inner.callee);
    const method = callee.type === 'MemberExpression' ? memberName(callee) : null;
    const isOnReceiver =
      callee.type === 'MemberExpression' && (method === 'toString' || method === 'replace');
    const next = isOnReceiver ? callee.object : inner.arguments[0];
    if (!next) break;
    inner = resolved(module, next);
  }
  return inner;
}

/** `x.split('.')[1]`, also through a constant or a pattern. */
function isMiddleOfToken(module: JavaScriptModule, node: Node): boolean {
  if (node.type === 'MemberExpression')
    return memberName(node) === '1' && isSplit(resolved(module, node.object));
  const definition = node.type === 'Identifier' ? module.variableOf(node)?.defs[0]?.node : null;
  if (node.type !== 'Identifier' || definition?.type !== 'VariableDeclarator' || !definition.init)
    return false;
  const second = definition.id.type === 'ArrayPattern' ? definition.id.elements[1] : null;
  return second?.type === 'Identifier' && second.name === node.name && isSplit(unwrap(definition.init));
}

/** A member of what is made when the program runs stays as it is written. */
function resolved(module: JavaScriptModule, node: Node): Node {
  const inner = unwrap(node);
  return inner.type === 'Identifier' ? resolveConstant(module, inner) : inner;
}

function isSplit(node: Node): boolean {
  const inner = unwrap(node);
  const callee = inner.type === 'CallExpression' ? unwrap(inner.callee) : null;
  if (inner.type !== 'CallExpression' || callee?.type !== 'MemberExpression') return false;
  const [separator] = inner.arguments;
  return memberName(callee) === 'split' && separator !== undefined && staticString(separator) === '.';
}

const CHECK = /^(?:createHmac|createVerify|timingSafeEqual|verify\w*|subtle\.verify)$/;

/** A signature is made or held to another in the same function. */
function checksByHand(module: JavaScriptModule, node: Node): boolean {
  const home = module.ancestor(node, isFunction);
  return module.nodes('CallExpression').some((call) => {
    const isInside = !home || (home.range[0] <= call.range[0] && call.range[1] <= home.range[1]);
    return isInside && CHECK.test(dottedPath(call.callee)?.at(-1) ?? '');
  });
}
