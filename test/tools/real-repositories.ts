import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { scan } from '../../src/scanner/scan.ts';
import { ROOT } from '../support/fixtures.ts';

/**
 * `REPOSITORIES=DIR npm run check:real` holds the findings on real repositories to those that were read and kept
 * as facts. DIR has one work tree a repository, `owner+name`, at the commit of repositories.json.
 * With UPDATE=1 the facts are written anew: review the diff.
 */
interface Repository {
  readonly repository: string;
  readonly commit: string;
}

const HOME = path.join(ROOT, 'test/real-repositories');
const TREES = process.env['REPOSITORIES'];
const repositories = JSON.parse(readFileSync(path.join(HOME, 'repositories.json'), 'utf8')) as Repository[];

describe.each(repositories)('$repository', ({ repository }) => {
  test('has the findings that were read', async ({ skip }) => {
    const name = repository.replace('/', '+');
    const root = TREES && path.join(TREES, name);
    if (!root || !existsSync(root)) return skip('its work tree is not at hand');
    const { findings } = await scan({ root });
    const facts = findings.map(
      ({ path: file, line, ruleId, severity }) => `${file}:${line} ${ruleId} ${severity}`,
    );
    const expected = path.join(HOME, `${name}.txt`);
    const text = facts.map((fact) => `${fact}\n`).join('');
    if (process.env['UPDATE']) writeFileSync(expected, text);
    expect(text).toBe(readFileSync(expected, 'utf8'));
  });
});
