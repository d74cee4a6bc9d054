import type { EmbeddedKeyFact } from '../model.ts';
import type { EntryPoint } from './libraries/types.ts';
import type { JavaScriptModule } from './module.ts';
import { lookAt, resolveConstant, type Target } from './options.ts';
import { provenance } from './provenance.ts';
import { dottedPath, isFunction, memberName, spanOf, unwrap, type Node } from './syntax.ts';
import { handedToCallback, returnedBy } from './trace/functions.ts';

/** Settings by which a verifier trusts the key that the token brings along: RFC 8725 section 3.10, CVE-2018-0114. */
export function embeddedKeyFacts(
  module: JavaScriptModule,
  target: Target,
  entry: EntryPoint,
  keyNode: Node | null,
): EmbeddedKeyFact[] {
  const facts = (entry.embedded ?? []).flatMap(({ at, when }): EmbeddedKeyFact[] => {
    const looked = lookAt(module, target, at);
    if (looked.state !== 'value') return [];
    const node = resolveConstant(module, looked.node);
    if (when === true)
      return node.type === 'Literal' && node.value === true
        ? [{ how: 'option', span: spanOf(looked.node), text: at.split('.').at(-1) ?? '' }]
        : [];
    return provenance(module, node)?.members.join('.') === when
      ? [{ how: 'resolver', span: spanOf(looked.node), text: when }]
      : [];
  });
  const isVerified = entry.operation === 'verify' && keyNode !== null;
  return isVerified ? [...facts, ...headerKeys(module, keyNode)] : facts;
}

/** Names of header parameters that carry a key or say where one is, RFC 7515 section 4.1. */
const KEY_PARAMETERS: ReadonlySet<string> = new Set(['jwk', 'x5c', 'jku', 'x5u']);

/** A key that is made of the token's own header: `importJWK(header.jwk)`, `(header, done) => done(null, header.x5c[0])`. */
function headerKeys(module: JavaScriptModule, keyNode: Node): EmbeddedKeyFact[] {
  const node = resolveConstant(module, keyNode);
  const values = isFunction(node) ? [...returnedBy(node), ...handedToCallback(module, node)] : [node];
  return values.flatMap((value): EmbeddedKeyFact[] => {
    const read = headerParameter(module, value, 6);
    return read ? [{ how: 'header', span: spanOf(read.node), text: read.name }] : [];
  });
}

function headerParameter(
  module: JavaScriptModule,
  node: Node,
  hops: number,
): { node: Node; name: string } | null {
  if (hops <= 0) return null;
  const inner = resolveConstant(module, unwrap(node));
  if (inner.type === 'CallExpression' || inner.type === 'NewExpression') {
    const [first] = inner.arguments;
    return first ? headerParameter(module, first, hops - 1) : null;
  }
  if (inner.type === 'ObjectExpression') {
    const key = inner.properties.find(
      (property) =>
        property.type === 'Property' && property.key.type === 'Identifier' && property.key.name === 'key',
    );
    return key?.type === 'Property' ? headerParameter(module, key.value, hops - 1) : null;
  }
  if (inner.type !== 'MemberExpression') return null;
  const name = memberName(inner);
  const isHeader = /header/i.test(dottedPath(inner.object)?.join('.') ?? '');
  if (name !== null && KEY_PARAMETERS.has(name) && isHeader) return { node: inner, name };
  return headerParameter(module, inner.object, hops - 1);
}
