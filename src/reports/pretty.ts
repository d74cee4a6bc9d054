import pc from 'picocolors';
import { SEVERITIES, type Finding, type Place, type Report, type Severity } from '../findings/model.ts';
import { isAtLeast } from '../findings/severity.ts';
import { ADVICE, stepsFor } from './advice.ts';
import type { Format, FormatOptions } from './format.ts';
import { groupBy, groupFindings, type Group } from './groups.ts';
import { wrap } from './wrap.ts';

type Paint = ReturnType<typeof pc.createColors>;

/** What every part of the report is drawn with. */
interface Pen extends FormatOptions {
  readonly paint: Paint;
}

/** Places of one group, and lines of other lists, before the rest is counted. */
const MAX_LISTED = 12;

/** For people: one secret, why it matters, its places, their problems, and what to do. */
export const formatPretty: Format = (report, options) => {
  const pen: Pen = { ...options, paint: pc.createColors(options.color) };
  const shown = report.findings.filter(({ severity }) => isAtLeast(severity, options.minSeverity));
  const groups = groupFindings(shown).map((group) => describeGroup(group, pen));
  const parts = [
    ...groups,
    ...describeErrors(report, pen),
    describeSummary(report, shown.length, pen),
    ...describeStats(report),
  ];
  return `${parts.join('\n\n')}\n`;
};

/* ------------------------------------------------------------------ one group */

function describeGroup(group: Group, pen: Pen): string {
  const places = placesOf(group.findings);
  const steps = stepsFor(group.rules, algorithmOf(group.findings));
  return [
    headline(group, places.length, pen),
    ...whyLine(group, pen),
    ...describePlaces(places, pen),
    ...steps.map((step, i) => paragraph(step, pen, i === 0 ? `  ${pen.paint.green('fix:')} ` : '       ', 7)),
  ].join('\n');
}

function headline({ secret, severity, findings }: Group, places: number, { paint }: Pen): string {
  const mark = paintSeverity(severity, paint);
  if (!secret) return `${mark} ${paint.bold(titleOf(findings[0]!))}`;
  const bits = `about ${secret.bits} ${secret.bits === 1 ? 'bit' : 'bits'}`;
  const strength = secret.kind === 'strong' ? bits : `${secret.kind}, ${bits}`;
  const name = paint.bold(`JWT secret ${printable(secret.masked)}`);
  return `${mark} ${name}${paint.dim(`, ${strength}, in ${count(places, 'place')}`)}`;
}

function titleOf({ ruleId }: Finding): string {
  return ADVICE[ruleId]?.title ?? ruleId;
}

const PAINTS = { critical: 'magenta', high: 'red', medium: 'yellow', low: 'blue' } as const;

function paintSeverity(severity: Severity, paint: Paint): string {
  return paint.bold(paint[PAINTS[severity]](severity.toUpperCase()));
}

/** Why the gravest of the problems matters. */
function whyLine({ findings, severity }: Group, pen: Pen): string[] {
  const gravest = findings.find((finding) => finding.severity === severity);
  const advice = gravest && ADVICE[gravest.ruleId];
  return advice ? [paragraph(advice.why, pen, '  ', 2)] : [];
}

/** The algorithm that a message about strength names. */
function algorithmOf(findings: readonly Finding[]): string | undefined {
  return findings.map(({ message }) => /--alg (HS\d{3})\b/.exec(message)?.[1]).find(Boolean);
}

/* ------------------------------------------------------------------ places */

/** One place with all that is wrong there. */
interface PlaceWithProblems {
  readonly first: Finding;
  readonly problems: readonly string[];
  readonly others: readonly Place[];
}

function placesOf(findings: readonly Finding[]): PlaceWithProblems[] {
  const byPlace = groupBy(findings, ({ path, line, column }) => `${path}:${line}:${column}`);
  return byPlace.map((group) => ({
    first: group[0]!,
    problems: [...new Set(group.map(({ message, ruleId }) => `${withoutCommand(message)} (${ruleId})`))],
    others: group.flatMap(({ related }) => related),
  }));
}

/** What `fix:` says once for the whole group need not stand in each message. */
function withoutCommand(message: string): string {
  return message.replace(/ Make an? \w+ one: npx jwt-secrets generate --alg \w+$/, '');
}

/** Neighbours with the same problems are listed one below the other, and the problems once. */
function describePlaces(places: readonly PlaceWithProblems[], pen: Pen): string[] {
  const listed = new Set(places.map(({ first }) => `${first.path}:${first.line}`));
  const shown = places.slice(0, MAX_LISTED);
  const lines = shown.flatMap(({ first, problems, others }, i) => {
    const next = shown[i + 1];
    const isRun =
      next?.problems.join() === problems.join() && others.length === 0 && next.others.length === 0;
    const below = isRun ? [] : describeProblems(problems, others, listed, pen);
    return [placeLine(first, pen), ...below];
  });
  const more = places.length - shown.length;
  return more > 0 ? [...lines, `    and ${count(more, 'more place')}`] : lines;
}

