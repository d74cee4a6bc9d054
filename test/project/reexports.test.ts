import { describe, expect, it } from 'vitest';
import { JavaScriptModule } from '../../src/facts/javascript/module.ts';
import { traceExport } from '../../src/facts/javascript/trace/index.ts';
import { parseJavaScript } from '../../src/project/parse-javascript.ts';
import { mayExport } from '../../src/project/reexports.ts';

const originsOf = (text: string): number =>
  traceExport(new JavaScriptModule(parseJavaScript(text, 'ts')!), ['phrase']).length;

describe('an export', () => {
  it.each([
    "export const phrase = 'made-up';",
    "const made = 'made-up';\nexport { made as phrase };",
    "export * from './other.js';",
    "export\n* from './other.js';",
    "export type * from './other.js';",
    "export { phrases as default } from './other.js';",
    "import values from './other.js';\nexport default { ...values };",
    "import values from './other.js';\nexport default values;",
    "import values = require('./other.js');\nexport = values;",
    "module.exports = require('./other.js');",
    "module['exports'] = require('./other.js');",
    "exports.default = require('./other.js');",
  ])('that the trace follows is not passed over: %s', (text) => {
    expect(originsOf(text)).toBeGreaterThan(0);
    expect(mayExport(text, 'phrase')).toBe(true);
  });

  it.each([
    "export const other = 'made-up';",
    "export { other } from './other.js';",
    'export interface Other {}',
  ])('of another name is: %s', (text) => {
    expect(originsOf(text)).toBe(0);
    expect(mayExport(text, 'phrase')).toBe(false);
  });
});
