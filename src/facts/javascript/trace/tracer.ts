import type { Fallback, FlowStep, KeyEncoding } from '../../model.ts';
import { settingReadIn } from '../settings/readers.ts';
import type { JavaScriptModule, Variable } from '../module.ts';
import { isUndefined, spanOf, unwrap, type CallNode, type Node } from '../syntax.ts';
import { identifier, variable } from './bindings.ts';
import { call, construction, resolver } from './calls.ts';
import { importedModule, member, property } from './objects.ts';
import type { Origin, OtherOrigin } from './origins.ts';
import { assignment, concatenation, conditional, literal, logical, setting, template } from './values.ts';

/** What is known about the way so far, walking backwards from the use. */
export interface Context {
  readonly steps: readonly FlowStep[];
  readonly encoding: KeyEncoding;
  readonly fallback: Fallback | null;
  readonly partial: boolean;
  readonly name: string | null;
  /** The way goes through what a function returns: of its callers only one is on it. */
  readonly isReturned: boolean;
  /** The calls that the way went into, the innermost first. */
  readonly entered: Entered | null;
  readonly depth: number;
}

/** A call whose function is on the way: the function's parameters are what this call passes, not what others pass. */
export interface Entered {
  readonly node: Node;
  readonly call: CallNode;
  readonly outer: Entered | null;
}

export const START: Context = {
  steps: [],
  encoding: 'utf8',
  fallback: null,
  partial: false,
  name: null,
  isReturned: false,
  entered: null,
  depth: 0,
};

/** Backwards steps before a trace gives up, and places it may visit: both end hostile programs. */
export const MAX_DEPTH = 64;
const MAX_VISITS = 2000;

/** One walk from a use to every origin; what a kind of node means stands in the modules beside this one. */
export class Tracer {
  readonly origins: Origin[] = [];
  readonly module: JavaScriptModule;
  /** Nodes on the current way: meeting one again is a cycle. */
  readonly active: Set<Node>;
  readonly #budget: { visits: number };

  constructor(module: JavaScriptModule, around?: Tracer) {
    this.module = module;
    this.active = around?.active ?? new Set<Node>();
    this.#budget = around ? around.#budget : { visits: 0 };
  }

  /** Every value that `node` can have. */
  visit(node: Node, context: Context): void {
    const inner = unwrap(node);
    if (!this.mayGoOn(context) || this.active.has(inner)) return;
    this.active.add(inner);
    this.#dispatch(inner, { ...context, depth: context.depth + 1 });
    this.active.delete(inner);
  }

  /** Every value that `node.members…` can have. */
  property(node: Node, members: readonly string[], context: Context): void {
    property(this, node, members, context);
  }

  /** Every value that `variable.members…` can have. */
  variable(bound: Variable, members: readonly string[], use: Node, context: Context): void {
    variable(this, bound, members, use, context);
  }

  /** Counts a visit; false when the trace has gone far enough. */
  mayGoOn(context: Context): boolean {
    return context.depth <= MAX_DEPTH && ++this.#budget.visits <= MAX_VISITS;
  }

  /* ---------------------------------------------------------------- what a trace ends in */

  text(value: string, node: Node, context: Context): void {
    const { steps, encoding, fallback, partial, name } = context;
    this.origins.push({
      kind: 'literal',
      value,
      span: spanOf(node),
      steps,
      encoding,
      fallback,
      partial,
      name,
    });
  }

  other(kind: OtherOrigin['kind'], node: Node, context: Context): void {
    this.origins.push({ kind, span: spanOf(node), steps: context.steps, encoding: context.encoding });
  }

  imported(module: string, members: readonly string[], use: Node, context: Context): void {
    const { steps, encoding, fallback, partial } = context;
    if (partial) return this.other('unknown', use, context);
    // Bundlers, transpilers and Node disagree on `default`: it is no part of the way.
    const named = members.filter((name, i) => name !== '()' && !(name === 'default' && i === 0));
    this.origins.push({
      kind: 'import',
      module,
      members: named,
      span: spanOf(use),
      steps,
      encoding,
      fallback,
    });
  }

  /** The context behind one more step of the way. */
  step(context: Context, node: Node, message: string, name: string | null): Context {
    const step: FlowStep = { span: spanOf(node), message };
    return { ...context, steps: [step, ...context.steps], name: name ?? context.name };
  }

  /** The context inside a function that a call goes into. */
  enter(context: Context, node: Node, call: CallNode): Context {
    return { ...context, entered: { node, call, outer: context.entered } };
  }

  /** All texts that a part of the way can be, such as the name of a variable that is read. */
  textsOf(node: Node, context: Context): string[] {
    const tracer = new Tracer(this.module, this);
    tracer.visit(node, context);
    return tracer.origins.flatMap((origin) =>
      origin.kind === 'literal' && !origin.partial ? [origin.value] : [],
    );
  }

  #dispatch(node: Node, context: Context): void {
    const read = settingReadIn(this.module, node);
    if (read) return setting(this, node, read, context);
    switch (node.type) {
      case 'Literal':
        return literal(this, node, context);
      case 'TemplateLiteral':
        return template(this, node, context);
      case 'BinaryExpression':
        return concatenation(this, node, context);
      case 'LogicalExpression':
        return logical(this, node, [], context);
      case 'ConditionalExpression':
        return conditional(this, node, [], context);
      case 'AssignmentExpression':
        return assignment(this, node, [], context);
      case 'Identifier':
        return identifier(this, node, context);
      case 'MemberExpression':
        return member(this, node, context);
      case 'CallExpression':
        return call(this, node, context);
      case 'NewExpression':
        return construction(this, node, context);
      case 'ImportExpression':
        return importedModule(this, node, [], context);
      case 'ArrowFunctionExpression':
      case 'FunctionExpression':
      case 'FunctionDeclaration':
        return resolver(this, node, context);
      case 'UnaryExpression':
        return this.other(isUndefined(node) || node.operator === '!' ? 'falsy' : 'unknown', node, context);
      default:
        return this.other('unknown', node, context);
    }
  }
}
