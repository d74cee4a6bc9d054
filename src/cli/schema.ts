type Schema = Readonly<Record<string, unknown>>;

/** Why a value does not fit a rule's JSON schema, as far as rules use it; null where it fits. */
export function mismatch(value: unknown, schema: Schema, key: string): string | null {
  const { type, enum: allowed, items, minItems, minimum } = schema;
  if (type !== undefined && !hasType(value, String(type))) return `"${key}" must be of type ${String(type)}`;
  if (Array.isArray(allowed) && !allowed.includes(value))
    return `"${key}" must be one of ${allowed.join(', ')}`;
  if (typeof minimum === 'number' && (value as number) < minimum)
    return `"${key}" must be ${minimum} or more`;
  if (!Array.isArray(value)) return null;
  if (typeof minItems === 'number' && value.length < minItems)
    return `"${key}" must hold ${minItems} or more`;
  return items === undefined ? null : firstMismatch(value, items as Schema, key);
}

function firstMismatch(values: readonly unknown[], schema: Schema, key: string): string | null {
  for (const [i, value] of values.entries()) {
    const wrong = mismatch(value, schema, `${key}[${i}]`);
    if (wrong !== null) return wrong;
  }
  return null;
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  return typeof value === type;
}
