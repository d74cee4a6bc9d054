import { contextAt } from '../facts/context.ts';
import type { LinkedFile } from '../project/model.ts';
import { ruleUrl } from './documentation.ts';
import { anchorOf, type Fingerprints } from './fingerprint.ts';
import { identityOf } from './identity.ts';
import { maskSecret, redact } from './mask.ts';
import { interpolate } from './message.ts';
import type { Finding, Place, Problem, ProblemSecret, RelatedPlace, Severity } from './model.ts';
import { lineIndexOf } from './position.ts';
import type { Rule } from './rule.ts';
import type { SecretIds } from './secret-ids.ts';
import { cappedSeverity } from './severity.ts';

/** What turns the problems of one file into findings. */
export interface FindingContext {
  readonly file: LinkedFile;
  readonly text: string;
  /** The text of another file, for related places; null where it cannot be read. */
  textOf(path: string): string | null;
  readonly ids: SecretIds;
  readonly fingerprints: Fingerprints;
  readonly showSecrets: boolean;
  /** The key of the baseline, where there is one. */
  readonly baselineKey?: string | null;
}

/** Give problems their lines, message, mask and fingerprint. `severity` is the one the user chose for the rule. */
export function toFindings(
  problems: Iterable<Problem>,
  rule: Rule,
  context: FindingContext,
  severity?: Severity,
): Finding[] {
  // Fingerprints and secret ids count in the order of the text, whatever the order a rule looks in.
  const ordered = [...problems].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
  return ordered.map((problem) => toFinding(problem, rule, context, severity));
}

function toFinding(problem: Problem, rule: Rule, context: FindingContext, severity?: Severity): Finding {
  const { file, text, fingerprints } = context;
  const index = lineIndexOf(text);
  const [start, end] = [index.at(problem.span[0]), index.at(problem.span[1])];
  const { messageId, environment = file.environment, secret } = problem;
  const template = rule.meta.messages[messageId] ?? messageId;
  const flow = placesOf(problem.flow ?? [], problem, context);
  const place = contextAt(file.context, file.path, text, problem.span[0]);
  return {
    ruleId: rule.id,
    messageId,
    message: interpolate(template, maskedData(problem, context)),
    severity: cappedSeverity(severity ?? problem.severity, place),
    confidence: problem.confidence,
    path: file.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    context: place,
    environment,
    ...(secret && { secret: describeSecret(secret, context) }),
    related: [...placesOf(problem.related ?? [], problem, context), ...endOf(flow, file.path, start.line)],
    ...(flow.length > 1 && { flow }),
    cwe: rule.meta.cwe,
    url: ruleUrl(rule.id),
    fingerprint: fingerprints.of({ ruleId: rule.id, path: file.path, anchor: anchorOf(problem, file, text) }),
    identity: identityOf(problem, { ruleId: rule.id, file, text, key: context.baselineKey ?? null }),
  };
}

function describeSecret(
  { value, bits, kind }: ProblemSecret,
  { ids, showSecrets }: FindingContext,
): NonNullable<Finding['secret']> {
  return { id: ids.of(value), masked: showSecrets ? value : maskSecret(value), bits: Math.round(bits), kind };
}

/** The call that a value reaches, where it stands somewhere else. */
function endOf(flow: readonly Place[], path: string, line: number): Place[] {
  const end = flow.length > 1 ? flow.at(-1) : undefined;
  return end && (end.path !== path || end.line !== line) ? [end] : [];
}

/** Places in lines and columns; those in files that cannot be read any more are left out. */
function placesOf(places: readonly RelatedPlace[], problem: Problem, context: FindingContext): Place[] {
  const { file } = context;
  return places.flatMap(({ path = file.path, span, message }) => {
    const text = path === file.path ? context.text : context.textOf(path);
    if (text === null) return [];
    const { line, column } = lineIndexOf(text).at(span[0]);
    return [{ path, line, column, message: masked(message, problem, context) }];
  });
}

/* ------------------------------------------------------------------ a net under the rules */

/** Shorter values are words like `secret`, which messages and names have a right to. */
const LEAST_NETTED = 8;

function maskedData(problem: Problem, context: FindingContext): Readonly<Record<string, string>> {
  const entries = Object.entries(problem.data ?? {});
  return Object.fromEntries(entries.map(([key, value]) => [key, masked(value, problem, context)]));
}

/** Rules do not put values into messages; if one slips, it does not get out. */
function masked(text: string, { secret }: Problem, { showSecrets }: FindingContext): string {
  return showSecrets || !secret || secret.value.length < LEAST_NETTED ? text : redact(text, [secret.value]);
}
