import type { TSESTree } from '@typescript-eslint/types';
import type { ConfigEntry, ExposureFact, JwtCall } from '../../model.ts';
import { classifyName } from '../../secret-names.ts';
import { bundlerObjects } from '../bundlers.ts';
import { isSurelyBrowserCode } from '../claims/browser.ts';
import { settingRead } from '../environment.ts';
import type { JavaScriptModule } from '../module.ts';
import { keyName, spanOf, unwrap, type Node } from '../syntax.ts';
import { inlinedName, mayInline } from './names.ts';

/** JWT secrets that the code hands to the browser. */
export function findExposures(module: JavaScriptModule, calls: readonly JwtCall[]): ExposureFact[] {
  return [...inlinedReads(module), ...definitions(module), ...browserCalls(module, calls)];
}

/** `import.meta.env.VITE_JWT_SECRET`, `process.env.NEXT_PUBLIC_JWT_SECRET`. */
function inlinedReads(module: JavaScriptModule): ExposureFact[] {
  if (!mayInline(module.text)) return [];
  return module.nodes('MemberExpression').flatMap((node): ExposureFact[] => {
    const read = settingRead(node);
    if (read?.source !== 'environment' || !read.name) return [];
    const inlined = inlinedName(read.name);
    if (!inlined || classifyName([inlined.rest]) !== 'jwt-secret') return [];
    return [{ how: 'prefix', span: spanOf(node), name: read.name, by: inlined.prefix }];
  });
}

/** Where bundlers and frameworks take values from, to write them into the code of the browser, by the file's name. */
const DEFINITIONS: readonly { readonly file: RegExp; readonly under: readonly string[] }[] = [
  { file: /(?:^|\/)next\.config\.[cm]?[jt]s$/, under: ['env', 'publicRuntimeConfig'] },
  { file: /(?:^|\/)nuxt\.config\.[cm]?[jt]s$/, under: ['public', 'publicRuntimeConfig'] },
  { file: /(?:^|\/)app\.config\.[jt]s$/, under: ['extra'] },
]; // prettier-ignore

function definitions(module: JavaScriptModule): ExposureFact[] {
  const under = DEFINITIONS.find(({ file }) => file.test(module.context.path))?.under ?? [];
  const inFiles = (under.length === 0 ? [] : module.nodes('Property'))
    .filter((property) => under.includes(keyName(property, property.key) ?? ''))
    .flatMap((property) => secretsIn(property.value, keyName(property, property.key) ?? ''));
  return [...inFiles, ...bundlerObjects(module).flatMap(({ node, by }) => secretsIn(node, by))];
}

/** `{ 'process.env.JWT_SECRET': JSON.stringify(…) }`, `{ JWT_SECRET: process.env.JWT_SECRET }`, `['JWT_SECRET']`. */
function secretsIn(node: Node, by: string): ExposureFact[] {
  const inner = unwrap(node);
  if (inner.type === 'ArrayExpression')
    return inner.elements.flatMap((element) => (element ? namedSecret(element, by) : []));
  if (inner.type === 'CallExpression') return inner.arguments.flatMap((argument) => secretsIn(argument, by));
  if (inner.type !== 'ObjectExpression') return [];
  return inner.properties.flatMap((property): ExposureFact[] => {
    if (property.type !== 'Property') return [];
    const name = keyName(property, property.key);
    if (name !== null && isSecretName(name)) return [{ how: 'define', span: spanOf(property.key), name, by }];
    return secretsIn(property.value, by);
  });
}

function namedSecret(element: TSESTree.Node, by: string): ExposureFact[] {
  const inner = unwrap(element);
  if (inner.type !== 'Literal' || typeof inner.value !== 'string' || !isSecretName(inner.value)) return [];
  return [{ how: 'define', span: spanOf(inner), name: inner.value, by }];
}

function isSecretName(name: string): boolean {
  const last = name.replace(/^.*\./, '');
  return classifyName([inlinedName(last)?.rest ?? last]) === 'jwt-secret';
}

/** A token that the browser signs or verifies with a secret: everybody who opens the page has it. */
function browserCalls(module: JavaScriptModule, calls: readonly JwtCall[]): ExposureFact[] {
  if (calls.length === 0 || !isSurelyBrowserCode(module)) return [];
  return calls.flatMap(({ key, operation, entry, library }): ExposureFact[] => {
    const isSecret = key?.kind === 'secret' && (key.hasText || key.variables.some(isInlined));
    if (!key || !isSecret || (operation !== 'sign' && operation !== 'verify')) return [];
    return [{ how: 'browser', span: key.span, name: entry, by: library }];
  });
}

/** A variable that no bundler inlines has no value in the browser. */
function isInlined(name: string): boolean {
  return inlinedName(name) !== null;
}

/** Settings under a name that a bundler inlines: `VITE_JWT_SECRET=…`. */
export function exposedEntries(entries: readonly ConfigEntry[]): ExposureFact[] {
  return entries.flatMap(({ keyPath, value, span }): ExposureFact[] => {
    const name = keyPath.at(-1) ?? '';
    const inlined = inlinedName(name);
    if (!inlined || value.trim() === '' || classifyName([inlined.rest]) !== 'jwt-secret') return [];
    return [{ how: 'prefix', span, name, by: inlined.prefix }];
  });
}
