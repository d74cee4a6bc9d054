import { Linter } from 'eslint';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { readConfig } from '../../src/facts/config/readers.ts';
import { environmentOf } from '../../src/facts/context.ts';
import { EnvironmentNames, USUAL_ENVIRONMENTS } from '../../src/facts/environment-names.ts';
import plugin from '../../src/index.ts';
import { scan } from '../../src/scanner/scan.ts';

const environmentIn = (file: string, text: string): string | null =>
  readConfig(file, text, { names: USUAL_ENVIRONMENTS, environment: environmentOf(file) })?.entries.find(
    ({ value }) => value === 'made-up',
  )?.environment ?? null;

/** How a file says for which environment a setting is; beyond what its own name and folder say. */
describe('schemes', () => {
  it.each([
    ['section', 'a.yml', 'production:\n  s: made-up', 'production'],
    ['section, two levels down', 'a.json', '{"a": {"prod": {"s": "made-up"}}}', 'production'],
    ['section of INI', 'a.ini', '[staging]\ns = made-up', 'staging'],
    ['section of TOML', 'a.toml', '[env.dev.vars]\ns = "made-up"', 'development'],
    ['section with a prefix', 'a.json', '{"env_production": {"s": "made-up"}}', 'production'],
    ['section of its own name', 'a.yml', 'qa:\n  s: made-up', 'qa'],
    ['section that only looks like one', 'a.yml', 'live:\n  s: made-up', null],
    ['under the setting', 'a.yml', 'jwtSecret:\n  prod: made-up', 'production'],
    ['end of the name', '.env', 'JWT_SECRET_PROD=made-up', 'production'],
    ['beginning of the name', '.env', 'STAGING_JWT_SECRET=made-up', 'staging'],
    ['camel case', 'a.json', '{"devJwtSecret": "made-up"}', 'development'],
    ['inside the name', '.env', 'JWT_DEV_SECRET=made-up', null],
    ['mode beside it', '.env', 'NODE_ENV=production\nS=made-up', 'production'],
    ['mode behind it', '.env', 'S=made-up\nRAILS_ENV=test', 'test'],
    ['mode of ASP.NET', 'a.json', '{"x": {"ASPNETCORE_ENVIRONMENT": "Staging", "S": "made-up"}}', 'staging'],
    ['mode of Spring', 'a.properties', 'spring.profiles.active=dev\njwt.secret=made-up', null],
    ['the file wins over the mode', '.env.staging', 'NODE_ENV=production\nS=made-up', null],
    ['mode of another section', 'a.json', '{"a": {"NODE_ENV": "test"}, "b": {"S": "made-up"}}', null],
    ['nearest mode', 'a.json', '{"NODE_ENV": "test", "b": {"NODE_ENV": "production", "S": "made-up"}}', 'production'],
    ['environment of a job', 'a.yml', 'j:\n  environment: prod\n  env: {S: made-up}', 'production'],
    ['environment of a job with a region', 'a.yml', 'j:\n  environment: prod-eu\n  env: {S: made-up}', 'production'],
    ['environment of no known name', 'a.yml', 'j:\n  environment: node\n  env: {S: made-up}', null],
    ['profile of a YAML document', 'a.yml', 'spring.profiles: prod\ns: made-up', 'production'],
    ['profile of a properties document', 'a.properties', 'a=b\n#---\nspring.config.activate.on-profile=prod\ns=made-up', 'production'],
    ['profile of another document', 'a.properties', 's=made-up\n#---\nspring.config.activate.on-profile=prod\na=b', null],
    ['namespace', 'a.yml', 'apiVersion: v1\nkind: Secret\nmetadata: {namespace: staging}\nstringData: {S: made-up}', 'staging'],
    ['namespace with a name', 'a.yml', 'apiVersion: v1\nkind: Secret\nmetadata: {namespace: shop-uat}\nstringData: {S: made-up}', 'staging'],
    ['comment above', '.env', '# --- Production ---\nS=made-up', 'production'],
    ['comment behind', '.env', 'S=made-up # dev only', 'development'],
    ['comment that only talks of one', '.env', '# change this in production\nS=made-up', null],
    ['name of a job', 'a.yml', 'jobs:\n  deploy-prod:\n    env: {S: made-up}', 'production'],
    ['nothing', '.env', 'S=made-up', null],
  ])('%s', (_, file, text, expected) => expect(environmentIn(file, text)).toBe(expected)); // prettier-ignore
});

