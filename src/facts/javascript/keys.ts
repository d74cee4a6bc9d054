import type { KeyFact, KeyKind, UnsetKey } from '../model.ts';
import type { KeySource } from './libraries/types.ts';
import type { JavaScriptModule } from './module.ts';
import { resolveConstant } from './options.ts';
import { provenance } from './provenance.ts';
import { dottedPath, isFunction, spanOf, unwrap, type Node } from './syntax.ts';
import { unsetKeyOf } from './unset-key.ts';
import type { Origin } from './trace/index.ts';

/** The key of a call: what kind it is, and whether it may be missing when the program runs. */
export function keyFact(module: JavaScriptModule, node: Node, origins: readonly Origin[]): KeyFact {
  const source = keySource(module, node);
  const kind = source?.kind ?? keyKind(module, node, origins);
  return {
    kind,
    span: spanOf(node),
    variables: variablesOf(origins),
    hasText: origins.some((origin) => origin.kind === 'literal' && !origin.partial && !origin.fallback),
    unset: unsetOf(module, node, origins, kind, source),
  };
}

function unsetOf(
  module: JavaScriptModule,
  node: Node,
  origins: readonly Origin[],
  kind: KeyKind,
  source: KeySource | null,
): UnsetKey | null {
  if (source) {
    return source.mayAnswerNothing ? { how: 'resolver', variable: null, span: spanOf(node) } : null;
  }
  return unsetKeyOf(module, node, origins, kind === 'resolver');
}

function variablesOf(origins: readonly Origin[]): string[] {
  const names = origins.flatMap((origin) =>
    origin.kind === 'environment' && origin.name ? [origin.name] : [],
  );
  return [...new Set(names)];
}

/* ------------------------------------------------------------------ by the function that makes it */

/** Functions of Node's own crypto module that make keys. */
const NODE_CRYPTO: Readonly<Record<string, KeyKind>> = {
  createPublicKey: 'key-object',
  createPrivateKey: 'private-key',
};

/** What a library says about the call that makes the key, or the function that stands for it. */
function keySource(module: JavaScriptModule, node: Node): KeySource | null {
  const inner = resolveConstant(module, node);
  const isCall = inner.type === 'CallExpression' || inner.type === 'NewExpression';
  const found = provenance(module, isCall ? inner.callee : inner);
  if (!found) return null;
  const known = module.context.libraries.keySourceAt(found.module, found.members);
  if (known) return known;
  const kind = /^(?:node:)?crypto$/.test(found.module) ? NODE_CRYPTO[found.members.join('.')] : undefined;
  return kind ? { members: found.members, kind } : null;
}

/* ------------------------------------------------------------------ by its values and its name */

const PUBLIC_NAME = /public|cert(?!ain)|jwks|_pub\b|pubkey/i;
const PRIVATE_NAME = /private|\.pem\b|\.key\b/i;
const PEM = /-----BEGIN ([A-Z0-9 ]{0,40})-----/;

function keyKind(module: JavaScriptModule, node: Node, origins: readonly Origin[]): KeyKind {
  if (isFunction(unwrap(node)) || origins.some(({ kind }) => kind === 'function')) return 'resolver';
  if (origins.length > 0 && origins.every(({ kind }) => kind === 'falsy')) return 'falsy';
  const texts = origins.flatMap((origin) => (origin.kind === 'literal' ? [origin.value] : []));
  const armoured = texts.flatMap((text) => pemKind(text, isEncoded(module, node)) ?? []);
  if (armoured[0]) return armoured[0];
  if (isJsonText(module, node)) return 'jwk-text';
  const name = `${module.text.slice(node.range[0], node.range[1]).slice(0, 200)} ${variablesOf(origins).join(' ')}`;
  if (PUBLIC_NAME.test(name)) return /cert/i.test(name) ? 'certificate' : 'public-key';
  if (PRIVATE_NAME.test(name) || origins.some(({ kind }) => kind === 'file')) return 'private-key';
  return texts.length > 0 || origins.some(({ kind }) => kind === 'environment') ? 'secret' : 'unknown';
}

function pemKind(text: string, encoded: boolean): KeyKind | null {
  const label = PEM.exec(text)?.[1];
  if (label === undefined) return null;
  if (label.includes('PRIVATE')) return 'private-key';
  if (encoded) return 'public-key-bytes';
  if (label.includes('CERTIFICATE')) return 'certificate';
  return text.startsWith('-----BEGIN') ? 'public-key' : 'padded-public-key';
}

/** `new TextEncoder().encode(PEM)`: the armour is a text like any other then. */
function isEncoded(module: JavaScriptModule, node: Node): boolean {
  const inner = resolveConstant(module, node);
  const callee = inner.type === 'CallExpression' ? unwrap(inner.callee) : null;
  return callee?.type === 'MemberExpression' && /encoder/i.test(module.text.slice(...callee.range));
}

function isJsonText(module: JavaScriptModule, node: Node): boolean {
  const inner = resolveConstant(module, node);
  if (inner.type !== 'CallExpression' || dottedPath(inner.callee)?.join('.') !== 'JSON.stringify')
    return false;
  return /jwk|key/i.test(module.text.slice(...inner.range).slice(0, 300));
}
