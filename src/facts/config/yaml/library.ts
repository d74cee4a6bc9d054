import { createRequire } from 'node:module';
import type * as Yaml from 'yaml';

const require = createRequire(import.meta.url);

let library: typeof Yaml | null = null;

/** The YAML library, which takes as long to load as all our readers: when the first file needs it. */
export function yaml(): typeof Yaml {
  library ??= require('yaml') as typeof Yaml;
  return library;
}