describe('files and folders', () => {
  it.each([
    ['Dockerfile.prod', 'production'], ['prod.Dockerfile', 'production'], ['Dockerfile', null], ['config/environments/uat.yml', 'staging'], ['inventories/production/group_vars/all.yml', 'production'],
    ['application-prod.properties', 'production'], ['settings.staging.toml', 'staging'], ['terraform/environments/dev/main.tf', 'development'], ['values.dev.yaml', 'development'],
    ['parameters.prod.json', 'production'], ['.env.production.sample', 'production'], ['deploy/staging/api.service', 'staging'], ['samconfig.prod.toml', 'production'],
    ['config/credentials/production.yml.enc', null], ['k8s/overlays/eu-west/secret.yaml', 'eu-west'], ['environment.prod.ts', 'production'],
  ])('%s', (file, expected) => expect(environmentOf(file)).toBe(expected)); // prettier-ignore
});

describe('spellings of a project', () => {
  const names = new EnvironmentNames({ production: ['blue', 'Green'], 'tenant-a': [], live: ['live'] });

  test.each([
    ['blue', 'production'], ['BLUE', 'production'], ['green', 'production'], ['prod', 'production'], ['tenant-a', 'tenant-a'], ['live', 'live'], ['dev', 'development'], ['red', null],
  ])('%s', (word, expected) => expect(names.named(word)).toBe(expected)); // prettier-ignore

  test('count in files, sections and names', () => {
    expect(environmentOf('.env.blue', names)).toBe('production');
    expect(environmentOf('deploy/green/api.env', names)).toBe('production');
    const scope = { names, environment: null };
    expect(readConfig('a.yml', 'blue:\n  s: x', scope)?.entries[0]?.environment).toBe('production');
    expect(readConfig('.env', 'JWT_SECRET_BLUE=x', scope)?.entries[0]?.environment).toBe('production');
  });
});

describe('in both hosts', () => {
  const value = 'c7f3a95e1d8042b6f0e9d3c8a17b5642';
  const files = { '.env.blue': `JWT_SECRET=${value}\n`, '.env.production': `JWT_SECRET=${value}\n` };
  const added = { production: ['blue'] };

  async function withFiles<T>(run: (root: string) => T | Promise<T>): Promise<T> {
    const root = mkdtempSync(path.join(tmpdir(), 'jwt-secrets-environments-'));
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(root, name), text);
    try {
      return await run(root);
    } finally {
      rmSync(root, { recursive: true, force: true });
    }
  }

  test('the scanner takes them from its options', async () => {
    await withFiles(async (root) => {
      const shared = async (options: object): Promise<number> =>
        (await scan({ root, ...options })).findings.filter(({ ruleId }) => ruleId === 'no-shared-secret')
          .length;
      expect(await shared({})).toBe(2);
      expect(await shared({ environments: added })).toBe(0);
    });
  });

  test('ESLint takes them from its settings', async () => {
    await withFiles((root) => {
      const lint = (settings: Linter.Config['settings']): number =>
        new Linter({ cwd: root }).verify(
          files['.env.blue'],
          [{ files: ['**/.env.*'], language: 'jwt-secrets/text', plugins: { 'jwt-secrets': plugin as never }, rules: { 'jwt-secrets/no-shared-secret': 'error' }, settings: settings ?? {} }],
          { filename: path.join(root, '.env.blue') },
        ).length; // prettier-ignore
      expect(lint({})).toBe(1);
      expect(lint({ 'jwt-secrets/environments': added })).toBe(0);
    });
  });
});
