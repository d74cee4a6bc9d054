import type { AlgorithmsFact, EmbeddedKeyFact, KeyFact } from '../src/facts/model.ts';
import type { Problem } from '../src/findings/model.ts';
import type { Rule } from '../src/findings/rule.ts';
import type { LinkedCall, LinkedFile } from '../src/project/model.ts';
import { versionNote } from './shared/installed.ts';

/** One verifier, two families of keys: CVE-2015-9235, CVE-2022-23541, CVE-2018-0114; RFC 8725 section 2.1. */
const rule: Rule = {
  id: 'no-algorithm-confusion',
  meta: {
    description: 'disallow mixing HMAC with public-key algorithms, and keys that the token brings along',
    configs: ['recommended', 'strict'],
    severity: 'high',
    cwe: ['CWE-347', 'CWE-345'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
    defaultOptions: {},
    messages: {
      mixed:
        '`{{entry}}` ({{library}}) accepts both {{hmac}} and {{asymmetric}}: {{risk}}. {{version}} Accept one family only.',
      fromToken:
        '`{{entry}}` ({{library}}) takes the algorithm from the token itself, so the attacker chooses it.',
      publicKeyAsSecret:
        'A public key is the HMAC secret of `{{entry}}` ({{library}}) here: everybody knows it and can sign with it.',
      secretAsPublicKey:
        '{{algorithms}} needs a key pair, but `{{entry}}` ({{library}}) gets a text as its secret here.',
      configured:
        '`{{name}}` names {{algorithms}}, which needs a key pair, but `{{secret}}` is one text for both sides.',
      embeddedOption:
        '`{{text}}` makes `{{entry}}` ({{library}}) trust the key in the token: anyone can bring their own (CVE-2018-0114).',
      embeddedResolver:
        '`{{text}}` verifies with the key in the token itself: anyone can bring their own (CVE-2018-0114).',
      headerKey:
        "The key comes from the token's own header (`{{text}}`): anyone can bring their own (CVE-2018-0114).",
    },
    hasSuggestions: false,
  },
  *judge(file) {
    for (const call of file.calls) {
      const problems = [
        call.algorithms && fromToken(call, call.algorithms),
        call.algorithms && mixedList(call, call.algorithms),
        call.algorithms && call.key && mismatchedKey(call, call.algorithms, call.key),
        ...call.embeddedKeys.map((fact) => embeddedKey(call, fact)),
      ];
      for (const problem of problems) if (problem) yield { ...problem, environment: file.environment };
    }
    yield* configuredMismatch(file);
  },
};

export default rule;

const HMAC = /^HS\d{3}$/i;
const ASYMMETRIC = /^(?:(?:RS|PS|ES)\d{3}K?|EdDSA|Ed\d{3,5})$/i;

/** A pin that the token brings along is none: RFC 8725 section 2.1. */
function fromToken(call: LinkedCall, { state, span }: AlgorithmsFact): Problem | null {
  if (state !== 'from-token') return null;
  const data = { entry: call.entry, library: call.library };
  return { messageId: 'fromToken', data, span, severity: 'high', confidence: 'high' };
}

function mixedList(call: LinkedCall, { values, state, span }: AlgorithmsFact): Problem | null {
  const hmac = values.filter((name) => HMAC.test(name));
  const asymmetric = values.filter((name) => ASYMMETRIC.test(name));
  if (state !== 'pinned' || hmac.length === 0 || asymmetric.length === 0) return null;
  const grade = call.mixed?.severity ?? 'low';
  if (grade === 'none') return null;
  return {
    messageId: 'mixed',
    data: {
      entry: call.entry,
      library: call.library,
      hmac: hmac.join(', '),
      asymmetric: asymmetric.join(', '),
      risk: call.mixed?.risk ?? 'one key cannot be right for both',
      version: versionNote(call),
    },
    span,
    severity: grade,
    confidence: call.installed ? 'high' : 'medium',
  };
}

/** A key of one family under an algorithm of the other. */
function mismatchedKey(
  call: LinkedCall,
  { values, state, span }: AlgorithmsFact,
  key: KeyFact,
): Problem | null {
  if (state !== 'pinned' || values.length === 0) return null;
  const data = { entry: call.entry, library: call.library, algorithms: values.join(', ') };
  if (values.every((name) => HMAC.test(name)) && isArmoured(key))
    return { messageId: 'publicKeyAsSecret', data, span: key.span, severity: 'high', confidence: 'high' };
  const isPlain = key.kind === 'secret' && key.hasText;
  if (values.every((name) => ASYMMETRIC.test(name)) && isPlain)
    return { messageId: 'secretAsPublicKey', data, span, severity: 'low', confidence: 'medium' };
  return null;
}

/** A public key for certain, by its armour; a name alone is no proof. */
function isArmoured({ kind, hasText }: KeyFact): boolean {
  if (kind === 'public-key-bytes' || kind === 'padded-public-key') return true;
  return hasText && (kind === 'public-key' || kind === 'certificate');
}

const ALGORITHM_SETTING = /(?:jwt|jws|token|auth)\w{0,20}alg(?:o|orithms?)?$/i;
const KEY_SETTING = /(?:public|private)_?key|certificate|\bpem\b|jwks/i;

/** `JWT_ALGO=RS256` beside a `JWT_SECRET`, and no key pair anywhere in the file. */
function* configuredMismatch(file: LinkedFile): Iterable<Problem> {
  const { entries } = file.facts;
  if (entries.some(({ keyPath }) => KEY_SETTING.test(keyPath.join('_')))) return;
  const secret = file.secrets.find(
    ({ source, value }) => source === 'config' && !value.includes('-----BEGIN'),
  );
  if (!secret) return;
  for (const { keyPath, value, span } of entries) {
    const name = keyPath.join('_');
    if (!ALGORITHM_SETTING.test(name) || !/^(?:RS|PS|ES)(?:256|384|512)$|^EdDSA$/.test(value.trim()))
      continue;
    yield {
      messageId: 'configured',
      data: { name: keyPath.at(-1) ?? name, algorithms: value.trim(), secret: secret.name ?? 'the secret' },
      span,
      severity: 'low',
      confidence: 'medium',
      environment: file.environment,
    };
  }
}

const EMBEDDED: Readonly<Record<EmbeddedKeyFact['how'], string>> = {
  option: 'embeddedOption',
  resolver: 'embeddedResolver',
  header: 'headerKey',
};

function embeddedKey(call: LinkedCall, { how, span, text }: EmbeddedKeyFact): Problem {
  return {
    messageId: EMBEDDED[how],
    data: { entry: call.entry, library: call.library, text },
    span,
    severity: 'critical',
    confidence: 'high',
  };
}
