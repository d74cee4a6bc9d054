import type { Format } from './format.ts';
import { formatJson } from './json.ts';
import { formatPretty } from './pretty.ts';
import { formatSarif } from './sarif.ts';

/** Every report format, by the name that `--format` takes. */
export const formats: ReadonlyMap<string, Format> = new Map([
  ['pretty', formatPretty],
  ['json', formatJson],
  ['sarif', formatSarif],
]);

export type { Format, FormatOptions } from './format.ts';