function placeLine({ path, line, column, context, environment }: Finding, { paint }: Pen): string {
  const notes = [environment, context === 'source' || context === 'config' ? null : context];
  const text = [...new Set(notes.filter(Boolean))].join(', ');
  const place = paint.cyan(printable(`${path}:${line}:${column}`));
  return text ? `    ${place} ${paint.dim(printable(text))}` : `    ${place}`;
}

function describeProblems(
  problems: readonly string[],
  others: readonly Place[],
  listed: ReadonlySet<string>,
  pen: Pen,
): string[] {
  const elsewhere = others
    .filter(({ path, line }) => !listed.has(`${path}:${line}`))
    .map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`);
  return [
    ...problems.map((problem) => dimRule(paragraph(problem, pen, '      ', 6), pen)),
    ...[...new Set(elsewhere)]
      .slice(0, MAX_LISTED)
      .map((line) => pen.paint.dim(paragraph(line, pen, '      -> ', 9))),
  ];
}

/** The rule's name at the end, in brackets and never broken, steps back behind the message. */
function dimRule(text: string, { paint }: Pen): string {
  return text.replace(/\([\w-]+\)$/, (name) => paint.dim(name));
}

/* ------------------------------------------------------------------ the end of the report */

function describeErrors({ errors }: Report, pen: Pen): string[] {
  if (errors.length === 0) return [];
  const lines = errors
    .slice(0, MAX_LISTED)
    .map(({ path, message }) => paragraph(`${path}: ${message}`, pen, '  ', 4));
  const more = errors.length - lines.length;
  if (more > 0) lines.push(`  and ${more} more: --format json lists them all`);
  return [[pen.paint.yellow('Not scanned in full:'), ...lines].join('\n')];
}

function describeSummary({ summary, baseline }: Report, shown: number, { paint, minSeverity }: Pen): string {
  const { files, skipped, findings, suppressed, baselined, durationMs, bySeverity } = summary;
  const stale = baseline?.stale.length ?? 0;
  const counts = SEVERITIES.toReversed()
    .filter((severity) => bySeverity[severity] > 0)
    .map((severity) => `${bySeverity[severity]} ${severity}`);
  const verdict = findings === 0 ? paint.green('No findings') : paint.bold(count(findings, 'finding'));
  const details = counts.length > 0 ? ` (${counts.join(', ')})` : '';
  const rest = skipped > 0 ? `, ${skipped} skipped` : '';
  const lines = [
    `${verdict}${details} in ${count(files, 'file')}${rest}, ${(durationMs / 1000).toFixed(1)} s`,
  ];
  const hidden = findings - shown;
  if (hidden > 0) {
    const them = hidden === 1 ? 'it' : 'them';
    lines.push(paint.dim(`${hidden} below ${minSeverity}: --min-severity low shows ${them}`));
  }
  if (suppressed > 0) lines.push(paint.dim(`${suppressed} suppressed by comments`));
  if (baselined > 0) lines.push(paint.dim(`${baselined} known by the baseline`));
  if (stale > 0) {
    const entries = stale === 1 ? '1 entry of the baseline was' : `${stale} entries of the baseline were`;
    lines.push(
      paint.dim(`${entries} not found any more: --update-baseline drops ${stale === 1 ? 'it' : 'them'}`),
    );
  }
  return lines.join('\n');
}

/* ------------------------------------------------------------------ text */

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** A text behind its lead, wrapped; `indent` columns before every further line. Commands stay whole. */
function paragraph(text: string, { width }: Pen, lead: string, indent: number): string {
  const unbroken = printable(text).replace(/npx jwt-secrets generate --alg \w+/g, (command) =>
    command.replaceAll(' ', NO_BREAK),
  );
  return `${lead}${wrap(unbroken, width, ' '.repeat(indent)).replaceAll(NO_BREAK, ' ')}`;
}

const NO_BREAK = '\u00A0';

/** Names of files and values come from the scanned tree: none of them may steer the terminal. */
function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu,
    (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`,
  );
}

/** Stages, then rules, the slowest first. */
function describeStats({ stats, summary }: Report): string[] {
  if (!stats) return [];
  const { bytes, threads, cache, stages, rules } = stats;
  const size = `${summary.files} files of ${(bytes / 1e6).toFixed(1)} MB, ${summary.skipped} skipped`;
  const known = cache.result ? 'the result was known' : `${cache.files} files were known to say nothing`;
  const times = Object.entries(stages).map(([name, ms]) => `${name} ${ms.toFixed(0)} ms`);
  const slowest = Object.entries(rules)
    .sort(([, a], [, b]) => b - a)
    .map(([id, ms]) => `  ${ms.toFixed(1).padStart(8)} ms  ${id}`);
  return [[`${size}; ${count(threads, 'thread')}; ${known}`, times.join(', '), ...slowest].join('\n')];
}
