import { isJavaScriptPath } from '../../facts/collect.ts';
import type { FileFacts, Span } from '../../facts/model.ts';
import { overlaps } from '../../facts/spans.ts';
import { deploymentOf, serviceOf } from '../deployment.ts';
import type { Secret } from '../model.ts';

/** The file's secrets, with values that only a token proves to be some. */
export function withUnnamedSecrets(
  secrets: readonly Secret[],
  unnamed: readonly { readonly value: string; readonly span: Span }[],
  file: FileFacts,
): readonly Secret[] {
  const added = unnamed.filter(({ span }) => !secrets.some((secret) => overlaps(secret.span, span)));
  if (added.length === 0) return secrets;
  const all = [...secrets, ...added.map(({ value, span }) => secretByProof(value, span, file))];
  return all.sort((a, b) => a.span[0] - b.span[0]);
}

function secretByProof(value: string, span: Span, file: FileFacts): Secret {
  const entry = file.entries.find((one) => one.span[0] === span[0]);
  const isCode = entry ? entry.format === 'code' : isJavaScriptPath(file.path);
  const environment = entry?.environment ?? file.environment;
  return {
    value,
    span,
    name: entry?.keyPath.at(-1) ?? null,
    source: isCode ? 'code' : 'config',
    writtenAs: entry?.writtenAs ?? 'plain',
    evidence: 'proof',
    fallback: entry?.fallback ?? null,
    partial: false,
    algorithm: null,
    encoding: 'utf8',
    flow: [],
    call: null,
    environment,
    deployment: environment ?? deploymentOf(file),
    sharedWith: [],
    service: entry && !isCode ? serviceOf(entry, file) : null,
    format: isCode ? null : (entry?.format ?? 'text'),
    signedTokens: [],
  };
}
