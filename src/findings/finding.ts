import type { LinkedFile } from '../project/model.ts';
import { ruleUrl } from './documentation.ts';
import type { Fingerprints } from './fingerprint.ts';
import { maskSecret } from './mask.ts';
import { interpolate } from './message.ts';
import type { Finding, Place, Problem, RelatedPlace, Severity } from './model.ts';
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
}

/** Give problems their lines, message, mask and fingerprint. `severity` is the one the user chose for the rule. */
export function toFindings(
  problems: Iterable<Problem>,
  rule: Rule,
  context: FindingContext,
  severity?: Severity,
): Finding[] {
  return [...problems].map((problem) => toFinding(problem, rule, context, severity));
}

function toFinding(problem: Problem, rule: Rule, context: FindingContext, severity?: Severity): Finding {
  const { file, text, ids, fingerprints, showSecrets } = context;
  const index = lineIndexOf(text);
  const [start, end] = [index.at(problem.span[0]), index.at(problem.span[1])];
  const { secret, flow } = problem;
  return {
    ruleId: rule.id,
    messageId: problem.messageId,
    message: interpolate(rule.meta.messages[problem.messageId] ?? problem.messageId, problem.data),
    severity: cappedSeverity(severity ?? problem.severity, file.context),
    confidence: problem.confidence,
    path: file.path,
    line: start.line,
    column: start.column,
    endLine: end.line,
    endColumn: end.column,
    context: file.context,
    environment: problem.environment ?? null,
    ...(secret && {
      secret: {
        id: ids.of(secret.value),
        masked: showSecrets ? secret.value : maskSecret(secret.value),
        bits: Math.round(secret.bits),
        kind: secret.kind,
      },
    }),
    related: placesOf(problem.related ?? [], context),
    ...(flow && flow.length > 1 ? { flow: placesOf(flow, context) } : {}),
    cwe: rule.meta.cwe,
    url: ruleUrl(rule.id),
    fingerprint: fingerprints.of({ ruleId: rule.id, path: file.path, anchor: anchorOf(problem, file, text) }),
  };
}

function placesOf(places: readonly RelatedPlace[], context: FindingContext): Place[] {
  return places.flatMap(({ path = context.file.path, span, message }) => {
    const text = path === context.file.path ? context.text : context.textOf(path);
    return text === null ? [] : [{ path, ...lineIndexOf(text).at(span[0]), message }];
  });
}

/** The line of the problem with every secret of the file cut out. */
function anchorOf(problem: Problem, file: LinkedFile, text: string): string {
  const index = lineIndexOf(text);
  const { line } = index.at(problem.span[0]);
  const begin = index.startOf(line);
  const stop = Math.min(index.startOf(line + 1) > begin ? index.startOf(line + 1) : text.length, begin + 2000);
  const hidden = [problem.span, ...file.secrets.map(({ span }) => span), ...file.tokens.map(({ span }) => span)];
  const kept = problem.secret || hidden.length > 1 ? withoutSpans(text, begin, stop, hidden) : text.slice(begin, stop);
  return `${problem.messageId} ${kept}`;
}

function withoutSpans(text: string, begin: number, stop: number, spans: readonly (readonly [number, number])[]): string {
  let kept = '';
  let at = begin;
  for (const [from, to] of [...spans].sort((a, b) => a[0] - b[0])) {
    if (to <= at || from >= stop) continue;
    kept += text.slice(at, Math.max(at, from));
    at = Math.max(at, to);
  }
  return at < stop ? kept + text.slice(at, stop) : kept;
}
