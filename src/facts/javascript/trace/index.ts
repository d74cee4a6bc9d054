import type { PassedValue } from '../../model.ts';
import type { JavaScriptModule } from '../module.ts';
import type { CallNode, Node } from '../syntax.ts';
import { visitExport } from './exports.ts';
import type { Origin } from './origins.ts';
import { DEFAULT } from './schemas.ts';
import { START, Tracer } from './tracer.ts';

export type * from './origins.ts';
export { traceDefinition } from './definitions.ts';

/** All values that can reach `node` within its file. */
export function trace(module: JavaScriptModule, node: Node): Origin[] {
  const tracer = new Tracer(module);
  tracer.visit(node, START);
  return tracer.origins;
}

/** All values that `node.members…` can have within its file. */
export function traceInside(module: JavaScriptModule, node: Node, members: readonly string[]): Origin[] {
  const tracer = new Tracer(module);
  tracer.property(node, members, START);
  return tracer.origins;
}

/** All defaults in a schema: `z.string().default('x')`, `str({ default: 'x' })`, `v.optional(v.string(), 'x')`. */
export function traceDefaults(module: JavaScriptModule, schema: Node): Origin[] {
  return traceInside(module, schema, [DEFAULT]);
}

/** All values that a call passes to an exported function of another file. */
export function tracePassed(
  module: JavaScriptModule,
  call: CallNode,
  { index, path }: PassedValue,
): Origin[] {
  const before = call.arguments.slice(0, index + 1);
  const argument = before[index];
  if (!argument || before.some(({ type }) => type === 'SpreadElement')) return [];
  const tracer = new Tracer(module);
  tracer.property(argument, path, START);
  return tracer.origins;
}

/** All values that the module exports under `members`, for a trace that comes from another file. */
export function traceExport(module: JavaScriptModule, members: readonly string[]): Origin[] {
  const tracer = new Tracer(module);
  visitExport(tracer, members);
  return tracer.origins;
}
