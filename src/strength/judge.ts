import { describe, type Description } from './describe.ts';
import { encodingOf, keyBytes, LEAST_KEY_BYTES, type HmacName, type KeyReading } from './encodings.ts';
import { builtInKnown, type KnownMatch, type KnownSecrets } from './known.ts';
import { wholePattern } from './patterns.ts';
import { isPhrase, isSentence } from './phrases.ts';
import { guesses, madeOf } from './reasons.ts';
import { containsReference, defaultOf, referenceTo } from './references.ts';
import { isSlot } from './slots.ts';

/**
 * - `placeholder`: no value at all, a slot somebody should have filled
 * - `reference`: the value is kept elsewhere
 * - `known`: published, or on the user's list
 * - `guessable`: made of so little that it can be guessed
 * - `short`: too few key bytes for the algorithm, RFC 7518 section 3.2
 * - `strong`: none of these
 */
export type SecretKind = 'placeholder' | 'reference' | 'known' | 'guessable' | 'short' | 'strong';

export interface JudgeOptions {
  /** HS256 where it is not known. */
  readonly algorithm?: HmacName | null;
  /** How the consumer turns the text into key bytes; UTF-8 where nothing else is seen. */
  readonly consumer?: KeyReading;
  /** In code a quoted `'process.env.X'` is the key itself; in configuration (the default) it is a reference. */
  readonly context?: 'code' | 'config';
  /** The text is what a call gets, as it stands: even one that looks like the name of a variable is the key itself. */
  readonly isGiven?: boolean;
  /** Names of the package, the repository and its owner, which cost a guesser next to nothing. */
  readonly projectWords?: readonly string[];
  /** The user's own list, besides the built-in one. */
  readonly knownSecrets?: KnownSecrets;
}

/** `reason` is a part of a sentence that tells nothing of the value. */
export interface Judgement {
  readonly kind: SecretKind;
  /** About log2 of the guesses an attacker needs. */
  readonly bits: number;
  /** Bytes of the key as the consumer reads the value. */
  readonly keyBytes: number;
  readonly reason: string;
}

/** A verdict that does not depend on the size of the key. */
type Finding = Omit<Judgement, 'keyBytes'>;

const GUESSABLE_BITS = 64;
const ADVISED_BITS = 128;
const DEEPEST_DEFAULT = 4;
const DEEPEST_ENCODING = 2;

/** Judges how strong `value` is as the secret of a JWT signed with HMAC. */
export function judge(value: string, options: JudgeOptions = {}): Judgement {
  const text = unquoted(value);
  const fallback = innermostDefault(text);
  if (fallback === null) return judgeText(text, options);
  const judged = judgeText(unquoted(fallback), options);
  const empty = judged.kind === 'placeholder' || judged.kind === 'reference';
  return empty ? withSize(text, options, elsewhere('a reference without a default of its own')) : judged;
}

