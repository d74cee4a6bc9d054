import type { TSESTree } from '@typescript-eslint/types';
import type { JavaScriptModule } from './module.ts';
import { keyName, staticString, unwrap, type Node } from './syntax.ts';

const ALGORITHM_KEYS: ReadonlySet<string> = new Set(['alg', 'algorithm', 'algorithms']);
const KIND_KEYS: ReadonlySet<string> = new Set([
  'type',
  'kind',
  'authType',
  'auth_type',
  'scheme',
  'strategy',
]);
const HMAC = /^HS(?:256|384|512)$/;

/**
 * Whether something beside a property says that its object is about signed tokens: an HMAC algorithm of JWT, `type: 'jwt'`, or
 * `expiresIn`, the word of JWT libraries for a lifetime.
 */
export function standsBesideJwt(module: JavaScriptModule, property: Node): boolean {
  const object = module.parentOf(property);
  return object?.type === 'ObjectExpression' && object.properties.some(saysJwt);
}

function saysJwt(property: TSESTree.ObjectLiteralElement): boolean {
  if (property.type !== 'Property') return false;
  const name = keyName(property, property.key) ?? '';
  if (KIND_KEYS.has(name)) return /^jwt$/i.test(staticString(property.value) ?? '');
  return name === 'expiresIn' || (ALGORITHM_KEYS.has(name) && isHmac(property.value));
}

function isHmac(node: Node): boolean {
  const value = unwrap(node);
  const items = value.type === 'ArrayExpression' ? value.elements : [value];
  return items.some((item) => item !== null && HMAC.test(staticString(item) ?? ''));
}
