import type {
  Invocation,
  Location,
  Log,
  Notification,
  Region,
  ReportingDescriptor,
  Result,
  ThreadFlowLocation,
} from 'sarif';
import type { Finding, Place, Report, ScanError, Severity } from '../findings/model.ts';
import { isAtLeast, severityRank } from '../findings/severity.ts';
import { ADVICE } from './advice.ts';
import type { Format } from './format.ts';

/**
 * What GitHub code scanning keeps of a run. It rejects more than 25,000 results, and of the rest it keeps 5,000, not
 * always the gravest (https://github.com/github/docs/issues/38085): so the choice is made here, and said.
 * https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
 */
const MAX_RESULTS = 5_000;
const MAX_LOCATIONS = 100;
const MAX_FLOW_STEPS = 1_000;
const MAX_TAGS = 10;

/** Notifications have no limit of their own; the whole file has one, 10 MB compressed. */
const MAX_NOTIFICATIONS = 1_000;

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
};

/** Scores in the ranges that GitHub shows as critical, high, medium and low. */
const SECURITY_SEVERITIES: Readonly<Record<Severity, string>> = {
  critical: '9.5',
  high: '8.0',
  medium: '5.5',
  low: '2.0',
};

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export const formatSarif: Format = (report, { minSeverity }) => {
  const findings = report.findings.filter(({ severity }) => isAtLeast(severity, minSeverity));
  const kept = gravest(findings);
  const rules = rulesOf(kept);
  const indexes = new Map(rules.map(({ id }, i) => [id, i]));
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: { driver: { ...driverOf(report), rules } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the scanned repository.' } } },
        invocations: [invocationOf(report, findings, kept)],
        results: kept.map((finding) => toResult(finding, indexes.get(finding.ruleId)!)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function driverOf({ tool }: Report): Log['runs'][number]['tool']['driver'] {
  return {
    name: tool.name,
    semanticVersion: tool.version,
    informationUri: 'https://www.npmjs.com/package/eslint-plugin-jwt-secrets',
  };
}

/** The gravest of too many findings, in the order of the report. */
function gravest(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= MAX_RESULTS) return findings;
  const ordered = [...findings].sort((a, b) => severityRank(b.severity) - severityRank(a.severity));
  const kept = new Set(ordered.slice(0, MAX_RESULTS));
  return findings.filter((finding) => kept.has(finding));
}

/* ------------------------------------------------------------------ rules */

/** The rules that have results. GitHub takes a result's severity from its rule: that is the gravest here. */
function rulesOf(findings: readonly Finding[]): ReportingDescriptor[] {
  const byId = new Map<string, Finding>();
  for (const finding of findings) {
    const known = byId.get(finding.ruleId);
    if (!known || severityRank(finding.severity) > severityRank(known.severity)) {
      byId.set(finding.ruleId, finding);
    }
  }
  return [...byId.values()].sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1)).map(toDescriptor);
}

function toDescriptor({ ruleId, severity, cwe, url }: Finding): ReportingDescriptor {
  const { title, why, fix } = ADVICE[ruleId] ?? { title: ruleId, why: ruleId, fix: ruleId };
  const step = fix.replace('{{alg}}', 'HS256');
  return {
    id: ruleId,
    name: ruleId.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: {
      text: `${why} ${step} ${url}`,
      markdown: `${why}\n\n**What to do:** ${step}\n\n[More on ${ruleId}](${url})`,
    },
    helpUri: url,
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: ['security', ...cwe.map((id) => `external/cwe/${id.toLowerCase()}`)].slice(0, MAX_TAGS),
      'security-severity': SECURITY_SEVERITIES[severity],
      precision: 'high',
    },
  };
}

/* ------------------------------------------------------------------ results */

function toResult(finding: Finding, ruleIndex: number): Result {
  const { ruleId, message, severity, confidence, context, environment, secret, fingerprint } = finding;
  // The place of the finding counts as one of its locations.
  const related = finding.related.slice(0, MAX_LOCATIONS - 1);
  return {
    ruleId,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: message },
    locations: [
      { physicalLocation: { artifactLocation: artifact(finding.path), region: regionOf(finding) } },
    ],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, i) => ({ id: i + 1, ...locationOf(place) })),
    }),
    ...(finding.flow && { codeFlows: [{ threadFlows: [{ locations: flowOf(finding.flow) }] }] }),
    partialFingerprints: { 'jwtSecrets/v1': fingerprint },
    properties: {
      severity,
      confidence,
      context,
      ...(environment !== null && { environment }),
      ...(secret && { secret: { ...secret } }),
    },
  };
}

function regionOf({ line, column, endLine, endColumn }: Finding): Region {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function locationOf({ path, line, column, message }: Place): Location {
  return {
    physicalLocation: {
      artifactLocation: artifact(path),
      region: { startLine: line, startColumn: column },
    },
    message: { text: message },
  };
}

/** From the secret to the call; of too many steps the last one stays, because the call is there. */
function flowOf(flow: readonly Place[]): ThreadFlowLocation[] {
  const isLong = flow.length > MAX_FLOW_STEPS;
  const steps = isLong ? [...flow.slice(0, MAX_FLOW_STEPS - 1), flow.at(-1)!] : flow;
  return steps.map((place, i) => ({
    location: locationOf(place),
    importance: i === 0 || i === steps.length - 1 ? 'essential' : 'important',
  }));
}

/* ------------------------------------------------------------------ places */

const ROOT = '%SRCROOT%';

/** Paths as relative references, which RFC 3986 wants percent-encoded; half a surrogate pair has no encoding. */
function artifact(path: string): { uri: string; uriBaseId: string } {
  const whole = path.replace(/\p{Surrogate}/gu, '\uFFFD');
  return { uri: whole.split('/').map(encodeURIComponent).join('/'), uriBaseId: ROOT };
}

/* ------------------------------------------------------------------ what is missing */

function invocationOf(report: Report, findings: readonly Finding[], kept: readonly Finding[]): Invocation {
  const errors = report.errors.slice(0, MAX_NOTIFICATIONS).map(toNotification);
  const hidden = report.errors.length - errors.length;
  const notes = [
    ...(hidden > 0 ? [`${hidden} more files were not scanned in full: --format json names them all.`] : []),
    ...truncations(findings, kept),
  ];
  return {
    executionSuccessful: true,
    toolExecutionNotifications: [
      ...errors,
      ...notes.map((text): Notification => ({ level: 'warning', message: { text } })),
    ],
  };
}

function toNotification({ path, message }: ScanError): Notification {
  return {
    level: 'warning',
    message: { text: message },
    ...(path !== '' && { locations: [{ physicalLocation: { artifactLocation: artifact(path) } }] }),
  };
}

function truncations(findings: readonly Finding[], kept: readonly Finding[]): string[] {
  const places = kept.filter(({ related }) => related.length > MAX_LOCATIONS - 1).length;
  const flows = kept.filter(({ flow }) => flow && flow.length > MAX_FLOW_STEPS).length;
  const limit = 'which is what code scanning keeps';
  return [
    ...(kept.length < findings.length
      ? [`${findings.length} results: the ${MAX_RESULTS} gravest are listed, ${limit} of one run.`]
      : []),
    ...(places > 0 ? [`${places} results have more than ${MAX_LOCATIONS} locations, ${limit} of one.`] : []),
    ...(flows > 0
      ? [`${flows} results have more than ${MAX_FLOW_STEPS} steps in their flow, ${limit}.`]
      : []),
  ];
}
