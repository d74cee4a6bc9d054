import type { TSESTree } from '@typescript-eslint/types';
import type { LogFact } from '../../model.ts';
import { classifyName } from '../../secret-names.ts';
import { isBrowserCode } from '../claims/browser.ts';
import { isEnvironmentObject, settingRead } from '../environment.ts';
import type { JavaScriptModule } from '../module.ts';
import type { Site } from '../site.ts';
import { dottedPath, memberName, spanOf, staticString, unwrap, type Node } from '../syntax.ts';
import { mayMentionSecret } from '../../text/secret-mentions.ts';
import { codeOfArguments } from './code-of-arguments.ts';
import { isTokenName } from './names.ts';

/** Receivers whose methods write a log, by the last name of the way to them. */
const LOGGER = /^(?:console|_?log(?:ger)?s?|winston|pino|bunyan|signale|consola|log4js|tslog)$/i;
const LEVEL =
  /^(?:log|error|warn|warning|info|debug|trace|verbose|silly|notice|fatal|critical|alert|http|dir|table|success|child|write)$/;
const STREAM = /^process\.std(?:out|err)\.write$/;

/** Deeper values are not written by people. */
const MAX_DEPTH = 12;

/** Secrets, tokens and Authorization headers that the code writes to a log. */
export function findLogs(module: JavaScriptModule, sites: readonly Site[]): LogFact[] {
  const reader = new LogReader(module, sites);
  const leaks = module
    .nodes('CallExpression')
    .filter(writesLog)
    .flatMap((call) => call.arguments.flatMap((argument) => reader.leaksIn(argument, 0)));
  if (leaks.length === 0) return [];
  const isBrowser = isBrowserCode(module);
  const isAboutJwt = JWT_CONTEXT.test(module.text);
  return leaks
    .filter(({ what, isCertain }) => isAboutJwt || what !== 'token' || isCertain)
    .map(({ what, span, name }) => ({ what, span, name, isBrowser }));
}

function writesLog(call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression' || !LEVEL.test(memberName(callee) ?? '')) return false;
  const names = dottedPath(callee);
  if (!names || names.length < 2) return false;
  if (STREAM.test(names.join('.'))) return true;
  return LOGGER.test(names.at(-2) ?? '');
}

