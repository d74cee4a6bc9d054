import type { TSESTree } from '@typescript-eslint/types';
import type { ClaimsFact } from '../../model.ts';
import type { JavaScriptModule } from '../module.ts';
import { lookAt, resolveConstant } from '../options.ts';
import type { Site } from '../site.ts';
import { dottedPath, isFunction, memberName, unwrap, type Node } from '../syntax.ts';
import { isBrowserCode } from './browser.ts';
import { decisionsBy } from './decisions.ts';

const NOTHING: Pick<ClaimsFact, 'decisions' | 'isFromProvider'> = { decisions: [], isFromProvider: false };

/** What the program does with the claims that a call reads without verifying the token. */
export function claimsOf(module: JavaScriptModule, site: Site, sites: readonly Site[]): ClaimsFact {
  const token = tokenOf(module, site);
  if (isBrowserCode(module)) return { ...NOTHING, use: 'display' };
  if (token && isOwnToken(module, token, sites)) return { ...NOTHING, use: 'own' };
  if (isVerifiedToo(module, site.node, token, sites)) return { ...NOTHING, use: 'verified' };
  const { decisions, isOpen } = decisionsBy(module, site.node, sites);
  const isFromProvider = token !== null && isProvidersToken(module, token);
  if (decisions.length > 0) return { use: 'decision', decisions, isFromProvider };
  return { ...NOTHING, use: isOpen ? 'unknown' : 'display' };
}

function tokenOf(module: JavaScriptModule, { node, call, entry }: Site): Node | null {
  if (entry.token === undefined) return null;
  const looked = lookAt(module, { anchor: node, call, object: null }, entry.token);
  return looked.state === 'value' ? unwrap(looked.node) : null;
}

/* ------------------------------------------------------------------ tokens that are trusted already */

const MAKES_TOKEN = /sign|(?:create|generate|issue|make|mint|new|build)\w{0,40}(?:token|jwt)/i;

/** A token that the same code has just made. */
function isOwnToken(module: JavaScriptModule, token: Node, sites: readonly Site[]): boolean {
  const made = resolveConstant(module, token);
  if (made.type !== 'CallExpression') return false;
  const isSigned = sites.some(({ node, entry }) => node === made && entry.operation === 'sign');
  return isSigned || MAKES_TOKEN.test(dottedPath(made.callee)?.at(-1) ?? '');
}

/** Tokens that a provider handed over in answer to a request of the program's own. */
function isProvidersToken(module: JavaScriptModule, token: Node): boolean {
  const written = module.text.slice(...token.range).slice(0, 200);
  const made = resolveConstant(module, token);
  const text = `${written} ${module.text.slice(...made.range).slice(0, 400)}`;
  return /id_?token|userinfo|provider|tokenset|oauth|oidc/i.test(text);
}

const VERIFIES = /verif|authenticat|validat|(?:user|session|account)(?:for|from|by|of)\w{0,30}(?:jwt|token)/i;

/** The same token goes through a verification in the same function, before or after. */
function isVerifiedToo(
  module: JavaScriptModule,
  node: Node,
  token: Node | null,
  sites: readonly Site[],
): boolean {
  const home = handlerAround(module, node, sites);
  const isInside = (other: Node): boolean =>
    home === null || (home.range[0] <= other.range[0] && other.range[1] <= home.range[1]);
  const verifications = sites.filter(
    ({ node: other, entry }) => entry.operation === 'verify' && isInside(other),
  );
  if (verifications.length > 0) return true;
  if (
    token &&
    /\bstate\.(?:auth|user|jwt)|\breq(?:uest)?\.(?:auth|user)\b/.test(module.text.slice(...token.range))
  )
    return true;
  const written = token ? module.text.slice(...token.range) : '';
  return module
    .nodes('CallExpression')
    .some((call) => call !== node && isInside(call) && verifiesToken(module, call, written));
}

function verifiesToken(module: JavaScriptModule, call: TSESTree.CallExpression, token: string): boolean {
  const name = calleeName(call);
  if (token === '' || !VERIFIES.test(name)) return false;
  return call.arguments.some((argument) => module.text.slice(...argument.range).includes(token));
}

function calleeName(call: TSESTree.CallExpression): string {
  const callee = unwrap(call.callee);
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? (memberName(callee) ?? '') : '';
}

/** Methods whose callbacks belong to the function around them. */
const STEPS: ReadonlySet<string> = new Set([
  'then', 'catch', 'finally', 'map', 'forEach', 'filter', 'find', 'some', 'every', 'reduce', 'flatMap',
]); // prettier-ignore

/** The function that handles the token; a callback of a promise, a list or a verification belongs to it. */
function handlerAround(module: JavaScriptModule, node: Node, sites: readonly Site[]): Node | null {
  let home = module.ancestor(node, isFunction);
  while (home && isStep(module, home, sites)) home = module.ancestor(home, isFunction);
  return home;
}

function isStep(module: JavaScriptModule, callback: Node, sites: readonly Site[]): boolean {
  const parent = module.parentOf(callback);
  if (parent?.type === 'NewExpression') return true;
  if (parent?.type !== 'CallExpression') return false;
  return (
    parent.callee === callback || STEPS.has(calleeName(parent)) || sites.some(({ node }) => node === parent)
  );
}
