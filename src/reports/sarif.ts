import type { Log, Location, Notification, ReportingDescriptor, Result, ThreadFlowLocation } from 'sarif';
import type { Finding, Place, Report, Severity } from '../findings/model.ts';
import { isAtLeast, severityRank } from '../findings/severity.ts';
import { ADVICE } from './advice.ts';
import type { Format } from './format.ts';

/**
 * What GitHub code scanning takes of one run; the rest is left out and said so.
 * https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit
 */
const MAX_RESULTS = 5_000;
const MAX_LOCATIONS = 100;
const MAX_FLOW_STEPS = 100;

const LEVELS: Readonly<Record<Severity, Result.level>> = { critical: 'error', high: 'error', medium: 'warning', low: 'note' };

/** Scores that GitHub shows as critical, high, medium and low. */
const SECURITY_SEVERITIES: Readonly<Record<Severity, string>> = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.0' };

/** SARIF 2.1.0: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export const formatSarif: Format = (report, { minSeverity }) => {
  const findings = report.findings.filter(({ severity }) => isAtLeast(severity, minSeverity));
  const kept = [...findings].sort((a, b) => severityRank(b.severity) - severityRank(a.severity)).slice(0, MAX_RESULTS);
  const rules = rulesOf(kept);
  const log: Log = {
    version: '2.1.0',
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    runs: [
      {
        tool: {
          driver: {
            name: report.tool.name,
            semanticVersion: report.tool.version,
            informationUri: 'https://www.npmjs.com/package/eslint-plugin-jwt-secrets',
            rules,
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the scanned repository.' } } },
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: [...report.errors.map(toNotification), ...truncation(findings.length)],
          },
        ],
        results: kept.map((finding) => toResult(finding, rules)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
};

function rulesOf(findings: readonly Finding[]): ReportingDescriptor[] {
  const byId = new Map<string, Finding>();
  for (const finding of findings) {
    const known = byId.get(finding.ruleId);
    if (!known || severityRank(finding.severity) > severityRank(known.severity)) byId.set(finding.ruleId, finding);
  }
  return [...byId.values()]
    .sort((a, b) => (a.ruleId < b.ruleId ? -1 : 1))
    .map(({ ruleId, severity, cwe, url }) => ({
      id: ruleId,
      name: ruleId.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
      shortDescription: { text: ruleId.replaceAll('-', ' ') },
      fullDescription: { text: ADVICE[ruleId] ?? ruleId },
      help: { text: ADVICE[ruleId] ?? ruleId },
      helpUri: url,
      defaultConfiguration: { level: LEVELS[severity] },
      properties: {
        tags: ['security', ...cwe.map((id) => `external/cwe/${id.toLowerCase()}`)],
        'security-severity': SECURITY_SEVERITIES[severity],
        precision: 'high',
      },
    }));
}

function toResult(finding: Finding, rules: readonly ReportingDescriptor[]): Result {
  const { ruleId, message, severity, confidence, context, environment, secret, fingerprint } = finding;
  const related = finding.related.slice(0, MAX_LOCATIONS);
  return {
    ruleId,
    ruleIndex: rules.findIndex(({ id }) => id === ruleId),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(finding.path), region: regionOf(finding) } }],
    ...(related.length > 0 && { relatedLocations: related.map((place, id) => ({ id: id + 1, ...locationOf(place) })) }),
    ...(finding.flow && { codeFlows: [{ threadFlows: [{ locations: flowOf(finding.flow) }] }] }),
    partialFingerprints: { 'jwtSecrets/v1': fingerprint },
    properties: {
      severity,
      confidence,
      context,
      ...(environment && { environment }),
      ...(secret && { secret: { ...secret } }),
      'security-severity': SECURITY_SEVERITIES[severity],
    },
  };
}

function regionOf({ line, column, endLine, endColumn }: Finding): NonNullable<Location['physicalLocation']>['region'] {
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function locationOf({ path, line, column, message }: Place): Location {
  return {
    physicalLocation: { artifactLocation: artifact(path), region: { startLine: line, startColumn: column } },
    message: { text: message },
  };
}

function flowOf(flow: readonly Place[]): ThreadFlowLocation[] {
  const steps = flow.length > MAX_FLOW_STEPS ? [...flow.slice(0, MAX_FLOW_STEPS - 1), flow.at(-1)!] : flow;
  return steps.map((place, i) => ({
    location: locationOf(place),
    importance: i === 0 || i === steps.length - 1 ? 'essential' : 'important',
  }));
}

/** Paths as relative URI references: RFC 3986 wants all but unreserved characters encoded. */
function artifact(path: string): { uri: string; uriBaseId: string } {
  return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

function toNotification({ path, message }: Report['errors'][number]): Notification {
  return {
    level: 'warning',
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(path) } }],
  };
}

function truncation(count: number): Notification[] {
  if (count <= MAX_RESULTS) return [];
  const text = `${count} results; the ${MAX_RESULTS} gravest are listed, which is what code scanning shows of one run.`;
  return [{ level: 'warning', message: { text } }];
}

