import type { TSESTree } from '@typescript-eslint/types';
import type { JavaScriptModule } from '../module.ts';
import { provenance } from '../provenance.ts';
import { isApplicationSettings } from './readers.ts';
import { dottedPath, keyName, staticString, unwrap, type Node } from '../syntax.ts';

/** A place that gives settings their values or defaults, which other files read by name only. */
export interface SettingDefinition {
  readonly source: 'environment' | 'config';
  /** The first word of the names it defines; null where it defines names as they are. */
  readonly namespace: string | null;
  /** The object; null for all that the module exports. */
  readonly node: Node | null;
  /**
   * - `value`: the value of the setting that is called like the namespace
   * - `values`: an object of values under their names
   * - `defaults`: the same, where nothing else gives them
   * - `schema`: what the values must be, with defaults
   * - `names`: the names of environment variables under those of settings
   */
  readonly holds: 'value' | 'values' | 'defaults' | 'schema' | 'names';
}

/** What must stand in a text for the calls below to define anything. */
const WORDS =
  /@nestjs\/config|convict|nconf|@fastify\/env|fastify-env|\b(?:app|application|server|api)\.set\(\s{0,10}['"`]/;

/** Files of node-config: `config/default.js`, `config/production.ts`, `config/custom-environment-variables.js`. */
const NODE_CONFIG = /(?:^|\/)config\/[^/]{1,100}\.[cm]?[jt]s$/;
const VARIABLE_NAMES = /\/custom-environment-variables\.[^/]{2,4}$/;

/** Whether a file may define settings, by its path and its text. */
export function mayDefineSettings(path: string, text: string): boolean {
  return NODE_CONFIG.test(path) || WORDS.test(text);
}

/** All places of a module that define settings for others. */
export function settingDefinitions(module: JavaScriptModule): SettingDefinition[] {
  const { path, declares } = module.context;
  const exported: SettingDefinition[] =
    NODE_CONFIG.test(path) && declares('config')
      ? [
          {
            source: 'config',
            namespace: null,
            node: null,
            holds: VARIABLE_NAMES.test(path) ? 'names' : 'values',
          },
        ]
      : [];
  if (!WORDS.test(module.text)) return exported;
  return [...exported, ...module.nodes('CallExpression').flatMap((call) => definedBy(module, call))];
}

/** Calls that define settings, by the last name of their function. */
const DEFINERS: Readonly<
  Record<string, (module: JavaScriptModule, call: TSESTree.CallExpression) => SettingDefinition[]>
> = {
  registerAs: (_, { arguments: [name, factory] }) => {
    const namespace = name ? staticString(name) : null;
    return factory && namespace !== null
      ? [{ source: 'config', namespace, node: factory, holds: 'values' }]
      : [];
  },
  forRoot: (_, { arguments: [options] }) => [
    ...elements(option(options, 'load')).map((node): SettingDefinition => {
      return { source: 'config', namespace: null, node, holds: 'values' };
    }),
    ...schemaOf('environment', option(options, 'validationSchema')),
  ],
  forFeature: (_, { arguments: [factory] }) =>
    factory ? [{ source: 'config', namespace: null, node: factory, holds: 'values' }] : [],
  // the settings of an Express application
  set: (_, { callee, arguments: [name, value] }) => {
    const namespace = name ? staticString(name) : null;
    const isApplication = isApplicationSettings(dottedPath(callee)?.slice(0, -1) ?? []);
    return isApplication && namespace !== null && value
      ? [{ source: 'config', namespace, node: value, holds: 'value' }]
      : [];
  },
  convict: (_, { arguments: [schema] }) => schemaOf('config', schema),
  defaults: (_, { arguments: [values] }) =>
    values ? [{ source: 'config', namespace: null, node: values, holds: 'defaults' }] : [],
  register: (module, { arguments: [plugin, options] }) => {
    const found = plugin && provenance(module, plugin);
    return found && /^(?:@fastify\/env|fastify-env)$/.test(found.module)
      ? schemaOf('environment', option(options, 'schema'))
      : [];
  },
};

function definedBy(module: JavaScriptModule, call: TSESTree.CallExpression): SettingDefinition[] {
  const name = dottedPath(call.callee)?.at(-1) ?? '';
  return Object.hasOwn(DEFINERS, name) ? DEFINERS[name]!(module, call) : [];
}

function schemaOf(source: SettingDefinition['source'], node: Node | null | undefined): SettingDefinition[] {
  return node ? [{ source, namespace: null, node, holds: 'schema' }] : [];
}

function option(options: Node | undefined, name: string): Node | null {
  const object = options && unwrap(options);
  if (object?.type !== 'ObjectExpression') return null;
  const property = object.properties.find((one) => one.type === 'Property' && keyName(one, one.key) === name);
  return property?.type === 'Property' ? property.value : null;
}

function elements(node: Node | null): Node[] {
  const inner = node && unwrap(node);
  if (inner?.type !== 'ArrayExpression') return [];
  return inner.elements.filter((element) => element !== null && element.type !== 'SpreadElement');
}