function unquoted(value: string): string {
  const text = value.trim();
  return text.length > 1 && /^["']/.test(text) && text.endsWith(text.charAt(0))
    ? text.slice(1, -1).trim()
    : text;
}

function innermostDefault(text: string): string | null {
  let found = defaultOf(text);
  for (let depth = 1; found !== null && depth < DEEPEST_DEFAULT; depth++) {
    const deeper = defaultOf(found);
    if (deeper === null) break;
    found = deeper;
  }
  return found;
}

function judgeText(text: string, options: JudgeOptions): Judgement {
  const finding = withoutValue(text, options) ?? content(text, options, 0);
  return withSize(text, options, finding);
}

function withSize(text: string, options: JudgeOptions, finding: Finding): Judgement {
  const bytes = keyBytes(text, options.consumer ?? 'utf8');
  const bits = Math.min(finding.bits, bytes * 8);
  if (finding.kind !== 'strong') return { ...finding, bits, keyBytes: bytes };
  const algorithm = options.algorithm ?? 'HS256';
  const least = LEAST_KEY_BYTES[algorithm];
  if (bytes < least) {
    const reason = `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}; ${algorithm} needs ${least} (RFC 7518 section 3.2)`;
    return { kind: 'short', bits, keyBytes: bytes, reason };
  }
  return { kind: 'strong', bits, keyBytes: bytes, reason: strongReason(bytes, bits) };
}

function strongReason(bytes: number, bits: number): string {
  const advice = bits < ADVISED_BITS ? `; at least ${ADVISED_BITS} random bits are better` : '';
  return `${bytes} bytes, ${guesses(bits)}${advice}`;
}

/* ------------------------------------------------------------------ no value */

/** References and slots, and the known values that look like them. */
function withoutValue(text: string, options: JudgeOptions): Finding | null {
  if (text === '') return placeholder('empty');
  const reference = referenceTo(text, options.context === 'code');
  if (reference !== null) return elsewhere(reference);
  const exact = findKnown(options, (known) => known.findExact(text));
  if (exact) return knownFinding(exact, 0);
  if (isSlot(text, options.isGiven)) return placeholder('a slot for a value, not a value');
  return containsReference(text) ? elsewhere('partly filled in from elsewhere') : null;
}

function placeholder(reason: string): Finding {
  return { kind: 'placeholder', bits: 0, reason };
}

function elsewhere(reason: string): Finding {
  return { kind: 'reference', bits: 0, reason };
}

/* ------------------------------------------------------------------ known values */

function findKnown(
  options: JudgeOptions,
  find: (known: KnownSecrets) => KnownMatch | null,
): KnownMatch | null {
  return (options.knownSecrets && find(options.knownSecrets)) ?? find(builtInKnown());
}

function knownFinding({ how, origin }: KnownMatch, bits: number): Finding {
  const source = origin === null ? 'on the list of known secrets' : `a known value, published: ${origin}`;
  const change =
    how === 'exact' ? '' : how === 'respelt' ? ', in another spelling' : ', with something appended';
  return { kind: 'known', bits, reason: source + change };
}

function knownContent(text: string, options: JudgeOptions): Finding | null {
  const whole = findKnown(options, (known) => known.findExact(text) ?? known.findRespelt(text));
  if (whole) return knownFinding(whole, 0);
  const prefix = findKnown(options, (known) => known.findPrefix(text));
  if (!prefix) return null;
  const { bits } = describe(text.slice(prefix.length), options.projectWords);
  return bits < GUESSABLE_BITS ? knownFinding(prefix, bits) : null;
}

/* ------------------------------------------------------------------ what it is made of */

/** Judges the value itself, and the text inside it where it is encoded. */
function content(text: string, options: JudgeOptions, depth: number): Finding {
  const known = knownContent(text, options);
  if (known) return known;
  const candidates = [fromDescription(describe(text, options.projectWords))];
  const pattern = wholePattern(text);
  if (pattern) candidates.push(guessable(pattern.bits, `${pattern.reason}: ${guesses(pattern.bits)}`));
  const encoding = encodingOf(text);
  if (encoding) candidates.push(grade(encoding.bits, `${encoding.name}: ${guesses(encoding.bits)}`));
  if (encoding && encoding.text !== null && depth < DEEPEST_ENCODING) {
    candidates.push(inside(content(encoding.text, options, depth + 1), encoding.name));
  }
  return weakest(candidates);
}

function fromDescription(description: Description): Finding {
  const { bits } = description;
  if (bits < GUESSABLE_BITS) return guessable(bits, madeOf(description));
  if (isPhrase(description))
    return guessable(bits, `a phrase about the secret it should be, ${madeOf(description)}`);
  if (isSentence(description))
    return guessable(bits, `a sentence of a natural language, ${madeOf(description)}`);
  return { kind: 'strong', bits, reason: '' };
}

function grade(bits: number, reason: string): Finding {
  return { kind: bits < GUESSABLE_BITS ? 'guessable' : 'strong', bits, reason };
}

function guessable(bits: number, reason: string): Finding {
  return { kind: 'guessable', bits, reason };
}

function inside(finding: Finding, encoding: string): Finding {
  return { ...finding, reason: `${encoding} of readable text: ${finding.reason}` };
}

const ORDER: readonly SecretKind[] = ['known', 'guessable', 'strong'];

/** The worst of several verdicts; among equals that with the fewest bits. */
function weakest(findings: readonly Finding[]): Finding {
  return findings.reduce((worst, next) => {
    const order = ORDER.indexOf(next.kind) - ORDER.indexOf(worst.kind) || next.bits - worst.bits;
    return { ...(order < 0 ? next : worst), bits: Math.min(worst.bits, next.bits) };
  });
}
