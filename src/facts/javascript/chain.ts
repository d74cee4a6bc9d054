import type { JavaScriptModule } from './module.ts';
import { dottedPath, memberName, unwrap, type CallNode, type Node } from './syntax.ts';

/** One call of a chain of methods: `.setIssuer(…)`. */
interface ChainLink {
  readonly method: string;
  readonly call: CallNode;
}

/** The chain that a callee ends: `new SignJWT(claims).setIssuer(…).sign`. */
export interface Chain {
  /** The call or construction that the chain starts with. */
  readonly base: CallNode | null;
  readonly links: readonly ChainLink[];
}

/** Longer chains are not written by people; it also ends cycles. */
const MAX_LINKS = 60;

/** All calls on the same builder, whether chained or one statement each. */
export function chainOf(module: JavaScriptModule, callee: Node): Chain {
  const links: ChainLink[] = [];
  let base: CallNode | null = null;
  let current = unwrap(callee);
  for (let step = 0; step < MAX_LINKS; step++) {
    if (current.type === 'MemberExpression') current = unwrap(current.object);
    else if (current.type === 'CallExpression') {
      base = current;
      const target = unwrap(current.callee);
      const method = target.type === 'MemberExpression' ? memberName(target) : null;
      if (target.type !== 'MemberExpression') break;
      if (method !== null) links.push({ method, call: current });
      current = target;
    } else if (current.type === 'NewExpression') {
      base = current;
      break;
    } else if (current.type === 'Identifier') {
      const made = makerOf(module, current);
      if (!made) break;
      links.push(...callsOn(module, current));
      current = made;
    } else break;
  }
  return { base, links };
}

/** The call that a variable holds the result of; a module is no builder. */
function makerOf(module: JavaScriptModule, identifier: Node): CallNode | null {
  const definition = module.variableOf(identifier)?.defs[0]?.node;
  if (definition?.type !== 'VariableDeclarator' || !definition.init) return null;
  const init = unwrap(definition.init);
  if (init.type === 'NewExpression') return init;
  return init.type === 'CallExpression' && dottedPath(init.callee)?.join('.') !== 'require' ? init : null;
}

/** The value that a builder's method was given. */
export function chainArgument(chain: Chain, methods: readonly string[]): Node | null {
  const link = chain.links.find(({ method }) => methods.includes(method));
  const argument = link?.call.arguments[0];
  return argument && argument.type !== 'SpreadElement' ? argument : null;
}

/** Calls of methods on a variable that holds the builder, and of methods on what those return. */
function callsOn(module: JavaScriptModule, identifier: Node): ChainLink[] {
  const links: ChainLink[] = [];
  for (const reference of module.variableOf(identifier)?.references ?? []) {
    let receiver: Node = reference.identifier;
    for (let step = 0; step < MAX_LINKS; step++) {
      const member = module.parentOf(receiver);
      if (member?.type !== 'MemberExpression' || member.object !== receiver) break;
      const call = module.parentOf(member);
      const method = memberName(member);
      if (call?.type !== 'CallExpression' || call.callee !== member || method === null) break;
      links.push({ method, call });
      receiver = call;
    }
  }
  return links;
}
