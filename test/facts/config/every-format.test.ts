import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Formats and flavours that people keep JWT secrets in; each has a table of awkward files, and a table has 25 or more. */
const FORMATS = [
  'environment files', 'Compose', 'Kubernetes', 'kustomize', 'Helm', 'Ansible', 'GitHub Actions', 'GitLab CI', 'CircleCI', 'Travis', 'Azure Pipelines', 'Serverless Framework',
  'CloudFormation and SAM', 'Spring in YAML', 'Spring in properties', 'Rails', 'appsettings', 'node-config', 'package.json', 'VS Code', 'Postman', 'Insomnia', 'OpenAPI', '.http', 'TOML', 'wrangler',
  'fly and netlify', 'pyproject and Cargo', 'INI', 'Java properties', 'Dockerfile', 'Terraform', 'Terraform in JSON', 'shell', 'PowerShell and cmd', 'Procfile', 'Makefile', 'systemd', 'PM2',
  'property lists', 'XML', 'JSON', 'YAML', 'Python', 'PHP', 'Ruby', 'Go', 'Java', 'Kotlin', 'C#', 'Rust', 'Keys of calls in other languages', 'Markdown', 'MDX', 'AsciiDoc', 'HTML',
]; // prettier-ignore

const TABLE = /^describe(?:Reader|Settings|Texts)\(\s*'([^']+)'/gm;

test('each format has a table of its own', () => {
  const tables = ['test/facts/config', 'test/facts/text'].flatMap((folder) =>
    readdirSync(folder).flatMap((file) =>
      Array.from(readFileSync(`${folder}/${file}`, 'utf8').matchAll(TABLE), ([, format]) => format ?? ''),
    ),
  );
  expect([...tables].sort()).toEqual([...FORMATS].sort());
});
