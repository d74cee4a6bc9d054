import type { PinInsertion } from '../model.ts';
import type { AlgorithmsTable } from './libraries/types.ts';
import type { JavaScriptModule } from './module.ts';
import { argumentAt, type Target } from './options.ts';
import { isFunction, isUndefined, spanOf, unwrap, type CallNode, type Node } from './syntax.ts';

/** Where and how to write a pin into a call, when there is one clear way. */
export function insertionOf(
  module: JavaScriptModule,
  table: AlgorithmsTable,
  target: Target,
): PinInsertion | null {
  const [place] = table.honoured ?? [];
  if (!place) return null;
  const [index, ...names] = place.split('.');
  if (target.object) return intoObject(unwrap(target.object), names, table.form);
  if (!target.call) return null;
  const argument = argumentAt(target.call, Number(index));
  if (argument === null) return null;
  if (argument && unwrap(argument).type === 'ObjectExpression')
    return intoObject(unwrap(argument), names, table.form);
  if (argument && isUndefined(argument)) return replacing(argument, names, table.form);
  if (argument && !isFunction(unwrap(argument))) return null;
  return asArgument(module, target.call, Number(index), names, table.form);
}

function intoObject(node: Node, names: readonly string[], form: PinInsertion['form']): PinInsertion | null {
  if (node.type !== 'ObjectExpression') return null;
  const [name, ...rest] = names;
  if (name === undefined) return null;
  const own = node.properties.find(
    (property) =>
      property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === name,
  );
  if (own?.type === 'Property') {
    return rest.length > 0 ? intoObject(unwrap(own.value), rest, form) : replacing(own.value, [], form);
  }
  const at = node.range[0] + 1;
  const more = node.properties.length > 0 ? ',' : ' ';
  return { span: [at, at], prefix: ` ${opening(names)}`, suffix: `${closing(names)}${more}`, form };
}

function replacing(node: Node, names: readonly string[], form: PinInsertion['form']): PinInsertion {
  const isObject = names.length > 0;
  return {
    span: spanOf(node),
    prefix: isObject ? `{ ${opening(names)}` : '',
    suffix: isObject ? `${closing(names)} }` : '',
    form,
  };
}

/** A new argument: only where every argument before it is there. */
function asArgument(
  module: JavaScriptModule,
  call: CallNode,
  index: number,
  names: readonly string[],
  form: PinInsertion['form'],
): PinInsertion | null {
  const previous = call.arguments[index - 1];
  if (!previous || call.arguments.length < index) return null;
  const at = previous.range[1];
  if (module.text.slice(at, at + 1) === ')' && previous.type === 'SequenceExpression') return null;
  const isObject = names.length > 0;
  return {
    span: [at, at],
    prefix: isObject ? `, { ${opening(names)}` : ', ',
    suffix: isObject ? `${closing(names)} }` : '',
    form,
  };
}

/** `verifyOptions: { algorithms: ` for the names on the way to the list. */
function opening(names: readonly string[]): string {
  return names.map((name, i) => (i === names.length - 1 ? `${name}: ` : `${name}: { `)).join('');
}

function closing(names: readonly string[]): string {
  return ' }'.repeat(names.length - 1);
}
