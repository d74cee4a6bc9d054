import type { TSESTree } from '@typescript-eslint/types';
import type { UnsetKey } from '../model.ts';
import { settingRead } from './environment.ts';
import type { JavaScriptModule } from './module.ts';
import { resolveConstant } from './options.ts';
import {
  dottedPath,
  isFunction,
  isNullish,
  keyName,
  memberName,
  spanOf,
  staticString,
  unwrap,
  type Node,
} from './syntax.ts';
import type { Origin } from './trace/index.ts';
import { handedToCallback, returnedBy } from './trace/functions.ts';

/**
 * How a key may be missing when the program runs: an environment variable that nobody checks, or a function that may
 * answer with nothing. Null where the key is there for certain, or where the analysis cannot tell.
 */
export function unsetKeyOf(
  module: JavaScriptModule,
  node: Node,
  origins: readonly Origin[],
  isResolver: boolean,
): UnsetKey | null {
  if (isResolver) return emptyAnswer(module, node);
  const isFilled = origins.some(({ kind }) => kind === 'literal' || kind === 'import' || kind === 'random');
  return isFilled ? emptyFallback(module, node) : uncheckedVariable(module, node);
}

/* ------------------------------------------------------------------ environment variables */

function uncheckedVariable(module: JavaScriptModule, node: Node): UnsetKey | null {
  const { inner, how } = withoutConversion(module, resolveConstant(module, node));
  const read = settingRead(inner);
  if (read?.source !== 'environment' || read.name === null || read.fallback) return null;
  if (inner.type !== 'MemberExpression' || isChecked(module, inner, read.name)) return null;
  return { how, variable: read.name, span: spanOf(inner) };
}

/** `Buffer.from(process.env.X || '')`: an empty text is a fallback that leaves nothing. */
function emptyFallback(module: JavaScriptModule, node: Node): UnsetKey | null {
  const { inner, how } = withoutConversion(module, resolveConstant(module, node));
  if (how !== 'empty-bytes' || inner.type !== 'LogicalExpression') return null;
  const read = settingRead(inner.left);
  const right = unwrap(inner.right);
  if (read?.source !== 'environment' || right.type !== 'Literal' || right.value !== '') return null;
  return isChecked(module, inner.left, read.name ?? '')
    ? null
    : { how, variable: read.name, span: spanOf(inner) };
}

/** What the library gets where the variable is missing, by what is done to it on the way. */
function withoutConversion(module: JavaScriptModule, node: Node): { inner: Node; how: UnsetKey['how'] } {
  const inner = unwrap(node);
  if (inner.type === 'TemplateLiteral' && inner.expressions.length === 1)
    return { inner: resolveConstant(module, inner.expressions[0]!), how: 'word' };
  if (inner.type === 'BinaryExpression' && inner.operator === '+')
    return { inner: resolveConstant(module, wordOperand(inner)), how: 'word' };
  if (inner.type !== 'CallExpression') return { inner, how: 'missing' };
  const [first] = inner.arguments;
  const callee = dottedPath(inner.callee)?.join('.') ?? '';
  if (!first) return { inner, how: 'missing' };
  if (callee === 'String') return { inner: resolveConstant(module, first), how: 'word' };
  const target = unwrap(inner.callee);
  const isEncoder =
    target.type === 'MemberExpression' &&
    memberName(target) === 'encode' &&
    /encoder/i.test(module.text.slice(...target.range));
  if (isEncoder || callee.endsWith('Buffer.from'))
    return { inner: resolveConstant(module, first), how: 'empty-bytes' };
  return { inner, how: 'missing' };
}

/** `process.env.X + ''`: the operand that is read from somewhere. */
function wordOperand(node: TSESTree.BinaryExpression): Node {
  return settingRead(node.left) ? node.left : node.right;
}

const ASSERTION = /assert|invariant|require|ensure|check|expect|must|validate|exists/i;

/** Whether the file itself makes sure of the variable: a check that leaves, an assertion, a list of required names. */
function isChecked(module: JavaScriptModule, read: Node, name: string): boolean {
  const isSame = (node: Node): boolean => settingRead(node)?.name === name;
  for (const node of module.nodes('MemberExpression')) {
    if (node === read || !isSame(node)) continue;
    if (isTest(module, node)) return true;
  }
  if (usesOf(module, read).some((use) => isTest(module, use))) return true;
  return isRequired(module, name);
}

/** Whether a module stops the program where a variable is not set: what a start file does for all others. */
export function checksVariable(module: JavaScriptModule, name: string): boolean {
  const reads = module.nodes('MemberExpression').filter((node) => settingRead(node)?.name === name);
  const uses = reads.flatMap((read) => [read, ...usesOf(module, read)]);
  return uses.some((use) => isTest(module, use) && stops(module, use)) || isRequired(module, name);
}

/** Where the constant is used that the read is assigned to. */
function usesOf(module: JavaScriptModule, read: Node): readonly Node[] {
  const [variable] = boundTo(module, read);
  return variable
    ? (module.variableOf(variable)?.references ?? []).map(({ identifier }) => identifier as Node)
    : [];
}

