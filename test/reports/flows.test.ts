import type { Log, Result } from 'sarif';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatSarif } from '../../src/reports/sarif.ts';
import { scan } from '../../src/scanner/scan.ts';
import { ROOT } from '../support/fixtures.ts';

/** The results of a fixture's invalid repository, as code scanning would get them. */
async function resultsOf(fixture: string): Promise<Result[]> {
  const report = await scan({ root: path.join(ROOT, 'fixtures/trace', fixture, 'invalid') });
  const log = JSON.parse(formatSarif(report, { color: false, width: 100, minSeverity: 'low' })) as Log;
  return log.runs[0]?.results ?? [];
}

interface Told {
  readonly flow: readonly string[];
  readonly related: readonly string[];
}

function tell(result: Result | undefined): Told {
  const flow = result?.codeFlows?.[0]?.threadFlows[0]?.locations.map(({ location }) => location) ?? [];
  return { flow: flow.map(placeOf), related: (result?.relatedLocations ?? []).map(placeOf) };
}

function placeOf(location: NonNullable<Result['locations']>[number] | undefined): string {
  const place = location?.physicalLocation;
  return `${place?.artifactLocation?.uri}:${place?.region?.startLine} ${location?.message?.text ?? ''}`.trim();
}

const at = (results: readonly Result[], place: string): Result | undefined =>
  results.find(({ locations }) => placeOf(locations?.[0]) === place);

describe('code flows of a trace', () => {
  it('go from a settings module through constructors and fields to the call', async () => {
    const results = await resultsOf('settings-in-fields');
    expect(tell(at(results, 'src/config.js:4'))).toEqual({
      flow: [
        'src/config.js:4 the secret is written here',
        'src/app.js:5 imported from `./config.js` here',
        'src/app.js:5 `config` is used here',
        'src/app.js:5 passed to `PartnerTokens` here',
        'src/token.js:15 `partners` is used here',
        'src/token.js:15 passed as `config` here',
        'src/token.js:5 `config` is used here',
        'src/token.js:9 reaches the key of `sign` (jsonwebtoken) here',
      ],
      related: ['src/token.js:9 reaches the key of `sign` (jsonwebtoken) here'],
    });
  });

  it('go from a configuration namespace through its name to the registration', async () => {
    const results = await resultsOf('nest-register-as');
    expect(tell(at(results, 'src/settings/login.ts:5'))).toEqual({
      flow: [
        'src/settings/login.ts:5 the secret is written here',
        'src/auth.module.ts:15 `login.phrase` is read here',
        'src/auth.module.ts:12 reaches the key of `JwtModule.registerAsync` (@nestjs/jwt) here',
      ],
      related: ['src/auth.module.ts:12 reaches the key of `JwtModule.registerAsync` (@nestjs/jwt) here'],
    });
  });

  it('go from a variable of a file through a map of names to the call', async () => {
    const results = await resultsOf('node-config-variables');
    const told = tell(at(results, 'deploy/production.env:1'));
    expect(told.flow).toEqual([
      'deploy/production.env:1 the secret is written here',
      'config/custom-environment-variables.json:2 passed on as `phrase` here',
      'src/token.js:5 `jwt.phrase` is read here',
      'src/token.js:5 reaches the key of `sign` (jsonwebtoken) here',
    ]);
  });
});
