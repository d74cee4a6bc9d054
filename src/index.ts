import type { ESLint, Linter } from 'eslint';
import { rules as judges } from '../rules/index.ts';
import { toEslintRule, type EslintRule } from './eslint/adapter.ts';
import { DOTENV_FILES, rulesOf } from './eslint/configs.ts';
import { dotenvLanguage } from './eslint/dotenv-language.ts';
import { dotenvParser } from './eslint/dotenv-parser.ts';
import { VERSION } from './version.ts';

interface JwtSecretsPlugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: Record<string, EslintRule>;
  readonly languages: Record<string, NonNullable<ESLint.Plugin['languages']>[string]>;
  readonly parsers: { readonly dotenv: typeof dotenvParser };
  readonly configs: {
    /** What almost every project should mend. */
    readonly recommended: Linter.Config;
    /** All rules, all as errors. */
    readonly strict: Linter.Config;
    /** Warnings inside `.env` files, ESLint 9.7 and later. */
    readonly 'config-files': Linter.Config[];
    /** For `.eslintrc` files of ESLint 8.57, `.env` files included. */
    readonly 'recommended-legacy': Linter.LegacyConfig;
    readonly 'strict-legacy': Linter.LegacyConfig;
  };
}

function legacy(config: 'recommended' | 'strict'): Linter.LegacyConfig {
  const rules = rulesOf(judges, config);
  const parser = 'eslint-plugin-jwt-secrets/dotenv-parser';
  // An override with a pattern that ends in a star finds no files by itself, and files with a dot are ignored.
  const files = DOTENV_FILES.map((pattern) => pattern.replace(/\*$/, '*[!~]'));
  const ignorePatterns = ['!.env', '!.env.*', '!.envrc', '!.envexample', '!.*.env'];
  return { plugins: ['jwt-secrets'], rules, ignorePatterns, overrides: [{ files, parser, rules }] };
}

const plugin: JwtSecretsPlugin = {
  meta: { name: 'eslint-plugin-jwt-secrets', version: VERSION, namespace: 'jwt-secrets' },
  rules: Object.fromEntries(judges.map((rule) => [rule.id, toEslintRule(rule)])),
  languages: { dotenv: dotenvLanguage as never },
  parsers: { dotenv: dotenvParser },
  configs: {
    recommended: flat('recommended'),
    strict: flat('strict'),
    'config-files': [
      {
        name: 'jwt-secrets/config-files',
        files: [...DOTENV_FILES],
        language: 'jwt-secrets/dotenv',
        rules: rulesOf(judges, 'recommended'),
      },
    ],
    'recommended-legacy': legacy('recommended'),
    'strict-legacy': legacy('strict'),
  },
};

function flat(config: 'recommended' | 'strict'): Linter.Config {
  return { name: `jwt-secrets/${config}`, rules: rulesOf(judges, config) };
}

for (const config of [plugin.configs.recommended, plugin.configs.strict, ...plugin.configs['config-files']]) {
  config.plugins = { 'jwt-secrets': plugin as unknown as ESLint.Plugin };
}

export default plugin;
// `require()` of an ES module gives this export: https://nodejs.org/api/modules.html#loading-ecmascript-modules-using-require
export { plugin as 'module.exports' };
