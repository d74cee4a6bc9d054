/** Properties of a schema that hold the default: `{ type: 'string', default: 'x' }`, `str({ devDefault: 'x' })`. */
export const DEFAULT_KEYS: ReadonlySet<string> = new Set([
  'default', 'devDefault', 'testDefault', 'defaultValue',
]); // prettier-ignore

/** Methods of a schema that take the default: `z.string().default('x')`. */
export const DEFAULT_METHODS: ReadonlySet<string> = new Set([
  'default', 'prefault', 'catch', 'fallback', 'withDefault', 'orElse', 'failover',
]); // prettier-ignore

/** Functions around a schema whose second argument is the default: `v.optional(v.string(), 'x')`. */
export const DEFAULT_WRAPPERS: ReadonlySet<string> = new Set([
  'optional', 'nullable', 'nullish', 'exactOptional', 'undefinedable', 'fallback', '_default', 'prefault',
]); // prettier-ignore
