import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isManifest, namesInManifest, namesOfRepository } from '../../src/project/project-words.ts';
import { Project } from '../../src/project/project.ts';
import { judge } from '../../src/strength/judge.ts';

let root = '';
beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'jwt-secrets-names-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('namesInManifest', () => {
  it.each([
    [
      'package.json',
      '{ "name": "@zorblax/quimbly-api", "dependencies": { "name": "x" } }',
      ['@zorblax/quimbly-api'],
    ],
    ['package.json', '{ "name": "quimbly", "productName": "Quimbly Desk" }', ['quimbly', 'Quimbly Desk']],
    ['package.json', '{ "author": "Ada Zorblax <ada@example.org>" }', ['Ada Zorblax']],
    ['package.json', '{ "author": { "name": "Ada Zorblax" } }', ['Ada Zorblax']],
    ['package.json', '{ "repository": "https://github.com/zorblax/quimbly.git" }', ['zorblax', 'quimbly']],
    [
      'package.json',
      '{ "repository": { "url": "git+ssh://git@github.com/zorblax/quimbly.git" } }',
      ['zorblax', 'quimbly'],
    ],
    ['packages/a/package.json', '{ "name": "quimbly-a" }', ['quimbly-a']],
    ['composer.json', '{ "name": "zorblax/quimbly" }', ['zorblax/quimbly']],
    ['app.json', '{ "expo": { "name": "Quimbly", "slug": "quimbly-go" } }', ['Quimbly', 'quimbly-go']],
    ['pyproject.toml', '[project]\nname = "quimbly"\nversion = "1"', ['quimbly']],
    ['Cargo.toml', '[package]\nname="quimbly"\n', ['quimbly']],
    ['setup.cfg', '[metadata]\nname = quimbly\n', ['quimbly']],
    ['go.mod', 'module github.com/zorblax/quimbly\n\ngo 1.22\n', ['zorblax/quimbly']],
    [
      'pom.xml',
      '<project>\n  <groupId>org.zorblax</groupId>\n  <artifactId>quimbly</artifactId>\n',
      ['org.zorblax', 'quimbly'],
    ],
    ['settings.gradle.kts', 'rootProject.name = "quimbly"', ['quimbly']],
    ['mix.exs', 'def project do\n [app: :quimbly, version: "1"]', ['quimbly']],
    ['pubspec.yaml', 'name: quimbly\n', ['quimbly']],
    ['docker-compose.yml', 'name: quimbly\nservices: {}\n', ['quimbly']],
    ['package.json', '{ "name": "no JSON', []],
    ['package.json', '[]', []],
    ['package.json', '{ "name": 7, "author": null }', []],
    ['package.json', `{ "name": "quimbly", "x": "${'y'.repeat(300_000)}" }`, []],
  ])('%s: %s', (file, text, names) => {
    expect(isManifest(file)).toBe(true);
    expect(namesInManifest(file, text)).toEqual(names);
  });

  it('is asked about manifests only', () => {
    for (const file of ['package-lock.json', 'src/name.ts', 'my-package.json', 'tsconfig.json'])
      expect(isManifest(file), file).toBe(false);
  });
});

describe('namesOfRepository', () => {
  it.each([
    ['https://github.com/zorblax/quimbly.git', ['zorblax', 'quimbly']],
    ['git@gitlab.com:zorblax/quimbly.git', ['zorblax', 'quimbly']],
    ['ssh://git@git.example.org:2222/zorblax/quimbly', ['zorblax', 'quimbly']],
  ])('%s', (address, names) => {
    mkdirSync(path.join(root, '.git'), { recursive: true });
    writeFileSync(
      path.join(root, '.git/config'),
      `[core]\n\tbare = false\n[remote "origin"]\n\turl = ${address}\n`,
    );
    expect(namesOfRepository(root)).toEqual(names);
  });

  it('has none outside of a repository', () => {
    expect(namesOfRepository(path.join(root, 'gone'))).toEqual([]);
  });
});

describe('the words of a project', () => {
  it('are known to the judge', () => {
    const files = {
      'package.json': '{ "name": "@zorblax/quimbly-api" }',
      '.env': 'JWT_SECRET=Zorblax!Quimbly#Fnordway2024\n',
    };
    const overlay = new Map(Object.entries(files).map(([name, text]) => [name, Buffer.from(text)]));
    const project = new Project({ root: path.join(root, 'gone'), isCommitted: () => true, overlay });
    for (const name of overlay.keys()) project.load(name);
    const projectWords = project.index().link('.env')?.projectWords ?? [];
    expect(projectWords).toEqual(['@zorblax/quimbly-api']);
    const value = 'Zorblax!Quimbly#Fnordway2024';
    expect(judge(value, { projectWords }).bits).toBeLessThan(judge(value).bits - 12);
    expect(judge(value, { projectWords }).reason).toContain('2 names of the project');
  });
});
