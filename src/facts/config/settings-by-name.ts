/** Keys that hold the name of a setting whose value stands beside them. */
export const NAME_KEYS: ReadonlySet<string> = new Set([
  'name',
  'key',
  'Name',
  'Key',
  'ParameterKey',
  'variable',
  'NAME',
]);
export const VALUE_KEYS: ReadonlySet<string> = new Set([
  'value', 'Value', 'default', 'defaultValue', 'ParameterValue', 'currentValue', 'initial', 'VALUE',
]); // prettier-ignore

/** A path without the index of the list item it ends with. */
export function withoutIndex(path: readonly string[]): readonly string[] {
  return /^\d+$/.test(path.at(-1) ?? '') ? path.slice(0, -1) : path;
}

/** Paths under which a value is only a default that something else may replace; `*` is any one segment. */
const DEFAULTS: readonly (readonly string[])[] = [
  // CloudFormation and SAM, ARM and Bicep, Terraform in JSON
  ['Parameters', '*', 'Default'],
  ['parameters', '*', 'defaultValue'],
  ['variable', '*', 'default'],
  // inputs of workflows, orbs and pipelines
  ['on', 'workflow_dispatch', 'inputs', '*', 'default'],
  ['on', 'workflow_call', 'inputs', '*', 'default'],
  ['inputs', '*', 'default'],
  ['parameters', '*', 'default'],
];

/** The name of the parameter whose default stands at a key path; null where the path is none. */
export function parameterOfDefault(keyPath: readonly string[]): string | null {
  const fits = DEFAULTS.some(
    (pattern) =>
      pattern.length === keyPath.length && pattern.every((part, i) => part === '*' || part === keyPath[i]),
  );
  return fits ? (keyPath.at(-2) ?? null) : null;
}
