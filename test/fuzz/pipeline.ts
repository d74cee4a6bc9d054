import { rules } from '../../rules/index.ts';
import { toFindings } from '../../src/findings/finding.ts';
import { Fingerprints } from '../../src/findings/fingerprint.ts';
import type { Finding, Report } from '../../src/findings/model.ts';
import { problemsOf } from '../../src/findings/problems.ts';
import { SecretIds } from '../../src/findings/secret-ids.ts';
import { formatBaseline, compare } from '../../src/findings/baseline.ts';
import { Project } from '../../src/project/project.ts';
import { SigningSecrets } from '../../src/project/proof/index.ts';
import { formats } from '../../src/reports/index.ts';
import { MARKER, type SeedTree } from './seeds.ts';

/** Proof is tested by itself: here, no time is spent on it. */
const LITTLE_WORK = 2000;

/** All findings of files that are in memory alone, as the scanner has them. */
export function findingsOf(tree: SeedTree, showSecrets: boolean): Finding[] {
  const project = new Project({
    root: '/no-such-folder',
    isCommitted: () => true,
    overlay: new Map(tree.map(({ path, bytes }) => [path, bytes])),
    isAlone: tree.length === 1,
    signingSecrets: new SigningSecrets(LITTLE_WORK),
  });
  project.addPackages(tree.map(({ path }) => path));
  for (const { path } of tree) {
    const result = project.load(path);
    const failed =
      result.kind === 'loaded' &&
      result.errors.find((error) => error.startsWith('could not be read in full'));
    // The scanner bears a reader that throws; here it is a find.
    if (failed) throw new Error(`${path} ${failed}`);
  }
  const index = project.index();
  const [ids, fingerprints] = [new SecretIds(), new Fingerprints()];
  const textOf = (path: string): string | null => project.textOf(path);
  return index.paths().flatMap((path) => {
    const [file, text] = [index.link(path), project.textOf(path)];
    if (!file || text === null) return [];
    const context = { file, text, textOf, ids, fingerprints, showSecrets };
    return rules.flatMap((rule) => toFindings(problemsOf(rule, file, {}), rule, context));
  });
}

/** A report in every format, and the baseline of it. */
export function written(report: Report): string[] {
  const look = { color: false, width: 80, minSeverity: 'low' } as const;
  const scope = { exists: () => true, isScanned: () => true, runs: () => true, isWhole: true };
  return [
    ...[...formats.values()].map((format) => format(report, look)),
    formatBaseline(compare(report.findings, [], scope).next),
  ];
}

/** How much of the planted secret is enough to know it. */
const TELLING = 10;
const PARTS = Array.from({ length: MARKER.length - TELLING + 1 }, (_, i) => MARKER.slice(i, i + TELLING));

/**
 * Throws where a report shows a planted secret: a value that the scanner knows to be one, or a part of the marker that is
 * no name. Changes make names of parts, and names stand between backticks.
 */
export function holdsNoSecret(report: Report, known: readonly Finding[]): void {
  const values = known
    .flatMap(({ secret }) => secret?.masked ?? [])
    .filter((value) => value.length >= TELLING);
  const planted = new Set(values.filter((value) => PARTS.some((part) => value.includes(part))));
  for (const text of planted.size > 0 ? written(report) : []) {
    const unnamed = text.replace(/`[^`\n]{0,300}(?:\n[^`\n]{0,300})?`/g, '');
    const shown =
      [...planted].find((value) => text.includes(value)) ?? PARTS.find((part) => unnamed.includes(part));
    if (shown !== undefined)
      throw new Error(`a report shows a part of the planted secret: ${lineWith(text, shown)}`);
  }
}

function lineWith(text: string, part: string): string {
  const at = text.indexOf(part);
  return text.slice(Math.max(0, at - 120), at + 60);
}

/** A report on findings, without their counts. */
export function reportOn(findings: readonly Finding[]): Report {
  return {
    schemaVersion: 1,
    tool: { name: 'jwt-secrets', version: '0' },
    summary: { files: 1, skipped: 0, durationMs: 0, findings: findings.length, suppressed: 0, baselined: 0, bySeverity: { critical: 0, high: 0, medium: 0, low: 0 }, byRule: {} },
    findings,
    errors: [],
  };
} // prettier-ignore