const STOPS = /\bthrow\b|\b(?:exit|abort|reject|fail|fatal|panic)\w{0,20}\s{0,3}\(/i;
const LONGEST_CHECK = 2000;

/** Whether the condition that something is tested in leads out of the program. */
function stops(module: JavaScriptModule, node: Node): boolean {
  for (let parent = module.parentOf(node); parent; parent = module.parentOf(parent)) {
    if (parent.type === 'IfStatement')
      return STOPS.test(module.text.slice(...parent.range).slice(0, LONGEST_CHECK));
    if (parent.type.endsWith('Statement') || isFunction(parent)) return true;
  }
  return false;
}

/** Whether a name stands where everything has to be set. */
function isRequired(module: JavaScriptModule, name: string): boolean {
  return (
    module.nodes('CallExpression').some((call) => isRequiredList(module, call, name)) ||
    module.nodes('Property').some((property) => isRequiredByScheme(module, property, name)) ||
    module.nodes('ArrayExpression').some((list) => isLookedThrough(module, list, name))
  );
}

/** What schemes of zod, Joi, yup and envalid say of a value that has to be there. */
const REQUIRED: readonly RegExp[] = [
  /^z(?:od)?\s{0,20}\.(?![\s\S]{0,300}\.(?:optional|default|nullish|nullable|catch)\s{0,3}\()/,
  /^(?:joi|yup)\s{0,20}\.[\s\S]{0,300}\.(?:required|exist)\s{0,3}\(/i,
  /^str\s{0,3}\((?![\s\S]{0,300}default)/i,
];

function isRequiredByScheme(module: JavaScriptModule, property: TSESTree.Property, name: string): boolean {
  if (keyName(property, property.key) !== name || !/env/i.test(module.text)) return false;
  const value = module.text.slice(...property.value.range).slice(0, 300);
  return REQUIRED.some((form) => form.test(value));
}

/** `for (const name of ['JWT_SECRET', …]) if (!process.env[name]) throw …` */
function isLookedThrough(module: JavaScriptModule, list: TSESTree.ArrayExpression, name: string): boolean {
  const isNamed = list.elements.some((element) => element !== null && staticString(element) === name);
  return isNamed && /\benv\s{0,3}\[/.test(module.text) && STOPS.test(module.text);
}

/** The name that the read is assigned to. */
function boundTo(module: JavaScriptModule, read: Node): Node[] {
  for (let node: Node | null = read; node; node = module.parentOf(node)) {
    if (node.type === 'VariableDeclarator') return node.id.type === 'Identifier' ? [node.id] : [];
    if (node.type.endsWith('Statement')) return [];
  }
  return [];
}

function isTest(module: JavaScriptModule, node: Node): boolean {
  let inside = node;
  for (let parent = module.parentOf(node); parent; inside = parent, parent = module.parentOf(parent)) {
    if (parent.type === 'IfStatement' || parent.type === 'ConditionalExpression')
      return parent.test === inside;
    if (parent.type === 'LogicalExpression' && parent.left === inside && leaves(parent.right)) return true;
    if (parent.type === 'CallExpression')
      return (
        parent.callee !== inside && ASSERTION.test(module.text.slice(...parent.callee.range).slice(0, 100))
      );
    if (parent.type.endsWith('Statement') || isFunction(parent)) return false;
  }
  return false;
}

/** `|| fail('…')`, `|| process.exit(1)`. */
function leaves(node: Node): boolean {
  const inner = unwrap(node);
  return (
    inner.type === 'CallExpression' &&
    /exit|fail|throw|abort|die|panic/i.test(dottedPath(inner.callee)?.join('.') ?? '')
  );
}

/** `writeEnvFile({ JWT_SECRET })` makes settings and checks none. */
const WRITES = /write|save|store|create(?!env$)|generate|update|append|print|log|dump|mock|stub/i;

/** `requireEnv(['JWT_SECRET', …])`, `cleanEnv(process.env, { JWT_SECRET: str() })`, `schema.parse(process.env)`. */
function isRequiredList(module: JavaScriptModule, call: TSESTree.CallExpression, name: string): boolean {
  const callee = unwrap(call.callee);
  const method =
    callee.type === 'Identifier'
      ? callee.name
      : callee.type === 'MemberExpression'
        ? memberName(callee)
        : null;
  if (name === '' || !method || method === 'require' || !/env|require|assert|validat|parse/i.test(method))
    return false;
  if (WRITES.test(method)) return false;
  const text = module.text.slice(...call.range).slice(0, 8000);
  return new RegExp(`(?<![\\w.])['"]?${name.replace(/\W/g, '')}['"]?(?!\\w)`).test(text);
}

/* ------------------------------------------------------------------ functions that find the key */

/** A resolver whose answer may be nothing: `done(null, key && key.publicKey)`, `keys[kid]?.pem`, an early empty return. */
function emptyAnswer(module: JavaScriptModule, node: Node): UnsetKey | null {
  const target = functionBehind(module, node);
  if (!target) return null;
  for (const answer of [...returnedBy(target), ...handedToCallback(module, target)]) {
    if (mayBeNothing(answer)) return { how: 'resolver', variable: null, span: spanOf(answer) };
  }
  return null;
}

function functionBehind(module: JavaScriptModule, node: Node): TSESTree.FunctionLike | null {
  const inner = resolveConstant(module, node);
  if (isFunction(inner)) return inner;
  const definition = inner.type === 'Identifier' ? module.variableOf(inner)?.defs[0]?.node : null;
  return definition && isFunction(definition) ? definition : null;
}

function mayBeNothing(node: Node): boolean {
  if (node.type === 'ChainExpression') return true;
  const inner = unwrap(node);
  if (isNullish(inner)) return true;
  if (inner.type === 'LogicalExpression') return inner.operator === '&&' || mayBeNothing(inner.right);
  return inner.type === 'ConditionalExpression' && [inner.consequent, inner.alternate].some(mayBeNothing);
}
