import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Log, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { Finding, Report } from '../../src/findings/model.ts';
import { formatJson } from '../../src/reports/json.ts';
import { formatSarif } from '../../src/reports/sarif.ts';
import { finding, LOOK, report } from './report.ts';

function runOf(given: Report): Run {
  return (JSON.parse(formatSarif(given, LOOK)) as Log).runs[0]!;
}

function notesOf(given: Report): string[] {
  const notes = runOf(given).invocations?.[0]?.toolExecutionNotifications ?? [];
  return notes.map(({ message }) => message.text ?? '');
}

function places(count: number): Finding['related'] {
  return Array.from({ length: count }, (_, i) => ({ path: 'a.ts', line: i + 1, column: 1, message: `${i}` }));
}

const FULL = report(
  [
    finding({ path: 'a b/#ü?.env', environment: 'production', related: places(2), flow: places(3) }),
    finding({ ruleId: 'made-up-rule', severity: 'critical', cwe: [] }),
    finding({ severity: 'medium', line: 1, column: 1, endLine: 1, endColumn: 1 }),
  ],
  {
    errors: [
      { path: 'broken file.js', message: 'not valid' },
      { path: '', message: 'as a whole' },
    ],
  },
);

describe('sarif', () => {
  const schema = schemaFile();
  it.skipIf(schema === null)('is valid against the official schema', () => {
    const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
    (addFormats as unknown as (target: Ajv) => void)(ajv);
    const validate = ajv.compile(readSchema(schema!));
    for (const given of [FULL, report([])]) {
      validate(JSON.parse(formatSarif(given, LOOK)));
      expect(validate.errors).toBeNull();
    }
  });

  it('encodes paths, and survives half a surrogate pair', () => {
    const [first] = runOf(report([finding({ path: 'a b/#ü?\uD800.env' })])).results!;
    expect(first?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({
      uri: 'a%20b/%23%C3%BC%3F%EF%BF%BD.env',
      uriBaseId: '%SRCROOT%',
    });
  });

  it('keeps the gravest of too many results, in their order, and says so', () => {
    const low = Array.from({ length: 5_000 }, (_, i) => finding({ severity: 'low', line: i + 1 }));
    const given = report([...low, finding({ path: 'z', severity: 'critical' })]);
    const { results } = runOf(given);
    expect(results).toHaveLength(5_000);
    expect(results?.at(-1)?.level).toBe('error');
    expect(notesOf(given)).toEqual([expect.stringContaining('5001 results: the 5000 gravest')]);
  });

  it('keeps to the limits of one result, and says so', () => {
    const given = report([finding({ related: places(500), flow: places(3_000) })]);
    const [first] = runOf(given).results!;
    expect(first?.relatedLocations).toHaveLength(99);
    const steps = first?.codeFlows?.[0]?.threadFlows[0]?.locations;
    expect(steps).toHaveLength(1_000);
    expect(steps?.at(-1)?.location?.message?.text).toBe('2999');
    expect(notesOf(given)).toHaveLength(2);
  });

  it('describes the rules that have results, with their gravest severity', () => {
    const { tool, results } = runOf(FULL);
    const rules = tool.driver.rules!;
    expect(rules.map(({ id }) => id)).toEqual(['made-up-rule', 'no-weak-secret']);
    expect(results?.map(({ ruleIndex }) => ruleIndex)).toEqual([1, 0, 1]);
    expect(rules[1]).toMatchObject({
      name: 'NoWeakSecret',
      helpUri: 'https://example.org/rules/no-weak-secret.md',
      defaultConfiguration: { level: 'error' },
      properties: { 'security-severity': '8.0', tags: ['security', 'external/cwe/cwe-521'] },
    });
  });

  it('carries the fingerprint, the flow and the errors', () => {
    const run = runOf(FULL);
    expect(run.results?.[0]?.partialFingerprints).toEqual({
      'jwtSecrets/v1': '0123456789abcdef0123456789abcdef',
    });
    expect(run.results?.[0]?.codeFlows?.[0]?.threadFlows[0]?.locations).toHaveLength(3);
    expect(run.columnKind).toBe('utf16CodeUnits');
    expect(notesOf(FULL)).toEqual(['not valid', 'as a whole']);
  });
});

describe('json', () => {
  it('is the report, without code flows, from --min-severity on', () => {
    const text = formatJson(FULL, { ...LOOK, minSeverity: 'high' });
    const given = JSON.parse(text) as Report;
    expect(given.findings.map(({ severity }) => severity)).toEqual(['high', 'critical']);
    expect(given.findings[0]).not.toHaveProperty('flow');
    expect(given.summary.findings).toBe(3);
    expect(text.endsWith('}\n')).toBe(true);
  });
});

/** Ajv 8 has no draft 4, but of what differs from draft 7 this schema only uses `id`; one pattern is no Unicode one. */
function readSchema(file: string): object {
  const { $schema: _, id: __, ...schema } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  return schema;
}

/** The OASIS schema as `@microsoft/jest-sarif` ships it. */
function schemaFile(): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve('@microsoft/jest-sarif');
    const file = path.join(path.dirname(entry), 'schemas/sarif-2.1.0-rtm.5.json');
    return existsSync(file) ? file : null;
  } catch {
    return null;
  }
}
