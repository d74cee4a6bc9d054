import type { TSESTree } from '@typescript-eslint/types';
import { contextAlone, type CodeContext } from './code-context.ts';
import type { Provenance } from './provenance.ts';
import { isNode, NOT_CHILDREN, type Node } from './syntax.ts';

/** The part of a scope manager that both eslint-scope and @typescript-eslint/scope-manager have. */
export interface ScopeManager {
  readonly scopes: readonly Scope[];
}
export interface Scope {
  readonly upper: Scope | null;
  readonly set: ReadonlyMap<string, Variable>;
  readonly references: readonly Reference[];
}
export interface Reference {
  readonly identifier: Node;
  readonly resolved: Variable | null;
  readonly writeExpr?: Node | null | undefined;
  isWrite(): boolean;
  isRead(): boolean;
}
export interface Variable {
  readonly name: string;
  readonly defs: readonly Definition[];
  readonly references: readonly Reference[];
}
export interface Definition {
  readonly type: string;
  readonly node: Node;
  readonly name: Node;
  readonly parent?: Node | null | undefined;
}

/** A parsed file as a host gives it: ESLint's own AST and scopes, or those of the scanner's parser. */
export interface JavaScriptSource {
  readonly text: string;
  readonly ast: TSESTree.Program;
  readonly scopeManager: ScopeManager;
  /** All nodes in source order, where the host has walked the tree already: their parents are set then. */
  readonly nodes?: Iterable<Node>;
}

/** Turns text into a syntax tree with scopes; null where it is no valid program. */
export type ParseJavaScript = (
  text: string,
  language: 'js' | 'jsx' | 'ts' | 'tsx',
) => JavaScriptSource | null;

type NodeOf<T extends `${Node['type']}`> = Extract<Node, { type: T }>;

/** Nesting beyond this is not source that a person wrote; walking stops there. */
const MAX_DEPTH = 2000;

/** One file's syntax tree, indexed once: nodes by type, parents, and the variable behind each identifier. */
export class JavaScriptModule {
  readonly text: string;
  readonly ast: TSESTree.Program;
  readonly context: CodeContext;
  /** Answers of `provenance`, so that a bundle with a thousand uses of one name is followed once. */
  readonly provenances: Map<Node, Provenance | null> = new Map<Node, Provenance | null>();
  readonly #byType = new Map<string, Node[]>();
  /** Whether the nodes have their parents, as in ESLint; else they get them. */
  readonly #hasParents: boolean;
  readonly #source: JavaScriptSource;
  #variables: Map<Node, Variable | null> | null = null;

  constructor(source: JavaScriptSource, context: CodeContext = contextAlone('')) {
    this.#source = source;
    this.context = context;
    this.text = source.text;
    this.ast = source.ast;
    const [first] = source.ast.body;
    this.#hasParents = first !== undefined && first.parent === source.ast;
    if (source.nodes) for (const node of source.nodes) this.#add(node);
    else this.#addTree(source.ast, 0);
  }

  /** All nodes of a type, in source order. */
  nodes<T extends `${Node['type']}`>(type: T): readonly NodeOf<T>[] {
    return (this.#byType.get(type) ?? []) as unknown as readonly NodeOf<T>[];
  }

  parentOf(node: Node): Node | null {
    return node.parent ?? null;
  }

  /** The nearest ancestor that `accepts`, the node itself not counted. */
  ancestor<T extends Node>(node: Node, accepts: (candidate: Node) => candidate is T): T | null {
    for (let parent = this.parentOf(node); parent; parent = this.parentOf(parent))
      if (accepts(parent)) return parent;
    return null;
  }

  variableOf(identifier: Node): Variable | null {
    // Most files never ask: their scopes need not be analysed.
    this.#variables ??= variablesIn(this.#source.scopeManager);
    return this.#variables.get(identifier) ?? null;
  }

  #add(node: Node): void {
    const list = this.#byType.get(node.type);
    if (list) list.push(node);
    else this.#byType.set(node.type, [node]);
  }

  /** A node and all below it, in the order of their properties; in every ESTree dialect, unknown node types too. */
  #addTree(node: Node, depth: number): void {
    this.#add(node);
    if (depth >= MAX_DEPTH) return;
    for (const key in node) {
      const value = (node as unknown as Record<string, unknown>)[key];
      if (typeof value !== 'object' || value === null || NOT_CHILDREN.has(key)) continue;
      if (!Array.isArray(value)) this.#addChild(value, node, depth);
      else for (const item of value) this.#addChild(item, node, depth);
    }
  }

  #addChild(value: unknown, parent: Node, depth: number): void {
    if (!isNode(value)) return;
    if (!this.#hasParents) (value as { parent: Node }).parent = parent;
    this.#addTree(value, depth + 1);
  }
}

function variablesIn(scopeManager: ScopeManager): Map<Node, Variable | null> {
  const variables = new Map<Node, Variable | null>();
  for (const scope of scopeManager.scopes) {
    for (const reference of scope.references) {
      variables.set(reference.identifier, reference.resolved ?? lookUp(scope, nameOf(reference.identifier)));
    }
    for (const variable of scope.set.values()) {
      for (const definition of variable.defs) variables.set(definition.name, variable);
    }
  }
  return variables;
}

function nameOf(node: Node): string {
  return 'name' in node && typeof node.name === 'string' ? node.name : '';
}

function lookUp(from: Scope, name: string): Variable | null {
  for (let scope: Scope | null = from; scope; scope = scope.upper) {
    const variable = scope.set.get(name);
    if (variable && variable.defs.length > 0) return variable;
  }
  return null;
}
