import type { EntryPoint, Library } from './libraries/types.ts';
import type { CallNode, Node } from './syntax.ts';

/** A place where a library is used: a call of one of its entry points, or an object that configures it. */
export interface Site {
  readonly node: Node;
  readonly callee: Node;
  /** Null where the site is an object. */
  readonly call: CallNode | null;
  readonly library: Library;
  readonly entry: EntryPoint;
}
