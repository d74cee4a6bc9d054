import type { TSESTree } from '@typescript-eslint/types';
import type { ClaimsDecision } from '../../model.ts';
import type { JavaScriptModule } from '../module.ts';
import type { Site } from '../site.ts';
import {
  dottedPath,
  isFunction,
  isNullish,
  keyName,
  memberName,
  spanOf,
  unwrap,
  type Node,
} from '../syntax.ts';
import { callsOf } from '../trace/functions.ts';

/** What follows from claims, and whether they go where this analysis does not. */
export interface Followed {
  readonly decisions: readonly ClaimsDecision[];
  readonly isOpen: boolean;
}

/** Uses of one decoded token that are looked at; more are not written by people. */
const MAX_USES = 400;

/** Follow the claims that `node` gives to what is decided by them. */
export function decisionsBy(module: JavaScriptModule, node: Node, sites: readonly Site[]): Followed {
  const follower = new ClaimsFollower(module, sites);
  follower.claims(node);
  return { decisions: follower.decisions, isOpen: follower.isOpen };
}

/** Parts of a decoded token that are no claims, or only say when and by whom it was made. */
const NO_CLAIMS: ReadonlySet<string> = new Set(['header', 'signature', 'protected']);
const HARMLESS_CLAIMS: ReadonlySet<string> = new Set([
  'exp', 'iat', 'nbf', 'kid', 'alg', 'iss', 'aud', 'typ', 'type', 'tid', 'azp', 'jti', 'length', 'then', 'catch',
]); // prettier-ignore

const IDENTITY_TARGET =
  /^(?:req|request|ctx|context|c|res\.locals|socket|event|this|locals|connection|ws|client)\..*(?:user|auth|session|identity|account|principal|claims|decoded|payload|jwt|uid|id|role|admin)\w*$/i;
const LOOKUP =
  /^(?:find|get|load|fetch|query|select|where|update|delete|remove|create|upsert|save|count|exists|login|authorize|by)(?:[A-Z_]\w*)?$/i;
const DISPLAY =
  /^(?:log|info|debug|warn|error|trace|json|stringify|parse|push|set[A-Z]\w*|dispatch|commit|expect|render|now|isNaN|Number|String|Date)$/;
const MEMBERSHIP: ReadonlySet<string> = new Set([
  'includes',
  'has',
  'some',
  'every',
  'indexOf',
  'find',
  'startsWith',
]);
const DECIDING_NAME =
  /user|auth|session|identity|principal|account|login|permission|role|admin|access|valid/i;
/** Functions that only read a token say so. */
const READING_NAME =
  /(?:decode|parse|peek|read|inspect|extract|get)\w{0,20}(?:jwt|token|header|expir|claim|payload)|header|expir|unverified|unsafe|^decode/i;
const AUTHORITY = /admin|role|perm|scope|group|is[A-Z_]|can[A-Z_]|owner|staff|super/;

class ClaimsFollower {
  readonly decisions: ClaimsDecision[] = [];
  isOpen = false;
  readonly #module: JavaScriptModule;
  readonly #sites: readonly Site[];
  readonly #seen = new Set<Node>();

  constructor(module: JavaScriptModule, sites: readonly Site[]) {
    this.#module = module;
    this.#sites = sites;
  }

  /** `node` is the decoded token or its claims as a whole. */
  claims(node: Node): void {
    const value = this.#outer(node);
    if (!this.#enter(value)) return;
    const parent = this.#module.parentOf(value);
    if (!parent) return;
    if (parent.type === 'MemberExpression' && parent.object === value) return this.#member(parent);
    if (parent.type === 'VariableDeclarator') return this.#bound(parent.id);
    this.#flow(value, parent, (next) => this.claims(next));
  }

  /** `node` is one claim: an id, a role, an address. */
  #claim(node: Node, name: string): void {
    const value = this.#outer(node);
    if (!this.#enter(value) || HARMLESS_CLAIMS.has(name)) return;
    const parent = this.#module.parentOf(value);
    if (!parent) return;
    switch (parent.type) {
      case 'BinaryExpression':
        return this.#comparison(parent, value);
      case 'MemberExpression':
        return this.#membership(parent, value, name);
      case 'IfStatement':
      case 'ConditionalExpression':
        if (parent.test === value && AUTHORITY.test(name)) return this.#decide('comparison', value);
        return parent.type === 'IfStatement' || parent.test === value ? undefined : this.#claim(parent, name);
      case 'UnaryExpression':
        return AUTHORITY.test(name) ? this.#decide('comparison', value) : undefined;
      case 'SwitchStatement':
        return parent.discriminant === value ? this.#decide('comparison', value) : undefined;
      case 'VariableDeclarator':
        if (parent.id.type === 'Identifier')
          for (const use of this.#readsOf(parent.id)) this.#claim(use, name);
        return;
      default:
        return this.#flow(value, parent, (next) => this.#claim(next, name));
    }
  }

  #member(node: TSESTree.MemberExpression): void {
    const name = memberName(node);
    if (name === null || NO_CLAIMS.has(name)) return;
    if (name === 'payload') return this.claims(node);
    const call = this.#module.parentOf(node);
    if ((name === 'then' || name === 'catch') && call?.type === 'CallExpression') {
      this.isOpen = true;
      return;
    }
    this.#claim(node, name);
  }

  #bound(pattern: Node): void {
    if (pattern.type === 'Identifier') for (const use of this.#readsOf(pattern)) this.claims(use);
    if (pattern.type !== 'ObjectPattern') return;
    for (const property of pattern.properties) {
      if (property.type !== 'Property') continue;
      const name = keyName(property, property.key) ?? '';
      const target = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
      if (NO_CLAIMS.has(name)) continue;
      if (name === 'payload' || name === 'claims') this.#bound(target);
      else if (target.type === 'Identifier') for (const use of this.#readsOf(target)) this.#claim(use, name);
    }
  }

  #comparison(parent: TSESTree.BinaryExpression, value: Node): void {
    if (!/^(?:[!=]==?|[<>]=?|in)$/.test(parent.operator)) return;
    const other = parent.left === value ? parent.right : parent.left;
    const isType = other.type === 'Literal' && typeof other.value === 'number';
    if (!isNullish(other) && !isType) this.#decide('comparison', parent);
  }

  #membership(parent: TSESTree.MemberExpression, value: Node, name: string): void {
    if (parent.object !== value) return;
    const method = memberName(parent) ?? '';
    const call = this.#module.parentOf(parent);
    const isCall = call?.type === 'CallExpression' && call.callee === parent;
    if (isCall && MEMBERSHIP.has(method)) return this.#decide('comparison', call);
    this.#claim(isCall ? call : parent, isCall ? name : method);
  }

