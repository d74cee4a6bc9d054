import type { LenientFact, Span } from '../model.ts';
import { secondsOfText } from './lifetime.ts';
import type { LenientSwitch } from './libraries/types.ts';
import type { JavaScriptModule } from './module.ts';
import { staticNumber } from './numbers.ts';
import { lookAt, resolveConstant, type Target } from './options.ts';
import { dottedPath, isNullish, spanOf, staticString, unwrap, type Node } from './syntax.ts';

/** Settings of a call by which tokens pass that have expired or are not valid yet. */
export function lenientFacts(
  module: JavaScriptModule,
  target: Target,
  switches: readonly LenientSwitch[],
): LenientFact[] {
  return switches.flatMap((one): LenientFact[] => {
    const looked = lookAt(module, target, one.at);
    if (looked.state !== 'value') return [];
    const found = isOn(module, looked.node, one);
    if (!found) return [];
    const removal = removalOf(module, looked.node);
    return [
      {
        what: one.what,
        option: one.at.split('.').slice(1).join('.'),
        span: spanOf(looked.node),
        seconds: found.seconds,
        ...(removal && { removal }),
      },
    ];
  });
}

function isOn(module: JavaScriptModule, node: Node, one: LenientSwitch): { seconds: number | null } | null {
  const inner = resolveConstant(module, node);
  if (typeof one.when === 'boolean')
    return inner.type === 'Literal' && inner.value === one.when ? { seconds: null } : null;
  if (one.when === 'constant') return isFixedTime(module, inner) ? { seconds: null } : null;
  const seconds = secondsOf(module, inner, one.when.unit);
  const limit = one.when.unit === 'milliseconds' ? one.when.above / 1000 : one.when.above;
  return seconds !== null && seconds > limit ? { seconds } : null;
}

function secondsOf(module: JavaScriptModule, node: Node, unit: 'seconds' | 'milliseconds'): number | null {
  const text = staticString(node);
  if (text !== null) return secondsOfText(text);
  const number = staticNumber(module, node);
  return number === null ? null : unit === 'milliseconds' ? number / 1000 : number;
}

/** A moment that stands still: a number, `new Date('2020-01-01')`. */
function isFixedTime(module: JavaScriptModule, node: Node): boolean {
  const inner = unwrap(node);
  if (isNullish(inner)) return false;
  if (inner.type !== 'NewExpression') return staticNumber(module, inner) !== null;
  const [first] = inner.arguments;
  const isDate = dottedPath(inner.callee)?.join('.') === 'Date';
  return (
    isDate && first !== undefined && (staticString(first) !== null || staticNumber(module, first) !== null)
  );
}

/** The property with its comma, where the option is written in place. */
function removalOf(module: JavaScriptModule, value: Node): Span | null {
  const property = module.parentOf(value);
  const object = property && module.parentOf(property);
  if (property?.type !== 'Property' || property.value !== value || object?.type !== 'ObjectExpression')
    return null;
  const index = object.properties.indexOf(property);
  const next = object.properties[index + 1];
  const previous = object.properties[index - 1];
  if (next) return [property.range[0], next.range[0]];
  return previous ? [previous.range[1], property.range[1]] : [property.range[0], property.range[1]];
}
