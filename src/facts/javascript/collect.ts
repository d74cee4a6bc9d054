import type {
  ConfigEntry,
  ExposureFact,
  Fallback,
  FlowStep,
  ImportUse,
  JwtCall,
  KeyUse,
  LogFact,
  PassedUse,
  SecretLiteral,
  SettingUse,
  TokenFact,
} from '../model.ts';
import { bundlerEntries } from './bundlers.ts';
import { findCalls, type CallWithKey } from './calls.ts';
import type { CodeContext } from './code-context.ts';
import { environmentWrites } from './environment-writes.ts';
import { findExposures } from './exposure/client.ts';
import { findLogs } from './exposure/logs.ts';
import { findSites } from './sites.ts';
import { templateEntries } from './template-settings.ts';
import { JavaScriptModule, type JavaScriptSource } from './module.ts';
import { findNamedSecrets } from './named-secrets.ts';
import { findOtherUses } from './other-secrets.ts';
import { findSplitTokens, mayHoldSplitTokens } from './split-tokens.ts';
import { type ImportOrigin, type LiteralOrigin, type Origin, type SettingOrigin } from './trace/index.ts';

/** What the code of one file says about JSON Web Tokens. */
export interface JavaScriptFacts {
  readonly calls: readonly JwtCall[];
  readonly literals: readonly SecretLiteral[];
  /** `process.env.NAME = 'value'`: a definition like that of a configuration file. */
  readonly entries: readonly ConfigEntry[];
  readonly settingUses: readonly SettingUse[];
  readonly importUses: readonly ImportUse[];
  readonly passedUses: readonly PassedUse[];
  readonly otherUses: readonly string[];
  readonly logs: readonly LogFact[];
  readonly exposures: readonly ExposureFact[];
  /** Tokens that do not stand in the text as they are. */
  readonly splitTokens: readonly TokenFact[];
}

/** What is known of a piece of code by its JWT calls alone. */
export type CallFacts = Pick<JavaScriptFacts, 'calls' | 'literals'>;

/** The JWT calls of a piece of code, and the literals that reach their keys in it. */
export function collectCalls(source: JavaScriptSource, context: CodeContext): CallFacts {
  const calls = findCalls(new JavaScriptModule(source, context));
  const literals = calls.flatMap((call) =>
    call.origins.flatMap((origin) =>
      origin.kind === 'literal' ? usedLiteral(origin, keyUse(call, origin)) : [],
    ),
  );
  return { calls: calls.map(({ call }) => call), literals: mergeLiterals(literals) };
}

/** Collect the facts of one parsed file. */
export function collectJavaScript(source: JavaScriptSource, context?: CodeContext): JavaScriptFacts {
  const module = new JavaScriptModule(source, context);
  const sites = findSites(module);
  const calls = findCalls(module, sites);
  const uses = calls.flatMap((call) => call.origins.map((origin) => ({ origin, use: keyUse(call, origin) })));
  const used = uses.flatMap(({ origin, use }) => (origin.kind === 'literal' ? usedLiteral(origin, use) : []));
  return {
    calls: calls.map(({ call }) => call),
    literals: mergeLiterals([...used, ...findNamedSecrets(module)]),
    entries: [...environmentWrites(module), ...bundlerEntries(module), ...templateEntries(module)],
    settingUses: uses.flatMap(({ origin, use }) => (isSetting(origin) ? settingUse(origin, use) : [])),
    importUses: uses.flatMap(({ origin, use }) => (origin.kind === 'import' ? [importUse(origin, use)] : [])),
    passedUses: uses.flatMap(({ origin, use }) =>
      origin.kind === 'passed' ? [{ ...use, as: origin.as, span: origin.span }] : [],
    ),
    otherUses: findOtherUses(module),
    logs: findLogs(module, sites),
    exposures: findExposures(
      module,
      calls.map(({ call }) => call),
    ),
    splitTokens: mayHoldSplitTokens(module.text) ? findSplitTokens(module) : [],
  };
}

function isSetting(origin: Origin): origin is SettingOrigin {
  return origin.kind === 'environment' || origin.kind === 'config';
}

function keyUse({ call, algorithm }: CallWithKey, origin: Origin): KeyUse {
  const { library, entry, operation, calleeSpan } = call;
  const end: FlowStep = { span: calleeSpan, message: `reaches the key of \`${entry}\` (${library}) here` };
  return {
    algorithm,
    encoding: origin.encoding,
    flow: [...origin.steps, end],
    call: { library, entry, operation },
  };
}

/** A literal that reaches a key, as the trace found it; PEM texts are keys of another kind. */
export function usedLiteral(origin: LiteralOrigin, use: KeyUse): SecretLiteral[] {
  if (origin.value === '' || origin.value.includes('-----BEGIN')) return [];
  const { value, span, name, fallback, partial } = origin;
  const start: FlowStep = { span, message: 'the secret is written here' };
  const { algorithm, encoding, call } = use;
  return [
    {
      value,
      span,
      name,
      evidence: 'use',
      fallback,
      partial,
      algorithm,
      encoding,
      flow: [start, ...use.flow],
      call,
    },
  ];
}

export function settingUse(origin: SettingOrigin, use: KeyUse): SettingUse[] {
  return origin.name === null ? [] : [{ ...use, source: origin.kind, name: origin.name, span: origin.span }];
}

export function importUse(origin: ImportOrigin, use: KeyUse): ImportUse {
  const { module, members, span, fallback } = origin;
  return { ...use, module, members, span, fallback: fallback && elsewhere(fallback) };
}

/** What is written in another file has no place in this one. */
function elsewhere({ operator, of }: Fallback): Fallback {
  return { operator, of };
}

/** One literal a place: a use says more than a name, a direct use more than a fallback. */
export function mergeLiterals(literals: readonly SecretLiteral[]): SecretLiteral[] {
  const byPlace = new Map<string, SecretLiteral>();
  for (const literal of literals) {
    const place = literal.span.join(':');
    const known = byPlace.get(place);
    if (!known) byPlace.set(place, literal);
    else byPlace.set(place, better(known, literal));
  }
  return [...byPlace.values()].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
}

function better(a: SecretLiteral, b: SecretLiteral): SecretLiteral {
  const [kept, other] = a.evidence === 'name' && b.evidence === 'use' ? [b, a] : [a, b];
  const fallbacks = [
    kept.fallback,
    ...(kept.moreFallbacks ?? []),
    other.fallback,
    ...(other.moreFallbacks ?? []),
  ];
  const [fallback = null, ...more] = onePerSite(fallbacks.filter((one) => one !== null));
  return {
    ...kept,
    fallback,
    ...(more.length > 0 && { moreFallbacks: more }),
    name: kept.name ?? other.name,
  };
}

function onePerSite(fallbacks: readonly Fallback[]): Fallback[] {
  const seen = new Set<string>();
  return fallbacks.filter(({ at }, i) => {
    const site = at?.join(':') ?? '';
    // Without a place of its own it is the one that is known already.
    if (seen.has(site) || (at === undefined && i > 0)) return false;
    seen.add(site);
    return true;
  });
}