/** The same as text: a call that writes a log, for the look at a file before it is parsed. */
const LOG_CALL =
  /\.\s{0,20}(?:std(?:out|err)\.)?(?:log|error|warn(?:ing)?|info|debug|trace|verbose|silly|notice|fatal|critical|alert|http|dir|table|success|child|write)\s{0,20}\(/g;
const LOG_RECEIVER =
  /(?:console|log(?:ger)?s?|winston|pino|bunyan|signale|consola|log4js|tslog|process)\s{0,20}\??$/i;
/** The longest receiver and the space behind it. */
const MAX_RECEIVER = 32;

/** Whether a program may write something to a log that does not belong there. Says yes too often, never too rarely. */
export function mayLogSecrets(text: string): boolean {
  const calls = [...text.matchAll(LOG_CALL)].filter(({ index }) =>
    LOG_RECEIVER.test(text.slice(Math.max(0, index - MAX_RECEIVER), index)),
  );
  if (calls.length === 0) return false;
  const isAboutJwt = JWT_CONTEXT.test(text);
  const logsIn = LOGIN.test(text);
  return calls.some(({ 0: call, index }) => {
    const code = codeOfArguments(text, index + call.length);
    return (
      HEADER.test(code) ||
      ENVIRONMENT.test(code) ||
      (logsIn && ANSWER.test(code)) ||
      mayMentionSecret(code) ||
      (isAboutJwt && mentionsToken(code))
    );
  });
}

/** The header `Authorization` by itself, and all headers of a request. */
const HEADER =
  /(?<![\w$])(?:auth(?:orization)?_?header|authorization)(?![\w$])|(?<![\w$])(?:req|request|ctx|context|c)(?![\w$])[\s\S]{1,200}(?<![\w$])headers(?![\w$])/i;
/** All variables of the environment at once. */
const ENVIRONMENT = /(?<![\w$])env(?![\w$])(?!\s{0,20}[?!]{0,2}(?:\.|\[))/;
/** What a request gave back. */
const ANSWER = /[.'"`](?:data|body)(?![\w$])/;

/** Names of tokens that stand in code. */
function mentionsToken(code: string): boolean {
  return [...code.matchAll(/[\w$]{0,60}(?:token|jwt)[\w$]{0,60}/gi)].some(([name]) => isTokenName(name));
}

/** A token may be of any kind where a file says nothing of JWTs: a link in an e-mail, a lexer's. */
const JWT_CONTEXT = /jwt|jose|bearer|authorization/i;

/** Where a program gets its tokens. */
const LOGIN = /\/(?:login|log-in|signin|sign-in|token|tokens|refresh)(?:[/?`'"]|$)/i;

interface Leak extends Omit<LogFact, 'isBrowser'> {
  /** A token by where it comes from, not by its name. */
  readonly isCertain: boolean;
}

class LogReader {
  readonly #module: JavaScriptModule;
  readonly #sites: readonly Site[];

  constructor(module: JavaScriptModule, sites: readonly Site[]) {
    this.#module = module;
    this.#sites = sites;
  }

  leaksIn(node: Node, depth: number): Leak[] {
    if (depth > MAX_DEPTH) return [];
    const inner = unwrap(node);
    const into = (nodes: readonly (Node | null)[]): Leak[] =>
      nodes.flatMap((one) => (one ? this.leaksIn(one, depth + 1) : []));
    switch (inner.type) {
      case 'TemplateLiteral':
        return into(inner.expressions);
      case 'BinaryExpression':
        return inner.operator === '+' ? into([inner.left, inner.right]) : [];
      case 'ConditionalExpression':
        return into([inner.consequent, inner.alternate]);
      case 'LogicalExpression':
        return into(inner.operator === '&&' ? [inner.right] : [inner.left, inner.right]);
      case 'ArrayExpression':
        return into(inner.elements);
      case 'SpreadElement':
        return into([inner.argument]);
      case 'ObjectExpression':
        return into(
          inner.properties.map((property) => ('value' in property ? property.value : property.argument)),
        );
      case 'CallExpression':
        return this.#call(inner, into);
      case 'Identifier':
        return this.#identifier(inner);
      case 'MemberExpression':
        return this.#member(inner);
      default:
        return [];
    }
  }

  #call(node: TSESTree.CallExpression, into: (nodes: readonly Node[]) => Leak[]): Leak[] {
    const names = dottedPath(node.callee) ?? [];
    const [first] = node.arguments;
    const site = this.#sites.find((one) => one.node === node);
    if (site) return site.entry.operation === 'sign' ? [leak('token', node, site.entry.name)] : [];
    if (/^(?:JSON\.stringify|String|(?:util\.)?(?:inspect|format))$/.test(names.join('.')))
      return into(node.arguments);
    const target = unwrap(node.callee);
    const method = target.type === 'MemberExpression' ? memberName(target) : null;
    if (target.type === 'MemberExpression' && (method === 'toString' || method === 'trim'))
      return into([target.object]);
    const asked = first && staticString(first)?.toLowerCase();
    if (asked === 'authorization' && /^(?:get|header|getHeader)$/.test(method ?? ''))
      return [leak('header', node, 'Authorization')];
    return this.#setting(node);
  }

  #identifier(node: TSESTree.Identifier): Leak[] {
    const { name } = node;
    if (/^auth(?:orization)?_?header$|^authorization$/i.test(name)) return [leak('header', node, name)];
    if (classifyName([name]) === 'jwt-secret') return this.#isText(node) ? [leak('secret', node, name)] : [];
    return isTokenName(name) && !this.#isClaims(node) ? [leak('token', node, name)] : [];
  }

  #member(node: TSESTree.MemberExpression): Leak[] {
    const names = dottedPath(node);
    const name = memberName(node);
    if (isEnvironmentObject(node)) return [leak('environment', node, 'process.env')];
    const setting = this.#setting(node);
    if (setting.length > 0) return setting;
    if (!names || name === null) return [];
    const owner = names.at(-2) ?? '';
    if (/^authorization$/i.test(name) && /headers?$/i.test(owner))
      return [leak('header', node, 'Authorization')];
    if (name === 'headers' && /^(?:req|request|ctx|context|c)$/.test(owner))
      return [leak('headers', node, names.join('.'))];
    if (classifyName(names) === 'jwt-secret') return [leak('secret', node, names.join('.'))];
    if (isTokenName(name)) return [leak('token', node, names.join('.'))];
    return this.#answer(node, names);
  }

  /** `response.data`, where the request went to a login. */
  #answer(node: TSESTree.MemberExpression, names: readonly string[]): Leak[] {
    if (names.length !== 2 || !/^(?:data|body)$/.test(names[1] ?? '') || node.object.type !== 'Identifier')
      return [];
    const definition = this.#module.variableOf(node.object)?.defs[0]?.node;
    const init =
      definition?.type === 'VariableDeclarator' && definition.init ? unwrap(definition.init) : null;
    if (init?.type !== 'CallExpression' || !init.arguments[0]) return [];
    const address = this.#module.text.slice(...init.arguments[0].range).slice(0, 200);
    return LOGIN.test(address) ? [leak('token', node, names.join('.'), true)] : [];
  }

  #setting(node: Node): Leak[] {
    const read = settingRead(node);
    if (!read?.name) return [];
    return classifyName(read.name.split('.')) === 'jwt-secret' ? [leak('secret', node, read.name)] : [];
  }

  /** Functions, flags and numbers under the name of a secret are none. */
  #isText(node: TSESTree.Identifier): boolean {
    const definition = this.#module.variableOf(node)?.defs[0];
    if (definition?.type === 'FunctionName') return false;
    if (definition?.node.type !== 'VariableDeclarator' || !definition.node.init) return true;
    const init = unwrap(definition.node.init);
    if (init.type === 'Literal') return typeof init.value === 'string';
    return !/^(?:Unary|Binary|ArrowFunction|Function|Object|Array)Expression$/.test(init.type);
  }

  /** What a verification or a decoding gives back is no token any more. */
  #isClaims(node: TSESTree.Identifier): boolean {
    const variable = this.#module.variableOf(node)?.defs[0];
    if (variable?.type === 'Parameter') return isFlag(this.#module.parentOf(variable.name));
    const definition = variable?.node;
    if (definition?.type !== 'VariableDeclarator' || !definition.init) return false;
    const init = unwrap(definition.init);
    if (isBoolean(init)) return true;
    if (init.type === 'UnaryExpression' || init.type === 'BinaryExpression') return true;
    if (init.type !== 'CallExpression') return false;
    const isRead = this.#sites.some((site) => site.node === init && site.entry.operation !== 'sign');
    return isRead || /verif|decode|parse/i.test(dottedPath(init.callee)?.at(-1) ?? '');
  }
}

/** `(token = false) => …` */
function isFlag(node: Node | null): boolean {
  return node?.type === 'AssignmentPattern' && isBoolean(node.right);
}

function isBoolean(node: Node): boolean {
  return node.type === 'Literal' && typeof node.value === 'boolean';
}

function leak(what: Leak['what'], node: Node, name: string, isCertain = false): Leak {
  return { what, span: spanOf(node), name, isCertain };
}
