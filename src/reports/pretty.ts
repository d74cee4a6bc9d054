import pc from 'picocolors';
import type { Finding, Report, Severity } from '../findings/model.ts';
import { SEVERITIES } from '../findings/model.ts';
import { isAtLeast } from '../findings/severity.ts';
import { ADVICE, ADVICE_ORDER } from './advice.ts';
import type { Format, FormatOptions } from './format.ts';
import { groupFindings, type Group } from './groups.ts';
import { wrap } from './wrap.ts';

type Paint = ReturnType<typeof pc.createColors>;

/** Places of one group before the rest is counted. */
const MAX_PLACES = 12;

/** For people: one secret, its places, its problems, and what to do. */
export const formatPretty: Format = (report, options) => {
  const paint = pc.createColors(options.color);
  const shown = report.findings.filter(({ severity }) => isAtLeast(severity, options.minSeverity));
  const groups = groupFindings(shown).map((group) => describeGroup(group, paint, options));
  const parts = [...groups, ...errorLines(report, paint), summaryLines(report, shown.length, paint, options)];
  return `${parts.join('\n\n')}\n`;
};

/* ------------------------------------------------------------------ one group */

function describeGroup(group: Group, paint: Paint, options: FormatOptions): string {
  const lines = [headline(group, paint)];
  for (const [message, findings] of byMessage(group.findings)) {
    lines.push(`  ${wrap(`${message} ${paint.dim(ruleNames(findings))}`, options.width, '  ')}`);
    for (const finding of findings.slice(0, MAX_PLACES)) lines.push(placeLine(finding, paint));
    if (findings.length > MAX_PLACES) lines.push(`    and ${findings.length - MAX_PLACES} more places`);
    for (const place of relatedPlaces(findings)) lines.push(paint.dim(`      ${place}`));
  }
  lines.push(`  ${paint.green('fix')} ${wrap(adviceFor(group), options.width, '      ')}`);
  return lines.join('\n');
}

function headline({ secret, severity, findings }: Group, paint: Paint): string {
  const mark = paintSeverity(severity, paint);
  if (!secret) return `${mark} ${paint.bold(title(findings[0]!))}`;
  const places = new Set(findings.map(({ path, line }) => `${path}:${line}`)).size;
  const strength = secret.kind === 'strong' ? `about ${secret.bits} bits` : `${secret.kind}, about ${secret.bits} bits`;
  return `${mark} ${paint.bold(`JWT secret ${secret.masked}`)}${paint.dim(`, ${strength}, in ${places} place${places === 1 ? '' : 's'}`)}`;
}

const TITLES: Readonly<Record<string, string>> = {
  'require-algorithms': 'Verification without pinned algorithms',
  'no-none-algorithm': 'Unsigned tokens get through',
  'no-leaked-token': 'Tokens in the repository',
  'no-private-key': 'Private keys in the repository',
};

function title({ ruleId }: Finding): string {
  return TITLES[ruleId] ?? ruleId;
}

function paintSeverity(severity: Severity, paint: Paint): string {
  const paints = { critical: paint.magenta, high: paint.red, medium: paint.yellow, low: paint.blue };
  return paint.bold(paints[severity](severity.toUpperCase()));
}

/** Messages in the order of their first finding, each with its places. */
function byMessage(findings: readonly Finding[]): Map<string, Finding[]> {
  const messages = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = messages.get(finding.message);
    if (list) list.push(finding);
    else messages.set(finding.message, [finding]);
  }
  return messages;
}

function ruleNames(findings: readonly Finding[]): string {
  return `(${[...new Set(findings.map(({ ruleId }) => ruleId))].join(', ')})`;
}

function placeLine({ path, line, column, context, environment }: Finding, paint: Paint): string {
  const notes = [environment, context === 'source' || context === 'config' ? null : context].filter(Boolean);
  return `    ${paint.cyan(`${path}:${line}:${column}`)}${notes.length > 0 ? paint.dim(` ${notes.join(', ')}`) : ''}`;
}

/** Where else to look: related places and the call at the end of the way, without those that are listed anyway. */
function relatedPlaces(findings: readonly Finding[]): string[] {
  const listed = new Set(findings.map(({ path, line }) => `${path}:${line}`));
  const places = findings.flatMap(({ related, flow }) => [...related, ...(flow?.slice(-1) ?? [])]);
  const lines = places
    .filter(({ path, line }) => !listed.has(`${path}:${line}`))
    .map(({ path, line, column, message }) => `${path}:${line}:${column} ${message}`);
  return [...new Set(lines)].slice(0, MAX_PLACES);
}

function adviceFor({ rules }: Group): string {
  const ordered = [...ADVICE_ORDER.filter((rule) => rules.includes(rule)), ...rules];
  return ADVICE[ordered[0] ?? ''] ?? '';
}

/* ------------------------------------------------------------------ the end of the report */

function errorLines({ errors }: Report, paint: Paint): string[] {
  if (errors.length === 0) return [];
  const lines = errors.slice(0, MAX_PLACES).map(({ path, message }) => `  ${path}: ${message}`);
  const more = errors.length > MAX_PLACES ? [`  and ${errors.length - MAX_PLACES} more: --format json lists them all`] : [];
  return [[paint.yellow('Not scanned in full:'), ...lines, ...more].join('\n')];
}

function summaryLines(report: Report, shown: number, paint: Paint, options: FormatOptions): string {
  const { files, findings, suppressed, durationMs, bySeverity } = report.summary;
  const counts = SEVERITIES.toReversed()
    .filter((severity) => bySeverity[severity] > 0)
    .map((severity) => `${bySeverity[severity]} ${severity}`);
  const verdict = findings === 0 ? paint.green('No JWT secrets found') : paint.bold(`${findings} finding${findings === 1 ? '' : 's'}`);
  const details = counts.length > 0 ? ` (${counts.join(', ')})` : '';
  const lines = [`${verdict}${details} in ${files} files, ${(durationMs / 1000).toFixed(1)} s`];
  if (shown < findings) lines.push(paint.dim(`${findings - shown} below ${options.minSeverity}: --min-severity low shows them`));
  if (suppressed > 0) lines.push(paint.dim(`${suppressed} suppressed by comments`));
  return lines.join('\n');
}
