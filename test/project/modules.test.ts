import { symlinkSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveModule } from '../../src/project/modules.ts';
import { Scratch } from '../support/scratch.ts';

const scratch = new Scratch();
const outside = new Scratch();

beforeAll(() => {
  outside.write({ 'secrets.js': 'export const phrase = 1;\n' });
  scratch.write({
    'package.json':
      '{ "name": "root", "private": true, "workspaces": ["packages/*"], "imports": { "#far": "../../far.js" } }',
    'tsconfig.json': '{ "compilerOptions": { "paths": { "@far/*": ["../*"], "@near/*": ["./src/*"] } } }',
    'src/token.ts': '',
    'settings.json': '{}',
    '_helpers/phrases.js': '',
    'src/users/phrases.ts': '',
    'declared/phrases.js': '',
    'src/settings.ts': '',
    'src/values.json': '{}',
    'src/built.d.ts': '',
    'packages/shared/package.json': '{ "name": "@fixture/shared", "main": "./main.js" }',
    'packages/shared/main.js': '',
    'node_modules/dependency/package.json': '{ "name": "dependency", "main": "./index.js" }',
    'node_modules/dependency/index.js': '',
  });
  scratch.linkAs('@fixture/linked', scratch.path('packages/shared'));
  scratch.linkAs('elsewhere', outside.root);
  symlinkSync(outside.path('secrets.js'), scratch.path('src/link.js'));
});
afterAll(() => {
  scratch.remove();
  outside.remove();
});

const resolve = (specifier: string, from = 'src/token.ts'): string | null =>
  resolveModule(
    scratch.root,
    from,
    specifier,
    new Map([['@fixture/shared', 'packages/shared']]),
    (name) => name === 'declared',
  );

describe('a specifier', () => {
  it.each([
    ['./settings', 'src/settings.ts'],
    ['./settings.js', 'src/settings.ts'],
    ['./values.json', 'src/values.json'],
    ['@near/settings', 'src/settings.ts'],
    ['@fixture/shared', 'packages/shared/main.js'],
    ['@fixture/linked', 'packages/shared/main.js'],
    ['#src/settings', 'src/settings.ts'],
    ['settings.json', 'settings.json'],
    ['_helpers/phrases', '_helpers/phrases.js'],
    ['users/phrases', 'src/users/phrases.ts'],
  ])('%s leads to %s', (specifier, file) => {
    expect(resolve(specifier)).toBe(file);
  });

  it.each([
    ['of a dependency', 'dependency'],
    ['of a dependency by its path', '../node_modules/dependency/index.js'],
    ['of Node', 'node:fs'],
    ['of a registry', 'npm:jose@5'],
    ['of an address', 'https://example.org/secrets.js'],
    ['outside the root', `../../${outside.root.split('/').at(-1)}/secrets.js`],
    ['at an absolute path', `${outside.root}/secrets.js`],
    ['outside by a link', './link.js'],
    ['outside by a linked package', 'elsewhere/secrets.js'],
    ['outside by paths', `@far/${outside.root.split('/').at(-1)}/secrets`],
    ['outside by imports', '#far'],
    ['that is nowhere', './nowhere.js'],
    ['of a declared dependency that is not installed', 'declared/phrases'],
    ['of a package that is not installed', 'settings'],
    ['from no folder of the project', 'nowhere/phrases'],
    ['outside through a folder of the project', `_helpers/../../${outside.root.split('/').at(-1)}/secrets`],
    ['that is empty', ''],
    ['of a folder', '..'],
  ])('%s leads nowhere', (_, specifier) => {
    expect(resolve(specifier)).toBeNull();
  });
});
