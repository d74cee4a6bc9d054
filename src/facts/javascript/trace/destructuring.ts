import type { Fallback } from '../../model.ts';
import { isEnvironmentObject } from '../environment.ts';
import { spanOf, type Node } from '../syntax.ts';
import { bindingPath } from './patterns.ts';
import type { Context, Tracer } from './tracer.ts';

/** A binding inside a destructuring pattern, with the defaults on the way. */
export function pattern(
  tracer: Tracer,
  pattern: Node,
  name: string,
  init: Node,
  members: readonly string[],
  context: Context,
): void {
  const way = bindingPath(pattern, name);
  if (way === null) return tracer.other('unknown', pattern, context);
  patternDefault(tracer, pattern, name, members, context);
  if (way.path.length === 1 && isEnvironmentObject(init)) {
    const { steps, encoding } = context;
    tracer.origins.push({ kind: 'environment', name: way.path[0]!, span: spanOf(pattern), steps, encoding });
    return;
  }
  tracer.property(init, [...way.path, ...members], context);
}

/** The default that a pattern gives to a name. */
export function patternDefault(
  tracer: Tracer,
  target: Node,
  name: string,
  members: readonly string[],
  context: Context,
): void {
  const way = bindingPath(target, name);
  if (!way?.defaultValue) return;
  const of = way.path.at(-1) ?? name;
  const fallback: Fallback = { operator: 'default', of };
  tracer.property(way.defaultValue, members, { ...context, fallback, name: of });
}