  /** Places where whole claims and single ones mean the same. */
  #flow(value: Node, parent: Node, onwards: (next: Node) => void): void {
    switch (parent.type) {
      case 'AssignmentExpression':
        return this.#assigned(value, parent, onwards);
      case 'ReturnStatement':
        return this.#returned(parent, value, onwards);
      case 'ArrowFunctionExpression':
        return parent.body === value ? this.#returned(parent, value, onwards) : undefined;
      case 'CallExpression':
      case 'NewExpression':
        return this.#passed(value, parent);
      case 'Property':
        return parent.value === value ? onwards(this.#module.parentOf(parent)!) : undefined;
      case 'SpreadElement':
      case 'ArrayExpression':
        return onwards(parent.type === 'SpreadElement' ? this.#module.parentOf(parent)! : parent);
      case 'LogicalExpression':
        return parent.right === value || parent.operator !== '&&' ? onwards(parent) : undefined;
      case 'ConditionalExpression':
        return parent.test === value ? undefined : onwards(parent);
      case 'TemplateLiteral':
        return onwards(parent);
      default:
        return;
    }
  }

  #assigned(value: Node, parent: TSESTree.AssignmentExpression, onwards: (next: Node) => void): void {
    if (parent.right !== value) return;
    if (parent.left.type === 'Identifier') {
      for (const use of this.#readsOf(parent.left)) onwards(use);
      return;
    }
    const path = dottedPath(parent.left)?.join('.') ?? '';
    if (IDENTITY_TARGET.test(path)) this.#decide('identity', parent);
    else this.isOpen = true;
  }

  #returned(node: Node, value: Node, onwards: (next: Node) => void): void {
    const owner = isFunction(node) ? node : this.#module.ancestor(node, isFunction);
    const calls = owner ? callsOf(this.#module, owner) : [];
    for (const call of calls) onwards(call);
    const name = this.#nameOfFunction(node);
    if (DECIDING_NAME.test(name) && !READING_NAME.test(name)) this.#decide('result', value);
    else if (calls.length === 0) this.isOpen = true;
  }

  #passed(value: Node, call: CallLike): void {
    if (call.callee === value) return;
    const site = this.#sites.find(({ node }) => node === call);
    if (site?.entry.operation === 'sign') return this.#decide('signing', call);
    if (site) return;
    const names = dottedPath(call.callee) ?? [];
    const name = names.at(-1) ?? '';
    if (/^(?:done|cb|callback)$/.test(name) && call.arguments[0] !== value)
      return this.#decide('result', call);
    if (DISPLAY.test(name)) return;
    if (LOOKUP.test(name) && names.length > 1) return this.#decide('lookup', call);
    this.isOpen = true;
  }

  #decide(how: ClaimsDecision['how'], node: Node): void {
    this.decisions.push({ how, span: spanOf(node) });
  }

  #enter(node: Node): boolean {
    if (this.#seen.has(node) || this.#seen.size > MAX_USES) return false;
    this.#seen.add(node);
    return true;
  }

  /** The value without what does not change it: `await`, assertions, optional chains. */
  #outer(node: Node): Node {
    let current = node;
    for (let parent = this.#module.parentOf(current); parent && parent.type !== 'SequenceExpression';) {
      if (unwrap(parent) !== unwrap(current) || unwrap(parent) === parent) break;
      current = parent;
      parent = this.#module.parentOf(current);
    }
    return current;
  }

  #readsOf(identifier: Node): Node[] {
    const references = this.#module.variableOf(identifier)?.references ?? [];
    return references.filter((reference) => reference.isRead()).map((reference) => reference.identifier);
  }

  #nameOfFunction(node: Node): string {
    const owner = isFunction(node) ? node : this.#module.ancestor(node, isFunction);
    if (!owner) return '';
    if ('id' in owner && owner.id) return owner.id.name;
    const parent = this.#module.parentOf(owner);
    if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
    if (parent && 'key' in parent && 'computed' in parent)
      return keyName(parent as { computed: boolean }, parent.key as Node) ?? '';
    if (parent?.type === 'AssignmentExpression') return dottedPath(parent.left)?.at(-1) ?? '';
    return '';
  }
}

type CallLike = TSESTree.CallExpression | TSESTree.NewExpression;
