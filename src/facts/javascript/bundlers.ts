import type { ConfigEntry, Fallback } from '../model.ts';
import { settingRead } from './environment.ts';
import type { JavaScriptModule } from './module.ts';
import { resolveConstant } from './options.ts';
import { dottedPath, keyName, memberName, spanOf, staticString, unwrap, type Node } from './syntax.ts';

/** An object whose values a bundler writes into the code, and the option or plugin it is given to. */
export interface BundlerObject {
  readonly node: Node;
  readonly by: string;
}

const CONFIG_FILE = /(?:^|\/)(?:vite|vitest|astro|rspack|rsbuild|esbuild|tsup|rollup)\.config\.[cm]?[jt]s$/;

/** Whether a file tells a bundler what to write into the code, by its name. */
export function isBundlerConfig(path: string): boolean {
  return (
    CONFIG_FILE.test(path) || /(?:^|\/)(?:webpack|next|nuxt)(?:\.[\w-]{1,40}){0,2}\.[cm]?[jt]s$/.test(path)
  );
}

/** Plugins of webpack and its kin whose argument is written into the code. */
const PLUGINS: ReadonlySet<string> = new Set(['DefinePlugin', 'EnvironmentPlugin']);

/** What `define` and its kin are given, through helpers around it. */
export function bundlerObjects(module: JavaScriptModule): BundlerObject[] {
  const defined = CONFIG_FILE.test(module.context.path)
    ? module.nodes('Property').filter((property) => keyName(property, property.key) === 'define')
    : [];
  const plugins = module.nodes('NewExpression').flatMap(({ callee, arguments: [first] }): BundlerObject[] => {
    const target = unwrap(callee);
    const name =
      target.type === 'MemberExpression'
        ? memberName(target)
        : target.type === 'Identifier'
          ? target.name
          : null;
    return first && name && PLUGINS.has(name) ? [{ node: first, by: name }] : [];
  });
  return [...defined.map(({ value }) => ({ node: value, by: 'define' })), ...plugins].flatMap(withoutHelper);
}

/** `define: envify({ … })`: the helper only changes how names and values are written. */
function withoutHelper({ node, by }: BundlerObject): BundlerObject[] {
  const inner = unwrap(node);
  return inner.type === 'CallExpression'
    ? inner.arguments.map((argument) => ({ node: argument, by }))
    : [{ node: inner, by }];
}

/** Variables that a bundler defines, as a configuration file would: `define: { SECRET_KEY: process.env.SECRET_KEY || 'x' }`. */
export function bundlerEntries(module: JavaScriptModule): ConfigEntry[] {
  return bundlerObjects(module).flatMap(({ node, by }) => {
    const inner = unwrap(node);
    if (inner.type !== 'ObjectExpression') return [];
    return inner.properties.flatMap((property): ConfigEntry[] => {
      const name = property.type === 'Property' ? keyName(property, property.key) : null;
      if (property.type !== 'Property' || name === null) return [];
      const found = definedValue(module, property.value);
      if (!found) return [];
      const { value, span } = found;
      // webpack's plugin takes these where the environment has none.
      const fallback =
        by === 'EnvironmentPlugin' ? ({ operator: 'default', of: name } as const) : found.fallback;
      const keyPath = [name.replace(/^(?:process\.env|import\.meta\.env)\./, '')];
      return [{ keyPath, value, span, writtenAs: 'plain', format: 'code', environment: null, fallback }];
    });
  });
}

function definedValue(
  module: JavaScriptModule,
  node: Node,
): Pick<ConfigEntry, 'value' | 'span' | 'fallback'> | null {
  const inner = unwrap(node);
  const [first] = inner.type === 'CallExpression' ? inner.arguments : [];
  if (inner.type === 'CallExpression')
    return first && dottedPath(inner.callee)?.join('.') === 'JSON.stringify'
      ? definedValue(module, first)
      : null;
  if (inner.type === 'LogicalExpression' && inner.operator !== '&&') {
    const value = staticString(resolveConstant(module, inner.right));
    const of = settingRead(inner.left)?.name ?? null;
    const fallback: Fallback = { operator: inner.operator, of };
    return value === null ? null : { value, span: spanOf(inner.right), fallback };
  }
  const value = staticString(inner);
  return value === null ? null : { value, span: spanOf(inner), fallback: null };
}
