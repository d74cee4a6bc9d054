import type { JavaScriptModule } from '../module.ts';
import type { SettingDefinition } from '../settings/definitions.ts';
import { visitExport } from './exports.ts';
import type { Origin } from './origins.ts';
import { ofSchema } from './schemas.ts';
import { START, Tracer, type Context } from './tracer.ts';

/** All values that a definition gives to a setting. */
export function traceDefinition(
  module: JavaScriptModule,
  definition: SettingDefinition,
  name: string,
): Origin[] {
  const names = namesWithin(definition, name);
  if (names === null) return [];
  const tracer = new Tracer(module);
  if (definition.holds === 'schema') {
    const fallback = { operator: 'schema', of: name } as const;
    visit(tracer, definition, ofSchema(names), { ...START, fallback, name });
    if (definition.source === 'config')
      tracer.origins.push(...variables(module, definition, [...names, 'env']));
    return tracer.origins;
  }
  const fallback = definition.holds === 'defaults' ? ({ operator: 'default', of: name } as const) : null;
  visit(tracer, definition, names, { ...START, fallback });
  return definition.holds === 'names' ? tracer.origins.flatMap(asVariable) : tracer.origins;
}

function visit(
  tracer: Tracer,
  { node }: SettingDefinition,
  members: readonly string[],
  context: Context,
): void {
  if (node) tracer.property(node, members, context);
  else visitExport(tracer, members);
}

/** `jwt.secret` and, in nconf, `jwt:secret`; null where the name is in another namespace. */
function namesWithin({ namespace, source, holds }: SettingDefinition, name: string): string[] | null {
  if (holds === 'value') return name === namespace ? [] : null;
  const names = source === 'environment' ? [name] : name.split(/[.:]/);
  if (namespace === null) return names;
  return names[0] === namespace && names.length > 1 ? names.slice(1) : null;
}

/** The environment variables that a schema names for a setting. */
function variables(
  module: JavaScriptModule,
  { node }: SettingDefinition,
  members: readonly string[],
): Origin[] {
  const tracer = new Tracer(module);
  if (node) tracer.property(node, members, START);
  return tracer.origins.flatMap(asVariable);
}

function asVariable(origin: Origin): Origin[] {
  if (origin.kind === 'import') return [origin];
  if (origin.kind !== 'literal') return [];
  const { value: name, span, steps, encoding } = origin;
  return [{ kind: 'environment', name, span, steps, encoding }];
}
