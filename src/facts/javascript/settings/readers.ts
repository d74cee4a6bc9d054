import type { TSESTree } from '@typescript-eslint/types';
import { settingRead, type SettingRead } from '../environment.ts';
import type { JavaScriptModule } from '../module.ts';
import { provenance } from '../provenance.ts';
import { dottedPath, memberName, staticString, unwrap, type Node } from '../syntax.ts';

interface SettingsReader {
  readonly module: RegExp;
  /** The way to the function, as provenance has it. */
  readonly call: RegExp;
  readonly source: SettingRead['source'];
}

/** Functions of config libraries that read one setting by name, whatever the program calls their receiver. */
const READERS: readonly SettingsReader[] = [
  { module: /^@nestjs\/config$/, call: /^ConfigService\.#\.(?:get|getOrThrow)$/, source: 'config' },
  { module: /^config$/, call: /^(?:get|util\.getPath)$/, source: 'config' },
  { module: /^convict$/, call: /\.get$/, source: 'config' },
  { module: /^nconf$/, call: /^(?:get|Provider\.#\.get)$/, source: 'config' },
  { module: /^@adonisjs\/core\/services\/config$/, call: /^get$/, source: 'config' },
  { module: /^env-var$/, call: /^get$/, source: 'environment' },
  { module: /^@ioc:Adonis\/Core\/Env$/, call: /^get$/, source: 'environment' },
];

/** Objects that a plugin puts the environment on, where the package depends on the plugin. */
const DECORATIONS: readonly { readonly path: RegExp; readonly plugins: readonly string[] }[] = [
  {
    path: /^(?:(?:request|req)\.server|(?:this\.)?(?:fastify|app|server|instance)|this)\.config$/,
    plugins: ['@fastify/env', 'fastify-env'],
  },
];

function decorationRead(module: JavaScriptModule, node: TSESTree.MemberExpression): SettingRead | null {
  const path = dottedPath(node.object)?.join('.') ?? '';
  const row = DECORATIONS.find((one) => one.path.test(path));
  if (!row?.plugins.some((plugin) => module.context.declares(plugin))) return null;
  return { source: 'environment', name: memberName(node), key: node.property, fallback: null };
}

/** Names of an Express application, which keeps settings for its parts: `app.get('name')`, `req.app.get('name')`. */
const APPLICATION = /^(?:app|application|server|api)$/;

export function isApplicationSettings(receiver: readonly string[]): boolean {
  return receiver.length <= 3 && APPLICATION.test(receiver.at(-1) ?? '');
}

/** `app.get('/path', handler)` is a route, and has more than a name. */
function applicationRead(node: TSESTree.CallExpression): SettingRead | null {
  const path = dottedPath(node.callee);
  const [key, ...rest] = node.arguments;
  const name = key ? staticString(key) : null;
  const isRead = path?.at(-1) === 'get' && isApplicationSettings(path.slice(0, -1));
  if (!isRead || !key || name === null || rest.length > 0 || !/^\w/.test(name)) return null;
  return { source: 'config', name, key, fallback: null };
}

/** A read of a setting, by how the program names it or by where the function comes from. */
export function settingReadIn(module: JavaScriptModule, node: Node): SettingRead | null {
  const named = settingRead(node);
  if (named) return named;
  const inner = unwrap(node);
  if (inner.type === 'MemberExpression') return decorationRead(module, inner);
  if (inner.type !== 'CallExpression' || unwrap(inner.callee).type !== 'MemberExpression') return null;
  const ofApplication = applicationRead(inner);
  if (ofApplication) return ofApplication;
  const [key, fallback] = inner.arguments;
  const found = key && provenance(module, inner.callee);
  if (!key || !found) return null;
  const way = found.members.join('.');
  const reader = READERS.find((row) => row.module.test(found.module) && row.call.test(way));
  if (!reader) return null;
  const isDefault = fallback && !/^(?:ObjectExpression|SpreadElement)$/.test(fallback.type);
  return { source: reader.source, name: staticString(key), key, fallback: isDefault ? fallback : null };
}
