import type { JavaScriptModule } from '../module.ts';
import type { Node } from '../syntax.ts';
import { visitExport } from './exports.ts';
import type { Origin } from './origins.ts';
import { START, Tracer } from './tracer.ts';

export type * from './origins.ts';

/** All values that can reach `node` within its file. */
export function trace(module: JavaScriptModule, node: Node): Origin[] {
  const tracer = new Tracer(module);
  tracer.visit(node, START);
  return tracer.origins;
}

/** All values that the module exports under `members`, for a trace that comes from another file. */
export function traceExport(module: JavaScriptModule, members: readonly string[]): Origin[] {
  const tracer = new Tracer(module);
  visitExport(tracer, members);
  return tracer.origins;
}
