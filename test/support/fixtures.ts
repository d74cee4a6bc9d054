import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export const ROOT: string = path.resolve(import.meta.dirname, '../..');
export const REPOS: string = path.join(ROOT, 'fixtures/repos');

/** A finding as the expectation files keep it: facts, no values. */
export interface ExpectedFinding {
  readonly path: string;
  readonly line: number;
  readonly ruleId: string;
  readonly messageId: string;
  readonly severity: string;
  readonly confidence: string;
}

/** The names of the fixture repositories. */
export function fixtureRepos(): string[] {
  return readdirSync(REPOS, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** What `<name>.expected.json` beside the repository says. */
export function expectedFindings(name: string): ExpectedFinding[] {
  return JSON.parse(readFileSync(path.join(REPOS, `${name}.expected.json`), 'utf8')) as ExpectedFinding[];
}
