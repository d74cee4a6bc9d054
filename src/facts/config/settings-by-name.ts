/** Keys that hold the name of a setting whose value stands beside them. */
export const NAME_KEYS: ReadonlySet<string> = new Set([
  'name',
  'key',
  'Name',
  'Key',
  'ParameterKey',
  'OptionName',
  'option_name',
  'variable',
  'NAME',
]);
export const VALUE_KEYS: ReadonlySet<string> = new Set([
  'value', 'Value', 'default', 'defaultValue', 'ParameterValue', 'currentValue', 'initial', 'initialValue', 'example', 'VALUE',
]); // prettier-ignore

/** A path without the index of the list item it ends with. */
export function withoutIndex(path: readonly string[]): readonly string[] {
  return /^\d+$/.test(path.at(-1) ?? '') ? path.slice(0, -1) : path;
}

/** Paths under which a value is only a default that something else may replace; `*` is any one segment, `**` in front any number of them. */
const DEFAULTS: readonly (readonly string[])[] = [
  // CloudFormation and SAM, ARM and Bicep, Terraform in JSON
  ['Parameters', '*', 'Default'],
  ['parameters', '*', 'defaultValue'],
  ['variable', '*', 'default'],
  ['variable', '*', '*', 'default'],
  // inputs of workflows, orbs and pipelines
  ['**', 'inputs', '*', 'default'],
  ['**', 'parameters', '*', 'default'],
];

/** The name of the parameter whose default stands at a key path; null where the path is none. */
export function parameterOfDefault(keyPath: readonly string[]): string | null {
  return DEFAULTS.some((pattern) => fits(pattern, keyPath)) ? (keyPath.at(-2) ?? null) : null;
}

function fits([first, ...rest]: readonly string[], keyPath: readonly string[]): boolean {
  if (first === undefined) return keyPath.length === 0;
  if (first === '**') return keyPath.length >= rest.length && fits(rest, keyPath.slice(-rest.length));
  return keyPath.length > 0 && (first === '*' || first === keyPath[0]) && fits(rest, keyPath.slice(1));
}
